import type { Reader } from "../../kernel/database.ts"
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
