import sharp from "sharp"
import { expect } from "vitest"
import { consult } from "./consulting.ts"
import { FACILITATOR, type HalfYear, MANAGER, send, unfold } from "./group.ts"

/** Gives back where the new learning group is. */
export async function createCohort(group: HalfYear, name: string, firstDay: string): Promise<string> {
  const page = await group.go(FACILITATOR, "/qualifizierung")
  await page.getByRole("link", { name: "Neue Lerngruppe" }).click()
  await page.getByLabel("Programm").selectOption({ label: "Vom Posteingang ins Fachforum" })
  await page.getByLabel("Name der Lerngruppe").fill(name)
  await page.getByLabel("Auftrag von").fill(MANAGER)
  await page.getByLabel("Auftrag", { exact: true }).fill("Fachfragen aus dem Postfach in ein Forum holen")
  await page.getByLabel("Land").selectOption({ label: "Nordrhein-Westfalen" })
  await page.getByLabel("Erster Tag").fill(firstDay)
  await page.getByLabel("Ort (optional)").fill("Rathaus, Raum 3")
  await page.getByLabel("Link zum Online-Treffen (optional)").fill("https://treffen.example/gruppe")
  await send(page, "Termine vorschlagen")
  const movable = page.getByLabel(/Lerngruppentreffen 4/)
  const proposed = await movable.inputValue()
  await movable.fill(proposed.replace("T09:00", "T10:00"))
  await send(page, "Lerngruppe anlegen")
  return page.url().replace(/^https?:\/\/[^/]*(\/lerngruppen\/[0-9a-f-]{36}).*$/, "$1")
}

/** The learning group comes into being: programme, mandate, dates, people, invitations. */
export async function begin(group: HalfYear): Promise<void> {
  await group.at("2027-01-04T08:00")
  group.home = await createCohort(group, "Lerngruppe Wohngeld", "2027-01-11")
  const page = await group.desk(FACILITATOR)
  for (const [name, part] of [
    [MANAGER, "Führungskraft"],
    ...group.learners.map((learner) => [learner, "Lernende Person"]),
  ] as [string, string][]) {
    await page.getByRole("searchbox", { name: "Name" }).fill(name)
    await page.getByRole("button", { name: "Suchen" }).click()
    await send(page, `${part} ${name}`)
  }
  const assigning = page.getByRole("region", { name: "Führungskräfte zuordnen" })
  await assigning.getByRole("combobox").selectOption({ label: MANAGER })
  await send(page, "Zuordnen", assigning)
  await send(page, "Einladungen senden")
  await group.world.drain()
  const invited = (await group.world.mails()).length
  // The manager to the end of three workshops, everybody else to all ten dates.
  expect(invited).toBe((group.learners.length + 1) * 10 + 3)
}

/** A workshop or meeting is begun, everybody who is there is ticked off, one line is recorded, minutes are released. */
export async function hold(
  group: HalfYear,
  title: string,
  { missing = [] as string[], kind = "Beschluss", line = "", task = "", taskOf = "", forManagers = false },
): Promise<void> {
  const page = await group.goToDate(FACILITATOR, title)
  await page
    .getByRole("link", { name: /leiten|Leitung/ })
    .first()
    .click()
  await send(page, "Jetzt beginnen")
  const attendance = page.getByRole("region", { name: "Teilnahme" })
  for (const learner of group.learners.filter((name) => !missing.includes(name))) {
    const button = attendance.getByRole("button", { name: learner })
    await button.click()
    await expect.poll(() => button.getAttribute("aria-pressed")).toBe("true")
  }
  const recorded = page.locator(".ff-recorded__body")
  const recording = page.locator("#festhalten")
  await recording.getByLabel(kind, { exact: true }).check()
  await recording.getByLabel("In einer Zeile").fill(line)
  await recording.getByRole("button", { name: "Festhalten" }).click()
  await recorded.filter({ hasText: line }).waitFor()
  if (task) {
    await recording.getByLabel("Aufgabe", { exact: true }).check()
    await recording.getByLabel("In einer Zeile").fill(task)
    await recording.getByLabel("Wer (optional)").selectOption({ label: taskOf })
    await recording.getByRole("button", { name: "Festhalten" }).click()
    await recorded.filter({ hasText: task }).waitFor()
  }
  await page.getByRole("link", { name: "Protokoll schreiben" }).click()
  const minutes = page.getByRole("textbox", { name: "Text" })
  for (const recordedLine of [line, task]) expect(await minutes.inputValue()).toContain(recordedLine)
  await send(page, "Speichern")
  if (forManagers) await page.getByLabel(/Führungskräfte/).check()
  await send(page, /[Ff]reigeben/)
}

