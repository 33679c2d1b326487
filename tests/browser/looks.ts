import { join } from "node:path"
import { build } from "esbuild"
import type { BrowserContext, CDPSession, Page } from "playwright-core"
import sharp from "sharp"
import type { Wanted } from "./looks/contrast.ts"
import type * as inPage from "./looks/index.ts"
import type { Spot } from "./looks/states.ts"
import { drawn, VIEWPORTS } from "./support.ts"

declare const looks: typeof inPage

/** 1280 pixels at 400 %: as wide and as high as WCAG 2.2 (1.4.10) wants to be read. */
const ZOOMED = { width: 320, height: 256 }

/** What WCAG 2.2 (1.4.12) lets readers set. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`

/** Whoever looks for a state must not find it by the weight of its letters alone. */
const ONE_WEIGHT = "* { font-weight: 400 !important }"

const FORCED: Wanted = { words: 4.5, lines: 3, icons: 3 }
const MORE: Wanted = { words: 7, lines: 3, icons: 4.5 }

/** From here on every page of the context can be measured. */
export async function bringLooks(context: BrowserContext): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "looks", "index.ts")],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "looks",
    target: "es2022",
    footer: { js: "globalThis.looks = looks" },
  })
  await context.addInitScript(outputFiles[0]?.text ?? "")
}

/** One page in every colour and size; it is loaded once, and unfolded. What was looked at before is not looked at again. */
export class Looks {
  readonly #page: Page
  readonly #tools: CDPSession
  readonly #states = new Set<string>()
  readonly #controls = new Set<string>()

  private constructor(page: Page, tools: CDPSession) {
    this.#page = page
    this.#tools = tools
  }

  static async at(page: Page): Promise<Looks> {
    return new Looks(page, await page.context().newCDPSession(page))
  }

  async findFaults(): Promise<string[]> {
    await this.#page.evaluate(unfold, "main details")
    return [...(await this.#findShapeFaults()), ...(await this.#findColourFaults())]
  }

  async #findShapeFaults(): Promise<string[]> {
    const page = this.#page
    const shape = async (how: string) => {
      const find = () => page.evaluate(() => looks.findShapeFaults())
      let faults = await find()
      // That something can be scrolled is known, and shown, only with the next drawing.
      if (faults.some((fault) => fault.startsWith("does not show"))) {
        await drawn(page)
        faults = await find()
      }
      return faults.map((fault) => `${how}: ${fault}`)
    }
    await page.setViewportSize(VIEWPORTS.wide)
    await this.#tools.send("Page.setFontSizes", { fontSizes: { standard: 32 } })
    const large = await shape("200 % text")
    await this.#tools.send("Page.setFontSizes", { fontSizes: { standard: 16 } })
    await page.setViewportSize(ZOOMED)
    const zoomed = await shape("400 % zoom")
    await page.evaluate(wear, SPACING)
    const spaced = await shape("400 % zoom, text spacing")
    await page.setViewportSize(VIEWPORTS.wide)
    spaced.push(...(await shape("text spacing")))
    await page.evaluate(wear, "")
    return [...large, ...zoomed, ...spaced, ...(await page.evaluate(() => looks.findMotion()))]
  }

  async #findColourFaults(): Promise<string[]> {
    const page = this.#page
    const faults: string[] = []
    const look = async (how: string, wanted: Wanted) => {
      const found = await page.evaluate((least) => looks.findFaintness(least), wanted)
      faults.push(...found.map((fault) => `${how}: ${fault}`))
    }
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, contrast: "more" })
      await look(`more contrast, ${colorScheme}`, MORE)
      await page.emulateMedia({ colorScheme, contrast: "no-preference", forcedColors: "active" })
      await look(`forced colours, ${colorScheme}`, FORCED)
      if (colorScheme === "light") faults.push(...(await this.#findHiddenStates()))
      await page.emulateMedia({ forcedColors: "none" })
    }
    return faults
  }

  async #findHiddenStates(): Promise<string[]> {
    const page = this.#page
    // The first key tells the browser that somebody uses the keyboard: from then on focus is shown.
    await page.keyboard.press("Tab")
    const isFirst = this.#controls.size === 0
    const faults = [...(await this.#tryFocus()), ...(await this.#compareStates())]
    if (!isFirst) return faults
    // The menu of narrow screens is the same on every page.
    await page.setViewportSize(VIEWPORTS.phone)
    await page.evaluate(unfold, "header details")
    faults.push(...(await this.#tryFocus()), ...(await this.#compareStates()))
    await page.setViewportSize(VIEWPORTS.wide)
    return faults
  }

  async #tryFocus(): Promise<string[]> {
    const before = [...this.#controls]
    const { kinds, faults } = await this.#page.evaluate((tried) => looks.findUnseenFocus(tried), before)
    for (const kind of kinds) this.#controls.add(kind)
    return faults.map((fault) => `forced colours: ${fault}`)
  }

  /** Each state is taken from what has it: the picture must change. */
  async #compareStates(): Promise<string[]> {
    const page = this.#page
    const spots = await page.evaluate((before) => looks.findStates(before), [...this.#states])
    if (spots.length === 0) return []
    for (const { kind } of spots) this.#states.add(kind)
    await page.evaluate(wear, ONE_WEIGHT)
    const on = await shoot(page)
    await page.evaluate(() => looks.takeStates())
    const off = await shoot(page)
    await page.evaluate(wear, "")
    const hidden = spots.filter((spot) => countDifferent(on, off, spot) < LEAST_DIFFERENT)
    return hidden.map(({ kind, name }) => `forced colours: ${kind} is not seen: ${name}`)
  }
}

/** Pixels: a line below a short word has more. */
const LEAST_DIFFERENT = 12

type Picture = { data: Buffer; width: number; height: number }

async function shoot(page: Page): Promise<Picture> {
  const { data, info } = await sharp(await page.screenshot({ fullPage: true, animations: "disabled" }))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** How many pixels within the spot are clearly lighter in one picture than in the other. */
function countDifferent(one: Picture, other: Picture, { x, y, width, height }: Spot): number {
  let count = 0
  for (let line = Math.floor(y); line < Math.min(y + height, one.height, other.height); line++)
    for (let column = Math.floor(x); column < Math.min(x + width, one.width); column++) {
      const here = one.data[line * one.width + column] ?? 0
      if (Math.abs(here - (other.data[line * other.width + column] ?? 0)) > 64) count++
    }
  return count
}

/** Rules for the page on top of its own; the content security policy refuses `<style>`. */
function wear(rules: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules)
  document.adoptedStyleSheets = [sheet]
}

function unfold(selector: string): void {
  for (const one of document.querySelectorAll<HTMLDetailsElement>(selector)) one.open = true
}
