import { type Static, type TSchema, Type } from "typebox"
import { AtVersion, Choice, Closed, Day, Instant, Nullable, Text } from "../../kernel/schemas.ts"
import { MemberName } from "../schema.ts"
import { EVERY_PROMPT } from "./tables.ts"

const MOST = 4000
const perPrompt = <T extends TSchema>(name: string, value: T) =>
  Closed(name, {
    achieved: value,
    helped: value,
    hindered: value,
    learned: value,
    wishes: value,
    ahead: value,
  })

/** The own experience to each prompt; empty where there is nothing to say. */
export const Contributions = perPrompt("ReportContribution", Text(MOST, 0))
export type Contributions = Static<typeof Contributions>

const Field = Closed("ReportField", { text: Text(MOST, 0), included: Type.Boolean() })

/** What the composer writes; only what is included ever reaches a manager. */
export const SavedReport = Closed("SavedReport", {
  version: Type.Integer({ minimum: 0 }),
  fields: perPrompt("ReportFields", Field),
})
export type SavedReport = Static<typeof SavedReport>

export const ApprovedReport = AtVersion
export const ReleasedReport = Closed("ReportRelease", {
  version: Type.Integer({ minimum: 1 }),
  expiresOn: Day,
})
export type ReleasedReport = Static<typeof ReleasedReport>

/** As the group works on it. */
export const ReportView = Closed("Report", {
  version: Type.Integer(),
  fields: perPrompt("ReportFields", Field),
  composer: Nullable(MemberName),
  /** Learners who have agreed with the present edition, and those who have not yet. */
  approved: Type.Array(Type.String()),
  waiting: Type.Array(Type.String()),
  released: Nullable(Closed({ at: Instant, expiresOn: Day, expired: Type.Boolean() })),
  /** Of each prompt what learners collected, without names; facilitators do not get them. */
  contributions: Nullable(perPrompt("ReportContributions", Type.Array(Type.String()))),
  own: Nullable(Contributions),
  can: Closed({
    contribute: Type.Boolean(),
    compose: Type.Boolean(),
    edit: Type.Boolean(),
    approve: Type.Boolean(),
    release: Type.Boolean(),
    withdraw: Type.Boolean(),
  }),
})

export type ReportView = Static<typeof ReportView>

/** As managers read it: the released fields and nothing else. */

export const ReleasedView = Closed("ReleasedReport", {
  fields: Type.Array(Closed({ prompt: Choice(EVERY_PROMPT), text: Type.String() })),
  composer: Type.String(),
  releasedOn: Day,
  expiresOn: Day,
})
export type ReleasedView = Static<typeof ReleasedView>
