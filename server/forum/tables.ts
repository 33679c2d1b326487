import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core"
import { departments, people } from "../accounts/index.ts"
import { instant } from "../kernel/tables.ts"

export const CATEGORY_KINDS = ["questions", "best-practices"] as const
export type CategoryKind = (typeof CATEGORY_KINDS)[number]
export const AUDIENCES = ["all", "listed"] as const
export type Audience = (typeof AUDIENCES)[number]

export const categories = pgTable(
  "categories",
  {
    id: uuid("id").primaryKey(),
    parentId: uuid("parent_id").references((): AnyPgColumn => categories.id),
    kind: text("kind").$type<CategoryKind>().notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    guide: text("guide").notNull().default(""),
    guideHtml: text("guide_html").notNull().default(""),
    responsibleId: uuid("responsible_id").references(() => departments.id),
    audience: text("audience").$type<Audience>().notNull().default("all"),
    position: integer("position").notNull().default(0),
    archivedAt: instant("archived_at"),
  },
  (table) => [
    index("categories_parent").on(table.parentId),
    index("categories_responsible").on(table.responsibleId).where(sql`responsible_id is not null`),
  ],
)

export const categoryDepartments = pgTable(
  "category_departments",
  {
    categoryId: uuid("category_id")
      .notNull()
      .references(() => categories.id),
    departmentId: uuid("department_id")
      .notNull()
      .references(() => departments.id),
  },
  (table) => [
    primaryKey({ columns: [table.categoryId, table.departmentId] }),
    index("category_departments_department").on(table.departmentId),
  ],
)

/** What a category is to become; one open change per category in the draft. */
export type CategoryFields = {
  parentId: string | null
  kind: CategoryKind
  name: string
  description: string
  guide: string
  responsibleId: string | null
  audience: Audience
  departmentIds: string[]
  position: number
  archived: boolean
}

/** The draft of the structure: rows are changes not yet released. A release applies and deletes them. */
export const categoryDrafts = pgTable(
  "category_drafts",
  {
    /** The category's id, existing or to be. */
    categoryId: uuid("category_id").primaryKey(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    fields: jsonb("fields").$type<CategoryFields>().notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [index("category_drafts_author").on(table.authorId)],
)

export const threads = pgTable(
  "threads",
  {
    id: uuid("id").primaryKey(),
    kind: text("kind").$type<"question" | "best-practice">().notNull(),
    categoryId: uuid("category_id")
      .notNull()
      .references(() => categories.id),
    title: text("title").notNull(),
    tags: text("tags").array().notNull().default(sql`'{}'::text[]`),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("threads_category").on(table.categoryId, table.id),
    index("threads_kind").on(table.kind, table.id),
  ],
)

export const POST_KINDS = ["question", "best-practice", "answer", "comment"] as const
export type PostKind = (typeof POST_KINDS)[number]
/** Markdown by section: `body`, or the sections of a best practice. */
export type PostText = Record<string, string>

/** Every text that a person wrote. A thread's own post has the thread's id. */
export const posts = pgTable(
  "posts",
  {
    id: uuid("id").primaryKey(),
    kind: text("kind").$type<PostKind>().notNull(),
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    /** For a comment: the post that it stands under. */
    parentId: uuid("parent_id").references((): AnyPgColumn => posts.id),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    text: jsonb("text").$type<PostText>().notNull(),
    html: jsonb("html").$type<PostText>().notNull(),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    editedAt: instant("edited_at"),
    withdrawnAt: instant("withdrawn_at"),
    hiddenAt: instant("hidden_at"),
    hiddenById: uuid("hidden_by_id").references(() => people.id),
    hiddenReason: text("hidden_reason"),
  },
  (table) => [
    index("posts_thread").on(table.threadId, table.id),
    index("posts_author").on(table.authorId, table.id),
    index("posts_parent").on(table.parentId, table.id).where(sql`parent_id is not null`),
    index("posts_hidden_by").on(table.hiddenById).where(sql`hidden_by_id is not null`),
  ],
)

/** Every earlier text, from the first edit on. */
export const postVersions = pgTable(
  "post_versions",
  {
    postId: uuid("post_id")
      .notNull()
      .references(() => posts.id),
    version: integer("version").notNull(),
    title: text("title"),
    text: jsonb("text").$type<PostText>().notNull(),
    legalStatusDate: date("legal_status_date"),
    replacedAt: instant("replaced_at").notNull(),
    replacedById: uuid("replaced_by_id")
      .notNull()
      .references(() => people.id),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.version] }),
    index("post_versions_replaced_by").on(table.replacedById),
  ],
)

