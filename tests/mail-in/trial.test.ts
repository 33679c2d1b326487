import { afterAll, beforeAll, expect, it } from "vitest"
import { MINUTE, resetClock } from "../../server/kernel/time.ts"
import { answer, ask, openTown, type Town } from "../forum/town.ts"
import { pass } from "../notifications/clock.ts"
import { formsIn } from "../support/forms.ts"
import { openWorld } from "../support/world.ts"

const PATH = "/probe/post/eingang"

let town: Town
beforeAll(async () => {
  town = await openTown(openWorld({ trial: true }))
})
afterAll(() => town.close())

const sourceOf = (html: string) =>
  String(formsIn(html).find(({ action }) => action === PATH)?.values.source ?? "")

it("a trial has a page that stands for the mailbox, with a question to be delivered", async () => {
  const { agent, name } = town.people.mueller
  const page = await agent.get(PATH).expect(200)
  const source = sourceOf(page.text)
  expect(source).toMatch(/^To: antwort\+[a-z-]+-[0-9a-f]{8}@localhost$/m)
  expect(source).toContain(name)
  const sent = await agent.form(PATH, { source }).expect(200)
  expect(sent.text).toContain("Die E-Mail ist im Forum veröffentlicht.")
  const post = /href="(\/a\/[0-9a-f-]+)"/.exec(sent.text)?.[1] ?? ""
  await agent.get(post).expect(303)
  const personal = source
    .replace("Message-ID: <", "Message-ID: <2")
    .replace("eine Familie", "Herr Karl-Heinz Sommerfeld")
  const kept = await agent.form(PATH, { source: personal }).expect(200)
  expect(kept.text).toContain("/entwuerfe/")
  const strange = await agent.form(PATH, {
    source: source.replace(/^From: .*$/m, "From: fremd@elsewhere.example"),
  })
  expect(strange.text).toContain("beiseitegelegt")
})

it("what somebody was told of can be answered, from the inbox and from the mail", async () => {
  const { mueller, vogt } = town.people
  const question = await ask(mueller, town.categories.open)
  await answer(vogt, question)
  const fromInbox = sourceOf((await mueller.agent.get(`${PATH}?beispiel=antwort`).expect(200)).text)
  expect(fromInbox).toContain("Subject: AW: Mieterhöhung im laufenden Zeitraum")
  await mueller.agent.form(PATH, { source: fromInbox }).expect(200)
  try {
    await pass(town, 11 * MINUTE)
    await town.drain()
    const mails = await mueller.agent.get("/probe/post").expect(200)
    const link = /href="(\/probe\/post\/eingang\?mail=[0-9a-f-]+)"/.exec(mails.text)?.[1] ?? ""
    const source = sourceOf((await mueller.agent.get(link).expect(200)).text)
    expect((await mueller.agent.form(PATH, { source }).expect(200)).text).toContain("veröffentlicht")
  } finally {
    resetClock()
  }
  const { body } = await mueller.agent.get(`/api/questions/${question}`).expect(200)
  const texts = [...body.comments, ...body.answers[0].comments].map(({ text }: { text: string }) => text)
  expect(texts).toEqual(["vielen Dank, das hilft mir weiter.", "vielen Dank, das hilft mir weiter."])
})
