import { afterAll, beforeAll, expect, it } from "vitest"
import {
  crawl,
  exceed,
  fill,
  formsIn,
  isTyped,
  keyOf,
  type PageForm,
  takingAway,
  unkept,
  unlimited,
} from "../support/forms.ts"
import type { Agent, RouteEntry } from "../support/world.ts"
import { type Group, openGroup } from "./group.ts"
import { openRound } from "./round.ts"
import { isOfQualification } from "./routes.table.ts"
import { addressOf, makeThings, type Things } from "./things.ts"

/** The forms of the qualification, as everybody finds them: their limits, and what becomes of two windows. */
let group: Group
let things: Things
let agents: Agent[]
let forms: Awaited<ReturnType<typeof crawl>>
let pages: string[]

beforeAll(async () => {
  group = await openGroup()
  const { facilitator, mueller, huber, schoeller, dangelo } = group.people
  agents = [facilitator, mueller, huber, schoeller, dangelo].map(({ agent }) => agent)
  things = await makeThings(group)
  pages = group.routes.filter(isPage).map(({ url }) => addressOf(group, things, url))
  const plan = `/lerngruppen/${group.cohortId}/vorhaben/nutzungsregeln?bearbeiten=nutzungsregeln`
  const round = `/lerngruppen/${things.cohort}/kompetenzbilanzen?runde=${things.round}`
  forms = await crawl(agents, [...pages, plan, round], patiently)
})
afterAll(() => group.close())

/** The message to the managers belongs to what is submitted now; before it there is none to compare it with. */
const NOTHING_STORED = ["/lernprojekte/:id submit"]
/** Lists of one thing a line, each with a limit of its own. */
const LIMITED_BY_LINE = ["/infoveranstaltungen/:id/einwaende enter lines"]
const VERSIONS = ["version", "planVersion"]
/** Nobody asks this fast in earnest. */
const patiently = () => group.db.$client.query("delete from throttles")
const isPage = ({ method, url }: RouteEntry) =>
  method === "GET" && !url.startsWith("/api") && isOfQualification(url)

type Found = { page: string; agent: Agent }

const isVersioned = ({ fields, values }: PageForm) =>
  VERSIONS.some((name) => values[name] !== undefined) && fields.some(isTyped)

/** What is typed into every field for words, in place of what is there. */
const typed = ({ fields }: PageForm, word: string) =>
  Object.fromEntries(
    fields
      .filter((field) => isTyped(field) && !/^new\.|link$|^address$|^minutes$/.test(field.name))
      .map(({ name }) => [name, `Fassung ${word}`]),
  )

/** The button that only saves. */
const pressed = ({ buttons }: PageForm) =>
  Object.fromEntries(buttons.filter(([, value]) => ["draft", "false", "save"].includes(value)).slice(0, 1))

/** What a form needs besides words to be taken. */
const MORE: Record<string, Record<string, string>> = {
  "/abstimmungen/:id": { answer: "commented", talkOn: "" },
  "/kompetenzbilanz/:id/ergebnis": { level: "3" },
  "/lerngruppen/:id/selbsteinschaetzung": Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [`level${index + 1}`, "3"]),
  ),
}

/** @returns what is wrong with the page of whoever was slower; nothing where all is well */
async function collide(key: string, { page, agent }: Found): Promise<string[]> {
  await patiently()
  const { text } = await agent.get(page).expect(200)
  const form = formsIn(text).find((one) => keyOf(one) === key && isVersioned(one))
  if (!form) return [`${key}: gone`]
  const send = (word: string) =>
    agent.form(form.action, { ...form.values, ...pressed(form), ...MORE[key], ...typed(form, word) })
  const first = await send("Alpha")
  const second = await send("Omega")
  const main = second.text.split(/<main |<\/main>/)[1] ?? ""
  const isMarked = /<del>.*?Alpha/s.test(main) && /<ins>.*?Omega/s.test(main)
  const isKept = formsIn(main).some(
    (again) => keyOf(again) === key && again.fields.some(({ value }) => value === "Fassung Omega"),
  )
  if (first.status === 303 && second.status === 409 && isMarked && isKept) return []
  return [`${key}: ${first.status} and ${second.status}, marked ${isMarked}, kept ${isKept}`]
}

