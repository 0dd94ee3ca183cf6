import { defineConfig } from 'vitest/config'

/** Outside Electron the package `electron` answers an import with a download, so no test may reach it. */
const noElectron = {
  name: 'no-electron',
  enforce: 'pre' as const,
  resolveId(id: string, importer: string | undefined) {
    if (id !== 'electron' && !id.startsWith('electron/')) return null
    throw new Error(`${importer ?? 'a test'} imports electron; move what is tested into a pure module`)
  },
}

export default defineConfig({
  plugins: [noElectron],
  test: {
    include: ['src/**/*.test.ts', 'resources/**/*.test.ts', 'scripts/**/*.test.mjs'],
    environment: 'node',
    passWithNoTests: false,
    testTimeout: 30_000,
    // Two cores are what a newsroom's machine has; more workers only fight for them.
    maxWorkers: 2,
  },
})
