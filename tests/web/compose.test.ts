import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { today } from "../../server/kernel/time.ts"
import { addCategory, ask, openTown, release, type Town } from "../forum/town.ts"

let town: Town
let guided: string

beforeAll(async () => {
  town = await openTown()
  const { editor, schoeller } = town.people
  const law = town.departments.law
  const main = await addCategory(editor.agent, { name: "Wohngeldrecht", responsibleId: law })
  await release(schoeller.agent)
  guided = await addCategory(editor.agent, {
    name: "Haushaltsmitglieder",
    parentId: main,
    responsibleId: law,
    ...{ description: "Wer zählt zum Haushalt?", guide: "Bitte nennen Sie **Rollen** statt Namen." },
  })
  await release(schoeller.agent)
})
afterAll(() => town.close())

const question = (fields: Record<string, string> = {}) => ({
  idempotencyKey: `schluessel-${Math.random().toString(36).slice(2)}`,
  categoryId: town.categories.open,
  title: "Mieterhöhung im Bewilligungszeitraum",
  body: "Ab welchem Monat ist die höhere Miete zu berücksichtigen?",
  tags: "Miete, Änderung",
  wantedBy: "",
  step: "publish",
  ...fields,
})

/** The controls of the page's main content as a browser would send them, without buttons. */
function controlsOf(html: string): Record<string, string> {
  const main = html.slice(html.indexOf("<main")).replace(/<template[\s\S]*?<\/template>/g, "")
  const controls: Record<string, string> = {}
  for (const [tag] of main.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, "name")
    if (!name || /type="(?:checkbox|radio|file)"/.test(tag)) continue
    controls[name] = attribute(tag, "value")
  }
  for (const [, tag = "", text = ""] of main.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g))
    controls[attribute(tag, "name")] = decode(text)
  return controls
}

const valuesOf = (html: string, name: string) =>
  [...html.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => attribute(tag, "name") === name && /\bchecked\b/.test(tag))
    .map((tag) => attribute(tag, "value"))

const attribute = (tag: string, name: string) =>
  decode(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "")
const decode = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")

const idIn = (location: string | undefined) => /[0-9a-f-]{36}/.exec(location ?? "")?.[0] ?? ""

async function mine(title: string) {
  const { body } = await town.people.mueller.agent.get("/api/questions?mine=true").expect(200)
  return body.items.filter((row: { title: string }) => row.title === title)
}

