import { textOf } from "../../forms.ts"
import {
  Alert,
  Button,
  Buttons,
  Card,
  Disclosure,
  ErrorSummary,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  RulesFirst,
  SubmitButton,
} from "../../layout/index.ts"
import { show } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { Carried } from "./carried.tsx"
import { type Category, CategoryGuide } from "./categories.tsx"
import type { Composition, Exchange } from "./composition.ts"
import { Conflict, type Current } from "./conflict.tsx"
import type { Draft } from "./draft.ts"
import { FORM_ID } from "./fields.tsx"
import { Preview, type PreviewPart } from "./preview.tsx"
import { frame, showChooser } from "./steps.tsx"

export type FormState = {
  draft: Draft
  errors: FieldError[]
  preview?: PreviewPart[]
  /** What was written before the parts of a mail were taken off it. */
  whole?: Draft
  conflict?: Current | null
}

/** The form with everything that was typed; without a category that is open to the person, the choice of one. */
export async function showForm(exchange: Exchange, composition: Composition, state: FormState, status = 200) {
  const { choice } = composition
  const category = choice?.find(textOf(state.draft.fields, "categoryId"))
  if (choice && !category) return showChooser(exchange, composition, state.draft, state.errors, status)
  const { site, request, reply } = exchange
  return show(
    site,
    request,
    reply,
    (t) => ({
      ...frame(t, composition, state.errors),
      width: category ? ("wide" as const) : ("reading" as const),
      children: <Writing t={t} composition={composition} state={state} category={category} />,
    }),
    status,
  )
}

type WritingProps = { t: Texts; composition: Composition; state: FormState }

function Writing({ category, ...props }: WritingProps & { category: Category | undefined }) {
  const { t, state, composition } = props
  const { title, lead, over } = composition.words(t)
  const content = <Content {...props} />
  return (
    <>
      <DefaultButton />
      <ErrorSummary errors={state.errors} {...(state.conflict && { title: t.compose.conflict.notSaved })} />
      <PageTitle {...(lead && { lead })} {...(over && { over })}>
        {title}
      </PageTitle>
      {category ? (
        <div class="ff-compose">
          <div class="ff-compose__beside">
            <CategoryGuide category={category} />
          </div>
          <div class="ff-stack">{content}</div>
        </div>
      ) : (
        content
      )}
    </>
  )
}

/** The enter key presses the first button of a form in the document, which would be the one beside the category. */
function DefaultButton() {
  return <button type="submit" form={FORM_ID} name="step" value="publish" hidden />
}

function Content({ t, composition, state }: WritingProps) {
  return (
    <>
      <RulesFirst />
      {state.whole && <MailTaken t={t} composition={composition} whole={state.whole} />}
      {state.conflict && (
        <Conflict
          current={state.conflict}
          sections={composition.sections}
          saved={composition.saved}
          fields={state.draft.fields}
          cancel={composition.cancel}
        />
      )}
      {state.preview && <Preview parts={state.preview} />}
      <Fields t={t} composition={composition} state={state} />
    </>
  )
}

/** What was taken off is a click away, as long as nobody wrote on. */
function MailTaken({ t, composition, whole }: { t: Texts; composition: Composition; whole: Draft }) {
  const section = composition.mailSection ?? ""
  return (
    <Alert kind="success" live>
      <p>{t.compose.mail.taken}</p>
      <Disclosure quiet summary={t.compose.mail.whole}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it */}
        <pre class="ff-typed" tabIndex={0}>
          {textOf(whole.fields, section)}
        </pre>
        <Form action={composition.path}>
          <Carried draft={whole} />
          <Button name="step" value="edit" small>
            {t.compose.mail.back}
          </Button>
        </Form>
      </Disclosure>
    </Alert>
  )
}

function Fields({ t, composition, state }: WritingProps) {
  const { fields } = state.draft
  const words = composition.words(t)
  const key = textOf(fields, "idempotencyKey")
  return (
    <Card {...(state.conflict && { title: t.compose.conflict.own, id: "eigene-fassung" })}>
      <Form
        id={FORM_ID}
        action={composition.path}
        multipart
        {...(key && { idempotencyKey: key })}
        hidden={{
          categoryId: composition.choice && textOf(fields, "categoryId"),
          mailSeen: textOf(fields, "mailSeen") || undefined,
          similarSeen: textOf(fields, "similarSeen") || undefined,
          version: textOf(fields, "version") || undefined,
        }}
        keep={composition.keep}
        {...(composition.similar && { similar: composition.similar })}
        isCarried={textOf(fields, "mailSeen") !== ""}
      >
        {composition.form(state.draft, state.errors, t)}
        <Buttons>
          <SubmitButton name="step" value="publish">
            {state.conflict ? t.compose.conflict.save : words.submit}
          </SubmitButton>
          <Button name="step" value="preview">
            {t.compose.preview.button}
          </Button>
          <LinkButton href={composition.cancel} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </Card>
  )
}
