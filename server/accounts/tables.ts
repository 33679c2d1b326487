import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import type { Locale, Role } from "../kernel/actor.ts"
import { byName } from "../kernel/order.ts"
import { bytea, instant } from "../kernel/tables.ts"
import type { Land } from "../kernel/workdays.ts"

/** Pages whose shipped text an operator can replace. */
export const REPLACEABLE_PAGES = ["imprint", "privacy", "accessibility"] as const
export type ReplaceablePage = (typeof REPLACEABLE_PAGES)[number]
export type PageText = { text: string; html: string }
export type PageTexts = Partial<Record<ReplaceablePage, Partial<Record<Locale, PageText>>>>
export type DepartmentLabel = Record<Locale, { one: string; many: string }>

/** Who may sign in with a password: everybody, administrators only as an emergency entrance, or nobody. */
export const LOCAL_SIGN_INS = ["all", "admins", "none"] as const
export type LocalSignIn = (typeof LOCAL_SIGN_INS)[number]

/** One row: what an operator sets for the whole installation. */
export const installation = pgTable(
  "installation",
  {
    id: text("id").primaryKey().default("installation"),
    name: text("name").notNull(),
    /** What a department is called here: Abteilung, Referat, Sachgebiet, Amt … */
    departmentLabel: jsonb("department_label").$type<DepartmentLabel>().notNull(),
    /** Where the installation works: whose public holidays are no working days. Null: only those of all of Germany. */
    land: text("land").$type<Land>(),
    /** E-mails say that something happened, not what. */
    mailWithoutContent: boolean("mail_without_content").notNull().default(false),
    /** Texts that replace the shipped ones, by page and language; rendered when they are written. */
    pages: jsonb("pages").$type<PageTexts>().notNull().default({}),
    /** Holds example content: pages say that it is no legal advice. */
    example: boolean("example").notNull().default(false),
    localSignIn: text("local_sign_in").$type<LocalSignIn>().notNull().default("all"),
    /** Whoever has one of these roles needs a second factor besides the password. */
    factorRoles: text("factor_roles").array().$type<Role[]>().notNull().default(sql`'{}'::text[]`),
  },
  (table) => [check("installation_single", sql`${table.id} = 'installation'`)],
)

/** What keeps people and departments up to date from outside, such as an identity provider that speaks SCIM. */
export const directories = pgTable("directories", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  /** Whoever the directory brings gets an invitation; not where people sign in by another way than a password. */
  invites: boolean("invites").notNull(),
})

/** What a directory may do: read, write people, write people and departments. */
export const DIRECTORY_SCOPES = ["read", "people", "people-and-departments"] as const
export type DirectoryScope = (typeof DIRECTORY_SCOPES)[number]

export const directoryTokens = pgTable(
  "directory_tokens",
  {
    id: uuid("id").primaryKey(),
    directoryId: uuid("directory_id")
      .notNull()
      .references(() => directories.id),
    /** SHA-256 of the token. */
    tokenHash: text("token_hash").notNull().unique(),
    scope: text("scope").$type<DirectoryScope>().notNull(),
    createdOn: date("created_on").notNull(),
    /** The last day on which it is good. */
    expiresOn: text("expires_on").notNull(),
    usedOn: text("used_on"),
  },
  (table) => [index("directory_tokens_directory").on(table.directoryId)],
)

export const departments = pgTable(
  "departments",
  {
    id: uuid("id").primaryKey(),
    parentId: uuid("parent_id").references((): AnyPgColumn => departments.id),
    name: text("name").notNull(),
    shortName: text("short_name").notNull(),
    /** The shared mailbox that hears at once of what the department is to do; null where it has none. */
    mailbox: text("mailbox"),
    archivedAt: instant("archived_at"),
    /** Whose the name and the members are; null: the application's own. */
    directory: uuid("directory").references(() => directories.id),
    /** What the directory calls it by. */
    externalId: text("external_id"),
  },
  (table) => [
    index("departments_parent").on(table.parentId).where(sql`parent_id is not null`),
    index("departments_directory").on(table.directory).where(sql`directory is not null`),
  ],
)

export const people = pgTable(
  "people",
  {
    id: uuid("id").primaryKey(),
    displayName: text("display_name").notNull(),
    /** The name in the letters of a plain keyboard, to be found by; PostgreSQL keeps it, see `people/searching`. */
    nameKey: text("name_key").generatedAlwaysAs(sql`name_key(display_name)`),
    /** As written, umlauts in its domain included. */
    email: text("email").notNull(),
    /** As it is compared, where that is not simply its lower case: the domain as A-labels. */
    addressKey: text("address_key"),
    passwordHash: text("password_hash"),
    /** Signs the marks of browsers that the person signed in from; see sign-in/marks.ts. */
    markKey: bytea("mark_key"),
    active: boolean("active").notNull().default(true),
    /** No person: what programs act for. It has no password, gets no mail and is no colleague of anybody's. */
    isService: boolean("is_service").notNull().default(false),
    roles: text("roles").array().$type<Role[]>().notNull(),
    locale: text("locale").$type<Locale>().notNull().default("de"),
    /** Kinds of e-mail that the person had switched off before each reason had a time of its own; read by migrations alone. */
    mailOff: text("mail_off").array().notNull().default(sql`'{}'::text[]`),
    /** Their e-mails say that something happened, not what, also where the installation does not want it so for all. */
    mailWithoutContent: boolean("mail_without_content").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    /** Whose name, address and access are: the directory decides on them, and nobody here. Null: the application's own. */
    directory: uuid("directory").references(() => directories.id),
    /** What the directory calls the person by; kept where it let go of them, to know them again. */
    externalId: text("external_id"),
    /** What the person signs in with at the directory. */
    userName: text("user_name"),
    givenName: text("given_name"),
    familyName: text("family_name"),
    /** Since when the row names nobody any more and only holds together what stayed. */
    leftOn: date("left_on"),
  },
  (table) => [
    uniqueIndex("people_address").on(sql`coalesce(${table.addressKey}, lower(${table.email}))`),
    index("people_in_order").on(byName(table.displayName), table.id),
    uniqueIndex("people_user_name")
      .on(table.directory, sql`lower(${table.userName})`)
      .where(sql`directory is not null`),
    index("people_external_id").on(table.externalId).where(sql`external_id is not null`),
  ],
)

