import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { followLinks } from "../../tests/browser/crawl.ts"
import { listPages, type PageOfOurs, WHO } from "../../tests/browser/pages.ts"
import { openBrowser, openPage, visit } from "../../tests/browser/support.ts"
import type { PageField, PageForm } from "../../tests/support/forms.ts"
import { type ExampleTown, openExampleTown } from "./example-town.ts"
import { type FoundForm, findForms, formOf, freshForm, sentBy, typedFields } from "./found-forms.ts"
import { type Document, openTrap, show } from "./frames.ts"
import { type Kind, kindsOf } from "./kinds.ts"
import { KINDS, keep, say } from "./settings.ts"

/**
 * Every kind of mark-up through every field for words of every form. What each attempt is answered with is shown in a
 * real browser, without the policy that would stop it there; at the end everybody opens every page, as it is.
 */
let town: ExampleTown
let browser: Browser
let page: Page
let trap: Awaited<ReturnType<typeof openTrap>>
let forms: FoundForm[]
let kinds: Kind[]
let listed: PageOfOurs[]

beforeAll(async () => {
  town = await openExampleTown()
  listed = await listPages(town.world)
  trap = await openTrap()
  browser = await openBrowser()
  page = await openPage(await visit(browser, town.world, null), "about:blank")
  forms = (await findForms(town)).filter(({ form }) => typedFields(form).length > 0)
  kinds = kindsOf(trap.address)
})
afterAll(async () => {
  await browser?.close()
  await trap?.close()
  await town?.world.close()
})

it("the kinds are many, and each is another", () => {
  const texts = kindsOf(trap.address).map(({ text }) => text)
  expect(new Set(texts).size).toBe(texts.length)
  expect(texts.length).toBeGreaterThanOrEqual(200)
})

it("the browser tells what would run", async () => {
  const open = kindsOf(trap.address)
    .slice(0, 3)
    .concat({ name: "link", text: '<a href="javascript:marker()">x</a>', isBlock: false })
  const documents = open.map(({ name, text }) => ({
    name,
    html: `<html><head></head><body>${text}</body></html>`,
  }))
  const found = await show(page, documents, trap.address)
  expect(found.filter((line) => line.endsWith(": ran"))).not.toEqual([])
  expect(found.filter((line) => line.includes("leads to javascript"))).toHaveLength(1)
  trap.seen.length = 0
})

it("stays what it is through every field of every form", async () => {
  const found: string[] = []
  const tally: Record<string, { sent: number; taken: number }> = {}
  let waiting: Document[] = []
  const look = async (atLeast: number) => {
    if (waiting.length < atLeast) return
    found.push(...(await show(page, waiting, trap.address)))
    waiting = []
  }
  for (const [at, one] of forms.entries()) {
    const count = { sent: 0, taken: 0 }
    for await (const { html, name, isTaken } of fillIn(one, kindsFor(at))) {
      count.sent += 1
      if (isTaken) count.taken += 1
      waiting.push({ name, html })
      await look(40)
    }
    tally[one.key] = count
    await town.repair()
    if (at % 20 === 0) say(`${at} of ${forms.length} forms, ${found.length} found`)
  }
  await look(1)
  keep("markup", { kinds: kinds.length, forms: tally, found, loaded: trap.seen })
  const sum = (of: "sent" | "taken") => Object.values(tally).reduce((all, one) => all + one[of], 0)
  say(`${kinds.length} kinds through ${forms.length} forms: ${sum("sent")} sent, ${sum("taken")} accepted`)
  expect({ found, loaded: trap.seen }).toEqual({ found: [], loaded: [] })
})

