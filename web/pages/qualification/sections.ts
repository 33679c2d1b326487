import type { CohortView } from "../../../server/qualification/index.ts"
import type { Texts } from "../../texts/index.ts"
import { assessmentSections } from "./assessments/sections.ts"
import { certificateSections } from "./certificates/sections.ts"
import { cohortSections } from "./cohorts/sections.ts"
import { competenceSections } from "./competences/sections.ts"
import { consultingSections } from "./consulting/sections.ts"
import { impulseSections } from "./impulses/sections.ts"
import { journalSections } from "./journal/sections.ts"
import { managerSections } from "./managers/sections.ts"
import { pathSections } from "./path/sections.ts"
import { planSections } from "./plans/sections.ts"
import { projectSections } from "./projects/sections.ts"
import { reportSections } from "./reports/sections.ts"
import { retrospectiveSections } from "./retrospectives/sections.ts"
import { sessionSections } from "./sessions/sections.ts"
import { startSections } from "./starts/sections.ts"

/** A part of the cohort with pages of its own, as the cohort's page links to it. */
export type Section = { href: string; label: string; text: string }

const GROUPS = ["course", "work", "learning"] as const
type Group = { id: (typeof GROUPS)[number]; sections: Section[] }

/**
 * What the person can open in a cohort, by what it is for and there in the order of the half-year. Each part says its
 * own in a file of its own; a group without any is left out.
 */
export function sectionsOf(t: Texts, cohort: CohortView): Group[] {
  const sections: Record<Group["id"], Section[]> = {
    course: [
      ...pathSections(t, cohort),
      ...managerSections(t, cohort),
      ...sessionSections(t, cohort),
      ...cohortSections(t, cohort),
    ],
    work: [
      ...startSections(t, cohort),
      ...projectSections(t, cohort),
      ...planSections(t, cohort),
      ...reportSections(t, cohort),
      ...retrospectiveSections(t, cohort),
    ],
    learning: [
      ...impulseSections(t, cohort),
      ...consultingSections(t, cohort),
      ...journalSections(t, cohort),
      ...competenceSections(t, cohort),
      ...assessmentSections(t, cohort),
      ...certificateSections(t, cohort),
    ],
  }
  return GROUPS.map((id) => ({ id, sections: sections[id] })).filter((group) => group.sections.length > 0)
}
