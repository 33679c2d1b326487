import { randomUUID } from "node:crypto"
import { buffer } from "node:stream/consumers"
import type { Bucket } from "./file-settings.ts"
import { answerIn, codeOf, openBucket } from "./s3-client.ts"
import { filesIn } from "./s3-store.ts"

/**
 * Stores a file, reads it and deletes it again: whether all three work is not to be seen from anything less.
 * @returns a sentence for the operator; null where the bucket is in order
 */
export async function findBucketFault(bucket: Bucket): Promise<string | null> {
  const files = filesIn(bucket)
  const key = randomUUID()
  const written = Buffer.from("Fachforum")
  try {
    await files.put(key, written)
    const read = await readOnce(files, key)
    if (!read.equals(written)) return sentence("was gespeichert wurde, kommt anders zurück")
    return await findVersions(bucket)
  } catch (error) {
    return bucketFault(error)
  }
}

/** It does not stay where it could not be read; of two troubles, that of reading is told. */
async function readOnce(files: ReturnType<typeof filesIn>, key: string): Promise<Buffer> {
  const read = await files
    .get(key)
    .then(buffer)
    .catch(async (error: unknown) => {
      await files.remove(key).catch(() => undefined)
      throw error
    })
  await files.remove(key)
  return read
}

/** What keeps the bucket from being used, by what its use has met. */
export const bucketFault = (error: unknown): string => sentence(reasonOf(error))

const sentence = (reason: string) =>
  `Der Bucket aus FILES_S3_URL lässt sich nicht benutzen, Anhänge fehlen so lange: ${reason}.`

function reasonOf(error: unknown): string {
  const answer = answerIn(error)
  if (answer) return `Der Dienst antwortet mit ${answer.status} (${codeOf(answer) ?? "ohne Kennung"})`
  // What fetch says itself is always the same.
  if (error instanceof Error && error.cause instanceof Error) return reasonOf(error.cause)
  return error instanceof Error ? error.message : String(error)
}

/** Not every service tells, and not everybody may ask: then nothing is known. */
async function findVersions(bucket: Bucket): Promise<string | null> {
  const versions = await openBucket(bucket)
    .getBucketVersioning()
    .catch(() => "Off")
  return versions === "Enabled"
    ? "Der Bucket aus FILES_S3_URL bewahrt frühere Fassungen auf: Gelöschte Anhänge bleiben so erhalten. Bitte schalten Sie das ab, oder lassen Sie frühere Fassungen nach einigen Tagen löschen."
    : null
}
