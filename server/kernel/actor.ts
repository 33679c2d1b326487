export const ROLES = ["clerk", "specialist", "lead", "facilitator", "editor", "admin"] as const
export type Role = (typeof ROLES)[number]
export type Locale = "de" | "en"
/** The same words in every language. */
export type Bilingual = Record<Locale, string>

/** Who acts. Built anew from the database for every request, and passed as a parameter. */
export type Actor = {
  id: string
  displayName: string
  roles: Role[]
  departments: string[]
  locale: Locale
  /** Public id of the session that the request came in; null for jobs and the seed. */
  sessionId: string | null
}

export const has = (actor: Actor, role: Role) => actor.roles.includes(role)
export const belongsTo = (actor: Actor, departmentId: string | null) =>
  departmentId !== null && actor.departments.includes(departmentId)
