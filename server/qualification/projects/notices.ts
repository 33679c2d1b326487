import { and, eq, isNull } from "drizzle-orm"
import { findActor, findMailAddress } from "../../accounts/index.ts"
import type { Locale } from "../../kernel/actor.ts"
import type { Db, Reader, Tx } from "../../kernel/database.ts"
import { enqueue, type Jobs } from "../../kernel/jobs.ts"
import type { Post } from "../../kernel/mail.ts"
import { cohortMembers } from "../tables.ts"
import { agreements, projectPeople, projectSubmissions } from "./tables.ts"

const QUEUE = "qualification.agreement"

/** Tells the manager that something waits for them. */
export async function tellSubmitted(tx: Tx, agreementId: string): Promise<void> {
  await enqueue(tx, QUEUE, { kind: "submitted", agreementId })
}

/** Tells the project's learners that their manager has answered. */
export async function tellAnswered(tx: Tx, agreementId: string): Promise<void> {
  await enqueue(tx, QUEUE, { kind: "answered", agreementId })
}

export function agreementMailJob(jobs: Jobs, db: Db, post: Post, publicUrl: string): void {
  jobs.declare(QUEUE, async ({ kind, agreementId }, job) => {
    const found = agreementId ? await findMailed(db, agreementId) : undefined
    if (!found) return
    if (kind === "submitted" && found.answer === "waiting")
      await send(db, post, found, found.managerId, job, (locale) =>
        submitted(locale, `${publicUrl}/abstimmungen/${agreementId}`),
      )
    if (kind === "answered" && found.answer !== "waiting")
      for (const personId of await peopleOf(db, found.projectId))
        await send(db, post, found, personId, job, (locale) =>
          answered(locale, `${publicUrl}/lernprojekte/${found.projectId}`),
        )
  })
}

async function findMailed(reader: Reader, agreementId: string) {
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

async function send(
  db: Db,
  post: Post,
  { projectId }: { projectId: string },
  personId: string,
  job: string,
  mail: (locale: Locale) => { subject: string; text: string },
) {
  const person = await findActor(db, personId, null)
  const to = await findMailAddress(db, personId)
  if (!person || !to) return
  await post.send({ to, ...mail(person.locale), key: ["agreement", job, personId], about: projectId })
}

const submitted = (locale: Locale, address: string) =>
  locale === "en"
    ? {
        subject: "A learning project waits for your agreement",
        text: `Hello,\n\nlearners have submitted their learning project to you.\n\nRead and answer: ${address}\n`,
      }
    : {
        subject: "Ein Lernprojekt wartet auf Ihre Abstimmung",
        text: `Guten Tag,\n\nLernende haben Ihnen ihr Lernprojekt zur Abstimmung vorgelegt.\n\nLesen und antworten: ${address}\n`,
      }

const answered = (locale: Locale, address: string) =>
  locale === "en"
    ? {
        subject: "Your manager has answered",
        text: `Hello,\n\nthere is an answer to your learning project.\n\nRead it: ${address}\n`,
      }
    : {
        subject: "Ihre Führungskraft hat geantwortet",
        text: `Guten Tag,\n\nzu Ihrem Lernprojekt gibt es eine Antwort Ihrer Führungskraft.\n\nZur Antwort: ${address}\n`,
      }
