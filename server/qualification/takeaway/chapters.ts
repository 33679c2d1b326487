import { eq, sql } from "drizzle-orm"
import { ofPerson, type Value } from "../../accounts/index.ts"
import { byCode } from "../../kernel/order.ts"
import { assessmentResults, assessmentRounds } from "../assessments/tables.ts"
import { levelOf } from "../competences/stored.ts"
import { consultingLines, consultings, consultingTopics, consultingVotes } from "../consulting/tables.ts"
import { evidence } from "../evidence/tables.ts"
import { agreements, projectComments, projectPeople, projects, sessionRounds } from "../projects/tables.ts"
import { reportContributions } from "../reports/tables.ts"
import { retrospectiveCards } from "../retrospectives/tables.ts"
import { roleRequests } from "../role-requests/tables.ts"
import { sessionEntries, sessionNotes } from "../sessions/tables.ts"
import { experiences } from "../starts/tables.ts"
import { attendances, cohortMembers, cohortSteps, cohorts, programmeSteps, programmes } from "../tables.ts"
import { ofMember, toStep } from "./declared.ts"

const cohort = { column: cohorts.name, de: "Lerngruppe", en: "Cohort" }
const session = { column: programmeSteps.title, de: "Termin", en: "Session" }
const shownLevel = (stored: Value) => (typeof stored === "number" ? levelOf(stored) : stored)

export const membershipChapter = ofPerson({
  name: "lerngruppen",
  title: { de: "Lerngruppen", en: "Cohorts" },
  from: cohortMembers,
  joins: [[cohorts, eq(cohorts.id, cohortMembers.cohortId)]],
  owner: cohortMembers.personId,
  fields: {
    cohort,
    part: { column: cohortMembers.part, de: "Rolle", en: "Part" },
    joinedAt: { column: cohortMembers.joinedAt, de: "Dabei seit", en: "Since" },
    leftAt: { column: cohortMembers.leftAt, de: "Dabei bis", en: "Until" },
  },
  order: [cohorts.startOn, cohortMembers.id],
})

export const attendanceChapter = ofMember({
  name: "teilnahme",
  title: { de: "Teilnahme", en: "Attendance" },
  from: attendances,
  owner: attendances.memberId,
  step: attendances.cohortStepId,
  fields: { cohort, session, state: { column: attendances.state, de: "Teilnahme", en: "Attendance" } },
  order: [cohortSteps.startsAt],
})

export const taskChapter = ofMember({
  name: "aufgaben",
  title: { de: "Übernommene Aufgaben", en: "Tasks taken on" },
  from: sessionEntries,
  owner: sessionEntries.memberId,
  fields: {
    cohort,
    task: { column: sessionEntries.body, de: "Aufgabe", en: "Task" },
    dueOn: { column: sessionEntries.dueOn, de: "Bis wann", en: "Due on" },
    done: { column: sessionEntries.done, de: "Erledigt", en: "Done" },
    result: { column: sessionEntries.result, de: "Ergebnis", en: "Result" },
  },
  order: [sessionEntries.id],
})

export const roundChapter = ofMember({
  name: "runden",
  title: { de: "Eigene Zeilen in der Runde", en: "Own lines of the round" },
  from: sessionRounds,
  owner: sessionRounds.memberId,
  step: sessionRounds.cohortStepId,
  fields: {
    cohort,
    session,
    project: { column: sessionRounds.project, de: "Projekt", en: "Project" },
    state: { column: sessionRounds.state, de: "Stand", en: "State" },
    hurdle: { column: sessionRounds.hurdle, de: "Hürde", en: "Hurdle" },
    request: { column: sessionRounds.request, de: "Bitte", en: "Request" },
  },
  order: [cohortSteps.startsAt],
})

export const noteChapter = ofPerson({
  name: "notizen",
  title: { de: "Eigene Notizen zu Terminen", en: "Own notes on sessions" },
  from: sessionNotes,
  joins: [...toStep(sessionNotes.cohortStepId), [cohorts, eq(cohorts.id, cohortSteps.cohortId)]],
  owner: sessionNotes.personId,
  fields: { cohort, session, text: { column: sessionNotes.body, de: "Notiz", en: "Note" } },
  order: [cohortSteps.startsAt],
})

