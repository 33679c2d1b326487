import type { CompetenceView, Source, Sources, SourceView } from "../../../../server/qualification/proof.ts"
import { choices, Faults, type FormState } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import {
  Alert,
  Buttons,
  Card,
  Field,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { preparationOf } from "../preparation/address.ts"
import { Naming, Showing } from "./form.tsx"
import { type Proposal, SourcesList } from "./sources.tsx"

type Props = { cohortId: string; competences: CompetenceView[]; form: FormState }

/** Something of one's own words, and below it what could be taken from where it is. */
export function Attaching(props: Props & { sources: Sources; proposals: Proposal[] }) {
  const { t } = useReader()
  const { cohortId, competences, form, sources, proposals } = props
  const words = t.qualification.evidence
  const action = `/lerngruppen/${cohortId}/nachweise/neu`
  return (
    <>
      <PageTitle lead={<p>{words.newLead}</p>}>{words.newTitle}</PageTitle>
      <Faults form={form} />
      <Form action={action} keep={action.slice(1)} idempotencyKey={textOf(form.fields, "idempotencyKey")}>
        <Field
          {...choices(form, "kind")}
          type="radios"
          options={(["post", "other"] as const).map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        />
        <Naming form={form} />
        <Showing form={form} competences={competences} />
        <Buttons>
          <SubmitButton>{words.attach}</SubmitButton>
          <LinkButton href={preparationOf(cohortId)} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
      <SourcesList cohortId={cohortId} sources={sources} proposals={proposals} />
    </>
  )
}

/** What would be attached and who could read it, before it is. */
export function Taking(props: Props & { source: Source; taken: SourceView }) {
  const { t } = useReader()
  const { cohortId, competences, form, source, taken } = props
  const words = t.qualification.evidence
  const isEntry = source.source === "journal"
  const action = `/lerngruppen/${cohortId}/nachweise/neu`
  return (
    <>
      <PageTitle>{words.newTitle}</PageTitle>
      <Faults form={form} />
      <Alert kind={isEntry ? "warning" : "info"}>
        <p>{isEntry ? words.copyWarning : words.projectWarning}</p>
      </Alert>
      <Card title={isEntry ? words.copyOf : words.kinds.project} id="quelle" tone="quiet">
        <p>
          <strong>{taken.address ? <a href={taken.address}>{taken.title}</a> : taken.title}</strong>
        </p>
        {taken.copy && <p class="ff-written">{taken.copy}</p>}
      </Card>
      <Form action={action} hidden={{ ...source }} idempotencyKey={textOf(form.fields, "idempotencyKey")}>
        <Showing form={form} competences={competences} />
        <Buttons>
          <SubmitButton>{words.attach}</SubmitButton>
          <LinkButton href={action} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
