import { AppError } from '#shared/kernel/app-error.ts'
import { readBundleFile } from '#electron/core/replication/bundle/bundle-files.ts'
import { reportOf } from '#electron/core/services/bundles/bundle-report.ts'
import { mergeBundle, tryBundle } from '#electron/core/services/bundles/hand-over.ts'
import type { CommandArguments, Outcome, Surroundings } from '../command.ts'
import { withMerging } from '../open-for-merging.ts'
import { requireOption } from '../require-option.ts'

/** `import-bundle`: another machine's signed file into this record, all or nothing. */
export function runImportBundle(given: CommandArguments, { nowMs }: Surroundings): Outcome {
  const path = requireOption(given, 'db')
  const [file = ''] = given.rest
  const { trust: trusted, who: named, preview } = given.options
  const trust = typeof trusted === 'string' ? trusted.split(/[,，\s]+/).filter((seat) => seat !== '') : []
  if (trust.length > 0 && typeof named !== 'string') {
    throw new AppError('bad-option', '写 --trust 时要用 --who 写明谁核对了指纹', { path: '--who', value: null })
  }
  const who = typeof named === 'string' ? named : '命令行'
  const bundle = readBundleFile(file)
  return withMerging(path, nowMs, (parts) => {
    const document =
      preview === true
        ? tryBundle(parts, bundle, (merged) => reportOf(parts.db, bundle, merged))
        : parts.journal.commit((recorder) =>
            reportOf(parts.db, bundle, mergeBundle(parts, bundle, { recorder, trust, who, role: 'commandLine' })),
          )
    return { exitCode: 0, document: { ok: true, ...document } }
  })
}
