import type { ComponentChildren } from "preact"
import { LONGEST_COMMENT } from "../../../server/forum/index.ts"
import { newId } from "../../../server/kernel/database.ts"
import { textOf } from "../../forms.ts"
import {
  Buttons,
  Card,
  DateTime,
  Disclosure,
  errorOf,
  Field,
  Form,
  fieldId,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import type { Question } from "./post-parts.tsx"
import { nameIn, type Retry, retryOf } from "./retry.ts"

type HandlingProps = { question: Question; mine: boolean; retry: Retry | null }

/** What the responsible department does with a question: visible to its specialists alone. */
export function Handling(props: HandlingProps) {
  const { t } = useReader()
  const words = t.thread.handling
  const { question, mine } = props
  const { takenBy, can, moves } = question
  return (
    <Card title={words.title} id="bearbeitung" icon="department" tone="quiet">
      {takenBy && <p>{mine ? words.mine : words.takenBy(takenBy.name)}</p>}
      {!takenBy && isWaiting(question) && <p>{words.free}</p>}
      {can.handle && <Steps {...props} />}
      {moves.length > 0 && <Moves moves={moves} />}
      <p class="kern-hint">{words.onlyDepartment}</p>
    </Card>
  )
}

const isWaiting = ({ state }: Question) => state === "open" || state === "asked-back"

function Steps({ question, retry }: HandlingProps) {
  const { t } = useReader()
  const words = t.thread.handling
  const step = { id: question.id, retry }
  return (
    <>
      {!question.takenBy && <Take {...step} />}
      {question.can.askBack && (
        <Step {...step} path="rueckfrage" summary={words.askBack} submit={words.askBackSubmit} keyed>
          <AskBackField retry={retry} />
        </Step>
      )}
      {question.takenBy && (
        <Step {...step} path="zurueckgeben" summary={words.return} submit={words.return}>
          <p>{words.returnHint}</p>
          <NoteField path="zurueckgeben" retry={retry} />
        </Step>
      )}
      <Buttons>
        <LinkButton href={`/fragen/${question.id}/weitergeben`} kind="tertiary" small icon="person">
          {words.handOver}
        </LinkButton>
        <LinkButton href={`/fragen/${question.id}/abgeben`} kind="tertiary" small icon="department">
          {words.passOn}
        </LinkButton>
        <LinkButton href={`/fragen/${question.id}/doppelt`} kind="tertiary" small icon="copy">
          {words.duplicate}
        </LinkButton>
      </Buttons>
    </>
  )
}

function Take({ id, retry }: { id: string; retry: Retry | null }) {
  const words = useReader().t.thread.handling
  return (
    <Form action={`/fragen/${id}/uebernehmen`}>
      <NoteField path="uebernehmen" retry={retry} />
      <Buttons>
        <SubmitButton>{words.take}</SubmitButton>
      </Buttons>
    </Form>
  )
}

type StepProps = {
  id: string
  /** The last part of the form's address, and the form's name. */
  path: string
  summary: string
  submit: string
  retry: Retry | null
  /** Sent twice, it must happen once. */
  keyed?: boolean
  children: ComponentChildren
}

function Step({ id, path, summary, submit, retry, keyed, children }: StepProps) {
  const former = retryOf(retry, path)
  return (
    <Disclosure quiet summary={summary} open={former !== null}>
      <Form
        action={`/fragen/${id}/${path}`}
        keep={`fragen-${id}-${path}`}
        idempotencyKey={keyed ? (former && textOf(former.fields, "idempotencyKey")) || newId() : undefined}
      >
        {children}
        <Buttons>
          <SubmitButton small>{submit}</SubmitButton>
        </Buttons>
      </Form>
    </Disclosure>
  )
}

type FieldIn = { path: string; retry: Retry | null }

/** A field of one of the forms: its id, and what was typed and found faulty before. */
function fieldIn({ path, retry }: FieldIn, name: string) {
  const former = retryOf(retry, path)
  return {
    name,
    id: fieldId(nameIn(path, name)),
    value: former ? textOf(former.fields, name) : "",
    error: former ? errorOf(former.errors, name) : undefined,
  }
}

function NoteField(props: FieldIn) {
  const words = useReader().t.thread.handling
  return (
    <Field {...fieldIn(props, "note")} label={words.note} hint={words.noteHint} maxlength={500} optional />
  )
}

function AskBackField({ retry }: { retry: Retry | null }) {
  const words = useReader().t.thread.handling
  const field = fieldIn({ path: "rueckfrage", retry }, "body")
  return (
    <Field
      type="textarea"
      {...field}
      label={words.askBackBody}
      hint={words.askBackHint}
      rows={3}
      maxlength={LONGEST_COMMENT}
      data={{ "data-markdown-short": "", "data-personal-data": "" }}
    />
  )
}

/** The way of the question through and between departments. */
function Moves({ moves }: { moves: Question["moves"] }) {
  const words = useReader().t.thread.handling
  return (
    <Disclosure quiet summary={words.moves(moves.length)}>
      <ol class="ff-moves">
        {moves.map(({ kind, actor, person, department, note, at }) => (
          <li key={at}>
            <DateTime value={at} format="datetime" /> – {words.move[kind](actor, person ?? department ?? "")}
            {note && ` ${words.moveNote(note)}`}
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
