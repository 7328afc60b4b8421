/** One field of a protobuf message: its number and either a whole number or the bytes it spans. */
export interface WireField {
  readonly field: number
  readonly value: number
  readonly bytes: Uint8Array | null
}

const NO_BYTES = new Uint8Array(0)

/**
 * Fields of one protobuf message. Only what OSM PBF framing needs: varints and byte strings; fixed-width fields are passed
 * over. Throws `RangeError` when the message ends inside a field.
 */
export function* readFields(message: Uint8Array): Generator<WireField> {
  const cursor = { at: 0 }
  while (cursor.at < message.length) {
    const tag = readVarint(message, cursor)
    const field = Math.floor(tag / 8)
    const kind = tag % 8
    if (kind === 0) yield { field, value: readVarint(message, cursor), bytes: null }
    else if (kind === 2) yield { field, value: 0, bytes: take(message, cursor, readVarint(message, cursor)) }
    else if (kind === 1) take(message, cursor, 8)
    else if (kind === 5) take(message, cursor, 4)
    else throw new RangeError(`unknown wire type ${kind}`)
  }
}

/** The bytes of the first field with this number; empty when there is none. */
export function bytesOf(message: Uint8Array, field: number): Uint8Array {
  for (const entry of readFields(message)) if (entry.field === field && entry.bytes !== null) return entry.bytes
  return NO_BYTES
}

/** A packed list of zig-zag deltas, summed up: how OSM writes node references and coordinates of ways. */
export function readDeltas(packed: Uint8Array): number[] {
  const cursor = { at: 0 }
  const values: number[] = []
  let sum = 0
  while (cursor.at < packed.length) {
    const raw = readVarint(packed, cursor)
    // Zig-zag by arithmetic: bit operations would cut 64-bit values to 32 bits.
    sum += raw % 2 === 0 ? raw / 2 : -(raw + 1) / 2
    values.push(sum)
  }
  return values
}

function readVarint(message: Uint8Array, cursor: { at: number }): number {
  let value = 0
  let factor = 1
  for (let count = 0; count < 10; count += 1) {
    const byte = message[cursor.at]
    if (byte === undefined) throw new RangeError('message ends inside a number')
    cursor.at += 1
    value += (byte & 0x7f) * factor
    if (byte < 0x80) return value
    factor *= 128
  }
  throw new RangeError('number longer than 64 bits')
}

function take(message: Uint8Array, cursor: { at: number }, length: number): Uint8Array {
  const end = cursor.at + length
  if (end > message.length) throw new RangeError('message ends inside a field')
  const bytes = message.subarray(cursor.at, end)
  cursor.at = end
  return bytes
}
