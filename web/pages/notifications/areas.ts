import { INBOX_NOTICES, type InboxNotice, reasonOf } from "../../../server/notifications/index.ts"
import type { OptionGroup } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

type Module<N> = N extends `${infer M}.${string}` ? M : never
/** Reasons by what they have to do with; what a department has to do stands apart from what one wrote oneself. */
type Area = Module<InboxNotice> | "department"

const OF_DEPARTMENT = ["department", "specialist"]

const areaOf = (notice: InboxNotice): Area =>
  OF_DEPARTMENT.includes(reasonOf(notice).who) ? "department" : (notice.split(".")[0] as Module<InboxNotice>)

/** The reasons to choose from, in groups: there are too many for one list. */
export function reasonOptions({ notifications: words }: Texts): OptionGroup[] {
  const areas: Record<Area, string> = words.areas
  const options = (area: string) =>
    INBOX_NOTICES.filter((one) => areaOf(one) === area).map((one) => ({
      value: one,
      label: words.notices[one],
    }))
  const groups = Object.entries(areas).map(([area, label]) => ({ label, options: options(area) }))
  return groups.filter((group) => group.options.length > 0)
}
