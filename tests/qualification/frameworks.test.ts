import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { publishedAddress } from "../../server/qualification/competences/frameworks/addresses.ts"
import { FRAMEWORKS } from "../../server/qualification/competences/frameworks/index.ts"
import { programmes } from "../../server/qualification/tables.ts"
import { readPdf } from "../support/pdf.ts"
import { addCertificate } from "./certified.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

const version = (name: string) => FRAMEWORKS.find((one) => `${one.id}@${one.version}` === name)
const competencesOf = (name: string) => (version(name)?.areas ?? []).flatMap((area) => area.competences)

describe("DigComp 3.0", () => {
  it("has the areas, competences and levels of the framework beside those of 2.2, under the same numbers", () => {
    const [old, now] = [competencesOf("digcomp@2.2"), competencesOf("digcomp@3.0")]
    expect(now.map(({ id }) => id)).toEqual(old.map(({ id }) => id))
    expect(version("digcomp@3.0")?.areas.map(({ name }) => name.en)).toEqual([
      "Information search, evaluation and management",
      "Communication and collaboration",
      "Content creation",
      "Safety, wellbeing and responsible use",
      "Problem identification and solving",
    ])
    const renamed = now.filter(({ name }, at) => name.en !== old[at]?.name.en)
    expect(renamed.map(({ id, name }) => `${id} ${name.en}`)).toEqual([
      "1.1 Browsing, searching and filtering information",
      "1.2 Evaluating information",
      "1.3 Managing information",
      "2.1 Interacting through and with digital technologies",
      "2.5 Digital behaviour",
      "3.4 Computational thinking and programming",
      "4.3 Supporting wellbeing",
      "4.4 Environmental impacts of digital technologies",
      "5.1 Identifying and solving technical problems",
      "5.2 Identifying needs and digital technological responses",
      "5.3 Identifying creative solutions using digital technologies",
      "5.4 Identifying and addressing digital competence needs",
    ])
    expect(version("digcomp@3.0")?.levels).toEqual(["Basic", "Intermediate", "Advanced", "Highly advanced"])
    expect(version("digcomp@2.2")?.levels?.[3]).toBe("Highly specialised")
  })

  it("gives every competence an address of its own, ESCO's where there is one", () => {
    const addresses = ["2.2", "3.0"].flatMap((one) =>
      competencesOf(`digcomp@${one}`).map(
        ({ id }) => publishedAddress({ framework: "digcomp", version: one, id })?.url ?? "",
      ),
    )
    expect(addresses).toHaveLength(42)
    expect(new Set(addresses).size).toBe(42)
    for (const address of addresses) expect(() => new URL(address)).not.toThrow()
    expect(addresses.filter((one) => one.startsWith("http://data.europa.eu/esco/skill/"))).toHaveLength(20)
    expect(publishedAddress({ framework: "fachforum", version: "1.0", id: "A.1" })).toBeNull()
  })
})

describe("A programme", () => {
  it("names the framework that it is built on; copies and cohorts have the same", async () => {
    const { facilitator } = group.people
    const { body: copy } = await facilitator.agent
      .post(`/api/programmes/${group.programmeId}/copy`, {})
      .expect(201)
    const { body: draft } = await facilitator.agent.get(`/api/programmes/${copy.id}`).expect(200)
    expect(draft.foundation).toBe("digcomp@2.2")
    const page = await facilitator.agent.get(`/programme/${copy.id}`).expect(200)
    expect(page.text).toMatch(/<input(?=[^>]*value="digcomp@2\.2")(?=[^>]* checked)/)
    const form = {
      action: "save",
      name: draft.name,
      description: "",
      requirements: "attendance",
      version: "1",
    }
    await facilitator.agent.form(`/programme/${copy.id}`, { ...form, foundation: "digcomp@3.0" }).expect(303)
    expect((await facilitator.agent.get(`/api/programmes/${copy.id}`)).body.foundation).toBe("digcomp@3.0")
    expect((await facilitator.agent.get(`/programme/${copy.id}`)).text).toContain("DigComp 3.0 (2025)")
    // Whoever does not name it leaves it as it is.
    const edited = { name: draft.name, description: "", requirements: [], version: 2 }
    await facilitator.agent.put(`/api/programmes/${copy.id}`, edited).expect(204)
    const again = await facilitator.agent.post(`/api/programmes/${copy.id}/copy`, {}).expect(201)
    expect((await facilitator.agent.get(`/api/programmes/${again.body.id}`)).body.foundation).toBe(
      "digcomp@3.0",
    )
    const odd = { ...edited, version: 3, foundation: "digcomp@1.0" }
    await facilitator.agent.put(`/api/programmes/${copy.id}`, odd).expect(400)
  })

  it("on 3.0 offers its cohorts the competences of 3.0 and no others of DigComp", async () => {
    const { facilitator, mueller } = group.people
    const { cohortId, programmeId } = await addCohort(group, group.people)
    await group.db.update(programmes).set({ foundation: "digcomp@3.0" }).where(eq(programmes.id, programmeId))
    const { body } = await mueller.agent.get(`/api/cohorts/${cohortId}/competences`).expect(200)
    expect(body).toMatchObject({ foundation: "digcomp@3.0", version: 0 })
    expect(body.competences[0].key).toBe("digcomp@3.0:2.2")
    const form = await facilitator.agent.get(`/lerngruppen/${cohortId}/kompetenzen`).expect(200)
    expect(form.text).toContain("digcomp@3.0:5.4")
    expect(form.text).toContain("fachforum@1.0:A.1")
    expect(form.text).not.toContain("digcomp@2.2:")
    const own = ["fachforum@1.0:A.1", "fachforum@1.0:A.2"]
    const choose = (keys: string[]) =>
      facilitator.agent.put(`/api/cohorts/${cohortId}/competences`, { competences: keys, version: 0 })
    const refused = await choose(["digcomp@2.2:2.2", "digcomp@3.0:2.4", ...own]).expect(422)
    expect(refused.body.code).toBe("competences.foundation")
    await choose(["digcomp@3.0:2.5", "digcomp@3.0:2.4", ...own]).expect(204)
    const page = await mueller.agent.get(`/lerngruppen/${cohortId}/kompetenzen`).expect(200)
    expect(page.text).toContain("Verhalten in digitalen Umgebungen")
    expect(page.text).toContain("Bezeichnungen in eigener Übersetzung")
    expect(page.text).toContain("„Highly advanced“ (4)")
  })
})

describe("A certificate", () => {
  it("says whose names and levels it shows, of its own framework, on the page and in the PDF", async () => {
    const { certificate } = await addCertificate(group, await addCohort(group, group.people))
    const { mueller } = group.people
    const page = await mueller.agent.get(`/zertifikate/${certificate}`).expect(200)
    for (const part of ["DigComp 2.2: Bezeichnungen in eigener Übersetzung", "„Highly specialised“ (4)"])
      expect(page.text.replaceAll("\u00a0", " ")).toContain(part)
    for (const [language, sentence] of [
      ["de", "Eine Stufe 0 gibt es dort nicht."],
      ["en", "It has no level 0."],
    ]) {
      const { body } = await mueller.agent
        .get(`/api/certificates/${certificate}/pdf?language=${language}`)
        .responseType("blob")
        .expect(200)
      expect((await readPdf(body)).text.replaceAll("\u00a0", " ")).toContain(sentence)
    }
  })
})
