import type { ComponentChildren } from "preact"
import { Breadcrumb } from "../../../layout/index.ts"
import type { Content } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"

/** Qualification › own certificates › what lies below; of somebody else's there is no list in between. */
export function certificatePage(
  t: Texts,
  { here, isOwn = true }: { here?: string; isOwn?: boolean },
  children: ComponentChildren,
): Content {
  const root = { label: t.qualification.cohorts.title, href: "/qualifizierung" }
  const own = { label: t.qualification.certificates.ownTitle }
  const trail =
    here === undefined
      ? [root, own]
      : isOwn
        ? [root, { ...own, href: "/zertifikate" }, { label: here }]
        : [root, { label: here }]
  return {
    title: here ?? own.label,
    current: "qualification",
    width: "reading",
    breadcrumb: <Breadcrumb trail={trail} />,
    children,
  }
}
