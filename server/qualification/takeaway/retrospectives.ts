import { asc, eq } from "drizzle-orm"
import { retrospectiveCards } from "../retrospectives/tables.ts"
import { cohortMembers, cohorts } from "../tables.ts"
import type { Loader } from "./chapter.ts"

/** The own cards, as long as it is known whose they are. */
export const retrospectiveChapter: Loader = async (reader, actor) => ({
  name: "rueckblick",
  tables: ["retrospective_cards"],
  title: { de: "Eigene Karten im Rückblick", en: "Own cards of the retrospective" },
  labels: { cohort: { de: "Lerngruppe", en: "Cohort" }, text: { de: "Karte", en: "Card" } },
  rows: await reader
    .select({ cohort: cohorts.name, text: retrospectiveCards.body })
    .from(retrospectiveCards)
    .innerJoin(cohortMembers, eq(cohortMembers.id, retrospectiveCards.memberId))
    .innerJoin(cohorts, eq(cohorts.id, retrospectiveCards.cohortId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(cohorts.startOn), asc(retrospectiveCards.id)),
})
