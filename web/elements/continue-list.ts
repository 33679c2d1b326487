import { beginsQuotation, Survey } from "../../server/kernel/markdown-lines.ts"
import type { Edit } from "./markdown-edit.ts"

const START = /^([ \t]*)((?:> ?)*)(?:([-*]) (\[[ xX]\] )?|(\d{1,3})\. )?/
const QUOTED = /^ {0,3}(?:> ?)+/

/**
 * What Enter does in a list or quotation: the next line begins like this one, numbers count on; on an empty item the
 * list ends. Null where Enter is only a line break: what our grammar reads as text, such as "- 50,00 Euro".
 */
export function continueLine(value: string, start: number, end: number): Edit | null {
  const lineStart = value.lastIndexOf("\n", start - 1) + 1
  const lineEnd = endOf(value, end)
  const line = value.slice(lineStart, lineEnd)
  const [mark = "", indent = "", quote = "", bullet, task, number] = START.exec(line) ?? []
  const isItem = bullet !== undefined || number !== undefined
  if ((!isItem && quote === "") || start < lineStart + mark.length || isInCode(value, lineStart)) return null
  if (value.slice(lineStart + mark.length, lineEnd).trim() === "")
    return endItem(value, lineStart, lineEnd, indent, quote)
  if (!isRead(value, lineStart, isItem)) return null
  const next = bullet ? `${bullet} ${task ? "[ ] " : ""}` : number ? `${Number(number) + 1}. ` : ""
  const text = `\n${indent}${quote}${next}`
  // Spaces around the break belong to neither line.
  const before = value.slice(lineStart, start).trimEnd().length
  const from = Math.max(lineStart + before, lineStart + mark.trimEnd().length)
  const to = end + (/^[ \t]*/.exec(value.slice(end, lineEnd))?.[0].length ?? 0)
  const cursor = from + text.length
  if (!number) return { from, to, text, select: [cursor, cursor] }
  const rest = value.slice(to, lineEnd)
  const below = countOn(value.slice(lineEnd), indent + quote, Number(number))
  return { from, to: lineEnd + below.length, text: text + rest + below.text, select: [cursor, cursor] }
}

/** The item above it a level higher, or a blank line, so that what follows is no part of the list. */
function endItem(value: string, lineStart: number, lineEnd: number, indent: string, quote: string): Edit {
  const above = indent === "" ? null : parentOf(value.slice(0, lineStart), indent)
  const isAfterLine =
    lineStart > 0 &&
    value
      .slice(0, lineStart - 1)
      .split("\n")
      .at(-1)
      ?.trim() !== ""
  const text = above ? above : isAfterLine && quote === "" ? "\n" : quote && isAfterLine ? "\n" : ""
  const cursor = lineStart + text.length
  return { from: lineStart, to: lineEnd, text, select: [cursor, cursor] }
}

function parentOf(before: string, indent: string): string | null {
  for (const line of before.split("\n").reverse()) {
    const [, space = "", quote = "", bullet, task, number] = START.exec(line) ?? []
    if (space.length >= indent.length || (bullet === undefined && number === undefined)) continue
    return `${space}${quote}${bullet ? `${bullet} ${task ? "[ ] " : ""}` : `${Number(number) + 1}. `}`
  }
  return null
}

/** The items below that counted on from this one do so again. */
function countOn(after: string, prefix: string, number: number): { text: string; length: number } {
  let text = ""
  let length = 0
  let last = number
  for (const line of after.split("\n").slice(1)) {
    const [found, , , , , own] = START.exec(line) ?? []
    const isSame = own !== undefined && found === `${prefix}${own}. `
    if (isSame && Number(own) !== last + 1) break
    if (!isSame && !/^[ \t]+\S/.test(line)) break
    text += isSame ? `\n${prefix}${Number(own) + 1}. ${line.slice(found?.length ?? 0)}` : `\n${line}`
    length += line.length + 1
    if (isSame) last++
  }
  return { text, length }
}

/** Asks our own grammar, which looks at the lines around, too. Deeper items are read like those of the first level. */
function isRead(value: string, lineStart: number, isItem: boolean): boolean {
  const at = value.slice(0, lineStart).split("\n").length - 1
  const lines = value.split("\n").map((text) => ({ text, lazy: false }))
  const line = lines[at]
  if (!line) return false
  if (!isItem)
    return beginsQuotation(line) || (lines[at - 1] !== undefined && QUOTED.test(lines[at - 1]?.text ?? ""))
  const inner = lines.map(({ text }) => ({ text: text.replace(QUOTED, "").trimStart(), lazy: false }))
  return new Survey(inner).itemAt(at) !== undefined
}

const isInCode = (value: string, at: number) => (value.slice(0, at).match(/^`{3,}/gm)?.length ?? 0) % 2 === 1

function endOf(value: string, at: number): number {
  const end = value.indexOf("\n", at)
  return end === -1 ? value.length : end
}
