import type { FastifyReply, FastifyRequest } from "fastify"
import { forbidden, Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { showMarkdown } from "../../../../server/kernel/markdown.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  findCohort,
  findImpulse,
  type ImpulseView,
  MOST_QUESTIONS,
  SavedImpulse,
  saveImpulse,
} from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, textOf } from "../../../forms.ts"
import { Alert, Card, List, Meta, PageTitle, Prose, Row } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { answerErrors, answersIn, ImpulseForm, type Tried } from "./form.tsx"
import { ImpulseBadges, ImpulseMeta } from "./list.tsx"
import { SharedAnswers, Sharing } from "./sharing.tsx"

const FIELDS = Array.from({ length: MOST_QUESTIONS }, (_, place) => `answer${place}`)

export function impulsePages(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get("/lernimpulse/:id", { config, schema: { params: ById, response: html } }, async (request, reply) =>
    showImpulse(site, request, reply, request.params.id),
  )
  app.post(
    "/lernimpulse/:id",
    { config, schema: { params: ById, body: FormOf(...FIELDS, "state", "version"), response: html } },
    async (request, reply) => {
      const { actor, params, body: fields } = request
      const impulse = await findImpulse(site.db, actor, params.id, async () => [])
      if (!impulse.can.answer) throw forbidden()
      const { value, faults } = checkInput(SavedImpulse, inputOf(impulse, fields))
      const t = texts(request.locale)
      const again = (status: number, place = "") =>
        showImpulse(site, request, reply, params.id, {
          fields,
          status,
          errors: answerErrors(t, place, impulse),
        })
      if (!value) return again(422, faults[0]?.field)
      try {
        await saveImpulse(site.db, actor, params.id, value)
      } catch (error) {
        if (!(error instanceof Refusal) || error.status === 403 || error.status === 404) throw error
        return again(error.status, error.code === "impulse.changed" ? "" : (error.field ?? error.code))
      }
      return goTo(reply, `/lernimpulse/${params.id}`, `impulse-${value.state}`)
    },
  )
}

const inputOf = ({ questions }: ImpulseView, fields: Fields) => ({
  state: textOf(fields, "state"),
  answers: answersIn(questions, fields),
  version: Number(textOf(fields, "version")) || 0,
})

async function showImpulse(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  tried?: Tried,
) {
  const impulse = await findImpulse(site.db, request.actor, id, site.openQuestions)
  const cohort = await findCohort(site.db, request.actor, impulse.cohortId)
  const list = `/lerngruppen/${cohort.id}/lernimpulse`
  return show(
    site,
    request,
    reply,
    (t) => ({
      title: tried ? t.shell.form.errorPageTitle(impulse.title) : impulse.title,
      current: "qualification",
      width: "reading",
      breadcrumb: (
        <CohortTrail
          t={t}
          cohort={cohort}
          below={[{ label: t.qualification.impulses.title, href: list }, { label: impulse.title }]}
        />
      ),
      children: <Impulse t={t} impulse={impulse} {...(tried && { tried })} />,
    }),
    tried?.status,
  )
}

function Impulse({ t, impulse, tried }: { t: Texts; impulse: ImpulseView; tried?: Tried }) {
  const words = t.qualification.impulses
  const { contents, tasks, materials, own, can } = impulse
  const row = { ...impulse, state: own?.state ?? null, sharedWith: own?.sharedWith ?? null }
  return (
    <>
      <PageTitle over={words.one}>{impulse.title}</PageTitle>
      <div class="ff-row__foot">
        <ImpulseBadges t={t} impulse={row} learns={can.answer} />
        <ImpulseMeta t={t} impulse={impulse} />
      </div>
      {impulse.planned && !own && (
        <Alert kind="info">
          <p>{words.plannedText}</p>
        </Alert>
      )}
      {contents && <Prose html={showMarkdown(contents)} level={2} />}
      {materials && (
        <section aria-labelledby="material">
          <h2 id="material">{words.materials}</h2>
          <Prose html={showMarkdown(materials)} level={3} />
        </section>
      )}
      {tasks && (
        <Card title={words.task} id="aufgabe" icon="edit">
          <Prose html={showMarkdown(tasks)} level={3} />
        </Card>
      )}
      {impulse.openQuestions && <Offered t={t} questions={impulse.openQuestions} />}
      {can.answer && <ImpulseForm impulse={impulse} {...(tried && { tried })} />}
      {own && can.answer && <Sharing t={t} impulse={impulse} own={own} />}
      <SharedAnswers t={t} impulse={impulse} />
    </>
  )
}

function Offered({ t, questions }: { t: Texts; questions: NonNullable<ImpulseView["openQuestions"]> }) {
  const words = t.qualification.impulses
  return (
    <section aria-labelledby="fragen">
      <h2 id="fragen">{words.offered}</h2>
      {questions.length === 0 ? (
        <p>{words.offeredEmpty}</p>
      ) : (
        <>
          <p>{words.offeredText}</p>
          <List>
            {questions.map(({ address, title, category }) => (
              <Row key={address} href={address} title={title} meta={<Meta items={[category]} />} />
            ))}
          </List>
        </>
      )}
    </section>
  )
}
