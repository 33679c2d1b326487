import type { Static } from "typebox"
import type { QuestionRow } from "../../../server/forum/index.ts"
import { dayOf, today } from "../../../server/kernel/time.ts"
import { countWorkdays, daysBetween } from "../../../server/kernel/workdays.ts"
import { Badge, useReader, WorkingDay } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

type Question = Static<typeof QuestionRow>

/** From how many working days before its date on a question is urgent. */
const SOON = 3
/** Working days are counted no further: between Christmas Eve and New Year most are off. */
const FAR = 21
const UNANSWERED: Question["state"][] = ["open", "in-progress", "asked-back"]

/** "Antwort erbeten bis 3. März 2026, Termin ist morgen", for as long as the question is open. */
export function WantedBadge({ question }: { question: Pick<Question, "state" | "wantedBy"> }) {
  const { t, land = null } = useReader()
  if (!question.wantedBy || !UNANSWERED.includes(question.state)) return null
  const ahead = daysBetween(today(), question.wantedBy)
  const workdays = ahead > FAR ? ahead : countWorkdays(today(), question.wantedBy, land)
  const isSoon = workdays <= SOON
  const kind = ahead < 0 ? "danger" : isSoon ? "warning" : "neutral"
  const urgency = isSoon && urgencyOf(t, ahead, workdays)
  return (
    <Badge kind={kind} icon="calendar">
      <span>
        {t.lists.row.wantedBy} <WorkingDay value={question.wantedBy} />
        {urgency && <>, {urgency}</>}
      </span>
    </Badge>
  )
}

/** Whole days since it was asked. */
export const waitingDays = (question: Question) => daysBetween(dayOf(new Date(question.createdAt)), today())

function urgencyOf(t: Texts, ahead: number, workdays: number): string {
  if (ahead < 0) return t.lists.row.overdue(-ahead)
  if (ahead === 0) return t.lists.row.dueToday
  return workdays < ahead ? t.lists.row.dueInWorkdays(ahead, workdays) : t.lists.row.dueIn(ahead)
}
