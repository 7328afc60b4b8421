/**
 * `node electron/launch/on-node-24.mjs script.ts [arguments]`: runs a TypeScript script on Node 24, also when this file
 * itself was started by an older Node, which cannot read TypeScript.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NEEDED_MAJOR = 24
const [script, ...rest] = process.argv.slice(2)

if (script === undefined) {
  process.stderr.write('usage: node electron/launch/on-node-24.mjs script.ts [arguments]\n')
  process.exitCode = 2
} else if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) {
  process.argv.splice(1, 2, resolve(script))
  await import(pathToFileURL(resolve(script)).href)
} else {
  process.exitCode = runOnBundledNode(script, rest)
}

/**
 * Runs the script on the Node 24 that npm ci installed as an optional dependency; answers its exit code.
 * @param {string} path
 * @param {string[]} args
 * @returns {number}
 */
function runOnBundledNode(path, args) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
  const node = join(project, 'node_modules', name, 'bin', file)
  if (!existsSync(node)) {
    process.stderr.write(
      `[启动] 需要 Node ${NEEDED_MAJOR}，当前为 ${process.version}，且可选依赖 ${name} 未安装。\n` +
        `[启动] 请运行 npm ci --include=optional 后重试，或安装 Node ${NEEDED_MAJOR} / Node ${NEEDED_MAJOR} is needed.\n`,
    )
    return 1
  }
  return spawnSync(node, [path, ...args], { stdio: 'inherit', env: withFirstOnPath(dirname(node)) }).status ?? 1
}

/**
 * The environment with a folder first on the path, so that the tools the script runs find the same Node: npm 10 leaves
 * out the link `node_modules/.bin/node` when a package for another platform names the same program.
 * @param {string} folder
 * @returns {NodeJS.ProcessEnv}
 */
function withFirstOnPath(folder) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [name]: `${folder}${delimiter}${process.env[name] ?? ''}` }
}
