import { DAY, dayOf, today } from "../../../server/kernel/time.ts"
import { Badge, Day, useReader } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import type { Question } from "./rows.tsx"

/** From how many days before its date on a question is urgent. */
const SOON = 3
const UNANSWERED: Question["state"][] = ["open", "in-progress", "asked-back"]

/** "Antwort erbeten bis 3. März 2026, Termin ist morgen", for as long as the question is open. */
export function WantedBadge({ question }: { question: Question }) {
  const { t } = useReader()
  if (!question.wantedBy || !UNANSWERED.includes(question.state)) return null
  const ahead = daysBetween(today(), question.wantedBy)
  const kind = ahead < 0 ? "danger" : ahead <= SOON ? "warning" : "neutral"
  const urgency = ahead <= SOON && urgencyOf(t, ahead)
  return (
    <Badge kind={kind} icon="calendar">
      <span>
        {t.lists.row.wantedBy} <Day value={question.wantedBy} />
        {urgency && <>, {urgency}</>}
      </span>
    </Badge>
  )
}

/** Whole days since it was asked. */
export const waitingDays = (question: Question) => daysBetween(dayOf(new Date(question.createdAt)), today())

function urgencyOf(t: Texts, ahead: number): string {
  if (ahead < 0) return t.lists.row.overdue(-ahead)
  if (ahead === 0) return t.lists.row.dueToday
  return t.lists.row.dueIn(ahead)
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY)
