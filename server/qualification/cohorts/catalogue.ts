import type { CatalogueEntry } from "../../accounts/index.ts"
import { COHORT_RETENTION } from "../retention.ts"

export const cohortsCatalogue: CatalogueEntry[] = [
  {
    table: "cohort_invitations",
    columns: ["cohort_id", "person_id"],
    leaving: { person_id: "goes" },
    field: {
      de: "Lerngruppen: wer die Einladungen zu den Terminen bekommen hat",
      en: "Cohorts: who was sent the invitations to the sessions",
    },
    purpose: { de: "Änderungen mitteilen", en: "telling changes" },
    readers: { de: "die Lernbegleitung der Lerngruppe", en: "the facilitators of the cohort" },
    retention: COHORT_RETENTION,
  },
  {
    table: "calendar_feeds",
    columns: ["person_id", "token_hash"],
    leaving: { person_id: "goes" },
    field: {
      de: "Eigener Kalender: Prüfsumme seiner geheimen Adresse",
      en: "Own calendar: hash of its secret address",
    },
    purpose: { de: "Termine im eigenen Kalender zeigen", en: "showing sessions in the own calendar" },
    readers: { de: "niemand", en: "nobody" },
    retention: { de: "bis die Person die Adresse sperrt", en: "until the person revokes the address" },
  },
]
