import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { accountNotices } from "../../server/accounts/index.ts"
import { ldapDirectories } from "../../server/accounts/ldap/tables.ts"
import { makeOwnArchive } from "../../server/accounts/own-data/making.ts"
import { ownArchives } from "../../server/accounts/own-data/tables.ts"
import { directories, people } from "../../server/accounts/tables.ts"
import type { Locale } from "../../server/kernel/actor.ts"
import { newId, transact } from "../../server/kernel/database.ts"
import type { Payload } from "../../server/kernel/jobs.ts"
import { notify } from "../../server/kernel/notices.ts"
import { mailDeliveries } from "../../server/kernel/tables.ts"
import { DAY, dayOf, now } from "../../server/kernel/time.ts"
import { FORMER_NOTICES } from "../../server/notifications/former-queues.ts"
import { type InboxNotice, reasonOf, setMailTime } from "../../server/notifications/index.ts"
import { mailTimes } from "../../server/notifications/tables.ts"
import { chapters } from "../../server/personal-data.ts"
import { qualificationNotices } from "../../server/qualification/index.ts"
import { perPrompt } from "../../server/qualification/reports/tables.ts"
import { addCertificate } from "../qualification/certified.ts"
import { holdEvent } from "../qualification/events.ts"
import { addCohort, type Group, openGroup } from "../qualification/group.ts"
import { addProject } from "../qualification/project-things.ts"
import { openRound } from "../qualification/round.ts"
import { addSession } from "../qualification/sessions.ts"
import type { Person } from "../support/world.ts"

let group: Group
beforeAll(async () => {
  group = await openGroup()
})
afterAll(() => group.close())

const NOTICES = { accounts: accountNotices, qualification: qualificationNotices }
const ALL = Object.values(NOTICES).flat()
const isFormer = (name: string): name is InboxNotice => FORMER_NOTICES.some((former) => former.name === name)

type Row = {
  /** What people do that is told. */
  act: () => Promise<unknown>
  /** Who is looked at, where not everybody gets a mail who is thought of. */
  to?: () => Person
  /** What its mail says, and without content does not; null where it never says anything. */
  says: RegExp | null
  /** The job that an earlier version would have made of it. */
  former: (payload: Payload) => [queue: string, payload: Payload]
}

const addMade = () => addCohort(group, group.people)
const formerly =
  (queue: string, kind: string | null = null) =>
  ({ notice: _, to = null, ...ids }: Payload): [string, Payload] => [queue, { ...ids, personId: to, kind }]

/** The job of a version before mails were made from the entries of the inbox: such a one is still delivered. */
const leave = (name: InboxNotice, { id }: Person, ids: Record<string, string>) =>
  transact(group.db, (tx) => notify(tx, { name }, [id], ids))

const askToLeave = () => {
  const { agent, email } = group.people.mueller
  return agent.put("/api/me/leaving", { posts: "stay", certificates: "stay", address: email }).expect(204)
}

/** A directory that could not be read the last time. */
async function enterFaulty(): Promise<string> {
  const id = newId()
  const [text, off] = ["", false]
  await group.db.insert(directories).values({ id, name: `Haus ${id}`, invites: off })
  await group.db.insert(ldapDirectories).values({
    ...{ directoryId: id, address: "ldaps://ldap.example.org", bindName: text, base: text, version: 1 },
    ...{ personFilter: text, groupFilter: text, idAttribute: text, nameAttribute: text, mailAttribute: text },
    ...{ startsTls: off, enabled: off, onlyMatched: off, signsIn: off, fault: "unreachable" },
  })
  return id
}

