import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { byName } from "../../kernel/order.ts"
import { dayOf } from "../../kernel/time.ts"
import { accessCohort, enrolmentOf, type Standing } from "../policy.ts"
import { learnersOf } from "../queries.ts"
import { isReadable, isReleased, type Report, visibleFields, waitingFor } from "./policy.ts"
import type { Contributions, ReleasedView, ReportView } from "./schema.ts"
import { perPrompt, type ReportFields, reportApprovals, reportContributions, reports } from "./tables.ts"

/** As the group works on it. Learners see what was collected; facilitators only the report. */
export async function findReport(reader: Reader, actor: Actor, cohortId: string): Promise<ReportView> {
  const standing = await accessCohort(reader, actor, cohortId, ["learner", "facilitator"])
  const report = await reportOf(reader, cohortId)
  const learners = await learnersOf(reader, cohortId)
  const own = enrolmentOf(standing)
  const waiting = report ? waitingFor(report, learners, await approvalsOf(reader, cohortId)) : []
  const named = (ids: string[]) => learners.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  const agreed = learners.filter(({ id }) => id !== report?.composerId && !waiting.includes(id))
  const composer = learners.find(({ id }) => id === report?.composerId)
  const collected = own ? await contributionsOf(reader, cohortId) : []
  return {
    version: report?.version ?? 0,
    fields: report?.fields ?? emptyFields(),
    composer: composer ? { memberId: composer.id, name: composer.name } : null,
    approved: report ? named(agreed.map(({ id }) => id)) : [],
    waiting: named(waiting),
    released: releaseOf(report),
    contributions: own ? gathered(collected) : null,
    own: own ? ownOf(collected, own.id) : null,
    can: rightsOf(standing, report, waiting),
  }
}

function releaseOf(report: Report | undefined) {
  if (!report?.releasedAt || !report.expiresOn) return null
  const { releasedAt, expiresOn } = report
  return { at: releasedAt.toISOString(), expiresOn, expired: !isReadable(report) }
}

function rightsOf(standing: Standing, report: Report | undefined, waiting: string[]) {
  const own = enrolmentOf(standing)
  const open = own !== undefined && !isReleased(report)
  const composes = own !== undefined && report?.composerId === own.id
  return {
    contribute: open,
    compose: open && !composes,
    edit: open && composes,
    approve: open && waiting.includes(own.id) && hasText(report),
    release: open && composes && waiting.length === 0 && hasText(report),
    withdraw: own !== undefined && isReleased(report),
  }
}

export const hasText = (report: Report | undefined) =>
  report !== undefined && visibleFields(report.fields).length > 0

/** 404 as long as nothing is released, after it was withdrawn and when it has expired. */
export async function findReleased(reader: Reader, actor: Actor, cohortId: string): Promise<ReleasedView> {
  await accessCohort(reader, actor, cohortId)
  const report = await reportOf(reader, cohortId)
  if (!report?.releasedAt || !report.expiresOn || !isReadable(report)) throw notFound()
  const learners = await learnersOf(reader, cohortId)
  return {
    fields: visibleFields(report.fields),
    composer: learners.find(({ id }) => id === report.composerId)?.name ?? "",
    releasedOn: dayOf(report.releasedAt),
    expiresOn: report.expiresOn,
  }
}

export async function reportOf(reader: Reader, cohortId: string): Promise<Report | undefined> {
  const [report] = await reader.select().from(reports).where(eq(reports.cohortId, cohortId))
  // One of long ago knows only the questions of then.
  return report && { ...report, fields: { ...emptyFields(), ...report.fields } }
}

export const approvalsOf = (reader: Reader, cohortId: string) =>
  reader
    .select({ memberId: reportApprovals.memberId, version: reportApprovals.version })
    .from(reportApprovals)
    .where(eq(reportApprovals.cohortId, cohortId))

/** Sorted by their words, so that their order tells nobody whose they are. */
const contributionsOf = (reader: Reader, cohortId: string) =>
  reader
    .select()
    .from(reportContributions)
    .where(eq(reportContributions.cohortId, cohortId))
    .orderBy(byName(reportContributions.text))

type Collected = Awaited<ReturnType<typeof contributionsOf>>

const gathered = (collected: Collected) =>
  perPrompt((prompt) => collected.filter((one) => one.prompt === prompt).map(({ text }) => text))

const ownOf = (collected: Collected, memberId: string): Contributions =>
  perPrompt(
    (prompt) => collected.find((one) => one.prompt === prompt && one.memberId === memberId)?.text ?? "",
  )

export const emptyFields = (): ReportFields => perPrompt(() => ({ text: "", included: true }))
