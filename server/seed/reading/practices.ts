import { type Static, Type } from "typebox"
import { type ContentFolder, checkContent } from "../../kernel/content-folder.ts"
import { Closed } from "../../kernel/schemas.ts"
import { Audience, Key, Keys, Markdown, moment, Name } from "./fields.ts"

const Practice = Closed({
  title: Name,
  category: Key,
  author: Key,
  ...moment,
  tags: Type.Array(Name),
  reusedBy: Keys,
  helpfulBy: Keys,
})

/** Each is written once. */
const Sections = Closed({
  situation: Markdown,
  approach: Markdown,
  result: Markdown,
  pitfalls: Markdown,
  contact: Markdown,
})

const PARTS = {
  situation: Closed({ kind: Type.Literal("situation"), text: Markdown }),
  approach: Closed({ kind: Type.Literal("approach"), text: Markdown }),
  result: Closed({ kind: Type.Literal("result"), text: Markdown }),
  pitfalls: Closed({ kind: Type.Literal("pitfalls"), text: Markdown }),
  contact: Closed({ kind: Type.Literal("contact"), text: Markdown }),
  comment: Closed({ kind: Type.Literal("comment"), by: Key, ...moment, text: Markdown }),
}

type SeedComment = Static<typeof PARTS.comment>
export type SeedBestPractice = Static<typeof Practice> &
  Static<typeof Sections> & { key: string; comments: SeedComment[] }

export const readBestPractices = (folder: ContentFolder): SeedBestPractice[] =>
  folder.namesIn("best-practices").map((key) => {
    const path = `best-practices/${key}.md`
    const { head, parts } = folder.parts(path, Practice, PARTS)
    const comments = parts.filter((part) => part.kind === "comment")
    const written = parts.filter((part) => part.kind !== "comment").map(({ kind, text }) => [kind, text])
    return { key, ...head, ...checkContent(path, Sections, Object.fromEntries(written)), comments }
  })

/** Asked about an announcement, or answered. */
const ANNOUNCEMENT_PARTS = { comment: PARTS.comment }

const Announcement = Closed({
  title: Name,
  author: Key,
  audience: Audience,
  publishedDaysAgo: Type.Integer({ minimum: 1 }),
  /** Counted from the day of the seed: the start page shows it until then. */
  showForDays: Type.Integer({ minimum: 1 }),
  /** Of a starting signal: the learner who writes it from the decided plan of their group. */
  draftedBy: Type.Optional(Key),
  takesComments: Type.Boolean(),
  wantsAcknowledgement: Type.Boolean(),
  acknowledgedBy: Keys,
  text: Markdown,
})
export type SeedAnnouncement = Static<typeof Announcement> & { key: string; comments: SeedComment[] }

export const readAnnouncements = (folder: ContentFolder): SeedAnnouncement[] =>
  folder.namesIn("announcements").map((key) => {
    const { head, parts } = folder.parts(`announcements/${key}.md`, Announcement, ANNOUNCEMENT_PARTS)
    return { key, ...head, comments: parts }
  })