describe("Asking", () => {
  it("begins with the categories, in groups, and shows the guide of the chosen one above the form", async () => {
    const { mueller } = town.people
    const choice = await mueller.agent.get("/fragen/neu").expect(200)
    expect(choice.text).toContain("Zu welchem Thema gehört Ihre Frage?")
    expect(choice.text).toContain("Wohngeldrecht")
    expect(choice.text).toContain(`/fragen/neu?kategorie=${guided}`)
    expect(choice.text).not.toContain("Nur Grundsatz")

    const form = await mueller.agent.get(`/fragen/neu?kategorie=${guided}`).expect(200)
    expect(form.text).toContain("Bitte nennen Sie <strong>Rollen</strong> statt Namen.")
    expect(form.text).toContain("Kategorie ändern")
    expect(form.text).toContain("Antwort erbeten bis")
    expect(controlsOf(form.text)).toMatchObject({ categoryId: guided, title: "", body: "" })
  })

  it("carries a title along from elsewhere, through the choice of a category into the form", async () => {
    const { mueller } = town.people
    const title = "Zählt Pflegegeld & Co. als Einkommen?"
    const start = `/fragen/neu?${new URLSearchParams({ titel: title })}`
    const choice = await mueller.agent.get(start).expect(200)
    const links = [...choice.text.matchAll(/href="(\/fragen\/neu\?[^"]*)"/g)].map(([, link]) =>
      decode(link ?? ""),
    )
    const form = await mueller.agent.get(links.find((link) => link.includes(guided)) ?? "missing").expect(200)
    expect(controlsOf(form.text)).toMatchObject({ categoryId: guided, title, body: "" })
    // Too long for a title, and still not lost.
    const long = "a".repeat(161)
    const kept = await mueller.agent.get(`/fragen/neu?kategorie=${guided}&titel=${long}`).expect(200)
    expect(controlsOf(kept.text)).toMatchObject({ title: long })
    await mueller.agent.get("/fragen/neu?titel=").expect(200)
  })

  it("does not open a category that is closed to the person", async () => {
    const { mueller, facilitator } = town.people
    const page = await mueller.agent.get(`/fragen/neu?kategorie=${town.categories.narrow}`).expect(200)
    expect(page.text).toContain("In dieser Kategorie können Sie nicht schreiben.")
    const empty = await facilitator.agent.get("/fragen/neu").expect(200)
    expect(empty.text).toContain("Hier ist noch keine Kategorie für Sie offen")
    await town.nobody.get("/fragen/neu").expect(303)
  })

  it("publishes, and says so on the page of the question", async () => {
    const { mueller, huber } = town.people
    const sent = await mueller.agent.form("/fragen/neu", question({ wantedBy: "2027-03-01" })).expect(303)
    expect(sent.headers.location).toMatch(/^\/fragen\/[0-9a-f-]{36}\?hinweis=asked$/)
    const { body } = await huber.agent.get(`/api/questions/${idIn(sent.headers.location)}`).expect(200)
    expect(body).toMatchObject({
      title: "Mieterhöhung im Bewilligungszeitraum",
      wantedBy: "2027-03-01",
      tags: ["Miete", "Änderung"],
      state: "open",
    })
  })

  it("makes one question of a form that is sent twice", async () => {
    const { mueller } = town.people
    const fields = question({ title: "Zweimal geklickt?" })
    const sent = await Promise.all([1, 2].map(() => mueller.agent.form("/fragen/neu", fields)))
    expect(sent.map(({ status }) => status)).toEqual([303, 303])
    expect(sent[0]?.headers.location).toBe(sent[1]?.headers.location)
    expect(await mine("Zweimal geklickt?")).toHaveLength(1)
  })

  it("names what is missing and gives everything back as it was typed", async () => {
    const { mueller } = town.people
    const body = `Frau O'Brien & "Söhne" <fragt> 🙂\n\n${"ä".repeat(10_000)}`
    const fields = question({ title: "", body, tags: "Miete, 'Umzug'", wantedBy: "2027-13-45" })
    const page = await mueller.agent.form("/fragen/neu", fields).expect(422)
    expect(page.text).toContain("Fehler: Frage stellen")
    expect(page.text).toContain("Titel: Bitte füllen Sie dieses Feld aus.")
    expect(page.text).toContain('href="#feld-wantedBy"')
    const { step: _step, ...typed } = fields
    expect(controlsOf(page.text)).toMatchObject(typed)
  })

  it("keeps ten thousand characters, emoji and apostrophes through the post", async () => {
    const { mueller } = town.people
    const body = `Was gilt für „O'Brien's“ Hütte? 🏠\n\n${"Absatz mit Umlauten: äöüß. ".repeat(370)}`
    expect(body.length).toBeGreaterThan(10_000)
    const title = "Miete's Höhe 🏠 & mehr"
    const sent = await mueller.agent
      .form("/fragen/neu", question({ title, body: body.replaceAll("\n", "\r\n") }))
      .expect(303)
    const read = await mueller.agent.get(`/api/questions/${idIn(sent.headers.location)}`).expect(200)
    expect(read.body).toMatchObject({ title, text: body })
  })

  it("refuses a category that is closed to the person, and keeps the text while another is chosen", async () => {
    const { mueller } = town.people
    const fields = question({ categoryId: town.categories.narrow, title: "Für andere?" })
    const page = await mueller.agent.form("/fragen/neu", fields).expect(422)
    expect(page.text).toContain("Bitte wählen Sie eine Kategorie.")
    expect(controlsOf(page.text)).toMatchObject({ title: fields.title, body: fields.body, step: "edit" })
    expect(await mine(fields.title)).toHaveLength(0)

    const practice = await mueller.agent
      .form("/fragen/neu", question({ categoryId: town.categories.practices, title: "Falsche Art?" }))
      .expect(403)
    expect(practice.text).toContain("In dieser Kategorie können Sie das nicht.")
    expect(await mine("Falsche Art?")).toHaveLength(0)
  })

  it("changes the category without losing what was typed", async () => {
    const { mueller } = town.people
    const fields = question({ step: "category", wantedBy: "2027-03-01" })
    const choice = await mueller.agent.form("/fragen/neu", fields).expect(200)
    expect(choice.text).toContain("Was Sie geschrieben haben, bleibt erhalten.")
    const carried = controlsOf(choice.text)
    const form = await mueller.agent.form("/fragen/neu", { ...carried, categoryId: guided }).expect(200)
    expect(form.text).toContain("<strong>Rollen</strong>")
    const { step: _step, ...typed } = fields
    expect(controlsOf(form.text)).toMatchObject({ ...typed, categoryId: guided })
  })

  it("shows a preview above the form, and what cannot be shown as a fault of its field", async () => {
    const { mueller } = town.people
    const fields = question({ step: "preview", title: "Nur angesehen?", body: "Das ist **wichtig**." })
    const page = await mueller.agent.form("/fragen/neu", fields).expect(200)
    expect(page.text).toContain("<strong>wichtig</strong>")
    expect(controlsOf(page.text)).toMatchObject({ body: "Das ist **wichtig**." })
    const deep = question({ step: "preview", body: `${">".repeat(200)} tief` })
    const refused = await mueller.agent.form("/fragen/neu", deep).expect(422)
    expect(refused.text).toContain("Der Text ist zu tief verschachtelt")
    expect(await mine(fields.title)).toHaveLength(0)
  })

  it("gives back what was typed when the session has expired", async () => {
    const page = await town.nobody.form("/fragen/neu", question()).expect(401)
    expect(page.text).toContain("Ihre Eingaben sind nicht verloren.")
    expect(controlsOf(page.text)).toMatchObject({ title: "Mieterhöhung im Bewilligungszeitraum" })
    const { step, ...rest } = controlsOf(page.text)
    await town.people.mueller.agent.form("/fragen/neu", { ...rest, step: step ?? "" }).expect(303)
  })

  it("takes a screenshot along, also when the form comes back", async () => {
    const { mueller } = town.people
    const send = (fields: Record<string, string>) => {
      const request = mueller.agent.post("/fragen/neu")
      for (const [name, value] of Object.entries(fields)) request.field(name, value)
      return request
    }
    const bad = await send({ ...question({ title: "" }), newAlternative: "Die Maske mit der Meldung" })
      .attach("files", PIXEL, { filename: "maske.png", contentType: "image/png" })
      .expect(422)
    const shown = controlsOf(bad.text)
    expect(shown).toMatchObject({ attachmentAlternative: "Die Maske mit der Meldung" })
    const { title: _title, ...rest } = shown
    const sent = await mueller.agent.form("/fragen/neu", { ...rest, title: "Mit Bildschirmfoto" }).expect(303)
    const { body } = await mueller.agent.get(`/api/questions/${idIn(sent.headers.location)}`).expect(200)
    expect(body.attachments).toEqual([
      expect.objectContaining({ name: "maske.png", alternative: "Die Maske mit der Meldung" }),
    ])
  })
})

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)

