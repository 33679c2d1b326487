import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import type { StoredFields } from "./search.ts"
import { MASTER_KEY } from "./stand-in.ts"

const PROGRAM = fileURLToPath(new URL("./process.ts", import.meta.url))

export type Spawned = Awaited<ReturnType<typeof spawnStandIn>>

/** A stand-in that outages can be made with. */
export async function spawnStandIn() {
  let { child, url } = await start(0)
  const port = Number(new URL(url).port)
  return {
    url,
    /** Takes connections, as the system does for it, and answers nothing. */
    freeze: () => child.kill("SIGSTOP"),
    thaw: () => child.kill("SIGCONT"),
    /** Gone, with everything it knew. */
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, "exit")
      child.kill("SIGKILL")
      await gone
    },
    /** Empty, at the same address. */
    restart: async () => {
      ;({ child } = await start(port))
    },
    /** What it holds. */
    documents: async (index: string): Promise<StoredFields[]> => {
      const response = await fetch(`${url}/indexes/${index}/documents/fetch`, {
        method: "POST",
        headers: { authorization: `Bearer ${MASTER_KEY}` },
        body: "{}",
      })
      return response.ok ? (await response.json()).results : []
    },
  }
}

async function start(port: number): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const [line] = await once(child.stdout, "data")
  return { child, url: String(line).trim() }
}