export const projectChapter = ofMember({
  name: "lernprojekte",
  title: { de: "Lernprojekte", en: "Learning projects" },
  from: projectPeople,
  also: ["project_items"],
  joins: [[projects, eq(projects.id, projectPeople.projectId)]],
  owner: projectPeople.memberId,
  fields: {
    cohort,
    title: { column: projects.title, de: "Titel", en: "Title" },
    goal: { column: projects.goal, de: "Ziel", en: "Goal" },
    reason: { column: projects.reason, de: "Anlass", en: "Reason" },
    concerned: { column: projects.concerned, de: "Betroffene", en: "People concerned" },
    risks: { column: projects.risks, de: "Risiken", en: "Risks" },
    state: { column: projects.state, de: "Stand", en: "State" },
  },
  order: [projects.id],
})

export const projectCommentChapter = ofMember({
  name: "kommentare",
  title: { de: "Kommentare zu Lernprojekten", en: "Comments on learning projects" },
  from: projectComments,
  joins: [[projects, eq(projects.id, projectComments.projectId)]],
  owner: projectComments.memberId,
  fields: {
    project: { column: projects.title, de: "Lernprojekt", en: "Learning project" },
    text: { column: projectComments.body, de: "Kommentar", en: "Comment" },
  },
  order: [projectComments.id],
})

export const evidenceChapter = ofMember({
  name: "nachweise",
  title: { de: "Nachweise", en: "Evidence" },
  from: evidence,
  owner: evidence.memberId,
  fields: {
    cohort,
    kind: { column: evidence.kind, de: "Art", en: "Kind" },
    title: { column: evidence.title, de: "Titel", en: "Title" },
    address: { column: evidence.address, de: "Adresse", en: "Address" },
    copy: { column: evidence.copy, de: "Kopie", en: "Copy" },
    sentence: { column: evidence.sentence, de: "Was er zeigt", en: "What it shows" },
    competences: { column: evidence.competences, de: "Kompetenzen", en: "Competences" },
  },
  order: [evidence.id],
})

export const experienceChapter = ofMember({
  name: "digitale-medien",
  title: { de: "Erfahrungen mit digitalen Medien", en: "Experience with digital media" },
  from: experiences,
  owner: experiences.memberId,
  fields: {
    cohort,
    media: { column: experiences.media, de: "Medien", en: "Media" },
    helps: { column: sql`${experiences.answers} ->> 'helps'`, de: "Was gut klappt", en: "What works well" },
    hinders: { column: sql`${experiences.answers} ->> 'hinders'`, de: "Was stört", en: "What hinders" },
    wish: { column: sql`${experiences.answers} ->> 'wish'`, de: "Wunsch", en: "Wish" },
  },
  order: [cohorts.startOn],
})

/** As long as it is known whose they are. */
export const retrospectiveChapter = ofMember({
  name: "rueckblick",
  title: { de: "Eigene Karten im Rückblick", en: "Own cards of the retrospective" },
  from: retrospectiveCards,
  owner: retrospectiveCards.memberId,
  fields: { cohort, text: { column: retrospectiveCards.body, de: "Karte", en: "Card" } },
  order: [cohorts.startOn, retrospectiveCards.id],
})

export const reportChapter = ofMember({
  name: "erfahrungen",
  title: {
    de: "Erfahrungen für die Rückmeldung an die Führungskraft",
    en: "Experience for the feedback report",
  },
  from: reportContributions,
  owner: reportContributions.memberId,
  fields: {
    cohort,
    prompt: { column: reportContributions.prompt, de: "Frage", en: "Prompt" },
    text: { column: reportContributions.text, de: "Erfahrung", en: "Experience" },
  },
  order: [cohorts.startOn, byCode(reportContributions.prompt)],
})

const title = { de: "Thema", en: "Topic" }

export const consultingTopicChapter = ofMember({
  name: "beratungsthemen",
  title: { de: "Themen für die Kollegiale Beratung", en: "Topics for peer consulting" },
  from: consultingTopics,
  owner: consultingTopics.memberId,
  fields: {
    cohort,
    title: { column: consultingTopics.title, ...title },
    question: { column: consultingTopics.question, de: "Frage", en: "Question" },
  },
  order: [consultingTopics.id],
})

