import type { Browser, BrowserContext, Page, Response } from "playwright-core"
import { instantOf, moveClock, now, resetClock } from "../../../server/kernel/time.ts"
import type { Person, World } from "../../support/world.ts"
import { openBrowser, openPage, openServedWorld, visit } from "../support.ts"

const LEARNERS = ["Sabine Müller", "Petra Huber", "Chiara D'Angelo", "Thomas Meier"] as const
export const FACILITATOR = "Lena Weber"
export const MANAGER = "Martina Schöller"

type Desk = Page & { faults: string[] }

/** A learning group at its computers: everybody has a browser of their own, and time goes on for all of them. */
export class HalfYear {
  /** Address of the learning group. */
  home = ""
  readonly world: World
  readonly learners: readonly string[]
  /** Whether the learners' browsers run scripts; those of the others always do. */
  readonly learnersRunScripts: boolean
  readonly #browser: Browser
  readonly #people: Map<string, Person>
  readonly #desks = new Map<string, Desk>()

  private constructor(
    world: World,
    browser: Browser,
    people: Map<string, Person>,
    learners: readonly string[],
    learnersRunScripts: boolean,
  ) {
    this.world = world
    this.#browser = browser
    this.#people = people
    this.learners = learners
    this.learnersRunScripts = learnersRunScripts
  }

  static async open(size: number, learnersRunScripts: boolean): Promise<HalfYear> {
    const world = await openServedWorld()
    const clerks = await world.department("Wohngeldstelle")
    const law = await world.department("Grundsatz und Recht")
    const learners = LEARNERS.slice(0, size)
    const people = new Map<string, Person>()
    const add = async (...person: Parameters<World["person"]>) =>
      people.set(person[0], await world.person(...person))
    // From outside: no department, and no role in the forum.
    await add(FACILITATOR, ["facilitator"])
    await add(MANAGER, ["lead"], [clerks])
    for (const name of learners) await add(name, ["clerk"], [name === "Chiara D'Angelo" ? law : clerks])
    return new HalfYear(world, await openBrowser(), people, learners, learnersRunScripts)
  }

  async close(): Promise<void> {
    resetClock()
    await this.#browser.close()
    await this.world.close()
  }

  personOf(name: string): Person {
    const person = this.#people.get(name)
    if (!person) throw new Error(`nobody is called ${name}`)
    return person
  }

  /** It is this date and time of day in Germany. Everybody signs in anew, as after weeks; jobs that were due have run. */
  async at(localTime: string): Promise<void> {
    for (const desk of this.#desks.values()) await desk.goto("about:blank")
    moveClock(instantOf(localTime).getTime() - now().getTime())
    for (const [name, desk] of this.#desks) await this.#signIn(name, desk.context())
    await this.world.drain()
  }

  /** The page that the person has before them: facilitators and managers at a PC, learners with a phone. */
  async desk(name: string): Promise<Desk> {
    const present = this.#desks.get(name)
    if (present) return present
    const learns = this.learners.includes(name)
    const context = await visit(this.#browser, this.world, null, {
      viewport: learns ? "phone" : "wide",
      javaScript: !learns || this.learnersRunScripts,
    })
    await this.#signIn(name, context)
    const desk = await openPage(context, "about:blank")
    this.#desks.set(name, desk)
    return desk
  }

  async #signIn(name: string, context: BrowserContext): Promise<void> {
    const { sessions } = this.world.parts
    const { token } = await sessions.signIn(this.personOf(name).id, "Test", null)
    const url = this.world.config.publicUrl
    await context.addCookies([
      { name: sessions.cookieName, value: token, url, httpOnly: true, sameSite: "Lax" },
    ])
  }

  /** The person opens the page; relative to the learning group unless it begins with a slash. */
  async go(name: string, path: string): Promise<Desk> {
    const desk = await this.desk(name)
    const response = await desk.goto(path.startsWith("/") ? path : `${this.home}/${path}`)
    if (!response?.ok()) throw new Error(`${name}: ${path} answered ${response?.status()}`)
    return desk
  }

  /** Opens a date of the group by its name, as one finds it: on the page of the group. */
  async goToDate(name: string, title: string): Promise<Desk> {
    const desk = await this.go(name, this.home)
    await desk.getByRole("region", { name: "Der Weg" }).getByRole("link", { name: title }).first().click()
    await desk.getByRole("heading", { level: 1, name: title }).waitFor()
    return desk
  }

  /** The learner's page shows what happened meanwhile: by itself, or without scripts when it is loaded anew. */
  async catchUp(name: string): Promise<void> {
    if (!this.learnersRunScripts) await (await this.desk(name)).reload()
  }

  /** What everybody has before them: for whoever asks why a step failed. */
  async whereEverybodyIs(): Promise<string> {
    const seen = await Promise.all(
      [...this.#desks].map(async ([name, desk]) => {
        const text = await desk.evaluate(() => document.querySelector("main")?.innerText ?? "").catch(String)
        return `${name}, ${desk.url()}\n${text.slice(0, 1500)}`
      }),
    )
    return [...seen, ...this.faults()].join("\n\n")
  }

  /** What went wrong in anybody's browser so far. */
  faults(): string[] {
    return [...this.#desks].flatMap(([name, { faults }]) => faults.map((fault) => `${name}: ${fault}`))
  }

  /** Nothing stands out of the page at the width of the person's screen. */
  async overflow(name: string): Promise<number> {
    const desk = await this.desk(name)
    return desk.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  }
}

/** Sends a form and waits until its answer is there: by the button within `form`, or on the whole page. */
export async function send(
  page: Page,
  button: string | RegExp,
  within = page.locator("main"),
): Promise<void> {
  const answered = answerTo(page)
  await within.getByRole("button", { name: button }).first().click()
  const status = await answered
  await page.waitForLoadState()
  if (status >= 400) throw new Error(`${button} was answered with ${status}: ${await mainOf(page)}`)
}

const mainOf = (page: Page) => page.locator("main").innerText()

/**
 * The next form is answered, with this status; where it leads to another page, that one is there. Whoever goes on before would be taken
 * back by it: the page that is left counts as loaded until the new one comes.
 */
function answerTo(page: Page): Promise<number> {
  return new Promise((resolve) => {
    const hear = (response: Response) => {
      if (response.request().method() !== "POST") return
      page.off("response", hear)
      const status = response.status()
      if (response.request().isNavigationRequest()) page.once("domcontentloaded", () => resolve(status))
      else resolve(status)
    }
    page.on("response", hear)
  })
}

/** Opens the folded part of this name and gives it back. */
export async function unfold(page: Page, name: string) {
  const part = page.locator("details", { has: page.locator("summary", { hasText: name }) })
  await part.locator("summary").click()
  return part
}