/** Everything that people are told; whoever adds a notice adds a row. */
const ROWS: Record<string, Row> = {
  "accounts.invitation": {
    act: () =>
      group.people.outsider.agent
        .post("/api/people", {
          displayName: "Neu Hier",
          email: "neu.hier@example.org",
          roles: ["clerk"],
          departmentIds: [],
        })
        .expect(201),
    says: null,
    former: formerly("accounts.mail", "invitation"),
  },
  "accounts.reset": {
    act: () =>
      group.nobody.post("/api/password/forgotten", { email: group.people.mueller.email }).expect(202),
    says: null,
    former: formerly("accounts.mail", "reset"),
  },
  "accounts.own-data-ready": {
    act: async () => {
      const { mueller } = group.people
      await mueller.agent.post("/api/me/data").expect(201)
      const [asked] = await group.db.select().from(ownArchives).where(eq(ownArchives.personId, mueller.id))
      const { db, files } = group.parts
      await makeOwnArchive({ db, files, chapters, journalKeys: null }, asked?.id ?? "")
    },
    says: null,
    former: (payload) => ["notices", payload],
  },
  "accounts.leaving-ordered": {
    act: () => askToLeave(),
    says: /aufgelöst|dissolved/,
    former: (payload) => ["notices", payload],
  },
  "accounts.leaving-taken-back": {
    act: async () => {
      await askToLeave()
      await group.people.mueller.agent.delete("/api/me/leaving").expect(204)
    },
    says: /zurückgenommen|taken back/,
    former: (payload) => ["notices", payload],
  },
  "accounts.directory-fault": {
    act: async () => {
      const directoryId = await enterFaulty()
      await transact(group.db, (tx) =>
        notify(tx, { name: "accounts.directory-fault" }, [group.people.outsider.id], { directoryId }),
      )
    },
    to: () => group.people.outsider,
    says: null,
    former: (payload) => ["notices", payload],
  },
  "accounts.factors": {
    act: () =>
      transact(group.db, (tx) =>
        notify(tx, { name: "accounts.factors" }, [group.people.mueller.id], { what: "totp-added" }),
      ),
    says: null,
    // No earlier version told it.
    former: (payload) => ["notices", payload],
  },
  "qualification.session": {
    act: async () => {
      const { cohortId } = await addMade()
      await group.people.facilitator.agent.post(`/api/cohorts/${cohortId}/invitations`).expect(204)
    },
    says: /Schritt|Wohngeld/,
    former: formerly("qualification.session-mail"),
  },
  "qualification.event-date": {
    act: async () => {
      const { cohortId } = await addMade()
      const departmentIds = [group.departments.law]
      await holdEvent(group.people, cohortId, {
        title: "Wohngeld vorgestellt",
        audience: "listed",
        departmentIds,
      })
    },
    says: /Wohngeld/,
    // No earlier version told it.
    former: (payload) => ["notices", payload],
  },
  "qualification.round": {
    act: () => openRound(group),
    says: /Kompetenzbilanz|Assessment|Wohngeld/,
    former: formerly("qualification.round-mail"),
  },
  "qualification.minutes": {
    act: async () => {
      const { meeting } = await addSession(group, await addMade())
      await leave("qualification.minutes", group.people.mueller, { stepId: meeting })
    },
    // They are not for managers this time.
    to: () => group.people.mueller,
    says: /Schritt/,
    former: formerly("qualification.minutes"),
  },
  "qualification.agreement-submitted": {
    act: async () => {
      const { agreement } = await addProject(group, await addMade())
      await leave("qualification.agreement-submitted", group.people.schoeller, { agreementId: agreement })
    },
    says: null,
    former: ({ agreementId = null }) => ["qualification.agreement", { kind: "submitted", agreementId }],
  },
  "qualification.agreement-answered": {
    act: async () => {
      const { agreement } = await addProject(group, await addMade())
      const agreed = { answer: "agreed", comment: "", talkOn: null, version: 1 }
      await group.people.schoeller.agent.put(`/api/agreements/${agreement}`, agreed).expect(204)
      await leave("qualification.agreement-answered", group.people.mueller, { agreementId: agreement })
    },
    says: null,
    former: ({ agreementId = null }) => ["qualification.agreement", { kind: "answered", agreementId }],
  },
  "qualification.report": {
    act: async () => {
      const { cohortId } = await addMade()
      const { mueller, huber, meier, dangelo } = group.people
      const at = (path: string) => `/api/cohorts/${cohortId}/report${path}`
      const fields = perPrompt(() => ({ text: "Gut", included: true }))
      await huber.agent.post(at("/compose")).expect(204)
      await huber.agent.put(at(""), { version: 1, fields }).expect(204)
      const { version } = (await huber.agent.get(at("")).expect(200)).body
      for (const { agent } of [mueller, meier, dangelo])
        await agent.post(at("/approve"), { version }).expect(204)
      const expiresOn = dayOf(new Date(now().getTime() + 30 * DAY))
      await huber.agent.post(at("/release"), { version, expiresOn }).expect(204)
      await leave("qualification.report", group.people.schoeller, { cohortId })
    },
    says: null,
    former: formerly("qualification.report"),
  },
  "qualification.certificate": {
    act: async () => {
      const { certificate } = await addCertificate(group, await addMade())
      await leave("qualification.certificate", group.people.mueller, { certificateId: certificate })
    },
    says: null,
    former: formerly("qualification.certificate"),
  },
  "qualification.left": {
    act: async () => {
      const { cohortId } = await addMade()
      const leaving = { deleteCertificates: false }
      await group.people.mueller.agent.post(`/api/cohorts/${cohortId}/leave`, leaving).expect(204)
    },
    says: /Müller|Wohngeld/,
    former: ({ notice: _, to = null, ...ids }) => [
      "qualification.leaving",
      { ...ids, kind: "left", facilitatorId: to },
    ],
  },
  "qualification.removed": {
    act: async () => {
      const { cohortId, members } = await addMade()
      const path = `/api/cohorts/${cohortId}/members/${members.huber}`
      await group.people.facilitator.agent.delete(path).expect(204)
    },
    says: /Wohngeld/,
    former: formerly("qualification.leaving", "removed"),
  },
}

type Job = Payload & { to: string }

