import { Type } from "typebox"
import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Choice, Closed } from "../../../../server/kernel/schemas.ts"
import {
  findRound,
  NewSelfRating,
  releaseWritten,
  savePreparation,
  saveSelfRating,
  withdrawPreparation,
} from "../../../../server/qualification/proof.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { readForm } from "../../../form-reading.ts"
import type { Fields } from "../../../forms.ts"
import type { Site } from "../../../site.tsx"
import { RATING_FIELDS, ratingFault, ratingsIn } from "../competences/rating.tsx"
import { POINT_NAMES, pointNamed, preparationOf } from "./address.ts"
import { findPreparation } from "./find.ts"
import { FORMS } from "./forms.ts"
import { preparationPage } from "./page.tsx"
import { pointIn, selfRatingLabels, selfRatingStart } from "./self-rating.tsx"
import {
  SITUATION_FIELDS,
  situationFault,
  situationLabels,
  situationStart,
  situationsIn,
  written,
} from "./situations.tsx"

const Address = Closed({
  zeitpunkt: Type.Optional(Choice(Object.values(POINT_NAMES))),
  hinweis: Type.Optional(Type.String()),
})

type Pages = ReturnType<typeof pagesOf>

/** One page for what a learner brings to their assessment: where they stand, what shows it, what they will tell. */
export function preparationPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/lerngruppen/:id/vorbereitung", {
    query: Address,
    find: (ask) => findPreparation(ask, ask.params.id),
    show: (ask, found) => preparationPage(ask, found, null, pointNamed(ask.query.zeitpunkt)),
  })
  selfRatingForm(pages)
  situationsForm(pages)
}

function selfRatingForm(pages: Pages): void {
  pages.form("/lerngruppen/:id/selbsteinschaetzung", {
    find: (ask: Ask) => findPreparation(ask, ask.params.id),
    input: NewSelfRating,
    name: FORMS.selfRating,
    fields: [...RATING_FIELDS, "point", "version"],
    read: (fields) => ({ ...readForm(NewSelfRating, fields), ratings: ratingsIn(fields) }),
    labels: selfRatingLabels,
    fault: ratingFault,
    start: ({ ratings }, { request }) => selfRatingStart(ratings, pointIn(ratings, request.body as Fields)),
    act: ({ db, actor, params }, value) => saveSelfRating(db, actor, params.id, value),
    to: (_, { cohort }) => [`${preparationOf(cohort.id)}#selbsteinschaetzung`, "self-rating-saved"],
    again: (ask, found, form) => preparationPage(ask, found, form),
  })
}

const HINTS = {
  save: "preparation-saved",
  release: "preparation-released",
  withdraw: "preparation-withdrawn",
} as const

function situationsForm(pages: Pages): void {
  pages.form("/kompetenzbilanz/:id/vorbereitung", {
    find: async (ask: Ask) => {
      const { seat, cohort } = await findRound(ask.db, ask.actor, ask.params.id)
      if (seat !== "learner") throw forbidden()
      return findPreparation(ask, cohort.id)
    },
    input: written.input,
    name: FORMS.situations,
    fields: SITUATION_FIELDS,
    read: (fields) => {
      const value = written.read(fields)
      return value.action === "withdraw" ? value : { ...value, situations: situationsIn(fields) }
    },
    labels: situationLabels,
    fault: situationFault,
    start: ({ round }) => situationStart(round),
    act: async ({ db, actor, params: { id } }, value) => {
      if (value.action === "withdraw") await withdrawPreparation(db, actor, id)
      else if (value.action === "release") {
        const { action: _, ...own } = value
        const { evidenceIds, formerRatings } = own
        await releaseWritten(db, actor, id, own, { evidenceIds, ratings: false, formerRatings })
      } else {
        const { action: _, ...own } = value
        await savePreparation(db, actor, id, own)
      }
      return HINTS[value.action]
    },
    to: (hint, { cohort }) => [`${preparationOf(cohort.id)}#situationen`, hint],
    again: (ask, found, form) => preparationPage(ask, found, form),
  })
}
