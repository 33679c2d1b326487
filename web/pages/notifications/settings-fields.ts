import { findMe, readInstallation } from "../../../server/accounts/index.ts"
import type { Role } from "../../../server/kernel/actor.ts"
import {
  findMailSettings,
  type InboxNotice,
  type MailSettingsView,
  OPTIONAL_NOTICES,
  reasonOf,
} from "../../../server/notifications/index.ts"
import type { Ask } from "../../form-pages.ts"
import type { Labels } from "../../form-state.tsx"
import { type Fields, textOf } from "../../forms.ts"
import type { Texts } from "../../texts/index.ts"

export const SETTINGS = "/profil/benachrichtigungen"

/** A dot in the name of a field means a part of it. */
export const fieldOf = (reason: InboxNotice): string => reason.replace(".", "-")
export const FIELDS = [...OPTIONAL_NOTICES.map(fieldOf), "quietFrom", "quietUntil", "quietOnDaysOff"]

/** The groups in which reasons are chosen, in their order on the page. */
const GROUPS = ["posts", "announcements", "department", "qualification", "operation"] as const
type Group = (typeof GROUPS)[number]

function groupOf(reason: InboxNotice): Group {
  const { who } = reasonOf(reason)
  if (who === "administrators") return "operation"
  if (who === "department" || who === "specialist") return "department"
  if (reason.startsWith("qualification.")) return "qualification"
  return reason.startsWith("announcements.") ? "announcements" : "posts"
}

/** Whom the reasons of a group can concern; everybody where it says nothing. */
const ROLES_OF: Partial<Record<Group, Role[]>> = {
  department: ["specialist", "lead"],
  operation: ["admin"],
}

export const concerns = (reason: InboxNotice, roles: readonly Role[]): boolean =>
  ROLES_OF[groupOf(reason)]?.some((role) => roles.includes(role)) ?? true

/** What somebody can choose, group by group, and what is kept as they chose it in another role. */
export function groupsFor(roles: readonly Role[]) {
  const shown = Map.groupBy(
    OPTIONAL_NOTICES.filter((reason) => concerns(reason, roles)),
    groupOf,
  )
  return {
    shown: GROUPS.flatMap((group) => {
      const reasons = shown.get(group)
      return reasons ? [{ group, reasons }] : []
    }),
    kept: OPTIONAL_NOTICES.filter((reason) => !concerns(reason, roles)),
  }
}

export type Found = Awaited<ReturnType<typeof find>>

export async function find({ db, actor }: Pick<Ask, "db" | "actor">) {
  const [settings, me, installation] = await Promise.all([
    findMailSettings(db, actor),
    findMe(db, actor),
    readInstallation(db),
  ])
  return { settings, me, installation }
}

/** The fields for the parts of what the action takes. */
export const HOURS: Record<string, string> = {
  "quietHours.from": "quietFrom",
  "quietHours.until": "quietUntil",
}

export function labels({ notifications: words }: Texts): Labels {
  const { quietFrom, quietUntil, quietOnDaysOff } = words.settings
  const reasons = OPTIONAL_NOTICES.map((reason) => [fieldOf(reason), words.notices[reason]])
  return { ...Object.fromEntries(reasons), quietFrom, quietUntil, quietOnDaysOff }
}

export const startOf = ({ reasons, quietHours, quietOnDaysOff }: MailSettingsView): Fields => ({
  ...Object.fromEntries(reasons.map(({ reason, time }) => [fieldOf(reason), time])),
  quietFrom: String(quietHours?.from ?? ""),
  quietUntil: String(quietHours?.until ?? ""),
  quietOnDaysOff: String(quietOnDaysOff),
})

export function readSettings(fields: Fields) {
  const [from, until] = [textOf(fields, "quietFrom"), textOf(fields, "quietUntil")]
  const hourOf = (text: string) => (/^\d+$/.test(text) ? Number(text) : text)
  return {
    times: OPTIONAL_NOTICES.flatMap((reason) => {
      const time = textOf(fields, fieldOf(reason))
      return time === "" ? [] : [{ reason, time }]
    }),
    quietHours: from === "" && until === "" ? null : { from: hourOf(from), until: hourOf(until) },
    quietOnDaysOff: textOf(fields, "quietOnDaysOff") === "true",
  }
}
