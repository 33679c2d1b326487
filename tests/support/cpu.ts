import { expect } from "vitest"

const ATTEMPTS = 5

/** Milliseconds of processor time that this thread spent on `work`: neither others on the machine count nor the
 * threads beside it that collect garbage and compile. */
function cpuMilliseconds(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/**
 * Expects `work` to need less than `bound` milliseconds of processor time. What grows with the square of a text needs
 * too long each time; what the machine was slow at (a first compilation, a shared core) is quick in one of five.
 */
export function expectQuick(work: () => unknown, bound = 1_000): void {
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < ATTEMPTS && least >= bound; attempt++)
    least = Math.min(least, cpuMilliseconds(work))
  expect(least, "milliseconds of processor time").toBeLessThan(bound)
}
