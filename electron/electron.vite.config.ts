import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = resolve(import.meta.dirname, '..')

/**
 * Shell, preload script and pages; the core has a build of its own (core.vite.config.ts). Targets are those of the oldest runtime the console is tested on (Electron 33: Node 20.18, Chromium 130), not of the
 * pinned one, so that a start where only the registry runtime is at hand reads the same files.
 */
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: resolve(root, 'out/main'),
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        external: ['electron', /^node:/],
        input: { index: resolve(root, 'electron/main/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: resolve(root, 'out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      // Fonts and images stay files: a data: URL would be refused by the content security policy.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          administrative: resolve(root, 'renderer/windows/administrative/index.html'),
          tactical: resolve(root, 'renderer/windows/tactical/index.html'),
          paper: resolve(root, 'renderer/windows/paper/index.html'),
        },
      },
    },
  },
})
