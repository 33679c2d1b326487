import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readdirSync, readFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"

export type Served = { process: ChildProcess; url: string; stop(): Promise<void> }

/** As in operation: from the bundle. */
export const ENTRY = "server/start.mjs"

/** As in operation: what `npm start` and `npm run cli` of that state of the project tell Node. */
export function flagsOf(dir: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(dir, "package.json"), "utf8"))
  return String(scripts.start)
    .split(" ")
    .filter((word) => word.startsWith("--"))
}

/** Starts a server of a checkout and waits until it answers. */
export async function serve(
  dir: string,
  entry: string,
  env: NodeJS.ProcessEnv,
  probe: string,
): Promise<Served> {
  const port = await freePort()
  const flags = entry.endsWith(".ts") ? ["--import", "tsx"] : flagsOf(dir)
  const child = spawn(process.execPath, [...flags, entry], {
    cwd: dir,
    env: {
      ...process.env,
      ...env,
      PORT: String(port),
      HOST: "127.0.0.1",
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    },
    stdio: ["ignore", "ignore", "inherit"],
  })
  const url = `http://127.0.0.1:${port}`
  while (!(await answers(`${url}${probe}`))) {
    if (child.exitCode !== null) throw new Error(`${entry} ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const stop = async () => {
    const ended = once(child, "exit")
    child.kill("SIGTERM")
    await ended
  }
  return { process: child, url, stop }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status < 500
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1")
  await once(probe, "listening")
  const address = probe.address()
  probe.close()
  if (typeof address !== "object" || !address) throw new Error("no port")
  return address.port
}

/** Of the kernel's accounting: a tick is 10 ms on Linux. */
const TICK_MS = 10
const [UTIME, STIME, CHILD_UTIME, CHILD_STIME, PARENT] = [11, 12, 13, 14, 1]

/** Milliseconds of processor time that a process has used, its ended children included. */
export function cpuOf(pid: number): number {
  const fields = statOf(pid)
  return [UTIME, STIME, CHILD_UTIME, CHILD_STIME].reduce((sum, at) => sum + Number(fields[at]), 0) * TICK_MS
}

/** The same of a server with all its children: PostgreSQL has one for each connection. */
export function cpuOfFamily(pid: number): number {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => parentOf(one) === pid)
  return children.reduce((sum, one) => sum + cpuOrNothing(one), cpuOf(pid))
}

export const memoryOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024

/** What stands behind the name in brackets, which may hold anything. */
const statOf = (pid: number) =>
  readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ")

function parentOf(pid: number): number | null {
  try {
    return Number(statOf(pid)[PARENT])
  } catch {
    return null
  }
}

function cpuOrNothing(pid: number): number {
  try {
    return cpuOf(pid)
  } catch {
    return 0
  }
}
