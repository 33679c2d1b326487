import { type CatalogueEntry, READERS } from "../../accounts/index.ts"
import { COHORT_RETENTION } from "../retention.ts"

export const evidenceCatalogue: CatalogueEntry[] = [
  {
    table: "evidence",
    columns: ["id", "member_id", "kind", "title", "address", "copy", "sentence", "competences", "version"],
    field: {
      de: "Nachweise: was sie zeigen und für welche Kompetenzen sie stehen",
      en: "Evidence: what it shows and which competences it stands for",
    },
    purpose: {
      de: "belegen, was in der Qualifizierung gelernt wurde",
      en: "showing what was learned in the qualification",
    },
    readers: READERS.self,
    retention: COHORT_RETENTION,
  },
]
