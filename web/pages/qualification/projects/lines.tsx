import { Card, Day, List } from "../../../layout/index.ts"
import type { Props } from "./parts.ts"

/** What was said about it in the rounds of the meetings. */
export function Lines({ t, project }: Props) {
  const words = t.qualification.projects
  const round = t.qualification.sessions.round
  if (project.lines.length === 0) return null
  return (
    <Card title={words.lines} id="runden">
      <List>
        {project.lines.map((line) => (
          <li class="ff-row" key={`${line.cohortStepId} ${line.name}`}>
            <div class="ff-row__main">
              <p class="ff-row__title">
                <a href={`/termine/${line.cohortStepId}#runde`}>{line.step}</a>
              </p>
              {(["state", "hurdle", "request"] as const)
                .filter((name) => line[name] !== "")
                .map((name) => (
                  <p key={name}>
                    <strong>{round[name]}:</strong> {line[name]}
                  </p>
                ))}
              <div class="ff-row__foot">
                <span>{line.name}</span>
                <Day value={line.startsAt.slice(0, 10)} />
              </div>
            </div>
          </li>
        ))}
      </List>
    </Card>
  )
}
