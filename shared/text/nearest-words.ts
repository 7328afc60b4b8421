import { CAPABILITIES, VEHICLE_KINDS } from '../domain/taxonomy.ts'
import type { Care, NearestPlace, NearestWhat } from '../planner/nearest/nearest-question.ts'
import { nameOfNeed } from './name-of-need.ts'

const PLACES: readonly (readonly [NearestPlace, readonly string[]])[] = [
  ['hospitals', ['医院', '急救']],
  ['shelters', ['避灾', '安置', '避难']],
  ['stores', ['仓库', '储备库', '物资库']],
  ['waterPoints', ['水源', '取水', '消火栓']],
  ['helipads', ['停机坪', '起降']],
]
const CARES: readonly (readonly [Care, readonly string[]])[] = [
  ['burns', ['烧伤']],
  ['toxicology', ['中毒']],
  ['decontamination', ['洗消']],
]
const PLACE_NAMES: Readonly<Record<NearestPlace, string>> = {
  hospitals: '医院',
  shelters: '避灾点',
  stores: '物资库',
  waterPoints: '水源',
  helipads: '起降点',
}

/** Words around what is meant. */
const AROUND = /最近|附近|就近|的|[一两二三四五六七八九十几0-9]+[支辆个处]|离|现场|哪里有|哪儿有|\s/gu

/**
 * Reads a question such as `最近的堵漏队`, `三支最近的洗消队伍`, `最近 洗消车`, `最近 医院 烧伤` or `最近 帐篷`; null when it is none.
 * What is no capability, vehicle or kind of place is taken as goods.
 */
export function nearestAsked(text: string): { readonly what: NearestWhat; readonly name: string } | null {
  if (!/最近|附近|就近/u.test(text)) return null
  const words = text.normalize('NFKC').replace(AROUND, '')
  if (words === '') return null
  const place = PLACES.find(([, names]) => names.some((name) => words.includes(name)))?.[0]
  if (place !== undefined) {
    const care =
      place === 'hospitals' ? CARES.find(([, names]) => names.some((name) => words.includes(name)))?.[0] : undefined
    return { what: { of: 'place', place, care }, name: words.length > 2 ? words : PLACE_NAMES[place] }
  }
  const vehicleKind = VEHICLE_KINDS.find((kind) => sounds(words, nameOfNeed({ vehicleKind: kind })))
  if (vehicleKind !== undefined && !/队/u.test(words))
    return { what: { of: 'vehicle', vehicleKind }, name: nameOfNeed({ vehicleKind }) }
  const asked = words.replace(/救援队伍|队伍|分队|力量|专业|应急|队|组/gu, '')
  const capability = CAPABILITIES.find((key) => asked !== '' && sounds(asked, nameOfNeed({ capability: key })))
  if (capability !== undefined) return { what: { of: 'capability', capability }, name: nameOfNeed({ capability }) }
  return asked === '' ? null : { what: { of: 'item', item: asked }, name: asked }
}

/** Either is part of the other: `云梯车` and `云梯消防车`, `排涝` and `排涝队`. */
function sounds(asked: string, name: string): boolean {
  const short = name.replace('消防', '')
  return asked === name || asked === short || name.includes(asked) || asked.includes(short)
}
