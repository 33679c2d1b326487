import sharp from "sharp"
import supertest from "supertest"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { startReviews } from "../../server/forum/answers/actions.ts"
import { DAY, dayOf, moveClock, now, resetClock, today } from "../../server/kernel/time.ts"
import { addDays, isWorkday, workdayFrom } from "../../server/kernel/workdays.ts"
import { answer, ask, official, openTown, stateOf, type Town } from "../forum/town.ts"
import type { Person } from "../support/world.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterEach(() => resetClock())
afterAll(() => town.close())

const see = async (person: Person, path: string, status = 200) =>
  (await person.agent.get(path).expect(status)).text
const send = (person: Person, path: string, fields: Record<string, string | string[]> = {}) =>
  person.agent.form(path, fields)
const officialFields = (more: Record<string, string> = {}) => ({
  kind: "official",
  body: "Ab dem Monat der Mitteilung, § 27 Abs. 1 WoGG.",
  legalStatusDate: today(),
  reviewDate: dayOf(new Date(now().getTime() + 200 * DAY)),
  ...more,
})
const idIn = (location: string) => location.split("#")[1] ?? ""
const comment = async (person: Person, postId: string, body = "Danke!") =>
  (await person.agent.post(`/api/posts/${postId}/comments`, { body }).expect(201)).body.id as string
/** The page's text as people read it, without tags. */
const words = (page: string) => page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")

describe("a question's page", () => {
  it("shows where it belongs, who is responsible, and its answers in their order", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open, { tags: ["Miete"], wantedBy: "2030-05-01" })
    await answer(huber, id, { body: "Ich meine: ab sofort." })
    const sealed = await answer(vogt, id, official)
    const page = await see(huber, `/fragen/${id}`)
    expect(page).toContain("<h1>Mieterhöhung im laufenden Zeitraum</h1>")
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).toContain(`href="/kategorien/${town.categories.open}"`)
    expect(words(page)).toContain("Zuständig Grundsatz und Recht")
    expect(words(page)).toContain("01.05.2030")
    expect(page).toContain(`data-live-thread="${id}"`)
    expect(page.indexOf(`id="${sealed}"`)).toBeLessThan(page.indexOf("Ich meine: ab sofort."))
    expect(words(page)).toContain("Rechtsstand 01.01.2026")
    expect(page).toContain(`/fragen/${id}</p>`)
  })

  it("is not there for who may not see it, and leads to the sign-in and back", async () => {
    const { vogt, huber, facilitator } = town.people
    const id = await ask(vogt, town.categories.narrow)
    await see(huber, `/fragen/${id}`, 404)
    await see(facilitator, `/fragen/${id}`, 404)
    const { headers } = await town.nobody.get(`/fragen/${id}`).expect(303)
    expect(headers.location).toBe(`/anmelden?weiter=${encodeURIComponent(`/fragen/${id}`)}`)
  })

  it("offers only what one may do", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const clerk = await see(huber, `/fragen/${id}`)
    expect(clerk).toContain("Das ist auch meine Frage")
    for (const step of ["uebernehmen", "abgeben", "doppelt", "schliessen", "bearbeiten"])
      expect(clerk).not.toContain(`/fragen/${id}/${step}`)
    expect(clerk).not.toContain(`name="legalStatusDate"`)
    const asker = await see(mueller, `/fragen/${id}`)
    expect(asker).not.toContain("Das ist auch meine Frage")
    expect(asker).toContain(`/fragen/${id}/bearbeiten`)
    const specialist = await see(vogt, `/fragen/${id}`)
    for (const step of ["uebernehmen", "weitergeben", "abgeben", "rueckfrage", "doppelt"])
      expect(specialist).toContain(`/fragen/${id}/${step}`)
    expect(specialist).toContain(`name="legalStatusDate"`)
    expect(await see(vogt, `/fragen/${id}/weitergeben`)).toContain("Jens Albrecht")
    for (const step of ["weitergeben", "abgeben"]) await see(huber, `/fragen/${id}/${step}`, 403)
  })

  it("gives question and official answer as one block for the file, without names", async () => {
    const { mueller, vogt } = town.people
    const id = await ask(mueller, town.categories.open, { body: "Ab **wann** gilt sie?" })
    expect(await see(mueller, `/fragen/${id}`)).toContain(`href="/fragen/${id}/akte"`)
    const pending = await see(mueller, `/fragen/${id}/akte`)
    expect(pending).toContain(`Dauerhafte Adresse: http://localhost:3000/a/${id}`)
    const body =
      "Ab *Mitteilung*:\n\n31. Absatz\n33. Absatz\n\n- [x] [Gesetz](https://example.org)\n\n| a | b |\n|---|---|\n| 2*5 | 10 |"
    const answerId = await answer(vogt, id, { ...official, body })
    const page = await see(mueller, `/fragen/${id}/akte`)
    const block = /<textarea id="akte-text"[^>]*>([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? ""
    expect(block).toContain("Frage: Mieterhöhung im laufenden Zeitraum")
    expect(block).toContain("\n\nAb wann gilt sie?\n\n")
    expect(block).toContain("Fachabteilung: Grundsatz und Recht")
    expect(block).toContain("Rechtsstand: 01.01.2026")
    expect(block).toContain(
      "Ab Mitteilung:\n\n31. Absatz\n33. Absatz\n\n- ☑ Gesetz (https://example.org)\n\na | b\n2*5 | 10\n\n",
    )
    expect(block).toContain(`Dauerhafte Adresse: http://localhost:3000/a/${answerId}\n`)
    expect(block).not.toMatch(/Müller|Vogt/)
    expect(page).toContain(`data-copy="#akte-text"`)
  })

  it("speaks English to who wants it", async () => {
    const { huber, mueller } = town.people
    const id = await ask(mueller, town.categories.open)
    await send(huber, "/sprache", { locale: "en", returnTo: "/" }).expect(303)
    const page = await see(huber, `/fragen/${id}`)
    expect(page).toContain(`<html lang="en"`)
    expect(page).toContain("Write an answer")
    await send(huber, "/sprache", { locale: "de", returnTo: "/" }).expect(303)
  })
})

