import { today } from "../../../server/kernel/time.ts"
import { choice, choices, Faults, type FormState, field, tick, versionOf } from "../../form-state.tsx"
import { textOf } from "../../forms.ts"
import {
  Alert,
  Button,
  Buttons,
  Field,
  Form,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import type { Choice } from "./input.ts"

type Props = {
  form: FormState
  choice: Choice
  action: string
  cancel: string
  /** Of one that people read already; undefined of a new one. */
  isPublished?: boolean
  /** Of a new one: can be published at once, kept as a draft, or is a draft in the name of a group. */
  group?: { id: string; name: string }
  /** Of a roll-out: the categories to choose from. */
  categories?: { id: string; name: string }[]
}

/** One form for writing and for changing. */
export function AnnouncementForm(props: Props) {
  const { t } = useReader()
  const words = t.announcements
  const { form, action, isPublished } = props
  const isNew = isPublished === undefined
  return (
    <>
      <Faults form={form} />
      <Form
        action={action}
        keep={action.slice(1)}
        {...(isNew
          ? {
              idempotencyKey: textOf(form.fields, "idempotencyKey"),
              ...(props.group && { hidden: { groupId: props.group.id } }),
            }
          : { hidden: { version: versionOf(form) } })}
      >
        <Field {...field(form, "title")} hint={words.titleHint} />
        <Field {...field(form, "body")} type="textarea" rows={12} data={{ "data-markdown": "" }} />
        <Field
          {...choices(form, "audience")}
          type="radios"
          options={audienceOptions(t, props.choice.label)}
        />
        {/* Without the choice above it has nothing to say; a style sheet shows it then. */}
        <div class="ff-if-listed">
          <Field
            {...choices(form, "departmentIds")}
            type="checkboxes"
            optional={false}
            hint={words.departmentsHint}
            options={props.choice.departments.map(({ id, name, depth }) => ({
              value: id,
              label: `${"\u2003".repeat(depth)}${name}`,
            }))}
          />
        </div>
        {isPublished ? (
          <Alert kind="info">
            <p>{words.publishedNote}</p>
          </Alert>
        ) : (
          <Field
            {...choice(form, "publishAt")}
            type="datetime-local"
            hint={words.publishAtHint}
            width="medium"
            optional
          />
        )}
        <Field
          {...choice(form, "showUntil")}
          type="date"
          hint={words.showUntilHint}
          width="short"
          {...(isNew && { min: today() })}
        />
        {props.categories && <RollOutFields form={form} categories={props.categories} />}
        <Field {...field(form, "link")} hint={words.linkHint} />
        <Field {...tick(form, "takesComments")} type="checkbox" hint={words.commentsHint} />
        <Field {...tick(form, "wantsAcknowledgement")} type="checkbox" hint={words.acknowledgementHint} />
        {isNew && <p>{props.group ? words.filesAfterDraft : words.filesAfter}</p>}
        <Buttons>
          <SubmitButton>
            {isNew ? (props.group ? words.submitDraft : words.publish) : words.save}
          </SubmitButton>
          {isNew && !props.group && (
            <Button kind="secondary" name="draft" value="true">
              {words.saveDraft}
            </Button>
          )}
          <LinkButton href={props.cancel} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

function RollOutFields({ form, categories }: Required<Pick<Props, "form" | "categories">>) {
  const { t } = useReader()
  const words = t.announcements
  return (
    <>
      <Field
        {...choice(form, "startOn")}
        type="date"
        hint={words.startOnHint}
        width="short"
        optional={false}
      />
      <Field
        {...choices(form, "categoryIds")}
        type="checkboxes"
        optional={false}
        hint={words.categoriesHint}
        options={categories.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}

export const audienceOptions = ({ announcements: words }: Texts, label: string) => [
  { value: "all", label: words.forAll(label) },
  { value: "listed", label: words.toListed(label) },
]