describe("Personal data", () => {
  const body = "Herr Kowalski (Az. 4711-0815) ist ausgezogen. Konto DE89 3704 0044 0532 0130 00."

  it("is shown in its context before anything is published, and can be blacked out", async () => {
    const { mueller } = town.people
    const step = await mueller.agent.form("/fragen/neu", question({ title: "Schwarz?", body })).expect(200)
    expect(step.text).toContain("Angaben zu Personen?")
    expect(step.text).toContain("Ausgewähltes schwärzen und veröffentlichen")
    expect(await mine("Schwarz?")).toHaveLength(0)

    const chosen = valuesOf(step.text, "finding")
    expect(chosen.length).toBeGreaterThan(2)
    const sent = await mueller.agent
      .form("/fragen/neu", { ...controlsOf(step.text), step: "blacken", finding: chosen })
      .expect(303)
    const read = await mueller.agent.get(`/api/questions/${idIn(sent.headers.location)}`).expect(200)
    expect(read.body.text).not.toContain("Kowalski")
    expect(read.body.text).not.toContain("4711")
    expect(read.body.text).not.toContain("DE89")
    expect(read.body.text).toContain("ist ausgezogen. Konto [")
  })

  it("is a warning and not a ban: what is left unticked stays, and the whole text can stay", async () => {
    const { mueller } = town.people
    const step = await mueller.agent.form("/fragen/neu", question({ title: "Stehen lassen?", body }))
    const [first = ""] = valuesOf(step.text, "finding")
    const some = await mueller.agent
      .form("/fragen/neu", { ...controlsOf(step.text), step: "blacken", finding: first })
      .expect(303)
    const read = await mueller.agent.get(`/api/questions/${idIn(some.headers.location)}`).expect(200)
    expect(read.body.text).toContain("DE89")

    const asIs = await mueller.agent
      .form("/fragen/neu", question({ title: "Unverändert?", body, step: "as-is" }))
      .expect(303)
    const whole = await mueller.agent.get(`/api/questions/${idIn(asIs.headers.location)}`).expect(200)
    expect(whole.body.text).toBe(body)
  })

  it("leads back to the text with everything in place", async () => {
    const { mueller } = town.people
    const step = await mueller.agent.form("/fragen/neu", question({ body, wantedBy: "2027-03-01" }))
    const form = await mueller.agent
      .form("/fragen/neu", { ...controlsOf(step.text), step: "edit" })
      .expect(200)
    expect(controlsOf(form.text)).toMatchObject({ body, wantedBy: "2027-03-01", tags: "Miete, Änderung" })
  })

  it("is looked for in titles and in the sections of a best practice, too", async () => {
    const { mueller } = town.people
    const title = "Bescheid für Frau Kowalski"
    const inTitle = await mueller.agent.form("/fragen/neu", question({ title })).expect(200)
    expect(inTitle.text).toContain("Eine Stelle sieht nach einer Angabe zu einer Person aus.")
    const practice = await mueller.agent
      .form("/gute-praxis/neu", { ...example(), pitfalls: "Herr Kowalski war nicht zu erreichen." })
      .expect(200)
    expect(practice.text).toContain("Stolpersteine: Herr Kowalski war nicht zu erreichen.")
  })
})

