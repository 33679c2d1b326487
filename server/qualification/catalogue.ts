import { type CatalogueEntry, impersonal } from "../accounts/index.ts"
import { assessmentsCatalogue } from "./assessments/catalogue.ts"
import { certificatesCatalogue } from "./certificates/catalogue.ts"
import { cohortsCatalogue } from "./cohorts/catalogue.ts"
import { competencesCatalogue } from "./competences/catalogue.ts"
import { consultingCatalogue } from "./consulting/catalogue.ts"
import { eventsCatalogue } from "./events/catalogue.ts"
import { evidenceCatalogue } from "./evidence/catalogue.ts"
import { filesCatalogue } from "./files/catalogue.ts"
import { impulsesCatalogue } from "./impulses/catalogue.ts"
import { journalCatalogue } from "./journal/catalogue.ts"
import { leavingCatalogue } from "./leaving/catalogue.ts"
import { plansCatalogue } from "./plans/catalogue.ts"
import { projectsCatalogue } from "./projects/catalogue.ts"
import { reportsCatalogue } from "./reports/catalogue.ts"
import { COHORT_READERS, COHORT_RETENTION } from "./retention.ts"
import { retrospectivesCatalogue } from "./retrospectives/catalogue.ts"
import { roleRequestsCatalogue } from "./role-requests/catalogue.ts"
import { sessionsCatalogue } from "./sessions/catalogue.ts"
import { startsCatalogue } from "./starts/catalogue.ts"
import { timersCatalogue } from "./timers/catalogue.ts"

/** What the qualification stores, and what of it is about people. */
export const qualificationCatalogue: CatalogueEntry[] = [
  impersonal(
    "programmes",
    "id",
    "family_id",
    "edition",
    "name",
    "description",
    "html",
    "requirements",
    "foundation",
    "created_at",
    "published_at",
    "withdrawn_at",
    "version",
  ),
  {
    table: "programmes",
    columns: ["author_id"],
    leaving: { author_id: "stays" },
    field: { de: "Programme: wer sie angelegt hat", en: "Programmes: who made them" },
    purpose: {
      de: "Entwürfe bei der Person halten, die sie schreibt",
      en: "keeping drafts with who writes them",
    },
    readers: { de: "alle Lernbegleitungen", en: "all facilitators" },
    retention: { de: "solange es das Programm gibt", en: "as long as the programme exists" },
  },
  impersonal(
    "programme_steps",
    "id",
    "programme_id",
    "position",
    "kind",
    "title",
    "week",
    "weeks",
    "minutes",
    "contents",
    "guidance",
    "materials",
    "tasks",
    "html",
    "agenda",
    "questions",
    "features",
    "voluntary",
  ),
  impersonal(
    "cohorts",
    "id",
    "programme_id",
    "name",
    "mandate",
    "land",
    "start_on",
    "delete_on",
    "created_at",
    "chat_link",
    "version",
  ),
  {
    table: "cohorts",
    columns: ["mandate_from"],
    field: { de: "Lerngruppen: von wem der Auftrag kommt", en: "Cohorts: from whom the mandate comes" },
    purpose: { de: "den Auftrag festhalten", en: "keeping the mandate" },
    readers: COHORT_READERS,
    retention: COHORT_RETENTION,
  },
  {
    table: "cohort_members",
    columns: ["id", "cohort_id", "person_id", "part", "manager_id", "joined_at", "left_at"],
    leaving: { person_id: "stays", manager_id: "unnamed" },
    field: {
      de: "Lerngruppen: wer als Lernbegleitung, Lernende oder Führungskraft dazugehört",
      en: "Cohorts: who belongs to them as facilitator, learner or manager",
    },
    purpose: { de: "die Qualifizierung durchführen", en: "holding the qualification" },
    readers: {
      de: `${COHORT_READERS.de}; im Protokoll auch die Administration, wer aufgenommen wurde oder ging`,
      en: `${COHORT_READERS.en}; in the audit log administrators, too, who was taken in or left`,
    },
    retention: COHORT_RETENTION,
  },
  impersonal(
    "cohort_steps",
    "id",
    "cohort_id",
    "step_id",
    "starts_at",
    "ends_at",
    "place",
    "link",
    "dial_in",
    "sequence",
    "changed_at",
    "is_told",
    "cancelled_at",
    "version",
  ),
  {
    table: "attendances",
    columns: ["cohort_step_id", "member_id", "state"],
    field: {
      de: "Teilnahme: anwesend, abwesend oder nachgeholt, ohne Grund und Uhrzeit",
      en: "Attendance: present, absent or made up, without reason or time",
    },
    purpose: {
      de: "Voraussetzung für das Zertifikat. Die Lernbegleitung sieht für alle Lernenden nebeneinander, ob jede Voraussetzung erfüllt oder noch offen ist, ohne Zeiten, Summen und Rangfolge: die einzige Ausnahme davon, dass nichts eine Person misst",
      en: "a requirement of the certificate. Facilitators see for all learners side by side whether each requirement is fulfilled or still open, without times, sums or ranking: the one exception to the rule that nothing measures a person",
    },
    readers: {
      de: "die Lernbegleitung der Lerngruppe, die Person selbst",
      en: "the facilitators of the cohort, the person",
    },
    retention: COHORT_RETENTION,
  },
  ...certificatesCatalogue,
  ...cohortsCatalogue,
  ...competencesCatalogue,
  ...consultingCatalogue,
  ...eventsCatalogue,
  ...evidenceCatalogue,
  ...filesCatalogue,
  ...assessmentsCatalogue,
  ...plansCatalogue,
  ...projectsCatalogue,
  ...reportsCatalogue,
  ...retrospectivesCatalogue,
  ...roleRequestsCatalogue,
  ...startsCatalogue,
  ...timersCatalogue,
  ...sessionsCatalogue,
  ...impulsesCatalogue,
  ...journalCatalogue,
  ...leavingCatalogue,
]
