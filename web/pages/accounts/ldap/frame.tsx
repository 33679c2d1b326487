import type { Crumb } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { underAdministration } from "../administration.tsx"
import { LIST } from "../directories/fields.tsx"

export const PATH = `${LIST}/ldap`
export const access = ["admin"] as const

/** A page below the list of directories, or below one of them. */
export function frame(t: Texts, title: string, directory?: { id: string; name: string }) {
  const above: Crumb[] = [
    { label: t.accounts.directories.title, href: LIST },
    ...(directory ? [{ label: directory.name, href: `${PATH}/${directory.id}` }] : []),
  ]
  return {
    title,
    current: "administration",
    width: "reading" as const,
    breadcrumb: underAdministration(t, title, ...above),
  }
}
