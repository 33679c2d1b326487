import type { IncomingMessage } from "node:http"

type Asked = Pick<IncomingMessage, "headers">

/** Whether whoever asks has it already: what lies under a key never changes, and the key is its tag. */
export function isUnchanged({ headers }: Asked, tag: string): boolean {
  const known = headers["if-none-match"]?.split(",") ?? []
  return known.some((one) => one.trim().replace(/^W\//, "") === tag)
}

/**
 * The part that is asked for, first and last byte; null where all is wanted or several parts, "none" where the file ends
 * before. Only of the file that the one who asks has begun with.
 */
export function partOf(
  { headers }: Asked,
  tag: string,
  bytes: number,
): readonly [number, number] | "none" | null {
  const begun = headers["if-range"]
  if (begun !== undefined && begun !== tag) return null
  const [, first = "", last = ""] = /^ *bytes=(\d*)-(\d*) *$/.exec(headers.range ?? "") ?? []
  if (first === "" && last === "") return null
  if (first === "")
    return Number(last) > 0 && bytes > 0 ? [Math.max(0, bytes - Number(last)), bytes - 1] : "none"
  if (last !== "" && Number(last) < Number(first)) return null
  if (Number(first) >= bytes) return "none"
  return [Number(first), last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1)]
}