/** Somebody who works here: a person whose account is open. A condition on `people`. */
export const isAtWork = sql`(${people}.active and not ${people}.is_service)`

/** What `addressKey` of kernel/addresses makes of the person's address. Exactly so it is indexed. */
export const storedKey = sql`coalesce(${people.addressKey}, lower(${people.email}))`

/** A file that is looked at before it is taken over, for a day at most. */
export const peopleImports = pgTable(
  "people_imports",
  {
    id: uuid("id").primaryKey(),
    /** Who sent it; nobody else sees it. */
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    content: text("content").notNull(),
    invite: boolean("invite").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("people_imports_person").on(table.personId)],
)

export const memberships = pgTable(
  "memberships",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    departmentId: uuid("department_id")
      .notNull()
      .references(() => departments.id),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.departmentId] }),
    index("memberships_department").on(table.departmentId),
  ],
)

/** A sign-in service of the authority (OpenID Connect), as an administrator entered it. */
export const providers = pgTable("sign_in_providers", {
  id: uuid("id").primaryKey(),
  /** Part of the addresses that are registered at the provider, so it never changes. */
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  issuer: text("issuer").notNull(),
  clientId: text("client_id").notNull(),
  /** The client's secret, sealed; null where the environment holds it, or there is none. */
  secretKey: text("secret_key"),
  sealedSecret: text("sealed_secret"),
  scopes: text("scopes").notNull(),
  enabled: boolean("enabled").notNull(),
  /** Whoever has no account here gets one at the first sign-in. */
  createsAccounts: boolean("creates_accounts").notNull(),
  /** Whoever meets none of the rules does not come in. */
  onlyMatched: boolean("only_matched").notNull(),
  /** An account of the same confirmed address is linked at the first sign-in; never that of an administrator. */
  linksByEmail: boolean("links_by_email").notNull(),
  /** The provider answers for every address that it sends, and so sends no `email_verified`. */
  trustsEmail: boolean("trusts_email").notNull(),
  /** Signing out here signs out there as well. */
  endsThere: boolean("ends_there").notNull(),
  /** After how many minutes it is asked again whether the person is still signed in there; null: never. */
  recheckMinutes: integer("recheck_minutes"),
  version: integer("version").notNull(),
  /** Since when it was found unreachable; null while it answers. */
  unreachableSince: instant("unreachable_since"),
})

export const sessions = pgTable(
  "sessions",
  {
    /** SHA-256 of the token in the cookie. */
    tokenHash: text("token_hash").primaryKey(),
    publicId: uuid("public_id").notNull().unique(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** Rounded up to the week, so that it tells no last-seen time. */
    expiresAt: instant("expires_at").notNull(),
    signedInOn: text("signed_in_on").notNull(),
    /** Browser and system in two words ("Firefox, Windows"), to tell own sessions apart. */
    device: text("device").notNull(),
    /** By which provider somebody signed in; null: here. */
    providerId: uuid("provider_id").references(() => providers.id),
    /** SHA-256 of the provider's own id of the session, by which it ends the session from there. */
    providerSession: text("provider_session"),
    /** The provider's statement about the sign-in, sealed: shown to it when somebody signs out there as well. */
    idTokenKey: text("id_token_key"),
    sealedIdToken: text("sealed_id_token"),
  },
  (table) => [
    index("sessions_person").on(table.personId),
    index("sessions_expiry").on(table.expiresAt),
    index("sessions_provider")
      .on(table.providerId, table.providerSession)
      .where(sql`provider_id is not null`),
  ],
)

export type LinkPurpose = "invitation" | "reset"

export const oneTimeLinks = pgTable(
  "one_time_links",
  {
    /** SHA-256 of the token in the link. */
    tokenHash: text("token_hash").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    purpose: text("purpose").$type<LinkPurpose>().notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("one_time_links_person").on(table.personId)],
)

/** One row, made when it is first needed: what signs the marks of browsers as a whole; see sign-in/marks.ts. */
export const markKeys = pgTable(
  "mark_keys",
  {
    id: text("id").primaryKey().default("marks"),
    key: bytea("key").notNull(),
  },
  (table) => [check("mark_keys_single", sql`${table.id} = 'marks'`)],
)

/** At most one row, and only until somebody exists: the code that the process started last has printed. */
export const setupCodes = pgTable(
  "setup_codes",
  {
    id: text("id").primaryKey().default("setup"),
    /** SHA-256 of the code. */
    codeHash: text("code_hash").notNull(),
  },
  (table) => [check("setup_codes_single", sql`${table.id} = 'setup'`)],
)
