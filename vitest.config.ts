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

const isLong = process.env['DAYANG_LONG'] !== undefined

export default defineConfig({
  plugins: [noElectron],
  test: {
    // The long run is of those tests alone that then try more (src/shared/random.testing.ts).
    include: isLong
      ? ['src/**/*.random.test.ts']
      : ['src/**/*.test.ts', 'resources/**/*.test.ts', 'scripts/**/*.test.mjs'],
    environment: 'node',
    passWithNoTests: false,
    globalSetup: './src/main/store/memory-folder.testing.ts',
    // How long a machine with other work may take, for all of a long run's cases too: nothing is measured by these.
    testTimeout: isLong ? 3_600_000 : 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // Two cores are what a newsroom's machine has; more workers only fight for them.
    maxWorkers: 2,
    // No module keeps anything between two calls, so a worker reads it once, and not once a file.
    isolate: false,
  },
})
