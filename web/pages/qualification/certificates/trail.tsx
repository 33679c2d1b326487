import type { ComponentChildren } from "preact"
import { Breadcrumb } from "../../../layout/index.ts"
import type { Content } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"

/** Qualification › a certificate; its cohort may be long gone. */
export function certificatePage(t: Texts, children: ComponentChildren): Content {
  const { cohorts, certificates } = t.qualification
  const { title } = certificates.one
  const root = { label: cohorts.title, href: "/qualifizierung" }
  return {
    title,
    current: "qualification",
    width: "reading",
    breadcrumb: <Breadcrumb trail={[root, { label: title }]} />,
    children,
  }
}