describe("answering", () => {
  it("leads back to the new answer and says that it is there", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const { headers } = await send(huber, `/fragen/${id}/antworten`, { body: "Ab **Mai**." }).expect(303)
    expect(headers.location).toMatch(new RegExp(`^/fragen/${id}\\?hinweis=answered#`))
    const page = await see(mueller, headers.location ?? "")
    expect(page).toContain("Ihre Antwort ist veröffentlicht.")
    expect(page).toContain("Ab <strong>Mai</strong>.")
    expect(page).toContain(`id="${idIn(headers.location ?? "")}"`)
  })

  it("shows an empty answer's fault with a link to the field, and everything that was typed", async () => {
    const { mueller, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const fields = officialFields({ body: " ", legalStatusDate: "", idempotencyKey: "immer-gleich-1" })
    const { text } = await send(vogt, `/fragen/${id}/antworten`, fields).expect(422)
    expect(text).toContain("<title>Fehler:")
    expect(text).toContain(`href="#feld-antwort-body"`)
    expect(text).toContain(`id="feld-antwort-body"`)
    expect(text).toContain(`href="#feld-antwort-legalStatusDate"`)
    expect(text).toContain(`value="${fields.reviewDate}"`)
    expect(text).toContain(`value="immer-gleich-1"`)
    expect(await stateOf(mueller, id)).toBe("open")
  })

  it("is official only from the responsible department", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const refused = await send(huber, `/fragen/${id}/antworten`, officialFields()).expect(403)
    expect(words(refused.text)).toContain("Dazu sind Sie hier nicht berechtigt.")
    expect(refused.text).toContain("Ab dem Monat der Mitteilung")
    await send(vogt, `/fragen/${id}/antworten`, officialFields()).expect(303)
    expect(await stateOf(mueller, id)).toBe("answered")
  })

  it("keeps a date in the future apart from the other faults", async () => {
    const { mueller, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const { text } = await send(
      vogt,
      `/fragen/${id}/antworten`,
      officialFields({ legalStatusDate: "2999-01-01" }),
    ).expect(422)
    expect(text).toContain("Der Rechtsstand kann nicht in der Zukunft liegen.")
    expect(text).toContain(`href="#feld-antwort-legalStatusDate"`)
  })

  it("can put a newer official answer in the place of an older one", async () => {
    const { mueller, vogt, albrecht } = town.people
    const id = await ask(mueller, town.categories.open)
    const old = await answer(vogt, id, official)
    expect(await see(albrecht, `/fragen/${id}`)).toContain(`<option value="${old}"`)
    const { headers } = await send(
      albrecht,
      `/fragen/${id}/antworten`,
      officialFields({ replacesId: old }),
    ).expect(303)
    const page = await see(mueller, `/fragen/${id}`)
    expect(page).toContain("Zu dieser Frage gibt es eine neuere Antwort der Fachabteilung.")
    expect(page).toContain(`href="/a/${idIn(headers.location ?? "")}"`)
  })

  it("makes one answer of a form that was sent twice", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const fields = { body: "Nur einmal.", idempotencyKey: "zweimal-gesendet" }
    await send(huber, `/fragen/${id}/antworten`, fields).expect(303)
    await send(huber, `/fragen/${id}/antworten`, fields).expect(303)
    expect((await see(mueller, `/fragen/${id}`)).match(/Nur einmal\./g)).toHaveLength(1)
  })

  it("gives the text back when the question was closed meanwhile", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    await send(mueller, `/fragen/${id}/schliessen`).expect(303)
    const { text } = await send(huber, `/fragen/${id}/antworten`, { body: "Zu spät, aber lang." }).expect(409)
    expect(text).toContain("Diese Frage ist geschlossen. Sie kann wieder geöffnet werden.")
    expect(text).toContain("Zu spät, aber lang.")
  })
})

