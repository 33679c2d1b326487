import type { AgreementRow } from "../../../../server/qualification/index.ts"
import { Badge, formatDay, useReader } from "../../../layout/index.ts"
import { ANSWER_TONES } from "./submissions.tsx"

/** What a manager has answered, with the day where it depends on one. */
export function AgreementState({
  answer,
  submittedOn,
  talkOn,
}: Pick<AgreementRow, "answer" | "submittedOn" | "talkOn">) {
  const { t, locale } = useReader()
  const words = t.qualification.projects
  const text =
    answer === "waiting"
      ? words.waitingSince(formatDay(submittedOn, locale))
      : answer === "talk" && talkOn
        ? words.talkProposed(formatDay(talkOn, locale))
        : words.answers[answer]
  return <Badge kind={ANSWER_TONES[answer]}>{text}</Badge>
}
