import { sql } from "drizzle-orm"
import { boolean, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core"
import type { Role } from "../../kernel/actor.ts"
import { instant } from "../../kernel/tables.ts"
import type { Comparison } from "../providers/tables.ts"
import { departments, directories, people } from "../tables.ts"

/** How a directory is read that does not come by itself: LDAP, Active Directory included. */
export const ldapDirectories = pgTable("ldap_directories", {
  directoryId: uuid("directory_id")
    .primaryKey()
    .references(() => directories.id),
  /** `ldaps://…`, or `ldap://…` for StartTLS and on the same machine. */
  address: text("address").notNull(),
  startsTls: boolean("starts_tls").notNull(),
  /** Certificates (PEM) by which the server is believed, where it is no public authority that signed its own. */
  authority: text("authority"),
  /** Who reads: a distinguished name, or what Active Directory takes instead. */
  bindName: text("bind_name").notNull(),
  /** That account's password, sealed. */
  secretKey: text("secret_key"),
  sealedSecret: text("sealed_secret"),
  base: text("base").notNull(),
  personFilter: text("person_filter").notNull(),
  /** Null: groups lie where the people do. */
  groupBase: text("group_base"),
  groupFilter: text("group_filter").notNull(),
  /** What stays the same whatever else changes of somebody: `entryUUID`, `objectGUID`. */
  idAttribute: text("id_attribute").notNull(),
  nameAttribute: text("name_attribute").notNull(),
  mailAttribute: text("mail_attribute").notNull(),
  /** It is read every night. */
  enabled: boolean("enabled").notNull(),
  /** Whoever meets none of the rules is not brought. */
  onlyMatched: boolean("only_matched").notNull(),
  /** Whom it brings sign in with the password that they have there. */
  signsIn: boolean("signs_in").notNull(),
  version: integer("version").notNull(),
  /** When it was last taken over. */
  takenAt: instant("taken_at"),
  /** Why it could not be taken over the last time; null where it could. */
  fault: text("fault"),
})

/** What somebody gets of whom a directory says this; the order is that in which administrators read them. */
export const directoryRules = pgTable(
  "directory_rules",
  {
    id: uuid("id").primaryKey(),
    directoryId: uuid("directory_id")
      .notNull()
      .references(() => directories.id),
    position: integer("position").notNull(),
    /** `groups`, or the name of an attribute of the person's. */
    claim: text("claim").notNull(),
    comparison: text("comparison").$type<Comparison>().notNull(),
    value: text("value").notNull(),
    role: text("role").$type<Role>(),
    departmentId: uuid("department_id").references(() => departments.id),
  },
  (table) => [
    index("directory_rules_directory").on(table.directoryId, table.position),
    index("directory_rules_department").on(table.departmentId),
  ],
)

/** Whom a directory that is read has brought. */
export const directoryPeople = pgTable(
  "directory_people",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => people.id),
    directoryId: uuid("directory_id")
      .notNull()
      .references(() => directories.id),
    /** What the rules gave the last time: only that do they take back. */
    grantedRoles: text("granted_roles").array().$type<Role[]>().notNull().default(sql`'{}'::text[]`),
    grantedDepartments: uuid("granted_departments").array().notNull().default(sql`'{}'::uuid[]`),
    /** Since when the directory has them no more, which closed the account; null for whoever it has. */
    missingSince: date("missing_since"),
  },
  (table) => [index("directory_people_directory").on(table.directoryId)],
)
