import { isCompared, isRestOfDate, kindOf } from "../../server/kernel/markdown-numbers.ts"

/** What a button of the toolbar does to a text: pure, and undone in one step. */
export type Edit = {
  /** The part that is replaced. */
  from: number
  to: number
  text: string
  /** What is selected afterwards. */
  select: [from: number, to: number]
}

/** Bold and italic: puts marks around the selection, or takes them away. */
export function surround(value: string, start: number, end: number, mark: string, placeholder: string): Edit {
  const [from, to] = withoutSpace(value, start, end)
  const chosen = value.slice(from, to)
  const size = mark.length
  if (value.slice(from - size, from) === mark && value.slice(to, to + size) === mark)
    return { from: from - size, to: to + size, text: chosen, select: [from - size, to - size] }
  if (chosen.length > 2 * size && chosen.startsWith(mark) && chosen.endsWith(mark)) {
    const text = chosen.slice(size, -size)
    return { from, to, text, select: [from, from + text.length] }
  }
  if (chosen.includes("\n")) return surroundLines(chosen, from, to, mark)
  const inner = chosen || placeholder
  return { from, to, text: mark + inner + mark, select: [from + size, from + size + inner.length] }
}

/** Marks end with their line. */
function surroundLines(chosen: string, from: number, to: number, mark: string): Edit {
  const text = chosen.replace(/\S(?:.*\S)?/g, (words) => mark + words + mark)
  return { from, to, text, select: [from, from + text.length] }
}

export type LineMark = "list" | "numbers" | "quote"

type Marked = { sign: RegExp; isMark: (rest: string) => boolean; write: (index: number) => string }

/** A sign before an amount and the number of a date are no marks, and are never taken away as such. */
const MARKS: Record<LineMark, Marked> = {
  list: { sign: /^[-*] /, isMark: (rest) => kindOf(rest) !== "amount", write: () => "- " },
  numbers: {
    sign: /^\d{1,3}\. /,
    isMark: (rest) => !isRestOfDate(rest),
    write: (index) => `${index + 1}. `,
  },
  quote: { sign: /^>(?: |$)/, isMark: (rest) => !isCompared(rest), write: () => "> " },
}

const isMarkedAs = (line: string, { sign, isMark }: Marked) =>
  sign.test(line) && isMark(line.replace(sign, ""))

/** Lists and quotations: marks every line of the selection, or takes the marks away. */
export function markLines(value: string, start: number, end: number, kind: LineMark): Edit {
  const { sign, write } = MARKS[kind]
  const isPresent = (line: string) => isMarkedAs(line, MARKS[kind])
  const from = value.lastIndexOf("\n", start - 1) + 1
  const to = endOfLine(value, end > start && value[end - 1] === "\n" ? end - 1 : end)
  const lines = value.slice(from, to).split("\n")
  const isMarked = lines.every(isPresent)
  let index = 0
  const changed = lines.map((line) => {
    if (isMarked) return line.replace(sign, "")
    // A blank line stays blank, or a list of one empty line begins.
    return line.trim() === "" && lines.length > 1 ? line : write(index++) + line
  })
  const text = changed.join("\n")
  const [before = "", after = ""] = [
    value.slice(0, from).split("\n").at(-2),
    value.slice(to + 1).split("\n")[0],
  ]
  const isApart = (line: string) => isMarked || line.trim() === "" || isPresent(line)
  // A list may otherwise be read as part of the line before it, and the next line as part of the list.
  const [gapBefore, gapAfter] = [isApart(before) ? "" : "\n", isApart(after) ? "" : "\n"]
  const cursor = from + gapBefore.length + text.length
  const select: Edit["select"] = [start === end ? cursor : from + gapBefore.length, cursor]
  return { from, to, text: gapBefore + text + gapAfter, select }
}

/** A link on the selection; an address that is selected becomes its target. */
export function link(value: string, start: number, end: number, placeholder: string): Edit {
  const [from, to] = withoutSpace(value, start, end)
  const chosen = value.slice(from, to)
  const isAddress = /^(https?:\/\/|www\.|\/)\S+$/.test(chosen)
  const label = isAddress ? placeholder : chosen || placeholder
  const address = isAddress ? chosen : "https://"
  const target = from + label.length + 3
  const select: Edit["select"] =
    isAddress || !chosen ? [from + 1, from + 1 + label.length] : [target, target + address.length]
  return { from, to, text: `[${label}](${address})`, select }
}

/** Code within a line, or a block of lines. */
export function code(value: string, start: number, end: number, placeholder: string): Edit {
  if (!value.slice(start, end).includes("\n")) return surround(value, start, end, "`", placeholder)
  const from = value.lastIndexOf("\n", start - 1) + 1
  const to = endOfLine(value, end)
  const text = `\`\`\`\n${value.slice(from, to)}\n\`\`\``
  return { from, to, text, select: [from, from + text.length] }
}

/** A table: of the selected lines, when their cells stand apart by tabs, or an empty one whose first head is selected. */
export function table(value: string, start: number, end: number, heads: [string, string]): Edit {
  const chosen = value.slice(start, end)
  const isCells = chosen.includes("\t")
  const rows = isCells
    ? chosen
        .replace(/\n+$/, "")
        .split("\n")
        .map((line) => line.split("\t").map((cell) => cell.trim().replaceAll("|", "\\|")))
    : [heads, ["", ""], ["", ""]]
  const width = Math.max(...rows.map((row) => row.length))
  const lines = rows.map(
    (row) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? "").join(" | ")} |`,
  )
  lines.splice(1, 0, `|${" --- |".repeat(width)}`)
  // What stands around it would become part of it.
  const from = isCells ? start : end
  const before = /(?:^|\n\n)$/.test(value.slice(0, from)) ? "" : value[from - 1] === "\n" ? "\n" : "\n\n"
  const rest = value.slice(end)
  const after = rest === "" || rest.startsWith("\n\n") ? "" : rest.startsWith("\n") ? "\n" : "\n\n"
  const head = from + before.length + 2
  return {
    from,
    to: end,
    text: before + lines.join("\n") + after,
    select: [head, head + (rows[0]?.[0]?.length ?? 0)],
  }
}

/** Marks beside a space would not be read as marks. */
function withoutSpace(value: string, start: number, end: number): [number, number] {
  const chosen = value.slice(start, end)
  if (chosen.trim() === "") return [start, end]
  const before = chosen.length - chosen.trimStart().length
  const after = chosen.length - chosen.trimEnd().length
  return [start + before, end - after]
}

function endOfLine(value: string, at: number): number {
  const end = value.indexOf("\n", at)
  return end === -1 ? value.length : end
}
