import type { retention as german } from "../de/accounts-retention.ts"
import type { Translated } from "../translated.ts"

export const retention: Translated<typeof german> = {
  title: "Retention",
  lead: "Here you set how long data stay. What is older is deleted at night. Without a period it stays.",
  rules: "Periods",
  days: (title) => `Days: ${title}`,
  daysHint: "At least 30. Empty: no period.",
  trial: "What would be deleted in the next night",
  trialHint: "Counted is what is older than its period now and not on hold. Only numbers are shown.",
  trialNone: "No period is set yet.",
  kind: "Kind",
  period: "Period",
  count: "Would be deleted",
  inDays: (days) => `${days} days`,
  elsewhere: "Periods that are fixed or set elsewhere are named by the",
  catalogue: "list of stored data",
  holds: "Holds against deletion",
  holdsLead:
    "What is needed for a proceeding you can put on hold. As long as it is, none of the periods above deletes any of it, the account is not dissolved, and what somebody wrote for themselves in a cohort stays even after they were taken out or deactivated. Not covered are the day of deletion of a cohort, the period for messages, and what people delete themselves.",
  holdsNone: "Nothing is on hold.",
  person: "A person’s data",
  thread: "Question or best practice",
  of: "What is to be put on hold?",
  id: "Address of the page, or id",
  idHint: "Of a person the address of their page in the administration, of a thread the address of its page.",
  reason: "Reason",
  place: "Put on hold",
  by: (name) => `put on hold by ${name} on`,
  lift: "Lift the hold",
  liftText: "After that the periods count again.",
  liftNow: "Lift it now",
}
