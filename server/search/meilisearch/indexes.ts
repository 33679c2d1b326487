import type { Settings } from "meilisearch"
import type { Db } from "../../kernel/database.ts"
import type { SearchDocument, Synonym } from "../model.ts"
import { readSynonyms } from "../synonyms/queries.ts"
import { isOfThisVersion } from "../versions.ts"
import { findBuild } from "./begun-build.ts"
import { storedDocument } from "./documents.ts"
import type { MeilisearchServer } from "./server.ts"
import { difference, SETTINGS, synonymTable } from "./settings.ts"

/** New settings make Meilisearch index all documents anew, beside everything else. */
const SETTINGS_MS = 30 * 60_000

export type Indexes = ReturnType<typeof openIndexes>

/** The live index and the one that is being built beside it. The live one exists only once it is complete. */
export function openIndexes(db: Db, server: MeilisearchServer, live: string) {
  const next = `${live}-next`
  const { admin, carriedOut } = server

  const add = async (index: string, documents: SearchDocument[], within?: number) => {
    if (documents.length === 0) return
    const stored = documents.map(storedDocument)
    await carriedOut(admin.index(index).addDocuments(stored, { primaryKey: "id" }), within)
  }
  const applySettings = async (index: string) => {
    const wanted: Settings = { ...SETTINGS, synonyms: synonymTable(await readSynonyms(db)) }
    const changes = difference(wanted, await admin.index(index).getSettings())
    if (changes) await carriedOut(admin.index(index).updateSettings(changes), SETTINGS_MS)
  }
  const drop = async (index: string) => {
    if (await server.exists(index)) await carriedOut(admin.deleteIndex(index))
  }
  /** Where changes go: an index that is being built must not miss what happens meanwhile. */
  const targets = async () => {
    const building = await findBuild(db)
    const found = await Promise.all([server.exists(live), building ? server.exists(next) : false])
    return [live, next].filter((_, at) => found[at])
  }
  return {
    live,
    next,
    add,
    applySettings,
    drop,
    create: (index: string) => carriedOut(admin.createIndex(index, { primaryKey: "id" })),
    /** @returns whether an index has to be built: there is none, or one of before, or the building of one was cut off */
    prepare: async () => {
      const build = await findBuild(db)
      // For a while nobody told Meilisearch of changes. Without an index it answers nothing, which is right.
      if (build && build.reachedId === null) await drop(live)
      const exists = await server.exists(live)
      if (exists) await applySettings(live)
      const isReady = exists && !build && (await isOfThisVersion(db, "meilisearch"))
      return isReady ? ("ready" as const) : ("to-build" as const)
    },
    write: async (changed: SearchDocument[], removed: string[]) => {
      const indexes = await targets()
      if (indexes.length === 0) throw new Error(`Meilisearch: there is no index ${live}`)
      for (const index of indexes) {
        await add(index, changed)
        if (removed.length > 0) await carriedOut(admin.index(index).deleteDocuments(removed))
      }
    },
    setSynonyms: async (synonyms: Synonym[]) => {
      const table = synonymTable(synonyms)
      for (const index of await targets()) await carriedOut(admin.index(index).updateSynonyms(table))
    },
  }
}
