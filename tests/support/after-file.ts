import { afterAll, vi } from "vitest"
import { resetClock } from "../../server/kernel/time.ts"

// Many files share one process, so that the program is read and compiled once and not a hundred times. What a file
// changed in the process ends with it.
afterAll(() => {
  resetClock()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})
