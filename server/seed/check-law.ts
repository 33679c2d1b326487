import { today } from "../kernel/time.ts"
import { dueOn, readExample } from "./reading/index.ts"

/**
 * Part of a release, never of the tests: a day that passes must not turn them red. Lists the official answers of the
 * example whose norms are to be read again, and ends with 1 where there are any. Another day may be given.
 */
const day = process.argv[2] ?? today()
if (!/^\d{4}-\d\d-\d\d$/.test(day)) {
  console.error(`check:law takes a day like ${today()}, not "${day}".`)
  process.exit(2)
}
const { law } = readExample()
const due = dueOn(law, day)
for (const { question, norms, checkedOn, lookAgainOn, source } of due)
  console.log(`${question}: ${norms}\n  read on ${checkedOn}, due since ${lookAgainOn}\n  ${source}`)
console.log(`${due.length} of ${law.checks.length} official answers are to be read again on ${day}.`)
process.exitCode = due.length > 0 ? 1 : 0
