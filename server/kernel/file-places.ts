import { join } from "node:path"
import type { Config } from "./config.ts"
import type { FileQuota } from "./file-quota.ts"
import { type FileStore, fileSystemStore, openStored } from "./file-store.ts"
import { s3Store } from "./s3-store.ts"

type Settings = Pick<Config, "bucket" | "filesIn" | "dataDir">

/** Where files are stored, as the settings say; what still lies in the other place is found there. */
export function openFiles(settings: Settings, quota: FileQuota): FileStore {
  const places = openPlaces(settings, quota)
  if (!places.s3) return places.disk
  return settings.filesIn === "s3" ? withFormer(places.s3, places.disk) : withFormer(places.disk, places.s3)
}

/** The bucket is null where none is set up. */
export function openPlaces(
  { bucket, dataDir }: Omit<Settings, "filesIn">,
  quota: FileQuota,
): { disk: FileStore; s3: FileStore | null } {
  const disk = fileSystemStore(join(dataDir, "files"), quota)
  return { disk, s3: bucket && s3Store(bucket, quota) }
}

/** While files move, and before: new ones go to the one place, and each is looked for in both. */
export function withFormer(place: FileStore, former: FileStore): FileStore {
  return {
    quota: place.quota,
    put: (key, content) => place.put(key, content),
    get: async (key) => (await openStored(place, key)) ?? (await former.get(key)),
    async send(key, request) {
      const answer = await place.send(key, request)
      return answer.statusCode === 404 ? former.send(key, request) : answer
    },
    // In this order: a move that is just bringing it over looks at the former place last, and takes it back.
    async remove(key) {
      await former.remove(key)
      await place.remove(key)
    },
    size: async (key) => (await place.size(key)) ?? (await former.size(key)),
    async *list() {
      const seen = new Set<string>()
      for await (const file of place.list()) {
        seen.add(file.key)
        yield file
      }
      for await (const file of former.list()) if (!seen.has(file.key)) yield file
    },
  }
}
