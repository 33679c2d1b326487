import type { words } from "./words.ts"

export type Post = { id: string; kind: string; version: number }
/** How a question stands: its state, who has it in hand, and the request for more that waits for its asker. */
type Standing = { text: string; askedBackId: string | null }
export type ThreadState = { version: number; posts: Post[]; standing: Standing }
export type Changes = {
  added: Post[]
  isChanged: boolean
  /** The state, or who has the question in hand. */
  isMoved: boolean
  /** The department asked back, or its question was replied to. */
  request: "asked" | "replied" | null
}

export function readState(answer: unknown): ThreadState {
  if (typeof answer !== "object" || answer === null) throw new Error("unreadable")
  if (!("version" in answer) || typeof answer.version !== "number") throw new Error("unreadable")
  if (!("items" in answer) || !Array.isArray(answer.items)) throw new Error("unreadable")
  const standing = "standing" in answer ? answer.standing : null
  return { version: answer.version, posts: answer.items.filter(isPost), standing: readStanding(standing) }
}

function readStanding(standing: unknown): Standing {
  if (typeof standing !== "object" || standing === null) return standingIn("")
  const values = new Map(Object.entries(standing))
  return standingIn(STANDING.map((name) => values.get(name) ?? "").join(" "))
}

const STANDING = ["state", "takenById", "responsibleId", "askedBackId"]

/** As a page says it: the same four, with a space between. */
export const standingIn = (text: string): Standing => ({
  text: text.trim(),
  askedBackId: text.split(" ")[3] || null,
})

/** What is new since `before`, and whether something there was edited, hidden, withdrawn or moved on. */
export function compare(before: ThreadState, current: ThreadState): Changes {
  const versions = new Map(before.posts.map((post) => [post.id, post.version]))
  const added = current.posts.filter(({ id }) => !versions.has(id))
  const kept = current.posts.filter(({ id, version }) => versions.get(id) === version)
  const [former, now] = [before.standing.askedBackId, current.standing.askedBackId]
  const isReplied = former !== null && now === null && added.some(({ kind }) => kind === "comment")
  return {
    added,
    isChanged: before.version !== current.version || kept.length < before.posts.length,
    isMoved: before.standing.text !== current.standing.text,
    request: now !== null && now !== former ? "asked" : isReplied ? "replied" : null,
  }
}

/** The words of the offer; null when there is nothing to offer. */
export function labelFor(
  { added, isChanged, isMoved, request }: Changes,
  text: (typeof words)["live"],
): string | null {
  if (request) return text[request]
  const answers = added.filter(({ kind }) => kind === "answer").length
  const comments = added.length - answers
  if (answers > 0 && comments > 0) return text.show(text.and(text.answers(answers), text.comments(comments)))
  if (answers > 0) return text.show(text.answers(answers))
  if (comments > 0) return text.show(text.comments(comments))
  if (isChanged) return text.changed
  return isMoved ? text.moved : null
}

function isPost(value: unknown): value is Post {
  if (typeof value !== "object" || value === null) return false
  if (!("id" in value) || !("kind" in value) || !("version" in value)) return false
  return typeof value.id === "string" && typeof value.kind === "string" && typeof value.version === "number"
}
