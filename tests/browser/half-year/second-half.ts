import { expect } from "vitest"
import { agree, hold } from "./first-half.ts"
import { FACILITATOR, type HalfYear, MANAGER, send } from "./group.ts"

export async function workshop2(group: HalfYear): Promise<void> {
  await group.at("2027-02-15T08:55")
  const page = await group.goToDate(FACILITATOR, "Workshop 2")
  await page
    .getByRole("link", { name: /leiten|Leitung/ })
    .first()
    .click()
  const open = page.getByRole("region", { name: "Aus der Zeit davor" })
  await open.getByText("Ansprechperson in der IT anrufen").first().waitFor()
  await hold(group, "Workshop 2", { line: "Wir prüfen die Miete zuerst" })
  await agree(group, "Workshop 2")
}

export async function meeting2(group: HalfYear): Promise<void> {
  await group.at("2027-03-08T08:59")
  await hold(group, "Lerngruppentreffen 2", {
    kind: "Vereinbarung",
    line: "Jede Frage bekommt eine Kategorie",
  })
}

/** Rules of use, drawn up by a learner, decided with the facilitator. */
export async function workshop3(group: HalfYear): Promise<void> {
  const [first = ""] = group.learners
  await group.at("2027-03-22T08:55")
  await plan(group, first, "nutzungsregeln", async (page) => {
    await page
      .getByLabel("Unsere Regeln")
      .fill("- Eine Frage, ein Beitrag\n- Keine Namen von Bürgerinnen und Bürgern")
  })
  await decide(group, "nutzungsregeln")
  await hold(group, "Workshop 3", { line: "Die Nutzungsregeln gelten ab sofort", forManagers: true })
  await agree(group, "Workshop 3")
  const minutes = await group.go(MANAGER, group.home)
  await minutes.getByRole("link", { name: /^Workshop 3/ }).click()
  await minutes.getByRole("link", { name: "Protokoll lesen" }).click()
  await minutes.getByText("Die Nutzungsregeln gelten ab sofort").first().waitFor()
}

export async function informationEvent(group: HalfYear): Promise<void> {
  const [first = "", second = ""] = group.learners
  await group.at("2027-04-05T08:59")
  await plan(group, first, "infoveranstaltung", async (page) => {
    await page.getByLabel("Ziel der Veranstaltung").fill("Alle wissen, wozu das Forum da ist.")
    await page.getByLabel("Datum").fill("2027-04-14")
    await page.getByLabel("Thema").first().fill("Begrüßung")
  })
  await hold(group, "Lerngruppentreffen 3", {
    kind: "Vereinbarung",
    line: "Zwei führen durch die Veranstaltung",
  })
  await group.at("2027-04-15T10:00")
  await plan(group, second, "infoveranstaltung", async (page) => {
    await page.getByLabel(/Wie war es/).fill("- Was, wenn niemand antwortet?")
  })
}

export async function workshop4(group: HalfYear): Promise<void> {
  const [first = "", second = ""] = group.learners
  await group.at("2027-04-26T08:55")
  await plan(group, first, "datenschutz", async (page) => {
    for (const answer of await page.locator("fieldset select").all()) await answer.selectOption({ index: 1 })
    await page.getByLabel("Was wir festlegen").fill("Beiträge nennen keine Bürgerinnen und Bürger.")
  })
  await decide(group, "datenschutz")
  await plan(group, second, "einfuehrung", async (page) => {
    await page.getByLabel("Startsignal am").fill("2027-05-03")
    await page.getByLabel("Wie unterstützt die Führungskraft?").fill("Sie kündigt den Start an.")
  })
  await decide(group, "einfuehrung")
  await hold(group, "Workshop 4", { line: "Am 3. Mai geht es los" })
  const settled = await group.go(MANAGER, "/datenschutz/festlegungen")
  await settled.getByText("Beiträge nennen keine Bürgerinnen und Bürger.").waitFor()
}

/** Experience of all, put together by one, agreed by the others, released: only then the manager reads it. */
export async function report(group: HalfYear): Promise<void> {
  const [first = "", ...others] = group.learners
  await group.at("2027-05-18T09:59")
  await hold(group, "Lerngruppentreffen 4", { kind: "Vereinbarung", line: "Die Rückmeldung steht" })
  for (const learner of group.learners) {
    const page = await group.go(learner, "rueckmeldung")
    const achieved = page.getByRole("textbox", { name: /Was hat sich verbessert/ })
    if (!(await achieved.isVisible())) await page.locator("summary", { hasText: "Meine Erfahrungen" }).click()
    await achieved.fill(`${learner}: weniger Anrufe`)
    await send(page, "Erfahrungen speichern")
  }
  const page = await group.go(first, "rueckmeldung")
  await send(page, "Ich stelle die Rückmeldung zusammen")
  await group.go(first, "rueckmeldung/bearbeiten")
  await page.getByRole("textbox", { name: /Was hat sich verbessert/ }).fill("Wir telefonieren seltener.")
  await page.getByRole("textbox", { name: /Was brauchen wir/ }).fill("Nur unter uns.")
  await page.getByLabel("Die Führungskraft sieht „Was brauchen wir").uncheck()
  await send(page, "Rückmeldung speichern")
  for (const learner of others) {
    const own = await group.go(learner, "rueckmeldung")
    await send(own, "Ich stimme dieser Fassung zu")
  }
  const manager = await group.go(MANAGER, "rueckmeldung")
  expect(await manager.locator("main").innerText()).not.toContain("Wir telefonieren seltener.")
  await group.go(first, "rueckmeldung")
  await send(page, "Für die Führungskräfte freigeben")
  await manager.reload()
  const shown = await manager.locator("main").innerText()
  expect(shown).toContain("Wir telefonieren seltener.")
  expect(shown).not.toContain("Nur unter uns.")
  expect(shown).not.toContain("weniger Anrufe")
}

type Desk = Awaited<ReturnType<HalfYear["desk"]>>

async function plan(group: HalfYear, who: string, what: string, write: (page: Desk) => Promise<void>) {
  const page = await group.go(who, `vorhaben/${pageOf(what)}?bearbeiten=${what}`)
  await write(page)
  await send(page, "Speichern")
  expect(page.url()).toMatch(new RegExp(`vorhaben/${pageOf(what)}.*#${what}`))
}

const pageOf = (what: string) =>
  ["infoveranstaltung", "einfuehrung"].includes(what) ? "kolleginnen-und-kollegen" : what

async function decide(group: HalfYear, what: string): Promise<void> {
  const page = await group.go(FACILITATOR, `vorhaben/${pageOf(what)}`)
  await send(page, /beschlossen|bestätigen/)
}
