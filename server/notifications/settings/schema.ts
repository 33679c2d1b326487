import { type Static, Type } from "typebox"
import { Choice, Closed, Instant, Nullable } from "../../kernel/schemas.ts"
import { INBOX_NOTICES, MAIL_TIMES } from "../reasons.ts"

const Time = Choice(MAIL_TIMES, "MailTime")
const Hour = Type.Integer({ minimum: 0, maximum: 23 })

/** From an hour of the day to another, over midnight where the first is the later one. */
const QuietHours = Closed("QuietHours", { from: Hour, until: Hour })

const MailTimeChoice = Closed("MailTimeChoice", { reason: Choice(INBOX_NOTICES, "InboxNotice"), time: Time })

/** What a person chooses. A reason that is left out goes out as shipped. */
export const MailSettings = Closed("MailSettings", {
  times: Type.Array(MailTimeChoice, { maxItems: INBOX_NOTICES.length }),
  quietHours: Nullable(QuietHours),
  quietOnDaysOff: Type.Boolean(),
})
export type MailSettings = Static<typeof MailSettings>

/** The same time for everything; null: as shipped. */
export const AllMailTimes = Closed("AllMailTimes", { time: Nullable(Time) })
export type AllMailTimes = Static<typeof AllMailTimes>

const MailReason = Closed("MailReason", {
  reason: Choice(INBOX_NOTICES, "InboxNotice"),
  time: Time,
  standard: Time,
  isOptional: Type.Boolean(),
})

export const MailSettingsView = Closed("MailSettingsView", {
  reasons: Type.Array(MailReason),
  quietHours: Nullable(QuietHours),
  quietOnDaysOff: Type.Boolean(),
  pausedUntil: Nullable(Instant),
})
export type MailSettingsView = Static<typeof MailSettingsView>
