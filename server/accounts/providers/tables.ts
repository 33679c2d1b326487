import { sql } from "drizzle-orm"
import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import type { Role } from "../../kernel/actor.ts"
import { instant } from "../../kernel/tables.ts"
import { departments, people, providers } from "../tables.ts"

export const COMPARISONS = ["is", "begins"] as const
export type Comparison = (typeof COMPARISONS)[number]

/** What somebody gets of whom the provider states this; the order is that in which administrators read them. */
export const providerRules = pgTable(
  "provider_rules",
  {
    id: uuid("id").primaryKey(),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    position: integer("position").notNull(),
    /** The name of the claim, with dots where it is within another: `realm_access.roles`. */
    claim: text("claim").notNull(),
    comparison: text("comparison").$type<Comparison>().notNull(),
    value: text("value").notNull(),
    role: text("role").$type<Role>(),
    departmentId: uuid("department_id").references(() => departments.id),
    version: integer("version").notNull(),
  },
  (table) => [
    index("provider_rules_provider").on(table.providerId, table.position),
    index("provider_rules_department").on(table.departmentId),
  ],
)

/** By whom a provider means which account here. The subject is the provider's own id of somebody. */
export const personIdentities = pgTable(
  "person_identities",
  {
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    subject: text("subject").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    linkedOn: text("linked_on").notNull(),
    /** What the rules gave at the last sign-in: only that do they take back. */
    grantedRoles: text("granted_roles").array().$type<Role[]>().notNull().default(sql`'{}'::text[]`),
    grantedDepartments: uuid("granted_departments").array().notNull().default(sql`'{}'::uuid[]`),
  },
  (table) => [
    primaryKey({ columns: [table.providerId, table.subject] }),
    uniqueIndex("person_identities_person").on(table.personId, table.providerId),
  ],
)

/** Why somebody is sent to the provider: to sign in, to link their account, to be asked about again, or to try it out. */
export const PURPOSES = ["sign-in", "link", "check", "try"] as const
export type Purpose = (typeof PURPOSES)[number]

/** Whoever is underway to a provider: what they have to come back with. Used once, and by the same browser. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    /** SHA-256 of the state in the address. */
    stateHash: text("state_hash").primaryKey(),
    /** SHA-256 of what the browser keeps in a cookie. */
    browserHash: text("browser_hash").notNull(),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    purpose: text("purpose").$type<Purpose>().notNull(),
    nonce: text("nonce").notNull(),
    verifier: text("verifier").notNull(),
    returnTo: text("return_to").notNull(),
    /** Whoever is signed in here: for all purposes but signing in. */
    personId: uuid("person_id").references(() => people.id),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    index("sign_in_attempts_provider").on(table.providerId),
    index("sign_in_attempts_person").on(table.personId),
    index("sign_in_attempts_expiry").on(table.expiresAt),
  ],
)

/** Logout tokens that were carried out: each is good for once. */
export const usedLogoutTokens = pgTable(
  "used_logout_tokens",
  {
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    /** SHA-256 of the token's id. */
    idHash: text("id_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.providerId, table.idHash] }),
    index("used_logout_tokens_expiry").on(table.expiresAt),
  ],
)
