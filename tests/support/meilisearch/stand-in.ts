import { createHmac } from "node:crypto"
import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { answer, type StandInIndex, type StandInQuery, type StoredFields } from "./search.ts"

export const MASTER_KEY = "the-master-key-of-a-test"
type Request = { method: string; path: string; key: string | null; body: unknown }
type Answer = { status: number; body: unknown }
type Task = { type: string; error: { message: string; code: string; type: string; link: string } | null }
type Key = { uid: string; key: string; actions: string[]; indexes: string[] }

/**
 * The handful of Meilisearch's endpoints that we use, in memory, with the shapes of its documentation. Nothing of it
 * proves what Meilisearch does; it shows what we ask for, and lets it break.
 */
export async function openStandIn(port = 0) {
  const state = {
    requests: [] as Request[],
    indexes: new Map<string, StandInIndex>(),
    keys: new Map<string, Key>(),
    tasks: [] as Task[],
    /** The next task of this kind fails, with this message. */
    failing: null as { type: string; message: string } | null,
    /** Searches are answered once this is over. */
    silence: null as Promise<void> | null,
  }
  const server = createServer(async (request, response) => {
    const { status, body } = await handle(state, request)
    response.writeHead(status, { "content-type": "application/json" })
    response.end(body === undefined ? "" : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  const { port: opened } = server.address() as AddressInfo
  return {
    state,
    url: `http://127.0.0.1:${opened}`,
    asked: (method: string, path: RegExp) =>
      state.requests.filter((request) => request.method === method && path.test(request.path)),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type StandIn = Awaited<ReturnType<typeof openStandIn>>
type State = StandIn["state"]

async function handle(state: State, request: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  const path = request.url?.split("?")[0] ?? ""
  const key = request.headers.authorization?.replace("Bearer ", "") ?? null
  const asked: Request = {
    method: request.method ?? "",
    path,
    key,
    body: text ? JSON.parse(text) : undefined,
  }
  state.requests.push(asked)
  const isSearch = /search$/.test(path)
  const searcher = [...state.keys.values()].find((each) => each.key === key)
  if (key !== MASTER_KEY && !(isSearch && searcher)) return fault(403, "invalid_api_key", "auth")
  if (isSearch) await state.silence
  try {
    return route(state, asked, path.split("/").filter(Boolean))
  } catch (error) {
    return fault(400, "bad_request", "invalid_request", String(error))
  }
}

function route(state: State, asked: Request, parts: string[]): Answer {
  const [place, name = "", what, detail] = parts
  if (place === "health") return { status: 200, body: { status: "available" } }
  if (place === "keys") return keys(state, asked, name)
  if (place === "tasks") return task(state, Number(name))
  if (place === "multi-search") return multiSearch(state, asked.body)
  if (place === "swap-indexes") return swap(state, asked.body)
  if (place !== "indexes") return fault(404, "not_found", "invalid_request")
  if (asked.method === "POST" && name === "") return create(state, String(Object(asked.body).uid))
  const index = state.indexes.get(name)
  if (!index) return fault(404, "index_not_found", "invalid_request", `Index \`${name}\` not found.`)
  if (what === undefined)
    return asked.method === "DELETE" ? drop(state, name) : { status: 200, body: { uid: name } }
  if (what === "search")
    return { status: 200, body: answer(index, { ...Object(asked.body), indexUid: name }) }
  if (what === "settings") return settings(state, index, asked, detail)
  return documents(state, index, asked.body, detail)
}

function enqueued(state: State, type: string, work: () => void): Answer {
  const { failing } = state
  const fails = failing?.type === type
  if (fails) state.failing = null
  else work()
  const error =
    fails && failing ? { message: failing.message, code: "internal", type: "internal", link: "" } : null
  state.tasks.push({ type, error })
  const taskUid = state.tasks.length - 1
  return { status: 202, body: { taskUid, indexUid: null, status: "enqueued", type, enqueuedAt: "" } }
}

function task(state: State, uid: number): Answer {
  const found = state.tasks[uid]
  if (!found) return fault(404, "task_not_found", "invalid_request")
  return { status: 200, body: { uid, ...found, status: found.error ? "failed" : "succeeded" } }
}

function keys(state: State, asked: Request, uid: string): Answer {
  if (asked.method === "POST") {
    const wanted: Omit<Key, "key"> = Object(asked.body)
    const key = createHmac("sha256", MASTER_KEY).update(wanted.uid).digest("hex")
    state.keys.set(wanted.uid, { ...wanted, key })
    return { status: 201, body: state.keys.get(wanted.uid) }
  }
  const key = state.keys.get(uid)
  if (!key) return fault(404, "api_key_not_found", "invalid_request")
  if (asked.method === "DELETE") state.keys.delete(uid)
  return asked.method === "DELETE" ? { status: 204, body: undefined } : { status: 200, body: key }
}

const create = (state: State, uid: string) =>
  enqueued(state, "indexCreation", () => state.indexes.set(uid, { documents: new Map(), settings: {} }))
const drop = (state: State, uid: string) => enqueued(state, "indexDeletion", () => state.indexes.delete(uid))

function swap(state: State, body: unknown): Answer {
  const [{ indexes, ...more }] = body as [{ indexes: [string, string] }]
  if (Object.keys(more).length > 0) return fault(400, "bad_request", "invalid_request", "Unknown field")
  const [first, second] = indexes.map((uid) => state.indexes.get(uid))
  if (!first || !second) return fault(404, "index_not_found", "invalid_request")
  return enqueued(state, "indexSwap", () => {
    state.indexes.set(indexes[0], second)
    state.indexes.set(indexes[1], first)
  })
}

function settings(state: State, index: StandInIndex, { method, body }: Request, detail?: string): Answer {
  if (method === "GET") return { status: 200, body: index.settings }
  return enqueued(state, "settingsUpdate", () =>
    Object.assign(index.settings, detail ? { [detail]: body } : body),
  )
}

function documents(state: State, index: StandInIndex, body: unknown, detail?: string): Answer {
  if (detail === "fetch") {
    const results = [...index.documents.values()]
    return { status: 200, body: { results, offset: 0, limit: results.length, total: results.length } }
  }
  if (detail === "delete-batch")
    return enqueued(state, "documentDeletion", () => {
      for (const id of body as string[]) index.documents.delete(id)
    })
  return enqueued(state, "documentAdditionOrUpdate", () => {
    for (const fields of body as StoredFields[]) index.documents.set(fields.id, fields)
  })
}

function multiSearch(state: State, body: unknown): Answer {
  const { queries } = body as { queries: StandInQuery[] }
  const missing = queries.find(({ indexUid }) => !state.indexes.has(indexUid))
  if (missing)
    return fault(404, "index_not_found", "invalid_request", `Index \`${missing.indexUid}\` not found.`)
  const results = queries.map((query) => {
    const index = state.indexes.get(query.indexUid)
    return index && answer(index, query)
  })
  return { status: 200, body: { results } }
}

function fault(status: number, code: string, type: string, message: string = code): Answer {
  return { status, body: { message, code, type, link: `https://docs.meilisearch.com/errors#${code}` } }
}
