import { asc, eq } from "drizzle-orm"
import type { Loader } from "../../accounts/index.ts"
import { impulseAnswers } from "../impulses/tables.ts"
import { cohortMembers, cohortSteps, cohorts, programmeSteps } from "../tables.ts"

/** A line for each answer, with the question that the programme asks. */
export const impulseChapter: Loader = async (reader, actor) => {
  const rows = await reader
    .select({
      cohort: cohorts.name,
      impulse: programmeSteps.title,
      state: impulseAnswers.state,
      questions: programmeSteps.questions,
      answers: impulseAnswers.answers,
    })
    .from(impulseAnswers)
    .innerJoin(cohortMembers, eq(cohortMembers.id, impulseAnswers.memberId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .innerJoin(cohortSteps, eq(cohortSteps.id, impulseAnswers.cohortStepId))
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(cohortSteps.startsAt))
  return {
    name: "lernimpulse",
    tables: ["impulse_answers"],
    title: { de: "Antworten auf Lernimpulse", en: "Answers to learning impulses" },
    labels: {
      cohort: { de: "Lerngruppe", en: "Cohort" },
      impulse: { de: "Lernimpuls", en: "Learning impulse" },
      state: { de: "Stand", en: "State" },
      question: { de: "Frage", en: "Question" },
      answer: { de: "Antwort", en: "Answer" },
    },
    rows: rows.flatMap(({ questions, answers, ...row }) =>
      answers.map((answer, index) => ({ ...row, question: questions[index]?.label ?? "", answer })),
    ),
  }
}
