import { readFileSync } from "node:fs"

export type Release = { release: string; releasedOn: string }

/** Which version this is, and the day that `CHANGELOG.md` gives it; throws where the two do not name the same. */
export function readRelease(): Release {
  const { version } = JSON.parse(read("package.json"))
  const [, newest, releasedOn] =
    /^## (\d+\.\d+\.\d+) – (\d{4}-\d{2}-\d{2})$/m.exec(read("CHANGELOG.md")) ?? []
  if (newest !== version || !releasedOn)
    throw new Error(`CHANGELOG.md begins with ${newest ?? "no version"}, package.json names ${version}`)
  return { release: version, releasedOn }
}

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8")
