import { newId } from "../../../../server/kernel/database.ts"
import { textOf } from "../../../forms.ts"
import { Badge, Card, Day, Disclosure, errorOf, Field, Form, SubmitButton } from "../../../layout/index.ts"
import { Act, type Props } from "./project.tsx"

/** Milestones or tasks, each with its day, and a form for the next. */
export function Items({ t, project, tried, kind }: Props & { kind: "milestone" | "task" }) {
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
                  <Act
                    action={`/lernprojekte/eintraege/${item.id}/erledigt`}
                    hidden={{ done: item.done ? "" : "true" }}
                    label={item.done ? words.markOpen : words.markDone}
                    context={item.title}
                  />
                  <Act
                    action={`/lernprojekte/eintraege/${item.id}/entfernen`}
                    confirm={words.removeConfirm}
                    label={words.remove}
                    context={item.title}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {project.can.edit && (
        <Adding t={t} project={project} kind={kind} {...(tried?.form === kind && { tried })} />
      )}
    </Card>
  )
}

function Adding({ t, project, tried, kind }: Props & { kind: "milestone" | "task" }) {
  const words = t.qualification.projects
  const value = (name: string) => (tried ? textOf(tried.fields, name) : "")
  const error = tried && errorOf(tried.errors, `${kind}-title`)
  const dayError = tried && errorOf(tried.errors, `${kind}-day`)
  return (
    <Disclosure summary={kind === "task" ? words.addTask : words.addMilestone} open={tried !== undefined}>
      <Form
        action={`/lernprojekte/${project.id}/eintraege`}
        keep={`lernprojekte-${project.id}-${kind}`}
        hidden={{ kind }}
        idempotencyKey={tried ? value("idempotencyKey") : newId()}
      >
        <Field
          name="title"
          id={`feld-${kind}-title`}
          label={words.what}
          value={value("title")}
          maxlength={300}
          {...(error && { error })}
        />
        <div class="ff-line">
          <Field
            type="date"
            name="day"
            id={`feld-${kind}-day`}
            label={words.until}
            value={value("day")}
            width="short"
            optional
            {...(dayError && { error: dayError })}
          />
          {kind === "task" && (
            <Field
              type="select"
              name="memberId"
              id={`feld-${kind}-memberId`}
              label={words.who}
              value={value("memberId")}
              placeholder={words.nobody}
              options={project.people.map(({ memberId, name }) => ({ value: memberId, label: name }))}
              optional
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
