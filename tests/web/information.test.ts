import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { catalogue } from "../../server/catalogue.ts"
import { renderMarkdown } from "../../server/kernel/markdown.ts"
import { HELP_SECTIONS } from "../../web/pages/information/articles.tsx"
import { withAnchors } from "../../web/pages/information/headings.ts"
import { help } from "../../web/texts/pages/index.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let trial: World
let admin: Person

beforeAll(async () => {
  world = await openWorld()
  trial = await openWorld({ trial: true })
  await trial.person("Sabine Müller", ["clerk"])
  admin = await world.person("Olaf Brandt", ["admin"])
})
afterAll(async () => {
  await world.close()
  await trial.close()
})

const PAGES = [
  { path: "/hilfe", de: "Wie Antworten der Fachabteilung entstehen", en: "How official answers come about" },
  { path: "/barrierefreiheit", de: "Barrieren melden", en: "Reporting barriers" },
  { path: "/datenschutz", de: "Was nur Ihr Browser behält", en: "What only your browser keeps" },
  { path: "/impressum", de: "Für die Inhalte verantwortlich", en: "Responsible for the contents" },
]
const inEnglish = (path: string) => world.nobody.get(path).set("cookie", "language=en")

describe("The pages about this forum", () => {
  test.each(PAGES)("$path is read by everybody, in both languages", async ({ path, de, en }) => {
    const german = await world.nobody.get(path).expect(200)
    expect(german.text).toMatch(new RegExp(`<h2[^>]*>${de}</h2>`))
    expect(german.text.match(/<h1/g)).toHaveLength(1)
    const english = await inEnglish(path).expect(200)
    expect(english.text).toMatch(new RegExp(`<h2[^>]*>${en}</h2>`))
    expect(english.text).toContain('<html lang="en"')
  })

  test("show the operator's text as soon as it is written, and the shipped one once it is taken back", async () => {
    const imprint = { de: "## Stadt Musterstadt\n\nRathausplatz 1" }
    await admin.agent.patch("/api/settings", { pages: { imprint } }).expect(204)
    const replaced = await world.nobody.get("/impressum").expect(200)
    expect(replaced.text).toContain("Stadt Musterstadt</h2>")
    expect(replaced.text).not.toContain("[Name der Behörde]")
    const english = await inEnglish("/impressum").expect(200)
    expect(english.text).toContain("This text is available in German only.")
    expect(english.text).toMatch(/<div class="ff-prose" lang="de"><h2[^>]*>Stadt Musterstadt/)
    await admin.agent.patch("/api/settings", { pages: { imprint: { de: null } } }).expect(204)
    expect((await world.nobody.get("/impressum").expect(200)).text).toContain("[Name der Behörde]")
  })

  test("the help's sections keep their addresses in both languages", async () => {
    const { text } = await world.nobody.get("/hilfe").expect(200)
    expect(text).toContain('<h2 id="reihenfolge">In welcher Reihenfolge Antworten stehen</h2>')
    expect(text).toContain('<a href="#reihenfolge">')
    for (const source of [help.de, help.en]) {
      const { headings } = withAnchors(renderMarkdown(source, "text", 2), HELP_SECTIONS)
      expect(headings.map(({ id }) => id)).toEqual([...HELP_SECTIONS])
    }
  })

  test("the privacy page lists every field that says something about a person", async () => {
    const { text } = await world.nobody.get("/datenschutz").expect(200)
    for (const entry of catalogue) {
      if (!("field" in entry)) continue
      expect(text).toContain(`<code>${entry.table}</code>: ${entry.columns.join(", ")}`)
    }
    expect(text).toContain("E-Mail-Adresse")
    expect((await inEnglish("/datenschutz")).text).toContain("E-mail address")
  })
})

