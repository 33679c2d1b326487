import type { PathView } from "../../../../server/qualification/course.ts"
import { Badge, List, Row } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

/** The learning projects that the reader takes part in; nothing before the first. */
export function OwnProjects({ t, projects }: { t: Texts; projects: PathView["projects"] }) {
  if (projects.length === 0) return null
  return (
    <section aria-labelledby="lernprojekte" class="ff-part">
      <h2 id="lernprojekte">{t.qualification.path.projects}</h2>
      <List>
        {projects.map(({ id, title, state }) => (
          <Row
            key={id}
            href={`/lernprojekte/${id}`}
            title={title}
            level={3}
            badges={
              <Badge kind={state === "finished" ? "success" : "neutral"}>
                {t.qualification.projects.states[state]}
              </Badge>
            }
          />
        ))}
      </List>
    </section>
  )
}
