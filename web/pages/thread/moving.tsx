import type { FastifyReply, FastifyRequest } from "fastify"
import { listAnswering, listColleagues, listDepartments } from "../../../server/accounts/index.ts"
import { findPost, findQuestion } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import { forbidden } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, html } from "../../../server/kernel/schemas.ts"
import { FormOf, textOf } from "../../forms.ts"
import {
  Buttons,
  Card,
  errorOf,
  Field,
  Form,
  LinkButton,
  type Option,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import { goTo, type Site } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"
import { showPostForm } from "./post-form.tsx"
import type { Question } from "./post-parts.tsx"
import { attempt, type Retry } from "./retry.ts"
import { shownTitle } from "./shown-title.ts"
import { handOver, passOn, type Step } from "./steps.ts"

/** How a question goes to somebody else, and who that can be. */
type Moving = {
  step: Step
  field: string
  words: (t: Texts) => { title: string; hint?: string; label: string; noteHint: string; submit: string }
  listTargets: (site: Site, actor: Actor, question: Question) => Promise<Option[]>
}

const MOVINGS: Moving[] = [
  {
    step: {
      path: "weitergeben",
      fields: ["personId", "note"],
      flash: "handed-over",
      act: handOver,
    },
    field: "personId",
    words: ({ thread: { handling } }) => ({
      title: handling.handOver,
      label: handling.person,
      noteHint: handling.noteHint,
      submit: handling.handOverSubmit,
    }),
    listTargets: listOthers,
  },
  {
    step: { path: "abgeben", fields: ["departmentId", "note"], flash: "passed-on", act: passOn },
    field: "departmentId",
    words: ({ thread: { handling } }) => ({
      title: handling.passOn,
      hint: handling.passOnHint,
      label: handling.department,
      noteHint: handling.passOnNoteHint,
      submit: handling.passOnSubmit,
    }),
    listTargets: listOtherDepartments,
  },
]

/** Who could get a question next is asked for by whoever moves it, not with every look at it. */
export function movingPages(app: App, site: Site): void {
  for (const moving of MOVINGS) {
    const { path, fields, flash, act } = moving.step
    const config = { access: "signed-in", page: true } as const
    app.get(
      `/fragen/:id/${path}`,
      { config, schema: { params: ById, response: html } },
      async (request, reply) => showMoving(site, request, reply, request.params.id, moving, null),
    )
    app.post(
      `/fragen/:id/${path}`,
      { config, schema: { params: ById, body: FormOf(...fields), response: html } },
      async (request, reply) => {
        const { id } = request.params
        const retry = await attempt(texts(request.locale), path, request.body, () =>
          act(site.db, request.actor, id, request.body),
        )
        return retry
          ? showMoving(site, request, reply, id, moving, retry)
          : goTo(reply, `/fragen/${id}`, flash)
      },
    )
  }
}

async function showMoving(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  moving: Moving,
  retry: Retry | null,
) {
  const { actor } = request
  const question = await findQuestion(site.db, actor, id)
  if (!question.can.handle && !retry) throw forbidden()
  const post = await findPost(site.db, actor, id, ["question"], "see")
  const targets = question.can.handle ? await moving.listTargets(site, actor, question) : []
  return showPostForm(site, request, reply, {
    post,
    retry,
    content: (t) => ({
      title: moving.words(t).title,
      lead: shownTitle(t, question.title),
      form: <MovingForm id={id} moving={moving} targets={targets} retry={retry} />,
    }),
  })
}

type MovingFormProps = { id: string; moving: Moving; targets: Option[]; retry: Retry | null }

function MovingForm({ id, moving, targets, retry }: MovingFormProps) {
  const { t } = useReader()
  const { path } = moving.step
  const { hint, label, noteHint, submit } = moving.words(t)
  const filled = (name: string) => ({
    name,
    value: retry ? textOf(retry.fields, name) : "",
    error: retry ? errorOf(retry.errors, name) : undefined,
  })
  return (
    <Card>
      {hint && <p>{hint}</p>}
      {targets.length === 0 && moving.field === "personId" && <p>{t.thread.handling.nobody}</p>}
      <Form action={`/fragen/${id}/${path}`} keep={`fragen-${id}-${path}`}>
        <Field type="select" {...filled(moving.field)} label={label} options={targets} />
        <Field {...filled("note")} label={t.thread.handling.note} hint={noteHint} maxlength={500} optional />
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
