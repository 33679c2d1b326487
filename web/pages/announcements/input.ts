import type { FastifyRequest } from "fastify"
import { listDepartments, readInstallation } from "../../../server/accounts/index.ts"
import type { AnnouncementView } from "../../../server/announcements/index.ts"
import { Refusal } from "../../../server/kernel/errors.ts"
import { type Fields, listOf, textOf } from "../../forms.ts"
import type { FieldError } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { instantOf } from "./moment.ts"

/** A form that was shown, or is shown again with what was typed. */
export type Tried = { fields: Fields; errors: FieldError[]; status: number }

/** What the API's schemas have in common; the time is read apart. */
export const inputOf = (fields: Fields) => {
  return {
    title: textOf(fields, "title"),
    body: textOf(fields, "body"),
    audience: textOf(fields, "audience"),
    departmentIds: listOf(fields, "departmentIds"),
    showUntil: textOf(fields, "showUntil"),
  }
}

/** Empty is at once. */
export const timeIn = (fields: Fields) => instantOf(textOf(fields, "publishAt")) || null

export const statusOf = (error: unknown) => (error instanceof Refusal ? error.status : 422)

export const titled = (t: Texts, title: string, errors: FieldError[]) =>
  errors.length > 0 ? t.shell.form.errorPageTitle(title) : title

/** The departments to choose from; one that was archived since stays while it is ticked. */
export async function choiceOf(site: Site, request: FastifyRequest, former?: AnnouncementView) {
  const { departmentLabel } = await readInstallation(site.db)
  const all = await listDepartments(site.db, { archived: true })
  const ticked = (former?.departments ?? []).map(({ id }) => id)
  const departments = all.filter(({ id, archived }) => !archived || ticked.includes(id))
  return { departments, label: departmentLabel[request.locale].many }
}
