import type { Db, Reader } from "../../kernel/database.ts"
import { outageIn } from "../../kernel/outage.ts"
import { installation } from "../tables.ts"

export type Installation = Omit<typeof installation.$inferSelect, "id">

/** What holds until somebody chooses otherwise. */
export const DEFAULTS: Installation = {
  name: "Fachforum",
  departmentLabel: {
    de: { one: "Abteilung", many: "Abteilungen" },
    en: { one: "department", many: "departments" },
  },
  land: null,
  mailWithoutContent: false,
  pages: {},
  example: false,
}

export async function readInstallation(reader: Reader): Promise<Installation> {
  const { name, departmentLabel, land, mailWithoutContent, pages, example } = installation
  const rows = await reader
    .select({ name, departmentLabel, land, mailWithoutContent, pages, example })
    .from(installation)
  return rows[0] ?? DEFAULTS
}

const lastRead = new WeakMap<Db, Installation>()

/**
 * As it is stored. While the database cannot be read, as this process read it last: for what can be shown all the same,
 * such as the operator's privacy notice.
 */
export async function knownInstallation(db: Db): Promise<Installation> {
  try {
    const installation = await readInstallation(db)
    lastRead.set(db, installation)
    return installation
  } catch (error) {
    if (!outageIn(error)) throw error
    return lastRead.get(db) ?? DEFAULTS
  }
}