describe("files with an answer", () => {
  const attach = (person: Person, id: string) =>
    supertest(town.app.server)
      .post(`/fragen/${id}/antworten`)
      .set("cookie", person.cookie)
      .set("origin", "http://localhost:3000")
  const picture = () =>
    sharp({ create: { width: 640, height: 320, channels: 3, background: "#336699" } })
      .png()
      .toBuffer()

  /** Petra Huber's form came back because its text is missing; its picture is stored already. */
  const uploadPicture = async (id: string) => {
    const { text } = await attach(town.people.huber, id)
      .field("body", "")
      .attach("files", await picture(), "maske.png")
      .expect(422)
    return { text, file: /name="attachmentId" value="([0-9a-f-]+)"/.exec(text)?.[1] ?? "" }
  }

  it("are shown: images with their description and size, others to download", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    await attach(huber, id)
      .field("body", "Siehe Bild.")
      .field("newAlternative", "Maske „Miete“ mit Pfeil")
      .attach("files", await picture(), "maske.png")
      .attach("files", Buffer.from("Erstens.\nZweitens.\n"), "ablauf.txt")
      .expect(303)
    const page = await see(mueller, `/fragen/${id}`)
    expect(page).toMatch(
      /<img src="\/anhaenge\/[0-9a-f-]+" alt="Maske „Miete“ mit Pfeil" width="320" height="160"/,
    )
    expect(words(page)).toContain("ablauf.txt (TXT, 1 kB)")
  })

  it("are not lost when the text has a fault, nor is the text when a file has one", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const { text } = await attach(huber, id)
      .field("body", "")
      .attach("files", await picture(), "maske.png")
      .attach("files", Buffer.from("MZ\u0090\u0000"), "programm.exe")
      .expect(422)
    expect(text).toContain("programm.exe: ")
    const file = /name="attachmentId" value="([0-9a-f-]+)"/.exec(text)?.[1] ?? ""
    await send(huber, `/fragen/${id}/antworten`, {
      body: "Jetzt mit Text.",
      attachmentId: file,
      attachmentAlternative: "Die Maske",
    }).expect(303)
    expect(await see(mueller, `/fragen/${id}`)).toContain(`alt="Die Maske"`)
  })

  it("may be left out again before sending", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const { file } = await uploadPicture(id)
    await send(huber, `/fragen/${id}/antworten`, {
      body: "Doch ohne Bild.",
      attachmentId: [file],
      attachmentAlternative: [""],
      attachmentRemove: file,
    }).expect(303)
    expect(await see(mueller, `/fragen/${id}`)).not.toContain(`<img src`)
  })

  it("above 10 MB are refused by name, and the text stays", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const { text } = await attach(huber, id)
      .field("body", "Bitte nicht verlieren.")
      .attach("files", Buffer.alloc(10 * 1024 * 1024 + 10, "x"), "riesig.txt")
      .expect(422)
    expect(text).toContain("riesig.txt: Die Datei ist größer als 10\u00a0MB. Bitte verkleinern Sie sie")
    expect(text).toContain("Bitte nicht verlieren.</textarea>")
  })

  it("beyond eight are named, and the first eight and the text stay", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const request = attach(huber, id).field("body", "Mit vielen Dateien.")
    for (let index = 1; index <= 25; index += 1)
      request.attach("files", Buffer.from("x"), `Notiz ${index}.txt`)
    const { text } = await request.expect(422)
    expect(text).toContain("Mit vielen Dateien.</textarea>")
    expect([...text.matchAll(/name="attachmentId" value=/g)]).toHaveLength(8)
    expect(words(text)).toContain("Notiz 9.txt: Ein Beitrag kann höchstens 8 Dateien haben.")
    expect(words(text)).toContain("Notiz 25.txt: Ein Beitrag kann höchstens 8 Dateien haben.")
    expect(words(text)).not.toContain("Notiz 8.txt: ")
  })

  it("that the text still shows are not taken away without a word", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const { text, file } = await uploadPicture(id)
    expect(text).toContain(`<code>![](/anhaenge/${file})</code>`)
    expect(words(text)).toContain("Noch ohne Beschreibung")
    const fields = { attachmentId: file, attachmentAlternative: "Die Maske", attachmentRemove: file }
    const path = `/fragen/${id}/antworten`
    const refused = await send(huber, path, { body: `Hier: ![](/anhaenge/${file})`, ...fields }).expect(422)
    expect(words(refused.text)).toContain("maske.png: Das Bild steht noch im Text.")
    expect(refused.text).toContain(`name="attachmentId" value="${file}"`)
    await send(huber, path, { body: "Doch ohne Bild.", ...fields }).expect(303)
    expect(await see(mueller, `/fragen/${id}`)).not.toContain("<img src")
  })

  it("of somebody else cannot be slipped in", async () => {
    const { mueller, schoeller } = town.people
    const id = await ask(mueller, town.categories.open)
    const { file } = await uploadPicture(id)
    const refused = await send(schoeller, `/fragen/${id}/antworten`, {
      body: "Fremdes Bild",
      attachmentId: file,
      attachmentAlternative: "",
    }).expect(422)
    expect(refused.text).toContain("Eine Datei ist nicht mehr da.")
    expect(refused.text).toContain("Fremdes Bild</textarea>")
  })
})

