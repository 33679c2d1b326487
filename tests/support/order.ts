import { BaseSequencer, type TestSpecification } from "vitest/node"

/** Files that take long, in seconds of a processor: only the proportions matter. Every other one takes about three. */
const LONG: Record<string, number> = {
  "browser/cohort-of-four.test.ts": 90,
  "browser/cohort-of-three.test.ts": 70,
  "process.test.ts": 45,
  "qualification/routes.test.ts": 45,
  "browser/pages.test.ts": 80,
  "mail-in/killed.test.ts": 40,
  "backup/round-trip.test.ts": 30,
  "trial-postgres.test.ts": 25,
  "browser/elements.test.ts": 20,
  "routes.test.ts": 20,
  "browser/sessions.test.ts": 18,
  "search/outage.test.ts": 18,
  "backup/killed.test.ts": 15,
}
const USUAL = 3

/**
 * The longest first, so that none is left for the end, and apart: behind each come short ones for as long as it takes,
 * so that two long ones, each with a browser or a PostgreSQL of its own, rarely run side by side.
 */
export class Apart extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return setApart(files, ({ moduleId }) => secondsOf(moduleId), this.ctx.config.maxWorkers)
  }
}

const secondsOf = (path: string): number =>
  Object.entries(LONG).find(([name]) => path.endsWith(`/tests/${name}`))?.[1] ?? USUAL

/** @param seconds how long a file takes */
export function setApart<T>(files: T[], seconds: (file: T) => number, workers: number): T[] {
  const short = files.filter((file) => seconds(file) <= USUAL)
  const long = files
    .filter((file) => seconds(file) > USUAL)
    .toSorted((one, other) => seconds(other) - seconds(one))
  const ordered: T[] = []
  for (const file of long) {
    const beside = Math.ceil((seconds(file) * (workers - 1)) / USUAL)
    ordered.push(file, ...short.splice(0, beside))
  }
  return [...ordered, ...short]
}
