/** What a person sent and the server has not got yet, in this browser: texts and photos. */
export type Waiting = {
  id: string
  /** Who sent it: nobody else sees it, and nobody else sends it. */
  owner: string
  action: string
  multipart: boolean
  fields: [name: string, value: string | File][]
  /** Of forms that hold one text: a later one takes the place of it. */
  replaces: string | null
  label: string
  at: number
  /** Why the server would not take it, in its words. */
  refused: string | null
}

const WEEK = 7 * 24 * 3600 * 1000
const STORE = "waiting"

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("ff-outbox", 1)
    request.addEventListener("upgradeneeded", () =>
      request.result.createObjectStore(STORE, { keyPath: "id" }),
    )
    request.addEventListener("success", () => resolve(request.result))
    request.addEventListener("error", () => reject(request.error))
    request.addEventListener("blocked", () => reject(new Error("blocked")))
  })
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await openDatabase()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = work(transaction.objectStore(STORE))
      transaction.addEventListener("complete", () => resolve(request.result))
      transaction.addEventListener("error", () => reject(transaction.error))
      transaction.addEventListener("abort", () => reject(transaction.error))
    })
  } finally {
    database.close()
  }
}

/** Throws where the browser keeps nothing; then the form is sent as without a script. */
export async function keepWaiting(one: Waiting): Promise<void> {
  if (one.replaces !== null) {
    const former = await listWaiting(one.owner)
    for (const other of former.filter(({ replaces }) => replaces === one.replaces))
      await forgetWaiting(other.id)
  }
  await run("readwrite", (store) => store.put(one))
}

/** In the order in which it was sent; what is older than a week is forgotten. */
export async function listWaiting(owner: string): Promise<Waiting[]> {
  const all: Waiting[] = await run("readonly", (store) => store.getAll())
  const old = all.filter(({ at }) => at < Date.now() - WEEK)
  for (const { id } of old) await forgetWaiting(id)
  return all
    .filter((one) => one.owner === owner && !old.includes(one))
    .sort((one, other) => one.at - other.at)
}

export async function forgetWaiting(id: string): Promise<void> {
  await run("readwrite", (store) => store.delete(id))
}

/** At the end of a session nothing stays behind on a computer that others use. */
export async function forgetEverything(): Promise<void> {
  await run("readwrite", (store) => store.clear())
}
