import { and, eq, isNull } from "drizzle-orm"
import { findActor, findMailAddress, mayMail } from "../../accounts/index.ts"
import type { Locale } from "../../kernel/actor.ts"
import type { Db, Tx } from "../../kernel/database.ts"
import { enqueue, type Jobs } from "../../kernel/jobs.ts"
import type { Post } from "../../kernel/mail.ts"
import { certificates } from "./tables.ts"

const QUEUE = "qualification.certificate"

/** Tells the holder that their certificate is there. */
export const tellIssued = (tx: Tx, certificateId: string, personId: string): Promise<void> =>
  enqueue(tx, QUEUE, { certificateId, personId })

export function certificateMailJob(jobs: Jobs, db: Db, post: Post, publicUrl: string): void {
  jobs.declare(QUEUE, async ({ certificateId, personId }, job) => {
    if (certificateId && personId) await deliver({ db, post, publicUrl }, certificateId, personId, job)
  })
}

/** Of one that was revoked or deleted meanwhile nothing is told. */
async function deliver(
  { db, post, publicUrl }: { db: Db; post: Post; publicUrl: string },
  certificateId: string,
  personId: string,
  job: string,
): Promise<void> {
  const reader = await findActor(db, personId, null)
  const to = await findMailAddress(db, personId)
  const [valid] = await db
    .select({ id: certificates.id })
    .from(certificates)
    .where(
      and(
        eq(certificates.id, certificateId),
        eq(certificates.holderId, personId),
        isNull(certificates.revokedOn),
      ),
    )
  if (!reader || !to || !valid || !(await mayMail(db, personId, "certificates"))) return
  await post.send({
    to,
    ...mailOf(reader.locale, `${publicUrl}/zertifikate/${certificateId}`),
    key: ["certificate", job, personId],
    about: certificateId,
  })
}

/** Nothing of what stands on it: the mail may be read by others. */
const mailOf = (locale: Locale, address: string): { subject: string; text: string } =>
  locale === "en"
    ? {
        subject: "Your certificate is there",
        text: `Hello,\n\nyour certificate is issued. There you can read it, save it and decide what a check of it shows: ${address}\n`,
      }
    : {
        subject: "Ihr Zertifikat ist da",
        text: `Guten Tag,\n\nIhr Zertifikat ist ausgestellt. Dort können Sie es lesen, speichern und festlegen, was eine Prüfung zeigt: ${address}\n`,
      }
