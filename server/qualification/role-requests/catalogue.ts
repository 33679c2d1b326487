import { type CatalogueEntry, impersonal } from "../../accounts/index.ts"
import { OWN_RETENTION } from "../retention.ts"

export const roleRequestsCatalogue: CatalogueEntry[] = [
  impersonal("role_requests", "id", "cohort_id"),
  {
    table: "role_requests",
    columns: ["member_id", "requester_id", "reason", "requested_on", "granted", "decided_on", "answer"],
    field: {
      de: "Anträge, dass eine lernende Person die Plattform einrichten darf, die Entscheidung darüber, und ob sie die Rolle hat",
      en: "Requests that a learner may set the platform up, what was decided on them, and whether they have the role",
    },
    purpose: {
      de: "die Rolle geben, die dafür nötig ist",
      en: "giving the role that is needed for it",
    },
    readers: {
      de: "die Person selbst, die Lernbegleitung der Lerngruppe, die Administration",
      en: "the person, the facilitators of the cohort, administrators",
    },
    retention: OWN_RETENTION,
  },
]
