import type { App } from "../../../../server/kernel/http.ts"
import { Closed, Id } from "../../../../server/kernel/schemas.ts"
import {
  addObservation,
  beginRound,
  NewObservation,
  NewRating,
  removeObservation,
  restartRoundTimer,
  saveRating,
  timeRound,
} from "../../../../server/qualification/proof.ts"
import { pagesOf } from "../../../form-pages.ts"
import { actionsOf, readForm } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { RATING_FIELDS, ratingFault, ratingLabels, ratingsIn } from "../competences/rating.tsx"
import { timerForm } from "../timer/index.ts"
import { FORMS } from "./forms.ts"
import { observationLabels } from "./observations.tsx"
import { ratingStart } from "./rating.tsx"
import { roundPage } from "./round-page.tsx"
import { findSeen, seenBy } from "./seen.ts"

type Pages = ReturnType<typeof pagesOf>

/** The screen of a round until both ratings are in: beginning and timing it, rating, observing. */
export function roundPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/kompetenzbilanz/:id", {
    find: findSeen,
    show: (ask, round) => roundPage(ask, round),
    reads: ({ params }) => params.id,
  })
  timerOf(pages)
  ratingForm(pages)
  observationForm(pages)
}

function timerOf({ form }: Pages): void {
  form("/kompetenzbilanz/:id/zeit", {
    ...timerForm,
    find: seenBy("facilitator"),
    act: async ({ db, actor, params: { id } }, sent) => {
      if ("version" in sent) await timeRound(db, actor, id, sent)
      else await (sent.control === "start" ? beginRound : restartRoundTimer)(db, actor, id)
    },
    to: (_, { id }) => `/kompetenzbilanz/${id}`,
    again: roundPage,
  })
}

function ratingForm(pages: Pages): void {
  pages.form("/kompetenzbilanz/:id/einschaetzung", {
    find: seenBy("learner", "facilitator"),
    input: NewRating,
    name: FORMS.rating,
    fields: [...RATING_FIELDS, "version", "submit"],
    read: (fields) => ({ ...readForm(NewRating, fields), ratings: ratingsIn(fields) }),
    labels: (t, { competences }) => ratingLabels(competences, t.qualification.round),
    fault: ratingFault,
    start: ratingStart,
    act: async ({ db, actor, params }, value) => {
      await saveRating(db, actor, params.id, value)
      return value.submit ? "rating-submitted" : "rating-kept"
    },
    to: (hint, { id }) => [`/kompetenzbilanz/${id}`, hint],
    again: roundPage,
  })
}

/** Whoever wrote one can take it back. */
function observationForm(pages: Pages): void {
  pages.form("/kompetenzbilanz/:id/beobachtungen", {
    find: seenBy("peer"),
    ...actionsOf({ add: NewObservation, remove: Closed({ observationId: Id }) }),
    name: FORMS.observation,
    labels: observationLabels,
    act: async ({ db, actor, params }, value) => {
      if (value.action === "remove") await removeObservation(db, actor, value.observationId)
      else {
        const { action: _, ...observation } = value
        await addObservation(db, actor, params.id, observation)
      }
      return value.action === "remove" ? undefined : ("observation-added" as const)
    },
    to: (hint, { id }) => [`/kompetenzbilanz/${id}#beobachtungen`, hint],
    again: roundPage,
  })
}
