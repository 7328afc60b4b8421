import type { StagingParameters } from '../../domain/parameters/staging.ts'
import type { FactSheet } from '../problem.ts'
import { visibilityFactor } from '../rules/hard/road-cordon.ts'
import type { SceneTexts } from './text-names.ts'

/**
 * How far from the scene traffic is warned, as read out on the radio: `signs` and `secondSigns` on an expressway, `roadSigns`
 * on other roads. Doubled at night and under a rain signal like the closures of the plan, never nearer than
 * `isolationM` (metres, 0 = not drawn yet). `signsNote` says why, or what would double them.
 */
export function roadSignTexts(
  parameters: StagingParameters,
  facts: Pick<FactSheet, 'type' | 'night' | 'signal' | 'signalKind' | 'facts'>,
  isolationM = 0,
): Pick<SceneTexts, 'signs' | 'secondSigns' | 'roadSigns' | 'signsNote'> {
  const factor = visibilityFactor({ facts, parameters })
  const metres = (baseM: number): string => `${Math.ceil(Math.max(baseM * factor, isolationM))}米`
  return {
    signs: metres(parameters.expresswaySignsM.value),
    secondSigns: `${parameters.expresswaySecondLineM.value * factor}米`,
    roadSigns: metres(parameters.roadCordonM.value),
    signsNote: factor > 1 ? '已按夜间、雨天加倍' : '起雾、降雨、降雪时加倍',
  }
}
