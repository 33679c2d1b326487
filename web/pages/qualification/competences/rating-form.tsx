import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Choice, Closed, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  findCohort,
  listSelfRatings,
  NewSelfRating,
  POINTS,
  type Point,
  type SelfRatingsView,
  saveSelfRating,
} from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, refusalErrors, textOf } from "../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  Facts,
  type FieldError,
  Form,
  LinkButton,
  NewerVersion,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { useLevelName } from "./levels.tsx"
import {
  comparedRatings,
  RATING_FIELDS,
  RatingFields,
  ratingErrors,
  ratingFields,
  ratingsIn,
} from "./rating.tsx"
import { POINT_NAMES } from "./self-rating.tsx"

type Tried = { fields: Fields; errors: FieldError[]; status: number }
type One = SelfRatingsView["points"][number]

const Address = Closed({
  zeitpunkt: Type.Optional(Choice(Object.values(POINT_NAMES))),
  hinweis: Type.Optional(Type.String()),
})

export function ratingFormPages(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get(
    "/lerngruppen/:id/selbsteinschaetzung/eintragen",
    { config, schema: { params: ById, querystring: Address, response: html } },
    async (request, reply) => {
      const point = POINTS.find((one) => POINT_NAMES[one] === request.query.zeitpunkt) ?? "start"
      return showForm(site, request, reply, request.params.id, point)
    },
  )
  app.post(
    "/lerngruppen/:id/selbsteinschaetzung/eintragen",
    { config, schema: { params: ById, body: FormOf(...RATING_FIELDS, "point", "version"), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      const t = texts(request.locale)
      // Whoever is no learner here must hear that first.
      await listSelfRatings(site.db, actor, params.id)
      const point = POINTS.find((one) => one === textOf(fields, "point"))
      if (!point) throw new Refusal(422, "bad-request")
      const again = (errors: FieldError[], status: number) =>
        showForm(site, request, reply, params.id, point, { fields, errors, status })
      const version = Number(textOf(fields, "version"))
      const { value, faults } = checkInput(NewSelfRating, { point, version, ratings: ratingsIn(fields) })
      if (!value) return again(ratingErrors(t, faults), 422)
      try {
        await saveSelfRating(site.db, actor, params.id, value)
        return goTo(reply, `/lerngruppen/${params.id}/selbsteinschaetzung`, "self-rating-saved")
      } catch (error) {
        return again(refusalErrors(t, error), error instanceof Refusal ? error.status : 422)
      }
    },
  )
}

async function showForm(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  point: Point,
  tried?: Tried,
) {
  const ratings = await listSelfRatings(site.db, request.actor, id)
  const cohort = await findCohort(site.db, request.actor, id)
  const one = ratings.points.find((other) => other.point === point)
  if (!one) throw new Error("a point of the half-year")
  const back = `/lerngruppen/${id}/selbsteinschaetzung`
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.selfRating
      const title = words.pointTitles[point]
      return {
        title: tried ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <CohortTrail
            t={t}
            cohort={cohort}
            below={[{ label: words.title, href: back }, { label: words.points[point] }]}
          />
        ),
        children:
          one.fixed && !tried ? (
            <Fixed one={one} ratings={ratings} />
          ) : (
            <RatingForm one={one} ratings={ratings} back={back} {...(tried && { tried })} />
          ),
      }
    },
    tried?.status,
  )
}

function RatingForm(props: { one: One; ratings: SelfRatingsView; back: string; tried?: Tried }) {
  const { t } = useReader()
  const words = t.qualification.selfRating
  const { one, ratings, tried, back } = props
  const isStale = tried?.status === 409 && textOf(tried.fields, "version") !== String(one.version)
  const errors = isStale ? [] : (tried?.errors ?? [])
  return (
    <>
      <PageTitle lead={<p>{words.formLead}</p>}>{words.pointTitles[one.point]}</PageTitle>
      <p class="kern-hint">{words.privacy}</p>
      {isStale && (
        <NewerVersion
          text={words.conflict}
          fields={comparedRatings(t, ratings.competences, one.ratings, tried.fields)}
        />
      )}
      <ErrorSummary errors={errors} />
      <Form
        action={`${back}/eintragen`}
        hidden={{ point: one.point, version: one.version }}
        keep={`${back.slice(1)}/${one.point}`}
      >
        <RatingFields
          competences={ratings.competences}
          fields={tried?.fields ?? ratingFields(ratings.competences, one.ratings)}
          errors={errors}
          words={words}
        />
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
          <LinkButton href={back} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

function Fixed({ one, ratings }: { one: One; ratings: SelfRatingsView }) {
  const { t } = useReader()
  const words = t.qualification.selfRating
  const levelName = useLevelName()
  return (
    <>
      <PageTitle lead={<p>{words.fixed}</p>}>{words.pointTitles[one.point]}</PageTitle>
      <Facts
        facts={ratings.competences.map((competence) => {
          const rating = one.ratings.find((other) => other.competence === competence.key)
          const value = [levelName(competence, rating?.level), rating?.sentence].filter(Boolean).join(". ")
          return { label: competence.name, value }
        })}
      />
    </>
  )
}