export const consultingVoteChapter = ofMember({
  name: "beratungsstimmen",
  title: {
    de: "Stimmen für Themen, solange abgestimmt wird",
    en: "Votes for topics, while the ballot is open",
  },
  from: consultingVotes,
  joins: [[consultingTopics, eq(consultingTopics.id, consultingVotes.topicId)]],
  owner: consultingVotes.memberId,
  fields: { cohort, title: { column: consultingTopics.title, ...title } },
  order: [consultingTopics.id],
})

/** Until the end of a consulting it is known whose they are. */
export const consultingLineChapter = ofMember({
  name: "beratungszeilen",
  title: { de: "Eigene Zeilen in laufenden Beratungen", en: "Own lines in consultings that are running" },
  from: consultingLines,
  joins: [[consultings, eq(consultings.id, consultingLines.consultingId)]],
  owner: consultingLines.memberId,
  fields: {
    cohort,
    title: { column: consultings.title, ...title },
    line: { column: consultingLines.body, de: "Zeile", en: "Line" },
  },
  order: [consultingLines.id],
})

export const assessmentChapter = ofMember({
  name: "kompetenzbilanz",
  title: { de: "Vereinbarte Ergebnisse der Kompetenzbilanzierung", en: "Agreed results of the assessment" },
  from: assessmentResults,
  also: ["assessment_rounds"],
  joins: [[assessmentRounds, eq(assessmentRounds.id, assessmentResults.roundId)]],
  owner: assessmentRounds.learnerId,
  fields: {
    cohort,
    competence: { column: assessmentResults.competence, de: "Kompetenz", en: "Competence" },
    level: { column: assessmentResults.level, de: "Stufe", en: "Level", shown: shownLevel },
    startLevel: {
      column: assessmentResults.startLevel,
      de: "Stufe am Anfang",
      en: "Level at the start",
      shown: shownLevel,
    },
    reason: { column: assessmentResults.reason, de: "Begründung", en: "Reason" },
    evidence: { column: assessmentResults.evidence, de: "Nachweis", en: "Evidence" },
    sentences: {
      column: assessmentRounds.sentences,
      de: "Sätze für das Zertifikat",
      en: "Sentences of the certificate",
    },
  },
  order: [byCode(assessmentResults.competence)],
})

export const roleRequestChapter = ofMember({
  name: "rollenantraege",
  title: { de: "Anträge auf die Rolle Redaktion", en: "Requests for the role of editor" },
  from: roleRequests,
  owner: roleRequests.memberId,
  fields: {
    cohort,
    reason: { column: roleRequests.reason, de: "Wofür", en: "What for" },
    requestedOn: { column: roleRequests.requestedOn, de: "Beantragt am", en: "Requested on" },
    granted: { column: roleRequests.granted, de: "Gewährt", en: "Granted" },
    decidedOn: { column: roleRequests.decidedOn, de: "Entschieden am", en: "Decided on" },
    answer: { column: roleRequests.answer, de: "Begründung", en: "Reason given" },
  },
  order: [cohorts.startOn],
})

/** What a manager answered. */
export const agreementChapter = ofPerson({
  name: "abstimmungen",
  title: { de: "Eigene Antworten in Abstimmungen", en: "Own answers in manager agreements" },
  from: agreements,
  owner: agreements.managerId,
  fields: {
    answer: { column: agreements.answer, de: "Antwort", en: "Answer" },
    comment: { column: agreements.comment, de: "Kommentar", en: "Comment" },
    talkOn: { column: agreements.talkOn, de: "Vorgeschlagenes Gespräch", en: "Proposed talk" },
    answeredOn: { column: agreements.answeredOn, de: "Geantwortet am", en: "Answered on" },
  },
  order: [agreements.id],
})

export const programmeChapter = ofPerson({
  name: "programme",
  title: { de: "Selbst angelegte Programme", en: "Programmes made by oneself" },
  from: programmes,
  owner: programmes.authorId,
  fields: {
    name: { column: programmes.name, de: "Name", en: "Name" },
    edition: { column: programmes.edition, de: "Ausgabe", en: "Edition" },
  },
  order: [programmes.id],
})