it("mark what differs wherever somebody else was faster, and keep what was typed", async () => {
  const versioned = [...forms].filter(([key, { form }]) => isVersioned(form) && !NOTHING_STORED.includes(key))
  const faults: string[] = []
  for (const [key, found] of versioned) faults.push(...(await collide(key, found)))
  expect(faults).toEqual([])
  expect(versioned.map(([key]) => key).toSorted()).toMatchInlineSnapshot(`
    [
      "/abstimmungen/:id",
      "/arbeitsablaeufe/:id save",
      "/beratungen/:id decide",
      "/beratungsthemen/:id save",
      "/einwaende/:id",
      "/erkenntnisse/:id save",
      "/infoveranstaltungen/:id/bearbeiten",
      "/kompetenzbilanz/:id/planen save",
      "/kompetenzbilanz/:id/vorbereitung",
      "/lerngruppen/:id/beteiligte edit",
      "/lerngruppen/:id/rueckmeldung save",
      "/lerngruppen/:id/selbsteinschaetzung",
      "/lerngruppen/:id/vorhaben/nutzungsregeln save",
      "/lernimpulse/:id answer",
      "/lernprojekte/:id save",
      "/lernprojekte/kommentare/:id save",
      "/lerntagebuch/:id save",
      "/nachweise/:id save",
      "/programme/:id save",
      "/programme/schritte/:id save",
      "/rueckblick/karten/:id save",
      "/rueckblick/themen/:id save",
      "/termine/:id/aendern move",
      "/termine/:id/notizen",
      "/termine/:id/protokoll save",
      "/termine/:id/tagesordnung",
      "/termine/eintraege/:id save",
      "/termine/eintraege/:id settle",
    ]
  `)
})

it.each([
  ["telefonat-mit-der-it", "telefonat-mit-der-it"],
  ["infoveranstaltung", "kolleginnen-und-kollegen"],
  ["einwaende", "kolleginnen-und-kollegen"],
  ["einfuehrung", "kolleginnen-und-kollegen"],
  ["datenschutz", "datenschutz"],
  ["was-bleibt", "was-bleibt"],
])("does so in every field of the plan %s", async (slug, on) => {
  const page = `/lerngruppen/${group.cohortId}/vorhaben/${on}?bearbeiten=${slug}`
  const { agent } = group.people.huber
  expect(await collide(`/lerngruppen/:id/vorhaben/${slug} save`, { page, agent })).toEqual([])
})

it.each([
  ["begun", "einschaetzung"],
  ["rated", "ergebnis"],
  ["agreed", "saetze"],
] as const)("does so in an assessment that is %s: %s", async (until, form) => {
  const { id } = await openRound(group, until)
  const found = { page: `/kompetenzbilanz/${id}`, agent: group.people.mueller.agent }
  expect(await collide(`/kompetenzbilanz/:id/${form}`, found)).toEqual([])
})

it("marks the competences that somebody else chose", async () => {
  const page = `/lerngruppen/${group.cohortId}/kompetenzen`
  const { agent } = group.people.facilitator
  const choose = (fourth: string) =>
    agent.form(page, {
      competences: ["1.1", "1.2", "1.3", fourth].map((one) => `digcomp@2.2:${one}`),
      version: "0",
    })
  await choose("2.1").expect(303)
  const { text } = await choose("2.2").expect(409)
  expect(text).toMatch(/<del>.*Interaktion/s)
  expect(text).toMatch(/<ins>.*Teilen/s)
})

it("ask before anything is taken away, without a script, too", async () => {
  const found = new Map<string, boolean>()
  for (const page of pages)
    for (const agent of agents) {
      await patiently()
      const { status, text, type } = await agent.get(page)
      if (status !== 200 || type !== "text/html") continue
      for (const { key, isAsked } of takingAway(text)) found.set(key, isAsked && (found.get(key) ?? true))
    }
  expect([...found].filter(([, isAsked]) => !isAsked).map(([key]) => key)).toEqual([])
  expect([...found.keys()].toSorted()).toMatchInlineSnapshot(`
    [
      "/arbeitsablaeufe/:id remove",
      "/beratungen/:id discard",
      "/beratungen/:id/zeilen remove",
      "/erkenntnisse/:id remove",
      "/erkenntnisse/:id/entfernen",
      "/infoveranstaltungen/:id/einwaende remove",
      "/lerngruppen/:id/beteiligte end",
      "/lerngruppen/:id/verlassen",
      "/lernprojekte/eintraege/:id remove",
      "/lernprojekte/kommentare/:id remove",
      "/lerntagebuch/:id delete",
      "/nachweise/:id remove",
      "/programme/:id discard",
      "/programme/schritte/:id remove",
      "/rueckblick/karten/:id remove",
      "/rueckblick/themen/:id dissolve",
      "/schritte/dateien/:id/loeschen",
      "/termine/eintraege/:id remove",
      "/termine/fotos/:id/loeschen",
      "/zertifikate/:id delete",
      "/zertifikate/:id revoke",
    ]
  `)
})

it("say of every field for words how much goes in, take no more, and lose nothing of it", async () => {
  const all = [...forms.values()]
  expect(all.flatMap(({ form }) => unlimited(form)).toSorted()).toEqual(LIMITED_BY_LINE)
  expect(all.flatMap(({ form }) => unkept(form))).toEqual([])
  const faults: string[] = []
  for (const { agent, form } of all) faults.push(...(await exceed(agent, form, patiently)))
  for (const { agent, form } of all.filter(({ form }) => form.method !== "get"))
    faults.push(...(await fill(agent, form, patiently)))
  expect(faults).toEqual([])
})
