import { foldLooks, foldLooksWithPlaces, placeInOriginal } from "../../kernel/folding.ts"
import {
  DISCLAIMER,
  greetingLength,
  HEADER,
  isClosing,
  POSTSCRIPT,
  QUOTED,
  RULE,
  SENDER,
  SEPARATOR,
  SIGNATURE_MARK,
  SIGNED,
  SMALL_PRINT,
  STAMPED,
  SUBJECT,
  SUBJECT_PREFIXES,
  TELLING,
  WROTE,
  WROTE_BY_PROGRAM,
} from "./mail-patterns.ts"

type MailPartKind = "greeting" | "closing" | "signature" | "quoted-header" | "quoted-text" | "disclaimer"

/** A piece of the pasted text, by its places in it. */
export type MailPart = { kind: MailPartKind; text: string; start: number; end: number }

export type PastedMail = {
  looksLikeMail: boolean
  /** Of the newest mail, without "AW:" and "WG:"; for the title. */
  subject?: string
  /** The text without all of the parts. */
  body: string
  /** What is offered for removal, in order, without overlap. Empty when it is no mail. */
  removed: MailPart[]
}

/** Takes apart the text of a mail that somebody pasted. Runs in the browser too: nothing leaves it. */
export function readPastedMail(text: string): PastedMail {
  const lines = splitLines(text)
  const heads = findHeads(lines)
  const found = [...heads, ...readSections(lines, heads, false)].toSorted((a, b) => a.from - b.from)
  if (!isMail(found)) return { looksLikeMail: false, body: text, removed: [] }
  const removed = placesOf(text, lines, found)
  const subject = findSubject(heads)
  return { looksLikeMail: true, ...(subject && { subject }), body: withoutParts(text, removed), removed }
}

/**
 * What somebody wrote in a mail that came in: without greeting, closing, signature, small print and what it quotes.
 * @param isReply only what stands above the quoted mail or between its lines is theirs; otherwise a mail that was merely
 * forwarded is what they want to say
 */
export function readReceivedMail(text: string, isReply: boolean): string {
  const lines = splitLines(text)
  const heads = findHeads(lines)
  return withoutParts(text, placesOf(text, lines, [...heads, ...readSections(lines, heads, isReply)]))
}

