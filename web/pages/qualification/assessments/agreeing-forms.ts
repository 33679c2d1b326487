import type { App } from "../../../../server/kernel/http.ts"
import {
  confirmRound,
  NewConfirmation,
  NewResult,
  NewSentences,
  NewThought,
  saveResult,
  saveSentences,
  thinkOver,
} from "../../../../server/qualification/proof.ts"
import { pagesOf } from "../../../form-pages.ts"
import { actionsOf } from "../../../form-reading.ts"
import type { Fields } from "../../../forms.ts"
import type { Site } from "../../../site.tsx"
import { thoughtLabels } from "./confirming.tsx"
import { FORMS } from "./forms.ts"
import { placeIn, resultLabels, resultStart } from "./result.tsx"
import { roundPage } from "./round-page.tsx"
import { seenBy } from "./seen.ts"
import { sentenceLabels } from "./sentences.tsx"

/** The screen of a round once both ratings lie open: agreeing on levels, wording the sentences, confirming. */
export function agreeingForms(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.form("/kompetenzbilanz/:id/ergebnis", {
    find: seenBy("learner", "facilitator"),
    input: NewResult,
    name: FORMS.result,
    labels: resultLabels,
    start: resultStart,
    act: ({ db, actor, params }, value) => saveResult(db, actor, params.id, value),
    to: (_, round, { request }) => [
      `/kompetenzbilanz/${round.id}#kompetenz-${placeIn(round, request.body as Fields)}`,
      "result-saved",
    ],
    again: roundPage,
  })
  pages.form("/kompetenzbilanz/:id/saetze", {
    find: seenBy("learner"),
    input: NewSentences,
    name: FORMS.sentences,
    labels: sentenceLabels,
    start: ({ sentences, version }) => ({ sentences, version: String(version) }),
    act: ({ db, actor, params }, value) => saveSentences(db, actor, params.id, value),
    to: (_, { id }) => [`/kompetenzbilanz/${id}#saetze`, "sentences-saved"],
    again: roundPage,
  })
  pages.form("/kompetenzbilanz/:id/bestaetigen", {
    find: seenBy("learner", "facilitator"),
    ...actionsOf({ confirm: NewConfirmation, think: NewThought }),
    name: FORMS.thought,
    labels: thoughtLabels,
    act: async ({ db, actor, params }, value) => {
      const { action: _, ...input } = value
      if ("until" in input) await thinkOver(db, actor, params.id, input)
      else await confirmRound(db, actor, params.id, input)
      return "until" in input ? ("saved" as const) : ("result-confirmed" as const)
    },
    to: (hint, { id }) => [`/kompetenzbilanz/${id}#bestaetigen`, hint],
    again: roundPage,
  })
}
