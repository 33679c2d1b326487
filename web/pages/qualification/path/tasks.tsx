import type { PathView } from "../../../../server/qualification/course.ts"
import { Day, LinkButton, List, Meta, Prose, Row } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { ImpulseBadges, ImpulseMeta } from "../impulses/list.tsx"

const MOST_IMPULSES = 3

/** What the last appointment and the running phase gave along, and the impulses that wait. */
export function Tasks({ t, path, cohortId }: { t: Texts; path: PathView; cohortId: string }) {
  const words = t.qualification.path
  const { ownTasks } = path
  // With the certificate the programme asks for nothing any more; what somebody promised stays theirs.
  const [tasks, impulses] = path.certificate ? [[], []] : [path.tasks, path.impulses]
  if (tasks.length === 0 && ownTasks.length === 0 && impulses.length === 0) return null
  return (
    <section aria-labelledby="bis-dahin" class="ff-part">
      <h2 id="bis-dahin">{path.next ? words.until : words.remaining}</h2>
      {ownTasks.length > 0 && (
        <div class="ff-part">
          <h3>{words.ownTasks}</h3>
          <List>
            {ownTasks.map(({ id, body, dueOn, session }) => (
              <Row
                key={id}
                href={`/termine/${session.id}#eigene-aufgaben`}
                title={body}
                meta={<Meta items={[dueOn && <Day key="due" value={dueOn} />, words.from(session.title)]} />}
              />
            ))}
          </List>
        </div>
      )}
      {tasks.map(({ title, html }) => (
        <div key={title} class="ff-part">
          <h3>{words.from(title)}</h3>
          <Prose html={html} level={4} />
        </div>
      ))}
      {impulses.length > 0 && (
        <div class="ff-part">
          <h3>{words.impulses}</h3>
          <List>
            {impulses.slice(-MOST_IMPULSES).map((impulse) => (
              <Row
                key={impulse.id}
                href={`/lernimpulse/${impulse.id}`}
                title={impulse.title}
                badges={<ImpulseBadges t={t} impulse={impulse} isAsked />}
                meta={<ImpulseMeta t={t} impulse={impulse} />}
              />
            ))}
          </List>
          <div>
            <LinkButton href={`/lerngruppen/${cohortId}/lernimpulse`} small>
              {words.allImpulses}
            </LinkButton>
          </div>
        </div>
      )}
    </section>
  )
}
