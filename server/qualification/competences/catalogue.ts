import { type CatalogueEntry, impersonal, READERS } from "../../accounts/index.ts"
import { OWN_RETENTION } from "../retention.ts"

export const competencesCatalogue: CatalogueEntry[] = [
  impersonal("competence_choices", "cohort_id", "competences", "version"),
  {
    table: "self_ratings",
    columns: ["id", "member_id", "point", "ratings", "version"],
    field: {
      de: "Selbsteinschätzungen: Stufe und ein Satz je Kompetenz, am Anfang und am Ende",
      en: "Self-ratings: a level and a sentence per competence, at the start and at the end",
    },
    purpose: {
      de: "die eigene Entwicklung sehen und die Kompetenzbilanzierung vorbereiten",
      en: "seeing the own development and preparing the assessment",
    },
    readers: READERS.self,
    retention: OWN_RETENTION,
  },
]
