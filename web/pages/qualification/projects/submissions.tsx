import { Card } from "../../../layout/index.ts"
import { AgreementState } from "./agreement-state.tsx"
import type { Props } from "./parts.ts"
import { Submitting } from "./submitting.tsx"

/** What was submitted to managers, and what they said; the latest first. */
export function Submissions(props: Props) {
  const { t, project } = props
  const words = t.qualification.projects
  if (project.agreementSteps.length === 0) return null
  return (
    <Card title={words.agreement} id="abstimmung">
      {project.submissions.length === 0 && <p>{words.noSubmissions}</p>}
      {project.submissions.length > 0 && (
        <ul class="ff-checklist">
          {project.submissions.map(({ id, step, number, submittedOn, answers }) => (
            <li key={id}>
              <p>
                <strong>{words.submission(step, String(number))}</strong>
              </p>
              {answers.map(({ manager, comment, ...state }) => (
                <div key={manager}>
                  <p>
                    {manager}: <AgreementState {...state} submittedOn={submittedOn} />
                  </p>
                  {comment && <p class="ff-lines">{comment}</p>}
                </div>
              ))}
            </li>
          ))}
        </ul>
      )}
      {project.can.edit && <Submitting {...props} />}
    </Card>
  )
}
