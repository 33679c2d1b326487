import { and, eq, isNull } from "drizzle-orm"
import { type Db, type Reader, type Tx, transact } from "../../kernel/database.ts"
import type { Jobs } from "../../kernel/jobs.ts"
import { declareNotice, notify } from "../../notifications/index.ts"
import { cohortMembers } from "../tables.ts"
import { agreements, projectPeople, projectSubmissions } from "./tables.ts"

export const SUBMITTED = declareNotice({
  name: "qualification.agreement-submitted",
  optOut: { none: "Learners wait for the answer." },
  ids: ["agreementId"],
  words: {
    de: {
      subject: "Ein Lernprojekt wartet auf Ihre Abstimmung",
      paragraphs: ["Lernende haben Ihnen ihr Lernprojekt zur Abstimmung vorgelegt."],
      link: "Lesen und antworten",
    },
    en: {
      subject: "A learning project waits for your agreement",
      paragraphs: ["learners have submitted their learning project to you."],
      link: "Read and answer",
    },
  },
  find: async ({ db }, { actor }, { agreementId }) => {
    const found = await findAgreed(db, agreementId)
    if (found?.answer !== "waiting" || found.managerId !== actor.id) return null
    return { known: null, content: null, path: `/abstimmungen/${agreementId}`, about: found.projectId }
  },
  write: (words) => words,
})

export const ANSWERED = declareNotice({
  name: "qualification.agreement-answered",
  optOut: { kind: "agreements" },
  ids: ["agreementId"],
  words: {
    de: {
      subject: "Ihre Führungskraft hat geantwortet",
      paragraphs: ["zu Ihrem Lernprojekt gibt es eine Antwort Ihrer Führungskraft."],
      link: "Zur Antwort",
    },
    en: {
      subject: "Your manager has answered",
      paragraphs: ["there is an answer to your learning project."],
      link: "Read it",
    },
  },
  find: async ({ db }, { actor }, { agreementId }) => {
    const found = await findAgreed(db, agreementId)
    if (!found || found.answer === "waiting") return null
    if (!(await peopleOf(db, found.projectId)).includes(actor.id)) return null
    return { known: null, content: null, path: `/lernprojekte/${found.projectId}`, about: found.projectId }
  },
  write: (words) => words,
})

/** Tells the manager that something waits for them. */
export async function tellSubmitted(tx: Tx, agreementId: string): Promise<void> {
  const found = await findAgreed(tx, agreementId)
  if (found) await notify(tx, SUBMITTED, [found.managerId], { agreementId })
}

/** Tells the project's learners that their manager has answered. */
export async function tellAnswered(tx: Tx, agreementId: string): Promise<void> {
  const found = await findAgreed(tx, agreementId)
  if (found) await notify(tx, ANSWERED, await peopleOf(tx, found.projectId), { agreementId })
}

/** Earlier versions had one job for all of an agreement. See `notifications/former-queues.ts`, and when it goes. */
export function formerAgreementJob(jobs: Jobs, db: Db): void {
  jobs.declare("qualification.agreement", async ({ kind, agreementId }) => {
    if (agreementId)
      await transact(db, (tx) => (kind === "submitted" ? tellSubmitted : tellAnswered)(tx, agreementId))
  })
}

async function findAgreed(reader: Reader, agreementId: string) {
  const [found] = await reader
    .select({
      managerId: agreements.managerId,
      answer: agreements.answer,
      projectId: projectSubmissions.projectId,
    })
    .from(agreements)
    .innerJoin(projectSubmissions, eq(projectSubmissions.id, agreements.submissionId))
    .where(eq(agreements.id, agreementId))
  return found
}

async function peopleOf(reader: Reader, projectId: string): Promise<string[]> {
  const rows = await reader
    .select({ personId: cohortMembers.personId })
    .from(projectPeople)
    .innerJoin(cohortMembers, eq(cohortMembers.id, projectPeople.memberId))
    .where(and(eq(projectPeople.projectId, projectId), isNull(cohortMembers.leftAt)))
  return rows.map(({ personId }) => personId)
}
