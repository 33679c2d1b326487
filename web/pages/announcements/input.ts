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
const timeIn = (fields: Fields) => instantOf(textOf(fields, "publishAt")) || null

/** The path of ours in an address that was copied from the browser. */
function linkIn(fields: Fields, publicUrl: string): string | null {
  const typed = textOf(fields, "link").trim()
  const path = typed.startsWith(`${publicUrl}/`) ? typed.slice(publicUrl.length) : typed
  return path.replace(/[?#].*$/, "") || null
}

/** What the form says in another way than the API. */
export const differingIn = (fields: Fields, publicUrl: string) => ({
  ...(fields.publishAt !== undefined && { publishAt: timeIn(fields) }),
  link: linkIn(fields, publicUrl),
})

export function labelsOf(t: Texts, { label }: Choice): Labels {
  const { title, body, audience, departmentIds, publishAt, showUntil } = t.errors.labels
  const { link, takesComments, wantsAcknowledgement, startOn, categoryIds } = t.announcements.labels
  return {
    ...{ title, body, audience, departmentIds: label || departmentIds, publishAt, showUntil },
    ...{ link, takesComments, wantsAcknowledgement, startOn, categoryIds },
  }
}

/** The departments to choose from; one that was archived since stays while it is ticked. */
export async function choiceOf(
  { db, locale }: Ask,
  former?: Pick<AnnouncementView, "departments">,
): Promise<Choice> {
  const { departmentLabel } = await readInstallation(db)
  const all = await listDepartments(db, { archived: true })
  const ticked = (former?.departments ?? []).map(({ id }) => id)
  const departments = all.filter(({ id, archived }) => !archived || ticked.includes(id))
  return { departments, label: departmentLabel[locale].many }
}
