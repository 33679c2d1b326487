import { eq, sql } from "drizzle-orm"
import { type Loader, ofPerson } from "../../accounts/index.ts"
import { postDrafts } from "../drafts/tables.ts"
import { follows } from "../follows/tables.ts"
import { mentions } from "../mentions/tables.ts"
import {
  categories,
  categoryDrafts,
  marks,
  outdatedReports,
  posts,
  postVersions,
  questionMoves,
  questions,
  threads,
} from "../tables.ts"
import { attachmentChapter } from "./attachments.ts"

/** Markdown, one section after the other. */
const sectionsOf = (column: "posts.text" | "post_versions.text") =>
  sql<string>`(select string_agg(section.value, E'\n\n' order by section.key collate "C")
    from jsonb_each_text(${sql.raw(column)}) section)`
const addressOf = (postId: string) => sql<string>`'/a/' || ${sql.raw(postId)}`

/** Titles are their author's; of what somebody marked, followed or took only the address is told. */
export const forumChapters: Loader[] = [
  ofPerson({
    name: "beitraege",
    title: { de: "Ihre Beiträge", en: "Your posts" },
    from: posts,
    also: ["questions"],
    joins: [
      [threads, eq(threads.id, posts.threadId)],
      [categories, eq(categories.id, threads.categoryId)],
    ],
    owner: posts.authorId,
    fields: {
      kind: { column: posts.kind, de: "Art", en: "Kind" },
      title: {
        // Of a thread of somebody else's the title is theirs.
        column: sql<string | null>`case when posts.id = threads.id then threads.title end`,
        de: "Titel",
        en: "Title",
      },
      category: { column: categories.name, de: "Kategorie", en: "Category" },
      text: { column: sectionsOf("posts.text"), de: "Text", en: "Text" },
      address: { column: addressOf("posts.id"), de: "Adresse", en: "Address" },
      createdAt: { column: posts.createdAt, de: "Geschrieben am", en: "Written on" },
      editedAt: { column: posts.editedAt, de: "Geändert am", en: "Edited on" },
      withdrawnAt: { column: posts.withdrawnAt, de: "Zurückgezogen am", en: "Withdrawn on" },
      hiddenAt: { column: posts.hiddenAt, de: "Ausgeblendet am", en: "Hidden on" },
      hiddenReason: { column: posts.hiddenReason, de: "Grund des Ausblendens", en: "Why it was hidden" },
    },
    order: [posts.id],
  }),
  ofPerson({
    name: "fruehere-fassungen",
    title: { de: "Frühere Fassungen Ihrer Beiträge", en: "Earlier versions of your posts" },
    from: postVersions,
    joins: [[posts, eq(posts.id, postVersions.postId)]],
    owner: posts.authorId,
    fields: {
      title: { column: postVersions.title, de: "Titel", en: "Title" },
      text: { column: sectionsOf("post_versions.text"), de: "Text", en: "Text" },
      address: { column: addressOf("posts.id"), de: "Adresse", en: "Address" },
      replacedAt: { column: postVersions.replacedAt, de: "Ersetzt am", en: "Replaced on" },
    },
    order: [posts.id, postVersions.version],
  }),
  ofPerson({
    name: "markierungen",
    title: { de: "Markierungen", en: "Marks" },
    from: marks,
    owner: marks.personId,
    fields: {
      kind: { column: marks.kind, de: "Art", en: "Kind" },
      address: { column: addressOf("post_id"), de: "Adresse", en: "Address" },
    },
    order: [marks.postId],
  }),
  ofPerson({
    name: "gefolgt",
    title: { de: "Was Sie verfolgen oder stummgeschaltet haben", en: "What you follow or have muted" },
    from: follows,
    owner: follows.personId,
    fields: {
      tag: { column: follows.tag, de: "Schlagwort", en: "Tag" },
      thread: { column: follows.threadId, de: "Thema", en: "Thread" },
      category: { column: follows.categoryId, de: "Kategorie", en: "Category" },
      level: { column: follows.level, de: "Wie", en: "How" },
    },
    order: [follows.id],
  }),
  ofPerson({
    name: "erwaehnungen",
    title: { de: "Beiträge, die Sie erwähnen", en: "Posts that mention you" },
    from: mentions,
    owner: mentions.personId,
    fields: { address: { column: addressOf("post_id"), de: "Adresse", en: "Address" } },
    order: [mentions.postId],
  }),
  ofPerson({
    name: "uebernommene-fragen",
    title: { de: "Fragen, die Sie übernommen haben", en: "Questions that you took" },
    from: questions,
    owner: questions.takenById,
    fields: { address: { column: addressOf("id"), de: "Adresse", en: "Address" } },
    order: [questions.id],
  }),
  ofPerson({
    name: "uebergaben",
    title: { de: "Fragen, die Sie weitergegeben haben", en: "Questions that you moved" },
    from: questionMoves,
    owner: questionMoves.actorId,
    fields: {
      kind: { column: questionMoves.kind, de: "Art", en: "Kind" },
      note: { column: questionMoves.note, de: "Notiz", en: "Note" },
      at: { column: questionMoves.at, de: "Wann", en: "When" },
      address: { column: addressOf("question_id"), de: "Adresse", en: "Address" },
    },
    order: [questionMoves.id],
  }),
  ofPerson({
    name: "veraltet-gemeldet",
    title: { de: "Als veraltet gemeldete Antworten", en: "Answers that you reported as outdated" },
    from: outdatedReports,
    owner: outdatedReports.reporterId,
    fields: {
      reason: { column: outdatedReports.reason, de: "Grund", en: "Reason" },
      at: { column: outdatedReports.at, de: "Wann", en: "When" },
      address: { column: addressOf("answer_id"), de: "Adresse", en: "Address" },
    },
    order: [outdatedReports.id],
  }),
  ofPerson({
    name: "entwuerfe",
    title: { de: "Entwürfe", en: "Drafts" },
    from: postDrafts,
    owner: postDrafts.personId,
    fields: {
      title: { column: postDrafts.title, de: "Titel", en: "Title" },
      text: { column: postDrafts.body, de: "Text", en: "Text" },
      createdAt: { column: postDrafts.createdAt, de: "Seit", en: "Since" },
    },
    order: [postDrafts.id],
  }),
  ofPerson({
    name: "kategorie-entwuerfe",
    title: { de: "Kategorien, deren Entwurf Sie geändert haben", en: "Categories whose draft you changed" },
    from: categoryDrafts,
    owner: categoryDrafts.authorId,
    fields: { changedAt: { column: categoryDrafts.changedAt, de: "Geändert am", en: "Changed on" } },
    order: [categoryDrafts.categoryId],
  }),
  attachmentChapter,
]
