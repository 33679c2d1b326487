import { asc, eq } from "drizzle-orm"
import { byCode } from "../../kernel/order.ts"
import { assessmentResults, assessmentRounds } from "../assessments/tables.ts"
import { levelOf, shownRatings } from "../competences/stored.ts"
import { selfRatings } from "../competences/tables.ts"
import { evidence } from "../evidence/tables.ts"
import { impulseAnswers } from "../impulses/tables.ts"
import { projectComments, projectPeople, projects } from "../projects/tables.ts"
import { reportContributions } from "../reports/tables.ts"
import { sessionEntries, sessionNotes, sessionRounds } from "../sessions/tables.ts"
import { attendances, cohortMembers, cohortSteps, cohorts, programmeSteps } from "../tables.ts"
import type { Loader } from "./chapter.ts"

const cohort = { de: "Lerngruppe", en: "Cohort" }
const session = { de: "Termin", en: "Session" }
const competence = { de: "Kompetenz", en: "Competence" }
const level = { de: "Stufe", en: "Level" }

export const membershipChapter: Loader = async (reader, actor) => ({
  name: "lerngruppen",
  tables: ["cohort_members"],
  title: { de: "Lerngruppen", en: "Cohorts" },
  labels: {
    cohort,
    part: { de: "Rolle", en: "Part" },
    joinedAt: { de: "Dabei seit", en: "Since" },
    leftAt: { de: "Dabei bis", en: "Until" },
  },
  rows: (
    await reader
      .select({
        cohort: cohorts.name,
        part: cohortMembers.part,
        joinedAt: cohortMembers.joinedAt,
        leftAt: cohortMembers.leftAt,
      })
      .from(cohortMembers)
      .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
      .where(eq(cohortMembers.personId, actor.id))
      .orderBy(asc(cohorts.startOn), asc(cohortMembers.id))
  ).map((row) => ({
    ...row,
    joinedAt: row.joinedAt.toISOString(),
    leftAt: row.leftAt?.toISOString() ?? null,
  })),
})

