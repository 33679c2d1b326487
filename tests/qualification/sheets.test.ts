import { and, eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { PLANS, type PlanKind } from "../../server/qualification/plans/kinds.ts"
import { readHalfYear } from "../../server/qualification/programmes/half-year.ts"
import { programmeSteps } from "../../server/qualification/tables.ts"
import { SHEETS } from "../../web/pages/qualification/sheets/catalogue.ts"
import { sheetsFor } from "../../web/pages/qualification/sheets/named.ts"
import { SLUGS, type Slug } from "../../web/pages/qualification/sheets/sheet.ts"
import { de, en } from "../../web/texts/index.ts"
import { itWith } from "../support/outside.ts"
import { readPdf } from "../support/pdf.ts"
import { outlineOf } from "../support/pdf-outline.ts"
import { type Group, openGroup } from "./group.ts"
import { PROJECT } from "./project-things.ts"
import { openRound } from "./round.ts"

/** What stands in the filled sheet of each, and who of the group reads it there: nobody who could not on the screen. */
type Reader = "facilitator" | "mueller" | "huber" | "schoeller"
const GROUP: Reader[] = ["facilitator", "mueller", "huber"]
const WRITTEN: Record<Slug, { text: string; readers: Reader[] }> = {
  erfahrungen: { text: "Anrufen hilft mir", readers: GROUP },
  arbeitsablauf: { text: "Der Posteingang", readers: GROUP },
  lernprojekt: { text: "Rückfragen halbieren", readers: ["facilitator", "mueller"] },
  "telefonat-mit-der-it": { text: "Wort zu it-call", readers: GROUP },
  nutzungsregeln: { text: "Wort zu rules", readers: GROUP },
  infoveranstaltung: { text: "Wort zu event", readers: GROUP },
  einwaende: { text: "Wort zu objections", readers: GROUP },
  datenschutz: { text: "Wort zu data-protection", readers: GROUP },
  einfuehrung: { text: "Wort zu rollout", readers: [...GROUP, "schoeller"] },
  "was-bleibt": { text: "Wort zu lasting", readers: GROUP },
  // Frau Huber is the peer in the round to which it is released.
  vorbereitung: { text: "Frage gestellt", readers: GROUP },
}

let group: Group
let cohortId: string
let steps: Awaited<ReturnType<typeof openRound>>["steps"]
let programmeId: string
let processId: string

beforeAll(async () => {
  group = await openGroup()
  const round = await openRound(group, "released")
  cohortId = round.cohortId
  steps = round.steps
  programmeId = round.programmeId
  const { mueller, facilitator } = group.people
  const at = `/api/cohorts/${cohortId}`
  const experience = { anonymous: false, media: ["phone"], helps: "Anrufen hilft mir", hinders: "", wish: "" }
  await mueller.agent.put(`${at}/experiences`, experience).expect(204)
  const process = { title: "Der Posteingang", steps: "1. Öffnen", media: "Papier", pain: "", change: "" }
  processId = (await mueller.agent.post(`${at}/work-processes`, process).expect(201)).body.id
  const project = { ...PROJECT, title: "Rückfragen halbieren" }
  await mueller.agent.post(`${at}/projects`, project).expect(201)
  for (const kind of Object.keys(PLANS) as PlanKind[])
    await mueller.agent.put(`${at}/plans/${kind}`, { version: 0, content: contentOf(kind) }).expect(200)
  await facilitator.agent.post(`${at}/plans/rollout/decide`, { version: 1 }).expect(204)
})
afterAll(() => group.close())

/** Words in every field that takes some. */
function contentOf(kind: PlanKind) {
  const { fields, columns } = PLANS[kind]
  const word = (type: string) => (type === "line" || type === "text" ? `Wort zu ${kind}` : "")
  const filled = (types: Record<string, string>) =>
    Object.fromEntries(Object.entries(types).map(([name, type]) => [name, word(type)]))
  return { link: "", fields: filled(fields), lines: Object.keys(columns).length > 0 ? [filled(columns)] : [] }
}

const at = (slug: Slug | "", rest = "") => `/lerngruppen/${cohortId}/blaetter${slug && `/${slug}`}${rest}`
const pdfOf = async (who: Reader, address: string) =>
  readPdf((await group.people[who].agent.get(address).buffer(true).expect(200)).body)
const speak = (who: Reader, locale: "de" | "en") =>
  group.people[who].agent.patch("/api/me", { locale }).expect(200)
/** Texts stand in a page with hard spaces and escaped. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ").replaceAll("&amp;", "&")

describe.each([...SLUGS])("the sheet %s", (slug) => {
  const { text, readers } = WRITTEN[slug]

  it.each([
    ["de", "mueller"],
    ["en", "schoeller"],
  ] as const)("exists empty, as a page and a PDF (%s)", async (locale, who) => {
    const title = plain((locale === "de" ? de : en).qualification.sheets.titles[slug])
    await speak(who, locale)
    const page = plain((await group.people[who].agent.get(at(slug)).expect(200)).text)
    const pdf = await pdfOf(who, at(slug, "/pdf"))
    await speak(who, "de")
    expect(page).toContain(`<h1>${title}</h1>`)
    expect(page).not.toContain(text)
    expect(plain(pdf.lines[0] ?? "")).toBe(`H1 ${title}`)
    expect(pdf).toMatchObject({ lang: locale === "de" ? "de-DE" : "en", marked: true })
    expect(pdf.xmp.accessible).toBe("1")
    expect(pdf.text).not.toContain(text)
  })

  it("is there empty for everybody in the group", async () => {
    for (const who of [...GROUP, "schoeller"] as const)
      await group.people[who].agent.get(at(slug)).expect(200)
  })

  it("is filled with what is written, for exactly those who may read it on the screen", async () => {
    for (const who of [...GROUP, "schoeller"] as const) {
      const page = await group.people[who].agent.get(at(slug, "?ausgefuellt=1"))
      const pdf = await group.people[who].agent.get(at(slug, "/pdf?ausgefuellt=1")).buffer(true)
      if (readers.includes(who)) {
        expect(page.text, who).toContain(text)
        expect((await readPdf(pdf.body)).text, who).toContain(text)
      } else {
        expect(page.text, who).not.toContain(text)
        expect([page.status, pdf.status], who).toEqual(who === "schoeller" ? [403, 403] : [200, 404])
      }
    }
  })

  it("does not exist for anybody else, empty or filled", async () => {
    const { outsider, otherFacilitator } = group.people
    for (const query of ["", "?ausgefuellt=1"])
      for (const address of [at(slug, query), at(slug, `/pdf${query}`)]) {
        await outsider.agent.get(address).expect(404)
        await otherFacilitator.agent.get(address).expect(404)
        await group.nobody.get(address).expect(303)
      }
  })

  it("has the labels of the form on the screen", async () => {
    const { sheets, ...screen } = de.qualification
    const labels = (SHEETS.find((one) => one.slug === slug)?.fields(de, []) ?? []).flatMap((field) =>
      "label" in field && field.kind !== "group" ? [field.label] : [],
    )
    expect(labels.length).toBeGreaterThan(slug === "einwaende" ? -1 : 0)
    const known = JSON.stringify(screen)
    for (const label of labels.filter((one) => ![sheets.name, sheets.names].includes(one)))
      expect(known).toContain(label)
  })
})

describe("a filled sheet", () => {
  it("is one for each thing that is written, or only the one that is meant", async () => {
    const { mueller } = group.people
    const second = { title: "Die Weiterleistung", steps: "", media: "", pain: "", change: "" }
    await mueller.agent.post(`/api/cohorts/${cohortId}/work-processes`, second).expect(201)
    const both = await pdfOf("mueller", at("arbeitsablauf", "/pdf?ausgefuellt=1"))
    expect(both.lines.filter((line) => line.startsWith("H1"))).toHaveLength(2)
    const only = await pdfOf("mueller", at("arbeitsablauf", `/pdf?ausgefuellt=1&nur=${processId}`))
    expect(only.text).toContain("Der Posteingang")
    expect(only.text).not.toContain("Die Weiterleistung")
    await mueller.agent.get(at("arbeitsablauf", `?ausgefuellt=1&nur=${cohortId}`)).expect(404)
  })

  it("keeps a wish to stay without a name, and what nobody released", async () => {
    const { mueller, huber, facilitator } = group.people
    const of = (id: string) => `/api/cohorts/${id}/experiences`
    const experience = { anonymous: true, media: [], helps: "Ohne Namen gesagt", hinders: "", wish: "" }
    await huber.agent.put(of(cohortId), experience).expect(204)
    const page = await facilitator.agent.get(at("erfahrungen", "?ausgefuellt=1")).expect(200)
    expect(page.text).not.toContain("Ohne Namen gesagt")
    const round = await openRound(group, "planned")
    const list = `/lerngruppen/${round.cohortId}/blaetter/vorbereitung?ausgefuellt=1`
    const situations = [{ deed: "Noch ganz für mich", novelty: "", proof: "" }]
    await mueller.agent
      .put(`/api/assessments/${round.id}/preparation`, { situations, version: 1 })
      .expect(204)
    expect((await mueller.agent.get(list).expect(200)).text).toContain("Noch ganz für mich")
    for (const { agent } of [facilitator, huber])
      expect((await agent.get(list).expect(200)).text).not.toContain("Noch ganz für mich")
  })

  it("ticks what was chosen, and leaves room for what is still open", async () => {
    const own = await pdfOf("mueller", at("erfahrungen", "/pdf?ausgefuellt=1"))
    const label = (text: string) => own.lines[own.lines.indexOf(`LBody ${text}`) - 1]
    expect(label("Telefon")).toBe("Lbl ☒")
    expect(label("E-Mail")).toBe("Lbl ☐")
    const { text } = await group.people.mueller.agent.get(at("erfahrungen", "?ausgefuellt=1")).expect(200)
    expect(text.match(/class="ff-paper__ruled"/g)).toHaveLength(2)
  })

  itWith("qpdf", "pdfinfo")(
    "is without a fault to others, and says what is German in an English one",
    async () => {
      await speak("mueller", "en")
      for (const slug of SLUGS)
        for (const query of ["", "?ausgefuellt=1"]) {
          const address = at(slug, `/pdf${query}`)
          const { body } = await group.people.mueller.agent.get(address).buffer(true).expect(200)
          const outline = await outlineOf(body)
          expect(outline[0], slug).toBe("Document")
          expect(outline[1], slug).toMatch(/^ {2}H1 "/)
        }
      await speak("mueller", "de")
    },
  )
})

describe("the sheets of a step", () => {
  const MATERIALS = "- Bogen „Arbeitsablauf“ in A3\n- Vorlage „Was bleibt“"
  beforeAll(async () => {
    for (const kind of ["workshop", "practice"] as const)
      await group.db
        .update(programmeSteps)
        .set({ materials: MATERIALS })
        .where(and(eq(programmeSteps.programmeId, programmeId), eq(programmeSteps.kind, kind)))
  })
  it("stand where the step names them: on its page, where it is led, and in the list of all", async () => {
    const { mueller, facilitator } = group.people
    const links = [at("arbeitsablauf"), at("was-bleibt"), at("", `/pdf?schritt=${steps.workshop}`)]
    const textOf = async (path: string) => (await facilitator.agent.get(path).expect(200)).text
    for (const page of [
      await textOf(`/termine/${steps.workshop}`),
      await textOf(`/termine/${steps.workshop}/leitung`),
      await textOf(at("")),
    ])
      for (const link of links) expect(page).toContain(`href="${link}"`)
    const path = await mueller.agent.get(`/lerngruppen/${cohortId}`).expect(200)
    expect(path.text).toContain(`href="${at("")}"`)
    const phase = await mueller.agent.get(`/praxisphasen/${steps.practice}`).expect(200)
    expect(phase.text).toContain(`href="${at("was-bleibt")}"`)
  })

  it("come in one document, each on paper of its own size", async () => {
    const pdf = await pdfOf("facilitator", at("", `/pdf?schritt=${steps.workshop}`))
    expect(pdf.lines.filter((line) => line.startsWith("H1"))).toEqual(["H1 Arbeitsablauf", "H1 Was bleibt"])
    expect(pdf.sizes).toEqual([
      [1191, 842],
      [842, 595],
    ])
    const all = await pdfOf("facilitator", at("", "/pdf"))
    expect(all.lines.filter((line) => line.startsWith("H1"))).toHaveLength(SLUGS.length)
  })

  it("are nothing of the managers', who find the sheets alone; of a step without any there is no document", async () => {
    const { schoeller, mueller } = group.people
    const { text } = await schoeller.agent.get(at("")).expect(200)
    expect(text).toContain(`href="${at("nutzungsregeln")}"`)
    expect(text).not.toContain("Schritt 1")
    await schoeller.agent.get(at("", `/pdf?schritt=${steps.workshop}`)).expect(403)
    await mueller.agent.get(at("", `/pdf?schritt=${steps.meeting}`)).expect(404)
  })
})

describe("the half-year", () => {
  /** What its materials call a form: by its kind and name. */
  const FORM = /(?:Bogen|Bögen|Vorlage|Blatt) „([^“]+)“|Karten „Einwand“ und „gute Frage“|Prüfliste [A-Z]\w+/g
  const named = readHalfYear().steps.flatMap(({ title, materials }) =>
    [...materials.matchAll(FORM)].map(([name]) => ({
      title,
      name,
      sheets: sheetsFor({ materials: name, features: [] }),
    })),
  )

  it("names at least ten forms", () => expect(new Set(named.map(({ name }) => name)).size).toBeGreaterThan(9))

  it.each(named)("has a sheet for what it names in $title: $name", ({ sheets }) => {
    expect(sheets).toHaveLength(1)
  })

  it.each(SHEETS.map(({ slug, named }) => ({ slug, named })))("names the sheet $slug", ({ named: name }) => {
    expect(readHalfYear().steps.filter(({ materials }) => name.test(materials))).not.toEqual([])
    expect(
      readHalfYear().steps.some(({ materials }) =>
        [...materials.matchAll(FORM)].some(([form]) => name.test(form)),
      ),
    ).toBe(true)
  })
})
