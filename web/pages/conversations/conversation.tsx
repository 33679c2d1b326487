import type { ConversationView } from "../../../server/conversations/index.ts"
import { newId } from "../../../server/kernel/database.ts"
import { ACCEPTED_FILES } from "../../attachments.tsx"
import { Faults, type FormState, field } from "../../form-state.tsx"
import { textOf } from "../../forms.ts"
import {
  Alert,
  Card,
  errorFor,
  Field,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import { NEWS, pathOf } from "./address.ts"
import { Messages } from "./messages.tsx"
import { People } from "./people.tsx"

type Props = { conversation: ConversationView; title: string; form: FormState }

export function Conversation({ conversation, title, form }: Props) {
  const { t } = useReader()
  const words = t.conversations
  const { id, can, ofGroup, keptDays, older, newer } = conversation
  const convert = (
    <LinkButton href={`${pathOf(id)}/fachfrage`} icon="question" small>
      {words.convert}
    </LinkButton>
  )
  return (
    <>
      <PageTitle
        over={ofGroup && words.ofGroup}
        lead={<p>{words.kept(keptDays)}</p>}
        actions={can.convert && convert}
      >
        {title}
      </PageTitle>
      <Faults form={form} />
      {older !== null && (
        <p>
          <a href={`${pathOf(id)}?vor=${older}`}>{words.older}</a>
        </p>
      )}
      <Messages conversation={conversation} />
      {newer && (
        <p>
          <a href={`${pathOf(id)}#${NEWS}`}>{words.newer}</a>
        </p>
      )}
      {can.write ? (
        <Writing id={id} form={form} />
      ) : (
        <Alert kind="info">
          <p>{words.nobodyThere}</p>
        </Alert>
      )}
      <People conversation={conversation} />
    </>
  )
}

function Writing({ id, form }: { id: string; form: FormState }) {
  const { t } = useReader()
  const words = t.conversations
  return (
    <Card title={words.write} id="schreiben" icon="edit">
      <Form
        action={pathOf(id)}
        keep={`gespraech-${id}`}
        idempotencyKey={textOf(form.fields, "idempotencyKey") || newId()}
        multipart
      >
        <Field {...field(form, "body")} type="textarea" rows={4} data={{ "data-markdown": "" }} />
        <Field
          type="file"
          name="files"
          label={words.files}
          hint={words.filesHint}
          accept={ACCEPTED_FILES}
          multiple
          optional
          {...errorFor(form.errors, "files")}
        />
        <div>
          <SubmitButton>{words.send}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
