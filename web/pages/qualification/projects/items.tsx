import { newId } from "../../../../server/kernel/database.ts"
import { choice, field } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import {
  ActionButton,
  Badge,
  Card,
  Day,
  Disclosure,
  Field,
  Form,
  SubmitButton,
} from "../../../layout/index.ts"
import { formOf, idAt, isRefused } from "../../../page-forms.ts"
import { Item, type Props } from "./parts.ts"
import { Removing } from "./removing.tsx"

type Kind = "milestone" | "task"

/** Milestones or tasks, each with its day, and a form for the next. */
export function Items(props: Props & { kind: Kind }) {
  const { t, project, kind } = props
  const words = t.qualification.projects
  const items = project.items.filter((item) => item.kind === kind)
  const isTask = kind === "task"
  return (
    <Card title={isTask ? words.tasks : words.milestones} id={isTask ? "aufgaben" : "meilensteine"}>
      {items.length === 0 && <p>{isTask ? words.noTasks : words.noMilestones}</p>}
      {items.length > 0 && (
        <ul class="ff-checklist">
          {items.map((item) => (
            <li key={item.id}>
              <p>
                {item.title}{" "}
                {item.done && (
                  <Badge kind="success" icon="check">
                    {words.done}
                  </Badge>
                )}
              </p>
              <p class="kern-hint">
                {item.day && <Day value={item.day} />}
                {isTask && `${item.day ? " · " : ""}${item.who ?? words.nobody}`}
              </p>
              {project.can.edit && (
                <div class="ff-buttons">
                  <ActionButton
                    action={`/lernprojekte/eintraege/${item.id}`}
                    name="action"
                    value={item.done ? "open" : "done"}
                    context={item.title}
                  >
                    {item.done ? words.markOpen : words.markDone}
                  </ActionButton>
                  <Removing t={t} action={`/lernprojekte/eintraege/${item.id}`} context={item.title} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {project.can.edit && <Adding {...props} />}
    </Card>
  )
}

function Adding({ t, project, tried, kind }: Props & { kind: Kind }) {
  const words = t.qualification.projects
  const form = formOf(tried, {
    at: kind,
    action: kind,
    input: Item,
    labels: { title: words.what, day: words.until, memberId: words.who },
  })
  return (
    <Disclosure summary={kind === "task" ? words.addTask : words.addMilestone} open={isRefused(form)}>
      <Form
        action={`/lernprojekte/${project.id}`}
        keep={`lernprojekte-${project.id}-${kind}`}
        hidden={{ action: kind }}
        idempotencyKey={textOf(form.fields, "idempotencyKey") || newId()}
      >
        <Field {...field(form, "title")} {...idAt("title", kind)} />
        <div class="ff-line">
          <Field {...choice(form, "day")} {...idAt("day", kind)} type="date" width="short" />
          {kind === "task" && (
            <Field
              {...choice(form, "memberId")}
              {...idAt("memberId", kind)}
              type="select"
              placeholder={words.nobody}
              options={project.people.map(({ memberId, name }) => ({ value: memberId, label: name }))}
            />
          )}
        </div>
        <div>
          <SubmitButton>{words.add}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  )
}
