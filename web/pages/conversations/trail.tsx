import { Breadcrumb, type Crumb } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import { LIST } from "./address.ts"

export const Trail = ({ t, below }: { t: Texts; below: Crumb[] }) => (
  <Breadcrumb trail={[{ label: t.conversations.title, href: LIST }, ...below]} />
)
