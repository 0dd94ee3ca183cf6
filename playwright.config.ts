import { defineConfig } from '@playwright/test'
import type { DoorOptions } from './e2e/door'

export default defineConfig<DoorOptions>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // How long a machine with other work may take: nothing is measured by these.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  globalSetup: './e2e/run-folder.ts',
  // Two cores are what a newsroom's machine has; each worker keeps one browser and one newsroom process warm.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: process.env['DAYANG_REPORT'] ?? 'test-results/report.json' }]],
  use: {
    // The system's Chromium: Playwright's own are often out of reach. `npm test` looks for it and names it here.
    launchOptions: { executablePath: process.env['DAYANG_CHROMIUM'] ?? '/usr/bin/chromium' },
  },
  projects: [
    { name: 'browser', use: { door: 'browser' } },
    // The start command is the same whichever door it opens.
    { name: 'electron', use: { door: 'electron' }, testIgnore: 'start.spec.ts' },
  ],
})