/** The text without the parts that a person chose, and without the gaps that they leave. */
export function withoutParts(text: string, parts: Pick<MailPart, "start" | "end">[]): string {
  let kept = ""
  let at = 0
  for (const { start, end } of parts.toSorted((a, b) => a.start - b.start)) {
    kept += text.slice(at, start)
    at = Math.max(at, end)
  }
  const lines = (kept + text.slice(at)).split("\n").map((line) => line.trimEnd())
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

/** Without the space around it, and folded: what looks the same is read alike. */
type Line = { start: number; end: number; text: string; typed: string }

/** Lines `from` to before `to`; `cut` when only the beginning of a single line is meant. */
type Found = {
  kind: MailPartKind
  from: number
  to: number
  cut?: number | undefined
  subject?: string | undefined
  certain?: boolean
}

function placesOf(text: string, lines: Line[], found: Found[]): MailPart[] {
  return found.map(({ kind, from, to, cut }) => {
    const start = lines[from]?.start ?? 0
    const end = cut === undefined ? (lines[to - 1]?.end ?? text.length) : start + cut
    return { kind, start, end, text: text.slice(start, end) }
  })
}

/** A line that is bold or slanted as a whole says the same as a plain one. */
const LOOK = /^(\*\*|__|[*_])(?=[^\s*_])(.+)\1$/

function splitLines(text: string): Line[] {
  let start = 0
  return text.split("\n").map((raw) => {
    const first = start + raw.length - raw.trimStart().length
    const typed = raw.trim()
    start += raw.length + 1
    const plain = foldLooks(typed).trim()
    return { start: first, end: first + typed.length, text: LOOK.exec(plain)?.[2] ?? plain, typed }
  })
}

function findHeads(lines: Line[]): Found[] {
  const heads: Found[] = []
  for (let at = 0; at < lines.length; at++) {
    const head = readHead(lines, at) ?? readAttribution(lines, at)
    if (!head) continue
    heads.push(head)
    at = head.to - 1
  }
  return heads
}

/** "Von, Gesendet, An, Betreff", with the line that a mail program draws above it. */
function readHead(lines: Line[], from: number): Found | undefined {
  const first = lines[from]?.text ?? ""
  const isSeparated = SEPARATOR.test(first)
  const isAnnounced = isSeparated || RULE.test(first)
  const { names, subject, to } = readHeaders(lines, isAnnounced ? skipBlank(lines, from + 1) : from)
  const isHead = names.length >= 2 && names.some((name) => TELLING.test(name))
  const isSubject = subject !== undefined && lines.slice(0, from).every((line) => line.text === "")
  if (!isHead && !isSubject && !isSeparated) return undefined
  const certain = isSeparated || names.length > 2 || (isHead && names.some((name) => SENDER.test(name)))
  return { kind: "quoted-header", from, to: names.length > 0 ? to : from + 1, certain, subject }
}

const MAX_HEAD_LINES = 15

/** Header lines one below the other, with at most one blank line between, as some programs paste them. */
function readHeaders(lines: Line[], from: number) {
  const names: string[] = []
  let subject: string | undefined
  let to = from
  for (let at = from; ; at = skipBlank(lines, to)) {
    const [, name, value] = HEADER.exec(lines[at]?.text ?? "") ?? []
    if (!name || at - to > 1 || names.length >= MAX_HEAD_LINES) return { names, subject, to }
    names.push(name)
    if (SUBJECT.test(name) && value !== undefined)
      subject ??= lines[at]?.typed.replace(/^[^:]*:[*\s\u200b-\u200f]*/, "")
    to = endOfReceivers(lines, at)
  }
}

/** A long list of receivers goes on in the next lines. */
function endOfReceivers(lines: Line[], at: number): number {
  let last = at
  while (/[;,]$/.test(lines[last]?.text ?? "") && last - at < MAX_HEAD_LINES) {
    const next = skipBlank(lines, last + 1)
    if (!lines[next]?.text.includes("@")) break
    last = next
  }
  return last + 1
}

function skipBlank(lines: Line[], from: number): number {
  let at = from
  while (lines[at]?.text === "" && at - from < 3) at++
  return at
}

/** "Am ... schrieb ...:", which may be broken over three lines. */
function readAttribution(lines: Line[], from: number): Found | undefined {
  if (STAMPED.test(lines[from]?.text ?? ""))
    return { kind: "quoted-header", from, to: from + 1, certain: true }
  let joined = ""
  for (let to = from + 1; to <= from + 3; to++) {
    const next = lines[to - 1]?.text
    joined = `${joined} ${next}`.trim()
    if (!next || joined.length > 400) return undefined
    const isQuoting = () => QUOTED.test(lines[skipBlank(lines, to)]?.text ?? "")
    if (WROTE.test(joined) && (WROTE_BY_PROGRAM.test(joined) || isQuoting())) {
      return { kind: "quoted-header", from, to, certain: true }
    }
  }
  return undefined
}

/** The text below each head. The first that says something is the mail; the others are what it answers. */
function readSections(lines: Line[], heads: Found[], isReply: boolean): Found[] {
  const starts = [0, ...heads.map((head) => head.to)]
  const ends = [...heads.map((head) => head.from), lines.length]
  const sections = starts.map((from, i) => trim(lines, from, ends[i] ?? lines.length))
  const main = isReply ? 0 : sections.findIndex(({ from, to }) => from < to)
  return sections.flatMap((section, i) => {
    if (section.from >= section.to) return []
    const isQuoting = QUOTED.test(lines[section.from]?.text ?? "")
    if (i === main || isQuoting) return readMain(lines, section.from, section.to)
    else return [{ kind: "quoted-text" as const, ...section }]
  })
}

function readMain(lines: Line[], from: number, to: number): Found[] {
  const found: Found[] = []
  let mayGreet = true
  let at = from
  while (at < to) {
    const text = lines[at]?.text ?? ""
    const part = readPart(lines, at, to, mayGreet)
    if (part) found.push(part)
    else if (SIGNATURE_MARK.test(text) || (SIGNED.test(text) && to - at <= 20)) break
    mayGreet &&= part !== undefined || text === ""
    at = part?.to ?? at + 1
    if (part?.kind === "closing") break
  }
  return [...found, ...readTail(lines, at, to)]
}

function readPart(lines: Line[], at: number, end: number, mayGreet: boolean): Found | undefined {
  const text = lines[at]?.text ?? ""
  if (QUOTED.test(text)) return readQuote(lines, at, end)
  else if (DISCLAIMER.test(text)) return { kind: "disclaimer", from: at, to: endOfParagraph(lines, at, end) }
  else if (isClosing(text)) return { kind: "closing", from: at, to: at + 1 }
  else return mayGreet && greetingLength(text) > 0 ? readGreeting(lines, at) : undefined
}

function readQuote(lines: Line[], from: number, end: number): Found {
  let to = from + 1
  for (let at = to; at < end && (lines[at]?.text === "" || QUOTED.test(lines[at]?.text ?? "")); at++) {
    if (lines[at]?.text !== "") to = at + 1
  }
  return { kind: "quoted-text", from, to }
}

/** Several lines when several people are addressed; only its beginning when the line goes on. */
function readGreeting(lines: Line[], from: number): Found {
  const first = lines[from]?.text ?? ""
  if (greetingLength(first) < first.length) {
    const folded = foldLooksWithPlaces(lines[from]?.typed ?? "")
    const { end } = placeInOriginal(folded, 0, greetingLength(folded.text))
    return { kind: "greeting", from, to: from + 1, cut: end }
  }
  let to = from + 1
  const isWhole = (text: string) => text !== "" && greetingLength(text) === text.length
  while (isWhole(lines[to]?.text ?? "")) to++
  return { kind: "greeting", from, to }
}

/** Below the closing: the signature, then the small print; a postscript belongs to the text. */
function readTail(lines: Line[], from: number, to: number): Found[] {
  const found: Found[] = []
  const rest = trim(lines, from, to)
  let at = rest.from
  const ends = (line: Line) => POSTSCRIPT.test(line.text) || isSmallPrint(line.text) || QUOTED.test(line.text)
  while (at < rest.to && !ends(lines[at] ?? { start: 0, end: 0, text: "", typed: "" })) at++
  const signature = trim(lines, rest.from, at)
  if (signature.from < signature.to) found.push({ kind: "signature", ...signature })
  if (at < rest.to && isSmallPrint(lines[at]?.text ?? ""))
    found.push({ kind: "disclaimer", from: at, to: rest.to })
  else if (at < rest.to) found.push(...readMain(lines, at, rest.to))
  return found
}

const isSmallPrint = (text: string) => DISCLAIMER.test(text) || SMALL_PRINT.test(text)

function endOfParagraph(lines: Line[], from: number, end: number): number {
  let to = from + 1
  while (to < end && lines[to]?.text !== "") to++
  return to
}

function trim(lines: Line[], from: number, to: number): { from: number; to: number } {
  while (from < to && lines[from]?.text === "") from++
  while (from < to && lines[to - 1]?.text === "") to--
  return { from, to }
}

/** One polite line is no mail yet. */
function isMail(found: Found[]): boolean {
  if (found.some((part) => part.certain)) return true
  const kinds = new Set(found.filter((part) => part.kind !== "quoted-text").map((part) => part.kind))
  return kinds.size >= 2
}

function findSubject(heads: Found[]): string | undefined {
  const subject = heads.find((head) => head.subject)?.subject
  return (subject && withoutPrefixes(subject)) || undefined
}

/** A subject without "AW:" and "WG:", in one line. */
export const withoutPrefixes = (subject: string): string =>
  subject.replace(SUBJECT_PREFIXES, "").replace(/\s+/g, " ").trim()
