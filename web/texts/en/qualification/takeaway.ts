import type { takeaway as german } from "../../de/qualification/takeaway.ts"
import type { Translated } from "../../translated.ts"

export const takeaway: Translated<typeof german> = {
  title: "My data",
  lead: "Everything that the qualification keeps about you, in one file.",
  contents:
    "The archive (ZIP) contains a page that you can open in any browser, the same data as JSON for other programs, and your photos and files of steps.",
  others:
    "What others have written is not included. Keep the file safe: it also holds what otherwise only you read.",
  download: "Download the archive",
  endTitle: "What happens afterwards",
  end: "If you leave a cohort, what is yours alone is deleted at once. Otherwise your data stay until the day of deletion of the cohort; it stands on the page of the cohort. Then everything is deleted, except certificates and released lessons.",
  departuresTitle: "You do not belong to it any more",
  departure: (cohort: string) => `What you wrote for yourself in “${cohort}” will be deleted on`,
  link: "Take my data along, or leave a cohort",
}
