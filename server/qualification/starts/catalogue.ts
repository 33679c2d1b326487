import { type CatalogueEntry, impersonal } from "../../accounts/index.ts"
import { COHORT_RETENTION } from "../retention.ts"

export const startsCatalogue: CatalogueEntry[] = [
  impersonal("work_processes", "id", "cohort_id", "title", "steps", "media", "pain", "change", "version"),
  {
    table: "experiences",
    columns: ["member_id", "cohort_id", "anonymous", "media", "answers"],
    field: {
      de: "Erfahrungen mit digitalen Medien: Antworten, und ob ohne Namen",
      en: "Experience with digital media: answers, and whether without a name",
    },
    purpose: {
      de: "im ersten Workshop gemeinsam sehen, wo die Gruppe steht",
      en: "seeing together in the first workshop where the group stands",
    },
    readers: {
      de: "die Lernenden und die Lernbegleitung der Lerngruppe, auf Wunsch ohne Namen",
      en: "the learners and facilitators of the cohort, without the name if the person wishes",
    },
    retention: COHORT_RETENTION,
  },
]
