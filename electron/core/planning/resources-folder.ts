import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '#shared/kernel/app-error.ts'

/**
 * The `resources` folder that belongs to a program: the nearest one at or above the folder of the program's own file. A
 * packaged program passes its known folder instead. Throws `dataset-missing`.
 */
export function findResourcesFolder(programFolder: string): string {
  for (let folder = programFolder; ; folder = dirname(folder)) {
    const resources = join(folder, 'resources')
    if (existsSync(join(resources, 'parameters'))) return resources
    if (dirname(folder) === folder) break
  }
  throw new AppError('dataset-missing', `在“${programFolder}”及其上级找不到 resources 文件夹。请重新安装程序。`, {
    path: programFolder,
  })
}