describe("comments", () => {
  it("lead back to themselves, unfolded", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    for (const n of [1, 2, 3, 4]) await comment(huber, id, `Nachtrag ${n}`)
    expect(await see(mueller, `/fragen/${id}`)).not.toContain(`<details class="ff-comments" open`)
    const { headers } = await send(huber, `/beitraege/${id}/kommentare`, { body: "Fünftens." }).expect(303)
    expect(headers.location).toContain(`/fragen/${id}?offen=${id}&hinweis=commented#`)
    const page = await see(huber, (headers.location ?? "").split("#")[0] ?? "")
    expect(page).toContain(`<details class="ff-comments" open`)
    expect(page).toContain(`id="${idIn(headers.location ?? "")}"`)
  })

  it("come back with their fault in the form that was sent", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(huber, id)
    const { text } = await send(mueller, `/beitraege/${answerId}/kommentare`, { body: "" }).expect(422)
    expect(text).toContain(`href="#feld-kommentar-${answerId}-body"`)
    expect(text).toContain(`id="feld-kommentar-${answerId}-body"`)
    await send(mueller, `/beitraege/${crypto.randomUUID()}/kommentare`, { body: "?" }).expect(404)
  })

  it("are edited by their author only", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const commentId = await comment(huber, id, "Tippfeler")
    expect(await see(huber, `/kommentare/${commentId}/bearbeiten`)).toContain("Tippfeler</textarea>")
    await see(mueller, `/kommentare/${commentId}/bearbeiten`, 403)
    const path = `/kommentare/${commentId}/bearbeiten`
    await send(mueller, path, { version: "1", body: "x" }).expect(403)
    const { headers } = await send(huber, path, { version: "1", body: "Tippfehler" }).expect(303)
    expect(headers.location).toBe(`/fragen/${id}?hinweis=saved#${commentId}`)
    expect(await see(mueller, `/fragen/${id}`)).toContain("<p>Tippfehler</p>")
  })
})

describe("the form for an answer", () => {
  it("is open for others and folded away for the asker, and for all once an official answer is accepted", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const path = `/fragen/${id}`
    expect(openFields(await see(huber, path))).toEqual(["Ihre Antwort"])
    expect(openFields(await see(mueller, path))).toEqual([])
    // What was refused stands open, with what was typed.
    const { text } = await send(mueller, `${path}/antworten`, {
      body: "",
      idempotencyKey: "leer-1234",
    }).expect(422)
    expect(openFields(text)).toEqual(["Ihre Antwort"])
    const answerId = await answer(vogt, id, official)
    expect(openFields(await see(huber, path))).toEqual(["Ihre Antwort"])
    await send(mueller, `/antworten/${answerId}/markieren`, { accepted: "true" }).expect(303)
    for (const person of [mueller, huber, vogt]) expect(openFields(await see(person, path))).toEqual([])
    expect(await see(vogt, path)).toContain(`action="${path}/antworten"`)
    expect(openFields(await see(vogt, `${path}?offen=antworten`))).toEqual(["Ihre Antwort"])
  })
})

/** The labels of text fields that are not folded away. */
function openFields(page: string): string[] {
  const labels: string[] = []
  let folded = 0
  for (const [tag, kind, label] of page.matchAll(/<(details|\/details|label)\b[^>]*>([^<]*)/g)) {
    if (kind === "details") folded += folded > 0 || !/\sopen\b/.test(tag) ? 1 : 0
    else if (kind === "/details") folded = Math.max(0, folded - 1)
    else if (folded === 0 && /for="[^"]*body"/.test(tag) && label) labels.push(label)
  }
  return labels
}

describe("when the department asks back", () => {
  it("the asker sees it with a form for the reply, which sets the question going again", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const body = "Welcher Zeitraum ist gemeint?"
    await send(vogt, `/fragen/${id}/rueckfrage`, { body, idempotencyKey: "rueckfrage-1" }).expect(303)
    expect(await stateOf(mueller, id)).toBe("asked-back")
    const asker = await see(mueller, `/fragen/${id}`)
    expect(asker).toContain("Die Fachabteilung hat eine Rückfrage an Sie")
    expect(asker.match(/Welcher Zeitraum ist gemeint\?/g)).toHaveLength(1)
    expect(openFields(asker)).toEqual(["Ihre Antwort auf die Rückfrage"])
    const reader = await see(huber, `/fragen/${id}`)
    expect(reader).not.toContain("Die Fachabteilung hat eine Rückfrage an Sie")
    expect(reader).toContain(body)
    await send(mueller, `/beitraege/${id}/kommentare`, { body: "Ab März." }).expect(303)
    expect(await stateOf(mueller, id)).toBe("open")
    expect(await see(mueller, `/fragen/${id}`)).toContain(body)
  })

  it("a second time, the asker replies to the second one and finds the first among the comments", async () => {
    const { mueller, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    await send(vogt, `/fragen/${id}/rueckfrage`, {
      body: "Welches Jahr?",
      idempotencyKey: "jahr-123",
    }).expect(303)
    await send(mueller, `/beitraege/${id}/kommentare`, { body: "2031." }).expect(303)
    await send(vogt, `/fragen/${id}/rueckfrage`, { body: "Welcher Ort?", idempotencyKey: "ort-1234" }).expect(
      303,
    )
    const asker = await see(mueller, `/fragen/${id}`)
    const [, card = ""] = asker.split('id="rueckfrage"')
    expect(card.slice(0, card.indexOf("<form"))).toContain("Welcher Ort?")
    expect(card.slice(0, card.indexOf("<form"))).not.toContain("Welches Jahr?")
    expect(asker.match(/Welches Jahr\?/g)).toHaveLength(1)
  })

  it("nobody else can", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    await send(huber, `/fragen/${id}/rueckfrage`, { body: "Wie bitte?" }).expect(403)
  })
})

