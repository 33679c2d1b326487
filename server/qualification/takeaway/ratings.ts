import { asc, eq } from "drizzle-orm"
import type { Loader } from "../../accounts/index.ts"
import { shownRatings } from "../competences/stored.ts"
import { selfRatings } from "../competences/tables.ts"
import { cohortMembers, cohorts } from "../tables.ts"

/** A line for each competence: a self-rating is one row with all of them. */
export const ratingChapter: Loader = async (reader, actor) => {
  const rows = await reader
    .select({ cohort: cohorts.name, point: selfRatings.point, ratings: selfRatings.ratings })
    .from(selfRatings)
    .innerJoin(cohortMembers, eq(cohortMembers.id, selfRatings.memberId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(cohorts.startOn), asc(selfRatings.id))
  return {
    name: "selbsteinschaetzung",
    tables: ["self_ratings"],
    title: { de: "Selbsteinschätzungen", en: "Self-ratings" },
    labels: {
      cohort: { de: "Lerngruppe", en: "Cohort" },
      point: { de: "Zeitpunkt", en: "Point" },
      competence: { de: "Kompetenz", en: "Competence" },
      level: { de: "Stufe", en: "Level" },
      sentence: { de: "Satz dazu", en: "Sentence" },
    },
    rows: rows.flatMap(({ ratings, ...row }) =>
      shownRatings(ratings).map((rating) => ({ ...row, ...rating })),
    ),
  }
}
