import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/kernel/app-error.ts'
import { parseJson } from '#electron/core/datasets/decode-text.ts'
import { readBytes } from '#electron/core/datasets/source-files.ts'
import type { CommandArguments, Outcome, Surroundings } from '../command.ts'

/** `schema`: one shipped schema by name; `incident/1` and `incident` both find `incident-1`. */
export function runSchema({ rest }: CommandArguments, { resourcesFolder }: Surroundings): Outcome {
  const folder = join(resourcesFolder, 'schema')
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort()
  const [asked = ''] = rest
  const wanted = asked.replace('/', '-').replace(/\.json$/, '')
  const name = [wanted, `${wanted}-1`, `table-${wanted}`, `endpoint-${wanted}`].find((candidate) =>
    names.includes(candidate),
  )
  if (name === undefined) {
    throw new AppError('bad-option', `没有名为“${asked}”的 schema。可用名称：${names.join('、')}。`, {
      path: 'name',
      value: asked,
    })
  }
  const file = join(folder, `${name}.json`)
  return { exitCode: 0, document: parseJson(new TextDecoder().decode(readBytes(file)), file) }
}
