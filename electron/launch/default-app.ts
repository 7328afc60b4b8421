import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'

const MANIFEST = JSON.stringify({ name: 'default-app', version: '1.0.0', main: 'main.cjs' })

/**
 * Starts the application directory named by the first argument that is not a switch. CommonJS, so that the
 * application's main file runs before Electron is ready: privileged schemes can be registered only then.
 */
const MAIN = `'use strict'
const { app } = require('electron')
const fs = require('node:fs')
const path = require('node:path')

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (named === undefined) {
  process.stderr.write('usage: electron [switches] application-directory [arguments]\\n')
  app.exit(2)
} else {
  const directory = path.resolve(named)
  let manifest = null
  try {
    manifest = JSON.parse(fs.readFileSync(path.join(directory, 'package.json'), 'utf8'))
  } catch (error) {
    process.stderr.write('cannot read ' + path.join(directory, 'package.json') + ': ' + error.message + '\\n')
    app.exit(2)
  }
  if (manifest !== null) {
    const name = manifest.productName || manifest.name
    if (name) app.setName(name)
    if (manifest.version) app.setVersion(manifest.version)
    app.setAppPath(directory)
    require(path.resolve(directory, manifest.main || 'index.js'))
  }
}
`

/** Packs `resources/default_app.asar` into an Electron that has none. `work` is a folder for the unpacked files. */
export async function writeDefaultApp(distDir: string, work: string): Promise<void> {
  const source = join(work, 'default-app')
  await mkdir(source)
  await writeFile(join(source, 'package.json'), MANIFEST)
  await writeFile(join(source, 'main.cjs'), MAIN)
  await mkdir(join(distDir, 'resources'), { recursive: true })
  await createPackage(source, join(distDir, 'resources', 'default_app.asar'))
}
