import type { takeaway as german } from "../../de/qualification/takeaway.ts"
import type { Translated } from "../../translated.ts"

export const takeaway: Translated<typeof german> = {
  title: "My data of the qualification",
  lead: "What the qualification keeps about you is taken along together with all other data. Here you leave a cohort.",
  download: "Take my data along",
  endTitle: "What happens afterwards",
  end: "If you leave a cohort, what is yours alone is deleted at once. Otherwise your data stay until the day of deletion of the cohort; it stands on the page of the cohort. Then everything is deleted, except certificates and released lessons.",
  departuresTitle: "You do not belong to it any more",
  departure: (cohort: string) => `What you wrote for yourself in “${cohort}” will be deleted on`,
  link: "Take my data along, or leave a cohort",
}
