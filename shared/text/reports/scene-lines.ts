import type { ReportElement } from '../../domain/command/report.ts'
import { LEVEL_SIGNS } from '../../planner/grading/levels.ts'
import { compassWord } from '../../planner/people/compass.ts'
import { TYPE_NAMES } from '../../planner/people/type-names.ts'
import { figureWords } from './figure-lines.ts'
import { momentWords } from './moment-words.ts'
import { callSource, linesOf, type ReportSituation } from './report-situation.ts'

/** Where the word came from, when, and what is said to have happened. */
export function callLines(situation: ReportSituation): ReportElement[] {
  const { incident, receivedAt } = situation
  const source = callSource(incident)
  const at = (field: 'receivedAt' | 'occurredAt', moment: string | null | undefined): ReportElement =>
    moment === null || moment === undefined
      ? linesOf(field).toVerify('')
      : linesOf(field).known('', momentWords(moment), source, receivedAt)
  const callers = (incident.callers ?? []).map(({ name, phone }) => [name ?? '来电人', phone ?? ''].join(' ').trim())
  const named = callers.length === 0 ? '' : `；来电：${callers.join('、')}`
  return [
    incident.source === undefined || incident.source.trim() === ''
      ? linesOf('source').toVerify('')
      : linesOf('source').known('', `${incident.source}${named}`, '接报登记', receivedAt),
    at('receivedAt', receivedAt),
    at('occurredAt', incident.occurredAt),
    placeLine(situation),
    ...typeLines(situation),
    linesOf('cause').toVerify(''),
    ...courseLines(situation),
  ]
}

function placeLine({ incident, town, receivedAt }: ReportSituation): ReportElement {
  const { address, lng, lat, uncertaintyM } = incident.location
  const street = town !== null && !(address ?? '').includes(town) ? town : ''
  const near = uncertaintyM === undefined || uncertaintyM === 0 ? '' : `，位置误差约${uncertaintyM}米`
  const point = `（东经${lng.toFixed(4)}°，北纬${lat.toFixed(4)}°${near}）`
  if (address === undefined || address.trim() === '') {
    return linesOf('place').toVerify('', `${street}${point}，地名待核`, callSource(incident))
  }
  return linesOf('place').known('', `${street}${address}${point}`, callSource(incident), receivedAt)
}

function typeLines({ incident, substance, level, response, factsAt }: ReportSituation): ReportElement[] {
  const lines = linesOf('type')
  const grade = level === null ? '暂未达到事件等级（险情）' : `初判${LEVEL_SIGNS[level]}级`
  return [
    lines.known('', TYPE_NAMES[incident.type], callSource(incident), factsAt),
    lines.known('level', `${grade}，响应级别${LEVEL_SIGNS[response]}级`, '按现有数字对照分级标准', factsAt),
    ...hazmatLines(incident, substance, factsAt),
  ]
}

function hazmatLines(incident: ReportSituation['incident'], substance: string, factsAt: string): ReportElement[] {
  const { hazmat } = incident
  if (hazmat === undefined) return []
  const lines = linesOf('type')
  const quantity = figureWords({ value: hazmat.quantityT ?? undefined }, '吨') ?? '数量待核'
  const spill = { small: '少量泄漏', large: '大量泄漏', unknown: '泄漏量待核' }[hazmat.spill ?? 'unknown']
  const fire = hazmat.onFire === true ? '，已着火' : hazmat.onFire === false ? '，未着火' : '，是否着火待核'
  const words = `${substance === '' ? '物质待核' : substance}，${quantity}，${spill}${fire}`
  if (substance === '') return [lines.toVerify('hazmat', words, callSource(incident))]
  const line = lines.known('hazmat', words, callSource(incident), factsAt)
  return [words.includes('待核') ? { ...line, state: 'range' } : line]
}

function courseLines({ incident, receivedAt }: ReportSituation): ReportElement[] {
  const lines = linesOf('course')
  const said = (incident.callers ?? []).flatMap((caller, index) => {
    if (caller.said === undefined || caller.said.trim() === '') return []
    const mark = caller.verified === true ? '' : '（未核实）'
    const name = caller.name ?? '来电人'
    return [lines.known(`caller${index + 1}`, `${name}称：${caller.said}${mark}`, name, caller.at ?? receivedAt)]
  })
  return said.length === 0 ? [lines.toVerify('')] : said
}

/** Wind and forecast as read, for the trend. */
export function weatherLines({ incident }: ReportSituation): ReportElement[] {
  const { weather } = incident
  const speed = weather?.windSpeedMs ?? null
  const from = weather?.windFromDeg ?? null
  if (weather === undefined || (speed === null && from === null)) return []
  const direction = from === null ? '风向待核' : `${compassWord(from)}风`
  const station = weather.station ?? ''
  const words = `${direction}，${speed === null ? '风速待核' : `风速${speed}米/秒`}`
  return [linesOf('trend').known('wind', words, station === '' ? '气象资料' : station, weather.asOf ?? null)]
}
