import { asc, eq } from "drizzle-orm"
import { experiences } from "../starts/tables.ts"
import { cohortMembers, cohorts } from "../tables.ts"
import type { Loader } from "./chapter.ts"

export const experienceChapter: Loader = async (reader, actor) => {
  const rows = await reader
    .select({ cohort: cohorts.name, media: experiences.media, answers: experiences.answers })
    .from(experiences)
    .innerJoin(cohortMembers, eq(cohortMembers.id, experiences.memberId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(cohorts.startOn))
  return {
    name: "digitale-medien",
    tables: ["experiences"],
    title: { de: "Erfahrungen mit digitalen Medien", en: "Experience with digital media" },
    labels: {
      cohort: { de: "Lerngruppe", en: "Cohort" },
      media: { de: "Medien", en: "Media" },
      helps: { de: "Was gut klappt", en: "What works well" },
      hinders: { de: "Was stört", en: "What hinders" },
      wish: { de: "Wunsch", en: "Wish" },
    },
    rows: rows.map(({ cohort, media, answers }) => ({ cohort, media: media.join(", "), ...answers })),
  }
}
