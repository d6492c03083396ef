import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['tests/conformance/**', 'node_modules/**'],
    setupFiles: ['tests/setup/no-network.ts'],
    globalSetup: ['tests/setup/shared-folder.ts'],
    testTimeout: 30_000,
    // Most tests wait for processes that they start.
    maxWorkers: '100%',
  },
})
