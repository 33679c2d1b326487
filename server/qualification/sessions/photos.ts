import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, transact } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { type FileStore, receiveFile } from "../../kernel/files.ts"
import { touch } from "../../kernel/live.ts"
import { once } from "../../kernel/submissions.ts"
import { isPart } from "../policy.ts"
import { accessSession, GROUP } from "./access.ts"
import { sessionPhotos } from "./tables.ts"

const MOST_PHOTOS = 60

type NewPhoto = { name: string; bytes: Buffer; caption: string; key: string | undefined }

/** A picture of a flip chart, by anybody in the room. Images only; drawn anew without place and device. */
export async function addPhoto(db: Db, files: FileStore, actor: Actor, sessionId: string, photo: NewPhoto) {
  await accessSession(db, actor, sessionId, GROUP)
  const file = await receiveFile(photo)
  if (file.kind !== "image") throw new Refusal(415, "photo.no-image", "photos")
  return transact(db, async (tx) => {
    const { own } = await accessSession(tx, actor, sessionId, GROUP)
    const member = own.find(({ part }) => part !== "manager")
    if (!member) throw forbidden()
    const there = await tx.$count(sessionPhotos, eq(sessionPhotos.cohortStepId, sessionId))
    if (there >= MOST_PHOTOS) throw new Refusal(422, "photo.too-many", "photos")
    return once(tx, actor, photo.key, ["session-photo", sessionId], async (id) => {
      // First the file, then the row: a row never points to nothing.
      await files.put(id, file.bytes)
      const { name, mediaType } = file
      const caption = photo.caption.trim().slice(0, 200)
      await tx
        .insert(sessionPhotos)
        .values({ id, cohortStepId: sessionId, memberId: member.id, name, mediaType, caption })
      touch(tx, "session", sessionId)
    })
  })
}

export async function accessPhoto(reader: Reader, actor: Actor, id: string) {
  const [photo] = await reader.select().from(sessionPhotos).where(eq(sessionPhotos.id, id))
  if (!photo) throw notFound()
  const session = await accessSession(reader, actor, photo.cohortStepId, GROUP)
  return { photo, session }
}

/** By who added it, or by the facilitator. */
export async function removePhoto(db: Db, files: FileStore, actor: Actor, id: string): Promise<string> {
  const stepId = await transact(db, async (tx) => {
    const { photo, session } = await accessPhoto(tx, actor, id)
    const isOwn = session.own.some((member) => member.id === photo.memberId)
    if (!isOwn && !isPart(session, "facilitator")) throw forbidden()
    await tx.delete(sessionPhotos).where(and(eq(sessionPhotos.id, id)))
    touch(tx, "session", photo.cohortStepId)
    return photo.cohortStepId
  })
  await files.remove(id)
  return stepId
}
