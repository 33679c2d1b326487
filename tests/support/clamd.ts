import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { vi } from "vitest"
import { PATIENCE } from "./patience.ts"

/** A harmless text that nothing but the signature below takes for a virus. */
export const HARMLESS = "Fachforum: Dieser Satz steht fuer einen Virenfund."
const SIGNATURE = `Fachforum.Probe:0:*:${Buffer.from(HARMLESS).toString("hex")}\n`
/** What clamd makes of a signature that is not from its makers. */
export const FOUND = "Fachforum.Probe.UNOFFICIAL"

/**
 * A clamd of this test's own, with a single signature and without any network. It is `stop`ped and `start`ed again where
 * it is; close it in `afterAll`.
 */
export async function openClamd(settings: string[] = []) {
  const folder = await mkdtemp(join(tmpdir(), "fachforum-clamd-"))
  await mkdir(join(folder, "signatures"))
  const signatures = join(folder, "signatures", "probe.ndb")
  await writeFile(signatures, SIGNATURE)
  const socket = join(folder, "clamd.sock")
  const lines = [
    ...["Foreground yes", `DatabaseDirectory ${folder}/signatures`, `LocalSocket ${socket}`],
    // Of a setting that stands there twice, the first counts.
    ...[...settings, "FixStaleSocket yes", "StreamMaxLength 11M", "MaxThreads 2"],
  ]
  await writeFile(join(folder, "clamd.conf"), `${lines.join("\n")}\n`)
  let child: ReturnType<typeof spawn> | null = null

  async function start(): Promise<void> {
    child = spawn("clamd", ["--config-file", join(folder, "clamd.conf")], { stdio: "ignore" })
    await vi.waitUntil(() => answers(socket), { interval: 50, timeout: PATIENCE.once })
  }
  async function stop(): Promise<void> {
    if (!child) return
    const ended = once(child, "exit")
    child.kill("SIGTERM")
    await ended
    child = null
  }

  await start()
  return {
    url: `unix://${socket}`,
    start,
    stop,
    /** From its next start on it knows of nothing. */
    forget: () => writeFile(signatures, SIGNATURE.replace(":0:*:", ":1:*:")),
    close: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path, () => socket.end("zPING\0"))
    socket.on("data", () => resolve(true))
    socket.on("error", () => resolve(false))
  })
