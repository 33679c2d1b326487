import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { auditOf } from "../../kernel/audit.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, Refusal } from "../../kernel/errors.ts"
import { now, today } from "../../kernel/time.ts"
import { addDays } from "../../kernel/workdays.ts"
import { accessCohortForChange, enrolmentOf, type Member } from "../policy.ts"
import { learnersOf } from "../queries.ts"
import { tellReleased, tellWaiting } from "./notices.ts"
import { isReleased, type Report, waitingFor } from "./policy.ts"
import { approvalsOf, emptyFields, hasText, reportOf } from "./queries.ts"
import type { Contributions, ReleasedReport, SavedReport } from "./schema.ts"
import { EVERY_PROMPT, reportApprovals, reportContributions, reports } from "./tables.ts"

const record = auditOf("cohort", "report")

const LONGEST_DAYS = 730

/** What the person collected themselves; an empty text takes it back. */
export async function contribute(
  db: Db,
  actor: Actor,
  cohortId: string,
  input: Contributions,
): Promise<void> {
  await transact(db, async (tx) => {
    const { own } = await accessOpenForChange(tx, actor, cohortId)
    await tx.delete(reportContributions).where(eq(reportContributions.memberId, own.id))
    const filled = EVERY_PROMPT.filter((prompt) => input[prompt].trim() !== "")
    if (filled.length > 0)
      await tx
        .insert(reportContributions)
        .values(filled.map((prompt) => ({ cohortId, memberId: own.id, prompt, text: input[prompt] })))
  })
}

/** The person puts the report together from now on, also where somebody else did before. */
export async function composeReport(db: Db, actor: Actor, cohortId: string): Promise<void> {
  await transact(db, async (tx) => {
    const { own, report } = await accessOpenForChange(tx, actor, cohortId)
    if (!report) await tx.insert(reports).values({ cohortId, composerId: own.id, fields: emptyFields() })
    else if (report.composerId !== own.id)
      // Whoever wrote it has agreed with it; the new one has to be agreed with by them as well.
      await tx.update(reports).set({ composerId: own.id }).where(eq(reports.cohortId, cohortId))
  })
}

/** 409 `report.changed` with the newer text. Whoever had agreed has to look at the new edition again. */
export async function saveReport(db: Db, actor: Actor, cohortId: string, input: SavedReport): Promise<void> {
  await transact(db, async (tx) => {
    const { own, report } = await accessOpenForChange(tx, actor, cohortId)
    if (!report || report.composerId !== own.id) throw new Refusal(403, "report.not-composer")
    if (isSame(report, input)) return
    if (report.version !== input.version)
      throw new Refusal(409, "report.changed", undefined, {
        current: { version: report.version, fields: report.fields },
      })
    await tx
      .update(reports)
      .set({ fields: input.fields, version: report.version + 1 })
      .where(eq(reports.cohortId, cohortId))
    if (hasText({ ...report, fields: input.fields })) await tellWaiting(tx, actor, cohortId)
  })
}

/** Agrees with exactly the edition that the person looked at. */
export async function approveReport(db: Db, actor: Actor, cohortId: string, version: number): Promise<void> {
  await transact(db, async (tx) => {
    const { own, report } = await accessOpenForChange(tx, actor, cohortId)
    if (!report || !hasText(report)) throw new Refusal(409, "report.empty")
    if (report.version !== version) throw new Refusal(409, "report.changed")
    if (report.composerId === own.id) return
    await tx
      .insert(reportApprovals)
      .values({ cohortId, memberId: own.id, version })
      .onConflictDoUpdate({
        target: [reportApprovals.cohortId, reportApprovals.memberId],
        set: { version },
      })
  })
}

/** Gives the included fields to the managers, until a day. All other learners must have agreed. */
export async function releaseReport(
  db: Db,
  actor: Actor,
  cohortId: string,
  { version, expiresOn }: ReleasedReport,
): Promise<void> {
  await transact(db, async (tx) => {
    const { own, report } = await accessOpenForChange(tx, actor, cohortId)
    if (!report || report.composerId !== own.id) throw new Refusal(403, "report.not-composer")
    if (report.version !== version) throw new Refusal(409, "report.changed")
    if (!hasText(report)) throw new Refusal(409, "report.empty")
    await refuseUnapproved(tx, cohortId, report)
    const latest = addDays(today(), LONGEST_DAYS)
    if (expiresOn < today() || expiresOn > latest) throw new Refusal(422, "report.expiry", "expiresOn")
    await tx.update(reports).set({ releasedAt: now(), expiresOn }).where(eq(reports.cohortId, cohortId))
    await tellReleased(tx, cohortId)
    await record(tx, actor, "released", cohortId, { version, expiresOn })
  })
}

/** Any learner can take it back; agreements are asked for anew. Doing it twice changes nothing. */
export async function withdrawReport(db: Db, actor: Actor, cohortId: string): Promise<void> {
  await transact(db, async (tx) => {
    const standing = await accessCohortForChange(tx, actor, cohortId, ["learner"])
    if (!enrolmentOf(standing)) throw forbidden()
    const report = await reportOf(tx, cohortId)
    if (!report?.releasedAt) return
    await tx
      .update(reports)
      .set({ releasedAt: null, expiresOn: null, version: report.version + 1 })
      .where(eq(reports.cohortId, cohortId))
    await record(tx, actor, "withdrawn", cohortId)
  })
}

/** For learners, as long as nothing is released; everything about it waits for the lock on the cohort. */
async function accessOpenForChange(
  tx: Tx,
  actor: Actor,
  cohortId: string,
): Promise<{ own: Member; report: Report | undefined }> {
  const standing = await accessCohortForChange(tx, actor, cohortId, ["learner"])
  const own = enrolmentOf(standing)
  if (!own) throw forbidden()
  const report = await reportOf(tx, cohortId)
  if (isReleased(report)) throw new Refusal(409, "report.released")
  return { own, report }
}

async function refuseUnapproved(tx: Tx, cohortId: string, report: Report): Promise<void> {
  const learners = await learnersOf(tx, cohortId)
  if (waitingFor(report, learners, await approvalsOf(tx, cohortId)).length > 0)
    throw new Refusal(409, "report.not-approved")
}

const isSame = ({ fields }: Report, input: SavedReport) =>
  EVERY_PROMPT.every(
    (prompt) =>
      fields[prompt].text === input.fields[prompt].text &&
      fields[prompt].included === input.fields[prompt].included,
  )
