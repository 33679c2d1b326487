import type { FastifyReply, FastifyRequest } from "fastify"
import type { Locale } from "../../../../server/kernel/actor.ts"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  type ChoiceView,
  type CohortView,
  chooseCompetences,
  FEWEST_COMPETENCES,
  FRAMEWORKS,
  findChoice,
  findCohort,
  frameworksOn,
  keyOf,
  MOST_COMPETENCES,
  NewChoice,
  plainNameOf,
} from "../../../../server/qualification/index.ts"
import { compared } from "../../../compared.ts"
import { type Fields, FormOf, fieldErrors, listOf, refusalErrors, textOf } from "../../../forms.ts"
import {
  Alert,
  Buttons,
  Card,
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
  useReader,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { FrameworkNotes } from "../framework-notes.tsx"
import { CohortTrail } from "../trail.tsx"
import { LevelMeanings, Scale } from "./levels.tsx"

type Tried = { fields: Fields; errors: FieldError[]; status: number }

export function choosingPages(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get(
    "/lerngruppen/:id/kompetenzen",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const choice = await findChoice(site.db, actor, params.id)
      const cohort = await findCohort(site.db, actor, params.id)
      return show(site, request, reply, (t) => ({
        title: t.qualification.competences.title,
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <CohortTrail t={t} cohort={cohort} below={[{ label: t.qualification.competences.title }]} />
        ),
        children: <Chosen t={t} cohort={cohort} choice={choice} />,
      }))
    },
  )
  app.get(
    "/lerngruppen/:id/kompetenzen/auswahl",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const choice = await findChoice(site.db, request.actor, request.params.id)
      if (!choice.can.choose) throw new Refusal(403, choice.fixed ? "competences.fixed" : "forbidden")
      const fields = {
        competences: choice.competences.map(({ key }) => key),
        version: String(choice.version),
      }
      return showForm(site, request, reply, request.params.id, { fields, errors: [], status: 200 })
    },
  )
  app.post(
    "/lerngruppen/:id/kompetenzen/auswahl",
    { config, schema: { params: ById, body: FormOf("competences", "version"), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      const t = texts(request.locale)
      const again = (errors: FieldError[], status: number) =>
        showForm(site, request, reply, params.id, { fields, errors, status })
      const input = { competences: listOf(fields, "competences"), version: Number(textOf(fields, "version")) }
      // Nobody learns of a cohort by the faults of a form.
      const { parts } = await findCohort(site.db, actor, params.id)
      if (!parts.includes("facilitator")) throw new Refusal(403, "forbidden")
      const { value, faults } = checkInput(NewChoice, input)
      if (!value) return again(fieldErrors(t, faults), 422)
      try {
        await chooseCompetences(site.db, actor, params.id, value)
        return goTo(reply, `/lerngruppen/${params.id}/kompetenzen`, "saved")
      } catch (error) {
        if (error instanceof Refusal && error.status === 403) throw error
        return again(refusalErrors(t, error), error instanceof Refusal ? error.status : 422)
      }
    },
  )
}

function Chosen({ t, cohort, choice }: { t: Texts; cohort: CohortView; choice: ChoiceView }) {
  const words = t.qualification.competences
  const edit = (
    <LinkButton href={`/lerngruppen/${cohort.id}/kompetenzen/auswahl`} icon="edit" small>
      {words.choose}
    </LinkButton>
  )
  const [first] = choice.competences
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>} actions={choice.can.choose && edit}>
        {words.title}
      </PageTitle>
      {choice.can.choose && choice.version === 0 && (
        <Alert kind="info">
          <p>{words.isDefault}</p>
        </Alert>
      )}
      {choice.fixed && <p class="kern-hint">{words.fixed}</p>}
      {choice.competences.map((competence) => (
        <Card key={competence.key} title={competence.name}>
          <p class="kern-hint">{words.area(competence.area)}</p>
          <LevelMeanings competence={competence} />
        </Card>
      ))}
      {first && (
        <Card title={words.scale} id="stufen" tone="quiet">
          <p>{words.scaleText}</p>
          <Scale levels={first.levels} />
          <FrameworkNotes
            frameworks={choice.competences.map(({ framework, version }) => `${framework}@${version}`)}
          />
        </Card>
      )}
    </>
  )
}

async function showForm(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  { fields, errors, status }: Tried,
) {
  const cohort = await findCohort(site.db, request.actor, id)
  const { version, competences, foundation } = await findChoice(site.db, request.actor, id)
  const page = `/lerngruppen/${id}/kompetenzen`
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.competences
      const isStale = status === 409 && textOf(fields, "version") !== String(version)
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(words.chooseTitle) : words.chooseTitle,
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <CohortTrail
            t={t}
            cohort={cohort}
            below={[{ label: words.title, href: page }, { label: words.choose }]}
          />
        ),
        children: (
          <>
            <PageTitle lead={<p>{words.chooseLead(FEWEST_COMPETENCES, MOST_COMPETENCES)}</p>}>
              {words.chooseTitle}
            </PageTitle>
            {isStale && (
              <NewerVersion
                text={words.conflict}
                fields={compared(
                  { competences: words.title },
                  { competences: competences.map(({ key }) => key).toSorted() },
                  { competences: listOf(fields, "competences").toSorted() },
                  { competences: (key) => nameOf(key, request.locale) },
                )}
              />
            )}
            <ErrorSummary errors={isStale ? [] : errors} />
            <Form action={`${page}/auswahl`} hidden={{ version }}>
              <Boxes fields={fields} errors={isStale ? [] : errors} foundation={foundation} />
              <p class="kern-hint">{words.chooseHint}</p>
              <Buttons>
                <SubmitButton>{words.chooseSave}</SubmitButton>
                <LinkButton href={page} kind="tertiary">
                  {t.shell.form.cancel}
                </LinkButton>
              </Buttons>
            </Form>
          </>
        ),
      }
    },
    status,
  )
}

const nameOf = (key: string, locale: Locale) =>
  FRAMEWORKS.flatMap((framework) =>
    framework.areas.flatMap((area) =>
      area.competences.filter((one) => keyOf(framework, one) === key).map(({ name }) => name[locale]),
    ),
  )[0] ?? key

const hintFor = (key: string, locale: Locale) => {
  const plain = plainNameOf(key)?.[locale]
  return plain && { hint: plain }
}

type BoxesProps = Pick<Tried, "fields" | "errors"> & Pick<ChoiceView, "foundation">

function Boxes({ fields, errors, foundation }: BoxesProps) {
  const { locale } = useReader()
  // The summary of errors leads to the first group.
  let isFirst = true
  return (
    <>
      {frameworksOn(foundation).map((framework) => (
        <FieldGroup legend={framework.name[locale]} key={framework.id}>
          {framework.areas.map((area) => {
            const own = isFirst ? errorFor(errors, "competences") : {}
            const id = isFirst ? undefined : `bereich-${framework.id}-${area.id}`
            isFirst = false
            return (
              <Field
                key={area.id}
                type="checkboxes"
                name="competences"
                label={area.name[locale]}
                values={listOf(fields, "competences")}
                options={area.competences.map((competence) => ({
                  value: keyOf(framework, competence),
                  label: competence.name[locale],
                  ...hintFor(keyOf(framework, competence), locale),
                }))}
                {...(id && { id })}
                {...own}
              />
            )
          })}
        </FieldGroup>
      ))}
    </>
  )
}
