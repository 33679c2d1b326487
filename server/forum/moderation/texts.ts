import { inArray } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { textOfHtml } from "../../kernel/html-text.ts"
import type { Standing } from "../loading.ts"
import { attachments, outdatedReports, postVersions, questionMoves } from "../tables.ts"
import type { Format } from "./reading.ts"

/** Where a post keeps texts; `notes` are the reason for hiding, reports and what the departments note. */
export const PLACES = ["title", "tags", "text", "versions", "attachments", "notes"] as const
export type Place = (typeof PLACES)[number]
export type StoredText = { place: Place; source: string; format: Format }

/** Every text that is stored with these posts, by the post's id. What goes in here goes out in `rewrite.ts`, too. */
export async function readTexts(reader: Reader, standings: Standing[]): Promise<Map<string, StoredText[]>> {
  const ids = standings.map(({ post }) => post.id)
  if (ids.length === 0) return new Map()
  const versions = await reader.select().from(postVersions).where(inArray(postVersions.postId, ids))
  const files = await reader.select().from(attachments).where(inArray(attachments.postId, ids))
  const reports = await reader.select().from(outdatedReports).where(inArray(outdatedReports.answerId, ids))
  const moves = await reader.select().from(questionMoves).where(inArray(questionMoves.questionId, ids))
  return new Map(
    standings.map((standing) => {
      const { id } = standing.post
      const texts = [
        ...ownTexts(standing),
        ...versions
          .filter(({ postId }) => postId === id)
          .flatMap(({ title, text }) => [
            plain("versions", title),
            ...Object.values(text).map((source) => markdown("versions", source)),
          ]),
        ...files
          .filter(({ postId }) => postId === id)
          .flatMap(({ name, alternative }) => [
            plain("attachments", name),
            plain("attachments", alternative),
          ]),
        ...reports.filter(({ answerId }) => answerId === id).map(({ reason }) => plain("notes", reason)),
        ...moves.filter(({ questionId }) => questionId === id).map(({ note }) => plain("notes", note)),
      ]
      return [id, texts]
    }),
  )
}

function ownTexts({ post, thread }: Standing): StoredText[] {
  const ofThread =
    post.id === thread.id
      ? [plain("title", thread.title), ...thread.tags.map((tag) => plain("tags", tag))]
      : []
  const sections = Object.values(post.text).map((source) => markdown("text", source))
  return [...ofThread, ...sections, plain("notes", post.hiddenReason)]
}

/** What people get to see of the text itself: its words and, as they may hold words too, its addresses and labels. */
export function shownTexts({ post }: Standing): StoredText[] {
  return Object.values(post.html).flatMap((html) => [
    // Read like a source: a word may go on behind the sign of a quotation or a list.
    markdown("text", textOfHtml(html)),
    ...Array.from(html.matchAll(/ (?:href|alt|title|aria-label)="([^"]*)"/g), ([, value = ""]) => ({
      place: "text" as const,
      source: value,
      format: "address" as const,
    })),
  ])
}

const plain = (place: Place, source: string | null): StoredText => ({
  place,
  source: source ?? "",
  format: "plain",
})
const markdown = (place: Place, source: string): StoredText => ({ place, source, format: "markdown" })
