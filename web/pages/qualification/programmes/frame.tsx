import { Refusal } from "../../../../server/kernel/errors.ts"
import type { ProgrammeView } from "../../../../server/qualification/core.ts"
import type { Labels } from "../../../form-state.tsx"
import { Breadcrumb, type Crumb } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

export const access: ["facilitator"] = ["facilitator"]

export const pathOf = (id: string) => `/programme/${id}`
export const stepPathOf = (id: string) => `/programme/schritte/${id}`
/** A step on the page of its programme. */
export const placeOf = (programmeId: string, stepId: string) => `${pathOf(programmeId)}#schritt-${stepId}`

export const programmeLabels = (t: Texts): Labels => t.qualification.programmes.fields

/** What is published never changes, and a draft is its author's alone. */
export function draftOnly({ can, own }: ProgrammeView): void {
  if (can.edit) return
  throw own ? new Refusal(409, "programme.published") : new Refusal(403, "forbidden")
}

/** Qualification › programmes › programme › what lies below it. The last crumb is the page itself. */
export function ProgrammeTrail(props: {
  t: Texts
  programme?: { id: string; name: string }
  below?: string
}) {
  const { t, programme, below } = props
  const words = t.qualification
  const trail: Crumb[] = [{ label: words.cohorts.title, href: "/qualifizierung" }]
  const list = { label: words.programmes.title, href: "/programme" }
  if (!programme) return <Breadcrumb trail={[...trail, { label: list.label }]} />
  const own = { label: programme.name, href: pathOf(programme.id) }
  return (
    <Breadcrumb
      trail={[...trail, list, ...(below ? [own, { label: below }] : [{ label: programme.name }])]}
    />
  )
}
