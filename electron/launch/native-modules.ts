import { lstat, mkdir, readlink, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isCode } from './exclusive-lock.ts'
import { LaunchError } from './launch-error.ts'
import { NATIVE_MODULES } from './registry-package.ts'

/**
 * Lets the built application find native modules that fit its Electron: links them into `out/node_modules`, which Node
 * searches before the project's. With null (the pinned Electron) the links are taken away and the project's own serve.
 */
export async function linkNativeModules(outDir: string, nativeModulesDir: string | null): Promise<void> {
  const folder = join(outDir, 'node_modules')
  for (const name of NATIVE_MODULES) {
    const link = join(folder, name)
    const target = nativeModulesDir === null ? null : join(nativeModulesDir, name)
    if ((await linkTarget(link)) === target) continue
    try {
      await rm(link, { force: true })
      if (target === null) continue
      await mkdir(folder, { recursive: true })
      await makeLink(target, link)
    } catch (error) {
      throw new LaunchError(`无法更新链接 ${link}：${String(error)}。请检查项目目录的写权限后重试。`, error)
    }
  }
}

async function linkTarget(path: string): Promise<string | null> {
  try {
    if (!(await lstat(path)).isSymbolicLink()) {
      throw new LaunchError(`${path} 不是链接：请删除该目录后重试 / is not a link, remove it and try again`)
    }
    return await readlink(path)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

async function makeLink(target: string, link: string): Promise<void> {
  try {
    // A junction needs no special right on Windows; elsewhere the type is ignored.
    await symlink(target, link, 'junction')
  } catch (error) {
    // Two starts at once: the other one has made the same link.
    if (!isCode(error, 'EEXIST')) throw error
  }
}
