import { Type } from "typebox"
import { Choice, Closed, Id } from "../../../../server/kernel/schemas.ts"
import type { PlanKind } from "../../../../server/qualification/index.ts"

/** The kinds as they stand in addresses. */
const SLUGS = {
  infoveranstaltung: "event",
  nutzungsregeln: "rules",
  einfuehrung: "rollout",
  datenschutz: "data-protection",
} as const satisfies Record<string, PlanKind>
type Slug = keyof typeof SLUGS

export const ByPlan = Closed({ id: Id, plan: Choice(Object.keys(SLUGS) as Slug[]) })
export const ByEdition = Closed({
  id: Id,
  plan: Choice(Object.keys(SLUGS) as Slug[]),
  version: Type.Integer({ minimum: 1 }),
})

export const kindOf = (slug: Slug): PlanKind => SLUGS[slug]

export function planPath(cohortId: string, kind: PlanKind): string {
  const slug = Object.entries(SLUGS).find(([, one]) => one === kind)?.[0]
  return `/lerngruppen/${cohortId}/vorhaben/${slug}`
}