export async function workshop1(group: HalfYear): Promise<void> {
  const [first = "", second, , fourth] = group.learners
  await group.at("2027-01-11T08:55")
  await hold(group, "Workshop 1", {
    missing: fourth ? [fourth] : [],
    line: "Wir beginnen mit den Fragen zur Miete",
    task: "Ansprechperson in der IT anrufen",
    taskOf: first,
  })
  for (const learner of group.learners) {
    const page = await group.go(learner, "ausgangslage")
    await page.getByLabel("E-Mail").check()
    await page.getByLabel("Was stört oder kostet Zeit? (optional)").fill(`${learner}: dreimal dieselbe Frage`)
    await page.getByLabel(/ohne Namen zeigen/).check()
    await send(page, "Antworten speichern")
  }
  const together = await group.go(FACILITATOR, "ausgangslage")
  for (const learner of group.learners)
    await together.getByText(`${learner}: dreimal dieselbe Frage`).waitFor()
  const page = await group.go(first, "ausgangslage")
  const process = await unfold(page, "Arbeitsablauf hinzufügen")
  await process.getByLabel("Arbeitsablauf", { exact: true }).fill("Rückfrage zur Miete")
  await process
    .getByLabel("Schritte (optional)")
    .fill("Antrag lesen\nFachabteilung anrufen\nAntwort notieren")
  await process.getByLabel("Was hakt (optional)").fill("Die Antwort liest nur, wer gefragt hat.")
  await send(page, "Arbeitsablauf speichern", process)
  await startProjects(group)
  if (second) {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "teal" } })
      .jpeg()
      .toBuffer()
    const board = await group.goToDate(second, "Workshop 1")
    await board.getByLabel(/Was ist zu sehen/).fill("Karten zu den Arbeitsabläufen")
    await board
      .locator("#feld-photos")
      .setInputFiles({ name: "Flipchart.jpg", mimeType: "image/jpeg", buffer: photo })
    await board.getByRole("button", { name: "Hochladen" }).click()
    await board.getByRole("img", { name: "Karten zu den Arbeitsabläufen" }).waitFor()
  }
}

/** The first two share a project, everybody else has their own. */
async function startProjects(group: HalfYear): Promise<void> {
  const [first = "", second = "", ...others] = group.learners
  for (const learner of [first, ...others]) {
    const page = await group.go(learner, "projekte")
    const beginning = page.locator("#beginnen")
    if (!(await beginning.getByLabel("Titel").isVisible())) await beginning.locator("summary").click()
    await page.getByLabel("Titel").fill(`Fachfragen von ${learner}`)
    await page.getByLabel(/^Ziel/).fill("Die zehn häufigsten Fragen stehen mit Antwort im Forum.")
    await send(page, "Beginnen")
    const milestone = await unfold(page, "Meilenstein hinzufügen")
    await milestone.getByLabel("Was?").fill("Zehn Fragen sind gesammelt")
    await send(page, "Hinzufügen", milestone)
    if (learner !== first) continue
    const people = await unfold(page, "Lernende hinzufügen")
    await people.getByRole("combobox").selectOption({ label: second })
    await send(page, "Hinzufügen", people)
  }
}

