import { defineConfig } from 'vitest/config'

const TIMED = ['test/hostile.test.ts', 'test/**/growth.test.ts']

export default defineConfig({
  test: {
    testTimeout: 60_000,
    coverage: { provider: 'v8', include: ['src/**'], exclude: ['src/grammar/generated/**'] },
    projects: [
      { extends: true, test: { name: 'tests', include: ['test/**/*.test.ts'], exclude: [...TIMED, 'test/crash/**'], sequence: { groupOrder: 0 } } },
      // What measures time runs alone, after the rest, and again where the machine was busy.
      { extends: true, test: { name: 'timed', include: TIMED, retry: 3, sequence: { groupOrder: 1 } } },
    ],
  },
})
