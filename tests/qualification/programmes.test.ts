import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { faultsOf } from "../../server/qualification/programmes/checks.ts"
import { readHalfYear } from "../../server/qualification/programmes/half-year.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

const halfYear = readHalfYear()

let world: World
let weber: Person
let fremd: Person
let lead: Person
beforeAll(async () => {
  world = await openWorld()
  weber = await world.person("Lena Weber", ["facilitator"])
  fremd = await world.person("Bernd Fremd", ["facilitator"])
  lead = await world.person("Martina Schöller", ["lead", "admin", "clerk"])
})
afterAll(() => world.close())

const list = async ({ agent }: Person) => (await agent.get("/api/programmes").expect(200)).body.items
const read = async ({ agent }: Person, id: string) =>
  (await agent.get(`/api/programmes/${id}`).expect(200)).body
const shippedId = async () =>
  (await list(weber)).find((one: { shipped: boolean }) => one.shipped).id as string
const copy = async ({ agent }: Person, id?: string) =>
  (await agent.post(`/api/programmes/${id ?? (await shippedId())}/copy`, {}).expect(201)).body.id as string

describe("the programmes", () => {
  it("are read by facilitators, with the half-year as the first, and by nobody else", async () => {
    const [first] = await list(weber)
    expect(first).toMatchObject({
      name: halfYear.name,
      edition: halfYear.edition,
      state: "published",
      steps: 31,
      weeks: 24,
    })
    const programme = await read(weber, first.id)
    expect(programme.steps).toHaveLength(31)
    const page = await weber.agent.get(`/programme/${first.id}`).expect(200)
    expect(page.text).toContain("Die Dynamik von Veränderungen")
    expect(page.text).toContain("Kopieren und anpassen")
    await lead.agent.get("/api/programmes").expect(403)
    await lead.agent.get(`/programme/${first.id}`).expect(403)
    await world.nobody.get("/api/programmes").expect(401)
  })

  it("are copied to a draft that its author alone sees, once for a form sent twice", async () => {
    const source = await shippedId()
    const key = { action: "copy", idempotencyKey: "key-of-the-form" }
    const [one, two] = await Promise.all([
      weber.agent.form(`/programme/${source}`, key).expect(303),
      weber.agent.form(`/programme/${source}`, key).expect(303),
    ])
    expect(one.headers.location).toBe(two.headers.location)
    const id = one.headers.location?.split(/[/?]/)[2] ?? ""
    const draft = await read(weber, id)
    expect(draft).toMatchObject({ state: "draft", own: true, edition: 1, faults: [] })
    expect(draft.steps.map(({ title }: { title: string }) => title)).toEqual(
      halfYear.steps.map(({ title }) => title),
    )
    await fremd.agent.get(`/api/programmes/${id}`).expect(404)
    await fremd.agent.get(`/programme/${id}`).expect(404)
    await fremd.agent.post(`/api/programmes/${id}/copy`, {}).expect(404)
    await fremd.agent.get(`/programme/schritte/${draft.steps[0].id}`).expect(404)
    expect(JSON.stringify(await list(fremd))).not.toContain(id)
  })
})