/** Acts, and returns the job of somebody who is told. What else is told on the way does not matter here. */
async function play(name: string, { act, to }: Row): Promise<Job> {
  await act()
  const { rows } = await group.db.$client.query<{ data: Job }>(
    `select data from pgboss.job
     where name = 'notices' and state = 'created' and data->>'notice' = $1 and data->>'to' = coalesce($2, data->>'to')`,
    [name, to?.().id ?? null],
  )
  if (!rows[0]) throw new Error(`nobody is told ${name}`)
  await group.drain()
  return rows[0].data
}

type Wish = { locale?: Locale; mailWithoutContent?: boolean }

/** What comes to them of it, in their language and as they want it. It was sent before: here it comes again. */
async function deliver(queue: string, payload: Payload, to: string, wish: Wish) {
  const wishes = { locale: "de" as const, mailWithoutContent: false, ...wish }
  await group.db.update(people).set(wishes).where(eq(people.id, to))
  await group.db.delete(mailDeliveries)
  const known = new Set((await group.mails()).map(({ id }) => id))
  await group.parts.jobs.boss.send(queue, payload)
  await group.drain()
  const [person] = await group.db.select().from(people).where(eq(people.id, to))
  const sent = (await group.mails()).filter(
    ({ id, to: address }) => !known.has(id) && address === person?.email,
  )
  return sent.map((mail) => ({
    ...mail,
    // The own name is no content: a greeting has it, and the entry for the own calendar.
    whole: [mail.subject, mail.text, unfolded(mail.calendar)]
      .join("\n")
      .replaceAll(person?.displayName ?? "", ""),
  }))
}

const orderWithoutContent = (mailWithoutContent: boolean) =>
  group.people.outsider.agent.patch("/api/settings", { mailWithoutContent }).expect(204)

/** Long lines of a calendar are folded (RFC 5545, 3.1). */
const unfolded = (calendar: string | null) => (calendar ?? "").replaceAll(/\r?\n[ \t]/g, "")

/** Whatever could say what a mail is about, or whom. */
const CONTENT =
  /Schritt|Wohngeld|bilanzierung|Assessment|Grundsatz|Müller|Huber|Meier|D.Angelo|Schöller|Vogt|Weber/

describe.each(Object.entries(ROWS))("%s", (name, row) => {
  const { says, former } = row
  let payload: Job
  const told = (wish: Wish) => deliver("notices", payload, payload.to, wish)
  beforeAll(async () => {
    payload = await play(name, row)
  })

  it("is told in both languages, with its address", async () => {
    const [german, ...more] = await told({})
    expect(more).toEqual([])
    expect(german?.text).toMatch(/^Guten Tag/)
    expect(german?.text).toMatch(/http:\/\/localhost:3000\/\S+/)
    const [english] = await told({ locale: "en" })
    expect(english?.text).toMatch(/^(Hello|Dear)/)
    expect(english?.subject).not.toBe(german?.subject)
    for (const mail of [german, english]) {
      expect(mail?.subject).not.toMatch(/undefined|null|false/)
      expect(mail?.text).not.toMatch(/undefined|null|false|\n{3}/)
      if (says) expect(mail?.whole).toMatch(says)
    }
  })

  it("says nothing of its content where the person or the installation wants it so, in the subject neither", async () => {
    const wished = await told({ mailWithoutContent: true })
    await orderWithoutContent(true)
    const ordered = await told({ locale: "en" })
    await orderWithoutContent(false)
    for (const mails of [wished, ordered]) {
      expect(mails).toHaveLength(1)
      expect(mails[0]?.subject).not.toBe("")
      expect(mails[0]?.whole).not.toMatch(CONTENT)
    }
  })

  it("can be switched off, or says why it cannot", async () => {
    const always = ALL.find((notice) => notice.name === name)?.always
    const [mail] = await told({})
    const canBe = isFormer(name) && reasonOf(name).isOptional
    expect(mail?.text.includes("/profil/benachrichtigungen")).toBe(canBe)
    if (!isFormer(name)) expect(always).toMatch(/^[A-Z].+\.$/)
    await setMailTime(group.db, payload.to, null, "never")
    expect(await told({})).toHaveLength(canBe ? 0 : 1)
    await group.db.delete(mailTimes)
  })

  it("is told once from a job that an earlier version has left", async () => {
    const [queue, left] = former(payload)
    const mails = await deliver(queue, left, payload.to, {})
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toBe((await told({}))[0]?.subject)
  })

  it("is told to nobody whose account is closed", async () => {
    await group.db.update(people).set({ active: false }).where(eq(people.id, payload.to))
    expect(await told({})).toEqual([])
    await group.db.update(people).set({ active: true }).where(eq(people.id, payload.to))
  })
})

it("everything that people are told has a row above, a name that begins with its module, and no other's name", () => {
  const former = FORMER_NOTICES.map(({ name }) => name).filter((name) => name.startsWith("qualification."))
  expect(Object.keys(ROWS).toSorted()).toEqual([...ALL.map(({ name }) => name), ...former].toSorted())
  for (const [module, notices] of Object.entries(NOTICES))
    for (const { name } of notices) expect(name).toMatch(new RegExp(`^${module}\\.[a-z-]+$`))
})
