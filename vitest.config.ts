import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,property,build,attack,e2e}/**/*.test.ts'],
    // Builds and browsers are whole processes; two at a time is what a small machine carries.
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
