import { type Static, Type } from "typebox"
import { Choice, Closed, Id } from "../../../../server/kernel/schemas.ts"
import type { PlanKind } from "../../../../server/qualification/outcome.ts"

/** The kinds as they stand in addresses. */
const SLUGS = {
  "telefonat-mit-der-it": "it-call",
  infoveranstaltung: "event",
  einwaende: "objections",
  nutzungsregeln: "rules",
  einfuehrung: "rollout",
  datenschutz: "data-protection",
  "was-bleibt": "lasting",
} as const satisfies Record<string, PlanKind>
type Slug = keyof typeof SLUGS
const Slug = Choice(Object.keys(SLUGS) as Slug[])

/** The pages, and the plans that stand on each. */
export const PLAN_PAGES = {
  "telefonat-mit-der-it": ["it-call"],
  nutzungsregeln: ["rules"],
  "kolleginnen-und-kollegen": ["event", "objections", "rollout"],
  datenschutz: ["data-protection"],
  "was-bleibt": ["lasting"],
} as const satisfies Record<string, PlanKind[]>
export type PlanPage = keyof typeof PLAN_PAGES

export const ByPage = Closed({ id: Id, plan: Choice(Object.keys(PLAN_PAGES) as PlanPage[]) })
export const ByPlan = Closed({ id: Id, plan: Slug })

/** What is shown instead of the plans as they are: the form of one, or a former edition of it. */
export const Shown = Closed({
  bearbeiten: Type.Optional(Slug),
  plan: Type.Optional(Slug),
  fassung: Type.Optional(Type.Integer({ minimum: 1 })),
})
export type Shown = Static<typeof Shown>

export const kindOf = (slug: Slug): PlanKind => SLUGS[slug]
export const slugOf = (kind: PlanKind): Slug =>
  (Object.keys(SLUGS) as Slug[]).find((slug) => SLUGS[slug] === kind) ?? "nutzungsregeln"

export function pageOf(kind: PlanKind): PlanPage {
  const pages = Object.entries(PLAN_PAGES) as [PlanPage, readonly PlanKind[]][]
  return pages.find(([, kinds]) => kinds.includes(kind))?.[0] ?? "nutzungsregeln"
}

export const pagePath = (cohortId: string, page: PlanPage) => `/lerngruppen/${cohortId}/vorhaben/${page}`
export const planPath = (cohortId: string, kind: PlanKind) =>
  `${pagePath(cohortId, pageOf(kind))}#${slugOf(kind)}`
export const editingPath = (cohortId: string, kind: PlanKind) =>
  `${pagePath(cohortId, pageOf(kind))}?bearbeiten=${slugOf(kind)}`
export const editionPath = (cohortId: string, kind: PlanKind, version: number) =>
  `${pagePath(cohortId, pageOf(kind))}?plan=${slugOf(kind)}&fassung=${version}`
/** Where its forms are sent to. */
export const formPath = (cohortId: string, kind: PlanKind) =>
  `/lerngruppen/${cohortId}/vorhaben/${slugOf(kind)}`
