import { newId } from "../../../../server/kernel/database.ts"
import { EditedProjectComment, NewProjectComment } from "../../../../server/qualification/work.ts"
import { field, Newer, versionOf } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import { brief, Card, DateTime, Disclosure, Field, Form, SubmitButton } from "../../../layout/index.ts"
import { formOf, idAt, isRefused } from "../../../page-forms.ts"
import { NEW_COMMENT, type Props } from "./parts.ts"
import { Removing } from "./removing.tsx"

/** The thread of the project's people and the facilitators. What the others write comes in by itself. */
export function Comments(props: Props) {
  const { t, project, tried } = props
  const words = t.qualification.projects
  const form = formOf(tried, {
    at: NEW_COMMENT,
    input: NewProjectComment,
    labels: { body: words.comment },
  })
  return (
    <Card title={words.comments} id="kommentare">
      <div id="kommentare-live" data-live={`project:${project.id}`}>
        {project.comments.length === 0 && <p>{words.noComments}</p>}
        {project.comments.length > 0 && (
          <ul class="ff-checklist">
            {project.comments.map((comment) => (
              <li key={comment.id} id={`kommentar-${comment.id}`}>
                <p>
                  <strong>{comment.author ?? t.qualification.leaving.former}</strong>{" "}
                  <span class="kern-hint">
                    <DateTime value={comment.createdAt} format="datetime" />
                  </span>
                </p>
                <p class="ff-lines">{comment.body}</p>
                {comment.isOwn && <Own {...props} comment={comment} />}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Form
        action={`/lernprojekte/${project.id}/kommentare`}
        keep={`lernprojekte-${project.id}-kommentar`}
        idempotencyKey={textOf(form.fields, "idempotencyKey") || newId()}
      >
        <Field {...field(form, "body")} {...idAt("body", NEW_COMMENT)} type="textarea" rows={3} />
        <div>
          <SubmitButton>{words.commentSend}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}

type Comment = Props["project"]["comments"][number]

function Own({ t, comment, tried }: Props & { comment: Comment }) {
  const words = t.qualification.projects
  const { id: at, body, version } = comment
  const path = `/lernprojekte/kommentare/${at}`
  const form = formOf(tried, {
    at,
    action: "save",
    input: EditedProjectComment,
    labels: { body: words.commentEdit },
    fields: { body, version: String(version) },
  })
  return (
    <Disclosure summary={words.commentEdit} quiet open={isRefused(form)}>
      <Newer form={form} text={words.commentConflict} level={3} />
      <Form
        action={path}
        hidden={{ action: "save", version: versionOf(form) }}
        keep={`kommentar-${at}-${versionOf(form)}`}
      >
        <Field {...field(form, "body")} {...idAt("body", at)} type="textarea" rows={3} />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </Form>
      <Removing t={t} action={path} context={brief(body)} />
    </Disclosure>
  )
}
