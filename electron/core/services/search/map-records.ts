import * as z from 'zod'
import { recordWord } from '#shared/text/record-words.ts'
import { allRows, firstRow, jsonOf, textOf, type SqlRow } from '../../db/rows.ts'
import type { RecordParts } from './library-records.ts'
import type { RecordSource } from './record-source.ts'
import type { RecordBody, RecordText } from './search-record.ts'

const Point = z.tuple([z.number(), z.number()]).rest(z.number())
const Line = z.array(Point)
const RoadKey = z.tuple([z.string(), z.string()])

/** Roads by name and number: all lines of one road are one record, placed on its longest line. */
export function roadSource({ db }: RecordParts): RecordSource {
  return {
    read: (key) => {
      const [name, ref] = RoadKey.parse(JSON.parse(key))
      if (name === '' && ref === '') return null
      const sql =
        'SELECT alt_names, class, coordinates, is_demo FROM roads WHERE name = ? AND ref = ? ORDER BY length_m DESC, id'
      const [road] = allRows(db, `${sql} LIMIT 1`, [name, ref])
      if (road === undefined) return null
      const others = [ref, ...namesIn(textOf(road, 'alt_names'))].filter((each) => each !== '' && each !== name)
      const title = name === '' ? ref : name
      const line = Line.parse(jsonOf(road, 'coordinates'))
      return {
        texts: [
          nameText(title),
          ...others
            .filter((each) => each !== title)
            .map((each): RecordText => ({ role: 'name', field: 'ref', text: each, spelled: true })),
          { role: 'word', field: 'class', text: textOf(road, 'class'), spelled: false },
        ],
        phone: '',
        at: placeOf(line[Math.floor(line.length / 2)]),
        home: true,
        demo: road['is_demo'] === 1,
      }
    },
  }
}

function namesIn(text: string): string[] {
  if (!text.startsWith('[')) return text.split(';')
  return z.array(z.string()).parse(JSON.parse(text))
}

/** Administrative areas, placed in the middle of their corners. */
export function areaSource({ db }: RecordParts): RecordSource {
  return {
    read: (code) => {
      const row = firstRow(db, 'SELECT name, level, polygons FROM areas WHERE code = ? ORDER BY position', [code])
      if (row === null) return null
      const rings = z.array(z.array(Line)).parse(jsonOf(row, 'polygons'))
      return areaBody(row, {
        words: [{ role: 'word', field: 'level', text: recordWord(textOf(row, 'level')), spelled: false }],
        at: middleOf(rings.flat(2)),
        home: textOf(row, 'level') !== 'neighbour',
      })
    },
  }
}

/** Geological risk areas, low points and flash-flood valleys. */
export function riskAreaSource({ db }: RecordParts): RecordSource {
  return {
    read: (id) => {
      const row = firstRow(db, 'SELECT id, name, kind, rings, point FROM risk_areas WHERE id = ? ORDER BY position', [
        id,
      ])
      if (row === null) return null
      const point = row['point'] === null ? null : Point.parse(jsonOf(row, 'point'))
      const corners = row['rings'] === null ? [] : z.array(Line).parse(jsonOf(row, 'rings')).flat()
      return areaBody(row, {
        words: [{ role: 'word', field: 'kind', text: recordWord(textOf(row, 'kind')), spelled: false }],
        at: point === null ? middleOf(corners) : placeOf(point),
        home: true,
      })
    },
  }
}

function areaBody(
  row: SqlRow,
  { words, at, home }: { words: RecordText[]; at: [number, number] | null; home: boolean },
): RecordBody {
  return { texts: [nameText(textOf(row, 'name')), ...words], phone: '', at, home, demo: false }
}

function nameText(name: string): RecordText {
  return { role: 'name', field: 'name', text: name, spelled: true }
}

function placeOf(position: readonly number[] | undefined): [number, number] | null {
  const [lng, lat] = position ?? []
  return lng === undefined || lat === undefined ? null : [lng, lat]
}

function middleOf(corners: readonly (readonly number[])[]): [number, number] | null {
  if (corners.length === 0) return null
  const [lngs, lats] = [corners.map(([lng = 0]) => lng), corners.map(([, lat = 0]) => lat)]
  const middle = (values: readonly number[]): number => {
    const [least, most] = values.reduce<[number, number]>(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
      [Infinity, -Infinity],
    )
    return (least + most) / 2
  }
  return [middle(lngs), middle(lats)]
}
