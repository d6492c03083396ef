import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['tests/conformance/**', 'node_modules/**'],
    setupFiles: ['tests/setup/no-network.ts'],
    globalSetup: [],
    testTimeout: 30_000,
  },
})
