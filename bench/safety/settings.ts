import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const read = (name: string, otherwise: number): number => {
  const value = Number(process.env[name] ?? otherwise)
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} has to be a whole number`)
  return value
}

/** The same numbers lead to the same requests against the same state. */
export const SEED = read("SAFETY_SEED", Date.now() % 1_000_000_000)
export const REQUESTS = read("SAFETY_REQUESTS", 20_000)
/** So many kinds of mark-up for each form, another part of them for each; 0 means all. */
export const KINDS = read("SAFETY_KINDS", 0)

const FOLDER = join(import.meta.dirname, "../../build/safety")

/** What was found, to be looked at and played again. */
export function keep(name: string, found: unknown): void {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(found, null, 2)}\n`)
}

export const say = (line: string) => console.log(line)