describe("A pasted e-mail", () => {
  const mail = [
    "Von: Müller, Sabine",
    "Gesendet: Montag, 2. März 2026 10:11",
    "An: Grundsatz",
    "Betreff: WG: Miete bei Untervermietung",
    "",
    "Liebe Kolleginnen und Kollegen,",
    "",
    "wie ist die Miete bei Untervermietung aufzuteilen?",
    "",
    "Mit freundlichen Grüßen",
    "Sabine Müller",
  ].join("\n")

  it("comes back once: the subject becomes the title, and what a question does not need can go", async () => {
    const { mueller } = town.people
    const step = await mueller.agent.form("/fragen/neu", question({ title: "", body: mail })).expect(200)
    expect(step.text).toContain("Sieht nach einer E-Mail aus")
    expect(step.text).toContain("Anrede")
    expect(controlsOf(step.text)).toMatchObject({
      title: "Miete bei Untervermietung",
      tags: "Miete, Änderung",
    })

    const mailPart = valuesOf(step.text, "mailPart")
    const form = await mueller.agent
      .form("/fragen/neu", { ...controlsOf(step.text), step: "mail", mailPart })
      .expect(200)
    expect(form.text).toContain("Die E-Mail ist übernommen.")
    const cleaned = controlsOf(form.text)
    expect(cleaned.body).toBe("wie ist die Miete bei Untervermietung aufzuteilen?")
    // What was taken off is shown, and a click brings it back.
    expect(form.text).toContain("Ganze E-Mail wieder einsetzen")
    expect(form.text).toMatch(/<pre[^>]*>\n?Von: /)
    const [, whole = ""] = /name="body" value="([^"]*)"/.exec(form.text) ?? []
    const back = await mueller.agent
      .form("/fragen/neu", { ...cleaned, body: whole, mailSeen: "true", step: "edit" })
      .expect(200)
    expect(controlsOf(back.text).body).toBe(mail)
    const sent = await mueller.agent.form("/fragen/neu", { ...cleaned, step: "publish" }).expect(303)
    expect(sent.headers.location).toContain("hinweis=asked")
  })

  it("stays as it is for who wants that, and does not come back a second time", async () => {
    const { mueller } = town.people
    const polite = "Hallo zusammen,\n\nwas gilt bei Untervermietung?\n\nViele Grüße"
    const step = await mueller.agent.form("/fragen/neu", question({ body: polite })).expect(200)
    expect(step.text).toContain("Nichts entfernen und weiter")
    const form = await mueller.agent
      .form("/fragen/neu", { ...controlsOf(step.text), step: "edit" })
      .expect(200)
    expect(controlsOf(form.text)).toMatchObject({ body: polite })
    await mueller.agent.form("/fragen/neu", { ...controlsOf(form.text), step: "publish" }).expect(303)
  })
})

