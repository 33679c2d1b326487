import { type CatalogueEntry, READERS } from "../../accounts/index.ts"
import { OWN_RETENTION } from "../retention.ts"

export const evidenceCatalogue: CatalogueEntry[] = [
  {
    table: "evidence",
    columns: ["id", "member_id", "kind", "title", "address", "copy", "sentence", "competences", "version"],
    field: {
      de: "Nachweise: was sie zeigen, für welche Kompetenzen sie stehen und die Kopien gewählter Tagebucheinträge",
      en: "Evidence: what it shows, which competences it stands for, and copies of chosen journal entries",
    },
    purpose: {
      de: "belegen, was in der Qualifizierung gelernt wurde",
      en: "showing what was learned in the qualification",
    },
    readers: READERS.self,
    retention: OWN_RETENTION,
  },
]
