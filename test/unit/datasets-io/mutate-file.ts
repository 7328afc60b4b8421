import { strFromU8, unzipSync, zipSync } from 'fflate'
import iconv from 'iconv-lite'

/** A sequence of numbers from 0 to below 1 that a seed determines (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Chance = () => number
type Mutation = (bytes: Buffer, chance: Chance, other: Buffer) => Buffer

const at = (bytes: Buffer, chance: Chance): number => Math.floor(chance() * bytes.length)

const GIANTS = ['9e999', '99999999999999999999', '-1', 'NaN', '1e-400', '0x7fffffff', '4294967295', '２９．９']

/** What happens to files on their way: in copying, in editors, and in the hands of somebody who means harm. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flips: (bytes, chance) => {
    const copy = Buffer.from(bytes)
    for (let count = 1 + Math.floor(chance() * 12); count > 0; count -= 1) {
      const place = at(copy, chance)
      copy[place] = (copy[place] ?? 0) ^ (1 << Math.floor(chance() * 8))
    }
    return copy
  },
  cut: (bytes, chance) => bytes.subarray(0, at(bytes, chance)),
  lost: (bytes, chance) => {
    const start = at(bytes, chance)
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + 1 + Math.floor(chance() * 200))])
  },
  splice: (bytes, chance, other) => {
    const [place, from] = [at(bytes, chance), at(other, chance)]
    return Buffer.concat([bytes.subarray(0, place), other.subarray(from, from + 400), bytes.subarray(place)])
  },
  repeat: (bytes, chance) => {
    const start = at(bytes, chance)
    const part = bytes.subarray(start, start + 1 + Math.floor(chance() * 60))
    return Buffer.concat([bytes.subarray(0, start), ...Array.from({ length: 2000 }, () => part), bytes.subarray(start)])
  },
  encoding: (bytes, chance) => {
    const encodings = ['utf16le', 'gb18030', 'utf16be', 'latin1', 'big5']
    return iconv.encode(bytes.toString('utf8'), encodings[Math.floor(chance() * encodings.length)] ?? 'utf16le')
  },
  giant: (bytes, chance) => {
    const text = bytes.toString('latin1')
    const numbers = [...text.matchAll(/\d+(\.\d+)?/g)]
    const number = numbers[Math.floor(chance() * numbers.length)]
    if (number === undefined) return bytes
    const giant = GIANTS[Math.floor(chance() * GIANTS.length)] ?? '9e999'
    const end = number.index + number[0].length
    return Buffer.from(text.slice(0, number.index) + giant + text.slice(end), 'latin1')
  },
  blank: (bytes, chance) => {
    const copy = Buffer.from(bytes)
    const start = at(copy, chance)
    return copy.fill(chance() < 0.5 ? 0 : 0xff, start, Math.min(copy.length, start + Math.floor(chance() * 64)))
  },
}

/** A file with one mutation: of a zip, half of the time inside one of its members. */
export function mutate(
  bytes: Uint8Array,
  mutation: Mutation,
  { chance, other }: { chance: Chance; other: Uint8Array },
): Buffer {
  const whole = Buffer.from(bytes)
  if (strFromU8(bytes.subarray(0, 2), true) !== 'PK' || chance() < 0.4)
    return mutation(whole, chance, Buffer.from(other))
  const members = unzipSync(bytes)
  const names = Object.keys(members)
  const name = names[Math.floor(chance() * names.length)] ?? ''
  const changed = mutation(Buffer.from(members[name] ?? []), chance, Buffer.from(other))
  return Buffer.from(zipSync({ ...members, [name]: changed }, { level: 1 }))
}
