import { randomInt } from "node:crypto"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Browser, chromium } from "playwright-core"
import sharp from "sharp"
import { type Built, buildApp } from "../../server/app.ts"
import { openSource } from "../../server/database-source.ts"
import { readConfig } from "../../server/kernel/config.ts"
import { peopleNotes, seedExample } from "../../server/seed/index.ts"
import { findChromium } from "../../tests/browser/chromium.ts"
import { buildAssets } from "../../web/build.ts"
import { SCREENS, type Screen } from "./screens.ts"

/**
 * `npm run docs:screens [name …]`: starts a trial with the example, and takes the pictures of `docs/benutzung.md`. People and
 * contents are always the same; dates are counted from the day on which it runs.
 */
const wanted = process.argv.slice(2)
const IMAGES = join(import.meta.dirname, "../images")
const SIZE = { width: 1120, height: 760 }
/** A manual is read over slow lines, too. */
const MOST_BYTES = 60_000
const COLOURS = [128, 64, 32, 16]

const dataDir = await mkdtemp(join(tmpdir(), "fachforum-screens-"))
const port = randomInt(20_000, 30_000)
const config = readConfig({ DATA_DIR: dataDir, PORT: String(port), PUBLIC_URL: `http://localhost:${port}` })
const source = await openSource(config, () => undefined)
try {
  const assets = await buildAssets()
  const built = await buildApp({ config, databaseUrl: source.url, assets, logger: null, peopleNotes })
  await seedExample(built.parts, () => undefined)
  await built.parts.changes.catchUp()
  await built.app.listen({ port, host: config.host })
  const browser = await openBrowser()
  for (const screen of SCREENS.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    await take(built, browser, screen)
  await browser.close()
  await built.stop()
} finally {
  await source.cluster?.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error("no Chromium found (CHROMIUM_PATH or PATH)")
  return chromium.launch({ executablePath, args: ["--headless=new", "--no-sandbox", "--disable-gpu"] })
}

async function take(
  { parts }: Built,
  browser: Browser,
  { name, who, at, prepare, from, height }: Screen,
): Promise<void> {
  const find = async (statement: string, values: string[] = []) => {
    const { rows } = await parts.db.$client.query<{ id: string }>(statement, values)
    if (!rows[0]) throw new Error(`${name}: the example has none of it`)
    return rows[0].id
  }
  const person = await find("select id from people where display_name = $1", [who])
  const { token } = await parts.sessions.signIn(person, "Bild", null)
  const context = await browser.newContext({
    baseURL: config.publicUrl,
    viewport: SIZE,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    colorScheme: "light",
  })
  await context.addCookies([{ name: parts.sessions.cookieName, value: token, url: config.publicUrl }])
  const page = await context.newPage()
  const answer = await page.goto(at.path.replace(":id", at.id ? await find(at.id) : ""))
  if (answer?.status() !== 200) throw new Error(`${name}: ${answer?.status()}`)
  await prepare?.(page)
  if (from) await page.locator(from).evaluate((element) => element.scrollIntoView({ block: "start" }))
  const clip = { x: 0, y: 0, ...SIZE, ...(height && { height }) }
  const shot = await page.screenshot({ clip, animations: "disabled", caret: "hide" })
  await context.close()
  await writeFile(join(IMAGES, `${name}.png`), await small(shot, name))
}

/** With as many colours as there is room for. */
async function small(shot: Buffer, name: string): Promise<Buffer> {
  for (const colours of COLOURS) {
    const made = await sharp(shot).png({ palette: true, colours, effort: 10, compressionLevel: 9 }).toBuffer()
    if (made.length <= MOST_BYTES) return made
  }
  throw new Error(`${name} is larger than ${MOST_BYTES} bytes`)
}
