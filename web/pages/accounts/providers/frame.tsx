import type { ProviderView } from "../../../../server/accounts/index.ts"
import type { Crumb } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { underAdministration } from "../administration.tsx"

export const PATH = "/verwaltung/anmeldung"
export const access = ["admin"] as const

/** A page below the list, or below one of the sign-in services. */
export function frame(t: Texts, title: string, provider?: Pick<ProviderView, "id" | "name">) {
  const above: Crumb[] = [
    { label: t.accounts.providers.admin.title, href: PATH },
    ...(provider ? [{ label: provider.name, href: `${PATH}/${provider.id}` }] : []),
  ]
  return {
    title,
    current: "administration",
    width: "reading" as const,
    breadcrumb: underAdministration(t, title, ...above),
  }
}
