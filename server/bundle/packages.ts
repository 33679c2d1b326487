import { readFileSync } from "node:fs"
import { join } from "node:path"

/** A package as it is locked; the same version may lie in several folders. */
export type Package = {
  name: string
  version: string
  /** As SPDX writes it. */
  license: string
  /** SHA-512 of the archive that `npm ci` unpacks, in hexadecimal. */
  hash: string
  /** Wanted for building and testing alone. */
  isForDevelopment: boolean
  /** Of some platforms only. */
  isOptional: boolean
  /** `name@version` of what it needs, also of what it takes where it is there. */
  needs: string[]
}

/** Packages that say what they are licensed under in a text alone. A test looks whether the lock still leaves them out. */
export const READ_BY_HAND: Record<string, string> = {
  "@digitalcredentials/ed25519-multikey": "BSD-3-Clause",
  "base-64": "MIT",
  "credentials-context": "W3C",
  "did-context": "W3C",
  "png-js": "MIT",
}

type Locked = {
  version: string
  license?: string
  integrity?: string
  dev?: boolean
  optional?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}

const FOLDER = "node_modules/"

export function readLock(root: string): { own: Package; packages: Package[] } {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"))
  const locked: Record<string, Locked> = lock.packages
  const found = new Map<string, Package>()
  for (const [path, entry] of Object.entries(locked)) {
    const one = packageOf(path, entry, locked)
    const known = found.get(idOf(one))
    // Of two folders one may be for development.
    if (!known || known.isForDevelopment) found.set(idOf(one), one)
  }
  const own = found.get(`fachforum@${locked[""]?.version}`)
  if (!own) throw new Error("package-lock.json does not name the program itself")
  found.delete(idOf(own))
  return { own, packages: [...found.values()].toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1)) }
}

export const idOf = ({ name, version }: Pick<Package, "name" | "version">) => `${name}@${version}`

/** The lock names no licence: it stands in a text of the package. */
export const isReadByHand = (license: string | undefined) => !license || license.startsWith("SEE LICENSE")

function packageOf(path: string, entry: Locked, locked: Record<string, Locked>): Package {
  const name = path === "" ? "fachforum" : path.slice(path.lastIndexOf(FOLDER) + FOLDER.length)
  return {
    name,
    version: entry.version,
    license: (isReadByHand(entry.license) ? READ_BY_HAND[name] : entry.license) ?? "",
    hash: Buffer.from(entry.integrity?.replace(/^sha512-/, "") ?? "", "base64").toString("hex"),
    isForDevelopment: entry.dev === true,
    isOptional: entry.optional === true,
    needs: Object.keys(needsOf(entry)).flatMap((needed) => {
      const version = versionFrom(path, needed, locked)
      return version ? [idOf({ name: needed, version })] : []
    }),
  }
}

const needsOf = ({ dependencies, optionalDependencies, peerDependencies }: Locked) => ({
  ...dependencies,
  ...optionalDependencies,
  ...peerDependencies,
})

/** Looked for where Node looks: beside the package, then in each folder above. */
function versionFrom(path: string, needed: string, locked: Record<string, Locked>): string | undefined {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf(`/${FOLDER}`)))) {
    const found = locked[`${from === "" ? "" : `${from}/`}${FOLDER}${needed}`]
    if (found) return found.version
    if (from === "") return undefined
  }
}