export const QUESTION_STATES = [
  "open",
  "in-progress",
  "asked-back",
  "answered",
  "closed",
  "duplicate",
] as const
export type QuestionState = (typeof QUESTION_STATES)[number]

export const questions = pgTable(
  "questions",
  {
    id: uuid("id")
      .primaryKey()
      .references(() => threads.id),
    /** Follows from the columns below (`stateOf`); stored so that lists can filter by index. */
    state: text("state").$type<QuestionState>().notNull().default("open"),
    wantedBy: date("wanted_by"),
    /** The date for which the department was reminded; null before, and a later date is told anew. */
    wantedToldFor: date("wanted_told_for"),
    /** The department that it was passed on to; null: the category's. */
    passedToId: uuid("passed_to_id").references(() => departments.id),
    takenById: uuid("taken_by_id").references(() => people.id),
    /** The comment that asks back and waits for the asker. */
    askedBackId: uuid("asked_back_id").references(() => posts.id),
    closedAt: instant("closed_at"),
    duplicateOfId: uuid("duplicate_of_id").references((): AnyPgColumn => questions.id),
    /** Of its thread, where it stays; stored here so that an index alone holds what a list finds its questions by. */
    categoryId: uuid("category_id")
      .notNull()
      .references(() => categories.id),
    /** Of its post. */
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    /** Withdrawn or hidden: follows from its post, see `settleState`. */
    gone: boolean("gone").notNull().default(false),
  },
  (table) => [
    index("questions_state").on(table.state, table.id),
    index("questions_category").on(table.categoryId, table.id, table.state, table.authorId, table.gone),
    index("questions_author").on(table.authorId, sql`(state = 'asked-back')`, table.id),
    // What is still owed: few, however many have been answered over the years.
    index("questions_owed")
      .on(table.categoryId, table.id, table.passedToId, table.takenById, table.wantedBy)
      .where(sql`not gone and state in ('open', 'in-progress', 'asked-back')`),
    index("questions_passed_on")
      .on(table.passedToId, table.id, table.categoryId, table.takenById, table.wantedBy)
      .where(sql`passed_to_id is not null and not gone and state in ('open', 'in-progress', 'asked-back')`),
    index("questions_asked_back").on(table.askedBackId).where(sql`asked_back_id is not null`),
    index("questions_duplicate_of").on(table.duplicateOfId).where(sql`duplicate_of_id is not null`),
    index("questions_passed_to").on(table.passedToId).where(sql`passed_to_id is not null`),
    index("questions_taken_by").on(table.takenById).where(sql`taken_by_id is not null`),
  ],
)

/** Notes of the department on the way of a question; read by the departments concerned. */
export const QUESTION_MOVES = ["take", "return", "hand-over", "pass-on"] as const
export const questionMoves = pgTable(
  "question_moves",
  {
    id: uuid("id").primaryKey(),
    questionId: uuid("question_id")
      .notNull()
      .references(() => questions.id),
    kind: text("kind").$type<(typeof QUESTION_MOVES)[number]>().notNull(),
    actorId: uuid("actor_id")
      .notNull()
      .references(() => people.id),
    personId: uuid("person_id").references(() => people.id),
    departmentId: uuid("department_id").references(() => departments.id),
    note: text("note").notNull().default(""),
    at: instant("at").notNull(),
  },
  (table) => [
    index("question_moves_question").on(table.questionId, table.id),
    index("question_moves_actor").on(table.actorId),
    index("question_moves_department").on(table.departmentId).where(sql`department_id is not null`),
    index("question_moves_person").on(table.personId).where(sql`person_id is not null`),
  ],
)

