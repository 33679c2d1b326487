import { today } from "../../kernel/time.ts"
import type { Member } from "../policy.ts"
import { EVERY_PROMPT, type ReportFields, type reports } from "./tables.ts"

export type Report = typeof reports.$inferSelect

export const isReleased = (report: Pick<Report, "releasedAt"> | undefined) => Boolean(report?.releasedAt)
/** Whether managers can read it today. */
export const isReadable = (report: Pick<Report, "releasedAt" | "expiresOn">) =>
  report.releasedAt !== null && report.expiresOn !== null && report.expiresOn >= today()

/** What managers get to see, field by field. */
export const visibleFields = (fields: ReportFields) =>
  EVERY_PROMPT.filter((prompt) => fields[prompt].included && fields[prompt].text.trim() !== "").map(
    (prompt) => ({
      prompt,
      text: fields[prompt].text,
    }),
  )

type Approval = { memberId: string; version: number }
type Learner = Pick<Member, "id">

/** The learners who still have to agree with the present edition: all but the composer, who wrote it. */
export function waitingFor(
  report: Pick<Report, "version" | "composerId">,
  learners: Learner[],
  approvals: Approval[],
): string[] {
  const agreed = approvals.filter(({ version }) => version === report.version).map(({ memberId }) => memberId)
  return learners.map(({ id }) => id).filter((id) => id !== report.composerId && !agreed.includes(id))
}
