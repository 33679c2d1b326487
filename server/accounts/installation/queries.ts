import { getTableColumns } from "drizzle-orm"
import type { Db, Reader } from "../../kernel/database.ts"
import { outageIn } from "../../kernel/outage.ts"
import { statement } from "../../kernel/statements.ts"
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
  localSignIn: "all",
  factorRoles: [],
}

const { id: _id, ...columns } = getTableColumns(installation)
export const installationColumns = columns

export async function readInstallation(reader: Reader): Promise<Installation> {
  const [row] = await findInstallation(reader, {})
  return row ?? DEFAULTS
}

const findInstallation = statement((reader) => reader.select(installationColumns).from(installation))

const lastRead = new WeakMap<Reader, Installation>()
export const rememberInstallation = (reader: Reader, read: Installation) => lastRead.set(reader, read)

/**
 * As it is stored. While the database cannot be read, as this process read it last: for what can be shown all the same,
 * such as the operator's privacy notice.
 */
export async function knownInstallation(db: Db): Promise<Installation> {
  try {
    const installation = await readInstallation(db)
    rememberInstallation(db, installation)
    return installation
  } catch (error) {
    if (!outageIn(error)) throw error
    return rememberedInstallation(db)
  }
}

/** Without asking. */
export const rememberedInstallation = (db: Db): Installation => lastRead.get(db) ?? DEFAULTS
