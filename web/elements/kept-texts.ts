/** What was typed and not sent, in this browser: nothing of it reaches the server. */
export type Kept = { at: number; values: [name: string, value: string][] }

const PREFIX = "ff-keep:"
const WEEK = 7 * 24 * 3600 * 1000

/** A browser may forbid it altogether. */
export function openStorage(open: () => Storage): Storage | null {
  try {
    return open()
  } catch {
    return null
  }
}

/** What is stored may be anything: then there is nothing. */
export function readKept(storage: Storage | null, key: string, now = Date.now()): Kept | null {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(PREFIX + key) ?? "null")
    return isKept(kept) && kept.at > now - WEEK ? kept : null
  } catch {
    return null
  }
}

/** Whether it could be kept. */
export function writeKept(
  storage: Storage | null,
  key: string,
  values: Kept["values"],
  now = Date.now(),
): boolean {
  if (!storage) return false
  try {
    storage.setItem(PREFIX + key, JSON.stringify({ at: now, values } satisfies Kept))
    return true
  } catch {
    return false
  }
}

export function forgetKept(storage: Storage | null, key: string): void {
  storage?.removeItem(PREFIX + key)
}

/** At the end of a session everything, otherwise what is older than a week. */
export function sweepKept(storage: Storage | null, which: "all" | "old", now = Date.now()): void {
  if (!storage) return
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  for (const full of keys) {
    if (!full?.startsWith(PREFIX)) continue
    const key = full.slice(PREFIX.length)
    if (which === "all" || readKept(storage, key, now) === null) storage.removeItem(full)
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null || !("at" in value) || !("values" in value)) return false
  if (typeof value.at !== "number" || !Array.isArray(value.values)) return false
  return value.values.every(
    (pair) => Array.isArray(pair) && typeof pair[0] === "string" && typeof pair[1] === "string",
  )
}
