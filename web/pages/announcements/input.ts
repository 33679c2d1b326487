import { type DepartmentView, listDepartments, readInstallation } from "../../../server/accounts/index.ts"
import type { AnnouncementView } from "../../../server/announcements/index.ts"
import type { Ask } from "../../form-pages.ts"
import type { Labels } from "../../form-state.tsx"
import { type Fields, textOf } from "../../forms.ts"
import type { Texts } from "../../texts/index.ts"
import { instantOf } from "./moment.ts"

/** `label`: what the installation calls its departments. */
export type Choice = { departments: DepartmentView[]; label: string }

/** Empty is at once. */
export const timeIn = (fields: Fields) => instantOf(textOf(fields, "publishAt")) || null

export function labelsOf(t: Texts, { label }: Choice): Labels {
  const { title, body, audience, departmentIds, publishAt, showUntil } = t.errors.labels
  return { title, body, audience, departmentIds: label || departmentIds, publishAt, showUntil }
}

/** The departments to choose from; one that was archived since stays while it is ticked. */
export async function choiceOf({ db, locale }: Ask, former?: AnnouncementView): Promise<Choice> {
  const { departmentLabel } = await readInstallation(db)
  const all = await listDepartments(db, { archived: true })
  const ticked = (former?.departments ?? []).map(({ id }) => id)
  const departments = all.filter(({ id, archived }) => !archived || ticked.includes(id))
  return { departments, label: departmentLabel[locale].many }
}
