import { createHash } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import { type EnqueuedTask, Meilisearch, MeilisearchApiError } from "meilisearch"

export type MeilisearchAddress = {
  url: string
  /** Null: a server that asks for none. */
  masterKey: string | null
  /** Name of the live index; the one that is being built beside it is called `…-next`. */
  index: string
}

export type MeilisearchServer = {
  /** With the master key, for everything but searching. */
  admin: Meilisearch
  /** With a key that may search the live index and nothing else; made by us where there is none. */
  searcher(): Promise<Meilisearch>
  /** The key is asked for anew: it was refused, or the server was away. */
  forgetSearcher(): void
  exists(index: string): Promise<boolean>
  /** Waits until Meilisearch has done what it was asked for; throws with its words when it has not. */
  carriedOut(asked: Promise<EnqueuedTask>, within?: number): Promise<void>
  /** Nothing is waited for any more. */
  stop(): void
}

/** Longer, and the person is answered by the other engine. */
const SEARCH_MS = 1_500
const WRITE_MS = 10_000
/** A task that is not done by then is sent again later; repeats are harmless. */
const TASK_MS = 15_000
const LONGEST_POLL_MS = 500

export function openServer({ url, masterKey, index }: MeilisearchAddress): MeilisearchServer {
  const client = (apiKey: string | null, timeout: number) =>
    new Meilisearch({ host: url, timeout, ...(apiKey !== null && { apiKey }) })
  const admin = client(masterKey, WRITE_MS)
  const stopping = new AbortController()
  let searcher: Promise<Meilisearch> | null = null

  const findSearcher = async () =>
    masterKey === null
      ? client(null, SEARCH_MS)
      : client(await findSearchKey(client(masterKey, SEARCH_MS), index), SEARCH_MS)
  return {
    admin,
    searcher: () => {
      searcher ??= findSearcher().catch((error) => {
        searcher = null
        throw error
      })
      return searcher
    },
    forgetSearcher: () => {
      searcher = null
    },
    exists: async (uid) => {
      try {
        await admin.getRawIndex(uid)
        return true
      } catch (error) {
        if (codeOf(error) === "index_not_found") return false
        throw error
      }
    },
    carriedOut: async (asked, within = TASK_MS) =>
      waitFor(admin, (await asked).taskUid, within, stopping.signal),
    stop: () => stopping.abort(),
  }
}

/** Found by its uid on the next start. What it may do cannot be changed afterwards, so a wrong one is replaced. */
async function findSearchKey(client: Meilisearch, index: string): Promise<string> {
  const uid = keyUid(index)
  try {
    const key = await client.getKey(uid)
    if (key.actions.join() === "search" && key.indexes.join() === index) return key.key
    await client.deleteKey(uid)
  } catch (error) {
    if (codeOf(error) !== "api_key_not_found") throw error
  }
  return makeSearchKey(client, uid, index)
}

async function makeSearchKey(client: Meilisearch, uid: string, index: string): Promise<string> {
  try {
    const { key } = await client.createKey({
      uid,
      name: `Fachforum: ${index}`,
      description: "Made by Fachforum: may search its index, nothing else.",
      actions: ["search"],
      indexes: [index],
      expiresAt: null,
    })
    return key
  } catch (error) {
    // Another process was a moment faster.
    if (codeOf(error) !== "api_key_already_exists") throw error
    return (await client.getKey(uid)).key
  }
}

/** The same UUID (version 4 by its form, as Meilisearch asks for) for the same index. */
function keyUid(index: string): string {
  const hex = createHash("sha256").update(`fachforum-search:${index}`).digest("hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Meilisearch's name of a fault (`index_not_found`), or null where it said nothing. */
export function codeOf(error: unknown): string | null {
  return error instanceof MeilisearchApiError ? (error.cause?.code ?? null) : null
}

/** The client's own waiting polls without a time limit: a server that stands still would be waited for too long. */
async function waitFor(client: Meilisearch, taskUid: number, within: number, signal: AbortSignal) {
  const end = performance.now() + within
  for (let wait = 10; ; wait = Math.min(wait * 2, LONGEST_POLL_MS)) {
    const { status, type, error } = await client.tasks.getTask(taskUid)
    if (status === "succeeded") return
    if (status === "failed" || status === "canceled")
      throw new Error(
        `Meilisearch: ${type} ${status}${error ? `: ${error.message} (${error.code})` : ""}, task ${taskUid}`,
      )
    if (performance.now() > end)
      throw new Error(`Meilisearch: ${type} still ${status} after ${within} ms, task ${taskUid}`)
    await pause(wait, undefined, { signal })
  }
}