describe("marks", () => {
  it("are set and taken back by the same button", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(mueller, id)
    await send(huber, `/fragen/${id}/auch-meine-frage`, { marked: "true" }).expect(303)
    const { headers } = await send(huber, `/beitraege/${answerId}/hilfreich`, { marked: "true" }).expect(303)
    expect(headers.location).toBe(`/fragen/${id}?hinweis=marked#${answerId}`)
    const page = await see(huber, `/fragen/${id}`)
    expect(page).toContain("Hilfreich (1)")
    expect(page).toContain("Das ist auch meine Frage (1)")
    const main = page.slice(page.indexOf("<main"))
    expect(main.match(/aria-pressed="true"/g)).toHaveLength(2)
    await send(huber, `/beitraege/${answerId}/hilfreich`, { marked: "false" }).expect(303)
    expect(await see(huber, `/fragen/${id}`)).not.toContain("Hilfreich (1)")
  })

  it("are refused on one's own post, in words and on the thread's page", async () => {
    const { mueller } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(mueller, id)
    const { text } = await send(mueller, `/beitraege/${answerId}/hilfreich`, { marked: "true" }).expect(403)
    expect(text).toContain("Das konnten wir nicht speichern")
    expect(text).toContain("<h1>Mieterhöhung im laufenden Zeitraum</h1>")
  })

  it("of the asker say what answered the question", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(huber, id)
    await send(huber, `/antworten/${answerId}/markieren`, { accepted: "true" }).expect(403)
    await send(mueller, `/antworten/${answerId}/markieren`, { accepted: "true" }).expect(303)
    expect(await stateOf(mueller, id)).toBe("answered")
    expect(await see(huber, `/fragen/${id}`)).toContain("Beantwortet die Frage")
    await send(mueller, `/antworten/${answerId}/markieren`, { accepted: "false" }).expect(303)
    expect(await stateOf(mueller, id)).toBe("open")
  })
})

describe("an answer that may be outdated", () => {
  it("is reported with a reason, marked for readers, and confirmed by its department", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(vogt, id, official)
    const path = `/antworten/${answerId}/veraltet`
    expect(await see(huber, path)).toContain("Was stimmt nicht mehr?")
    const short = await send(huber, path, { reason: "?" }).expect(422)
    expect(short.text).toContain(`href="#feld-reason"`)
    await send(huber, path, { reason: "Seit Januar gilt ein anderer Satz." }).expect(303)
    const reader = await see(mueller, `/fragen/${id}`)
    expect(reader).toContain("Möglicherweise veraltet")
    expect(reader).toContain("Diese Antwort wurde als veraltet gemeldet.")
    expect(reader).not.toContain("Die Wiedervorlage war am")
    expect(reader).not.toContain("Seit Januar gilt ein anderer Satz.")
    const reviewer = await see(vogt, `/antworten/${answerId}/bestaetigen`)
    expect(reviewer).toContain("Seit Januar gilt ein anderer Satz.")
    await see(huber, `/antworten/${answerId}/bestaetigen`, 403)
    const dates = { legalStatusDate: today(), reviewDate: "2020-01-01" }
    const past = await send(vogt, `/antworten/${answerId}/bestaetigen`, dates).expect(422)
    expect(past.text).toContain("Die Wiedervorlage muss in der Zukunft liegen.")
    await send(vogt, `/antworten/${answerId}/bestaetigen`, { ...dates, reviewDate: "" }).expect(303)
    expect(await see(mueller, `/fragen/${id}`)).not.toContain("Möglicherweise veraltet")
  })

  it("says so when its review date has passed", async () => {
    const { mueller, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const reviewDate = dayOf(new Date(now().getTime() + 3 * DAY))
    const answerId = await answer(vogt, id, { official: { legalStatusDate: today(), reviewDate } })
    expect(await see(mueller, `/fragen/${id}`)).not.toContain("Möglicherweise veraltet")
    moveClock(4 * DAY)
    // What is still good is not "to be checked": its own department confirms the legal status.
    expect(await see(vogt, `/fragen/${id}`)).toContain("Rechtsstand bestätigen")
    const page = `/antworten/${answerId}/bestaetigen`
    expect(await see(vogt, page)).toMatch(/<h1[^>]*>Rechtsstand bestätigen</)
    await startReviews(town.db)
    const overdue = await see(mueller, `/fragen/${id}`)
    expect(overdue).toContain("Möglicherweise veraltet")
    expect(overdue).toContain("Die Wiedervorlage war am")
    expect(overdue).not.toContain("als veraltet gemeldet")
    expect(await see(vogt, `/fragen/${id}`)).not.toContain("Rechtsstand bestätigen")
    expect(await see(vogt, page)).toMatch(/<h1[^>]*>Antwort prüfen</)
  })
})

