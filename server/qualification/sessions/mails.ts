import { findActor, findMailAddress } from "../../accounts/index.ts"
import type { Locale } from "../../kernel/actor.ts"
import type { Db } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import type { Jobs } from "../../kernel/jobs.ts"
import type { Post } from "../../kernel/mail.ts"
import { findReleasedMinutes, MINUTES_QUEUE } from "./minutes.ts"

export function sessionMailJob(jobs: Jobs, db: Db, post: Post, publicUrl: string): void {
  jobs.declare(MINUTES_QUEUE, async ({ stepId, personId }, job) => {
    if (stepId && personId) await deliver(db, post, publicUrl, stepId, personId, job)
  })
}

/** Reads the state as it is now: who may not read them any more, gets no mail. */
async function deliver(db: Db, post: Post, publicUrl: string, stepId: string, personId: string, job: string) {
  const reader = await findActor(db, personId, null)
  const to = await findMailAddress(db, personId)
  if (!reader || !to) return
  const found = await findReleasedMinutes(db, reader, stepId).catch((error: unknown) => {
    if (error instanceof Refusal) return null
    throw error
  })
  if (!found) return
  const address = `${publicUrl}/termine/${stepId}/protokoll`
  const mail = minutesMail(reader.locale, found.session.title, address)
  await post.send({ to, ...mail, key: ["minutes", job, personId], about: stepId })
}

function minutesMail(locale: Locale, title: string, address: string): { subject: string; text: string } {
  if (locale === "de")
    return {
      subject: `Protokoll: ${title}`,
      text: ["Guten Tag,", `das Protokoll zu „${title}“ ist da.`, `Lesen und als PDF: ${address}`].join(
        "\n\n",
      ),
    }
  return {
    subject: `Minutes: ${title}`,
    text: ["Hello,", `the minutes of “${title}” are there.`, `To read, and as a PDF: ${address}`].join(
      "\n\n",
    ),
  }
}
