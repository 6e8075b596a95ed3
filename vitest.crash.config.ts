import { defineConfig } from 'vitest/config'

/** `npm run test:crash`: processes are killed at random moments; minutes long, and so not among the other tests. */
export default defineConfig({ test: { include: ['test/crash/*.test.ts'], testTimeout: 900_000, hookTimeout: 180_000, fileParallelism: false } })