describe("editing an answer", () => {
  it("asks for the legal status of an official one again", async () => {
    const { mueller, vogt, albrecht } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(vogt, id, official)
    const path = `/antworten/${answerId}/bearbeiten`
    expect(await see(albrecht, path)).toContain("Bisher: 01.01.2026")
    await see(mueller, path, 403)
    const fields = { version: "1", body: "Ab dem Ersten.", legalStatusDate: "", reviewDate: "" }
    const { text } = await send(albrecht, path, fields).expect(422)
    expect(text).toContain("Bitte geben Sie den Rechtsstand neu an")
    expect(text).toContain("Ab dem Ersten.</textarea>")
    await send(albrecht, path, { ...fields, legalStatusDate: today() }).expect(303)
    expect(await see(mueller, `/fragen/${id}`)).toContain("<p>Ab dem Ersten.</p>")
  })

  it("shows both texts to who was overtaken, and lets them save knowingly", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(huber, id)
    const path = `/antworten/${answerId}/bearbeiten`
    await send(huber, path, { version: "1", body: "Die schnelle Fassung" }).expect(303)
    const { text } = await send(huber, path, { version: "1", body: "Die späte Fassung" }).expect(409)
    expect(text).toContain("Die schnelle Fassung</pre>")
    expect(text).toContain("Die späte Fassung</textarea>")
    // What differs is marked by elements and words, not by colour.
    expect(text).toMatch(/<del><span class="kern-sr-only">Nur gespeichert: <\/span>schnelle</)
    expect(text).toMatch(/<ins><span class="kern-sr-only">Nur bei Ihnen: <\/span>späte</)
    expect(text).toContain(`name="version" value="2"`)
    await send(huber, path, { version: "2", body: "Die späte Fassung" }).expect(303)
    expect(await see(mueller, `/fragen/${id}`)).toContain("Die späte Fassung")
  })

  it("keeps its files unless they are taken off", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const { headers } = await supertest(town.app.server)
      .post(`/fragen/${id}/antworten`)
      .set("cookie", huber.cookie)
      .set("origin", "http://localhost:3000")
      .field("body", "Mit Datei")
      .attach("files", Buffer.from("Inhalt\n"), "liste.txt")
      .expect(303)
    const answerId = idIn(headers.location ?? "")
    const path = `/antworten/${answerId}/bearbeiten`
    const form = await see(huber, path)
    const file = /name="attachmentId" value="([0-9a-f-]+)"/.exec(form)?.[1] ?? ""
    const fields = { body: "Mit Datei, neu", attachmentId: file, attachmentAlternative: "" }
    await send(huber, path, { version: "1", ...fields }).expect(303)
    expect(await see(mueller, `/fragen/${id}`)).toContain("liste.txt")
    await send(huber, path, { version: "2", ...fields, attachmentRemove: file }).expect(303)
    expect(await see(mueller, `/fragen/${id}`)).not.toContain("liste.txt")
  })
})

