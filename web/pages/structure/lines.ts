import type { Static } from "typebox"
import { type DepartmentView, listDepartments } from "../../../server/accounts/index.ts"
import { readStructure, type StructureLine, type StructureView } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"

export type Line = Static<typeof StructureLine>
export type CategoryFields = Line["fields"]
export type Structure = Static<typeof StructureView> & { departments: DepartmentView[] }

export const KINDS = ["questions", "best-practices"] as const

/** The structure with its draft, and what its departments are called, archived ones too. */
export async function loadStructure({ db }: Site, actor: Actor): Promise<Structure> {
  const departments = await listDepartments(db, { archived: true })
  return { ...(await readStructure(db, actor)), departments }
}

export const namesOf = ({ departments }: Structure, ids: string[]): string =>
  departments
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(", ")

export type Change = { label: string; before: string; after: string }

/** What a drafted change makes different, field by field, in words. */
export function changesOf(t: Texts, structure: Structure, { current, fields }: Line): Change[] {
  if (!current) return []
  const names = Object.keys(t.structure.fields).filter((name): name is keyof CategoryFields => name in fields)
  return names
    .map((name) => ({
      label: t.structure.fields[name],
      before: inWords(t, structure, current, name),
      after: inWords(t, structure, fields, name),
    }))
    .filter(({ before, after }) => before !== after)
}

function inWords(t: Texts, structure: Structure, fields: CategoryFields, name: keyof CategoryFields): string {
  const words = t.structure
  const texts: Record<keyof CategoryFields, string> = {
    kind: words.kinds[fields.kind],
    parentId: structure.lines.find(({ id }) => id === fields.parentId)?.fields.name ?? "",
    name: fields.name,
    description: fields.description,
    guide: fields.guide,
    responsibleId: namesOf(structure, fields.responsibleId ? [fields.responsibleId] : []),
    audience: words.form.audiences[fields.audience],
    departmentIds: namesOf(structure, fields.departmentIds),
    position: String(fields.position),
    archived: fields.archived ? words.yes : words.no,
  }
  return texts[name] || words.nothing
}
