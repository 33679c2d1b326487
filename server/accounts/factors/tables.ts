import { bigint, date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { bytea, instant } from "../../kernel/tables.ts"
import { people } from "../tables.ts"

/** A key pair on somebody's device, of which the device keeps the private half. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** What the device calls it by. */
    credentialId: text("credential_id").notNull().unique(),
    publicKey: bytea("public_key").notNull(),
    /** How often the device says that it has signed; most say 0. One that is smaller comes from a copy. */
    counter: bigint("counter", { mode: "number" }).notNull(),
    /** How browsers reach it, such as `usb` or `internal`. */
    transports: text("transports").array().notNull(),
    /** What its owner calls it. */
    name: text("name").notNull(),
    addedOn: date("added_on").notNull(),
  },
  (table) => [index("passkeys_person").on(table.personId)],
)

/** The key of the app that shows a new code every thirty seconds, sealed. When it was last used is not stored. */
export const totpKeys = pgTable("totp_keys", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => people.id),
  secretKey: text("secret_key").notNull(),
  sealedSecret: text("sealed_secret").notNull(),
  addedOn: date("added_on").notNull(),
})

/** Codes on paper for whoever has not got the other factors at hand. One that was used is gone. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** SHA-256 of the code. */
    codeHash: text("code_hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.codeHash] })],
)

/** What is still owed after the password: an answer by a second factor, or setting one up. */
export type Need = "factor" | "set-up"

/** Somebody whose password was right and who is not signed in yet. */
export const pendingSignIns = pgTable(
  "pending_sign_ins",
  {
    /** SHA-256 of the token in the cookie. */
    tokenHash: text("token_hash").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    need: text("need").$type<Need>().notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    index("pending_sign_ins_person").on(table.personId),
    index("pending_sign_ins_expiry").on(table.expiresAt),
  ],
)

/** Codes and challenges that were answered, until they would not be good any more: each counts once. */
export const usedAnswers = pgTable(
  "used_answers",
  {
    hash: text("hash").primaryKey(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("used_answers_expiry").on(table.expiresAt)],
)