describe("the department's steps", () => {
  it("take, hand over, return and pass a question on, each with a note that only they see", async () => {
    const { mueller, huber, vogt, albrecht, okafor } = town.people
    const id = await ask(mueller, town.categories.open)
    await send(vogt, `/fragen/${id}/uebernehmen`, { note: "Mache ich." }).expect(303)
    const taken = await send(albrecht, `/fragen/${id}/uebernehmen`, { note: "" }).expect(409)
    expect(taken.text).toContain("Eine Kollegin oder ein Kollege bearbeitet diese Frage bereits.")
    const nobody = await send(vogt, `/fragen/${id}/weitergeben`, { personId: "", note: "x" }).expect(422)
    expect(nobody.text).toContain(`href="#feld-personId"`)
    expect(nobody.text).toMatch(/id="feld-note"[^>]* value="x"/)
    await send(vogt, `/fragen/${id}/weitergeben`, { personId: albrecht.id, note: "Urlaub" }).expect(303)
    await send(vogt, `/fragen/${id}/zurueckgeben`, { note: "" }).expect(303)
    const page = await see(vogt, `/fragen/${id}`)
    expect(page).toContain("Ina Vogt hat die Frage an Jens Albrecht weitergegeben.")
    expect(page).toContain("Notiz: Urlaub")
    expect(await see(huber, `/fragen/${id}`)).not.toContain("Urlaub")
    const to = { departmentId: town.departments.other, note: "Bitte Sie." }
    const refused = await send(huber, `/fragen/${id}/abgeben`, to).expect(403)
    expect(refused.text).toContain("Bitte Sie.")
    const departments = await see(vogt, `/fragen/${id}/abgeben`)
    expect(departments).toContain(`<option value="${town.departments.other}">`)
    expect(departments).not.toContain(`<option value="${town.departments.clerks}">`)
    await send(vogt, `/fragen/${id}/abgeben`, to).expect(303)
    expect(words(await see(huber, `/fragen/${id}`))).toContain("Zuständig Bürgerbüro (abgegeben)")
    expect(await see(okafor, `/fragen/${id}`)).toContain(`/fragen/${id}/uebernehmen`)
    expect(await see(vogt, `/fragen/${id}`)).not.toContain(`/fragen/${id}/uebernehmen`)
  })

  it("lead back to a list that sent the form, and to no foreign place", async () => {
    const { mueller, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const first = await send(vogt, `/fragen/${id}/uebernehmen`, { zurueck: "/offene-fragen?reihe=x" })
    expect(first.headers.location).toBe("/offene-fragen?reihe=x&hinweis=taken")
    const second = await send(vogt, `/fragen/${id}/zurueckgeben`, { zurueck: "//boese.example" })
    expect(second.headers.location).toBe("/?hinweis=returned")
  })

  it("mark a question as a duplicate by the pasted address of the original", async () => {
    const { mueller, huber, vogt } = town.people
    const original = await ask(mueller, town.categories.open, { title: "Die ursprüngliche Frage" })
    const id = await ask(huber, town.categories.open)
    const path = `/fragen/${id}/doppelt`
    const itself = await send(vogt, path, { originalId: `http://localhost:3000/fragen/${id}` }).expect(422)
    expect(itself.text).toContain("Eine Frage kann nicht ihre eigene Doppelung sein.")
    const nonsense = await send(vogt, path, { originalId: "die von gestern" }).expect(422)
    expect(nonsense.text).toContain("Die ursprüngliche Frage wurde nicht gefunden.")
    expect(nonsense.text).toContain(`value="die von gestern"`)
    const pasted = `http://localhost:3000/fragen/${original}?hinweis=asked#${original}`
    await send(vogt, path, { originalId: pasted }).expect(303)
    const page = await see(huber, `/fragen/${id}`)
    expect(page).toContain(`<a href="/fragen/${original}">Die ursprüngliche Frage</a>`)
    expect(page).not.toContain(`action="/fragen/${id}/antworten"`)
    await send(vogt, `/fragen/${id}/oeffnen`).expect(303)
    expect(await stateOf(huber, id)).toBe("open")
  })

  it("close and reopen, as the asker does", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    await send(huber, `/fragen/${id}/schliessen`).expect(403)
    await send(mueller, `/fragen/${id}/schliessen`).expect(303)
    expect(await see(huber, `/fragen/${id}`)).toContain("Diese Frage ist geschlossen")
    await send(mueller, `/fragen/${id}/oeffnen`).expect(303)
    expect(await stateOf(mueller, id)).toBe("open")
  })
})

describe("a post that must not stand", () => {
  it("is withdrawn and restored by its author", async () => {
    const { mueller, huber } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(huber, id, { body: "Unbedacht." })
    await send(mueller, `/beitraege/${answerId}/zurueckziehen`).expect(403)
    await send(huber, `/beitraege/${answerId}/zurueckziehen`).expect(303)
    expect(await see(mueller, `/fragen/${id}`)).not.toContain("Unbedacht.")
    expect(await see(huber, `/fragen/${id}`)).toContain("Nur Sie sehen den Text noch.")
    await send(huber, `/beitraege/${answerId}/wiederherstellen`).expect(303)
    expect(await see(mueller, `/fragen/${id}`)).toContain("Unbedacht.")
  })

  it("is hidden with a reason that its author sees, and shown again by the department", async () => {
    const { mueller, huber, vogt } = town.people
    const id = await ask(mueller, town.categories.open)
    const answerId = await answer(huber, id, { body: "Das war Frau X." })
    const path = `/beitraege/${answerId}/ausblenden`
    await see(mueller, path, 403)
    expect(await see(vogt, path)).toContain("Das war Frau X.")
    const blank = await send(vogt, path, { reason: "" }).expect(422)
    expect(blank.text).toContain(`href="#feld-reason"`)
    await send(vogt, path, { reason: "Nennt einen Namen." }).expect(303)
    expect(await see(mueller, `/fragen/${id}`)).not.toContain("Das war Frau X.")
    const author = await see(huber, `/fragen/${id}`)
    expect(author).toContain("Begründung: Nennt einen Namen.")
    expect(author).not.toContain(`/beitraege/${answerId}/einblenden`)
    expect(await see(vogt, `/fragen/${id}`)).toContain(`/beitraege/${answerId}/einblenden`)
    const own = await send(huber, `/beitraege/${answerId}/einblenden`).expect(403)
    expect(own.text).toContain("Diesen Beitrag haben andere ausgeblendet.")
    await send(vogt, `/beitraege/${answerId}/einblenden`).expect(303)
    expect(await see(mueller, `/fragen/${id}`)).toContain("Das war Frau X.")
    await send(huber, path, { reason: "Das war unbedacht." }).expect(303)
    expect(await see(huber, `/fragen/${id}`)).toContain(`/beitraege/${answerId}/einblenden`)
    await send(huber, `/beitraege/${answerId}/einblenden`).expect(303)
  })
})

