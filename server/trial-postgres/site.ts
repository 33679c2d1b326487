import { statSync } from "node:fs"
import type { Account } from "./account.ts"
import type { Binaries } from "./binaries.ts"
import { ClusterFault, elsewhere } from "./fault.ts"

/** Where and as whom PostgreSQL runs here. */
export type Site = {
  dataDir: string
  cluster: string
  account: Account
  binaries: Binaries
  /** The account cannot walk to the data from the root folder, as in a checkout below /root. */
  hidden: boolean
  progress: (line: string) => void
}

export const user = "fachforum"
export const port = 5432 // only a part of the socket's name: nothing listens on the network

/** Nothing of the caller's: PG… variables would change what runs, and messages must be readable for us. */
export const environment = { PATH: process.env.PATH, LC_ALL: "C" }

/**
 * A process can work in a folder that it could not reach itself, when it was started there. Linux gives that folder
 * a name that always works, so data below a closed folder need not move.
 */
export function dataArgument(site: Site, folder: string): string {
  if (!site.hidden) return folder
  if (process.platform === "linux") return "/proc/self/cwd"
  throw new ClusterFault(
    `PostgreSQL läuft nicht als root, und andere Konten erreichen ${folder} nicht: ` +
      `Bitte legen Sie Fachforum in einen zugänglichen Ordner, starten Sie es mit einem gewöhnlichen Konto ${elsewhere}.`,
  )
}

/** Stands in the command line of our server, whatever its folder is called by now, and tells it from others. */
export function marker(site: Site): string {
  return `cluster_name=fachforum-${statSync(site.cluster).ino}`
}
