import type { Request } from "autocannon"
import { withTypo } from "../search/sets.ts"
import { queryOf, randomOf, rareWord } from "../search/words.ts"
import type { Forum } from "./generate.ts"

export type Person = { cookie: string }
export type Target = {
  name: string
  /** What it is held against. */
  floor: "read" | "write"
  /** The share of the floor that is to be reached. */
  goal: number
  requests: (forum: Forum, people: Person[], origin: string) => Request[]
}

/** So many different requests that neither a cache nor a limit for one person decides. */
const MANY = 200

const each = (people: Person[], pathOf: (at: number) => string): Request[] =>
  Array.from({ length: MANY }, (_, at) => ({
    method: "GET" as const,
    path: pathOf(at),
    headers: { cookie: people[at % people.length]?.cookie ?? "" },
  }))

const thread = (forum: Forum, at: number) => forum.measured[at % forum.measured.length] ?? ""
const category = (forum: Forum, at: number) => forum.categories[(at * 10) % forum.categories.length] ?? ""
/** In turn a frequent word, a rare one, one with a slip of the pen, and three. */
const queries = (() => {
  const random = randomOf(7)
  return Array.from({ length: MANY }, (_, at) => {
    const all = queryOf(random)
    const [frequent = ""] = all.split(" ")
    return [frequent, rareWord(random), withTypo(rareWord(random)), all][at % 4] ?? all
  })
})()
/** What is there of a word while it is typed. */
const beginnings = queries.map((query, at) => query.slice(0, 3 + (at % 8)))

const writes = (
  people: Person[],
  origin: string,
  path: (at: number) => string,
  body: (at: number) => object,
): Request[] =>
  Array.from({ length: MANY }, (_, at) => ({
    method: "POST" as const,
    path: path(at),
    headers: { cookie: people[at % people.length]?.cookie ?? "", origin, "content-type": "application/json" },
    body: JSON.stringify(body(at)),
  }))

/** As `generate.ts` gives out the roles. */
const specialists = (people: Person[]) => people.filter((_, at) => at % 20 === 0)

export const TARGETS: Target[] = [
  {
    name: "thread JSON",
    floor: "read",
    goal: 0.5,
    requests: (forum, people) => each(people, (at) => `/api/questions/${thread(forum, at)}`),
  },
  {
    name: "thread HTML",
    floor: "read",
    goal: 0.3,
    requests: (forum, people) => each(people, (at) => `/fragen/${thread(forum, at)}`),
  },
  {
    name: "category JSON",
    floor: "read",
    goal: 0.5,
    requests: (forum, people) => each(people, (at) => `/api/questions?category=${category(forum, at)}`),
  },
  {
    name: "category HTML",
    floor: "read",
    goal: 0.2,
    requests: (forum, people) => each(people, (at) => `/kategorien/${category(forum, at)}`),
  },
  { name: "start HTML", floor: "read", goal: 0.15, requests: (_, people) => each(people, () => "/") },
  {
    name: "queue JSON",
    floor: "read",
    goal: 0.4,
    requests: (_, people) => each(specialists(people), () => "/api/queue"),
  },
  {
    name: "queue HTML",
    floor: "read",
    goal: 0.15,
    requests: (_, people) => each(specialists(people), () => "/offene-fragen"),
  },
  {
    name: "search JSON",
    floor: "read",
    goal: 0.08,
    requests: (_, people) => each(people, (at) => `/api/search?q=${encodeURIComponent(queries[at] ?? "")}`),
  },
  {
    name: "suggestions JSON",
    floor: "read",
    goal: 0.15,
    requests: (_, people) =>
      each(people, (at) => `/api/search/suggestions?q=${encodeURIComponent(beginnings[at] ?? "")}`),
  },
  {
    name: "create question",
    floor: "write",
    goal: 0.2,
    requests: (forum, people, origin) =>
      writes(
        people,
        origin,
        () => "/api/questions",
        (at) => ({
          categoryId: category(forum, at),
          title: `Frage ${at}`,
          body: `Wie ist es im Fall ${at}?`,
          wantedBy: null,
          attachments: [],
          tags: [],
        }),
      ),
  },
  {
    name: "create answer",
    floor: "write",
    goal: 0.2,
    requests: (forum, people, origin) =>
      writes(
        people,
        origin,
        (at) => `/api/questions/${thread(forum, at)}/answers`,
        (at) => ({ body: `Antwort ${at}` }),
      ),
  },
]

export const FLOORS: Record<Target["floor"], Target["requests"]> = {
  read: (forum, people) => each(people, (at) => `/thread/${thread(forum, at)}`),
  write: (forum, people, origin) =>
    writes(
      people,
      origin,
      () => "/write",
      (at) => ({ threadId: thread(forum, at), body: `Antwort ${at}` }),
    ),
}