const example = (fields: Record<string, string> = {}) => ({
  idempotencyKey: `beispiel-${Math.random().toString(36).slice(2)}`,
  categoryId: town.categories.practices,
  title: "Eine vollständige Nachforderung statt drei",
  situation: "Unterlagen wurden in **mehreren** Schreiben angefordert.",
  approach: "Eine Liste je Fallgruppe, ein Schreiben.",
  result: "",
  pitfalls: "",
  contact: "",
  tags: "Nachforderung",
  step: "publish",
  ...fields,
})

describe("Sharing a best practice", () => {
  it("asks for each section with a hint, and publishes once", async () => {
    const { huber } = town.people
    // There is one category only: nobody has to choose.
    const form = await huber.agent.get("/gute-praxis/neu").expect(200)
    for (const label of ["Ausgangslage", "Vorgehen", "Ergebnis", "Stolpersteine", "Kontakt"])
      expect(form.text).toContain(label)
    const fields = example({ result: "Weniger Rückfragen." })
    const sent = await Promise.all([1, 2].map(() => huber.agent.form("/gute-praxis/neu", fields)))
    expect(sent[0]?.headers.location).toMatch(/^\/gute-praxis\/[0-9a-f-]{36}\?hinweis=shared$/)
    expect(sent[0]?.headers.location).toBe(sent[1]?.headers.location)
    const { body } = await huber.agent
      .get(`/api/best-practices/${idIn(sent[0]?.headers.location)}`)
      .expect(200)
    expect(body.text).toMatchObject({ result: "Weniger Rückfragen.", pitfalls: "" })
  })

  it("names the sections that are missing and keeps the others", async () => {
    const { huber } = town.people
    const page = await huber.agent
      .form("/gute-praxis/neu", example({ situation: "  ", contact: "Stelle 50/2" }))
      .expect(422)
    expect(page.text).toContain("Ausgangslage:")
    expect(controlsOf(page.text)).toMatchObject({ contact: "Stelle 50/2", tags: "Nachforderung" })
  })

  it("is edited by its author, section by section", async () => {
    const { huber, mueller } = town.people
    const sent = await huber.agent.form("/gute-praxis/neu", example()).expect(303)
    const path = `/gute-praxis/${idIn(sent.headers.location)}/bearbeiten`
    await mueller.agent.get(path).expect(403)
    const form = controlsOf((await huber.agent.get(path).expect(200)).text)
    expect(form).toMatchObject({ situation: "Unterlagen wurden in **mehreren** Schreiben angefordert." })
    await huber.agent.form(path, { ...form, result: "Schneller fertig." }).expect(303)
    const again = await huber.agent.form(path, { ...form, result: "Ganz anders." }).expect(409)
    expect(again.text).toContain("Inzwischen gespeicherte Fassung")
    expect(again.text).toContain("Schneller fertig.")
    expect(again.text).toMatch(/<ins>.*?Ganz anders/)
    expect(controlsOf(again.text)).toMatchObject({ result: "Ganz anders.", version: "2" })
  })
})

