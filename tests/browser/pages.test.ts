import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { seedExample } from "../../server/seed/index.ts"
import type { Person, World } from "../support/world.ts"
import {
  describeInBrowser,
  findBarriers,
  openBrowser,
  openPage,
  openServedWorld,
  type Visit,
  visit,
} from "./support.ts"

type Who = "nobody" | "Sabine Müller" | "Katrin Vogt" | "Martina Schöller" | "Olaf Brandt" | "facilitator"
type PageOfOurs = [who: Who, path: string]

describeInBrowser("every page", () => {
  let world: World
  let browser: Browser
  let pages: PageOfOurs[]
  const cookies = new Map<Who, string | null>([["nobody", null]])

  beforeAll(async () => {
    world = await openServedWorld({ trial: true })
    await seedExample(world.parts, () => undefined)
    await world.catchUp()
    browser = await openBrowser()
    await signEverybodyIn()
    pages = await listPages()
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await world.close()
  })

  async function signEverybodyIn() {
    const { rows } = await world.db.$client.query("select id, display_name, roles from people")
    const find = (who: Who) => rows.find((row) => row.display_name === who || row.roles.includes(who))
    for (const who of [
      "Sabine Müller",
      "Katrin Vogt",
      "Martina Schöller",
      "Olaf Brandt",
      "facilitator",
    ] as const) {
      const { token } = await world.parts.sessions.signIn(find(who).id, "Test", null)
      cookies.set(who, `${world.parts.sessions.cookieName}=${token}`)
    }
  }

  async function listPages(): Promise<PageOfOurs[]> {
    const one = async (statement: string) => (await world.db.$client.query(statement)).rows[0].id as string
    const answered = await one(
      "select question_id as id from answers where needs_review_since is not null limit 1",
    )
    const askedBack = await one("select id from questions where state = 'asked-back'")
    const duplicate = await one("select id from questions where state = 'duplicate'")
    const open = await one(
      "select q.id from questions q join threads using (id) where state = 'open' and wanted_by is not null",
    )
    const withPicture = await one(
      "select p.thread_id as id from attachments a join posts p on p.id = a.post_id limit 1",
    )
    const official = await one("select a.id from answers a where needs_review_since is not null limit 1")
    const own = await one(
      "select p.id from posts p join people a on a.id = p.author_id where a.display_name = 'Sabine Müller' and p.kind = 'question'",
    )
    const practice = await one("select id from threads where kind = 'best-practice'")
    const category = await one("select id from categories where name = 'Miete und Belastung'")
    const main = await one("select id from categories where parent_id is null and kind = 'questions'")
    const announcement = await one("select id from announcements where audience = 'all' limit 1")
    const ownAnnouncement = await one(
      "select a.id from announcements a join people p on p.id = a.author_id where p.display_name = 'Martina Schöller' limit 1",
    )
    const synonym = await one("select id from search_synonyms limit 1")
    const person = await one("select id from people where display_name = 'Katrin Vogt'")
    const partOf = (part: string, name: string) =>
      one(
        `select cohort_id as id from cohort_members m join people p on p.id = m.person_id
         where m.part = '${part}' and p.display_name = '${name}' and m.left_at is null limit 1`,
      )
    const managed = await partOf("manager", "Martina Schöller")
    const learned = await partOf("learner", "Sabine Müller")
    const clerk: string[] = [
      "/",
      "/fragen",
      "/gute-praxis",
      `/kategorien/${main}`,
      `/kategorien/${category}`,
      "/meine-fragen",
      "/suche",
      "/suche?q=Miete",
      "/suche?q=Miete&art=frage&zeitraum=jahr",
      "/suche?q=Kaninchenstall&art=kommentar",
      "/ankuendigungen",
      `/ankuendigungen/${announcement}`,
      `/fragen/${withPicture}`,
      `/fragen/${askedBack}`,
      `/fragen/${duplicate}`,
      `/gute-praxis/${practice}`,
      "/fragen/neu",
      `/fragen/neu?kategorie=${category}`,
      "/gute-praxis/neu",
      `/fragen/${own}/bearbeiten`,
      `/antworten/${official}/veraltet`,
      "/profil",
      "/profil/kennwort",
      "/verwaltung",
      "/verwaltung/struktur",
      "/verwaltung/struktur/neu",
      `/lerngruppen/${learned}/verlassen`,
      "/gibt-es-nicht",
    ]
    const specialist = [
      "/",
      "/offene-fragen",
      "/offene-fragen/zu-pruefen",
      `/fragen/${open}`,
      `/fragen/${answered}`,
      "/fragen/erfassen",
      `/fragen/erfassen?kategorie=${category}`,
      `/antworten/${official}/bearbeiten`,
      `/antworten/${official}/bestaetigen`,
      `/beitraege/${official}/ausblenden`,
      `/beitraege/${official}/schwaerzen`,
      `/fragen/${open}/doppelt`,
      "/suche/fehlend",
      "/suche/synonyme",
      "/suche/synonyme/neu",
      `/suche/synonyme/${synonym}`,
      `/suche/synonyme/${synonym}/loeschen`,
    ]
    const lead = [
      "/",
      "/ankuendigungen/neu",
      `/ankuendigungen/${ownAnnouncement}/bearbeiten`,
      "/verwaltung/struktur/vorschau",
      "/qualifizierung",
      `/lerngruppen/${managed}/fuehrungskraft`,
    ]
    const admin = [
      "/",
      "/verwaltung/personen",
      "/verwaltung/personen/neu",
      `/verwaltung/personen/${person}`,
      "/verwaltung/abteilungen",
      "/verwaltung/einstellungen",
      "/verwaltung/protokoll",
    ]
    const nobody = [
      "/anmelden",
      "/kennwort/vergessen",
      "/kennwort/falsch",
      "/hilfe",
      "/barrierefreiheit",
      "/datenschutz",
      "/impressum",
      "/api/docs",
      "/probe/post",
    ]
    return [
      ...nobody.map((path): PageOfOurs => ["nobody", path]),
      ...clerk.map((path): PageOfOurs => ["Sabine Müller", path]),
      ...specialist.map((path): PageOfOurs => ["Katrin Vogt", path]),
      ...lead.map((path): PageOfOurs => ["Martina Schöller", path]),
      ...admin.map((path): PageOfOurs => ["Olaf Brandt", path]),
      ["facilitator", "/"],
      ["facilitator", "/suche"],
    ]
  }

  /** Calls `look` with every page, in one browser profile a person. */
  async function lookAtAll(
    how: Visit,
    look: (page: Page & { faults: string[] }, name: string) => Promise<void>,
  ) {
    const contexts = new Map<Who, BrowserContext>()
    for (const [who, path] of pages) {
      const context = contexts.get(who) ?? (await visit(browser, world, personOf(who), how))
      contexts.set(who, context)
      const page = await openPage(context, path)
      await look(page, `${path} as ${who}`)
      await page.close()
    }
    for (const context of contexts.values()) await context.close()
  }

  function personOf(who: Who): Person | null {
    const cookie = cookies.get(who)
    return cookie ? { id: "", name: who, email: "", cookie, agent: world.nobody } : null
  }

  // Each width and each colour scheme once: what axe finds in one pairing it finds by the one or by the other.
  for (const [viewport, dark] of [
    ["wide", false],
    ["phone", true],
  ] as const)
    it(`has no barrier that axe finds, ${viewport}, ${dark ? "dark" : "light"}`, async () => {
      const found: string[] = []
      await lookAtAll({ viewport, dark, reducedMotion: true }, async (page, name) => {
        found.push(...(await findBarriers(page)).map((violation) => `${name}: ${violation}`))
        found.push(...page.faults.map((fault) => `${name}: ${fault}`))
      })
      expect(found).toEqual([])
    }, 600_000)

  it("fits a screen of 320 pixels without scrolling sideways, has one main heading, and each id once", async () => {
    const found: string[] = []
    await lookAtAll({ viewport: "smallest" }, async (page, name) => {
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (over > 0) found.push(`${name}: ${over} pixels too wide`)
      const headings = await page.locator("h1").count()
      if (headings !== 1) found.push(`${name}: ${headings} main headings`)
      const ids = await page.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => id))
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
      if (twice.length > 0) found.push(`${name}: twice ${twice.join(", ")}`)
    })
    expect(found).toEqual([])
  }, 300_000)

  it("is there in English too, without a German word left in its frame", async () => {
    const context = await visit(browser, world, personOf("nobody"), { locale: "en-GB" })
    await context.addCookies([{ name: "language", value: "en", url: world.config.publicUrl }])
    const page = await openPage(context, "/anmelden")
    expect(await page.locator("html").getAttribute("lang")).toBe("en")
    expect(await page.locator("body").innerText()).not.toMatch(/Anmelden|Kennwort|Barrierefreiheit|Hilfe/)
    await context.close()
  })
})
