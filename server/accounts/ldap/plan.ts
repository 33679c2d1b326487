import type { Role } from "../../kernel/actor.ts"
import type { Known } from "./known.ts"
import type { Listed } from "./listing.ts"
import type { LdapDirectory } from "./queries.ts"

/** Why something about somebody is not taken over. */
type Reason =
  | "name"
  | "address"
  | "address-taken"
  | "address-of-admin"
  | "administrator"
  | "elsewhere"
  | "inactive"
  | "last-admin"
export type Skipped = { who: string; why: Reason }

export const CHANGES = ["displayName", "email", "roles", "departmentIds", "bound", "returns"] as const
export type Change = (typeof CHANGES)[number]

export type Rights = {
  roles: Role[]
  departmentIds: string[]
  /** What of it the rules gave. */
  grantedRoles: Role[]
  grantedDepartments: string[]
}

/** What becomes of somebody whom the directory has. */
export type Planned = Omit<Listed, "claims"> &
  Rights & {
    /** Null for whoever has no account yet. */
    former: Known | null
    changes: Change[]
  }

export type Plan = {
  added: Planned[]
  changed: Planned[]
  /** Whose account is closed, because the directory has them no more. */
  gone: Known[]
  same: Planned[]
  /** How many of the directory meet no rule, where only those are wanted who do. */
  unmatched: number
  skipped: Skipped[]
  /** How many of the directory can sign in here before anything is changed. */
  active: number
}

/** What is known while the plan is made, and what it has come to so far. */
export type Planning = {
  directory: LdapDirectory
  byId: Map<string, Known>
  byAddress: Map<string, Known>
  /** Addresses of entries that were looked at already. */
  taken: Set<string>
  /** Departments that are there and that no other directory decides on. */
  open: ReadonlySet<string>
  /** Whoever administers after what is planned so far. */
  admins: Set<string>
  skip: (one: Pick<Listed, "displayName" | "email">, why: Skipped["why"]) => void
}
