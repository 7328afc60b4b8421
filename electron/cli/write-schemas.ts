import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findResourcesFolder } from '#electron/core/planning/resources-folder.ts'
import { allSchemas, schemaText } from './schemas.ts'

/** Writes `resources/schema` anew from the declared shapes; files of shapes that are gone are removed. */
const folder = join(findResourcesFolder(import.meta.dirname), 'schema')
const schemas = allSchemas()
mkdirSync(folder, { recursive: true })
for (const file of readdirSync(folder)) {
  if (file.endsWith('.json') && !schemas.has(file.replace(/\.json$/, ''))) rmSync(join(folder, file))
}
for (const [name, schema] of schemas) writeFileSync(join(folder, `${name}.json`), schemaText(schema))
process.stderr.write(`${folder}：${schemas.size} 个 JSON Schema\n`)
