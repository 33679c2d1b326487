import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { seedExample } from "../../server/seed/index.ts"
import { hasTool } from "../support/programs.ts"
import type { Person, World } from "../support/world.ts"
import { followLinks, Routes } from "./crawl.ts"
import { findFaults } from "./faults.ts"
import { bringLooks, Looks } from "./looks.ts"
import { checkHtml } from "./nu.ts"
import { listPages, NOT_LOOKED_AT, type PageOfOurs, WHO, type Who } from "./pages.ts"
import { describeInBrowser, openBrowser, openPage, openServedWorld, visit } from "./support.ts"

/** There is no such page, and it says so. */
const MISSING = ["/gibt-es-nicht", "/kennwort/falsch"]

/** Of Markdown, where a reader would see it. */
const SIGNS = /\*\*[^\s*][^*\n]*\*\*|\]\((?:\/|https?:)/g

describeInBrowser("every page", () => {
  let world: World
  let browser: Browser
  let pages: PageOfOurs[]
  /** Found by following links: an ordinary state of each route that is not among `pages`. */
  let linked: PageOfOurs[]
  const cookies = new Map<Who, string | null>([["nobody", null]])

  beforeAll(async () => {
    world = await openServedWorld({ trial: true })
    await seedExample(world.parts, () => undefined)
    await world.catchUp()
    browser = await openBrowser()
    await signEverybodyIn()
    pages = [...(await listPages(world)), ...(await draftProgramme())]
    linked = await followLinks(world, cookies, pages)
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

  /** Only a draft can be edited. */
  async function draftProgramme(): Promise<PageOfOurs[]> {
    const { publicUrl } = world.config
    const headers = {
      cookie: cookies.get("facilitator") ?? "",
      origin: publicUrl,
      "content-type": "application/json",
    }
    const { rows } = await world.db.$client.query("select id from programmes limit 1")
    const copy = `${publicUrl}/api/programmes/${rows[0].id}/copy`
    const { id } = (await (await fetch(copy, { method: "POST", headers, body: "{}" })).json()) as {
      id: string
    }
    const steps = await world.db.$client.query(
      "select id from programme_steps where programme_id = $1 and kind = 'workshop' limit 1",
      [id],
    )
    const paths = [`/programme/${id}`, `/programme/schritte/${steps.rows[0].id}`]
    return paths.map((path) => ["facilitator", path])
  }

  function personOf(who: Who): Person | null {
    const cookie = cookies.get(who)
    return cookie ? { id: "", name: who, email: "", cookie, agent: world.nobody } : null
  }

  it("are all pages that the application has, but these", () => {
    const routes = new Routes(world.routes)
    const had = new Set([...pages, ...linked].map(([, path]) => routes.of(path)))
    const left = routes.urls.filter((url) => !had.has(url))
    expect(left.toSorted()).toEqual(Object.keys(NOT_LOOKED_AT).toSorted())
  })

  // Each width and each colour scheme once: what axe finds in one pairing it finds by the one or by the other. The page
  // is loaded once: styles alone know the width and the colours, and a load costs more than a look.
  it.each(WHO)("has no barrier in any width or colour, and fits a small screen, as %s", async (who) => {
    const context = await visit(browser, world, personOf(who), { reducedMotion: true })
    await bringLooks(context)
    const page = await openPage(context, "about:blank")
    const looks = await Looks.at(page)
    const found: string[] = []
    for (const one of [...pages, ...linked].filter(([reader]) => reader === who)) {
      const [, path] = one
      const response = await page.goto(path)
      if (response?.status() !== (MISSING.includes(path) ? 404 : 200))
        found.push(`${path}: ${response?.status()}`)
      const faults = [...(await findFaults(page, linked.includes(one))), ...(await looks.findFaults())]
      found.push(...faults.map((fault) => `${path}: ${fault}`))
    }
    expect(found).toEqual([])
    await context.close()
  })

  let read: Promise<Map<string, string>> | null = null
  /** Every page as it is sent, once for all tests. */
  function sources(): Promise<Map<string, string>> {
    read ??= readSources()
    return read
  }
  async function readSources(): Promise<Map<string, string>> {
    const found = new Map<string, string>()
    for (const [who, path] of [...pages, ...linked]) {
      const response = await fetch(`${world.config.publicUrl}${path}`, {
        headers: { cookie: cookies.get(who) ?? "" },
      })
      found.set(`${who} ${path}`, await response.text())
    }
    return found
  }

  it("shows no mark-up as the signs that were typed for it", async () => {
    // The log shows the guide of a category as it was written.
    const pages = [...(await sources())].filter(([page]) => !page.includes("/verwaltung/protokoll"))
    const shown = pages.flatMap(([page, html]) =>
      (html.replace(/<(textarea|code|script|noscript)\b.*?<\/\1>|<[^>]*>/gs, " ").match(SIGNS) ?? []).map(
        (signs) => `${page}: ${signs}`,
      ),
    )
    expect(shown).toEqual([])
    expect("Das ist **wichtig**, siehe [hier](/hilfe)".match(SIGNS)).toHaveLength(2)
  })

  it.skipIf(!hasTool("nu"))("is HTML without a fault", async () => {
    expect(await checkHtml(await sources())).toEqual([])
  })

  it("is there in English too, without a German word left in its frame", async () => {
    const context = await visit(browser, world, personOf("nobody"), { locale: "en-GB" })
    await context.addCookies([{ name: "language", value: "en", url: world.config.publicUrl }])
    const page = await openPage(context, "/anmelden")
    expect(await page.locator("html").getAttribute("lang")).toBe("en")
    expect(await page.locator("body").innerText()).not.toMatch(/Anmelden|Kennwort|Barrierefreiheit|Hilfe/)
    await context.close()
  })
})
