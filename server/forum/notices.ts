import { and, eq } from "drizzle-orm"
import { union } from "drizzle-orm/pg-core"
import { departments, findActor, findMailAddress, mayMail, readInstallation } from "../accounts/index.ts"
import type { Db, Reader, Tx } from "../kernel/database.ts"
import { textOfHtml } from "../kernel/html-text.ts"
import { enqueue, enqueueAll, type Jobs } from "../kernel/jobs.ts"
import type { Post as PostOffice } from "../kernel/mail.ts"
import { loadStanding, type Standing } from "./loading.ts"
import { answerMail, askedBackMail } from "./mails.ts"
import { mayReadTitle, maySeePost } from "./policy.ts"
import { postAddress } from "./posts/address.ts"
import { marks, posts } from "./tables.ts"

const QUEUE = "forum.mail"

/** Tells the asker and everybody who has the same question, except who wrote the answer. */
export async function tellAnswered(tx: Tx, answerId: string, questionId: string): Promise<void> {
  const waiting = await listWaiting(tx, answerId, questionId)
  await enqueueAll(
    tx,
    QUEUE,
    waiting.map((personId) => ({ kind: "answers", postId: answerId, personId })),
  )
}

export async function tellAskedBack(tx: Tx, commentId: string, askerId: string): Promise<void> {
  await enqueue(tx, QUEUE, { kind: "asked-back", postId: commentId, personId: askerId })
}

export function forumMailJob(jobs: Jobs, db: Db, post: PostOffice, publicUrl: string): void {
  jobs.declare(QUEUE, async ({ kind, postId, personId }) => {
    if (postId && personId && (kind === "answers" || kind === "asked-back"))
      await deliver(db, post, publicUrl, kind, postId, personId)
  })
}

/** Reads the state as it is now: who may no longer see it, or wants no mail, gets none. */
async function deliver(
  db: Db,
  post: PostOffice,
  publicUrl: string,
  kind: "answers" | "asked-back",
  postId: string,
  personId: string,
): Promise<void> {
  const reader = await findActor(db, personId, null)
  const standing = await loadStanding(db, postId)
  if (
    !reader ||
    !standing ||
    standing.post.withdrawnAt ||
    standing.post.hiddenAt ||
    !maySeePost(reader, standing)
  )
    return
  if (!(await mayMail(db, personId, kind))) return
  const { mailWithoutContent } = await readInstallation(db)
  const compose = kind === "answers" ? answerMail : askedBackMail
  const mail = compose(reader.locale, {
    title: mailWithoutContent || !mayReadTitle(reader, standing) ? null : standing.thread.title,
    text: mailWithoutContent ? null : textOfHtml(standing.post.html.body ?? "", { origin: publicUrl }),
    official: await officialOf(db, standing, mailWithoutContent),
    isAsker: standing.thread.authorId === personId,
    address: publicUrl + postAddress(postId),
    switchOff: `${publicUrl}/profil/benachrichtigungen`,
  })
  const to = await findMailAddress(db, personId)
  if (to) await post.send({ to, ...mail, key: [kind, postId, personId], about: standing.thread.id })
}

/** The department that answered; without its name where mails say nothing. */
async function officialOf(reader: Reader, { answer }: Standing, isWithoutContent: boolean) {
  if (!answer?.officialId) return null
  const [found] = await reader
    .select({ name: departments.name })
    .from(departments)
    .where(eq(departments.id, answer.officialId))
  return { department: isWithoutContent ? null : (found?.name ?? null) }
}

async function listWaiting(reader: Reader, answerId: string, questionId: string): Promise<string[]> {
  const same = reader
    .select({ personId: marks.personId })
    .from(marks)
    .where(and(eq(marks.postId, questionId), eq(marks.kind, "same-question")))
  const waiting = await union(
    reader.select({ personId: posts.authorId }).from(posts).where(eq(posts.id, questionId)),
    same,
  ).except(reader.select({ personId: posts.authorId }).from(posts).where(eq(posts.id, answerId)))
  return waiting.map(({ personId }) => personId)
}
