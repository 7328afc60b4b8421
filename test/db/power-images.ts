/** The files of a record as they stand on the disk. */
export interface DiskFiles {
  readonly database: Buffer
  readonly log: Buffer
  readonly head: Buffer
}

/** A disk as it may be found after the power was cut, and how it came about. */
export interface DiskImage extends DiskFiles {
  readonly name: string
  /** A sealed head that was being written beside the old one; empty when none was. */
  readonly newHead: Buffer
}

/** What a disk writes whole or not at all. */
const SECTOR = 512
/** The header of SQLite's write-ahead log is synced by itself before the frames that follow it. */
const LOG_HEADER = 32

/**
 * Disks as they may be found when the power goes while one commit is under way, from the files before it and after its
 * acknowledgement: what was not synced yet is lost, written in part, in another order, or torn. The order of the steps is
 * SQLite's: header of the log, frames of the log, then the pages of a checkpoint; the sealed head comes last.
 */
export function imagesOf(before: DiskFiles, after: DiskFiles, chance: () => number): DiskImage[] {
  const base = { ...before, newHead: Buffer.alloc(0) }
  const images: DiskImage[] = []
  const started = Buffer.concat([after.log.subarray(0, LOG_HEADER), before.log.subarray(LOG_HEADER)])
  if (!started.equals(before.log)) images.push({ ...base, name: 'log started again, nothing in it', log: started })
  const frames = damagesOf(started, after.log, chance)
  images.push(...frames.map(({ name, bytes }) => ({ ...base, name: `log ${name}`, log: bytes })))
  const committed = { ...base, log: after.log }
  images.push({ ...committed, name: 'committed, not checkpointed' })
  if (!before.database.equals(after.database)) {
    const pages = damagesOf(before.database, after.database, chance)
    images.push(...pages.map(({ name, bytes }) => ({ ...committed, name: `checkpoint ${name}`, database: bytes })))
  }
  const stored = { ...committed, database: after.database }
  const cut = Math.floor(chance() * after.head.length)
  images.push({ ...stored, name: 'head not written', head: before.head })
  images.push({ ...stored, name: 'head not renamed', head: before.head, newHead: after.head })
  images.push({ ...stored, name: 'head torn beside', head: before.head, newHead: after.head.subarray(0, cut) })
  images.push({ ...stored, name: 'head sealed, not acknowledged', head: after.head })
  return images
}

/** Ways in which the change from one content of a file to the next may reach the disk in part. */
function damagesOf(from: Buffer, to: Buffer, chance: () => number): { name: string; bytes: Buffer }[] {
  const changed: number[] = []
  for (let at = 0; at < to.length; at += SECTOR) {
    if (!from.subarray(at, at + SECTOR).equals(to.subarray(at, at + SECTOR))) changed.push(at)
  }
  const cut = Math.floor(chance() * changed.length)
  const written = (sectors: readonly number[], length = to.length): Buffer => {
    const bytes = Buffer.alloc(length)
    from.copy(bytes)
    for (const at of sectors) to.copy(bytes, at, at, at + SECTOR)
    return bytes
  }
  const torn = written(changed.slice(0, cut))
  const tornAt = (changed[cut] ?? 0) + Math.floor(chance() * SECTOR)
  to.copy(torn, changed[cut] ?? 0, changed[cut] ?? 0, tornAt)
  const longest = Math.max(from.length, Math.floor(from.length + chance() * (to.length - from.length)))
  return [
    { name: 'in order, the rest lost', bytes: written(changed.slice(0, cut)) },
    { name: 'in another order, some lost', bytes: written(changed.filter(() => chance() < 0.5)) },
    { name: 'all but one sector', bytes: written(changed.filter((_, index) => index !== cut)) },
    { name: 'from the end, the first lost', bytes: written(changed.slice(cut + 1)) },
    { name: 'torn inside a sector', bytes: torn },
    { name: 'cut at any byte', bytes: written(changed, to.length).subarray(0, longest) },
  ]
}
