import { findOnPath } from './system-packages.ts'
import { LaunchError } from './launch-error.ts'

/** A command with its arguments. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
}

/** The same command under a virtual X display of 1920x1080, which ends with it (`xvfb-run` of the Debian package xvfb). */
export function underVirtualDisplay({ file, args }: Command): Command {
  const wrapper = findOnPath('xvfb-run')
  if (wrapper === null) throw new LaunchError('缺少 xvfb-run：请安装软件包 xvfb 和 xauth / install xvfb and xauth')
  return { file: wrapper, args: ['-a', '-s', '-screen 0 1920x1080x24', file, ...args] }
}
