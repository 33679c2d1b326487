import { asc, eq, inArray } from "drizzle-orm"
import type { Loader } from "../../accounts/index.ts"
import type { Reader } from "../../kernel/database.ts"
import { consultingLines, consultings, type LineKind } from "../consulting/tables.ts"
import { cohortMembers, cohorts } from "../tables.ts"

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
      cohort: { de: "Lerngruppe", en: "Cohort" },
      title: { de: "Thema", en: "Topic" },
      question: { de: "Frage", en: "Question" },
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

async function linesOf(reader: Reader, ids: string[]) {
  if (ids.length === 0) return []
  return reader
    .select()
    .from(consultingLines)
    .where(inArray(consultingLines.consultingId, ids))
    .orderBy(asc(consultingLines.id))
}
