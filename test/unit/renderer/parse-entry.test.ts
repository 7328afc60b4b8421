import { describe, expect, it } from 'vitest'
import {
  parseFact,
  parseFormTime,
  parseNumber,
  parsePosition,
  parseWindFrom,
} from '../../../renderer/text/parse-entry.ts'

const NOW_S = Date.UTC(2026, 6, 14, 2, 20, 0) / 1000

describe('a fact as it is typed', () => {
  it.each([
    ['', null],
    ['?', null],
    ['？', null],
    ['未知', null],
    ['0', 0],
    ['12', 12],
    ['3.5', 3.5],
    ['1,200', 1200],
    ['1-3', { min: 1, max: 3 }],
    ['1 ~ 3', { min: 1, max: 3 }],
    ['1至3', { min: 1, max: 3 }],
    ['3+', { min: 3 }],
    ['3＋', { min: 3 }],
    ['≥3', { min: 3 }],
    ['至少3', { min: 3 }],
    ['3以上', { min: 3 }],
    ['≤5', { max: 5 }],
  ])('reads %j', (text, value) => {
    expect(parseFact(text)).toEqual({ ok: true, value })
  })

  it('never takes unknown for zero', () => {
    expect(parseFact('?')).not.toEqual(parseFact('0'))
  })

  it('reads percent as a share', () => {
    expect(parseFact('72%', 100)).toEqual({ ok: true, value: 0.72 })
  })

  it.each([
    ['-1', 'negative'],
    ['3-1', 'range'],
    ['三个', 'fact'],
    ['1-', 'fact'],
  ])('refuses %j as %s', (text, fault) => {
    expect(parseFact(text)).toEqual({ ok: false, fault })
  })
})

describe('a typed position', () => {
  it.each(['121.885,29.880', '121.885，29.88', ' 121.885 29.88 '])('reads %j', (text) => {
    expect(parsePosition(text)).toEqual({ ok: true, value: { lng: 121.885, lat: 29.88 } })
  })

  it('says when latitude stands first', () => {
    expect(parsePosition('29.88,121.885')).toEqual({ ok: false, fault: 'swapped' })
  })

  it('leaves names to the place search', () => {
    expect(parsePosition('霞浦')).toBeNull()
  })
})

describe('wind, numbers and times', () => {
  it.each([
    ['东北', 45],
    ['NE', 45],
    ['45', 45],
    ['45°', 45],
    ['西北风', 315],
    ['', null],
  ])('reads wind %j', (text, value) => {
    expect(parseWindFrom(text)).toEqual({ ok: true, value })
  })

  it.each(['361', '东东'])('refuses wind %j', (text) => {
    expect(parseWindFrom(text)).toEqual({ ok: false, fault: 'wind' })
  })

  it('reads an empty number as unknown and refuses words', () => {
    expect(parseNumber('')).toEqual({ ok: true, value: null })
    expect(parseNumber('many')).toEqual({ ok: false, fault: 'number' })
  })

  it.each([
    ['2026-07-14 10:20', '2026-07-14T10:20:00+08:00'],
    ['2026-07-14 10:20:37', '2026-07-14T10:20:37+08:00'],
    ['2026/7/14 9：05', '2026-07-14T09:05:00+08:00'],
    ['10:20', '2026-07-14T10:20:00+08:00'],
  ])('reads time %j in China Standard Time', (text, value) => {
    expect(parseFormTime(text, NOW_S)).toEqual({ ok: true, value })
  })

  it.each(['2026-02-30 10:00', '25:00', 'yesterday'])('refuses time %j', (text) => {
    expect(parseFormTime(text, NOW_S)).toEqual({ ok: false, fault: 'time' })
  })
})
