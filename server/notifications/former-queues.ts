import type { Handler, Jobs } from "../kernel/jobs.ts"

type Former = { queue: string; kind?: string; notice: string; to?: string }

/**
 * Versions before this one had a queue for each sort of mail. What these still hold is delivered like everything else, also
 * while such a version runs beside this one. Jobs wait for two weeks at most: the version after next needs them no more.
 */
const FORMER: Former[] = [
  { queue: "accounts.mail", kind: "invitation", notice: "accounts.invitation" },
  { queue: "accounts.mail", kind: "reset", notice: "accounts.reset" },
  { queue: "forum.mail", kind: "answers", notice: "forum.answered" },
  { queue: "forum.mail", kind: "asked-back", notice: "forum.asked-back" },
  { queue: "qualification.certificate", notice: "qualification.certificate" },
  { queue: "qualification.leaving", kind: "left", notice: "qualification.left", to: "facilitatorId" },
  { queue: "qualification.leaving", kind: "removed", notice: "qualification.removed" },
  { queue: "qualification.minutes", notice: "qualification.minutes" },
  { queue: "qualification.report", notice: "qualification.report" },
  { queue: "qualification.round-mail", notice: "qualification.round" },
  { queue: "qualification.session-mail", notice: "qualification.session" },
]

export const FORMER_QUEUES = [...new Set(FORMER.map(({ queue }) => queue))]

export function answerFormerQueues(jobs: Jobs, deliver: Handler): void {
  for (const [queue, formers] of Map.groupBy(FORMER, (former) => former.queue))
    jobs.declare(queue, async (payload, job) => {
      const former = formers.find(({ kind }) => kind === undefined || kind === payload.kind)
      if (!former) return
      await deliver({ ...payload, notice: former.notice, to: payload[former.to ?? "personId"] ?? null }, job)
    })
}
