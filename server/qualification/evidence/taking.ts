import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { once } from "../../kernel/submissions.ts"
import { ownEnrolment } from "../competences/queries.ts"
import { copyOfEntry, listEntries } from "../journal/queries.ts"
import { accessCohort } from "../policy.ts"
import { accessProject } from "../projects/policy.ts"
import { itemsOf, listProjects } from "../projects/queries.ts"
import { projectDecisions, projectItems } from "../projects/tables.ts"
import { insertEvidence } from "./actions.ts"
import type { Source, Sources, SourceView, TakenEvidence } from "./schema.ts"

const TITLE = 160

/** Attaches a result of an own learning project, or an own entry of the journal as it is at this moment. */
export async function takeEvidence(
  db: Db,
  keys: Keys | null,
  actor: Actor,
  cohortId: string,
  { source, sourceId, key, ...fields }: TakenEvidence,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const member = ownEnrolment(await accessCohort(tx, actor, cohortId, ["learner"]))
    const { title, address, copy } = await findSource(tx, keys, actor, cohortId, { source, sourceId })
    const sent = ["evidence", cohortId, source, sourceId, fields.sentence]
    return once(tx, actor, key, sent, (id) =>
      insertEvidence(tx, cohortId, {
        ...{ id, memberId: member.id, title, address, copy },
        ...fields,
        kind: source === "journal" ? "journal" : "project",
      }),
    )
  })
}

/** What would be attached, to look at it before; 404 for what is not one's own. */
export async function findSource(
  reader: Reader,
  keys: Keys | null,
  actor: Actor,
  cohortId: string,
  { source, sourceId }: Source,
): Promise<SourceView> {
  ownEnrolment(await accessCohort(reader, actor, cohortId, ["learner"]))
  if (source === "journal") {
    const { title, body } = await copyOfEntry(reader, keys, actor, sourceId)
    return { title: shortened(title), address: "", copy: body }
  }
  const { projectId, part, anchor } = await partOf(reader, source, sourceId)
  const { project, mine } = await accessProject(reader, actor, projectId)
  if (!mine || project.cohortId !== cohortId) throw notFound()
  const title = part === null ? project.title : `${project.title}: ${part}`
  return { title: shortened(title), address: `/lernprojekte/${projectId}${anchor}`, copy: "" }
}

/** What an own project and the own journal hold that could be attached. */
export async function listSources(
  reader: Reader,
  keys: Keys | null,
  actor: Actor,
  cohortId: string,
  after?: string,
): Promise<Sources> {
  ownEnrolment(await accessCohort(reader, actor, cohortId, ["learner"]))
  const own = (await listProjects(reader, actor, cohortId)).filter(({ isOwn }) => isOwn)
  const projects: Sources["projects"] = []
  for (const { id, title } of own) {
    const items = await itemsOf(reader, id)
    const decisions = await reader.select().from(projectDecisions).where(eq(projectDecisions.projectId, id))
    projects.push({
      ...{ id, title },
      milestones: items
        .filter(({ kind }) => kind === "milestone")
        .map((item) => ({ id: item.id, title: item.title })),
      decisions: decisions
        .toSorted((a, b) => a.day.localeCompare(b.day))
        .map(({ id: decisionId, body }) => ({ id: decisionId, title: shortened(oneLine(body)) })),
    })
  }
  if (!keys) return { projects, entries: [], next: null }
  const { items, next } = await listEntries(reader, keys, actor, after)
  return {
    projects,
    entries: items.flatMap(({ id, writtenOn, content }) =>
      content ? { id, writtenOn, title: content.title } : [],
    ),
    next,
  }
}

async function partOf(reader: Reader, source: Exclude<Source["source"], "journal">, id: string) {
  if (source === "project") return { projectId: id, part: null, anchor: "" }
  if (source === "milestone") {
    const [item] = await reader.select().from(projectItems).where(eq(projectItems.id, id))
    if (item?.kind !== "milestone") throw notFound()
    return { projectId: item.projectId, part: item.title, anchor: "#meilensteine" }
  }
  const [decision] = await reader.select().from(projectDecisions).where(eq(projectDecisions.id, id))
  if (!decision) throw notFound()
  return { projectId: decision.projectId, part: oneLine(decision.body), anchor: "#entscheidungen" }
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim()

/** Never in the middle of a character. */
function shortened(text: string): string {
  const characters = Array.from(text)
  return characters.length > TITLE ? `${characters.slice(0, TITLE - 1).join("")}…` : text
}