describe("The mail of a trial", () => {
  test("is read on a page, newest first, with links that lead into the forum and nowhere else", async () => {
    const { post } = trial.parts
    const empty = await trial.nobody.get("/probe/post").expect(200)
    expect(empty.text).toContain("Noch keine E-Mails")
    expect(empty.text).toContain(
      "Diese Seite lesen alle, die den Probebetrieb erreichen, auch ohne Anmeldung",
    )
    const first = "Guten Tag <b>,\n\nhier ist nichts."
    await post.send({ to: "a@example.org", subject: "Die erste", text: first, key: ["test", 1] })
    const text =
      "Ihr Link: http://localhost:3000/kennwort/abc?x=1.\n\nFremd: https://example.org/ http://localhost:3000@example.org/"
    await post.send({ to: "b@example.org", subject: "Die zweite", text, key: ["test", 2] })
    const page = await trial.nobody.get("/probe/post").expect(200)
    expect(page.text.indexOf("Die zweite")).toBeLessThan(page.text.indexOf("Die erste"))
    expect(page.text).toContain('<a href="/kennwort/abc?x=1">http://localhost:3000/kennwort/abc?x=1</a>.')
    expect(page.text).toContain("&lt;b>")
    expect(page.text).not.toContain('href="https://example.org')
    expect(page.text).not.toMatch(/href="[^"]*@example\.org/)
    expect(page.text).toContain("b@example.org")
  })

  test("is shown as a mail program shows it, in a frame that can do nothing but follow a link out of it", async () => {
    const { post, config } = trial.parts
    const html = `<p><a href="${config.publicUrl}/a/1" style="color:#fff">Zur Antwort</a><script>alert(1)</script></p>`
    const replyTo = "antwort+abc@localhost"
    await post.send({
      to: "c@example.org",
      subject: "Die dritte",
      text: "Text",
      html,
      replyTo,
      key: ["test", 3],
    })
    const page = await trial.nobody.get("/probe/post").expect(200)
    expect(page.text).toContain(replyTo)
    expect(page.text).toContain("Auto-Submitted: auto-generated")
    const [, frame = "", path = ""] = /(<iframe[^>]* src="([^"]+)"[^>]*>)/.exec(page.text) ?? []
    expect(frame).toContain('sandbox="allow-top-navigation-by-user-activation"')
    const inside = await trial.nobody.get(path).expect(200)
    expect(inside.text).toContain('<a target="_top" href="/a/1" style="color:#fff">')
    const policy = inside.headers["content-security-policy"]
    expect(policy).toMatch(
      /default-src 'none'; style-src 'unsafe-inline';.*sandbox allow-top-navigation-by-user-activation$/,
    )
    expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin/)
    await trial.nobody.get("/probe/post/0193f000-0000-7000-8000-000000000000").expect(404)
    await world.nobody.get(path).expect(404)
  })

  test("does not exist in operation", async () => {
    await world.nobody.get("/probe/post").expect(404)
    await admin.agent.get("/probe/post").expect(404)
  })
})

describe("The documentation of the API", () => {
  test("shows every route with who may call it, what it takes and what it answers, to everybody", async () => {
    const { text } = await world.nobody.get("/api/docs").expect(200)
    const routes = world.routes.filter(
      ({ method, url }) =>
        url.startsWith("/api/") && !["HEAD", "OPTIONS"].includes(method) && url !== "/api/docs",
    )
    for (const { method, url } of routes)
      expect(text).toContain(`<strong>${method}</strong> ${url.replaceAll(/:(\w+)/g, "{$1}")}`)
    expect(text).toContain("Führungskraft, Administration")
    expect(text).toContain('<a href="#best-practices">')
    expect(text).toContain("minLength 5, maxLength 160")
    expect(text).toContain("&quot;all&quot; | &quot;listed&quot;")
    expect(text).not.toMatch(/style=|<script(?! type="module" src="\/assets)/)
  })
})

describe("What browsers and crawlers ask for", () => {
  test("is answered: an icon, and that nothing is to be searched", async () => {
    const icon = await world.nobody.get("/favicon.ico").expect(302)
    expect(icon.headers.location).toBe("/assets/icon.svg")
    const robots = await world.nobody.get("/robots.txt").expect(200)
    expect(robots.headers["content-type"]).toContain("text/plain")
    expect(robots.text).toBe("User-agent: *\nDisallow: /\n")
  })
})
