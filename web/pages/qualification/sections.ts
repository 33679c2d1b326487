import type { CohortView, Feature, StepKind } from "../../../server/qualification/core.ts"
import type { Texts } from "../../texts/index.ts"
import { assessmentSections } from "./assessments/sections.ts"
import { cohortSections } from "./cohorts/sections.ts"
import { competenceSections } from "./competences/sections.ts"
import { consultingSections } from "./consulting/sections.ts"
import { impulseSections } from "./impulses/sections.ts"
import { journalSections } from "./journal/sections.ts"
import { managerSections } from "./managers/sections.ts"
import { pathSections } from "./path/sections.ts"
import type { Course } from "./path/timeline.tsx"
import { planSections } from "./plans/sections.ts"
import { projectSections } from "./projects/sections.ts"
import { reportSections } from "./reports/sections.ts"
import { retrospectiveSections } from "./retrospectives/sections.ts"
import type { Section } from "./section.ts"
import { sheetSections } from "./sheets/sections.ts"
import { startSections } from "./starts/sections.ts"

const GROUPS = ["course", "work", "learning"] as const
type Group = { id: (typeof GROUPS)[number]; sections: Section[] }

/**
 * What the person can open in a cohort, by what it is for and there in the order of the half-year. Each part says its
 * own in a file of its own; a group without any is left out. For learners an area comes up with the step that brings it
 * along; who facilitates prepares what is still to come.
 */
export function sectionsOf(t: Texts, cohort: CohortView, course: Course): Group[] {
  const later = course.steps.filter(({ place }) => place === "later").map(({ step }) => step)
  const waiting = cohort.parts.includes("facilitator") ? [] : later
  const reached = {
    ...cohort,
    steps: cohort.steps.filter(({ id }) => !waiting.some((step) => step.id === id)),
  }
  const brings = (from: StepKind | Feature) => (step: CohortView["steps"][number]) =>
    step.kind === from || step.features.some((one) => one === from)
  const hasCome = ({ from }: Section) =>
    !from || reached.steps.some(brings(from)) || !waiting.some(brings(from))
  const all = groupsOf(t, reached)
  return GROUPS.map((id) => ({ id, sections: all[id].filter(hasCome) })).filter(
    ({ sections }) => sections.length > 0,
  )
}

function groupsOf(t: Texts, cohort: CohortView): Record<Group["id"], Section[]> {
  return {
    course: [...pathSections(t, cohort), ...managerSections(t, cohort), ...cohortSections(t, cohort)],
    work: [
      ...startSections(t, cohort),
      ...projectSections(t, cohort),
      ...planSections(t, cohort),
      ...reportSections(t, cohort),
      ...retrospectiveSections(t, cohort),
      ...sheetSections(t, cohort),
    ],
    learning: [
      ...impulseSections(t, cohort),
      ...consultingSections(t, cohort),
      ...journalSections(t, cohort),
      ...competenceSections(t, cohort),
      ...assessmentSections(t, cohort),
    ],
  }
}
