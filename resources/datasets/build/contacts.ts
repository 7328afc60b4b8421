import { hashText, seededPick } from './seeded.ts'
import type { Tables, TableRow } from './headers.ts'
import { demo } from './headers.ts'
import type { Point } from './geometry.ts'

const SURNAMES = Array.from(
  '王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜',
)
const FIRST = Array.from('建国志海宏伟文明春晓佳敏振东思永立新雅静嘉宇安泽子云书正启德一世光荣家瑞')
const SECOND = Array.from('华军强平波杰峰涛斌辉超磊勇刚鹏宁毅健翔飞龙亮凯成林松康慧玲芳燕莉娟霞琴洁婷颖')
const MOBILE_PREFIX = '1380000'
const LANDLINE_PREFIX = '0574-8601'

/** What is known of a person before a name and a number are given. */
export interface PersonDraft {
  readonly id: string
  readonly organisation: string
  readonly post: string
  readonly point: Point
  readonly specialties?: string
  readonly isExpert?: boolean
  readonly hazards?: string
  readonly note?: string
}

/**
 * Gives every person and every desk an invented name and number.
 * Numbers are well formed but lie in blocks (138 0000, 0574-8601) chosen to be seen as exercise numbers; no two are alike.
 */
export class Contacts {
  readonly #people: TableRow<'people'>[]
  readonly #names = new Set<string>()
  readonly #mobiles = new Set<number>()
  readonly #landlines = new Set<number>()

  constructor(tables: Tables) {
    this.#people = tables.people
  }

  /** Adds a person with an invented name and mobile number and returns the row. */
  addPerson(draft: PersonDraft): TableRow<'people'> {
    const row: TableRow<'people'> = {
      id: draft.id,
      name: this.#inventName(draft.id),
      organisation: draft.organisation,
      post: draft.post,
      phone: `${MOBILE_PREFIX}${takeFree(this.#mobiles, draft.id)}`,
      specialties: draft.specialties ?? '',
      is_expert: draft.isExpert === true ? 1 : 0,
      lng: draft.point[0],
      lat: draft.point[1],
      hazards: draft.hazards ?? '',
      ...demo(draft.note ?? '姓名、电话为演示'),
    }
    this.#people.push(row)
    return row
  }

  /** An invented landline for a desk, a team or a plant. */
  landlineOf(id: string): string {
    return `${LANDLINE_PREFIX}${takeFree(this.#landlines, id)}`
  }

  /** An invented name for who has no number and no post. */
  nameOf(id: string): string {
    return this.#inventName(id)
  }

  #inventName(id: string): string {
    for (let attempt = 0; ; attempt += 1) {
      const key = `${id}#name${attempt}`
      const name = `${seededPick(`${key}s`, SURNAMES)}${seededPick(`${key}f`, FIRST)}${seededPick(`${key}g`, SECOND)}`
      if (!this.#names.has(name)) {
        this.#names.add(name)
        return name
      }
    }
  }
}

/** The next free four-digit number after the one the id points at. */
function takeFree(taken: Set<number>, id: string): string {
  if (taken.size >= 10_000) throw new Error('演示电话号段已用完')
  let number = hashText(`${id}#phone`) % 10_000
  while (taken.has(number)) number = (number + 1) % 10_000
  taken.add(number)
  return String(number).padStart(4, '0')
}
