import type { PlanContent } from "../../../../server/qualification/outcome.ts"
import type { Fields } from "../../../forms.ts"
import type { Texts } from "../../../texts/index.ts"

/** What the group planned stands in the form at first: day, times, place, hosts, and the agenda as a list. */
export function fieldsFromPlan(t: Texts, plan: PlanContent | null): Fields {
  const { day = "", time = "", place = "", hosts = "" } = plan?.fields ?? {}
  const [from, until] = timesIn(time)
  return {
    title: t.qualification.plans.kinds.event.title,
    startsAt: day && from ? `${day}T${from}` : "",
    endsAt: day && until ? `${day}T${until}` : "",
    place,
    hosts,
    agenda: (plan?.lines ?? []).map(itemOf).join("\n"),
  }
}

/** "10:00 bis 11:00 Uhr, danach Kaffee" as 10:00 and 11:00. */
const timesIn = (text: string): string[] =>
  [...text.matchAll(/\b([01]?\d|2[0-3])[:.]([0-5]\d)\b/g)].map(
    ([, hour = "", minute = ""]) => `${hour.padStart(2, "0")}:${minute}`,
  )

/** "- Ein Fall, früher und heute (10 min, Sabine Müller)" */
function itemOf({ topic = "", minutes = "", who = "" }: Record<string, string>): string {
  const length = /^\d+$/.test(minutes) ? `${minutes} min` : minutes
  const more = [length, who].filter((text) => text !== "").join(", ")
  return more === "" ? `- ${topic}` : `- ${topic} (${more})`
}
