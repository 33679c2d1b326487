import { globSync, readFileSync } from "node:fs"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { transact } from "../../server/kernel/database.ts"
import { noteRendering, renewTexts } from "../../server/kernel/rendering.ts"
import { renderedProgrammes, renderedSteps } from "../../server/qualification/core.ts"
import { renderedMinutes } from "../../server/qualification/meet.ts"
import { type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

const TOO_DEEP = `${">".repeat(21)} x`
const AS_TYPED = `<p>${"&gt;".repeat(21)} x</p>`
const STORED = "<p>Aus der Spalte</p>"
const TEXTS = [renderedProgrammes, renderedSteps, renderedMinutes]

/** A draft of the facilitator's, with what saving it and its first step takes. */
async function openDraft() {
  const { agent } = group.people.facilitator
  const { body } = await agent.post(`/api/programmes/${group.programmeId}/copy`, {}).expect(201)
  const read = async () => (await agent.get(`/api/programmes/${body.id}`).expect(200)).body
  const { name, requirements, steps } = await read()
  const [{ id: stepId, html, ...step }] = steps
  const version = async () => ({ version: (await read()).version })
  return {
    id: body.id as string,
    stepId: stepId as string,
    read,
    save: async (description: string) =>
      agent.put(`/api/programmes/${body.id}`, { name, requirements, description, ...(await version()) }),
    saveStep: async (texts: Record<string, string>) =>
      agent.put(`/api/programme-steps/${stepId}`, { ...step, ...texts, ...(await version()) }),
  }
}

const saveMinutes = (body: string, version: number) =>
  group.people.facilitator.agent.put(`/api/cohort-steps/${group.steps.meeting}/minutes`, { version, body })
const releaseMinutes = (version: number) =>
  group.people.facilitator.agent
    .post(`/api/cohort-steps/${group.steps.meeting}/minutes/release`, { version, forManagers: true })
    .expect(204)

/** Runs the job over everything, as after a new grammar. */
async function renewAll(): Promise<string[]> {
  const kept: string[] = []
  await group.db.execute(sql`update renderings set renderer = 1`)
  await transact(group.db, (tx) => noteRendering(tx, TEXTS))
  const outcome = await renewTexts(
    group.db,
    TEXTS,
    (one) => kept.push(one),
    () => true,
    2,
  )
  expect(outcome).toBe("finished")
  return kept
}

describe("long texts of programmes, steps and minutes", () => {
  it("are refused when they are saved, with the field named", async () => {
    const draft = await openDraft()
    const refused = [
      ["description", await draft.save(TOO_DEEP)],
      ["contents", await draft.saveStep({ contents: TOO_DEEP })],
      ["guidance", await draft.saveStep({ guidance: TOO_DEEP })],
      ["body", await saveMinutes(TOO_DEEP, 0)],
    ] as const
    for (const [field, { status, body }] of refused) {
      expect(status, field).toBe(422)
      expect(body).toMatchObject({ errors: [{ code: "markdown.too-deep", field }] })
    }
    expect((await draft.save("Erst **so**")).status).toBe(204)
    expect((await draft.saveStep({ contents: "Erst **so**" })).status).toBe(204)
  })

  it("are shown as they were rendered then", async () => {
    const { db, steps, people } = group
    const draft = await openDraft()
    await draft.save("Ein **Halbjahr**")
    await draft.saveStep({ contents: "Der **Anfang**", guidance: "Erst *fragen*" })
    const saved = await draft.read()
    expect(saved.descriptionHtml).toBe("<p>Ein <strong>Halbjahr</strong></p>")
    expect(saved.steps[0].html).toEqual({
      contents: "<p>Der <strong>Anfang</strong></p>",
      guidance: "<p>Erst <em>fragen</em></p>",
    })
    const made = await saveMinutes("## Beschluss\n\nWir **fangen** an", 0).expect(200)
    await releaseMinutes(made.body.version)

    const stored = sql`to_jsonb(${STORED}::text)`
    await db.execute(
      sql`update programmes set html = jsonb_set(html, '{description,html}', ${stored}) where id = ${draft.id}`,
    )
    await db.execute(
      sql`update programme_steps set html = jsonb_set(html, '{contents,html}', ${stored}) where id = ${draft.stepId}`,
    )
    await db.execute(sql`update session_minutes set html = jsonb_set(html, '{releasedBody,html}', ${stored})
      where cohort_step_id = ${steps.meeting}`)
    const page = (await people.facilitator.agent.get(`/programme/${draft.id}`).expect(200)).text
    expect(page.split(STORED)).toHaveLength(3)
    for (const { agent } of [people.mueller, people.schoeller, people.facilitator]) {
      const { text } = await agent.get(`/termine/${steps.meeting}/protokoll`).expect(200)
      expect(text).toContain(STORED)
      expect(text).not.toContain("<strong>fangen</strong>")
    }
    expect(await renewAll()).toEqual([])
    const { text } = await people.mueller.agent.get(`/termine/${steps.meeting}/protokoll`).expect(200)
    expect(text).toContain("<strong>fangen</strong>")
    expect(await draft.read()).toEqual(saved)
  })

  it("are what they say after a change by a former version, and the job renders what it can", async () => {
    const { db, people } = group
    const draft = await openDraft()
    await draft.saveStep({ contents: "Der **Anfang**", tasks: "Drei *Fälle*" })
    await db.execute(
      sql`update programme_steps set contents = 'Ganz **anders**', tasks = ${TOO_DEEP} where id = ${draft.stepId}`,
    )
    const html = { contents: "<p>Ganz <strong>anders</strong></p>", tasks: AS_TYPED }
    expect((await draft.read()).steps[0].html).toEqual(html)
    expect((await people.facilitator.agent.get(`/programme/${draft.id}`).expect(200)).text).toContain(
      AS_TYPED,
    )

    expect(await renewAll()).toEqual([`programme-steps ${draft.stepId}`])
    const { rows } = await db.execute(
      sql`select html->'contents'->>'html' as contents, html->'tasks'->>'html' as tasks
        from programme_steps where id = ${draft.stepId}`,
    )
    expect(rows).toEqual([html])
    expect((await draft.read()).steps[0].html).toEqual(html)
  })

  it("are rendered by no page", () => {
    const pages = globSync("web/pages/qualification/**/*.{ts,tsx}")
    expect(pages.length).toBeGreaterThan(50)
    expect(pages.filter((page) => /\b(?:show|render)Markdown\b/.test(readFileSync(page, "utf8")))).toEqual([])
  })
})
