import type { Static } from "typebox"
import { escapeHtml } from "../../kernel/markdown.ts"
import type { PostText } from "../tables.ts"
import type { AttachmentView } from "./schema.ts"

type File = Pick<
  Static<typeof AttachmentView>,
  "id" | "name" | "image" | "width" | "height" | "alternative" | "check"
>

const TAG = /<(\/?)(a|img)\b([^>]*)>/g
const OWN_PATH = "/anhaenge/"
/** The sanitiser lets no class through on pictures, so nobody can write this one. */
const PLACED = "ff-picture"

/**
 * Shows the pictures of a post in its text, where its author put them: with the size that they take, so that nothing
 * jumps, with the description of the attachment, and leading to the whole picture. A picture that does not belong to
 * the post (any more), or that the virus scanner has not found clean, is named and not loaded.
 * @param html sanitised HTML of `renderMarkdown`
 * @param files attachments of the same post
 */
export function placePictures(html: string, files: readonly File[]): string {
  if (!html.includes("<img")) return html
  const own = new Map(files.filter(({ image }) => image).map((file) => [OWN_PATH + file.id, file]))
  let isInLink = false
  return html.replace(TAG, (tag, slash: string, name: string, attributes: string) => {
    if (name === "a") {
      isInLink = slash === ""
      return tag
    }
    if (attributeOf(attributes, "class") === PLACED) return tag
    const source = attributeOf(attributes, "src")
    const typed = attributeOf(attributes, "alt")
    const file = own.get(source)
    if (file?.check !== "clean")
      return `<span class="ff-no-picture">${typed || (file ? escapeHtml(file.name) : source)}</span>`
    const picture = pictureOf(file, typed)
    return isInLink ? picture : `<a href="${source}">${picture}</a>`
  })
}

/** The same in every section of a post. */
export const placeInSections = (html: PostText, files: readonly File[]): PostText =>
  Object.fromEntries(Object.entries(html).map(([section, part]) => [section, placePictures(part, files)]))

/** Ids of the attachments that the text of a post shows: they need no second place below it. */
export function picturesIn(html: string): Set<string> {
  const tags = html.match(/<img\b[^>]*>/g) ?? []
  return new Set(
    tags
      .filter((tag) => attributeOf(tag, "class") === PLACED)
      .map((tag) => attributeOf(tag, "src").slice(OWN_PATH.length)),
  )
}

/** In the text; whoever wants to see more of it opens it. */
const LARGEST = { width: 720, height: 576 }

/** The size that a picture takes on the page, its shape kept; null where its own is not known. */
export function fitInto(
  { width, height }: Pick<File, "width" | "height">,
  largest: { width: number; height: number },
): { width: number; height: number } | null {
  if (!width || !height) return null
  const scale = Math.min(1, largest.width / width, largest.height / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The description that was asked for says most; else what stands in the text; else what the file is called. */
function pictureOf({ id, name, alternative, width, height }: File, typed: string): string {
  const alt = escapeHtml(alternative.trim()) || typed || escapeHtml(name)
  const shown = fitInto({ width, height }, LARGEST)
  const size = shown ? ` width="${shown.width}" height="${shown.height}"` : ""
  return `<img class="${PLACED}" src="${OWN_PATH}${id}" alt="${alt}"${size} loading="lazy">`
}

/** Escaped, as it stands there. */
const attributeOf = (attributes: string, name: string) =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? ""
