const VERBS: Record<string, string> = {
  GET: "Read",
  POST: "Create",
  PUT: "Change",
  PATCH: "Change",
  DELETE: "Remove",
}

/**
 * A line for a route that has none of its own, from its method and path: `POST /api/questions/:id/take` is
 * "Take a question". A plural names things; anything else at the end of a POST is what is done.
 */
export function summaryOf(method: string, path: string): string {
  const segments = path.split("/").slice(2)
  const last = segments.at(-1) ?? ""
  const before = segments.slice(0, -1)
  const verb = VERBS[method] ?? method
  if (isParameter(last)) return sentence(verb, one(before.at(-1)), owner(before.slice(0, -1)))
  if (method === "POST" && isPlural(last)) return sentence(verb, one(last), owner(before))
  if (method === "POST")
    return sentence(words(last), one(before.findLast((segment) => !isParameter(segment))))
  return sentence(method === "GET" && isPlural(last) ? "List" : verb, words(last), owner(before))
}

/** "of a question", where the path leads through one. */
const owner = (before: string[]) => (isParameter(before.at(-1)) ? `of ${one(before.at(-2))}` : "")

const isParameter = (segment = "") => segment.startsWith(":")
const isPlural = (segment: string) => segment.endsWith("s") || segment === "people"
const words = (segment: string) => segment.replaceAll("-", " ")

/** `cohort-steps` are several of a "cohort step". */
export const nameOfOne = (segment: string) =>
  segment === "people" ? "person" : words(segment).replace(/ies$/, "y").replace(/s$/, "")

function one(segment = ""): string {
  if (!isPlural(segment)) return words(segment)
  const singular = nameOfOne(segment)
  return `${/^[aeiou]/.test(singular) ? "an" : "a"} ${singular}`
}

function sentence(...parts: string[]): string {
  const text = parts.filter(Boolean).join(" ")
  return text.charAt(0).toUpperCase() + text.slice(1)
}
