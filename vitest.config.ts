import { defineConfig } from "vitest/config"
import { Apart } from "./tests/support/order.ts"
import { PATIENCE } from "./tests/support/patience.ts"
import { countWorkers } from "./tests/support/workers.ts"

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/support/cluster.ts", "tests/browser/chromium.ts", "tests/support/programs.ts"],
    setupFiles: ["tests/support/after-file.ts"],
    testTimeout: PATIENCE.test,
    hookTimeout: PATIENCE.test,
    teardownTimeout: PATIENCE.test,
    expect: { poll: { timeout: PATIENCE.once } },
    pool: "forks",
    // A worker reads and compiles the program once, not once a file; `after-file.ts` undoes what a file changed.
    isolate: false,
    maxWorkers: countWorkers(),
    sequence: { sequencer: Apart },
  },
})