export const answers = pgTable(
  "answers",
  {
    id: uuid("id")
      .primaryKey()
      .references(() => posts.id),
    questionId: uuid("question_id")
      .notNull()
      .references(() => questions.id),
    /** Set: an official answer, given by this department. */
    officialId: uuid("official_id").references(() => departments.id),
    legalStatusDate: date("legal_status_date"),
    reviewDate: date("review_date"),
    /** The date of review that the department was told beforehand; null before, and a later date is told anew. */
    reviewToldFor: date("review_told_for"),
    /** Readers see "Möglicherweise veraltet", and it is on the review list. */
    needsReviewSince: instant("needs_review_since"),
    replacedById: uuid("replaced_by_id").references((): AnyPgColumn => answers.id),
    acceptedAt: instant("accepted_at"),
    /** Replaced by one that stands, withdrawn or hidden: follows from other rows, see `settleOrder`. */
    gone: boolean("gone").notNull().default(false),
    /** Counted anew with every mark, so that answers are read in their order page by page. */
    helpfulCount: integer("helpful_count").notNull().default(0),
    /** What is gone comes last; before that official before others, then what the asker marked. */
    rank: integer("rank")
      .notNull()
      .generatedAlwaysAs(
        sql`case when gone then 4 else 0 end + case when official_id is null then 2 else 0 end + case when accepted_at is null then 1 else 0 end`,
      ),
  },
  (table) => [
    index("answers_order").on(table.questionId, table.rank, sql`(-helpful_count)`, table.id),
    index("answers_review")
      .on(table.officialId, table.needsReviewSince)
      .where(sql`needs_review_since is not null`),
    index("answers_review_date").on(table.reviewDate).where(sql`review_date is not null`),
    index("answers_official").on(table.id).where(sql`official_id is not null`),
    index("answers_department").on(table.officialId).where(sql`official_id is not null`),
    index("answers_replaced_by").on(table.replacedById).where(sql`replaced_by_id is not null`),
  ],
)

export const outdatedReports = pgTable(
  "outdated_reports",
  {
    id: uuid("id").primaryKey(),
    answerId: uuid("answer_id")
      .notNull()
      .references(() => answers.id),
    reporterId: uuid("reporter_id")
      .notNull()
      .references(() => people.id),
    reason: text("reason").notNull(),
    at: instant("at").notNull(),
    settledAt: instant("settled_at"),
  },
  (table) => [
    index("outdated_reports_answer").on(table.answerId),
    index("outdated_reports_reporter").on(table.reporterId),
  ],
)

export const MARK_KINDS = ["helpful", "same-question", "reused"] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** A reader's mark; shown as a count, and to the reader as their own. */
export const marks = pgTable(
  "marks",
  {
    postId: uuid("post_id")
      .notNull()
      .references(() => posts.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    kind: text("kind").$type<MarkKind>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.kind, table.personId] }),
    index("marks_person").on(table.personId),
  ],
)

export const attachments = pgTable(
  "attachments",
  {
    id: uuid("id").primaryKey(),
    /** Null until the form that it was uploaded with is sent; such ones are deleted after a day. */
    postId: uuid("post_id").references(() => posts.id),
    uploaderId: uuid("uploader_id")
      .notNull()
      .references(() => people.id),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    image: boolean("image").notNull(),
    bytes: integer("bytes").notNull(),
    width: integer("width"),
    height: integer("height"),
    alternative: text("alternative").notNull().default(""),
    /** Its place among the files of its post, as the author added them. */
    position: smallint("position").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (table) => [
    index("attachments_post").on(table.postId),
    index("attachments_uploader").on(table.uploaderId),
    index("attachments_loose").on(table.createdAt).where(sql`post_id is null`),
    index("attachments_removed").on(table.removedAt).where(sql`removed_at is not null`),
  ],
)

export const ADOPTION_MEASURES = ["questions", "answers", "answered"] as const

/** What the forum is used for, in blocks that tell of five people at least; written anew every night. */
export const adoptionCells = pgTable(
  "adoption_cells",
  {
    /** Of `answered`: questions, how many of them have an official answer, and how long they waited for their first. */
    measure: text("measure").$type<(typeof ADOPTION_MEASURES)[number]>().notNull(),
    /** Mondays. */
    firstWeek: date("first_week").notNull(),
    lastWeek: date("until_week").notNull(),
    categoryIds: uuid("category_ids").array().notNull(),
    total: integer("total").notNull(),
    official: integer("official"),
    /** In working days. */
    medianDays: integer("median_days"),
  },
  (table) => [primaryKey({ columns: [table.measure, table.firstWeek, table.categoryIds] })],
)
