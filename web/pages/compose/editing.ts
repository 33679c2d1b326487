import { forbidden, Refusal } from "../../../server/kernel/errors.ts"
import type { Attachment } from "../../attachments.tsx"
import type { Fields } from "../../forms.ts"
import type { Composition, Exchange } from "./composition.ts"
import { showForm } from "./form-page.tsx"

/** What a question and a best practice have in common for the page that edits them. */
type Editable = {
  title: string
  tags: string[]
  version: number
  attachments: Attachment[]
  hidden: boolean
  withdrawn: boolean
  categoryArchived?: boolean
  author: { isMe: boolean }
  can: { edit: boolean }
}

export async function beginEditing(
  exchange: Exchange,
  composition: Composition,
  post: Editable,
  texts: Fields,
) {
  if (!post.can.edit) throw whyNot(post)
  const { title, tags, version, attachments } = post
  const fields = { ...texts, title, tags: tags.join(", "), version: String(version) }
  return showForm(exchange, composition, { draft: { fields, files: attachments, errors: [] }, errors: [] })
}

function whyNot(post: Editable): Refusal {
  if (!post.author.isMe) return forbidden()
  if (post.hidden) return new Refusal(409, "post.hidden")
  if (post.withdrawn) return new Refusal(409, "post.withdrawn")
  return post.categoryArchived ? new Refusal(409, "category.archived") : forbidden()
}

/** A form sent twice finds its own text saved already: that is no conflict. */
export async function saveOnce(save: () => Promise<void>, isSaved: () => Promise<boolean>): Promise<void> {
  try {
    await save()
  } catch (error) {
    const isStale = error instanceof Refusal && error.code === "post.changed"
    if (!isStale || !(await isSaved())) throw error
  }
}

export function isSameFiles(saved: Attachment[], sent: { id: string; alternative: string }[]): boolean {
  const describe = (files: { id: string; alternative: string }[]) =>
    files
      .map(({ id, alternative }) => `${id} ${alternative.trim()}`)
      .toSorted()
      .join()
  return describe(saved) === describe(sent)
}
