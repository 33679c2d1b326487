import { asc, eq, inArray } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import {
  consultingLines,
  consultings,
  consultingTopics,
  consultingVotes,
  type LineKind,
} from "../consulting/tables.ts"
import { cohortMembers, cohortSteps, cohorts } from "../tables.ts"
import type { Loader } from "./chapter.ts"

const cohort = { de: "Lerngruppe", en: "Cohort" }
const title = { de: "Thema", en: "Topic" }
const question = { de: "Frage", en: "Question" }

export const consultingTopicChapter: Loader = async (reader, actor) => ({
  name: "beratungsthemen",
  tables: ["consulting_topics"],
  title: { de: "Themen für die Kollegiale Beratung", en: "Topics for peer consulting" },
  labels: { cohort, title, question },
  rows: await reader
    .select({ cohort: cohorts.name, title: consultingTopics.title, question: consultingTopics.question })
    .from(consultingTopics)
    .innerJoin(cohortMembers, eq(cohortMembers.id, consultingTopics.memberId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(consultingTopics.id)),
})

export const consultingVoteChapter: Loader = async (reader, actor) => ({
  name: "beratungsstimmen",
  tables: ["consulting_votes"],
  title: {
    de: "Stimmen für Themen, solange abgestimmt wird",
    en: "Votes for topics, while the ballot is open",
  },
  labels: { cohort, title },
  rows: await reader
    .select({ cohort: cohorts.name, title: consultingTopics.title })
    .from(consultingVotes)
    .innerJoin(consultingTopics, eq(consultingTopics.id, consultingVotes.topicId))
    .innerJoin(cohortMembers, eq(cohortMembers.id, consultingVotes.memberId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(consultingTopics.id)),
})

/** What the person was advised on, with what the group put down for them once it has ended. */
export const consultingChapter: Loader = async (reader, actor) => {
  const rows = await reader
    .select({ cohort: cohorts.name, consulting: consultings })
    .from(consultings)
    .innerJoin(cohortMembers, eq(cohortMembers.id, consultings.caseGiverId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(consultings.id))
  const lines = await linesOf(
    reader,
    rows.filter(({ consulting }) => consulting.ended).map(({ consulting }) => consulting.id),
  )
  const of = (id: string, kind: LineKind) =>
    lines
      .filter((line) => line.consultingId === id && line.kind === kind)
      .map(({ body }) => body)
      .join("\n")
  return {
    name: "beratungen",
    tables: ["consultings"],
    title: { de: "Kollegiale Beratung zu eigenen Themen", en: "Peer consulting on own topics" },
    labels: {
      cohort,
      title,
      question,
      hypotheses: { de: "Hypothesen", en: "Hypotheses" },
      solutions: { de: "Lösungsideen", en: "Ideas" },
      decision: { de: "Was ich mitnehme", en: "What I take along" },
      shared: { de: "Mit der Gruppe geteilt", en: "Shared with the group" },
    },
    rows: rows.map(({ cohort, consulting: { id, title, question, decision, shared } }) => ({
      cohort,
      title,
      question,
      hypotheses: of(id, "hypothesis"),
      solutions: of(id, "solution"),
      decision,
      shared,
    })),
  }
}

/** Until the end of a consulting it is known whose they are. */
export const consultingLineChapter: Loader = async (reader, actor: Actor) => ({
  name: "beratungszeilen",
  tables: ["consulting_lines"],
  title: { de: "Eigene Zeilen in laufenden Beratungen", en: "Own lines in consultings that are running" },
  labels: { cohort, title, line: { de: "Zeile", en: "Line" } },
  rows: await reader
    .select({ cohort: cohorts.name, title: consultings.title, line: consultingLines.body })
    .from(consultingLines)
    .innerJoin(consultings, eq(consultings.id, consultingLines.consultingId))
    .innerJoin(cohortSteps, eq(cohortSteps.id, consultings.cohortStepId))
    .innerJoin(cohorts, eq(cohorts.id, cohortSteps.cohortId))
    .innerJoin(cohortMembers, eq(cohortMembers.id, consultingLines.memberId))
    .where(eq(cohortMembers.personId, actor.id))
    .orderBy(asc(consultingLines.id)),
})

async function linesOf(reader: Reader, ids: string[]) {
  if (ids.length === 0) return []
  return reader
    .select()
    .from(consultingLines)
    .where(inArray(consultingLines.consultingId, ids))
    .orderBy(asc(consultingLines.id))
}
