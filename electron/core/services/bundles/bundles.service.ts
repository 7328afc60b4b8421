import { appContract, type AppHandlers } from '#shared/contract/app-contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { VouchedFiles } from '../../imports/vouched-files.ts'
import { readBundleFile, writeBundleFile } from '../../replication/bundle/bundle-files.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'
import { answerOnce, findAnswer } from '../answer-once.ts'
import { reportOf } from './bundle-report.ts'
import { makeBundle, mergeBundle, noteGiven, tryBundle, type MergingParts } from './hand-over.ts'
import { knownSeats } from './known-seats.ts'
import { readSeatNames } from './seat-names.ts'

/** What the bundles service works with. */
export type BundlesServiceParts = MergingParts & { readonly vouchedFiles: VouchedFiles }

/** Joins the records of two machines by a file. */
export function createBundlesService(core: BundlesServiceParts): AppHandlers['bundles'] {
  const pathOf = async (ticket: string): Promise<string> => {
    const [path] = await core.vouchedFiles.pathsOf(ticket)
    if (path !== undefined) return path
    throw new AppError('not-found', '没有收到文件，请重新选择。', { path: 'ticket', value: ticket })
  }
  return {
    preview: async ({ ticket }) => {
      const bundle = readBundleFile(await pathOf(ticket))
      return tryBundle(core, bundle, (merged) => reportOf(core.db, bundle, merged))
    },

    import: async (input, { role }) => {
      const command = { channel: 'bundles.import', input, output: appContract.bundles.import.output }
      const kept = findAnswer(core.db, command)
      if (kept !== null) return kept
      const bundle = readBundleFile(await pathOf(input.ticket))
      const { trust, who } = input
      return answerOnce(core, command, (recorder) =>
        reportOf(core.db, bundle, mergeBundle(core, bundle, { recorder, trust, who, role })),
      )
    },

    export: async (input) => {
      const command = { channel: 'bundles.export', input, output: appContract.bundles.export.output }
      const kept = findAnswer(core.db, command)
      if (kept !== null) return kept
      const path = await pathOf(input.ticket)
      const made = makeBundle(core, input.to)
      return answerOnce(core, command, () => {
        noteGiven(core, made, input.to, input.who)
        // Last: what is noted was written, and what could not be written is not noted.
        writeBundleFile(path, made.bytes)
        return { path, ...made.header.counts, bytes: made.bytes.length }
      })
    },

    fileName: () => {
      const time = wallTimeOf(core.nowMs()).slice(0, 16).replace('T', '-').replaceAll(/[-:]/g, '')
      const name = readSeatNames(core.db).get(core.journal.seat) ?? core.journal.seat
      return { fileName: `两机合并-${name}-${time}` }
    },

    seats: () => knownSeats(core.db, core.journal.seat),

    nameSeat: (input, { role }) => {
      const command = { channel: 'bundles.nameSeat', input, output: appContract.bundles.nameSeat.output }
      return answerOnce(core, command, (recorder) => {
        const { name, who } = input
        recorder.append({
          kind: 'v1.seat.named',
          incidentId: '',
          entity: `seat:${core.journal.seat}`,
          basis: [],
          by: { user: who, role, onBehalf: null },
          body: { name },
        })
        return { name }
      })
    },
  }
}
