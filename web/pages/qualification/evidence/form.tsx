import type { FastifyReply, FastifyRequest } from "fastify"
import { type CompetenceView, findCohort } from "../../../../server/qualification/index.ts"
import { compared, wordsOf } from "../../../compared.ts"
import { type Fields, listOf, textOf } from "../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  LinkButton,
  NewerVersion,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"

export const FIELDS = ["kind", "title", "address", "sentence", "competences"] as const

export type Draft = {
  cohortId: string
  title: (t: Texts) => string
  action: string
  fields: Fields
  errors: FieldError[]
  status: number
  competences: CompetenceView[]
  /** Only of one that exists. */
  version?: number
  /** What is stored of it. */
  newer?: Fields
  copy?: string
  below?: preact.ComponentChildren
}

/** What the API's schemas have in common. An address of our own is kept without the name of the host. */
export const inputOf = (site: Site, fields: Fields) => {
  const address = textOf(fields, "address").trim()
  const { publicUrl } = site.config
  return {
    title: textOf(fields, "title"),
    address: address.startsWith(`${publicUrl}/`) ? address.slice(publicUrl.length) : address,
    sentence: textOf(fields, "sentence"),
    competences: listOf(fields, "competences"),
  }
}

export async function showForm(site: Site, request: FastifyRequest, reply: FastifyReply, draft: Draft) {
  const cohort = await findCohort(site.db, request.actor, draft.cohortId)
  const list = `/lerngruppen/${draft.cohortId}/nachweise`
  return show(
    site,
    request,
    reply,
    (t) => {
      const title = draft.title(t)
      return {
        title: draft.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <CohortTrail
            t={t}
            cohort={cohort}
            below={[{ label: t.qualification.evidence.title, href: list }, { label: title }]}
          />
        ),
        children: (
          <>
            <PageTitle>{title}</PageTitle>
            <EvidenceForm draft={draft} list={list} />
            {draft.below}
          </>
        ),
      }
    },
    draft.status,
  )
}

function EvidenceForm({ draft, list }: { draft: Draft; list: string }) {
  const { t } = useReader()
  const words = t.qualification.evidence
  const { fields, version } = draft
  const isStale = draft.status === 409 && textOf(fields, "version") !== String(version)
  const errors = isStale ? [] : draft.errors
  const key = textOf(fields, "idempotencyKey")
  const text = (name: "title" | "address") => {
    return { name, value: textOf(fields, name), ...errorFor(errors, name) }
  }
  return (
    <>
      {isStale && <NewerVersion text={words.conflict} fields={comparedEvidence(t, draft)} />}
      <ErrorSummary errors={errors} />
      <Form
        action={draft.action}
        keep={draft.action.slice(1)}
        {...(version === undefined ? { idempotencyKey: key } : { hidden: { version } })}
      >
        {version === undefined && (
          <Field
            type="radios"
            name="kind"
            label={words.kind}
            values={[textOf(fields, "kind")]}
            options={(["post", "other"] as const).map((kind) => ({ value: kind, label: words.kinds[kind] }))}
            {...errorFor(errors, "kind")}
          />
        )}
        <Field {...text("title")} label={t.errors.labels.title} hint={words.titleHint} maxlength={160} />
        <Field
          {...text("address")}
          label={t.errors.labels.address}
          hint={words.addressHint}
          maxlength={500}
          optional
        />
        {draft.copy && (
          <>
            <p class="kern-label">{words.copyTitle}</p>
            <p class="ff-plain">{draft.copy}</p>
          </>
        )}
        <Showing fields={fields} errors={errors} competences={draft.competences} />
        <Buttons>
          <SubmitButton>{version === undefined ? words.attach : words.save}</SubmitButton>
          <LinkButton href={list} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

/** Only of one that exists, and that somebody else, or oneself in another window, changed meanwhile. */
function comparedEvidence(t: Texts, { newer = {}, fields, competences }: Draft) {
  const { title, address } = t.errors.labels
  const { sentence, competences: chosen } = t.qualification.evidence
  return compared({ title, address, sentence, competences: chosen }, newer, fields, {
    competences: wordsOf(choices(competences)),
  })
}

const choices = (competences: CompetenceView[]) =>
  competences.map(({ key: value, name }) => ({ value, label: name }))

/** What it shows, and for which competences it stands. */
export function Showing(props: { fields: Fields; errors: FieldError[]; competences: CompetenceView[] }) {
  const { t } = useReader()
  const words = t.qualification.evidence
  const { fields, errors, competences } = props
  return (
    <>
      <Field
        name="sentence"
        label={words.sentence}
        hint={words.sentenceHint}
        value={textOf(fields, "sentence")}
        maxlength={400}
        {...errorFor(errors, "sentence")}
      />
      <Field
        type="checkboxes"
        name="competences"
        label={words.competences}
        values={listOf(fields, "competences")}
        options={choices(competences)}
        {...errorFor(errors, "competences")}
      />
    </>
  )
}
