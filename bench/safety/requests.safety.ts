import { afterAll, beforeAll, expect, it } from "vitest"
import { randomFrom } from "../../tests/support/office-text.ts"
import { faultsOf } from "./answers.ts"
import { type Answer, type ExampleTown, openExampleTown, type Resident, type Sent } from "./example-town.ts"
import { type FoundForm, findForms, freshForm, sentBy, typedFields } from "./found-forms.ts"
import { Accepted, fileFor, NOT_ASKED, type Operation, readOperations, requestTo } from "./operations.ts"
import type { Making } from "./schemas.ts"
import { keep, REQUESTS, SEED, say } from "./settings.ts"
import { readThings } from "./things.ts"
import { between, chance, oddText, pick, words } from "./values.ts"

/**
 * Requests that a generator makes of the description of the API and of the forms of all pages, in the state that the
 * requests before have led to. None may get an answer of a server that failed, and a third has to be accepted: a
 * generator that is only ever refused tries nothing but the check of its input.
 */
let town: ExampleTown
let forms: FoundForm[]
let described: Awaited<ReturnType<typeof readOperations>>

beforeAll(async () => {
  town = await openExampleTown()
  forms = (await findForms(town)).filter(({ form }) => !isEnding(form.action))
  described = await readOperations(town)
})
afterAll(() => town.world.close())

/** These end the session of whoever sends them, as do their like of the API. */
const isEnding = (action: string) => /^\/(abmelden|profil\/sitzungen|profil\/ausscheiden)/.test(action)

/** After so many, what there is now is read anew, and everybody is there again. */
const CHAPTER = 250
const FORMS_SHARE = 0.4

type Tried = { name: string; resident: Resident | null; sent: Sent; answer: Answer }

it(`${REQUESTS} requests from seed ${SEED} never fail, and a third of them is accepted`, async () => {
  const random = randomFrom(SEED)
  const making: Making = { random, things: await readThings(town), components: described.components }
  const operations = described.operations.filter(({ name }) => !NOT_ASKED.includes(name))
  const accepted = new Accepted()
  const counts = new Map<string, { asked: number; taken: number }>()
  const faults: object[] = []
  for (let number = 1; number <= REQUESTS; number += 1) {
    if (number % CHAPTER === 0) {
      await town.repair()
      making.things = await readThings(town)
    }
    const tried = chance(random, FORMS_SHARE)
      ? await tryForm(
          making,
          turnOf(forms, number, ({ key }) => key),
        )
      : await tryOperation(
          making,
          turnOf(operations, number, ({ name }) => name),
          accepted,
        )
    const isTaken = tried.answer.status < 400
    const count = counts.get(tried.name) ?? { asked: 0, taken: 0 }
    counts.set(tried.name, { asked: count.asked + 1, taken: count.taken + (isTaken ? 1 : 0) })
    const found = faultsOf(tried.sent, tried.answer, town.world.config.publicUrl)
    if (found.length > 0) faults.push({ number, who: tried.resident?.name, sent: tried.sent, found })
    if (number % 500 === 0) say(`${number} requests, ${takenOf(counts)} accepted, ${faults.length} faults`)
  }
  const share = takenOf(counts) / REQUESTS
  const never = [...counts].filter(([, { taken }]) => taken === 0).map(([name]) => name)
  const jobs = await failedJobs()
  keep("requests", {
    seed: SEED,
    share,
    faults,
    log: town.faults,
    jobs,
    never,
    counts: Object.fromEntries(counts),
  })
  say(
    `seed ${SEED}: ${counts.size} routes and forms, ${(share * 100).toFixed(0)} % accepted, ${never.length} of them never`,
  )
  expect({ faults, log: town.faults, jobs }).toEqual({ faults: [], log: [], jobs: [] })
  expect(share).toBeGreaterThan(1 / 3)
})

/** What takes away is seldom tried, or there would soon be nothing to do anything with. */
const TAKES_AWAY =
  /^DELETE|leav|loeschen|entfernen|verlassen|archiv|loesen|\b(remove|delete|discard|revoke|leave|withdraw) /
const OFTEN = 5

/** Each as often as any other, whatever chance says. */
function turnOf<T>(from: readonly T[], number: number, nameOf: (one: T) => string): T {
  const round = Math.floor(number / from.length)
  const asked = round % OFTEN === OFTEN - 1 ? from : from.filter((one) => !TAKES_AWAY.test(nameOf(one)))
  const one = asked[number % asked.length]
  if (one === undefined) throw new Error("nothing to ask")
  return one
}

const takenOf = (counts: Map<string, { taken: number }>) =>
  [...counts.values()].reduce((sum, { taken }) => sum + taken, 0)

async function tryOperation(making: Making, operation: Operation, accepted: Accepted): Promise<Tried> {
  const { resident, sent } = await requestTo(town, making, operation, accepted)
  const answer = await town.ask(resident, sent)
  if (answer.status < 400 && resident) accepted.note(operation, resident, sent.path.split("?")[0] ?? "")
  return { name: operation.name, resident, sent, answer }
}

/** Mostly as somebody fills it in; now and then with something odd in a field, or in one that is not shown. */
async function tryForm(making: Making, found: FoundForm): Promise<Tried> {
  const { random } = making
  const { key, page, resident } = found
  const form = (await freshForm(town, found)) ?? found.form
  const values: Record<string, string> = {}
  for (const { name, kind, limit } of typedFields(form))
    if (chance(random, 0.7) && !/link|url|email|address/.test(`${name} ${kind}`))
      values[name] = words(random, 1, limit ?? 100, kind === "textarea" ? "\n\n" : " ")
  if (form.buttons.length > 0) {
    const [name, value] = pick(random, form.buttons)
    values[name] = value
  }
  const names = Object.keys({ ...form.values, ...values })
  if (chance(random, 0.25) && names.length > 0) values[pick(random, names)] = oddText(random)
  if (chance(random, 0.05)) values[oddText(random).slice(0, 50)] = String(between(random, 0, 9))
  const sent = sentBy(form, page, values)
  for (const { name } of form.fields.filter(({ kind }) => kind === "file"))
    if (sent.body && "files" in sent.body && chance(random, 0.7))
      sent.body.files.append(name, fileFor(making))
  return { name: `form ${key}`, resident, sent, answer: await town.ask(resident, sent) }
}

/** What a request has ordered must not fail later either. */
async function failedJobs(): Promise<unknown[]> {
  await town.world.catchUp()
  await town.world.drain()
  const { rows } = await town.world.db.$client.query(
    "select name, state, output from pgboss.job where state in ('retry', 'failed') order by id",
  )
  return rows
}
