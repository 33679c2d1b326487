import { type Static, Type } from "typebox"
import { MAX_MARKDOWN_LENGTH } from "../../kernel/markdown-grammar.ts"
import { Line, Text } from "../../kernel/schemas.ts"

/** What a person, a department, a category, a thread or an answer is called in other files. */
export const Key = Type.String({ pattern: "^[a-z0-9-]+$" })
export const Keys = Type.Array(Key, { uniqueItems: true })
export const Name = Line(160)
/** As `digcomp@2.2:4.2`. */
export const Competence = Type.String({ pattern: "^[a-z]+@[0-9.]+:[A-Z0-9.]+$" })
export const Markdown = Text(MAX_MARKDOWN_LENGTH)
/** All departments, or those that are listed. */
export const Audience = Type.Union([Type.Literal("all"), Keys])
export type SeedAudience = Static<typeof Audience>

export const moment = {
  /** Whole days before the day of the seed. */
  daysAgo: Type.Integer({ minimum: 1 }),
  /** Local time of the town, within office hours. */
  time: Type.String({ pattern: "^\\d\\d:\\d\\d$" }),
}
export type Moment = { daysAgo: number; time: string }
