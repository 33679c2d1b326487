import { renderMarkdown, type TakeApart } from "../../kernel/markdown.ts"
import type { PostText } from "../tables.ts"

/** Every section of a post as HTML. @param takeApart where it names somebody */
export function render(text: PostText, takeApart?: TakeApart): PostText {
  return Object.fromEntries(
    Object.entries(text).map(([section, source]) => [
      section,
      renderMarkdown(source, section, undefined, takeApart),
    ]),
  )
}
