import { type Static, Type } from "typebox"
import { ROLES } from "../../kernel/actor.ts"
import { Choice, Closed, Id } from "../../kernel/schemas.ts"
import { DepartmentName, LOCALES } from "../people/schema.ts"

/** Notices that a person can switch off. An invitation or a link for a new password cannot be. */
export const OPTIONAL_MAILS = ["answers", "asked-back", "certificates"] as const
const MailOff = Type.Array(Choice(OPTIONAL_MAILS, "OptionalMail"), {
  maxItems: OPTIONAL_MAILS.length,
  uniqueItems: true,
})

export const MeView = Closed("Me", {
  id: Id,
  displayName: Type.String(),
  email: Type.String(),
  roles: Type.Array(Choice(ROLES, "Role")),
  departments: Type.Array(DepartmentName),
  locale: Choice(LOCALES, "Locale"),
  mailOff: MailOff,
})
export type MeView = Static<typeof MeView>

export const MyChange = Closed(
  "MyChange",
  { locale: Type.Optional(Choice(LOCALES, "Locale")), mailOff: Type.Optional(MailOff) },
  { minProperties: 1 },
)
export type MyChange = Static<typeof MyChange>
