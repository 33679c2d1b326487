import { expect } from "vitest"
import { forgetCohorts } from "../../../server/qualification/forget.ts"
import { createCohort, hold } from "./first-half.ts"
import { FACILITATOR, type HalfYear, MANAGER, send } from "./group.ts"

export async function workshop5(group: HalfYear): Promise<void> {
  await group.at("2027-05-31T08:55")
  await hold(group, "Workshop 5", { line: "Wir treffen uns im Herbst wieder" })
  for (const learner of group.learners) {
    const rating = await group.go(learner, "vorbereitung?zeitpunkt=ende")
    for (const level of await rating.getByRole("combobox").all()) await level.selectOption("4")
    await send(rating, "Speichern")
  }
  await lookBack(group)
}

const LESSON = "Früh mit der IT sprechen"

/** Cards without names, votes that nobody sees, and a lesson for those who come later. */
async function lookBack(group: HalfYear): Promise<void> {
  const page = await group.go(FACILITATOR, "rueckblick")
  for (const learner of group.learners) {
    const board = await group.go(learner, "rueckblick")
    const column = board.getByRole("region", { name: "Das haben wir gelernt" })
    await column.getByLabel("Neue Karte").fill(`${LESSON} (${learner.length})`)
    await send(board, "Karte hinzufügen", column)
  }
  // The facilitator's board has filled by itself.
  await page.getByText(`${LESSON} (${group.learners[0]?.length})`).first().waitFor()
  await send(page, "Abstimmung beginnen")
  for (const learner of group.learners) {
    const board = await group.go(learner, "rueckblick")
    await send(board, /^Stimme geben/)
  }
  await group.go(FACILITATOR, "rueckblick")
  await page.getByRole("button", { name: "Rückblick abschließen" }).click()
  await send(page, /Rückblick abschließen/, page.getByRole("dialog"))
  await page
    .getByRole("button", { name: /Als Erkenntnis übernehmen/ })
    .first()
    .click()
  const lesson = page.getByRole("region", { name: "Unsere Erkenntnisse" })
  await lesson.getByLabel("Titel").first().fill(LESSON)
  await send(page, /^Erkenntnis speichern/, lesson)
  await page.getByRole("button", { name: /Für spätere Lerngruppen freigeben/ }).click()
  await send(page, /Für spätere Lerngruppen freigeben/, page.getByRole("dialog"))
}

/** The next learning group reads the lesson at its first workshop. */
export async function handOn(group: HalfYear): Promise<void> {
  const first = group.home
  await group.at("2027-09-01T09:00")
  group.home = await createCohort(group, "Lerngruppe Elterngeld", "2027-09-13")
  const page = await group.goToDate(FACILITATOR, "Workshop 1")
  await page.getByText(LESSON).first().waitFor()
  group.home = first
}

/** Each learner releases a preparation, with the evidence that belongs to it. */
export async function prepare(group: HalfYear): Promise<void> {
  await group.at("2027-06-01T10:00")
  const page = await group.go(FACILITATOR, "kompetenzbilanzen")
  await send(page, "Runden bilden")
  const rows = page.getByRole("table", { name: "Alle Runden" }).locator("tbody tr")
  expect(await rows.count()).toBe(group.learners.length)
  for (const learner of group.learners) {
    const evidence = await group.go(learner, "nachweise/neu")
    await evidence.getByLabel("Etwas anderes").check()
    await evidence.getByLabel("Titel").fill("Ablauf für die Miete")
    await evidence.getByLabel("Was zeigt es?").fill("Ich kann Wissen teilen.")
    await evidence.getByRole("checkbox").first().check()
    await send(evidence, "Hinzufügen")
    const round = await openRound(group, learner, learner)
    await round.locator("main").getByRole("link", { name: "Vorbereitung der Bilanz" }).click()
    await round
      .getByLabel(/Was habe ich getan/)
      .first()
      .fill(`${learner} hat Kategorien eingerichtet`)
    await round.getByLabel("Zeigen, wo ich am Anfang stand").check()
    await round.getByLabel(/Ablauf für die Miete/).check()
    await send(round, "Speichern und freigeben")
  }
}

/** All rounds, as the facilitator's list names them: each learner once, and nobody is their own peer. */
export async function assessAll(group: HalfYear): Promise<void> {
  await group.at("2027-06-14T09:00")
  const list = await group.go(FACILITATOR, "kompetenzbilanzen")
  const rows = await list.getByRole("table", { name: "Alle Runden" }).locator("tbody tr").all()
  const rounds = await Promise.all(
    rows.map(async (row) => {
      const [learner = ""] = await row.locator("th").allInnerTexts()
      const [, peer = ""] = await row.locator("td").allInnerTexts()
      return { learner, peer }
    }),
  )
  expect(rounds.map(({ learner }) => learner).toSorted()).toEqual(group.learners.toSorted())
  for (const round of rounds) {
    expect(group.learners.filter((name) => name !== round.learner)).toContain(round.peer)
    await assess(group, round)
  }
}

