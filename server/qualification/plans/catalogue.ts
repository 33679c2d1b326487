import { type CatalogueEntry, impersonal } from "../../accounts/index.ts"
import { COHORT_RETENTION } from "../retention.ts"

export const plansCatalogue: CatalogueEntry[] = [
  impersonal("plans", "id", "cohort_id", "kind", "version", "decided_version", "decided_on"),
  impersonal("plan_versions", "plan_id", "version"),
  {
    table: "plan_versions",
    columns: ["content", "html"],
    field: {
      de: "Vorhaben der Lerngruppe: Telefonat mit der IT, Infoveranstaltung, Einwände, Nutzungsregeln, Einführung, Datenschutz, was bleibt; darin auch, wer etwas übernimmt",
      en: "Plans of the cohort: call to IT, information event, objections, rules of use, roll-out, data protection, what stays; in them also who does something",
    },
    purpose: { de: "gemeinsam planen und beschließen", en: "planning and deciding together" },
    readers: {
      de: "Lernende und Lernbegleitung der Lerngruppe; die beschlossene Einführung auch deren Führungskräfte; die bestätigte Seite zum Datenschutz alle Angemeldeten",
      en: "learners and facilitators of the cohort; the decided roll-out its managers, too; the confirmed page on data protection everybody signed in",
    },
    retention: COHORT_RETENTION,
  },
]
