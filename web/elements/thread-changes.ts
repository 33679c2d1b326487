import type { words } from "./words.ts"

type Post = { id: string; kind: string; version: number }
export type ThreadState = { version: number; posts: Post[] }
export type Changes = { added: Post[]; isChanged: boolean }

export function readState(answer: unknown): ThreadState {
  if (typeof answer !== "object" || answer === null) throw new Error("unreadable")
  if (!("version" in answer) || typeof answer.version !== "number") throw new Error("unreadable")
  if (!("items" in answer) || !Array.isArray(answer.items)) throw new Error("unreadable")
  return { version: answer.version, posts: answer.items.filter(isPost) }
}

/** What is new since `before`, and whether something there was edited, hidden or withdrawn. */
export function compare(before: ThreadState, current: ThreadState): Changes {
  const versions = new Map(before.posts.map((post) => [post.id, post.version]))
  const added = current.posts.filter(({ id }) => !versions.has(id))
  const kept = current.posts.filter(({ id, version }) => versions.get(id) === version)
  return { added, isChanged: before.version !== current.version || kept.length < before.posts.length }
}

/** The words of the offer; null when there is nothing to offer. */
export function labelFor({ added, isChanged }: Changes, text: (typeof words)["live"]): string | null {
  const answers = added.filter(({ kind }) => kind === "answer").length
  const comments = added.length - answers
  if (answers > 0 && comments > 0) return text.show(text.and(text.answers(answers), text.comments(comments)))
  if (answers > 0) return text.show(text.answers(answers))
  if (comments > 0) return text.show(text.comments(comments))
  return isChanged ? text.changed : null
}

function isPost(value: unknown): value is Post {
  if (typeof value !== "object" || value === null) return false
  if (!("id" in value) || !("kind" in value) || !("version" in value)) return false
  return typeof value.id === "string" && typeof value.kind === "string" && typeof value.version === "number"
}