/** Everybody submits; the manager answers the one with a remark, asks the other for a talk, and agrees to the rest. */
export async function agree(group: HalfYear, workshop: string): Promise<void> {
  const [first = "", , ...others] = group.learners
  for (const learner of [first, ...others]) {
    const page = await group.go(learner, "projekte")
    await page.getByRole("link", { name: `Fachfragen von ${learner}` }).click()
    await page.locator("summary", { hasText: "Zur Abstimmung vorlegen" }).click()
    const purpose = page.getByLabel("Zu welchem Workshop?")
    const option = purpose.locator("option", { hasText: workshop })
    await purpose.selectOption((await option.getAttribute("value")) ?? "")
    await send(page, "Vorlegen")
  }
  await group.world.drain()
  const page = await group.go(MANAGER, "/qualifizierung")
  await page
    .getByRole("link", { name: `Fachfragen von ${first}` })
    .first()
    .click()
  await page.getByLabel("Ich habe eine Rückmeldung").check()
  await page.getByLabel("Rückmeldung (optional)", { exact: true }).fill("Bitte auch die Fragen zu Zinsen.")
  await send(page, "Antwort senden")
  for (const learner of others) {
    await group.go(MANAGER, "/qualifizierung")
    await page
      .getByRole("link", { name: `Fachfragen von ${learner}` })
      .first()
      .click()
    await page.getByLabel("Ich stimme zu").check()
    await send(page, "Antwort senden")
  }
  const project = await group.go(group.learners[1] ?? first, "projekte")
  await project.getByRole("link", { name: `Fachfragen von ${first}` }).click()
  await project.getByText("Bitte auch die Fragen zu Zinsen.").first().waitFor()
}

export async function practice1(group: HalfYear): Promise<void> {
  const [first = ""] = group.learners
  await group.at("2027-01-20T10:00")
  for (const learner of group.learners) {
    const rating = await group.go(learner, "vorbereitung")
    for (const level of await rating.getByRole("combobox").all()) await level.selectOption("2")
    await send(rating, "Speichern")
  }
  const impulse = await group.go(first, "lernimpulse")
  await impulse.getByRole("link", { name: "Mein Arbeitstag in Medien" }).click()
  await impulse.getByLabel(/Was fällt mir auf/).fill("Elfmal dieselbe Frage.")
  await send(impulse, "Erledigt")
  const journal = await group.go(first, "/lerntagebuch/neu")
  await journal.getByLabel("Titel").fill("Erste Woche")
  await journal.getByLabel("Text", { exact: true }).fill("Ich habe mitgezählt.")
  await send(journal, "Speichern")
  await send(journal, "Der Lernbegleitung zeigen")
  const shared = await group.go(FACILITATOR, group.home)
  await shared.getByText("Erste Woche").first().waitFor()
  const path = await group.go(first, group.home)
  await path.getByText("Ansprechperson in der IT anrufen").waitFor()
  // What comes on paper is the plan of the half-year, on one sheet.
  const sheet = await path.pdf({ format: "A4" })
  expect(sheet.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  expect(await group.overflow(first)).toBe(0)
}

export async function meeting1(group: HalfYear): Promise<void> {
  await group.at("2027-01-31T18:00")
  for (const learner of group.learners) {
    const page = await group.goToDate(learner, "Lerngruppentreffen 1")
    const line = page.locator("#eigene-zeile")
    await line.getByLabel(/^Stand/).fill(`Stand von ${learner}`)
    await send(page, "Speichern", line)
  }
  await group.at("2027-02-01T08:58")
  const page = await group.goToDate(FACILITATOR, "Lerngruppentreffen 1")
  for (const learner of group.learners) await page.getByText(`Stand von ${learner}`).first().waitFor()
  await consult(group, "Lerngruppentreffen 1")
  await hold(group, "Lerngruppentreffen 1", {
    kind: "Vereinbarung",
    line: "Bis Workshop 2 stehen die Kategorien",
  })
}
