import { Badge, Card, Day, LinkButton, type Tone } from "../../../layout/index.ts"
import type { Props } from "./project.tsx"

export const ANSWER_TONES: Record<"waiting" | "agreed" | "commented" | "talk", Tone> = {
  waiting: "neutral",
  agreed: "success",
  commented: "info",
  talk: "warning",
}

/** What was submitted to managers, and what they said; the latest first. */
export function Submissions({ t, project }: Props) {
  const words = t.qualification.projects
  if (project.agreementSteps.length === 0) return null
  return (
    <Card title={words.agreement} id="abstimmung">
      {project.submissions.length === 0 && <p>{words.noSubmissions}</p>}
      {project.submissions.length > 0 && (
        <ul class="ff-checklist">
          {project.submissions.map(({ id, step, number, answers }) => (
            <li key={id}>
              <p>
                <strong>{words.submission(step, String(number))}</strong>
              </p>
              {answers.map(({ manager, answer, comment, talkOn }) => (
                <div key={manager}>
                  <p>
                    {manager}: <Badge kind={ANSWER_TONES[answer]}>{words.answers[answer]}</Badge>
                    {talkOn && (
                      <>
                        {" "}
                        {words.talkOn}: <Day value={talkOn} />
                      </>
                    )}
                  </p>
                  {comment && <p class="ff-lines">{comment}</p>}
                </div>
              ))}
            </li>
          ))}
        </ul>
      )}
      {project.can.edit && (
        <p>
          <LinkButton href={`/lernprojekte/${project.id}/vorlegen`}>{words.submit}</LinkButton>
        </p>
      )}
    </Card>
  )
}
