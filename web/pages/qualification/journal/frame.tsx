import type { ComponentChildren } from "preact"
import { Breadcrumb, type Crumb, EmptyState, PageTitle, useReader } from "../../../layout/index.ts"
import type { Content } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"

export const PATH = "/lerntagebuch"

/** A page of the journal; `below` is what stands between the journal and this page, and this page's name there. */
export function journalPage(
  t: Texts,
  { title, below = [] }: { title: string; below?: Crumb[] },
  children: ComponentChildren,
): Content {
  const root = { label: t.qualification.cohorts.title, href: "/qualifizierung" }
  const own = { label: t.qualification.journal.title }
  const trail = below.length > 0 ? [root, { ...own, href: PATH }, ...below] : [root, own]
  return {
    title,
    current: "qualification",
    width: "reading",
    breadcrumb: <Breadcrumb trail={trail} />,
    children,
  }
}

/** Where the installation has no keys: what is missing, and that nothing else is. */
export const offPage = (t: Texts): Content =>
  journalPage(t, { title: t.qualification.journal.title }, <Off />)

function Off() {
  const { t } = useReader()
  const words = t.qualification.journal
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <EmptyState icon="lock" title={words.offTitle} level={2}>
        <p>{words.offText}</p>
      </EmptyState>
    </>
  )
}
