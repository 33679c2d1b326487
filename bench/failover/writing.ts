import { buildApp } from "../../server/app.ts"
import { readConfig } from "../../server/kernel/config.ts"
import { newId } from "../../server/kernel/database.ts"
import { unbuiltAssets } from "../../web/build.ts"

export type Running = Awaited<ReturnType<typeof startForum>>

/** The program as in operation, on the address that leads to whichever server is the primary. */
export async function startForum(databaseUrl: string, { port, dataDir }: { port: number; dataDir: string }) {
  const publicUrl = `http://127.0.0.1:${port}`
  const config = { ...readConfig({}), trial: false, mailIn: null, dataDir, port, publicUrl }
  const built = await buildApp({ config, databaseUrl, assets: unbuiltAssets(dataDir), logger: null })
  await built.app.listen({ host: "127.0.0.1", port })
  await built.start()
  const { db, sessions } = built.parts
  const { $client } = db
  const [departmentId, categoryId] = [newId(), newId()]
  await $client.query("insert into departments (id, name, short_name) values ($1, 'Amt', 'Amt')", [
    departmentId,
  ])
  await $client.query(
    "insert into categories (id, kind, name, responsible_id) values ($1, 'questions', 'Fragen', $2)",
    [categoryId, departmentId],
  )
  /** Somebody new, with the cookie of their session. */
  const addWriter = async () => {
    const id = newId()
    await $client.query(
      "insert into people (id, display_name, email, roles, created_at) values ($1, 'Schreibt', $2, '{clerk}', now())",
      [id, `${id}@example.org`],
    )
    await $client.query("insert into memberships (person_id, department_id) values ($1, $2)", [
      id,
      departmentId,
    ])
    const { token } = await sessions.signIn(id, "Last", null)
    return `${sessions.cookieName}=${token}`
  }
  return { publicUrl, categoryId, addWriter, stop: built.stop }
}

export type Acknowledged = { id: string; at: number }

/** Asks one question after the other until it is told to stop; a refused one is asked again. */
export async function writeOn(
  { publicUrl, categoryId }: Pick<Running, "publicUrl" | "categoryId">,
  cookie: string,
  acknowledge: (one: Acknowledged) => void,
  stopped: AbortSignal,
): Promise<void> {
  for (let n = 0; !stopped.aborted; n += 1) {
    const answer = await fetch(`${publicUrl}/api/questions`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: publicUrl, cookie },
      body: JSON.stringify({ categoryId, title: `Frage ${n}`, body: "Text" }),
    }).catch(() => null)
    if (answer?.status === 201) acknowledge({ id: (await answer.json()).id, at: performance.now() })
    // Nobody asks faster than this, and a limit for one person is not what is measured.
    await new Promise((resolve) => setTimeout(resolve, answer?.status === 201 ? PAUSE_MS : RETRY_MS))
  }
}
const PAUSE_MS = 300
const RETRY_MS = 100
