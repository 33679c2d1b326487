import { Type } from "typebox"
import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed } from "../../../../server/kernel/schemas.ts"
import {
  accessPlanned,
  changeRound,
  EditedRound,
  formRounds,
  NewRounds,
  removeRound,
} from "../../../../server/qualification/proof.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput, readForm } from "../../../form-reading.ts"
import { type Fields, textOf } from "../../../forms.ts"
import type { Site } from "../../../site.tsx"
import { instantOf } from "../../announcements/moment.ts"
import { planPage } from "./plan.tsx"
import { findPlanned } from "./planned.ts"
import { planLabels, planStart } from "./planning.tsx"
import { formingLabels } from "./proposal.tsx"

/** `runde` is the one that is being planned. */
const Address = Closed({
  runde: Type.Optional(Type.String({ maxLength: 40 })),
  hinweis: Type.Optional(Type.String()),
})
const planning = actionsOf({ save: EditedRound, remove: NoInput })
const ADDRESS = "/lerngruppen/:id/kompetenzbilanzen"
const planOf = (cohortId: string) => `/lerngruppen/${cohortId}/kompetenzbilanzen`

/** The rounds of a cohort: all of them and their planning for facilitators, the own ones for learners. */
export function planPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page(ADDRESS, {
    query: Address,
    find: (ask) => findPlanned(ask, ask.params.id, ask.query.runde),
    show: (ask, found) => planPage(ask, found),
  })
  pages.form(ADDRESS, {
    find: async (ask: Ask) => {
      const found = await findPlanned(ask, ask.params.id)
      if (!found.plan.can.plan) throw forbidden()
      return found
    },
    input: NewRounds,
    name: "forming",
    labels: formingLabels,
    read: (fields) => ({ ...readForm(NewRounds, fields), startsAt: startIn(fields) || null }),
    act: ({ db, actor, params }, value) => formRounds(db, actor, params.id, value),
    to: (_, { cohort }) => [planOf(cohort.id), "rounds-formed"],
    again: planPage,
  })
  pages.form("/kompetenzbilanz/:id/planen", {
    find: async (ask: Ask) => {
      const { cohortId } = await accessPlanned(ask.db, ask.actor, ask.params.id)
      return findPlanned(ask, cohortId, ask.params.id)
    },
    input: planning.input,
    name: "planning",
    labels: planLabels,
    read: (fields) => {
      const value = planning.read(fields)
      return value.action === "save" ? { ...value, startsAt: startIn(fields) } : value
    },
    start: planStart,
    act: async ({ db, actor, params }, value) => {
      if (value.action === "remove") await removeRound(db, actor, params.id)
      else {
        const { action: _, ...plan } = value
        await changeRound(db, actor, params.id, plan)
      }
      return value.action === "remove" ? ("round-removed" as const) : ("saved" as const)
    },
    to: (hint, { cohort }) => [planOf(cohort.id), hint],
    again: planPage,
  })
}

const startIn = (fields: Fields) => instantOf(textOf(fields, "startsAt"))
