import { buffer } from "node:stream/consumers"
import { asc, eq, sum } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, transact } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { holdFiles, isHeld } from "../../kernel/file-checks.ts"
import { type FileStore, type SmallImage, shrinkImage } from "../../kernel/files.ts"
import { touch } from "../../kernel/live.ts"
import { once } from "../../kernel/submissions.ts"
import { type CaptionedFile, receiveCaptioned } from "../files/receiving.ts"
import { isPart } from "../policy.ts"
import { cohortMembers } from "../tables.ts"
import { accessSession, GROUP } from "./access.ts"
import { sessionPhotos } from "./tables.ts"

const MOST_PHOTOS = 60

/** A picture of a flip chart, by anybody in the room. Images only; drawn anew without place and device. */
export async function addPhoto(
  db: Db,
  files: FileStore,
  actor: Actor,
  sessionId: string,
  photo: CaptionedFile,
) {
  await accessSession(db, actor, sessionId, GROUP)
  const file = await receiveCaptioned(db, files, actor, photo, "pictures")
  return transact(db, async (tx) => {
    const { own } = await accessSession(tx, actor, sessionId, GROUP)
    const member = own.find(({ part }) => part !== "manager")
    if (!member) throw forbidden()
    return once(tx, actor, photo.key, ["session-photo", sessionId], async (id) => {
      const there = await tx.$count(sessionPhotos, eq(sessionPhotos.cohortStepId, sessionId))
      if (there >= MOST_PHOTOS) throw new Refusal(422, "photo.too-many", "photos")
      await files.quota.admit(tx, actor.id, file)
      // First the file, then the row: a row never points to nothing.
      await files.put(id, file.bytes)
      const { name, mediaType, caption } = file
      const bytes = file.bytes.length
      await tx
        .insert(sessionPhotos)
        .values({ id, cohortStepId: sessionId, memberId: member.id, name, mediaType, caption, bytes })
      await holdFiles(tx, [id])
      touch(tx, "session", sessionId)
    })
  })
}

/** What a person keeps in photos of the groups that they are in, in bytes. */
export async function photoBytes(reader: Reader, personId: string): Promise<number> {
  const [kept] = await reader
    .select({ bytes: sum(sessionPhotos.bytes) })
    .from(sessionPhotos)
    .innerJoin(cohortMembers, eq(cohortMembers.id, sessionPhotos.memberId))
    .where(eq(cohortMembers.personId, personId))
  return Number(kept?.bytes ?? 0)
}

export async function accessPhoto(reader: Reader, actor: Actor, id: string) {
  const [photo] = await reader.select().from(sessionPhotos).where(eq(sessionPhotos.id, id))
  if (!photo) throw notFound()
  const session = await accessSession(reader, actor, photo.cohortStepId, GROUP)
  return { photo, session }
}

/** As many as paper bears. */
const MOST_PRINTED = 12
const PRINTED_WIDTH = 1000

/** The photos for paper, in the order of their arrival. Managers are not shown them; what is lost, damaged or held is left out. */
export async function listPrintedPhotos(reader: Reader, files: FileStore, actor: Actor, sessionId: string) {
  const session = await accessSession(reader, actor, sessionId)
  if (!GROUP.some((part) => isPart(session, part))) return []
  const rows = await reader
    .select()
    .from(sessionPhotos)
    .where(eq(sessionPhotos.cohortStepId, sessionId))
    .orderBy(asc(sessionPhotos.id))
    .limit(MOST_PRINTED)
  const printed: (SmallImage & { caption: string })[] = []
  for (const { id, caption } of rows) {
    const small = await shrinkStored(files, id, actor)
    if (small) printed.push({ caption, ...small })
  }
  return printed
}

async function shrinkStored(files: FileStore, id: string, actor: Actor): Promise<SmallImage | null> {
  try {
    return await shrinkImage(async () => buffer(await files.get(id)), PRINTED_WIDTH, actor.id)
  } catch (error) {
    if (isHeld(error) || (error instanceof Refusal && error.status === 404)) return null
    throw error
  }
}

/** By who added it, or by the facilitator. */
export async function removePhoto(db: Db, files: FileStore, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const { photo, session } = await accessPhoto(tx, actor, id)
    const isOwn = session.own.some((member) => member.id === photo.memberId)
    if (!isOwn && !isPart(session, "facilitator")) throw forbidden()
    touch(tx, "session", photo.cohortStepId)
    // Before its row goes: what lies on the disk counts as somebody's.
    await files.remove(id)
    await tx.delete(sessionPhotos).where(eq(sessionPhotos.id, id))
  })
}
