import { textOfHtml } from "../server/kernel/html-text.ts"
import { showMarkdown } from "../server/kernel/markdown.ts"

/** A text in Markdown as its reader sees it: what was changed in it is said without the signs for bold or a heading. */
export const asRead = (markdown: string): string => textOfHtml(showMarkdown(markdown))