describe("A text that is too long", () => {
  it("is given back whole, with the limit as the language writes it, and counted in characters", async () => {
    const { mueller } = town.people
    const body = "x".repeat(40_001)
    const { text } = await mueller.agent.form("/fragen/neu", { ...question(), body }).expect(422)
    expect(text).toMatch(/höchstens 40\.000 Zeichen/)
    expect(controlsOf(text).body).toBe(body)
    const title = "😀".repeat(161)
    const again = await mueller.agent.form("/fragen/neu", { ...question(), title }).expect(422)
    expect(again.text).toMatch(/höchstens 160 Zeichen/)
    expect(controlsOf(again.text).title).toBe(title)
    // 160 emoji are 320 halves, and 160 characters.
    const fits = { ...question(), title: "😀".repeat(160), body: `${"😀".repeat(39_998)}\r\nx` }
    expect((await mueller.agent.form("/fragen/neu", fits)).status).toBe(303)
  })
})

describe("Question and answer in one step", () => {
  const record = (fields: Record<string, string> = {}) => ({
    ...question({ title: "Bekanntgabe per Post: drei oder vier Tage?" }),
    answer: "Vier Tage, § 37 Abs. 2 SGB X.",
    legalStatusDate: today(),
    reviewDate: "",
    ...fields,
  })
  const withoutWanted = (fields: Record<string, string>) => {
    const { wantedBy: _wantedBy, ...rest } = fields
    return rest
  }

  it("is for specialists, in the categories of their department, with today's legal status", async () => {
    const { vogt, mueller, okafor } = town.people
    await mueller.agent.get("/fragen/erfassen").expect(403)
    const none = await okafor.agent.get("/fragen/erfassen").expect(200)
    expect(none.text).toContain("Hier ist noch keine Kategorie für Sie offen")
    const form = await vogt.agent.get(`/fragen/erfassen?kategorie=${town.categories.open}`).expect(200)
    expect(form.text).toContain("Frage und Antwort erfassen")
    expect(controlsOf(form.text)).toMatchObject({ legalStatusDate: today(), reviewDate: "" })

    const sent = await vogt.agent.form("/fragen/erfassen", withoutWanted(record())).expect(303)
    expect(sent.headers.location).toContain("hinweis=recorded")
    const { body } = await mueller.agent.get(`/api/questions/${idIn(sent.headers.location)}`).expect(200)
    expect(body).toMatchObject({ state: "answered" })
    expect(body.answers[0]).toMatchObject({
      official: { name: "Grundsatz und Recht" },
      legalStatusDate: today(),
      text: "Vier Tage, § 37 Abs. 2 SGB X.",
    })
  })

  it("is refused outside of the own categories and without the role, and keeps the text", async () => {
    const { okafor, mueller } = town.people
    await mueller.agent.form("/fragen/erfassen", withoutWanted(record())).expect(403)
    const page = await okafor.agent.form("/fragen/erfassen", withoutWanted(record())).expect(403)
    expect(controlsOf(page.text)).toMatchObject({ answer: "Vier Tage, § 37 Abs. 2 SGB X." })
  })

  it("says what is wrong with its dates", async () => {
    const { vogt } = town.people
    const page = await vogt.agent
      .form("/fragen/erfassen", withoutWanted(record({ legalStatusDate: "2999-01-01" })))
      .expect(422)
    expect(page.text).toContain("Der Rechtsstand kann nicht in der Zukunft liegen.")
    const missing = await vogt.agent
      .form("/fragen/erfassen", withoutWanted(record({ legalStatusDate: "", answer: "" })))
      .expect(422)
    expect(missing.text).toContain("Rechtsstand:")
    expect(missing.text).toContain("Antwort: Bitte füllen Sie dieses Feld aus.")
  })
})

