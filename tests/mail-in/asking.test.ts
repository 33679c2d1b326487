import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { sweepDrafts } from "../../server/forum/drafts/actions.ts"
import { questionAddress } from "../../server/forum/index.ts"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { rawMail } from "./mails.ts"
import { fromOf, MAIL_IN, type Mailed, openMailed, typed } from "./open.ts"

let town: Mailed
beforeAll(async () => {
  town = await openMailed()
})
afterAll(() => town.close())

const findQuestion = async (id: string) => (await town.people.mueller.agent.get(`/api/questions/${id}`)).body
const toldTo = async (person: Mailed["people"]["vogt"]) => (await town.told(person)).join("\n\n")

describe("a question by mail", () => {
  const categoryAddress = (id: string, name = "Miete und Belastung") =>
    questionAddress(town.config, { id, name }) ?? ""
  const askBy = (
    fields: { to: string; cc?: string; subject?: string },
    text = "Ab wann zählt die neue Miete?",
  ) =>
    town.deliver(
      rawMail({
        from: fromOf(town.people.mueller),
        subject: "WG: [EXTERN] Mieterhöhung im Mai",
        ...fields,
        ...typed(text),
      }),
    )

  it("stands in its category, whose page names the address", async () => {
    const { categories, people } = town
    const page = await people.mueller.agent.get(`/kategorien/${categories.open}`).expect(200)
    const address = categoryAddress(categories.open)
    expect(page.text).toContain(`mailto:${address}`)
    const { outcome, subjectId } = await askBy({ to: address })
    expect(outcome).toBe("posted")
    expect(await findQuestion(subjectId ?? "")).toMatchObject({
      title: "Mieterhöhung im Mai",
      text: "Ab wann zählt die neue Miete?",
      category: { id: categories.open },
    })
  })

  it("may be a copy, to a department, or under a name that the category has no more", async () => {
    const { categories, departments } = town
    const colleague = "kollegin@stadt.example"
    const copy = await askBy({ to: colleague, cc: categoryAddress(categories.open) }, "In Kopie gefragt?")
    expect(copy.outcome).toBe("posted")
    const toDepartment = await askBy(
      { to: categoryAddress(departments.law, "Grundsatz und Recht") },
      "An die Abteilung?",
    )
    expect((await findQuestion(toDepartment.subjectId ?? "")).responsible.id).toBe(departments.law)
    const renamed = await askBy({ to: categoryAddress(categories.open, "Früher hieß es so") }, "Alter Name?")
    expect(renamed.outcome).toBe("posted")
  })

  it.each([
    [
      "to a category that the person does not see",
      () => categoryAddress(town.categories.narrow),
      "keiner Kategorie",
    ],
    ["to a category of best practices", () => categoryAddress(town.categories.practices), "keiner Kategorie"],
    ["to an address that says nothing", () => MAIL_IN.address, "geht nicht hervor"],
  ])("comes back %s", async (_where, to, reason) => {
    expect((await askBy({ to: to() })).outcome).toBe("returned")
    expect(await toldTo(town.people.mueller)).toContain(reason)
  })

  it("that was merely forwarded asks what the forwarded mail asks; without a subject it comes back", async () => {
    const to = categoryAddress(town.categories.open)
    const forwarded =
      "Von: Amt\nGesendet: heute\nBetreff: Frage\n\nGuten Tag,\n\nzählt das Kind mit?\n\nMfG\nB."
    const { subjectId } = await askBy({ to }, forwarded)
    expect(await town.textOf(subjectId)).toBe("zählt das Kind mit?")
    expect((await askBy({ to, subject: "AW:" })).outcome).toBe("returned")
    expect(await toldTo(town.people.mueller)).toContain("mindestens fünf Zeichen")
  })
})

describe("what looks personal", () => {
  it("waits as a draft of its author, who blacks it out and publishes it", async () => {
    const { vogt, huber } = town.people
    const question = await town.question()
    const { outcome, subjectId } = await town.send(
      vogt,
      question,
      typed("Bei Herrn Karl-Heinz Sommerfeld war es genauso."),
    )
    expect(outcome).toBe("drafted")
    expect((await findQuestion(question)).answers).toEqual([])
    const mail = await toldTo(vogt)
    expect(mail).toContain(`/entwuerfe/${subjectId}`)
    expect(mail).not.toContain("Sommerfeld")
    const path = `/entwuerfe/${subjectId}`
    await huber.agent.get(path).expect(404)
    await huber.agent.delete(`/api/drafts/${subjectId}`).expect(404)
    const page = await vogt.agent.get(path).expect(200)
    expect(page.text).toContain("Karl-Heinz Sommerfeld")
    const finding = /name="finding"[^>]*value="([^"]+)"/.exec(page.text)?.[1] ?? ""
    const sent = await vogt.agent.form(path, {
      step: "blacken",
      finding,
      mailSeen: "true",
      body: "Bei Herrn Karl-Heinz Sommerfeld war es genauso.",
    })
    expect(sent.status).toBe(303)
    const { answers } = await findQuestion(question)
    expect(answers).toHaveLength(1)
    expect(answers[0].text).toContain("[Name]")
    expect(answers[0].text).not.toContain("Sommerfeld")
    await vogt.agent.get(path).expect(404)
  })

  it("can be discarded, and is deleted after two weeks", async () => {
    const { mueller } = town.people
    const to = questionAddress(town.config, { id: town.categories.open, name: "x" }) ?? ""
    const draft = async (text: string) =>
      (
        await town.deliver(
          rawMail({ from: fromOf(mueller), to, subject: "Eine Frage zum Fall", ...typed(text) }),
        )
      ).subjectId
    const first = await draft("Meine IBAN ist DE89 3704 0044 0532 0130 00.")
    const list = await mueller.agent.get("/entwuerfe").expect(200)
    expect(list.text).toContain("Eine Frage zum Fall")
    await mueller.agent.form(`/entwuerfe/${first}/verwerfen`, {}).expect(303)
    const second = await draft("Das Aktenzeichen ist Az. 50.3-1234/2026.")
    expect((await mueller.agent.get("/api/drafts")).body.items.map(({ id }: { id: string }) => id)).toEqual([
      second,
    ])
    moveClock(15 * DAY)
    try {
      await sweepDrafts(town.db)
    } finally {
      resetClock()
    }
    expect((await mueller.agent.get("/api/drafts")).body.items).toEqual([])
  })
})
