import { basename } from 'node:path'

/** The npm that runs this script, with Node's own executable where npm is a script, or the npm on the path. */
export function npmCommand(
  env: Readonly<Record<string, string | undefined>> = process.env,
): readonly [string, ...string[]] {
  const npmScript = env['npm_execpath']
  return npmScript !== undefined && basename(npmScript) === 'npm-cli.js' ? [process.execPath, npmScript] : ['npm']
}