export const attendanceChapter: Loader = async (reader, actor) => ({
  name: "teilnahme",
  tables: ["attendances"],
  title: { de: "Teilnahme", en: "Attendance" },
  labels: { cohort, session, state: { de: "Teilnahme", en: "Attendance" } },
  rows: await reader
    .select({ cohort: cohorts.name, session: programmeSteps.title, state: attendances.state })
    .from(attendances)
    .innerJoin(cohortMembers, eq(cohortMembers.id, attendances.memberId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .innerJoin(cohortSteps, eq(cohortSteps.id, attendances.cohortStepId))
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(cohortSteps.startsAt)),
})

export const taskChapter: Loader = async (reader, actor) => ({
  name: "aufgaben",
  tables: ["session_entries"],
  title: { de: "Übernommene Aufgaben", en: "Tasks taken on" },
  labels: {
    cohort,
    task: { de: "Aufgabe", en: "Task" },
    dueOn: { de: "Bis wann", en: "Due on" },
    done: { de: "Erledigt", en: "Done" },
    result: { de: "Ergebnis", en: "Result" },
  },
  rows: await reader
    .select({
      cohort: cohorts.name,
      task: sessionEntries.body,
      dueOn: sessionEntries.dueOn,
      done: sessionEntries.done,
      result: sessionEntries.result,
    })
    .from(sessionEntries)
    .innerJoin(cohortMembers, eq(cohortMembers.id, sessionEntries.memberId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(sessionEntries.id)),
})

export const roundChapter: Loader = async (reader, actor) => ({
  name: "runden",
  tables: ["session_rounds"],
  title: { de: "Eigene Zeilen in der Runde", en: "Own lines of the round" },
  labels: {
    cohort,
    session,
    project: { de: "Projekt", en: "Project" },
    state: { de: "Stand", en: "State" },
    hurdle: { de: "Hürde", en: "Hurdle" },
    request: { de: "Bitte", en: "Request" },
  },
  rows: await reader
    .select({
      cohort: cohorts.name,
      session: programmeSteps.title,
      project: sessionRounds.project,
      state: sessionRounds.state,
      hurdle: sessionRounds.hurdle,
      request: sessionRounds.request,
    })
    .from(sessionRounds)
    .innerJoin(cohortMembers, eq(cohortMembers.id, sessionRounds.memberId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .innerJoin(cohortSteps, eq(cohortSteps.id, sessionRounds.cohortStepId))
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(cohortSteps.startsAt)),
})

export const noteChapter: Loader = async (reader, actor) => ({
  name: "notizen",
  tables: ["session_notes"],
  title: { de: "Eigene Notizen zu Terminen", en: "Own notes on sessions" },
  labels: { cohort, session, text: { de: "Notiz", en: "Note" } },
  rows: await reader
    .select({ cohort: cohorts.name, session: programmeSteps.title, text: sessionNotes.body })
    .from(sessionNotes)
    .innerJoin(cohortSteps, eq(cohortSteps.id, sessionNotes.cohortStepId))
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .innerJoin(cohorts, eq(cohorts.id, cohortSteps.cohortId))
    .where(eq(sessionNotes.personId, actor.id))
    .orderBy(asc(cohortSteps.startsAt)),
})

export const reportChapter: Loader = async (reader, actor) => ({
  name: "erfahrungen",
  tables: ["report_contributions"],
  title: {
    de: "Erfahrungen für die Rückmeldung an die Führungskraft",
    en: "Experience for the feedback report",
  },
  labels: { cohort, prompt: { de: "Frage", en: "Prompt" }, text: { de: "Erfahrung", en: "Experience" } },
  rows: await reader
    .select({ cohort: cohorts.name, prompt: reportContributions.prompt, text: reportContributions.text })
    .from(reportContributions)
    .innerJoin(cohortMembers, eq(cohortMembers.id, reportContributions.memberId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(cohorts.startOn), byCode(reportContributions.prompt)),
})

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
      cohort,
      point: { de: "Zeitpunkt", en: "Point" },
      competence,
      level,
      sentence: { de: "Satz dazu", en: "Sentence" },
    },
    rows: rows.flatMap(({ ratings, ...row }) =>
      shownRatings(ratings).map((rating) => ({ ...row, ...rating })),
    ),
  }
}

export const evidenceChapter: Loader = async (reader, actor) => {
  const rows = await reader
    .select({
      cohort: cohorts.name,
      kind: evidence.kind,
      title: evidence.title,
      address: evidence.address,
      copy: evidence.copy,
      sentence: evidence.sentence,
      competences: evidence.competences,
    })
    .from(evidence)
    .innerJoin(cohortMembers, eq(cohortMembers.id, evidence.memberId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(evidence.id))
  return {
    name: "nachweise",
    tables: ["evidence"],
    title: { de: "Nachweise", en: "Evidence" },
    labels: {
      cohort,
      kind: { de: "Art", en: "Kind" },
      title: { de: "Titel", en: "Title" },
      address: { de: "Adresse", en: "Address" },
      copy: { de: "Kopie", en: "Copy" },
      sentence: { de: "Was er zeigt", en: "What it shows" },
      competences: { de: "Kompetenzen", en: "Competences" },
    },
    rows: rows.map((row) => ({ ...row, competences: row.competences.join(", ") })),
  }
}

export const assessmentChapter: Loader = async (reader, actor) => {
  const rows = await reader
    .select({
      cohort: cohorts.name,
      competence: assessmentResults.competence,
      level: assessmentResults.level,
      startLevel: assessmentResults.startLevel,
      reason: assessmentResults.reason,
      evidence: assessmentResults.evidence,
      sentences: assessmentRounds.sentences,
    })
    .from(assessmentResults)
    .innerJoin(assessmentRounds, eq(assessmentRounds.id, assessmentResults.roundId))
    .innerJoin(cohortMembers, eq(cohortMembers.id, assessmentRounds.learnerId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(byCode(assessmentResults.competence))
  return {
    name: "kompetenzbilanz",
    tables: ["assessment_results", "assessment_rounds"],
    title: { de: "Vereinbarte Ergebnisse der Kompetenzbilanzierung", en: "Agreed results of the assessment" },
    labels: {
      cohort,
      competence,
      level,
      startLevel: { de: "Stufe am Anfang", en: "Level at the start" },
      reason: { de: "Begründung", en: "Reason" },
      evidence: { de: "Nachweis", en: "Evidence" },
      sentences: { de: "Sätze für das Zertifikat", en: "Sentences of the certificate" },
    },
    rows: rows.map((row) => ({
      ...row,
      level: levelOf(row.level),
      startLevel: row.startLevel === null ? null : levelOf(row.startLevel),
    })),
  }
}

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
      cohort,
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

export const projectChapter: Loader = async (reader, actor) => ({
  name: "lernprojekte",
  tables: ["project_people", "project_items"],
  title: { de: "Lernprojekte", en: "Learning projects" },
  labels: {
    cohort,
    title: { de: "Titel", en: "Title" },
    goal: { de: "Ziel", en: "Goal" },
    reason: { de: "Anlass", en: "Reason" },
    concerned: { de: "Betroffene", en: "People concerned" },
    risks: { de: "Risiken", en: "Risks" },
    state: { de: "Stand", en: "State" },
  },
  rows: await reader
    .select({
      cohort: cohorts.name,
      title: projects.title,
      goal: projects.goal,
      reason: projects.reason,
      concerned: projects.concerned,
      risks: projects.risks,
      state: projects.state,
    })
    .from(projectPeople)
    .innerJoin(projects, eq(projects.id, projectPeople.projectId))
    .innerJoin(cohortMembers, eq(cohortMembers.id, projectPeople.memberId))
    .innerJoin(cohorts, eq(cohorts.id, projects.cohortId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(projects.id)),
})

export const projectCommentChapter: Loader = async (reader, actor) => ({
  name: "kommentare",
  tables: ["project_comments"],
  title: { de: "Kommentare zu Lernprojekten", en: "Comments on learning projects" },
  labels: {
    project: { de: "Lernprojekt", en: "Learning project" },
    text: { de: "Kommentar", en: "Comment" },
  },
  rows: await reader
    .select({ project: projects.title, text: projectComments.body })
    .from(projectComments)
    .innerJoin(projects, eq(projects.id, projectComments.projectId))
    .innerJoin(cohortMembers, eq(cohortMembers.id, projectComments.memberId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(projectComments.id)),
})
