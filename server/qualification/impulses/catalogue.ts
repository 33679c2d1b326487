import type { CatalogueEntry } from "../../accounts/index.ts"
import { OWN_RETENTION } from "../retention.ts"

export const impulsesCatalogue: CatalogueEntry[] = [
  {
    table: "impulse_answers",
    columns: ["cohort_step_id", "member_id", "state", "answers", "shared_with", "shared_answers", "version"],
    field: {
      de: "Lernimpulse: eigene Antworten und ob ein Impuls erledigt, verschoben oder übersprungen ist, ohne Zeitpunkt und Dauer",
      en: "Learning impulses: own answers, and whether an impulse is done, left for later or passed over, without time or duration",
    },
    purpose: { de: "über das Gelernte nachdenken", en: "reflecting on what was learned" },
    readers: {
      de: "die Person selbst; was sie teilt, je nach Wahl die Lernbegleitung oder auch die Lernenden der Lerngruppe",
      en: "the person themselves; what they share, as they choose, the facilitators or also the learners of the cohort",
    },
    retention: OWN_RETENTION,
  },
]
