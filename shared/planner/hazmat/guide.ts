import type { GuideDistances, ZoneParameters } from '../../domain/parameters/zones.ts'
import { guideNumber } from '../situation/read-hazmat.ts'

/** The first distances of an ERG guide; a guide without a row reads as guide 111 (unknown goods). */
export function guideDistances(parameters: Pick<ZoneParameters, 'guides'>, guide: string): GuideDistances {
  const number = guideNumber(guide)
  const row =
    parameters.guides.find((entry) => entry.guides.includes(number)) ??
    parameters.guides.find((entry) => entry.guides.includes('111'))
  if (row === undefined) throw new Error('zone parameters need guide 111')
  return row
}
