import { newId } from "../../../../server/kernel/database.ts"
import {
  EditedWorkProcess,
  NewWorkProcess,
  type WorkProcessView,
} from "../../../../server/qualification/work.ts"
import { type FormState, field, Newer, versionOf } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import {
  Card,
  Disclosure,
  EmptyState,
  Field,
  Form,
  LinkButton,
  SubmitButton,
  TwoSteps,
} from "../../../layout/index.ts"
import { formOf, idAt, isRefused, type Tried } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"
import { SheetLinks } from "../sheets/beside.tsx"
import { NEW, startOf } from "./places.ts"

const PROCESS_TEXTS = ["steps", "media", "pain", "change"] as const

export const processLabels = (t: Texts) => t.qualification.starts.processes.fields

export const processFields = ({ title, steps, media, pain, change, version }: WorkProcessView): Fields => {
  return { title, steps, media, pain, change, version: String(version) }
}

type Props = { t: Texts; cohortId: string; items: WorkProcessView[]; learns: boolean; tried: Tried | null }

export function Processes(props: Props) {
  const { t, cohortId, items, tried } = props
  const words = t.qualification.starts.processes
  const form = formOf(tried, { at: NEW, action: NEW, input: NewWorkProcess, labels: processLabels(t) })
  return (
    <section class="ff-part" aria-labelledby="arbeitsablaeufe">
      <h2 id="arbeitsablaeufe">{words.title}</h2>
      <p>{words.lead}</p>
      <SheetLinks cohortId={cohortId} slug="arbeitsablauf" isEmpty={items.length === 0} />
      {items.length === 0 && (
        <EmptyState icon="edit" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
      {items.map((item) => (
        <Process key={item.id} {...props} item={item} />
      ))}
      <Disclosure summary={words.add} open={isRefused(form)} id="ablauf-neu">
        <Form
          action={startOf(cohortId)}
          hidden={{ action: NEW }}
          keep={`arbeitsablaeufe-${cohortId}-neu`}
          idempotencyKey={textOf(form.fields, "idempotencyKey") || newId()}
        >
          <TextFields t={t} form={form} at={NEW} />
          <div>
            <SubmitButton>{words.save}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </section>
  )
}

/** What is left empty is left out. */
function Process({ t, item, learns, tried }: Props & { item: WorkProcessView }) {
  const words = t.qualification.starts.processes
  const toProject = (
    <LinkButton
      href={`/lerngruppen/${item.cohortId}/projekte?ablauf=${item.id}`}
      icon="arrow-right"
      small
      context={item.title}
    >
      {words.toProject}
    </LinkButton>
  )
  return (
    <Card title={item.title} id={`ablauf-${item.id}`} level={3} actions={learns && toProject}>
      {PROCESS_TEXTS.filter((name) => item[name].trim() !== "").map((name) => (
        <div key={name}>
          <h4>{words.fields[name]}</h4>
          <p class="ff-lines">{item[name]}</p>
        </div>
      ))}
      <SheetLinks cohortId={item.cohortId} slug="arbeitsablauf" only={item} />
      <Editing t={t} item={item} tried={tried} />
    </Card>
  )
}

function Editing({ t, item, tried }: Pick<Props, "t" | "tried"> & { item: WorkProcessView }) {
  const words = t.qualification.starts.processes
  const { id: at, title } = item
  const action = `/arbeitsablaeufe/${at}`
  const form = formOf(tried, {
    at,
    action: "save",
    input: EditedWorkProcess,
    labels: processLabels(t),
    fields: processFields(item),
  })
  return (
    <Disclosure summary={words.edit} quiet open={isRefused(form)}>
      <Newer form={form} text={words.conflict} level={3} />
      <Form
        action={action}
        hidden={{ action: "save", version: versionOf(form) }}
        keep={`arbeitsablaeufe-${at}-${versionOf(form)}`}
      >
        <TextFields t={t} form={form} at={at} />
        <div>
          <SubmitButton context={title}>{words.save}</SubmitButton>
        </div>
      </Form>
      <TwoSteps
        summary={words.remove}
        now={words.removeNow}
        text={words.removeText}
        action={action}
        hidden={{ action: "remove", version: item.version }}
        context={title}
      />
    </Disclosure>
  )
}

function TextFields({ t, form, at }: { t: Texts; form: FormState; at: string }) {
  return (
    <>
      <Field
        {...field(form, "title")}
        {...idAt("title", at)}
        hint={t.qualification.starts.processes.titleHint}
      />
      {PROCESS_TEXTS.map((name) => (
        <Field
          key={name}
          {...field(form, name)}
          {...idAt(name, at)}
          type="textarea"
          rows={name === "steps" ? 6 : 3}
        />
      ))}
    </>
  )
}
