import type { AgendaView, SessionView } from "../../../../server/qualification/meet.ts"
import {
  ActionButton,
  Button,
  Buttons,
  type Compared,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  FieldGroup,
  Form,
  LinkButton,
  NewerVersion,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { agendaAsTyped, type NewRow, type Row, type TypedAgenda, withNew } from "./agenda-fields.ts"

type Props = {
  t: Texts
  session: SessionView
  view: AgendaView
  typed: TypedAgenda
  errors: FieldError[]
  isConflict: boolean
}

/** What is over is read, what is to come is changed; one form, so that every button keeps what is typed. */
export function AgendaForm(props: Props) {
  const { t, session, view, typed, errors, isConflict } = props
  const words = t.qualification.sessions.agendaEdit
  const path = `/termine/${session.id}/tagesordnung`
  return (
    <>
      <PageTitle over={session.title} lead={<p>{view.isOver ? words.over : words.lead}</p>}>
        {words.title}
      </PageTitle>
      {isConflict && (
        <NewerVersion text={words.conflict} fields={comparedAgendas(t, agendaAsTyped(view), typed)} />
      )}
      <ErrorSummary errors={errors} />
      <Past t={t} items={view.past} />
      {!view.isOver && (
        <Form action={path} hidden={{ version: typed.version }}>
          <Save t={t} sessionId={session.id} />
          {typed.current && <Current {...props} current={typed.current} />}
          <section class="ff-part" aria-labelledby="kommt-noch">
            <h2 id="kommt-noch">{words.ahead}</h2>
            {typed.ahead.map((row, index) => (
              <ItemRow key={index} {...props} row={row} index={index} />
            ))}
            <p>{words.sum(sumOf(typed))}</p>
            <NewItem {...props} />
          </section>
          <Save t={t} sessionId={session.id} />
        </Form>
      )}
      {view.isOwn && (
        <ActionButton action={path} name="button" value="reset" confirm={words.resetConfirm}>
          {words.reset}
        </ActionButton>
      )}
    </>
  )
}

const sumOf = ({ ahead }: TypedAgenda) => ahead.reduce((sum, { minutes }) => sum + (Number(minutes) || 0), 0)

/** Above the rows as well: the first button of a form is the one that the enter key presses. */
function Save({ t, sessionId }: { t: Texts; sessionId: string }) {
  return (
    <Buttons>
      <SubmitButton name="button" value="save">
        {t.qualification.sessions.agendaEdit.save}
      </SubmitButton>
      <LinkButton href={`/termine/${sessionId}/leitung`} kind="tertiary">
        {t.shell.form.cancel}
      </LinkButton>
    </Buttons>
  )
}

function Past({ t, items }: { t: Texts; items: AgendaView["past"] }) {
  const words = t.qualification.sessions.agendaEdit
  if (items.length === 0) return null
  return (
    <section class="ff-part" aria-labelledby="vorbei">
      <h2 id="vorbei">{words.past}</h2>
      <Items t={t} items={items} />
    </section>
  )
}

/** What is to come, a line for each item, as it is now and as it was typed. */
function comparedAgendas(t: Texts, now: TypedAgenda, typed: TypedAgenda): Compared[] {
  const words = t.qualification.sessions.agendaEdit
  const line = ({ title, minutes, isBreak }: Row | NewRow) =>
    `${title} (${t.qualification.timer.minutes(Number(minutes) || 0)}${isBreak ? `, ${words.isBreak}` : ""})`
  const lines = (agenda: TypedAgenda) => withNew(agenda).ahead.map(line).join("\n")
  return [{ name: "ahead", label: words.ahead, saved: lines(now), mine: lines(typed) }]
}

function Items({ t, items }: { t: Texts; items: AgendaView["past"] }) {
  return (
    <ol class="ff-phases">
      {items.map(({ from, title, minutes }) => (
        <li key={from} class="ff-phases__item">
          <span class="ff-phases__title">{title}</span>
          <span class="ff-phases__minutes">{t.qualification.timer.minutes(minutes)}</span>
        </li>
      ))}
    </ol>
  )
}

function Current({ t, errors, current }: Props & { current: { title: string; minutes: string } }) {
  const words = t.qualification.sessions.agendaEdit
  return (
    <section class="ff-part" aria-labelledby="laeuft">
      <h2 id="laeuft">{words.current}</h2>
      <div class="ff-agenda-line">
        <Inputs t={t} at="current" row={current} errors={errors} />
      </div>
    </section>
  )
}

function ItemRow({ t, typed, errors, row, index }: Props & { row: Row; index: number }) {
  const words = t.qualification.sessions.agendaEdit
  const at = `ahead.${index}`
  const isLast = index + 1 === typed.ahead.length
  const button = (move: "up" | "down" | "remove") => (
    <Button kind="tertiary" small name="button" value={`${move}:${index}`} context={row.title}>
      {words[move]}
    </Button>
  )
  return (
    <div id={`punkt-${index}`}>
      <FieldGroup legend={words.item(index + 1)}>
        <input type="hidden" name={`${at}.from`} value={row.from} />
        <div class="ff-agenda-line">
          <Inputs t={t} at={at} row={row} errors={errors} />
          <Field
            type="checkbox"
            name={`${at}.isBreak`}
            label={words.isBreak}
            checked={row.isBreak}
            {...errorFor(errors, `${at}.isBreak`)}
          />
        </div>
        <div class="ff-row__foot">
          {index > 0 && button("up")}
          {!isLast && button("down")}
          {button("remove")}
        </div>
      </FieldGroup>
    </div>
  )
}

type InputProps = {
  t: Texts
  at: string
  row: { title: string; minutes: string }
  errors: FieldError[]
  optional?: boolean
}

function Inputs({ t, at, row, errors, optional = false }: InputProps) {
  const { labels } = t.errors
  return (
    <>
      <Field
        name={`${at}.title`}
        label={labels.title}
        value={row.title}
        maxlength={120}
        optional={optional}
        {...errorFor(errors, `${at}.title`)}
      />
      <Field
        type="number"
        name={`${at}.minutes`}
        label={labels.minutes}
        value={row.minutes}
        inputmode="numeric"
        min="1"
        width="short"
        optional={optional}
        {...errorFor(errors, `${at}.minutes`)}
      />
    </>
  )
}

function NewItem({ t, typed, errors }: Props) {
  const words = t.qualification.sessions.agendaEdit
  const { added, ahead } = typed
  return (
    <FieldGroup legend={words.new} hint={words.newHint}>
      <div class="ff-agenda-line">
        <Inputs t={t} at="new" row={added} errors={errors} optional />
        <Field type="checkbox" name="new.isBreak" label={words.isBreak} checked={added.isBreak} />
      </div>
      <Field
        type="select"
        name="new.after"
        label={words.place}
        value={added.after || (ahead.at(-1)?.from ?? "first")}
        placeholder={false}
        options={[
          { value: "first", label: words.first },
          ...ahead
            .filter(({ from }) => from !== "")
            .map(({ from, title }) => ({ value: from, label: words.after(title) })),
        ]}
      />
    </FieldGroup>
  )
}
