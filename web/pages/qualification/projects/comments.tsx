import { newId } from "../../../../server/kernel/database.ts"
import { compared } from "../../../compared.ts"
import { textOf } from "../../../forms.ts"
import {
  Card,
  Disclosure,
  errorFor,
  errorOf,
  Field,
  Form,
  fieldId,
  NewerVersion,
  SubmitButton,
} from "../../../layout/index.ts"
import { Act, type Props } from "./project.tsx"

/** The thread of the project's people and the facilitators. */
export function Comments({ t, project, tried }: Props) {
  const words = t.qualification.projects
  const typed = tried?.form === "comment" ? tried : undefined
  const error = typed && errorOf(typed.errors, "comment")
  return (
    <Card title={words.comments} id="kommentare">
      {project.comments.length === 0 && <p>{words.noComments}</p>}
      {project.comments.length > 0 && (
        <ul class="ff-checklist">
          {project.comments.map((comment) => (
            <li key={comment.id} id={`kommentar-${comment.id}`}>
              <p>
                <strong>{comment.author ?? t.qualification.leaving.former}</strong>
              </p>
              <p class="ff-lines">{comment.body}</p>
              {comment.isOwn && <Own t={t} comment={comment} tried={tried} />}
            </li>
          ))}
        </ul>
      )}
      <Form
        action={`/lernprojekte/${project.id}/kommentare`}
        keep={`lernprojekte-${project.id}-kommentar`}
        idempotencyKey={typed ? textOf(typed.fields, "idempotencyKey") : newId()}
      >
        <Field
          type="textarea"
          maxlength={4000}
          rows={3}
          name="comment"
          label={words.comment}
          value={typed ? textOf(typed.fields, "comment") : ""}
          {...(error && { error })}
        />
        <div>
          <SubmitButton>{words.commentSend}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}

type Comment = Props["project"]["comments"][number]

function Own({ t, comment, tried }: Pick<Props, "t" | "tried"> & { comment: Comment }) {
  const words = t.qualification.projects
  const own = tried?.form === `comment ${comment.id}` ? tried : undefined
  const name = `kommentar-${comment.id}`
  const path = `/lernprojekte/kommentare/${comment.id}`
  return (
    <Disclosure summary={words.commentEdit} quiet open={own !== undefined}>
      {own?.isStale && (
        <NewerVersion
          text={words.commentConflict}
          fields={compared({ comment: words.comments }, { comment: comment.body }, own.fields)}
          level={3}
        />
      )}
      <Form
        action={`${path}/bearbeiten`}
        hidden={{ version: comment.version }}
        keep={`kommentar-${comment.id}-${comment.version}`}
      >
        <Field
          type="textarea"
          maxlength={4000}
          rows={3}
          name="comment"
          id={fieldId(name)}
          label={words.commentEdit}
          value={own ? textOf(own.fields, "comment") : comment.body}
          {...errorFor(own?.errors ?? [], name)}
        />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </Form>
      <Act
        action={`${path}/entfernen`}
        label={words.remove}
        context={words.comments}
        confirm={words.removeConfirm}
      />
    </Disclosure>
  )
}