describe("a best practice's page", () => {
  const share = async (person: Person) => {
    const practice = {
      categoryId: town.categories.practices,
      title: "Eine vollständige Nachforderung",
      situation: "Drei Schreiben je Antrag.",
      approach: "Eine Liste **vorab**.",
    }
    return (await person.agent.post("/api/best-practices", practice).expect(201)).body.id as string
  }

  it("shows its sections and lets colleagues reuse and comment it", async () => {
    const { mueller, huber, facilitator } = town.people
    const id = await share(mueller)
    const page = await see(huber, `/gute-praxis/${id}`)
    expect(page).toContain("<h3>Ausgangslage</h3>")
    expect(page).toContain("Eine Liste <strong>vorab</strong>.")
    expect(page).not.toContain("<h3>Stolpersteine</h3>")
    await see(facilitator, `/gute-praxis/${id}`, 404)
    const { headers } = await send(huber, `/gute-praxis/${id}/nachgenutzt`, { marked: "true" }).expect(303)
    expect(headers.location).toBe(`/gute-praxis/${id}?hinweis=marked#${id}`)
    await send(huber, `/beitraege/${id}/hilfreich`, { marked: "true" }).expect(303)
    const said = await send(huber, `/beitraege/${id}/kommentare`, { body: "Machen wir auch." }).expect(303)
    expect(said.headers.location).toContain(`/gute-praxis/${id}?offen=${id}&hinweis=commented#`)
    const after = await see(mueller, `/gute-praxis/${id}`)
    expect(words(after)).toContain("1-mal nachgenutzt")
    expect(after).toContain("Machen wir auch.")
    expect(after).toContain(`/gute-praxis/${id}/bearbeiten`)
  })

  it("says what is wrong with a comment on it", async () => {
    const { mueller, huber } = town.people
    const id = await share(mueller)
    const { text } = await send(huber, `/beitraege/${id}/kommentare`, { body: "" }).expect(422)
    expect(text).toContain("<h1>Kommentare zum Beitrag von Sabine Müller</h1>")
    expect(text).toContain(`href="#feld-kommentar-${id}-body"`)
  })
})

describe("days on which nobody works", () => {
  const at = (page: string, name: string) =>
    new RegExp(`<input[^>]* name="${name}"[^>]* value="([^"]*)"`).exec(page)?.[1]
  const settle = (land: string | null) => town.people.admin.agent.patch("/api/settings", { land }).expect(204)

  it("are said beside a date that somebody chose, and kept", async () => {
    const { mueller, vogt, huber } = town.people
    await settle("BY-AUGSBURG")
    const id = await ask(mueller, town.categories.open, { wantedBy: "2030-08-08" })
    await answer(vogt, id, { official: { legalStatusDate: today(), reviewDate: "2030-05-05" } })
    const page = words(await see(huber, `/fragen/${id}`))
    expect(page).toContain("08.08.2030 (Augsburger Friedensfest)")
    expect(page).toContain("05.05.2030 (Sonntag)")
    const form = await see(mueller, `/fragen/${id}/bearbeiten`)
    expect(at(form, "wantedBy")).toBe("2030-08-08")
    expect(words(form)).toContain("Kein Arbeitstag: Augsburger Friedensfest. Sie können ihn trotzdem wählen.")
    await settle("BY")
    expect(words(await see(huber, `/fragen/${id}`))).not.toContain("Friedensfest")
  })

  it("are told to the script of the field, as the installation has them", async () => {
    await settle("BY-AUGSBURG")
    const form = await see(town.people.mueller, `/fragen/neu?kategorie=${town.categories.open}`)
    const days = /data-days-off="([^"]*)"/.exec(form)?.[1]?.replaceAll("&quot;", '"')
    const year = today().slice(0, 4)
    expect(JSON.parse(days ?? "{}")).toMatchObject({
      [`${year}-08-08`]: "Augsburger Friedensfest",
      [`${year}-12-25`]: "Erster Weihnachtstag",
    })
  })

  it("are never suggested for a review", async () => {
    const { mueller, vogt } = town.people
    await settle("BY-AUGSBURG")
    const id = await ask(mueller, town.categories.open)
    // A week has a Saturday and a Sunday in it.
    for (let days = 0; days < 7; days++) {
      const suggested = at(await see(vogt, `/fragen/${id}`), "reviewDate") ?? ""
      expect(suggested).toBe(workdayFrom(addDays(today(), 365), "BY-AUGSBURG"))
      expect(isWorkday(suggested, "BY-AUGSBURG")).toBe(true)
      moveClock(DAY)
    }
  })
})
