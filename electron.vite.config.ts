import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** The doors and the newsroom's own process: one entry each, all in `out/main`. */
const doors = ['index', 'utility', 'serve', 'cli']

const input = Object.fromEntries(doors.map(door => [door, `src/main/${door}.ts`]))

export default defineConfig({
  // Everything in "dependencies" stays outside the bundle (native code, fonts, one copy of prosemirror-model), but
  // not what is many small modules: read one by one from the disk they are much of the time to start. Of oRPC all
  // or nothing: its parts know each other's errors by their classes.
  main: {
    build: {
      externalizeDeps: { exclude: ['kysely', 'zod', '@orpc/client', '@orpc/contract', '@orpc/server'] },
      rolldownOptions: { input },
      sourcemap: true,
    },
  },
  // A sandboxed preload can require nothing of its own: one CommonJS file that holds all it needs.
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  // The browser door serves the same files to the system's browser, which may be older than Electron's.
  renderer: {
    plugins: [react()],
    build: {
      target: 'chrome120',
      minify: true,
      rolldownOptions: {
        input: { index: 'src/renderer/index.html' },
        // What a module of ours gives besides its exports is styles; so a view's chunk holds what it uses alone.
        treeshake: {
          moduleSideEffects: [{ test: /\/src\/(shared|renderer)\/.*\.tsx?$/, sideEffects: false }],
        },
      },
    },
  },
})
