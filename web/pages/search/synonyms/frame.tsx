import { mayAdminister } from "../../../../server/accounts/index.ts"
import type { Actor } from "../../../../server/kernel/actor.ts"
import { SYNONYM_KEEPERS } from "../../../../server/search/index.ts"
import { Breadcrumb, type Crumb } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

export const PATH = "/suche/synonyme"
export const keepersPage = { access: SYNONYM_KEEPERS, page: true } as const

/** The administration comes from its first page, specialists from their list of what is missing. */
export function frame(t: Texts, actor: Actor, title?: string) {
  const { synonyms, missing } = t.searchCare
  const above: Crumb[] = mayAdminister(actor)
    ? [{ label: t.shell.navigation.administration, href: "/verwaltung" }]
    : [
        { label: t.shell.navigation.queue, href: "/offene-fragen" },
        { label: missing.tab, href: "/suche/fehlend" },
      ]
  const here = title ? [{ label: synonyms.title, href: PATH }, { label: title }] : [{ label: synonyms.title }]
  return {
    title: title ?? synonyms.title,
    current: mayAdminister(actor) ? "administration" : "queue",
    width: "reading" as const,
    breadcrumb: <Breadcrumb trail={[...above, ...here]} />,
  }
}
