import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { seedExample } from "../../server/seed/index.ts"
import type { Person, World } from "../support/world.ts"
import {
  describeInBrowser,
  findBarriers,
  openBrowser,
  openPage,
  openServedWorld,
  VIEWPORTS,
  visit,
} from "./support.ts"

const WHO = [
  "nobody",
  "Sabine Müller",
  "Katrin Vogt",
  "Martina Schöller",
  "Olaf Brandt",
  "facilitator",
] as const
type Who = (typeof WHO)[number]
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
  })
  afterAll(async () => {
    await browser.close()
    await world.close()
  })

  async function signEverybodyIn() {
    const { rows } = await world.db.$client.query("select id, display_name, roles from people")
    const find = (who: Who) => rows.find((row) => row.display_name === who || row.roles.includes(who))
    for (const who of WHO.filter((one) => one !== "nobody")) {
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

  function personOf(who: Who): Person | null {
    const cookie = cookies.get(who)
    return cookie ? { id: "", name: who, email: "", cookie, agent: world.nobody } : null
  }

  // Each width and each colour scheme once: what axe finds in one pairing it finds by the one or by the other. The page
  // is loaded once: styles alone know the width and the colours, and a load costs more than a look.
  it.each(WHO)("has no barrier in any width or colour, and fits a small screen, as %s", async (who) => {
    const context = await visit(browser, world, personOf(who), { reducedMotion: true })
    const page = await openPage(context, "about:blank")
    const found: string[] = []
    for (const [, path] of pages.filter(([one]) => one === who)) {
      await page.goto(path)
      found.push(...(await lookAt(page)).map((fault) => `${path}: ${fault}`))
    }
    expect(found).toEqual([])
    await context.close()
  })

  async function lookAt(page: Page & { faults: string[] }): Promise<string[]> {
    await page.setViewportSize(VIEWPORTS.wide)
    await page.emulateMedia({ colorScheme: "light" })
    const wide = await findBarriers(page)
    await page.setViewportSize(VIEWPORTS.phone)
    await page.emulateMedia({ colorScheme: "dark" })
    const phone = await findBarriers(page)
    await page.setViewportSize(VIEWPORTS.smallest)
    const shape = await page.evaluate(readShape)
    return [
      ...wide.map((barrier) => `wide, light: ${barrier}`),
      ...phone.map((barrier) => `phone, dark: ${barrier}`),
      ...page.faults.splice(0),
      ...(shape.over > 0 ? [`${shape.over} pixels too wide`] : []),
      ...(shape.headings === 1 ? [] : [`${shape.headings} main headings`]),
      ...(shape.twice.length > 0 ? [`twice ${shape.twice.join(", ")}`] : []),
    ]
  }

  it("is there in English too, without a German word left in its frame", async () => {
    const context = await visit(browser, world, personOf("nobody"), { locale: "en-GB" })
    await context.addCookies([{ name: "language", value: "en", url: world.config.publicUrl }])
    const page = await openPage(context, "/anmelden")
    expect(await page.locator("html").getAttribute("lang")).toBe("en")
    expect(await page.locator("body").innerText()).not.toMatch(/Anmelden|Kennwort|Barrierefreiheit|Hilfe/)
    await context.close()
  })
})

function readShape() {
  const { scrollWidth, clientWidth } = document.documentElement
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id)
  return {
    over: scrollWidth - clientWidth,
    headings: document.querySelectorAll("h1").length,
    twice: ids.filter((id, index) => ids.indexOf(id) !== index),
  }
}
