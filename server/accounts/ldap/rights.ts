import { given, rolesAfter } from "../providers/granting.ts"
import type { Granted } from "../providers/rules.ts"
import type { Known } from "./known.ts"
import type { Planning, Rights } from "./plan.ts"

/** As after a sign-in by a service: what the rules give now comes, what they gave before and give no longer goes. */
export function rightsOf(
  planning: Planning,
  former: Known | null,
  { roles, departmentIds }: Granted,
): Rights {
  const { open } = planning
  const had = former?.roles ?? []
  const before = former?.grantedRoles ?? []
  const losesAdmin = had.includes("admin") && before.includes("admin") && !roles.includes("admin")
  const isLastAdmin = former !== null && losesAdmin && !mayLoseAccess(planning, former)
  const belongs = former?.departmentIds ?? []
  const beforeIn = former?.grantedDepartments ?? []
  const kept = belongs.filter((id) => !beforeIn.includes(id) || !open.has(id))
  const now = departmentIds.filter((id) => open.has(id))
  return {
    roles: rolesAfter(had, before, roles, isLastAdmin),
    departmentIds: [...new Set([...kept, ...now])].sort(),
    grantedRoles: isLastAdmin ? before : given(before, had, roles),
    grantedDepartments: given(beforeIn, belongs, now),
  }
}

/** Somebody has to be left who administers. */
export function mayLoseAccess({ admins, skip }: Planning, one: Known): boolean {
  if (!admins.has(one.id)) return true
  if (admins.size === 1) {
    skip(one, "last-admin")
    return false
  }
  admins.delete(one.id)
  return true
}
