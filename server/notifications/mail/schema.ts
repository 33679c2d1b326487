import { type Static, Type } from "typebox"
import { SEND_FAULTS } from "../../kernel/mail-faults.ts"
import { Choice, Closed, Id, Instant, Named, Nullable } from "../../kernel/schemas.ts"

/** A mail that did not go out, without anything of what it says. */
export const UnsentMail = Closed("UnsentMail", {
  id: Id,
  /** The name of the notice that it tells; of one that tells of several, that of its queue. */
  notice: Type.String(),
  /** Whom it is for, by the name of today. */
  person: Nullable(Named),
  /** What the mail server answered, in numbers, or what became of the connection. */
  code: Nullable(Type.String()),
  at: Instant,
  /** When it is tried again; null where it was given up. */
  next: Nullable(Instant),
})
export type UnsentMail = Static<typeof UnsentMail>

export const MailQueue = Closed("MailQueue", {
  waiting: Type.Integer(),
  /** Since when the one waits that waits longest. */
  since: Nullable(Instant),
  repeated: Type.Array(UnsentMail),
  failed: Type.Array(UnsentMail),
})
export type MailQueue = Static<typeof MailQueue>

export const StoppedAddress = Closed("StoppedAddress", {
  id: Id,
  /** Whose address it is: a person's, or the shared mailbox of a department. */
  person: Nullable(Named),
  department: Nullable(Named),
  address: Type.String(),
  code: Type.String(),
  at: Instant,
})
export type StoppedAddress = Static<typeof StoppedAddress>

export const MailTest = Closed("MailTest", {
  /** Why it did not go out; null where it did. */
  fault: Nullable(Choice(["stopped", ...SEND_FAULTS], "SendFault")),
  code: Nullable(Type.String()),
  answer: Nullable(Type.String()),
  file: Nullable(Type.String()),
})
export type MailTest = Static<typeof MailTest>

export const MailsRetried = Closed("MailsRetried", { count: Type.Integer() })
