import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { Incident } from '../../domain/incident.ts'
import { AppError } from '../../kernel/app-error.ts'
import { plannerTime, requireInstant } from './planner-time.ts'

/**
 * Judges streets without contact: each is a street of the data set, named once, lost not later than now. Throws `bad-input`
 * or `bad-time` naming the line.
 */
export function checkCutOffTowns(incident: Incident, { areas, places }: Pick<Dataset, 'areas' | 'places'>): void {
  const towns = [
    ...areas.filter((area) => area.level === 'town').map((area) => area.name),
    ...places.filter((place) => place.kind === 'town').map((place) => place.name),
  ]
  const known = new Set(towns)
  const seen = new Set<string>()
  for (const [index, { town, since }] of (incident.cutOffTowns ?? []).entries()) {
    const path = `cutOffTowns.${index}`
    if (!known.has(town)) {
      throw new AppError(
        'bad-input',
        `三断街道（${path}.town）“${town}”不在数据集的街道之内。可填：${[...known].sort().join('、')}。`,
        { path: `${path}.town`, value: town },
      )
    }
    if (seen.has(town)) {
      throw new AppError('bad-input', `三断街道（${path}.town）“${town}”填了两次：请合并为一行。`, {
        path: `${path}.town`,
        value: town,
      })
    }
    seen.add(town)
    if (since === undefined || since === null) continue
    if (requireInstant(since, `${path}.since`, '失联时间').epochS <= plannerTime(incident).epochS) continue
    throw new AppError('bad-time', `失联时间（${path}.since）“${since}”晚于情况截至时间：请改正，未知请留空。`, {
      path: `${path}.since`,
      value: since,
    })
  }
}
