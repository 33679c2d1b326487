import { eq, sql } from "drizzle-orm"
import type { Actor, Locale } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { among } from "../../kernel/statements.ts"
import { ENTRY_SUBJECT, type InboxFacts } from "../../notifications/index.ts"
import { isPart, type OwnParts } from "../policy.ts"
import { cohorts } from "../tables.ts"
import type { PlanKind } from "./kinds.ts"
import { PLANNERS } from "./queries.ts"
import { plans } from "./tables.ts"

/** What a plan is called, and the page that it stands on. */
const NAMES: Record<PlanKind, Record<Locale, string> & { page: string }> = {
  "it-call": { de: "Telefonat mit der IT", en: "Call to IT", page: "telefonat-mit-der-it" },
  event: { de: "Infoveranstaltung", en: "Information event", page: "kolleginnen-und-kollegen" },
  objections: {
    de: "Einwände und gute Fragen",
    en: "Objections and good questions",
    page: "kolleginnen-und-kollegen",
  },
  rules: { de: "Nutzungsregeln", en: "Rules of use", page: "nutzungsregeln" },
  rollout: { de: "Einführung", en: "Roll-out", page: "kolleginnen-und-kollegen" },
  "data-protection": { de: "Datenschutz", en: "Data protection", page: "datenschutz" },
  lasting: { de: "Was bleibt", en: "What stays", page: "was-bleibt" },
}

/** Plans that the person works on; a decision that was taken back is told to nobody any more. */
export async function describePlans(
  reader: Reader,
  actor: Actor,
  ids: string[],
  parts: OwnParts,
): Promise<[string, InboxFacts][]> {
  const rows = await reader
    .select({
      id: plans.id,
      kind: plans.kind,
      decidedOn: plans.decidedOn,
      cohortId: cohorts.id,
      cohort: cohorts.name,
    })
    .from(plans)
    .innerJoin(cohorts, eq(cohorts.id, plans.cohortId))
    .where(among(plans.id, ids))
  return rows.flatMap(({ id, kind, decidedOn, cohortId, cohort }): [string, InboxFacts][] => {
    const standing = parts.in(cohortId)
    if (!standing || decidedOn === null || !PLANNERS.some((part) => isPart(standing, part))) return []
    const address = `/lerngruppen/${cohortId}/vorhaben/${NAMES[kind].page}`
    const title = NAMES[kind][actor.locale]
    return [[id, { kind: null, title, address, person: null, place: cohort, text: null }]]
  })
}

/** The same for an unread entry and one part that the person has, `mine`. */
export const seesPlan = sql`exists (select 1 from ${plans} plan where plan.id = ${ENTRY_SUBJECT}
  and plan.cohort_id = mine.cohort_id and plan.decided_on is not null and mine.part in ('facilitator', 'learner'))`