describe("a draft", () => {
  it("changes its name under its version, and loses nothing when somebody was faster", async () => {
    const id = await copy(weber)
    const form = {
      action: "save",
      name: "Unser Halbjahr",
      description: "Für zwei Ämter.",
      requirements: ["assessment"],
      version: "1",
    }
    await weber.agent.form(`/programme/${id}`, form).expect(303)
    expect(await read(weber, id)).toMatchObject({
      name: "Unser Halbjahr",
      requirements: ["assessment"],
      version: 2,
    })
    const late = await weber.agent.form(`/programme/${id}`, { ...form, name: "Zu spät" }).expect(409)
    expect(late.text).toContain("Zu spät")
    expect(late.text).toContain('name="version" value="2"')
    const bad = await weber.agent.form(`/programme/${id}`, { ...form, name: "", version: "2" }).expect(422)
    expect(bad.text).toContain("Für zwei Ämter.")
    expect(bad.text).toContain("Name: Bitte füllen Sie dieses Feld aus.")
  })

  it("shows each step with all of it folded", async () => {
    const id = await copy(weber)
    const { steps } = await read(weber, id)
    const { text } = await weber.agent.get(`/programme/${id}`).expect(200)
    expect(text.match(/<details/g)?.length).toBeGreaterThanOrEqual(steps.length)
    expect(text).toContain("Wir greifen zu dem Medium")
    const unfolded = text.replace(/<details.*?<\/details>/gs, "")
    expect(unfolded).toContain("Mein Arbeitstag in Medien")
    expect(unfolded).not.toContain("Wir greifen zu dem Medium")
  })

  it("takes a new step into its week, moves it, changes its week, and removes it", async () => {
    const id = await copy(weber)
    const order = async () => (await read(weber, id)).steps.map((step: { id: string }) => step.id)
    const added = await weber.agent
      .form(`/programme/${id}`, {
        action: "add",
        kind: "meeting",
        title: "Zwischenruf",
        week: "2",
        idempotencyKey: "added-once",
      })
      .expect(303)
    const stepId = added.headers.location?.split(/[/?]/)[3] ?? ""
    expect((await order()).indexOf(stepId)).toBe(4)
    await weber.agent.form(`/programme/schritte/${stepId}`, { action: "move", direction: "up" }).expect(303)
    expect((await order()).indexOf(stepId)).toBe(3)
    await weber.agent.post(`/api/programme-steps/${stepId}/move`, { direction: "down" }).expect(204)
    expect((await order()).indexOf(stepId)).toBe(4)
    const page = await weber.agent.get(`/programme/schritte/${stepId}`).expect(200)
    const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? ""
    const fields = {
      action: "save",
      kind: "meeting",
      shown: "meeting",
      title: "Zwischenruf",
      week: "0",
      minutes: "30",
      version,
    }
    await weber.agent.form(`/programme/schritte/${stepId}`, fields).expect(303)
    expect((await order()).indexOf(stepId)).toBe(1)
    await weber.agent.form(`/programme/schritte/${stepId}`, { action: "remove" }).expect(303)
    expect(await order()).toHaveLength(31)
    await weber.agent.get(`/programme/schritte/${stepId}`).expect(404)
  })

  it("keeps every field of a step, and says in which line something is wrong", async () => {
    const id = await copy(weber)
    const { steps, version } = await read(weber, id)
    const path = `/programme/schritte/${steps[0].id}`
    const fields = {
      action: "save",
      kind: "workshop",
      shown: "workshop",
      title: "Auftakt",
      week: "0",
      minutes: "90",
      contents: "**Ziel**",
      materials: "",
      tasks: "- nachlesen",
      features: ["project"],
      "agenda-0-title": "Ankommen",
      "agenda-0-minutes": "30",
      "agenda-2-title": "Pause",
      "agenda-2-minutes": "zehn",
      "agenda-2-isBreak": "true",
      version: String(version),
    }
    const bad = await weber.agent.form(path, fields).expect(422)
    expect(bad.text).toContain("Zeile 2, Minuten")
    expect(bad.text).toContain('value="zehn"')
    expect(bad.text).toContain('href="#feld-agenda-1-minutes"')
    await weber.agent.form(path, { ...fields, "agenda-2-minutes": "10" }).expect(303)
    const changed = await read(weber, id)
    expect(changed.steps[0]).toMatchObject({
      title: "Auftakt",
      features: ["project"],
      voluntary: false,
      agenda: [
        { title: "Ankommen", minutes: 30, isBreak: false },
        { title: "Pause", minutes: 10, isBreak: true },
      ],
    })
    expect(changed.faults).toEqual([
      { stepId: steps[0].id, field: "agenda", code: "agenda-sum", found: 40, expected: 90 },
    ])
    const stale = await weber.agent.form(path, { ...fields, "agenda-2-minutes": "60" }).expect(409)
    expect(stale.text).toContain('value="60"')
    const page = await weber.agent.get(`/programme/${id}`).expect(200)
    expect(page.text).toContain("Auftakt, Ablauf: Die Minuten des Ablaufs ergeben nicht die Dauer.")
  })

  it("gives an impulse its questions", async () => {
    const id = await copy(weber)
    const { steps, version } = await read(weber, id)
    const impulse = steps.find((step: { kind: string }) => step.kind === "impulse")
    const fields = {
      action: "save",
      kind: "impulse",
      shown: "impulse",
      title: "Mein Tag",
      week: "1",
      minutes: "15",
      contents: "Text",
      "questions-1-label": "Wie war es?",
      "questions-1-kind": "choice",
      "questions-1-options": "gut\r\n\r\nes geht",
      voluntary: "true",
      version: String(version),
    }
    await weber.agent.form(`/programme/schritte/${impulse.id}`, fields).expect(303)
    const changed = (await read(weber, id)).steps.find((step: { id: string }) => step.id === impulse.id)
    expect(changed.questions).toEqual([{ label: "Wie war es?", kind: "choice", options: ["gut", "es geht"] }])
    expect(changed.voluntary).toBe(true)
  })

  it("is not published with faults, then as an edition that never changes, which others start with", async () => {
    const id = await copy(weber)
    const { steps } = await read(weber, id)
    const assessment = steps.find((step: { kind: string }) => step.kind === "assessment")
    await weber.agent.delete(`/api/programme-steps/${assessment.id}`).expect(204)
    const { version } = await read(weber, id)
    const refused = await weber.agent.post(`/api/programmes/${id}/publish`, { version }).expect(422)
    expect(refused.body.detail.faults).toMatchObject([
      { field: "requirements.assessment", code: "requirement-unmet" },
    ])
    const input = { version, name: "Ohne Bilanz", description: "", requirements: ["attendance"] }
    await weber.agent.put(`/api/programmes/${id}`, input).expect(204)
    const publish = (at: number) =>
      weber.agent.form(`/programme/${id}`, { action: "publish", version: String(at) })
    expect((await publish(version).expect(409)).text).toContain("inzwischen geändert")
    expect((await read(weber, id)).state, "an old version publishes nothing").toBe("draft")
    await publish(version + 1).expect(303)
    expect(await read(fremd, id)).toMatchObject({ state: "published", author: "Lena Weber", own: false })
    await weber.agent.put(`/api/programmes/${id}`, { ...input, version: version + 2 }).expect(409)
    await weber.agent.delete(`/api/programmes/${id}`).expect(409)
    await weber.agent.delete(`/api/programme-steps/${steps[0].id}`).expect(409)
    await fremd.agent.delete(`/api/programme-steps/${steps[0].id}`).expect(403)
    await weber.agent.get(`/programme/schritte/${steps[0].id}`).expect(409)
    await fremd.agent.post(`/api/programmes/${id}/withdraw`).expect(403)
    await fremd.agent.post(`/api/programmes/${id}/editions`).expect(403)
  })

  it("of a new edition is begun once, and takes the place of the former when it is published", async () => {
    const id = await copy(weber)
    await weber.agent.post(`/api/programmes/${id}/publish`, { version: 1 }).expect(204)
    const begun = await Promise.all([
      weber.agent.post(`/api/programmes/${id}/editions`).expect(201),
      weber.agent.post(`/api/programmes/${id}/editions`).expect(201),
    ])
    expect(begun[0].body).toEqual(begun[1].body)
    const next = begun[0].body.id
    expect(await read(weber, next)).toMatchObject({
      state: "draft",
      edition: 2,
      editions: [{ id, edition: 1 }],
    })
    const offered = async () => (await list(fremd)).map((one: { id: string }) => one.id)
    expect(await offered()).toContain(id)
    await weber.agent.post(`/api/programmes/${next}/publish`, { version: 1 }).expect(204)
    expect(await offered()).toContain(next)
    expect(await offered()).not.toContain(id)
    await weber.agent.form(`/programme/${next}`, { action: "withdraw" }).expect(303)
    expect(await offered(), "the former is offered again").toContain(id)
    expect(await offered()).not.toContain(next)
    await weber.agent.form(`/programme/${next}`, { action: "offer" }).expect(303)
    expect(await offered()).toContain(next)
  })

  it("is discarded for good", async () => {
    const id = await copy(weber)
    await fremd.agent.delete(`/api/programmes/${id}`).expect(404)
    await weber.agent.form(`/programme/${id}`, { action: "discard" }).expect(303)
    await weber.agent.get(`/programme/${id}`).expect(404)
  })
})

