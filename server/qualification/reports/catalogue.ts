import { type CatalogueEntry, impersonal } from "../../accounts/index.ts"
import { COHORT_RETENTION } from "../retention.ts"

const purpose = {
  de: "der Führungskraft gemeinsam rückmelden, was die Qualifizierung gebracht hat",
  en: "telling the manager together what the qualification has brought",
}

export const reportsCatalogue: CatalogueEntry[] = [
  impersonal("reports", "cohort_id", "version", "released_at", "expires_on"),
  {
    table: "reports",
    columns: ["composer_id", "fields"],
    field: {
      de: "Rückmeldung an die Führungskraft: Text der Gruppe, wer ihn zusammenstellt",
      en: "Feedback report: the group's text, who puts it together",
    },
    purpose,
    readers: {
      de: "Lernende und Lernbegleitung; die Führungskräfte der Lerngruppe nur, was alle freigegeben haben, bis zum Ablauf",
      en: "learners and facilitators; the managers of the cohort only what all have released, until it expires",
    },
    retention: COHORT_RETENTION,
  },
  {
    table: "report_contributions",
    columns: ["cohort_id", "member_id", "prompt", "text"],
    field: {
      de: "Rückmeldung an die Führungskraft: eigene Erfahrungen",
      en: "Feedback report: own experience",
    },
    purpose,
    readers: {
      de: "die Person selbst; die Lernenden der Lerngruppe ohne Namen",
      en: "the person themselves; the learners of the cohort without names",
    },
    retention: COHORT_RETENTION,
  },
  {
    table: "report_approvals",
    columns: ["cohort_id", "member_id", "version"],
    field: {
      de: "Rückmeldung an die Führungskraft: wer welcher Fassung zugestimmt hat",
      en: "Feedback report: who has agreed with which edition",
    },
    purpose: {
      de: "nichts ohne Zustimmung aller freigeben",
      en: "releasing nothing that not all agree with",
    },
    readers: {
      de: "Lernende und Lernbegleitung der Lerngruppe",
      en: "learners and facilitators of the cohort",
    },
    retention: COHORT_RETENTION,
  },
]
