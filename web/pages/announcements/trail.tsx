import { Breadcrumb } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

export function Trail({ t, title, here }: { t: Texts; title: string; here?: { id: string; label: string } }) {
  const list = { label: t.announcements.title, href: "/ankuendigungen" }
  if (!here) return <Breadcrumb trail={[list, { label: title }]} />
  return (
    <Breadcrumb trail={[list, { label: title, href: `/ankuendigungen/${here.id}` }, { label: here.label }]} />
  )
}