it("stays what it is on every page, as everybody opens it, and in every mail", async () => {
  await town.world.catchUp()
  await town.world.drain()
  await town.repair()
  const cookies = new Map(WHO.map((who) => [who, town.whoIs(who)?.cookie ?? null]))
  const mails = await town.world.mails()
  const documents = mails.flatMap(({ html }, at) => (html ? [{ name: `mail ${at}`, html }] : []))
  const found: string[] = []
  for (let at = 0; at < documents.length; at += 40)
    found.push(...(await show(page, documents.slice(at, at + 40), trap.address)))
  const pages = [...listed, ...(await followLinks(town.world, cookies, listed))]
  for (const who of WHO) {
    const own = pages.filter(([reader]) => reader === who)
    const resident = town.whoIs(who)
    const person = resident && { ...resident, email: "", agent: town.world.nobody }
    const context = await visit(browser, town.world, person)
    await context.exposeFunction("marker", () => found.push(`marker ran as ${who}`))
    const opened = await openPage(context, "about:blank")
    for (const [, path] of own) {
      await opened.goto(path)
      found.push(...opened.faults.splice(0).map((fault) => `${path}: ${fault}`))
    }
    await context.close()
  }
  say(`${pages.length} pages and ${documents.length} mails looked at`)
  expect({ found, loaded: trap.seen }).toEqual({ found: [], loaded: [] })
})

/** All; where fewer are wanted, each form has others, so that together they have all. */
const kindsFor = (at: number): Kind[] =>
  KINDS === 0
    ? kinds
    : Array.from({ length: KINDS }, (_, next) => kinds[(at * KINDS + next) % kinds.length] as Kind)

/** Sends the form as often as it takes for every field to have had every kind. */
async function* fillIn(found: FoundForm, tried: Kind[]) {
  let form = (await freshForm(town, found)) ?? found.form
  const rounds = typedFields(form).map((field) => ({ field, packs: packsFor(field, tried) }))
  const most = Math.max(...rounds.map(({ packs }) => packs.length))
  for (let round = 0; round < most; round += 1) {
    const words = Object.fromEntries(
      rounds.map(({ field, packs }) => [field.name, packs[round % packs.length] ?? ""]),
    )
    let answer = await town.ask(found.resident, sentBy(form, found.page, { ...pressed(form), ...words }))
    yield { name: `${found.key} ${round}`, html: answer.text, isTaken: answer.status < 400 }
    const refused = refusedFields(answer.text, found.key)
    // A field that takes addresses alone has refused it, and the others go on without.
    if (answer.status === 422 && refused.length > 0 && refused.length < rounds.length) {
      for (const name of refused) words[name] = textIn(form, name)
      answer = await town.ask(found.resident, sentBy(form, found.page, { ...pressed(form), ...words }))
    }
    const to = answer.headers.get("location")
    if (to?.startsWith("/")) answer = await town.ask(found.resident, { method: "GET", path: to })
    yield { name: `${found.key} ${round} after`, html: answer.text, isTaken: answer.status < 400 }
    form = formOf(answer.text, found.key) ?? (await freshForm(town, found)) ?? form
  }
}

/** The first button that neither takes away nor goes elsewhere. */
const pressed = ({ buttons }: PageForm) => Object.fromEntries(buttons.slice(0, 1))

const textIn = ({ values }: PageForm, name: string) => [values[name] ?? ""].flat()[0] ?? ""

const refusedFields = (html: string, key: string): string[] =>
  (formOf(html, key)?.fields ?? []).filter(({ isInvalid }) => isInvalid).map(({ name }) => name)

/** As many kinds at once as the field takes; those of several lines each for itself. */
function packsFor({ kind, limit }: PageField, tried: Kind[]): string[] {
  const most = Math.min(limit ?? 200, 1_500)
  const isText = kind === "textarea"
  const packs: string[] = []
  let pack = ""
  for (const { text, isBlock } of tried) {
    const typed = isText ? text : text.replace(/[\n\r]/g, " ")
    if (isBlock && !isText) continue
    const next = pack === "" ? typed : `${pack}${isText ? "\n\n" : " "}${typed}`
    if (isBlock || next.length > most) {
      if (pack !== "") packs.push(pack)
      pack = ""
      if (isBlock) packs.push(typed.slice(0, most))
      else pack = typed.slice(0, most)
    } else pack = next
  }
  return pack === "" ? packs : [...packs, pack]
}
