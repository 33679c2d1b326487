import type { FastifyReply, FastifyRequest } from "fastify"
import { type JournalEntryView, LONGEST_ENTRY, listSubjects } from "../../../../server/qualification/index.ts"
import { compared, dayIn } from "../../../compared.ts"
import { type Fields, orNull, textOf } from "../../../forms.ts"
import {
  Alert,
  Button,
  Buttons,
  Disclosure,
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
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { PATH, showJournal } from "./frame.tsx"
import { Prompts } from "./list.tsx"

export const FIELDS = ["title", "body", "writtenOn", "about"] as const

/** The value of "about" is `COHORT` or `COHORT STEP`. */
export function inputOf(fields: Fields) {
  const [cohortId = "", cohortStepId = ""] = textOf(fields, "about").split(" ")
  return {
    title: textOf(fields, "title"),
    body: textOf(fields, "body"),
    writtenOn: textOf(fields, "writtenOn"),
    cohortId: orNull(cohortId),
    cohortStepId: orNull(cohortStepId),
  }
}

export const aboutOf = ({ cohort, step }: Pick<JournalEntryView, "cohort" | "step">) =>
  [cohort?.id, step?.id].filter((id) => id !== undefined).join(" ")

export type Draft = {
  action: string
  fields: Fields
  errors: FieldError[]
  status: number
  /** The entry as it is now, where it is there already. */
  former?: JournalEntryView
}

export async function showForm(site: Site, request: FastifyRequest, reply: FastifyReply, draft: Draft) {
  const subjects = await listSubjects(site.db, request.actor)
  const { former } = draft
  return showJournal(site, request, reply, {
    title: (t) => titleOf(t, draft),
    crumb: (t) => [
      ...(former ? [{ label: nameOf(t, former), href: `${PATH}/${former.id}` }] : []),
      { label: former ? t.qualification.journal.edit : t.qualification.journal.write },
    ],
    children: () => <EntryForm draft={draft} subjects={subjects} />,
    status: draft.status,
  })
}

const titleOf = (t: Texts, { former, errors }: Draft) => {
  const title = former ? t.qualification.journal.editTitle : t.qualification.journal.newTitle
  return errors.length > 0 ? t.shell.form.errorPageTitle(title) : title
}

/** Of an entry that may be unreadable. */
export const nameOf = (t: Texts, { content }: Pick<JournalEntryView, "content">) =>
  content?.title ?? t.qualification.journal.unreadable

type Subjects = Awaited<ReturnType<typeof listSubjects>>

function EntryForm({ draft, subjects }: { draft: Draft; subjects: Subjects }) {
  const { t } = useReader()
  const words = t.qualification.journal
  const { fields, former } = draft
  const isStale = former !== undefined && draft.status === 409
  const errors = isStale ? [] : draft.errors
  return (
    <>
      <PageTitle>{former ? words.editTitle : words.newTitle}</PageTitle>
      {isStale && <Conflict current={former} fields={fields} />}
      {former?.shared && (
        <Alert kind="warning">
          <p>{words.editShared[former.shared.with](former.shared.cohort.name)}</p>
        </Alert>
      )}
      <ErrorSummary errors={errors} />
      {!former && textOf(fields, "title") === "" && (
        <Disclosure summary={words.promptsTitle} quiet>
          <Prompts t={t} />
        </Disclosure>
      )}
      <Form
        action={draft.action}
        keep={former ? `lerntagebuch-${former.id}-${former.version}` : "lerntagebuch-neu"}
        isKeptInTab
        {...(former
          ? { hidden: { version: former.version, idempotencyKey: textOf(fields, "idempotencyKey") } }
          : { idempotencyKey: textOf(fields, "idempotencyKey") })}
      >
        <Field
          name="title"
          label={t.errors.labels.title}
          value={textOf(fields, "title")}
          maxlength={160}
          autocomplete="off"
          {...errorFor(errors, "title")}
        />
        <Field
          type="textarea"
          name="body"
          label={t.errors.labels.body}
          hint={words.bodyHint}
          value={textOf(fields, "body")}
          rows={12}
          maxlength={LONGEST_ENTRY}
          autocomplete="off"
          {...errorFor(errors, "body")}
        />
        <Field
          type="date"
          name="writtenOn"
          label={t.errors.labels.writtenOn}
          value={textOf(fields, "writtenOn")}
          width="short"
          {...errorFor(errors, "writtenOn")}
        />
        <About fields={fields} subjects={subjects} former={former} errors={errors} />
        <Buttons>
          <SubmitButton>{isStale ? words.replace : words.save}</SubmitButton>
          {isStale && (
            <Button name="as" value="new">
              {words.saveAsNew}
            </Button>
          )}
          <LinkButton href={former ? `${PATH}/${former.id}` : PATH} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

/** Both texts stay: the one that another window saved, and below it the one that was typed here. */
function Conflict({ current, fields }: { current: JournalEntryView; fields: Fields }) {
  const { t, locale } = useReader()
  const { title, body, writtenOn } = t.errors.labels
  return (
    <NewerVersion
      text={t.qualification.journal.conflict}
      fields={compared(
        { title, body, writtenOn },
        { ...current.content, writtenOn: current.writtenOn },
        fields,
        { writtenOn: dayIn(locale) },
      )}
    />
  )
}

function About(props: {
  fields: Fields
  subjects: Subjects
  former: JournalEntryView | undefined
  errors: FieldError[]
}) {
  const { t } = useReader()
  const words = t.qualification.journal
  const chosen = textOf(props.fields, "about")
  const groups = props.subjects.map((cohort) => ({
    label: cohort.name,
    options: [
      { value: cohort.id, label: words.wholeCohort(cohort.name) },
      ...cohort.steps.map(({ id, name }) => ({ value: `${cohort.id} ${id}`, label: name })),
    ],
  }))
  const isOffered = groups.some(({ options }) => options.some(({ value }) => value === chosen))
  // What it was about already stays choosable, though the person may have left the cohort since.
  const { former } = props
  const kept =
    former && !isOffered && chosen !== "" && chosen === aboutOf(former)
      ? [{ value: chosen, label: former.step?.name ?? former.cohort?.name ?? "" }]
      : []
  return (
    <Field
      type="select"
      name="about"
      label={t.errors.labels.about}
      value={chosen}
      options={[...kept, ...groups]}
      placeholder={words.aboutNothing}
      optional
      {...errorFor(props.errors, "about")}
    />
  )
}