describe("what keeps a programme from being published", () => {
  const steps = halfYear.steps.map((step, position) => ({ ...step, position, id: `${position}` }))
  const found = (change: (all: typeof steps) => unknown, requirements = halfYear.requirements) => {
    const changed = JSON.parse(JSON.stringify(steps)) as typeof steps
    change(changed)
    return faultsOf({ requirements }, changed).map(({ field, code }) => `${field}: ${code}`)
  }
  const at = (all: typeof steps, kind: string) =>
    all.find((step) => step.kind === kind) as (typeof steps)[number]

  it.each<[string, (all: typeof steps) => unknown, string[]]>([
    ["nothing", () => undefined, []],
    ["no steps", (all) => all.splice(0), ["steps: no-steps"]],
    ["an agenda that is too short", (all) => at(all, "workshop").agenda.pop(), ["agenda: agenda-sum"]],
    ["no agenda", (all) => at(all, "meeting").agenda.splice(0), ["agenda: agenda-missing"]],
    ["no minutes", (all) => Object.assign(at(all, "impulse"), { minutes: 0 }), ["minutes: minutes-missing"]],
    [
      "a phase without weeks",
      (all) => Object.assign(at(all, "practice"), { weeks: 0 }),
      ["weeks: weeks-missing"],
    ],
    [
      "a phase that is too long",
      (all) => Object.assign(at(all, "practice"), { weeks: 5 }),
      ["weeks: phase-too-long"],
    ],
    ["a week out of order", (all) => Object.assign(at(all, "meeting"), { week: 0 }), ["week: order"]],
    [
      "an early certificate",
      (all) => Object.assign(at(all, "certificate"), { week: 21 }),
      ["week: certificate-early"],
    ],
    ["no certificate", (all) => all.pop(), ["steps: certificate-missing"]],
    [
      "an empty impulse",
      (all) => Object.assign(at(all, "impulse"), { contents: " ", tasks: "" }),
      ["contents: contents-missing"],
    ],
  ])("is %s", (_, change, expected) => {
    expect(found(change)).toEqual(expected)
  })

  it("is something required that no step has", () => {
    const all = () => undefined
    expect(found(all, ["impulses"])).toEqual(["requirements.impulses: requirement-unmet"])
    expect(found(all, ["project", "agreements", "attendance", "assessment"])).toEqual([])
  })
})
