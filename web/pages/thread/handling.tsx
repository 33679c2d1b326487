import type { ComponentChildren } from "preact"
import { Move, NewAskBack } from "../../../server/forum/index.ts"
import { newId } from "../../../server/kernel/database.ts"
import { textOf } from "../../forms.ts"
import {
  Buttons,
  Card,
  DateTime,
  Disclosure,
  Field,
  Form,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import { peopleOfThread } from "../mentions.ts"
import type { Question } from "./post-parts.tsx"
import { fieldIn, formIn, type Retry } from "./retry.ts"

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
  const { id } = question
  const note = { note: t.errors.labels.note }
  const take = formIn(retry, "uebernehmen", Move, note)
  const askBack = formIn(retry, "rueckfrage", NewAskBack, { body: words.askBackBody })
  const giveBack = formIn(retry, "zurueckgeben", Move, note)
  return (
    <>
      {!question.takenBy && (
        <Form action={`/fragen/${id}/${take.name}`}>
          <Field {...fieldIn(take, "note")} hint={words.noteHint} />
          <Buttons>
            <SubmitButton>{words.take}</SubmitButton>
          </Buttons>
        </Form>
      )}
      {question.can.askBack && (
        <Step id={id} form={askBack} summary={words.askBack} submit={words.askBackSubmit} keyed>
          <Field
            {...fieldIn(askBack, "body")}
            type="textarea"
            hint={words.askBackHint}
            rows={3}
            data={{ "data-markdown-short": "", "data-personal-data": "", ...peopleOfThread(id) }}
          />
        </Step>
      )}
      {question.takenBy && (
        <Step id={id} form={giveBack} summary={words.return} submit={words.return}>
          <p>{words.returnHint}</p>
          <Field {...fieldIn(giveBack, "note")} hint={words.noteHint} />
        </Step>
      )}
      <Buttons>
        <LinkButton href={`/fragen/${id}/weitergeben`} kind="tertiary" small icon="person">
          {words.handOver}
        </LinkButton>
        <LinkButton href={`/fragen/${id}/abgeben`} kind="tertiary" small icon="department">
          {words.passOn}
        </LinkButton>
        <LinkButton href={`/fragen/${id}/doppelt`} kind="tertiary" small icon="copy">
          {words.duplicate}
        </LinkButton>
      </Buttons>
    </>
  )
}

type StepProps = {
  id: string
  /** Its name is the last part of its address. */
  form: ReturnType<typeof formIn>
  summary: string
  submit: string
  /** Sent twice, it must happen once. */
  keyed?: boolean
  children: ComponentChildren
}

function Step({ id, form, summary, submit, keyed, children }: StepProps) {
  return (
    <Disclosure quiet summary={summary} open={form.status !== 200}>
      <Form
        action={`/fragen/${id}/${form.name}`}
        keep={`fragen-${id}-${form.name}`}
        idempotencyKey={keyed ? textOf(form.fields, "idempotencyKey") || newId() : undefined}
      >
        {children}
        <Buttons>
          <SubmitButton small>{submit}</SubmitButton>
        </Buttons>
      </Form>
    </Disclosure>
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
