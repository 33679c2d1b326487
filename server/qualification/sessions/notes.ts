import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { projectPeople, projects, sessionRounds } from "../projects/tables.ts"
import { accessSession, GROUP, LEADING, lockSession } from "./access.ts"
import type { Notes, RoundLine } from "./schema.ts"
import { sessionNotes } from "./tables.ts"

const own = (actor: Actor, id: string) =>
  and(eq(sessionNotes.cohortStepId, id), eq(sessionNotes.personId, actor.id))

/** The own notes; another facilitator of the same cohort has notes of their own. */
export async function findNotes(reader: Reader, actor: Actor, id: string): Promise<Notes> {
  await accessSession(reader, actor, id, LEADING)
  const [notes] = await reader.select().from(sessionNotes).where(own(actor, id))
  return { body: notes?.body ?? "", version: notes?.version ?? 0 }
}

/** 409 `notes.changed` when they were changed in another window. */
export async function saveNotes(db: Db, actor: Actor, id: string, { version, body }: Notes): Promise<void> {
  await transact(db, async (tx) => {
    await accessSession(tx, actor, id, LEADING)
    await lockSession(tx, id)
    const [former] = await tx.select().from(sessionNotes).where(own(actor, id))
    if (former?.body === body) return
    if ((former?.version ?? 0) !== version) throw new Refusal(409, "notes.changed")
    const saved = { body, version: version + 1 }
    await tx
      .insert(sessionNotes)
      .values({ cohortStepId: id, personId: actor.id, ...saved })
      .onConflictDoUpdate({ target: [sessionNotes.cohortStepId, sessionNotes.personId], set: saved })
  })
}

/** The own line of the round, until and during the meeting. Everything empty takes it back. */
export async function saveRound(db: Db, actor: Actor, id: string, line: RoundLine): Promise<void> {
  await transact(db, async (tx) => {
    const session = await accessSession(tx, actor, id, GROUP)
    const learner = session.own.find(({ part }) => part === "learner")
    if (!learner) throw new Refusal(403, "forbidden")
    if (session.kind !== "meeting") throw new Refusal(409, "round.no-meeting")
    const { projectId = null, ...texts } = line
    const project = projectId ? await titleOfOwn(tx, learner.id, projectId) : texts.project
    const mine = and(eq(sessionRounds.cohortStepId, id), eq(sessionRounds.memberId, learner.id))
    await tx.delete(sessionRounds).where(mine)
    if (projectId || Object.values(texts).some((text) => text.trim() !== ""))
      await tx
        .insert(sessionRounds)
        .values({ cohortStepId: id, memberId: learner.id, ...texts, project, projectId })
        .onConflictDoNothing()
    touch(tx, "session", id)
  })
}

/** A project is of one cohort, so whoever takes part in it does so in this one. */
async function titleOfOwn(tx: Tx, memberId: string, projectId: string): Promise<string> {
  const [project] = await tx
    .select({ title: projects.title })
    .from(projects)
    .innerJoin(projectPeople, eq(projectPeople.projectId, projects.id))
    .where(and(eq(projects.id, projectId), eq(projectPeople.memberId, memberId)))
  if (!project) throw new Refusal(422, "round.no-project", "projectId")
  return project.title
}
