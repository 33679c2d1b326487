import { and, eq } from "drizzle-orm"
import type { Db } from "../kernel/database.ts"
import type { App } from "../kernel/http.ts"
import type { Live } from "../kernel/live.ts"
import { among } from "../kernel/statements.ts"
import { refreshAdoption } from "./adoption/actions.ts"
import { adoptionRoutes } from "./adoption/routes.ts"
import { startReviews } from "./answers/actions.ts"
import { answerRoutes } from "./answers/routes.ts"
import { sweepAttachments } from "./attachments/actions.ts"
import { attachmentRoutes } from "./attachments/routes.ts"
import { bestPracticeRoutes } from "./best-practices/routes.ts"
import { categoryRoutes } from "./categories/routes.ts"
import { commentRoutes } from "./comments/routes.ts"
import { sweepDrafts } from "./drafts/actions.ts"
import { draftRoutes } from "./drafts/routes.ts"
import { followRoutes } from "./follows/routes.ts"
import { selectStandings } from "./loading.ts"
import { mentionRoutes } from "./mentions/routes.ts"
import { moderationRoutes } from "./moderation/routes.ts"
import type { ForumParts } from "./parts.ts"
import { maySeePost, queueDepartments } from "./policy.ts"
import { postRoutes } from "./posts/routes.ts"
import { questionRoutes } from "./questions/routes.ts"
import { remindDepartments } from "./reminders.ts"
import { posts } from "./tables.ts"

export async function forumRoutes(app: App, parts: ForumParts): Promise<void> {
  await categoryRoutes(app, parts)
  await questionRoutes(app, parts)
  await answerRoutes(app, parts)
  await bestPracticeRoutes(app, parts)
  await commentRoutes(app, parts)
  await postRoutes(app, parts)
  await moderationRoutes(app, parts)
  await attachmentRoutes(app, parts)
  await followRoutes(app, parts)
  await draftRoutes(app, parts)
  await mentionRoutes(app, parts)
  await adoptionRoutes(app, parts)
}

/**
 * The dates that pass: reviews every quarter of an hour, reminders before the digests; old drafts, unused uploads and what
 * is counted every night.
 */
export function forumJobs({ jobs, db, files }: Pick<ForumParts, "jobs" | "db" | "files">): void {
  jobs.declare("forum.reviews", async () => void (await startReviews(db)), "*/15 * * * *")
  jobs.declare("forum.reminders", () => remindDepartments(db), "10 6 * * *")
  jobs.declare(
    "forum.attachments",
    async () => {
      await sweepDrafts(db)
      await sweepAttachments(db, files)
    },
    "20 3 * * *",
  )
  jobs.declare("forum.adoption", () => refreshAdoption(db), "40 4 * * *")
}

/** Who may listen: to a thread who sees it, to a department's queue its specialists. */
export function forumChannels({ live, db }: { live: Pick<Live, "channel">; db: Db }): void {
  live.channel("thread", async (ids) => {
    const threads = await selectStandings(db, {}).where(
      and(among(posts.id, ids), eq(posts.threadId, posts.id)),
    )
    const seen = new Map(threads.map((thread) => [thread.post.id, thread]))
    return (actor, id) => {
      const thread = seen.get(id)
      return thread !== undefined && maySeePost(actor, thread)
    }
  })
  live.channel("queue", async () => (actor, id) => queueDepartments(actor).includes(id))
}

