import { Breadcrumb, type Crumb } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

export const config = { access: ["facilitator"], page: true } as const

export const pathOf = (id: string) => `/programme/${id}`
export const stepPathOf = (id: string) => `/programme/schritte/${id}`

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
