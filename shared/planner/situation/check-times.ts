import type { Incident } from '../../domain/incident.ts'
import { plannerTime, requireInstant } from './planner-time.ts'

/** Checks every time written in the incident; throws `bad-time` for the first that cannot be used. */
export function checkTimes(incident: Incident): void {
  plannerTime(incident)
  for (const [path, name, text] of timesOf(incident)) {
    if (text !== undefined && text !== null) requireInstant(text, path, name)
  }
}

type NamedTime = readonly [path: string, name: string, text: string | null | undefined]

function timesOf(incident: Incident): NamedTime[] {
  const { weather, typhoon, facts } = incident
  return [
    ['occurredAt', '事发时间', incident.occurredAt],
    ['receivedAt', '接报时间', incident.receivedAt],
    ['asOf', '情况截至时间', incident.asOf],
    ...Object.entries(facts).map(([key, fact]): NamedTime => [
      `facts.${key}.asOf`,
      '数据时间',
      typeof fact === 'object' && fact !== null ? fact.asOf : null,
    ]),
    ['weather.asOf', '气象资料时间', weather?.asOf],
    ...(weather?.forecast ?? []).map((entry, index): NamedTime => [
      `weather.forecast.${index}.at`,
      '预报时间',
      entry.at,
    ]),
    ['typhoon.landfallAt', '登陆时间', typhoon?.landfallAt],
    ['typhoon.galeFromAt', '8 级风起始时间', typhoon?.galeFromAt],
    ...(typhoon?.series ?? []).map((entry, index): NamedTime => [
      `typhoon.series.${index}.at`,
      '台风路径时间',
      entry.at,
    ]),
    ...(incident.callers ?? []).map((entry, index): NamedTime => [`callers.${index}.at`, '来电时间', entry.at]),
    ...(incident.responding ?? []).map((entry, index): NamedTime => [
      `responding.${index}.since`,
      '出动时间',
      entry.since,
    ]),
    ...(incident.measuredZones ?? []).map((entry, index): NamedTime => [
      `measuredZones.${index}.at`,
      '测量时间',
      entry.at,
    ]),
    ...(incident.closedInitialZones ?? []).map((entry, index): NamedTime => [
      `closedInitialZones.${index}.at`,
      '停用时间',
      entry.at,
    ]),
    ...(incident.cutOffTowns ?? []).map((entry, index): NamedTime => [
      `cutOffTowns.${index}.since`,
      '失联时间',
      entry.since,
    ]),
    ...(incident.closures ?? []).flatMap((entry, index): NamedTime[] => [
      [`closures.${index}.from`, '封闭开始时间', entry.from],
      [`closures.${index}.to`, '封闭结束时间', entry.to],
    ]),
  ]
}
