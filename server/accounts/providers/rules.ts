import { ROLES, type Role } from "../../kernel/actor.ts"
import type { Comparison } from "./tables.ts"

export type Claims = Record<string, unknown>

export type Rule = {
  id: string
  claim: string
  comparison: Comparison
  value: string
  role: Role | null
  departmentId: string | null
}

/** What the rules make of somebody, and which of them did so. */
export type Granted = { roles: Role[]; departmentIds: string[]; ruleIds: string[] }

/** Every rule that holds gives what it gives; none takes anything away from another. */
export function applyRules(rules: Rule[], claims: Claims): Granted {
  const holding = rules.filter((rule) => holds(rule, claims))
  const roles = new Set(holding.map(({ role }) => role))
  const departmentIds = holding.flatMap(({ departmentId }) => departmentId ?? [])
  return {
    roles: ROLES.filter((role) => roles.has(role)),
    departmentIds: [...new Set(departmentIds)],
    ruleIds: holding.map(({ id }) => id),
  }
}

/** Letter for letter: a provider that means another group writes it otherwise. */
function holds({ claim, comparison, value }: Rule, claims: Claims): boolean {
  const stated = valuesOf(claims, claim)
  return comparison === "is" ? stated.includes(value) : stated.some((one) => one.startsWith(value))
}

/** The claim of exactly this name comes first: some providers have addresses as names, with dots in them. */
function valuesOf(claims: Claims, claim: string): string[] {
  if (Object.hasOwn(claims, claim)) return textsIn(claims[claim])
  const found = claim.split(".").reduce<unknown>((within, name) => {
    const isInside = typeof within === "object" && within !== null && Object.hasOwn(within, name)
    return isInside ? Object(within)[name] : undefined
  }, claims)
  return textsIn(found)
}

const textsIn = (value: unknown): string[] =>
  [value].flat().flatMap((one) => (["string", "number", "boolean"].includes(typeof one) ? [String(one)] : []))
