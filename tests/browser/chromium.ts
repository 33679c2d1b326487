import { delimiter, join } from "node:path"
import { isExecutable } from "../support/programs.ts"

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

/** `CHROMIUM_PATH`, or the first that the PATH knows; null where there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean)
  const given = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : []
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...given, ...found].find(isExecutable) ?? null
}

/** Once for a run: says what is left out, or stops where nothing may be left out. */
export default function setup(): void {
  if (findChromium()) return
  if (process.env.REQUIRE_BROWSER === "1")
    throw new Error("REQUIRE_BROWSER=1, but no Chromium was found (CHROMIUM_PATH or PATH).")
  console.log(
    "Browser tests are skipped: no Chromium found. On Debian: apt-get install chromium, or set CHROMIUM_PATH.",
  )
}
