import { defineConfig } from "vitest/config"
import { PATIENCE } from "../../tests/support/patience.ts"

/** `npm run bench:safety`: what attacks a whole installation for minutes. No part of `npm test`. */
export default defineConfig({
  test: {
    include: ["bench/safety/*.safety.ts"],
    globalSetup: ["tests/support/cluster.ts", "tests/browser/chromium.ts"],
    setupFiles: ["tests/support/after-file.ts"],
    // Each file plays an hour of an office; the count of requests and the list of kinds bound it.
    testTimeout: PATIENCE.test * 8,
    hookTimeout: PATIENCE.test * 4,
    teardownTimeout: PATIENCE.test,
    pool: "forks",
    isolate: false,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
})
