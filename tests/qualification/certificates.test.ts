import { inArray } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { now } from "../../server/kernel/time.ts"
import { groupedCode, newCode, readCode } from "../../server/qualification/certificates/code.ts"
import { attendances, cohortSteps } from "../../server/qualification/tables.ts"
import { itWith } from "../support/outside.ts"
import { readPdf } from "../support/pdf.ts"
import { outlineOf, spokenIn } from "../support/pdf-outline.ts"
import { openWorld, type Person } from "../support/world.ts"
import { assess, attend, fulfil, SENTENCES } from "./certified.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

const PUBLIC = "https://fachforum.example"

/** Of a certificate in English, up to the link. */
const OUTLINE = `Document
  H1 "Certificate"
  P "Fachforum"
  P "Sabine Müller"
  P "has completed the qualification “"
    Span "Vom Posteingang ins Fachforum"
    "” from DAY to DAY."
  P "Extent: 2 hours of common dates."
  H2 "Competences"
  P "As found in a competence assessment, by the learner and the facilitator together, on a scale from 0 to 4:"
  Table
    THead
      TR
        TH Column "Competence"
        TH Column "Level"
        TH Column "What it means"
    TBody
      TR
        TD "Sharing through digital technologies"
        TD "2: Independent"
        TD "shares knowledge unasked, so that others understand it and find it again"
      TR
        TD "Facilitating a forum"
        TD "3: Guides others"
        TD "brings difficult conversations in the forum to a good result, too"
  P "DigComp 2.2: the names of competences are those of the framework. It calls the levels “Foundation” (1), “Intermediate” (2), “Advanced” (3), “Highly specialised” (4); the names and descriptions here are ours. It has no level 0."
  H2 "What was agreed"
  P "Sie hat das Fachforum eingerichtet."
  P "Sie hat die Infoveranstaltung moderiert."
  Figure ""
  P "Issued on DAY by Lena Weber (facilitator)."
  P "Number: CODE"
  P "Anybody can check with its number whether this certificate is valid:"
  P`.split("\n")

let group: Group
let cohort: Awaited<ReturnType<typeof addCohort>>

beforeAll(async () => {
  group = await openGroup(openWorld({ publicUrl: PUBLIC, secure: true }))
})
afterAll(() => group.close())
beforeEach(async () => {
  await group.db.$client.query("delete from throttles")
  cohort = await addCohort(group, group.people)
})

const issue = (memberId: string, by: Person = group.people.facilitator) =>
  by.agent.post(`/api/cohorts/${cohort.cohortId}/certificates`, { memberId })

async function issued(): Promise<string> {
  await fulfil(group, cohort, cohort.members.mueller)
  return (await issue(cohort.members.mueller).expect(201)).body.id
}
const read = (id: string, by: Person = group.people.mueller) => by.agent.get(`/api/certificates/${id}`)
const codeOf = async (id: string): Promise<string> => (await read(id).expect(200)).body.content.code
const check = async (code: string) =>
  (await group.nobody.get(`/api/certificates/verification/${code}`).expect(200)).body

