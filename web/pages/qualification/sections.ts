import type { CohortView } from "../../../server/qualification/index.ts"
import type { Texts } from "../../texts/index.ts"
import { assessmentSections } from "./assessments/sections.ts"
import { certificateSections } from "./certificates/sections.ts"
import { cohortSections } from "./cohorts/sections.ts"
import { competenceSections } from "./competences/sections.ts"
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

/** What the person can open in a cohort, in the order of the half-year. Each part says it in a file of its own. */
export function sectionsOf(t: Texts, cohort: CohortView): Section[] {
  const sections: Section[] = []
  sections.push(...pathSections(t, cohort))
  sections.push(...managerSections(t, cohort))
  sections.push(...startSections(t, cohort))
  sections.push(...impulseSections(t, cohort))
  sections.push(...cohortSections(t, cohort))
  sections.push(...sessionSections(t, cohort))
  sections.push(...journalSections(t, cohort))
  sections.push(...competenceSections(t, cohort))
  sections.push(...planSections(t, cohort))
  sections.push(...projectSections(t, cohort))
  sections.push(...reportSections(t, cohort))
  sections.push(...retrospectiveSections(t, cohort))
  sections.push(...certificateSections(t, cohort))
  sections.push(...assessmentSections(t, cohort))
  return sections
}
