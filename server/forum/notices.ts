import { eq } from "drizzle-orm"
import { departments } from "../accounts/index.ts"
import type { Reader, Tx } from "../kernel/database.ts"
import { textOfHtml } from "../kernel/html-text.ts"
import {
  declareNotice,
  type Letter,
  type News,
  type NoticeParts,
  notify,
  type Recipient,
  tellInbox,
} from "../notifications/index.ts"
import { withoutMuted } from "./follows/telling.ts"
import { listAskers, readersAmong } from "./inbox.ts"
import { loadStanding } from "./loading.ts"
import { NOTICE_WORDS, type NoticeWords } from "./notice-words.ts"
import { mayReadTitle, maySeePost } from "./policy.ts"
import { postAddress } from "./posts/address.ts"

type Known = { isAsker: boolean; isOfficial: boolean }
/** The title is null where it is its author's alone. */
type Content = { title: string | null; text: string; department: string | null }

const ANSWERED = declareNotice({
  name: "forum.answered",
  optOut: { kind: "answers" },
  ids: ["postId"],
  words: NOTICE_WORDS,
  find: (parts, recipient, { postId }) => readPost(parts, recipient, postId, "answers"),
  write: ({ answered }, known, content) => writeAnswered(answered, known, content),
})

const ASKED_BACK = declareNotice({
  name: "forum.asked-back",
  optOut: { kind: "asked-back" },
  ids: ["postId"],
  words: NOTICE_WORDS,
  find: (parts, recipient, { postId }) => readPost(parts, recipient, postId, "asked-back"),
  write: ({ askedBack: { subject, text, link } }, _known, content) => ({
    subject: titled(subject, content),
    paragraphs: [text, ...quoted(content)],
    link,
  }),
})

export const forumNotices = [ANSWERED, ASKED_BACK]

/** Tells the asker and everybody who has the same question, except who wrote the answer or muted it. @returns whom */
export async function tellAnswered(
  tx: Tx,
  answerId: string,
  questionId: string,
  authorId: string,
): Promise<string[]> {
  const others = (await listAskers(tx, questionId)).filter((id) => id !== authorId)
  const waiting = await withoutMuted(tx, questionId, others)
  const readers = await readersAmong(tx, answerId, waiting)
  await tellInbox(tx, { notice: "forum.answered", subjectId: answerId, groupId: questionId }, readers)
  await notify(tx, ANSWERED, waiting, { postId: answerId })
  return waiting
}

/** Tells the asker that the department needs more, unless they muted the question. */
export async function tellAskedBack(
  tx: Tx,
  commentId: string,
  questionId: string,
  askerId: string,
): Promise<void> {
  const waiting = await withoutMuted(tx, questionId, [askerId])
  const readers = await readersAmong(tx, commentId, waiting)
  await tellInbox(tx, { notice: "forum.asked-back", subjectId: commentId, groupId: questionId }, readers)
  await notify(tx, ASKED_BACK, waiting, { postId: commentId })
}

async function readPost(
  { db, config }: NoticeParts,
  { actor }: Recipient,
  postId: string,
  sort: string,
): Promise<News<Known, Content> | null> {
  const standing = await loadStanding(db, postId)
  if (!standing || standing.post.withdrawnAt || standing.post.hiddenAt || !maySeePost(actor, standing))
    return null
  const { post, thread, answer } = standing
  const officialId = answer?.officialId ?? null
  return {
    known: { isAsker: thread.authorId === actor.id, isOfficial: officialId !== null },
    content: {
      title: mayReadTitle(actor, standing) ? thread.title : null,
      text: textOfHtml(post.html.body ?? "", { origin: config.publicUrl }),
      department: officialId && (await nameOf(db, officialId)),
    },
    path: postAddress(postId),
    about: thread.id,
    once: [sort, postId, actor.id],
  }
}

function writeAnswered(
  words: NoticeWords["answered"],
  { isAsker, isOfficial }: Known,
  content: Content | null,
): Letter {
  const { subject, colleague, official } = isAsker ? words.own : words.shared
  const by = content?.department ? words.department(content.department) : words.someDepartment
  return {
    subject: titled(subject, content),
    paragraphs: [isOfficial ? official(by) : colleague, ...quoted(content)],
    link: words.link,
  }
}

const titled = (subject: string, content: Content | null) =>
  content?.title ? `${subject}: ${content.title}` : subject

const quoted = (content: Content | null) =>
  content ? [content.title ?? "", content.text.replace(/^/gm, "> ")] : []

async function nameOf(reader: Reader, departmentId: string): Promise<string | null> {
  const [found] = await reader
    .select({ name: departments.name })
    .from(departments)
    .where(eq(departments.id, departmentId))
  return found?.name ?? null
}
