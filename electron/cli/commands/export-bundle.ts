import { writeBundleFile } from '#electron/core/replication/bundle/bundle-files.ts'
import { makeBundle, noteGiven } from '#electron/core/services/bundles/hand-over.ts'
import type { CommandArguments, Outcome, Surroundings } from '../command.ts'
import { withMerging } from '../open-for-merging.ts'
import { requireOption } from '../require-option.ts'

/** `export-bundle`: this machine's record as one signed file for another. */
export function runExportBundle(given: CommandArguments, { nowMs }: Surroundings): Outcome {
  const file = requireOption(given, 'to')
  const { 'since-seat': since, who } = given.options
  const to = typeof since === 'string' ? since : null
  return withMerging(requireOption(given, 'db'), nowMs, (parts) => {
    const made = makeBundle(parts, to)
    parts.journal.commit(() => {
      noteGiven(parts, made, to, typeof who === 'string' ? who : '命令行')
      writeBundleFile(file, made.bytes)
    })
    const { from, since: known, counts } = made.header
    return { exitCode: 0, document: { ok: true, file, seat: from, since: known, ...counts, bytes: made.bytes.length } }
  })
}
