import type { Submitted } from "../../../../server/qualification/index.ts"
import { Badge, Day, Facts } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

/** Exactly what a manager sees of a project. */
export function SubmittedProject({ t, content }: { t: Texts; content: Submitted }) {
  const words = t.qualification.projects
  const facts = (["goal", "reason", "concerned", "risks"] as const)
    .filter((name) => content[name].trim() !== "")
    .map((name) => ({ label: words.fields[name], value: <span class="ff-lines">{content[name]}</span> }))
  return (
    <>
      <h2>{content.title}</h2>
      <p>
        <Badge>{words.states[content.state]}</Badge> {content.people.join(", ")}
      </p>
      {content.message.trim() !== "" && (
        <p class="ff-lines">
          {words.message}: {content.message}
        </p>
      )}
      <Facts facts={facts} />
      <Part t={t} title={words.milestones} items={content.milestones} />
      <Part t={t} title={words.tasks} items={content.tasks} />
    </>
  )
}

type Item = { title: string; day: string | null; done: boolean; who?: string }

function Part({ t, title, items }: { t: Texts; title: string; items: Item[] }) {
  if (items.length === 0) return null
  return (
    <section class="ff-part">
      <h3>{title}</h3>
      <ul class="ff-checklist">
        {items.map((item, index) => (
          <li key={index}>
            {item.title} {item.done && <Badge kind="success">{t.qualification.projects.done}</Badge>}{" "}
            <span class="kern-hint">
              {item.day && <Day value={item.day} />} {item.who}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
