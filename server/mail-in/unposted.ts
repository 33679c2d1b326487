/** Why a mail cannot become a post, beside what the forum itself refuses. */
export type Reason =
  | "no-address"
  | "unknown-place"
  | "foreign"
  | "expired"
  | "empty"
  | "title"
  | "too-long"
  | "too-large"
  | "unreadable"
  | "encrypted"
  | "calendar"

/** The mail goes back to its sender, with the reason. */
export class Unposted extends Error {
  readonly reason: Reason

  constructor(reason: Reason) {
    super(reason)
    this.reason = reason
  }
}