export { refreshAdoption } from "./adoption/actions.ts"
export { listAdoption } from "./adoption/queries.ts"
export { type AdoptionCell, AdoptionQuery } from "./adoption/schema.ts"
export {
  confirmAnswer,
  createAnswer,
  editAnswer,
  reportOutdated,
  setAccepted,
  startReviews,
} from "./answers/actions.ts"
export { ANSWERS_ON_PAGE, AnswerCursor, pageWith, standingOfPage } from "./answers/order.ts"
export { listLatestOfficial, listReviews } from "./answers/queries.ts"
export { Acceptance, Confirmation, EditedAnswer, NewAnswer, NewReport } from "./answers/schema.ts"
export { findAddressed, questionAddress } from "./asking.ts"
export { attachmentBytes, findLoose, uploadAttachment } from "./attachments/actions.ts"
export { uploadedAttachments } from "./attachments/uploaded.ts"
export { editBestPractice, shareBestPractice } from "./best-practices/actions.ts"
export { findBestPractice, listBestPractices } from "./best-practices/queries.ts"
export {
  BestPracticeRow,
  BestPracticeView,
  EditedBestPractice,
  LONGEST_SECTION,
  NewBestPractice,
  SECTIONS,
} from "./best-practices/schema.ts"
export { forumCatalogue } from "./catalogue.ts"
export { discardDraft, draftCategory, draftNewCategory, releaseStructure } from "./categories/actions.ts"
export { findCategory, listCategories, readStructure } from "./categories/queries.ts"
export { CategoryDraft, CategoryView, Release, StructureLine, StructureView } from "./categories/schema.ts"
export { createComment, editComment } from "./comments/actions.ts"
export { listComments, pageWithComment } from "./comments/queries.ts"
export { EditedComment, LONGEST_COMMENT, NewComment } from "./comments/schema.ts"
export { DRAFT_DAYS, discardDraft as discardPostDraft, keepDraft, publishDraft } from "./drafts/actions.ts"
export { countDrafts, findDraft, hasDraft, listDrafts } from "./drafts/queries.ts"
export { DRAFT_RULES, type DraftView, type Target, type Written } from "./drafts/schema.ts"
export { writePost } from "./drafts/writing.ts"
export { followCategory, followTag, followThread } from "./follows/actions.ts"
export { findFollowing, findTagFollowing, listFollowed } from "./follows/queries.ts"
export { type FollowedView, Following, TagFollowing, ThreadFollowing } from "./follows/schema.ts"
export { LEVELS, type Level } from "./follows/tables.ts"
export { type AskedBack, draftCount, type InHand, type Unread } from "./for-you.ts"
export { isHeardOf } from "./hearing.ts"
export { describeForumInbox } from "./inbox.ts"
export { forumLeaving, postsIn, threadExists } from "./leaving/leaving.ts"
export { forumRetention } from "./leaving/retention.ts"
export { hidePost, showPost } from "./moderation/actions.ts"
export { previewRedaction, redactPost } from "./moderation/redaction.ts"
export {
  type FormView,
  Hide,
  type OtherPost,
  type Redacted,
  Redaction,
  type RedactionPreview,
  RedactionWords,
} from "./moderation/schema.ts"
export { openNews } from "./news.ts"
export { isReadByAll } from "./outside.ts"
export { forumChapters } from "./own-data/chapters.ts"
export type { ReadsAdoption } from "./parts.ts"
export { mayReleaseStructure, queueDepartments, reads } from "./policy.ts"
export { restorePost, setMark, withdrawPost } from "./posts/actions.ts"
export { postAddress } from "./posts/address.ts"
export { findPost } from "./posts/find.ts"
export { fitInto, picturesIn, placePictures } from "./posts/pictures.ts"
export { COMMENTS_SHOWN } from "./posts/queries.ts"
export { AttachmentView, MAX_ATTACHMENTS } from "./posts/schema.ts"
export {
  askBack,
  closeQuestion,
  createQuestion,
  editQuestion,
  handOverQuestion,
  markDuplicate,
  passOnQuestion,
  recordQuestion,
  reopenQuestion,
  returnQuestion,
  takeQuestion,
} from "./questions/actions.ts"
export { listQuestions } from "./questions/lists.ts"
export { findQuestion } from "./questions/queries.ts"
export { countOpen, findBacklog, listQueue, openCount } from "./questions/queue.ts"
export { returnTaken } from "./questions/returning.ts"
export {
  AnswerView,
  CommentView,
  EditedQuestion,
  HandOver,
  Move,
  NewAskBack,
  NewQuestion,
  NewRecord,
  PassOn,
  QuestionRow,
  QuestionView,
} from "./questions/schema.ts"
export {
  type MailPart,
  readPastedMail,
  readReceivedMail,
  withoutParts,
  withoutPrefixes,
} from "./recognition/pasted-mail.ts"
export { blacken, findPersonalData, type PersonalData } from "./recognition/personal-data.ts"
export { remindDepartments } from "./reminders.ts"
export { renderedGuides, renderedPosts } from "./rendered.ts"
export { findReplyTarget } from "./replying.ts"
export { forumSource } from "./search.ts"
export { describeForumSubjects } from "./subjects.ts"
export { POST_KINDS, QUESTION_STATES, type QuestionState } from "./tables.ts"
