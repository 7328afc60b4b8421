import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { replaceFile } from './durable-file.ts'
import { seatOf } from './op-proof.ts'

/** The key this seat signs its record with; kept in a file only its owner can read. */
export interface SeatKey {
  readonly seat: string
  readonly algorithm: 'ed25519'
  /** SPKI, base64. */
  readonly publicKey: string
  readonly privateKey: KeyObject
}

/** The key file of a database. */
export function keyPathOf(databasePath: string): string {
  return `${databasePath}.key`
}

/** Reads the seat's key, or makes one when there is none. A file that is no key is set aside and replaced: a new seat. */
export function loadSeatKey(databasePath: string, stamp: string): SeatKey {
  const path = keyPathOf(databasePath)
  if (!existsSync(path)) return createSeatKey(path)
  const key = readKey(readFileSync(path, 'utf8'))
  return key ?? retireSeatKey(databasePath, stamp)
}

/** Sets the present key aside and makes a new one, so that this machine goes on as a new seat. */
export function retireSeatKey(databasePath: string, stamp: string): SeatKey {
  const path = keyPathOf(databasePath)
  renameSync(path, `${path}.retired-${stamp}`)
  return createSeatKey(path)
}

/** A key in memory, not kept anywhere. */
export function generateSeatKey(): SeatKey {
  return seatKeyOf(generateKeyPairSync('ed25519').privateKey)
}

function createSeatKey(path: string): SeatKey {
  const key = generateSeatKey()
  replaceFile(path, key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())
  return key
}

function readKey(pem: string): SeatKey | null {
  try {
    const privateKey = createPrivateKey(pem)
    return privateKey.asymmetricKeyType === 'ed25519' ? seatKeyOf(privateKey) : null
  } catch {
    return null // not a key: the caller sets the file aside and says so by the new seat
  }
}

function seatKeyOf(privateKey: KeyObject): SeatKey {
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64')
  return { seat: seatOf(publicKey), algorithm: 'ed25519', publicKey, privateKey }
}
