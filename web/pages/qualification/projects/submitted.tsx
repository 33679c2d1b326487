import type { Submitted } from "../../../../server/qualification/work.ts"
import { Badge, Day, Facts } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

/** Exactly what a manager sees of a project. */
export function SubmittedProject({ t, content, level }: { t: Texts; content: Submitted; level: 2 | 3 }) {
  const words = t.qualification.projects
  const Title = `h${level}` as "h2" | "h3"
  const facts = (["goal", "reason", "concerned", "risks"] as const)
    .filter((name) => content[name].trim() !== "")
    .map((name) => ({ label: words.fields[name], value: <span class="ff-lines">{content[name]}</span> }))
  return (
    <>
      <Title>{content.title}</Title>
      <p>
        <Badge>{words.states[content.state]}</Badge> {content.people.join(", ")}
      </p>
      {content.message.trim() !== "" && (
        <p class="ff-lines">
          {words.message}: {content.message}
        </p>
      )}
      <Facts facts={facts} />
      <Part t={t} title={words.milestones} items={content.milestones} level={level} />
      <Part t={t} title={words.tasks} items={content.tasks} level={level} />
    </>
  )
}

type Item = { title: string; day: string | null; done: boolean; who?: string }

type PartProps = { t: Texts; title: string; items: Item[]; level: 2 | 3 }

function Part({ t, title, items, level }: PartProps) {
  const Title = level === 2 ? "h3" : "h4"
  if (items.length === 0) return null
  return (
    <section class="ff-part">
      <Title>{title}</Title>
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
