import { type Static, Type } from "typebox"
import { ROLES } from "../../kernel/actor.ts"
import { Choice, Closed, Id } from "../../kernel/schemas.ts"
import { DepartmentName, LOCALES } from "../people/schema.ts"

/**
 * Kinds of mail without an entry in the inbox that a person can switch off; each such notice names one of them, or says
 * why it cannot be.
 */
export const OPTIONAL_MAILS = ["minutes", "agreements", "reports", "certificates"] as const
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
  mailWithoutContent: Type.Boolean(),
})
export type MeView = Static<typeof MeView>

export const MyChange = Closed(
  "MyChange",
  {
    locale: Type.Optional(Choice(LOCALES, "Locale")),
    mailOff: Type.Optional(MailOff),
    mailWithoutContent: Type.Optional(Type.Boolean()),
  },
  { minProperties: 1 },
)
export type MyChange = Static<typeof MyChange>
