import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { setTimeout as pause } from "node:timers/promises"

/**
 * Tells a process from a later one with the same number: its start, together with the start of the machine.
 * Undefined when there is none. A zombie counts as gone: nobody may ever reap it in a container.
 */
export function identify(pid: number): string | undefined {
  if (process.platform !== "linux") return ask(pid, "lstart")?.replace(/\W+/g, "-")
  const stat = readProc(`${pid}/stat`)
  // The name in parentheses may itself hold spaces and parentheses.
  const [state = "Z", ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
  if (stat === "" || state === "Z" || state === "X") return undefined
  return `${readProc("sys/kernel/random/boot_id").trim()}-${fields[18]}`
}

export function commandOf(pid: number): string {
  if (process.platform !== "linux") return ask(pid, "command") ?? ""
  return readProc(`${pid}/cmdline`).replaceAll("\0", " ")
}

/** True as soon as the process is gone, false when it is still there after so many milliseconds. */
export async function gone(pid: number, patience: number): Promise<boolean> {
  const identity = identify(pid)
  const end = performance.now() + patience
  while (identity && identify(pid) === identity) {
    if (performance.now() > end) return false
    await pause(25)
  }
  return true
}

function readProc(name: string): string {
  try {
    return readFileSync(`/proc/${name}`, "utf8")
  } catch {
    return "" // it has ended meanwhile, or is hidden from us
  }
}

function ask(pid: number, column: string): string | undefined {
  const { stdout } = spawnSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" })
  return stdout?.trim() || undefined
}
