import { and, eq } from "drizzle-orm"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { DAY, dayOf, now } from "../../server/kernel/time.ts"
import { readHalfYear } from "../../server/qualification/programmes/half-year.ts"
import { programmeSteps } from "../../server/qualification/tables.ts"
import { readPdf } from "../support/pdf.ts"
import { addCohort, type Group, openGroup } from "./group.ts"
import { addProject } from "./project-things.ts"
import { addRound } from "./round.ts"
import { addSession } from "./sessions.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

describe("the closing check of a workshop", () => {
  it("counts for the facilitator how many learners have submitted their project, and names nobody", async () => {
    const made = await addCohort(group, group.people)
    const { facilitator, mueller } = group.people
    const board = async (who = facilitator) =>
      (await who.agent.get(`/api/cohort-steps/${made.steps.workshop}/board`).expect(200)).body
    expect((await board()).agreement).toBeNull()
    await addProject(group, made)
    expect((await board()).agreement).toEqual({ submitted: 1, open: 3 })
    expect((await board(mueller)).agreement).toBeNull()
    const page = await facilitator.agent.get(`/termine/${made.steps.workshop}/leitung`).expect(200)
    expect(page.text).toContain("1 von 4 Lernenden haben ihr Lernprojekt vorgelegt")
  })

  it("counts everybody of a shared project, and nobody who left", async () => {
    const made = await addCohort(group, group.people)
    const { facilitator, mueller } = group.people
    const { project } = await addProject(group, made)
    const people = `/api/projects/${project}/people`
    for (const memberId of [made.members.huber, made.members.meier])
      await mueller.agent.post(people, { memberId }).expect(204)
    await facilitator.agent
      .delete(`/api/cohorts/${made.cohortId}/members/${made.members.dangelo}`)
      .expect(204)
    const { body } = await facilitator.agent.get(`/api/cohort-steps/${made.steps.workshop}/board`).expect(200)
    expect(body.agreement).toEqual({ submitted: 3, open: 0 })
  })
})

describe("the minutes as PDF", () => {
  it("bring along the photos where one wishes, each with its caption, and leave out a damaged one", async () => {
    const made = await addCohort(group, group.people)
    const { huber, mueller, schoeller, facilitator } = group.people
    // Its photo is no picture.
    const { meeting } = await addSession(group, made)
    const picture = sharp({ create: { width: 900, height: 1600, channels: 3, background: "#dde" } })
    await huber.agent
      .post(`/api/cohort-steps/${meeting}/photos?caption=${encodeURIComponent("Ideen für die Startseite")}`)
      .attach("file", await picture.png().toBuffer(), "flipchart.png")
      .expect(201)
    const path = `/termine/${meeting}/protokoll`
    expect((await mueller.agent.get(path).expect(200)).text).toContain(`${path}.pdf?fotos=1`)
    const plain = await mueller.agent.get(`${path}.pdf`).buffer(true).expect(200)
    const full = await mueller.agent.get(`${path}.pdf?fotos=1`).buffer(true).expect(200)
    expect((await readPdf(plain.body)).text).not.toContain("Ideen für die Startseite")
    const { text, lines } = await readPdf(full.body)
    expect(text).toContain("Ideen für die Startseite")
    expect(lines.filter((line) => line.startsWith("Figure"))).toHaveLength(1)
    expect(full.body.length).toBeLessThan(400_000)
    // Managers read the minutes when they are given them, but see no photos.
    const release = { version: 1, forManagers: true }
    await facilitator.agent.post(`/api/cohort-steps/${meeting}/minutes/release`, release).expect(204)
    expect((await schoeller.agent.get(path).expect(200)).text).not.toContain("fotos=1")
    const theirs = await schoeller.agent.get(`${path}.pdf?fotos=1`).buffer(true).expect(200)
    expect((await readPdf(theirs.body)).text).not.toContain("Ideen")
    // A value that is none is as good as none.
    const none = await mueller.agent.get(`${path}.pdf?fotos=ja`).buffer(true).expect(200)
    expect((await readPdf(none.body)).text).not.toContain("Ideen")
  })
})

describe("the step of the assessment", () => {
  it("leads a learner to their round, and before there is one to where it will appear", async () => {
    const made = await addCohort(group, group.people)
    const { mueller, huber, schoeller } = group.people
    const list = `/lerngruppen/${made.cohortId}/kompetenzbilanzen`
    const path = `/lerngruppen/${made.cohortId}`
    expect((await mueller.agent.get(path).expect(200)).text).toContain(`href="${list}"`)
    const { round } = await addRound(group, made)
    expect((await mueller.agent.get(path).expect(200)).text).toContain(`href="/kompetenzbilanz/${round}"`)
    // The peer's step is their own round, not the one that they accompany.
    expect((await huber.agent.get(path).expect(200)).text).not.toContain(round)
    expect((await huber.agent.get(path).expect(200)).text).toContain(`href="${list}"`)
    expect((await schoeller.agent.get(`${path}/fuehrungskraft`).expect(200)).text).not.toContain(
      `href="${list}"`,
    )
  })
})

describe("the plan of the half-year", () => {
  it("holds for learners also the days of impulses to come, and nothing else of them", async () => {
    const made = await addCohort(group, group.people)
    const { mueller, facilitator, schoeller } = group.people
    await group.db
      .update(programmeSteps)
      .set({ title: "Verborgener Impuls" })
      .where(and(eq(programmeSteps.programmeId, made.programmeId), eq(programmeSteps.kind, "impulse")))
    const [, month, day] = dayOf(new Date(now().getTime() + 14 * DAY)).split("-")
    const date = `${Number(day)}.${Number(month)}.`
    const plan = async ({ agent }: typeof mueller, below = "") => {
      const { text } = await agent.get(`/lerngruppen/${made.cohortId}${below}`).expect(200)
      return text.slice(text.indexOf('id="plan"'), text.indexOf("</details>", text.indexOf('id="plan"')))
    }
    for (const who of [mueller, facilitator]) {
      expect(await plan(who)).toMatch(new RegExp(`Lernimpuls[^<]*${date}`))
      expect(await plan(who)).not.toContain("Verborgener")
    }
    expect(await plan(schoeller, "/fuehrungskraft")).not.toMatch(/Lernimpuls[^<]*\d/)
  })
})

it("offers open questions of the forum in an impulse of every practice phase", () => {
  const impulses = readHalfYear().steps.filter(({ kind }) => kind === "impulse")
  for (const phase of [0, 1, 2, 3]) {
    const ofPhase = impulses.slice(phase * 4, phase * 4 + 4)
    expect(ofPhase.some(({ features }) => features.includes("open-questions"))).toBe(true)
  }
})