describe("Issuing a certificate", () => {
  it("needs that nothing is owed, and says what is", async () => {
    const { mueller } = cohort.members
    const list = async () => {
      const { body } = await group.people.facilitator.agent
        .get(`/api/cohorts/${cohort.cohortId}/stand`)
        .expect(200)
      return body.learners.find(({ memberId }: { memberId: string }) => memberId === mueller)
    }
    expect(await list()).toMatchObject({ outstanding: ["attendance", "assessment"], certificate: null })
    expect((await issue(mueller).expect(409)).body.code).toBe("certificate.owed")
    await attend(group, cohort, mueller)
    expect(await list()).toMatchObject({ outstanding: ["assessment"] })
    await issue(mueller).expect(409)
    await assess(group, cohort, mueller)
    expect(await list()).toMatchObject({ outstanding: [] })
    const { body } = await issue(mueller).expect(201)
    expect(await list()).toMatchObject({ certificate: { id: body.id, revoked: false } })
    // Nothing is owed after it, whatever is changed in what led to it.
    await group.db.delete(attendances)
    expect(await list()).toMatchObject({ outstanding: [] })
    const path = (await group.people.mueller.agent.get(`/api/cohorts/${cohort.cohortId}/path`).expect(200))
      .body
    expect(path.requirements.every(({ fulfilled }: { fulfilled: boolean }) => fulfilled)).toBe(true)
  })

  it("leaves nothing open on any page of its holder", async () => {
    const { cohortId, members, steps } = cohort
    const home = `/lerngruppen/${cohortId}`
    const begun = inArray(cohortSteps.id, [steps.practice, steps.impulse])
    await group.db.update(cohortSteps).set({ startsAt: now() }).where(begun)
    const all = [
      home,
      `${home}/lernimpulse`,
      `/lernimpulse/${steps.impulse}`,
      `/praxisphasen/${steps.practice}`,
      `${home}/vorbereitung`,
    ]
    const open = async () => {
      const found = []
      for (const page of all) {
        const { text } = await group.people.mueller.agent.get(page).expect(200)
        if (/<span class="ff-badge(?:(?!<\/span>).)*offen/.test(text)) found.push(page)
      }
      return found
    }
    expect(await open()).toContain(`${home}/lernimpulse`)
    await fulfil(group, cohort, members.mueller)
    await issue(members.mueller).expect(201)
    expect(await open()).toEqual([])
    // Nor is there anything to be made up, whatever is recorded later.
    await group.db.update(attendances).set({ state: "absent" })
    const { text } = await group.people.mueller.agent.get(home).expect(200)
    expect(text).not.toContain("noch nachzuholen")
    expect(text).toContain(`href="/zertifikate/`)
  })

  it("never counts a requirement as met that cannot be shown to be met", async () => {
    await fulfil(group, cohort, cohort.members.mueller)
    await group.db.$client.query(
      "update programmes set requirements = '{attendance,assessment,nonsense}' where id = $1",
      [cohort.programmeId],
    )
    await issue(cohort.members.mueller).expect(409)
  })

  it("is for the facilitator of the cohort, and for its learners", async () => {
    await fulfil(group, cohort, cohort.members.mueller)
    for (const person of [group.people.mueller, group.people.huber, group.people.schoeller])
      await issue(cohort.members.mueller, person).expect(403)
    for (const person of [group.people.outsider, group.people.otherFacilitator])
      await issue(cohort.members.mueller, person).expect(404)
    await issue(cohort.members.schoeller).expect(422)
    // A learner of another cohort.
    await issue(group.members.mueller).expect(422)
    await issue(cohort.members.mueller).expect(201)
  })

  it("makes one, however often somebody clicks", async () => {
    await fulfil(group, cohort, cohort.members.mueller)
    const answers = await Promise.all([1, 2, 3].map(() => issue(cohort.members.mueller)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    expect((await issue(cohort.members.mueller).expect(409)).body.code).toBe("certificate.exists")
  })

  it("takes down all that stands on it, so that it outlives cohort, account and programme", async () => {
    const id = await issued()
    const before = (await read(id).expect(200)).body
    expect(before).toMatchObject({
      holder: "Sabine Müller",
      programme: "Vom Posteingang ins Fachforum",
      issuer: "Lena Weber",
      revoked: null,
      content: { from: "2026-01-12", sentences: SENTENCES },
    })
    expect(before.content.competences).toMatchObject([
      { name: "Teilen mithilfe digitaler Technologien", level: 2 },
      { name: "Ein Forum moderieren", level: 3 },
    ])
    expect(JSON.stringify(before)).not.toContain("vertraulicher Grund")
    const { rows } = await group.db.$client.query("select id from assessment_rounds where cohort_id = $1", [
      cohort.cohortId,
    ])
    for (const statement of [
      "delete from assessment_rounds where cohort_id = $1",
      "delete from attendances where cohort_step_id in (select id from cohort_steps where cohort_id = $1)",
      "delete from cohort_steps where cohort_id = $1",
      "delete from cohort_members where cohort_id = $1",
      "delete from cohorts where id = $1",
    ])
      await group.db.$client.query(statement, [cohort.cohortId])
    expect(rows).toHaveLength(1)
    expect((await read(id).expect(200)).body).toEqual(before)
    // Whoever issued it can still revoke it.
    await group.people.facilitator.agent
      .post(`/api/certificates/${id}/revoke`, { reason: "Irrtum" })
      .expect(204)
  })

  it("is found in the log, without any text", async () => {
    const id = await issued()
    await group.people.facilitator.agent
      .post(`/api/certificates/${id}/revoke`, { reason: "ein geheimer Grund" })
      .expect(204)
    const { rows } = await group.db.$client.query(
      "select action, detail from audit_log where subject_id = $1 order by at",
      [id],
    )
    expect(rows).toEqual([
      { action: "certificate.issued", detail: {} },
      { action: "certificate.revoked", detail: {} },
    ])
  })
})

describe("A certificate", () => {
  it("is read by its holder and whoever issued it; other facilitators learn that it exists", async () => {
    const id = await issued()
    const { mueller, huber, facilitator, schoeller, outsider, otherFacilitator } = group.people
    for (const person of [huber, schoeller, outsider, otherFacilitator]) {
      await read(id, person).expect(404)
      await person.agent.get(`/api/certificates/${id}/pdf`).expect(404)
      await person.agent.get(`/zertifikate/${id}`).expect(404)
    }
    expect((await read(id, mueller)).body.can).toEqual({
      revoke: false,
      release: true,
      delete: true,
      badge: false,
    })
    const own = (await read(id, facilitator)).body
    expect(own.can).toEqual({ revoke: true, release: false, delete: false, badge: false })
    expect(own.release).toBeNull()
    expect(own.content).not.toBeNull()
    await group.db.$client.query(
      `insert into cohort_members (id, cohort_id, person_id, part, joined_at)
       values (gen_random_uuid(), $1, $2, 'facilitator', now())`,
      [cohort.cohortId, otherFacilitator.id],
    )
    const other = (await read(id, otherFacilitator).expect(200)).body
    expect(other).toMatchObject({
      content: null,
      release: null,
      can: { revoke: true, release: false, delete: false, badge: false },
    })
    await otherFacilitator.agent.get(`/api/certificates/${id}/pdf`).expect(403)
    await otherFacilitator.agent.post(`/api/certificates/${id}/revoke`, { reason: "Irrtum" }).expect(204)
  })

  it("is listed for its holder alone", async () => {
    const id = await issued()
    const ids = async (person: Person) =>
      (await person.agent.get("/api/certificates").expect(200)).body.items.map(
        (one: { id: string }) => one.id,
      )
    expect(await ids(group.people.mueller)).toContain(id)
    for (const person of [group.people.huber, group.people.facilitator])
      expect(await ids(person)).not.toContain(id)
  })

  it("is a tagged PDF in either language, always the same, that says when it was revoked", async () => {
    const id = await issued()
    const pdf = (language = "de") =>
      group.people.mueller.agent
        .get(`/api/certificates/${id}/pdf?language=${language}`)
        .responseType("blob")
        .expect(200)
    const first = await pdf()
    expect(first.headers["content-type"]).toBe("application/pdf")
    expect(first.headers["content-disposition"]).toContain("inline")
    const code = await codeOf(id)
    const german = await readPdf(first.body)
    expect(german).toMatchObject({
      title: "Zertifikat: Sabine Müller",
      lang: "de-DE",
      marked: true,
      pages: 1,
    })
    expect(german.lines[0]).toBe("H1 Zertifikat")
    expect(german.lines).toContain("TD 3: Leitet andere an")
    for (const text of [...SENTENCES, "Lena Weber", "12. Januar 2026", code])
      expect(german.text).toContain(text)
    expect(german.text.replaceAll(" ", "")).toContain(`${PUBLIC}/zertifikate/pruefen/${code}`)
    expect(german.lines.some((line) => line.startsWith("Figure QR-Code"))).toBe(true)
    expect((await pdf()).body.equals(first.body)).toBe(true)
    expect((await readPdf((await pdf("en")).body)).lines[0]).toBe("H1 Certificate")
    await group.people.facilitator.agent
      .post(`/api/certificates/${id}/revoke`, { reason: "Falscher Name" })
      .expect(204)
    expect((await readPdf((await pdf()).body)).text).toContain("widerrufen")
  })

  itWith("qpdf", "pdfinfo")("is read by others in order, with the languages of its parts", async () => {
    const id = await issued()
    const code = await codeOf(id)
    const address = `${PUBLIC}/zertifikate/pruefen/${code}`
    const pdf = async (language: string) =>
      (
        await group.people.mueller.agent
          .get(`/api/certificates/${id}/pdf?language=${language}`)
          .responseType("blob")
          .expect(200)
      ).body
    const english = await pdf("en")
    const outline = (await outlineOf(english)).map((line) => line.replaceAll(/\d+\s\w+\s20\d\d/g, "DAY"))
    expect(outline).toEqual(OUTLINE.concat(`    Link "${address}"`).map((line) => line.replace("CODE", code)))
    expect(await spokenIn(english)).toEqual({
      alt: ["QR code with the address at which this certificate can be checked"],
      languages: ["P de-DE", "P de-DE", "P de-DE", "Span de-DE"],
      links: expect.arrayContaining([address]),
    })
    expect((await spokenIn(await pdf("de"))).languages).toEqual([])
  })
})

describe("Revoking", () => {
  it("needs a reason, happens once, and lets a new one be issued", async () => {
    const id = await issued()
    const revoke = (reason: string, by: Person = group.people.facilitator) =>
      by.agent.post(`/api/certificates/${id}/revoke`, { reason })
    await revoke("").expect(400)
    await revoke("Irrtum", group.people.mueller).expect(403)
    await revoke("Irrtum", group.people.outsider).expect(404)
    await revoke("Falscher Name").expect(204)
    expect((await revoke("noch einmal").expect(409)).body.code).toBe("certificate.revoked")
    expect((await read(id).expect(200)).body.revoked.reason).toBe("Falscher Name")
    const again = await issue(cohort.members.mueller).expect(201)
    expect(again.body.id).not.toBe(id)
  })
})

describe("The public check", () => {
  it("says valid, revoked or unknown and nothing else until the holder releases it", async () => {
    const id = await issued()
    const code = await codeOf(id)
    const nothing = { holder: null, programme: null, issuedOn: null, competences: null, scale: null }
    expect(await check(code)).toEqual({ state: "valid", ...nothing })
    const release = (showsName: boolean, showsCompetences: boolean, version: number) =>
      group.people.mueller.agent.put(`/api/certificates/${id}/release`, {
        showsName,
        showsCompetences,
        version,
      })
    await release(true, false, 1).expect(204)
    expect(await check(code)).toMatchObject({ state: "valid", holder: "Sabine Müller", competences: null })
    await release(false, true, 1).expect(409)
    await release(false, true, 2).expect(204)
    const shown = await check(code)
    expect(shown.holder).toBeNull()
    expect(shown.competences).toHaveLength(2)
    await release(false, false, 3).expect(204)
    expect(await check(code)).toEqual({ state: "valid", ...nothing })
    await group.people.facilitator.agent
      .put(`/api/certificates/${id}/release`, { showsName: true, showsCompetences: true, version: 4 })
      .expect(403)
    await group.people.facilitator.agent
      .post(`/api/certificates/${id}/revoke`, { reason: "Geheimer Grund" })
      .expect(204)
    expect(await check(code)).toEqual({ state: "revoked", ...nothing })
    for (const other of [newCode(), "unsinn", code.slice(0, -1)])
      expect(await check(other)).toEqual({ state: "unknown", ...nothing })
  })

  it("takes the number as people type it", async () => {
    const code = await codeOf(await issued())
    for (const typed of [
      code.toLowerCase(),
      code.replaceAll("-", ""),
      encodeURIComponent(code.replaceAll("-", " ")),
    ])
      expect((await check(typed)).state).toBe("valid")
  })

  it("works without script, signed in or not, in both languages, and asks not to be indexed", async () => {
    const code = await codeOf(await issued())
    const form = await group.nobody.get("/zertifikate/pruefen").expect(200)
    expect(form.text).toContain("Nummer des Zertifikats")
    expect(form.headers["x-robots-tag"]).toBe("noindex")
    const sent = await group.nobody.get(`/zertifikate/pruefen?nummer=${code.toLowerCase()}`).expect(303)
    expect(sent.headers.location).toBe(`/zertifikate/pruefen/${code}`)
    const page = await group.nobody.get(`/zertifikate/pruefen/${code}`).expect(200)
    expect(page.text).toContain("ist gültig")
    expect(page.text).not.toContain("Müller")
    expect(page.headers["x-robots-tag"]).toBe("noindex")
    const english = await group.nobody
      .get(`/zertifikate/pruefen/${code}`)
      .set("cookie", "language=en")
      .expect(200)
    expect(english.text).toContain("was issued here and is valid")
    const typo = await group.nobody.get("/zertifikate/pruefen?nummer=%C3%84%2F..%2F%3Cb%3E").expect(303)
    const unknown = await group.nobody.get(typo.headers.location ?? "").expect(200)
    expect(unknown.text).toContain("Unbekannt")
    await group.people.mueller.agent.get(`/zertifikate/pruefen/${code}`).expect(200)
  })

  it("is slowed down for whoever tries numbers", async () => {
    const statuses = new Set<number>()
    for (let attempt = 0; attempt < 32; attempt++)
      statuses.add((await group.nobody.get(`/zertifikate/pruefen/${newCode()}`)).status)
    expect([...statuses]).toEqual([200, 429])
  })

  it("is not offered by a trial or without https, where the page says so", async () => {
    for (const settings of [{ trial: true }, { secure: false, publicUrl: "http://intranet.example" }]) {
      const small = await openWorld({ publicUrl: PUBLIC, secure: true, ...settings })
      await small.person("Olaf Brandt", ["admin"])
      const page = await small.nobody.get("/zertifikate/pruefen").expect(200)
      expect(page.text).toContain("mit https")
      expect(page.text).not.toContain("<input name")
      await small.nobody.get("/zertifikate/pruefen/ABCDE").expect(404)
      await small.nobody.get("/api/certificates/verification/ABCDE").expect(404)
      await small.close()
    }
  })
})

describe("The pages", () => {
  it("lead the facilitator from the cohort to the certificate, and to its revocation", async () => {
    const { facilitator, mueller } = group.people
    await fulfil(group, cohort, cohort.members.mueller)
    const here = `/lerngruppen/${cohort.cohortId}/stand`
    const overview = await facilitator.agent.get(`/lerngruppen/${cohort.cohortId}`).expect(200)
    expect(overview.text).toContain(`href="${here}"`)
    const list = await facilitator.agent.get(here).expect(200)
    expect(list.text).toContain('Ausstellen<span class="kern-sr-only"> für Sabine Müller')
    expect(list.text).not.toContain("für Petra Huber")
    expect(
      (await facilitator.agent.get(here.replace("stand", "zertifikate")).expect(308)).headers.location,
    ).toBe(here)
    const owed = await facilitator.agent.form(here, { memberId: cohort.members.huber }).expect(409)
    expect(owed.text).toContain("noch etwas offen")
    const sent = await facilitator.agent.form(here, { memberId: cohort.members.mueller }).expect(303)
    const address = sent.headers.location?.split("?")[0] ?? ""
    const twice = await facilitator.agent.form(here, { memberId: cohort.members.mueller }).expect(409)
    expect(twice.text).toContain("schon ein gültiges Zertifikat")
    const own = await mueller.agent.get(address).expect(200)
    expect(own.text).toContain("Was die Prüfung zeigt")
    expect(own.text).not.toContain("Jetzt widerrufen")
    await mueller.agent.get(`${address}/pdf`).expect(200).expect("content-type", "application/pdf")
    expect((await mueller.agent.get("/qualifizierung").expect(200)).text).toContain(address)
    const revoke = (who: Person, reason: string) => who.agent.form(address, { action: "revoke", reason })
    await revoke(mueller, "Gefällt mir nicht").expect(403)
    const empty = await revoke(facilitator, "ab").expect(422)
    expect(empty.text).toContain(">ab</textarea>")
    await revoke(facilitator, "Falscher Name").expect(303)
    const revoked = await mueller.agent.get(address).expect(200)
    expect(revoked.text).toContain("Falscher Name")
    const late = await revoke(facilitator, "Noch einmal").expect(409)
    expect(late.text).toContain("bereits widerrufen")
  })

  it("let the holder release and hide without a script", async () => {
    const { mueller } = group.people
    const id = await issued()
    const code = await codeOf(id)
    const save = (fields: Record<string, string>) =>
      mueller.agent.form(`/zertifikate/${id}`, { ...fields, action: "release" })
    // Before anything is released, its holder reads what whoever checks it is told.
    const before = await mueller.agent.get(`/zertifikate/${id}`).expect(200)
    expect(before.text).toContain("Gültig: Dieses Zertifikat wurde hier ausgestellt und ist gültig.")
    expect(before.text).toContain("Weder Ihren Namen noch die Qualifizierung noch den Tag der Ausstellung.")
    await save({ showsName: "true", version: "1" }).expect(303)
    const after = await mueller.agent.get(`/zertifikate/${id}`).expect(200)
    expect(after.text).toContain("Ihren Namen (Sabine Müller)")
    expect(after.text).not.toContain("Weder Ihren Namen")
    expect((await group.nobody.get(`/zertifikate/pruefen/${code}`).expect(200)).text).toContain(
      "Sabine Müller",
    )
    const stale = await save({ version: "1" }).expect(409)
    expect(stale.text).toContain("in einem anderen Fenster")
    await save({ version: "2" }).expect(303)
    expect((await check(code)).holder).toBeNull()
  })
})

describe("A number", () => {
  it("has 26 signs that nobody mixes up", () => {
    const codes = new Set(Array.from({ length: 500 }, () => newCode()))
    expect(codes.size).toBe(500)
    for (const code of codes) {
      expect(code).toMatch(/^[2-9A-HJ-NP-Z]{26}$/)
      expect(groupedCode(code)).toMatch(/^(\w{5}-){4}\w{6}$/)
      expect(readCode(groupedCode(code).toLowerCase())).toBe(code)
    }
    for (const wrong of ["", "O".repeat(26), "A".repeat(25), "A".repeat(27)])
      expect(readCode(wrong)).toBeNull()
  })
})

describe("Deleting a certificate", () => {
  it("is the holder's choice, in two steps, and ends it for everybody", async () => {
    const { mueller, facilitator, huber, outsider } = group.people
    const id = await issued()
    const code = await codeOf(id)
    const address = `/zertifikate/${id}`
    const remove = { action: "delete" }
    await facilitator.agent.delete(`/api/certificates/${id}`).expect(403)
    await facilitator.agent.form(address, remove).expect(403)
    for (const { agent } of [huber, outsider]) {
      await agent.delete(`/api/certificates/${id}`).expect(404)
      await agent.form(address, remove).expect(404)
    }
    expect((await facilitator.agent.get(address).expect(200)).text).not.toContain("Zertifikat löschen")
    const page = await mueller.agent.get(address).expect(200)
    expect(page.text).toContain("bekommt die Antwort „Unbekannt“")
    expect(await check(code)).toMatchObject({ state: "valid" })
    const { headers } = await mueller.agent.form(address, remove).expect(303)
    expect(headers.location).toBe("/qualifizierung?hinweis=certificate-deleted")
    expect(await check(code)).toEqual({
      state: "unknown",
      holder: null,
      programme: null,
      issuedOn: null,
      competences: null,
      scale: null,
    })
    for (const { agent } of [mueller, facilitator]) await agent.get(`/api/certificates/${id}`).expect(404)
    const { rows } = await group.db.$client.query(
      "select action, detail from audit_log where subject_id = $1 order by at desc limit 1",
      [id],
    )
    expect(rows).toEqual([{ action: "certificate.deleted", detail: {} }])
    // A change of mind: the facilitator can issue it again, with another number.
    const anew = (await issue(cohort.members.mueller).expect(201)).body.id
    expect(await codeOf(anew)).not.toBe(code)
  })

  it("is possible for a revoked one, and twice does nothing more", async () => {
    const id = await issued()
    await group.people.facilitator.agent
      .post(`/api/certificates/${id}/revoke`, { reason: "Irrtum" })
      .expect(204)
    const answers = await Promise.all(
      [1, 2].map(() => group.people.mueller.agent.delete(`/api/certificates/${id}`)),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404])
  })
})
