import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readFile } from "node:fs/promises"
import { join } from "node:path"

export type Program = {
  process: ChildProcess
  /** The longest it may take is the operator's affair: a start after a crash reads back what PostgreSQL has noted. */
  ready: Promise<void>
  ended: Promise<unknown>
}

/** The trial as an operator runs it, with its own PostgreSQL, and no limit to what one person writes. */
export function startProgram(dataDir: string, port: number): Program {
  const child = spawn(process.execPath, ["server/start.mjs"], {
    cwd: join(import.meta.dirname, "../.."),
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_URL: originOf(port),
      LIMIT_POSTS_PERSON: "1000000",
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  const ended = once(child, "close")
  let output = ""
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk
      if (output.includes("Fachforum läuft")) resolve()
    }
    child.stdout.on("data", hear)
    child.stderr.on("data", hear)
    void ended.then(() => reject(new Error(`the program ended before it was ready:\n${output}`)))
  })
  return { process: child, ready, ended }
}

export const originOf = (port: number) => `http://localhost:${port}`

export const VICTIMS = ["server", "postgres"] as const
export type Victim = (typeof VICTIMS)[number]

/** With SIGKILL, as a power cut or the kernel does it; of PostgreSQL the postmaster, whose children then end, too. */
export async function kill(program: Program, victim: Victim, dataDir: string): Promise<void> {
  if (victim === "server") program.process.kill("SIGKILL")
  else process.kill(await postmasterOf(dataDir), "SIGKILL")
  await program.ended
}

async function postmasterOf(dataDir: string): Promise<number> {
  const [first = ""] = (await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")
  return Number(first)
}

export async function stop(program: Program): Promise<void> {
  program.process.kill("SIGTERM")
  await program.ended
}

/** Whether the search index is the database's, post by post, as the operator's command says it. */
export async function verifyIndex(dataDir: string, port: number): Promise<boolean> {
  const child = spawn(process.execPath, ["server/start.mjs", "cli", "verify-index"], {
    cwd: join(import.meta.dirname, "../.."),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, PORT: String(port) },
    stdio: ["ignore", "inherit", "inherit"],
  })
  const [code] = await once(child, "close")
  return code === 0
}
