import { availableParallelism, loadavg } from "node:os"

const MOST = 8

/**
 * How many files run side by side: one a core, fewer where others keep cores busy. Beside such others two workers get
 * more of the machine than one, so two remain wherever there are two cores.
 */
export function countWorkers(cores = availableParallelism(), load = loadavg()[0] ?? 0): number {
  const least = Math.min(2, cores)
  return Math.max(least, Math.min(MOST, cores, Math.round(cores - load)))
}
