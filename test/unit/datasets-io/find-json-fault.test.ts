import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJsonFault } from '#electron/core/datasets/find-json-fault.ts'

describe('the place where a JSON text breaks', () => {
  it.each([
    ['{"a": }', 6],
    ['{"a": 1,}', 8],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ["{'a': 1}", 1],
    ['{"a": "x\n"}', 8],
    ['{"a": 01}', 7],
    ['{"a": 1} x', 9],
    ['{"a": "unfinished', 17],
    ['', 0],
  ])('%j breaks at %i', (text, at) => {
    expect(findJsonFault(text)).toBe(at)
  })

  it('finds no fault in any sound text, and one in every cut object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (value, seed) => {
        const text = JSON.stringify(value, null, 1)
        expect(findJsonFault(text)).toBe(text.length)
        const cut = text.slice(0, seed % text.length)
        expect(findJsonFault(cut)).toBeLessThanOrEqual(cut.length)
        expect(findJsonFault(`${text}]`)).toBe(text.length)
      }),
    )
  })
})
