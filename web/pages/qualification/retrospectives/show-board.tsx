import type { FastifyReply, FastifyRequest } from "fastify"
import { findCohort, findRetrospective } from "../../../../server/qualification/index.ts"
import { refusalErrors } from "../../../forms.ts"
import type { FieldError } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"
import { Board } from "./board.tsx"

/** What was tried and refused: the faults, and the text by the id of its field, so that none is lost. */
export type Tried = { errors: FieldError[]; status: number; typed?: Record<string, string> }

export async function showBoard(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  cohortId: string,
  tried: Tried = { errors: [], status: 200 },
) {
  const view = await findRetrospective(site.db, request.actor, cohortId)
  const cohort = await findCohort(site.db, request.actor, cohortId)
  return show(
    site,
    request,
    reply,
    (t) => {
      const { title } = t.qualification.retrospectives
      return {
        title: tried.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        breadcrumb: <CohortTrail t={t} cohort={cohort} below={[{ label: title }]} />,
        children: (
          <Board
            t={t}
            cohortId={cohortId}
            ownerId={request.actor.id}
            view={view}
            errors={tried.errors}
            typed={tried.typed ?? {}}
          />
        ),
      }
    },
    tried.status,
  )
}

/** The board as it is now, with what stood in the way above it. */
export async function showRefused(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  cohortId: string,
  error: unknown,
  typed?: Record<string, string>,
) {
  const errors = refusalErrors(texts(request.locale), error)
  return showBoard(site, request, reply, cohortId, { errors, status: 409, ...(typed && { typed }) })
}
