import type { AgreementRow } from "../../../../server/qualification/work.ts"
import { Badge, formatDay, type Tone, useReader } from "../../../layout/index.ts"

const TONES: Record<"waiting" | "agreed" | "commented" | "talk", Tone> = {
  waiting: "neutral",
  agreed: "success",
  commented: "info",
  talk: "warning",
}

type State = Pick<AgreementRow, "answer" | "talkOn" | "answeredOn"> & { submittedOn: string }

/** What a manager has answered, with its day. */
export function AgreementState({ answer, submittedOn, talkOn, answeredOn }: State) {
  const { t, locale } = useReader()
  const words = t.qualification.projects
  const of = (day: string) => formatDay(day, locale)
  return <Badge kind={TONES[answer]}>{text()}</Badge>

  function text(): string {
    if (answer === "waiting") return words.waitingSince(of(submittedOn))
    else if (answer === "talk" && talkOn) return words.talkProposed(of(talkOn))
    else return answeredOn ? words.answeredOn[answer](of(answeredOn)) : words.answers[answer]
  }
}
