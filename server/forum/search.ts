import { and, asc, gt, type SQL, sql } from "drizzle-orm"
import type { Reader } from "../kernel/database.ts"
import { checkOf } from "../kernel/file-checks.ts"
import { plainText } from "../kernel/html-text.ts"
import { amongUnseen } from "../kernel/statements.ts"
import type { DocumentKind, SearchDocument, ShownDocument, Source } from "../search/index.ts"
import { SECTIONS } from "./best-practices/schema.ts"
import { isCurrent, selectStandings } from "./loading.ts"
import { isFindable, maySeePost, visibleTo } from "./policy.ts"
import { answers, categories, posts } from "./tables.ts"

/** What of the forum can be found, by whom. Rights are asked of the policy, as everywhere. */
export const forumSource: Source = {
  async visibleCategories(reader, actor) {
    return reader
      .select({ id: categories.id, name: categories.name })
      .from(categories)
      .where(visibleTo(actor))
  },
  async load(reader, actor, ids) {
    const rows = await listFindable(reader, ids, visibleTo(actor))
    const shown = new Map(rows.filter((row) => maySeePost(actor, row)).map((row) => [row.post.id, row]))
    return ids.flatMap((id) => shown.get(id) ?? []).map(shownDocument)
  },
  async find(reader, ids) {
    return (await listFindable(reader, ids)).map(searchDocument)
  },
  async list(reader, after, size) {
    const rows = await reader
      .select({ id: posts.id })
      .from(posts)
      .where(after === null ? undefined : gt(posts.id, after))
      .orderBy(asc(posts.id))
      .limit(size)
    return rows.map(({ id }) => id)
  },
}

/** What is known of a question's standing answers; null where there is none. */
type Answered = {
  official: boolean | null
  accepted: boolean | null
  /** Every official one is to be reviewed. */
  outdated: boolean | null
  /** Of the latest official one. */
  department: string | null
  legalStatusDate: string | null
}

// `answers` is the inner one here; what is replaced or out of sight does not count, as for the question's state.
const answered = sql<Answered>`(select json_build_object(
    'official', bool_or(answers.official_id is not null),
    'accepted', bool_or(answers.accepted_at is not null),
    'outdated', bool_and(answers.needs_review_since is not null) filter (where answers.official_id is not null),
    'department', (array_agg(d.name order by answers.id desc) filter (where d.id is not null))[1],
    'legalStatusDate', (array_agg(answers.legal_status_date order by answers.id desc) filter (where d.id is not null))[1])
  from ${answers} join ${posts} given on given.id = answers.id left join departments d on d.id = answers.official_id
  where answers.question_id = posts.id and given.hidden_at is null and given.withdrawn_at is null and ${isCurrent})`

const files = sql<{ name: string; alternative: string }[]>`coalesce((
  select json_agg(json_build_object('name', f.name, 'alternative', f.alternative) order by f.position, f.id)
  from attachments f where f.post_id = posts.id and f.removed_at is null
    and ${checkOf(sql`f.id`)} <> 'infected'), '[]')`

/** In one round trip. */
async function listFindable(reader: Reader, ids: string[], condition?: SQL) {
  if (ids.length === 0) return []
  const rows = await selectStandings(reader, {
    category: categories.name,
    department: sql<string | null>`(select d.name from departments d where d.id = answers.official_id)`,
    answered,
    files,
  }).where(and(amongUnseen(posts.id, ids, "uuid"), condition))
  return rows.filter(isFindable)
}

type Row = Awaited<ReturnType<typeof listFindable>>[number]

function searchDocument(row: Row): SearchDocument {
  const { post, thread, place } = row
  return {
    ...factsOf(row),
    id: post.id,
    threadId: thread.id,
    categoryId: place.categoryId,
    departmentId: place.responsibleId,
    authorId: post.authorId,
    title: isThread(row) ? thread.title : "",
    text: searchedText(row),
    context: isThread(row) ? "" : foundTitle(row),
    official: row.answer ? row.answer.officialId !== null : row.answered.official === true,
    createdAt: post.createdAt,
  }
}

function shownDocument(row: Row): ShownDocument {
  const { post, thread, question, place, answer, answered } = row
  let text: string | undefined
  return {
    ...factsOf(row),
    id: post.id,
    thread: {
      id: thread.id,
      kind: thread.kind,
      title: foundTitle(row),
      answered: question?.state === "answered",
    },
    // Nobody reads it of what is offered by its title.
    get text() {
      text ??= searchedText(row)
      return text
    },
    category: { id: place.categoryId, name: row.category },
    official: answer ? row.department : answered.department,
    legalStatusDate: answer ? answer.legalStatusDate : answered.legalStatusDate,
    createdAt: post.createdAt,
  }
}

/** What is the same for the index and for readers. */
function factsOf(row: Row) {
  const { thread, answer, answered } = row
  const question = isThread(row) ? row.question : null
  return {
    kind: kindOf(row),
    tags: isThread(row) ? thread.tags : [],
    state: question?.state ?? null,
    accepted: answer ? answer.acceptedAt !== null : answered.accepted === true,
    outdated: answer
      ? answer.needsReviewSince !== null || answer.replacedById !== null
      : answered.outdated === true,
    duplicate: question?.state === "duplicate",
  }
}

/** Nobody finds an answer by the title of a question that is withdrawn, nor reads it there: not even its author. */
const foundTitle = ({ thread }: Row) => (thread.withdrawnAt === null ? thread.title : "")

const isThread = ({ post, thread }: Row) => post.id === thread.id

const kindOf = ({ post, answer }: Row): DocumentKind => (answer?.officialId ? "official-answer" : post.kind)

/** Every section as one plain text, in the order of the form; then what the files are called and show. */
function searchedText({ post, files }: Row): string {
  const sections = ["body", ...SECTIONS].map((section) => plainText(post.html[section] ?? "", Infinity))
  const names = files.flatMap(({ name, alternative }) => [name, alternative])
  return [...sections, ...names].filter((part) => part !== "").join(" ")
}
