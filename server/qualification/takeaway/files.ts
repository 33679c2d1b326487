import { asc, eq } from "drizzle-orm"
import { inArchive, type Loader, withFiles } from "../../accounts/index.ts"
import { stepFiles } from "../files/tables.ts"
import { cohortMembers, cohortSteps, cohorts, programmeSteps } from "../tables.ts"

/** The files themselves, and where each belongs. */
export const fileChapter: Loader = async (reader, actor) => {
  const rows = await reader
    .select({
      id: stepFiles.id,
      cohort: cohorts.name,
      step: programmeSteps.title,
      kind: stepFiles.kind,
      name: stepFiles.name,
      caption: stepFiles.caption,
    })
    .from(stepFiles)
    .innerJoin(cohortMembers, eq(cohortMembers.id, stepFiles.memberId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .innerJoin(cohortSteps, eq(cohortSteps.id, stepFiles.cohortStepId))
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(cohortSteps.startsAt), asc(stepFiles.id))
  const found = rows.map(({ id, name, ...row }) => ({ key: id, name, row }))
  return {
    name: "dateien",
    tables: ["step_files"],
    title: { de: "Dateien zu Schritten", en: "Files of steps" },
    labels: {
      cohort: { de: "Lerngruppe", en: "Cohort" },
      step: { de: "Schritt", en: "Step" },
      kind: { de: "Art", en: "Kind" },
      caption: { de: "Was zu sehen ist", en: "What it shows" },
      file: inArchive,
    },
    ...withFiles("dateien", found),
  }
}