describe("Editing a question", () => {
  it("shows the text with its version, saves it and says so", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open, { tags: ["Miete"], wantedBy: "2027-01-15" })
    const path = `/fragen/${id}/bearbeiten`
    await huber.agent.get(path).expect(403)
    await huber.agent.form(path, { ...question(), version: "1", step: "as-is" }).expect(400)
    const page = await mueller.agent.get(path).expect(200)
    const form = controlsOf(page.text)
    expect(form).toMatchObject({
      version: "1",
      body: "Ab wann gilt sie?",
      tags: "Miete",
      wantedBy: "2027-01-15",
    })
    const refused = await huber.agent.form(path, form).expect(403)
    expect(controlsOf(refused.text)).toMatchObject({ body: "Ab wann gilt sie?" })
    const sent = await mueller.agent.form(path, { ...form, body: "Und seit wann?" }).expect(303)
    expect(sent.headers.location).toBe(`/fragen/${id}?hinweis=saved`)
    const { body } = await huber.agent.get(`/api/questions/${id}`).expect(200)
    expect(body).toMatchObject({ text: "Und seit wann?", version: 2, wantedBy: "2027-01-15" })
    // Sent twice: the same text is there already.
    await mueller.agent.form(path, { ...form, body: "Und seit wann?" }).expect(303)
  })

  it("shows both texts on a conflict, and saves over the newer one knowingly", async () => {
    const { mueller } = town.people
    const id = await ask(mueller, town.categories.open)
    const path = `/fragen/${id}/bearbeiten`
    const form = controlsOf((await mueller.agent.get(path)).text)
    await mueller.agent.form(path, { ...form, body: "Aus dem anderen Fenster." }).expect(303)
    const conflict = await mueller.agent.form(path, { ...form, body: "Aus diesem Fenster." }).expect(409)
    expect(conflict.text).toContain("Der Beitrag wurde inzwischen geändert.")
    expect(conflict.text).toContain("Aus dem anderen Fenster.")
    const mine = controlsOf(conflict.text)
    expect(mine).toMatchObject({ body: "Aus diesem Fenster.", version: "2" })
    await mueller.agent.form(path, { ...mine, step: "publish" }).expect(303)
    const { body } = await mueller.agent.get(`/api/questions/${id}`).expect(200)
    expect(body).toMatchObject({ text: "Aus diesem Fenster.", version: 3 })
  })

  it("compares tags and days, too, where the other window changed them", async () => {
    const { mueller } = town.people
    const id = await ask(mueller, town.categories.open)
    const path = `/fragen/${id}/bearbeiten`
    const form = controlsOf((await mueller.agent.get(path)).text)
    const other = { ...form, body: "Aus dem anderen Fenster.", tags: "Mietspiegel", wantedBy: "2027-01-15" }
    await mueller.agent.form(path, other).expect(303)
    const conflict = await mueller.agent.form(path, { ...form, body: "Aus diesem Fenster." }).expect(409)
    const [, saved = ""] = conflict.text.split('id="gespeicherte-fassung"')
    expect(saved).toContain("Mietspiegel")
    expect(saved).toContain("15.01.2027")
  })

  it("looks for personal data, too, and is not offered for what cannot be edited", async () => {
    const { mueller, outsideAdmin } = town.people
    const id = await ask(mueller, town.categories.open)
    const path = `/fragen/${id}/bearbeiten`
    const form = controlsOf((await mueller.agent.get(path)).text)
    const step = await mueller.agent.form(path, { ...form, body: "Frau Kowalski fragt nach." }).expect(200)
    expect(step.text).toContain("Unverändert speichern")
    await outsideAdmin.agent.get(path).expect(404)
    await mueller.agent.post(`/api/posts/${id}/withdraw`).expect(204)
    const page = await mueller.agent.get(path).expect(409)
    expect(page.text).toContain("Dieser Beitrag wurde zurückgezogen.")
  })
})

describe("The whole area", () => {
  it("speaks English, too", async () => {
    const { albrecht } = town.people
    await albrecht.agent.patch("/api/me", { locale: "en" }).expect(200)
    const form = await albrecht.agent.get(`/fragen/neu?kategorie=${guided}`).expect(200)
    expect(form.text).toContain("Ask a question")
    expect(form.text).toContain("Answer wanted by")
    const record = await albrecht.agent.get(`/fragen/erfassen?kategorie=${guided}`).expect(200)
    expect(record.text).toContain("Record question and answer")
  })
})
