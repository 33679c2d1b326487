const BLOCK = /^(?:#{1,6} |[-*] |\d{1,3}\. |> |\||```)/
const EMPTY_MARK = /^[ \t]*(?:[-*] (?:\[[ xX]\] )?|\d{1,3}\. )$/

/**
 * What has to be put in place of a selection so that pasted Markdown is read as such: lists, tables and headings on
 * lines of their own. A list that is pasted behind an empty mark of a list takes its place.
 */
export function fitted(
  markdown: string,
  value: string,
  start: number,
  end: number,
): { from: number; text: string } {
  const lineStart = value.lastIndexOf("\n", start - 1) + 1
  const before = value.slice(lineStart, start)
  const after = value.slice(end).split("\n", 1)[0] ?? ""
  if (!BLOCK.test(markdown) && !markdown.includes("\n\n")) return { from: start, text: markdown }
  const isMark = EMPTY_MARK.test(before) && /^(?:[-*] |\d{1,3}\. )/.test(markdown)
  const from = isMark ? lineStart : start
  const isOnLine = before.trim() !== "" && !isMark
  const hasLineBefore = !isOnLine && lineStart > 0 && value[lineStart - 2] !== "\n"
  const lead = BLOCK.test(markdown) ? (isOnLine ? "\n\n" : hasLineBefore && !isMark ? "\n" : "") : ""
  const trail = after.trim() !== "" ? "\n\n" : ""
  return { from, text: lead + markdown + trail }
}
