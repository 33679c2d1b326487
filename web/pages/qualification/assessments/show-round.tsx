import type { FastifyReply, FastifyRequest } from "fastify"
import { Refusal } from "../../../../server/kernel/errors.ts"
import { type AssessmentView, findRound } from "../../../../server/qualification/index.ts"
import { type Fields, refusalErrors } from "../../../forms.ts"
import { ErrorSummary, type FieldError, PageTitle, useReader } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { Timer } from "../timer/index.ts"
import { CohortTrail } from "../trail.tsx"
import { Agreeing } from "./agreeing.tsx"
import { RoundHead } from "./head.tsx"
import { Preparing } from "./preparation.tsx"
import { RatingPhase } from "./rating.tsx"

/** One of the forms of the screen, as it was sent and not taken. */
export type Tried = {
  form: "preparation" | "rating" | "observation" | "result" | "sentences" | "confirmation" | "thought"
  fields: Fields
  errors: FieldError[]
  status: number
}

/** The round, and whose browser keeps what is sent from the screen. */
export type Seen = AssessmentView & { ownerId: string }

export const triedIn = (tried: Tried | undefined, form: Tried["form"]) =>
  tried?.form === form ? tried : undefined

/** The one screen of a round, the same for its three but for what each may do. */
export async function showRound(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  tried?: Tried,
) {
  const round = { ...(await findRound(site.db, request.actor, id)), ownerId: request.actor.id }
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.assessments
      const title = words.roundOf(round.learner.name)
      const list = `/lerngruppen/${round.cohort.id}/kompetenzbilanzen`
      return {
        title: tried && tried.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        breadcrumb: (
          <CohortTrail
            t={t}
            cohort={round.cohort}
            below={[{ label: words.title, href: list }, { label: round.learner.name }]}
          />
        ),
        children: <Round round={round} {...(tried && { tried })} />,
      }
    },
    tried?.status,
  )
}

/** Shows the screen again with what was typed; what nothing can be done about goes on to the error page. */
export async function showAgain(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  form: Tried["form"],
  fields: Fields,
  error: unknown,
) {
  if (error instanceof Refusal && error.status === 403) throw error
  const errors = refusalErrors(texts(request.locale), error)
  const status = error instanceof Refusal ? error.status : 422
  return showRound(site, request, reply, id, { form, fields, errors, status })
}

function Round({ round, tried }: { round: Seen; tried?: Tried }) {
  const { t } = useReader()
  const props = { round, ...(tried && { tried }) }
  return (
    <>
      <PageTitle>{t.qualification.assessments.roundOf(round.learner.name)}</PageTitle>
      <ErrorSummary errors={tried?.errors ?? []} />
      <div class="ff-round" id="runde" data-live={`assessment:${round.id}`}>
        <RoundHead round={round} />
        {round.timer && round.phase !== "confirmed" && (
          <Timer
            view={round.timer}
            {...(round.seat === "facilitator" && { action: `/kompetenzbilanz/${round.id}/zeit` })}
          />
        )}
        {round.phase === "preparing" ? (
          <Preparing {...props} />
        ) : round.phase === "rating" ? (
          <RatingPhase {...props} />
        ) : (
          <Agreeing {...props} />
        )}
      </div>
    </>
  )
}
