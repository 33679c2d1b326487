import { words } from "./words.ts"

/** What our own API refused, in words for the person; anything else is a failed connection. */
export class ApiFault extends Error {}

export async function callApi(path: string, body?: object): Promise<unknown> {
  const response = await fetch(path, {
    method: body ? "POST" : "GET",
    headers: { accept: "application/json", ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json()
  if (!response.ok) throw new ApiFault(faultOf(answer))
  return answer
}

/** The first fault of a field says more than the problem as a whole. */
export function faultOf(problem: unknown): string {
  if (typeof problem !== "object" || problem === null) return words.failed
  if ("errors" in problem && Array.isArray(problem.errors)) {
    const [first] = problem.errors
    if (typeof first?.title === "string" && first.title) return first.title
  }
  return "title" in problem && typeof problem.title === "string" ? problem.title : words.failed
}

export const wordsFor = (error: unknown): string => (error instanceof ApiFault ? error.message : words.failed)
