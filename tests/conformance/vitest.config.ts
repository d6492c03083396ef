import { defineConfig } from 'vitest/config'

/** Tests against the shared facts, which lie outside the repository: not part of `npm test`. */
export default defineConfig({
  test: { include: ['tests/conformance/**/*.test.ts'], testTimeout: 120_000 },
})
