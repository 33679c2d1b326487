import { listAnswering, listColleagues, listDepartments } from "../../../server/accounts/index.ts"
import {
  findPost,
  findQuestion,
  HandOver,
  handOverQuestion,
  PassOn,
  passOnQuestion,
} from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import { forbidden } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { choice, type FormState, field } from "../../form-state.tsx"
import {
  Buttons,
  Card,
  Field,
  Form,
  LinkButton,
  type Option,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { postForm } from "./post-form.tsx"
import type { Question } from "./post-parts.tsx"
import { shownTitle } from "./shown-title.ts"

/** How a question goes to somebody else, and who that can be. */
type Moving = {
  path: string
  field: "personId" | "departmentId"
  words: (t: Texts) => { title: string; hint?: string; noteHint: string; submit: string }
  listTargets: (site: Site, actor: Actor, question: Question) => Promise<Option[]>
}

const TO_PERSON: Moving = {
  path: "weitergeben",
  field: "personId",
  words: ({ thread: { handling } }) => ({
    title: handling.handOver,
    noteHint: handling.noteHint,
    submit: handling.handOverSubmit,
  }),
  listTargets: listOthers,
}
const TO_DEPARTMENT: Moving = {
  path: "abgeben",
  field: "departmentId",
  words: ({ thread: { handling } }) => ({
    title: handling.passOn,
    hint: handling.passOnHint,
    noteHint: handling.passOnNoteHint,
    submit: handling.passOnSubmit,
  }),
  listTargets: listOtherDepartments,
}

/** Who could get a question next is asked for by whoever moves it, not with every look at it. */
export function movingPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const shared = (moving: Moving) => ({
    find: () => null,
    name: moving.path,
    start: () => ({}),
    show: (ask: Ask, _: null, form: FormState) => showMoving(ask, moving, form),
  })
  pages.formPage(`/fragen/:id/${TO_PERSON.path}`, {
    ...shared(TO_PERSON),
    input: HandOver,
    act: ({ db, actor, params }, value) => handOverQuestion(db, actor, params.id, value),
    to: (_, _found, { params }) => [`/fragen/${params.id}`, "handed-over"],
  })
  pages.formPage(`/fragen/:id/${TO_DEPARTMENT.path}`, {
    ...shared(TO_DEPARTMENT),
    input: PassOn,
    act: ({ db, actor, params }, value) => passOnQuestion(db, actor, params.id, value),
    to: (_, _found, { params }) => [`/fragen/${params.id}`, "passed-on"],
  })
}

async function showMoving({ site, db, actor, params, t }: Ask, moving: Moving, form: FormState) {
  const question = await findQuestion(db, actor, params.id)
  if (!question.can.handle && form.status === 200) throw forbidden()
  const post = await findPost(db, actor, params.id, ["question"], "see")
  const targets = question.can.handle ? await moving.listTargets(site, actor, question) : []
  return postForm(t, {
    post,
    title: moving.words(t).title,
    lead: shownTitle(t, question.title),
    errors: form.errors,
    form: <MovingForm id={post.id} moving={moving} targets={targets} form={form} />,
  })
}

type MovingFormProps = { id: string; moving: Moving; targets: Option[]; form: FormState }

function MovingForm({ id, moving, targets, form }: MovingFormProps) {
  const { t } = useReader()
  const { hint, noteHint, submit } = moving.words(t)
  return (
    <Card>
      {hint && <p>{hint}</p>}
      {targets.length === 0 && moving.field === "personId" && <p>{t.thread.handling.nobody}</p>}
      <Form action={`/fragen/${id}/${moving.path}`} keep={`fragen-${id}-${moving.path}`}>
        <Field {...choice(form, moving.field)} type="select" options={targets} />
        <Field {...field(form, "note")} hint={noteHint} />
        <Buttons>
          <SubmitButton>{submit}</SubmitButton>
          <LinkButton href={`/fragen/${id}`} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </Card>
  )
}

async function listOthers({ db }: Site, actor: Actor, { responsible }: Question): Promise<Option[]> {
  const colleagues = responsible ? await listColleagues(db, responsible.id, "specialist") : []
  return colleagues
    .filter(({ id }) => id !== actor.id)
    .map(({ id, displayName }) => ({ value: id, label: displayName }))
}

async function listOtherDepartments({ db }: Site, _: Actor, { responsible }: Question): Promise<Option[]> {
  const departments = await listDepartments(db)
  const answering = await listAnswering(db)
  return departments
    .filter(({ id }) => id !== responsible?.id && answering.has(id))
    .map(({ id, name }) => ({ value: id, label: name }))
}
