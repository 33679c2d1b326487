import { type ChildProcess, spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import type { Answer, Order } from "./limits.ts"

const ENTRY = fileURLToPath(new URL("./draw.ts", import.meta.url))
/** A process of Node and its decoder reserve 650 MB before they do anything, of which 80 are used. */
const RESERVED_MB = 650

export type DrawerLimits = {
  /** Milliseconds until the process is ended in the middle of a picture. */
  patience: number
  /** Until one without work is ended, which gives its memory back. */
  idle: number
  memoryMb: number
}

export type Drawer = { draw(order: Order): Promise<Answer> }

/** One picture after the other in a process of its own, which is started when needed and ended when it takes too much. */
export function openDrawer(limits: DrawerLimits): Drawer {
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined

  function end(): void {
    child?.kill("SIGKILL")
    child = null
  }

  return {
    async draw(order) {
      clearTimeout(idle)
      child ??= start(limits.memoryMb)
      const answer = await ask(child, order, limits.patience)
      // What an iPhone's photo takes is not given back before the process ends.
      const isSpent = order.from === "heic" || !answer
      if (isSpent || child.exitCode !== null) end()
      else idle = setTimeout(end, limits.idle).unref()
      return answer ?? { fault: "slow" }
    },
  }
}

/** Null where the process ended, by itself or because its time was up. */
function ask(child: ChildProcess, order: Order, patience: number): Promise<Answer | null> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | null) => {
      clearTimeout(deadline)
      child.off("message", settle).off("close", lose).off("error", lose)
      // While it only waits it keeps nobody from ending.
      child.unref()
      child.channel?.unref()
      resolve(answer)
    }
    const lose = (code?: unknown, signal?: unknown) => {
      process.emitWarning(`The process that draws pictures was lost (${signal ?? code ?? "time is up"}).`)
      settle(null)
    }
    const deadline = setTimeout(() => lose(), patience)
    child.ref()
    child.channel?.ref()
    child.on("message", settle).on("close", lose).on("error", lose)
    child.send(order, (error) => error && lose(error.message))
  })
}

/** Nothing of the server's environment: what reads strangers' pictures needs no password of the database. */
function start(memoryMb: number): ChildProcess {
  const [command = "", ...args] = limited([process.execPath, ENTRY], memoryMb)
  return spawn(command, args, {
    env: {},
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  })
}

/** Linux refuses it more memory, and should the machine run out of it, ends this process before any other. */
function limited(command: string[], memoryMb: number): string[] {
  if (process.platform !== "linux") return command
  const script =
    'echo 1000 2>/dev/null >/proc/self/oom_score_adj; ulimit -d "$1" 2>/dev/null; shift; exec "$@"'
  return ["/bin/sh", "-c", script, "sh", String((RESERVED_MB + memoryMb) * 1024), ...command]
}
