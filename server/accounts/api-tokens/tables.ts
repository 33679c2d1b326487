import { date, index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { people } from "../tables.ts"

/** What a token can be good for: reading or writing in a part of the forum. Nothing here decides on anybody's access. */
export const TOKEN_SCOPES = [
  "forum:read",
  "forum:write",
  "announcements:read",
  "announcements:write",
  "qualification:read",
  "qualification:write",
  "notifications:read",
  "notifications:write",
] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

/** Tokens by which a program acts for somebody, with their rights and no more: for a person, or for a service. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** SHA-256 of the token. */
    tokenHash: text("token_hash").notNull().unique(),
    /** What it is for, in the words of whoever has it. */
    name: text("name").notNull(),
    scopes: text("scopes").array().$type<TokenScope[]>().notNull(),
    createdOn: date("created_on").notNull(),
    /** The last day on which it is good. */
    expiresOn: date("expires_on").notNull(),
    /** The day of its last use; neither the hour nor from where. */
    usedOn: date("used_on"),
  },
  (table) => [index("api_tokens_person").on(table.personId), index("api_tokens_expiry").on(table.expiresOn)],
)
