import type { TokenScope } from "./accounts/index.ts"
import { groups, type tags } from "./api-tags.ts"
import { ANY_SCOPE } from "./kernel/bearer.ts"

type Area = TokenScope extends `${infer A}:${string}` ? A : never

/**
 * What a token must be good for, by the heading that a route stands under. Null: no token is good for it, because it
 * decides who gets in and what they may do, or because it is nobody's but one person's.
 */
const AREAS: Record<keyof typeof tags, Area | null> = {
  account: null,
  questions: "forum",
  answers: "forum",
  "best-practices": "forum",
  posts: "forum",
  search: "forum",
  adoption: "forum",
  announcements: "announcements",
  conversations: null,
  notifications: "notifications",
  categories: "forum",
  people: null,
  departments: null,
  directories: null,
  providers: null,
  installation: null,
  interface: null,
  programmes: "qualification",
  cohorts: "qualification",
  sessions: "qualification",
  consulting: "qualification",
  rules: null,
  events: "qualification",
  retrospectives: "qualification",
  projects: "qualification",
  impulses: "qualification",
  evidence: "qualification",
  assessments: "qualification",
  certificates: "qualification",
  journal: null,
}

/** Where an address is about something else than its heading. */
const OTHERWISE: Record<string, Area | null> = {
  // Decides who reads a category and who answers for it.
  structure: null,
  // Its answer is an address that opens the calendar to whoever knows it.
  "calendar-feed": null,
  // What somebody has not shown to anybody yet.
  drafts: null,
}

/** Single routes: whose the token is, and what a question can be passed on to. */
const SINGLE: Record<string, TokenScope | typeof ANY_SCOPE> = {
  "GET /api/me": ANY_SCOPE,
  "GET /api/departments": "forum:read",
}

/** Of a route of the API; what is not named here takes no token. */
export function scopeOf(method: string, url: string): TokenScope | typeof ANY_SCOPE | null {
  const segment = url.split("/")[2] ?? ""
  const single = SINGLE[`${method} ${url}`]
  if (single) return single
  const area = Object.hasOwn(OTHERWISE, segment) ? OTHERWISE[segment] : areaOf(groups[segment] ?? segment)
  return area ? `${area}:${method === "GET" ? "read" : "write"}` : null
}

const areaOf = (tag: string): Area | null => (AREAS as Record<string, Area | null>)[tag] ?? null
