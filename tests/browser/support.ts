import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core"
import { describe, expect } from "vitest"
import type { Config } from "../../server/kernel/config.ts"
import { buildAssets } from "../../web/build.ts"
import { PATIENCE } from "../support/patience.ts"
import { openWorld, type Person, type World } from "../support/world.ts"
import { findChromium } from "./chromium.ts"

const executablePath = findChromium()
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

/** A suite that needs a browser; without one it is skipped (`chromium.ts` says so once), or the run has failed already. */
export const describeInBrowser = describe.skipIf(executablePath === null)

export const VIEWPORTS = {
  wide: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
  smallest: { width: 320, height: 640 },
} as const

export type Visit = {
  viewport?: keyof typeof VIEWPORTS
  dark?: boolean
  reducedMotion?: boolean
  javaScript?: boolean
  locale?: "de-DE" | "en-GB"
  /** The page's clock can be held and moved: `holdTime(page)`, `page.clock.runFor()`, `page.clock.resume()`. */
  clock?: boolean
}

/** A browser without anything that it would do by itself on the network. */
export async function openBrowser(): Promise<Browser> {
  if (executablePath === null) throw new Error("no Chromium")
  return chromium.launch({
    executablePath,
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  })
}

/** A world that really listens, with real styles and scripts: pages are found under `world.config.publicUrl`. */
export async function openServedWorld(overrides: Partial<Config> = {}): Promise<World> {
  return openWorld(overrides, { assets: await buildAssets(), listen: true })
}

/** An own browser profile, signed in by cookie; nobody's when `person` is null. Relative addresses are the world's. */
export async function visit(
  browser: Browser,
  world: World,
  person: Person | null,
  { viewport = "wide", dark, reducedMotion, javaScript = true, locale = "de-DE", clock }: Visit = {},
): Promise<BrowserContext> {
  const { publicUrl } = world.config
  const context = await browser.newContext({
    baseURL: publicUrl,
    viewport: VIEWPORTS[viewport],
    colorScheme: dark ? "dark" : "light",
    reducedMotion: reducedMotion ? "reduce" : "no-preference",
    javaScriptEnabled: javaScript,
    locale,
    timezoneId: "Europe/Berlin",
  })
  context.setDefaultTimeout(PATIENCE.once)
  if (clock) await context.clock.install()
  if (person) {
    const [name = "", value = ""] = person.cookie.split("=")
    await context.addCookies([{ name, value, url: publicUrl, httpOnly: true, sameSite: "Lax" }])
  }
  return context
}

/** A page that collects what went wrong in it: errors of scripts and what the content security policy refused. */
export async function openPage(context: BrowserContext, path: string): Promise<Page & { faults: string[] }> {
  const page = Object.assign(await context.newPage(), { faults: [] as string[] })
  page.on("pageerror", (error) => page.faults.push(String(error)))
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text()))
      page.faults.push(message.text())
  })
  await page.goto(path)
  return page
}

/** From here on the page's time moves only by `page.clock.runFor()`, until `page.clock.resume()`. */
export async function holdTime(page: Page): Promise<void> {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000)
}

/** The page has drawn what it was told before: scripts have run, and what they changed has its place. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done))
      }),
  )
}

/** What axe finds wrong with the page as it is now, in words. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(runAxe, RULES)
}

type AxeResult = { violations: { id: string; nodes: { target: unknown[] }[] }[] }

async function runAxe(tags: string[]): Promise<string[]> {
  const { axe } = window as unknown as {
    axe: { run(context: Document, options: object): Promise<AxeResult> }
  }
  const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags } })
  return violations.map(
    ({ id, nodes }) =>
      `${id} at ${nodes
        .map(({ target }) => target.join(" "))
        .slice(0, 3)
        .join(" | ")}`,
  )
}

/**
 * Types into `field`, and sends its form over a line that goes in that moment: after the page has asked whether it is
 * there, before the form is through. @returns where the page has gone: to the browser's own error page
 */
export async function sendIntoTheGap(page: Page, field: Locator, text: string): Promise<void> {
  await page.route(
    () => true,
    (route) => (route.request().method() === "POST" ? route.abort("connectionreset") : route.continue()),
  )
  await field.fill(text)
  const gone = page.waitForEvent("requestfailed", (request) => request.method() === "POST")
  await field
    .locator("xpath=ancestor::form")
    .locator("[type=submit]:not([formaction])")
    .first()
    .click({ noWaitAfter: true })
  await gone
  await expect.poll(() => page.evaluate(() => location.href)).toMatch(/^chrome-error:/)
  await page.unrouteAll()
}

/** What was typed is in the field, or comes back at a press of the button that offers it. */
export async function expectTyped(page: Page, field: Locator, text: string): Promise<void> {
  await expect
    .poll(async () => (await field.inputValue()) === text || (await offered(page).count()) > 0)
    .toBe(true)
  if ((await field.inputValue()) !== text) await offered(page).click()
  expect(await field.inputValue()).toBe(text)
}

const offered = (page: Page) => page.getByRole("button", { name: "Wiederherstellen" })