/** The round of three of one learner, from the telling to the confirmation by both. */
async function assess(group: HalfYear, { learner, peer }: { learner: string; peer: string }): Promise<void> {
  const led = await openRound(group, FACILITATOR, learner)
  await send(led, "Runde beginnen")
  await led.getByText(`${learner} hat Kategorien eingerichtet`).first().waitFor()
  const own = await openRound(group, learner, learner)
  for (const level of await own.getByLabel(/^Stufe/).all()) await level.selectOption("4")
  await send(own, "Einschätzung abgeben")
  const asks = await openRound(group, peer, learner)
  expect(await asks.getByLabel(/^Stufe/).count()).toBe(0)
  await asks.getByLabel("Was haben Sie beobachtet?").fill("Geduldig erklärt")
  await send(asks, "Beobachtung ergänzen")
  for (const level of await led.getByLabel(/^Stufe/).all()) await level.selectOption("3")
  await send(led, "Einschätzung abgeben")
  // Both screens go on by themselves: both ratings are in.
  await group.catchUp(learner)
  for (const screen of [own, led]) await screen.getByText("eine Stufe Unterschied").first().waitFor()
  const open = led.getByRole("button", { name: /^Festhalten/ })
  for (let left = await open.count(); left > 0; left--) {
    const form = led.locator("form", { has: open }).first()
    await form.getByLabel("Vereinbarte Stufe").selectOption("4")
    await form.getByLabel(/^Begründung/).fill("Mehrfach gezeigt")
    await send(led, /^Festhalten/, form)
    await expect.poll(() => open.count()).toBe(left - 1)
  }
  const words = await openRound(group, learner, learner)
  await words
    .getByLabel("Ihre Sätze")
    .fill(`${learner} teilt Wissen im Forum.\n${learner} begleitet Veränderung.`)
  await send(words, "Sätze speichern")
  await send(words, "Ergebnis bestätigen")
  await openRound(group, FACILITATOR, learner)
  await send(led, "Ergebnis bestätigen")
  await led.getByText("Beide haben bestätigt").first().waitFor()
}

/** What was missed is made up, nothing is outstanding, and everybody gets their certificate. */
export async function certify(group: HalfYear): Promise<void> {
  await group.at("2027-06-21T09:00")
  const missing = group.learners[3]
  const page = await group.go(FACILITATOR, "stand")
  if (missing) {
    expect(await page.getByRole("button", { name: `Ausstellen für ${missing}` }).count()).toBe(0)
    await group.goToDate(FACILITATOR, "Workshop 1")
    const step = page.url().replace(/.*\/termine\/([0-9a-f-]{36}).*/, "$1")
    await group.go(FACILITATOR, `/termine/${step}/leitung`)
    await page.locator("summary", { hasText: "Abwesend und nachgeholt" }).click()
    await send(page, `nachgeholt ${missing}`)
  }
  await group.go(FACILITATOR, "stand")
  expect(await page.locator("main").innerText()).not.toContain("noch offen\n")
  for (const learner of group.learners) {
    await group.go(FACILITATOR, "stand")
    await page.getByRole("button", { name: `Ausstellen für ${learner}` }).click()
    // Asks first: it cannot be changed later.
    await send(page, "Ausstellen", page.getByRole("dialog"))
  }
  for (const learner of group.learners) {
    const own = await group.go(learner, "/qualifizierung")
    await own.locator("main").getByRole("link", { name: "Vom Posteingang ins Fachforum" }).click()
    await own.getByText(`${learner} teilt Wissen im Forum.`).waitFor()
    const file = await own.context().request.get(`${own.url().split("?")[0]}/pdf`)
    expect(file.headers()["content-type"]).toBe("application/pdf")
    expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-")
  }
  const manager = await group.desk(MANAGER)
  expect((await manager.goto(`${group.home}/stand`))?.status()).toBe(403)
  expect(await manager.locator("main").innerText()).not.toContain(group.learners[0])
}

/** On its day everything of the group goes, but the certificates. */
export async function forget(group: HalfYear): Promise<void> {
  const [first = ""] = group.learners
  await group.at("2027-12-22T03:30")
  await forgetCohorts(group.world.db, group.world.parts.files)
  const page = await group.go(FACILITATOR, "/qualifizierung")
  expect(await page.locator("main").innerText()).not.toContain("Lerngruppe Wohngeld")
  const own = await group.go(first, "/qualifizierung")
  await own.locator("main").getByRole("link", { name: "Vom Posteingang ins Fachforum" }).click()
  await own.getByText(`${first} teilt Wissen im Forum.`).waitFor()
}

async function openRound(group: HalfYear, who: string, of: string) {
  const page = await group.go(who, "kompetenzbilanzen")
  await page.getByRole("table").getByRole("link", { name: of, exact: true }).click()
  await page.getByRole("heading", { level: 1 }).waitFor()
  return page
}
