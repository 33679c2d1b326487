import { type CatalogueEntry, impersonal } from "../../accounts/index.ts"
import { COHORT_RETENTION } from "../retention.ts"

const GROUP = {
  de: "Lernende und Lernbegleitung der Lerngruppe",
  en: "learners and facilitators of the cohort",
}
const PURPOSE = { de: "sich in der Lerngruppe kollegial beraten", en: "consulting one another in the cohort" }

export const consultingCatalogue: CatalogueEntry[] = [
  impersonal("consulting_topics", "id", "cohort_step_id", "votes", "version"),
  {
    table: "consulting_topics",
    columns: ["member_id", "title", "question"],
    field: {
      de: "Kollegiale Beratung: Themen, und wer sie eingebracht hat",
      en: "Peer consulting: topics, and who put them in",
    },
    purpose: PURPOSE,
    readers: GROUP,
    retention: {
      de: `bis die Person es zurückzieht, längstens ${COHORT_RETENTION.de}`,
      en: `until the person withdraws it, at the longest ${COHORT_RETENTION.en}`,
    },
  },
  {
    table: "consulting_votes",
    columns: ["topic_id", "member_id"],
    field: {
      de: "Kollegiale Beratung: für welche Themen jemand gestimmt hat",
      en: "Peer consulting: which topics somebody voted for",
    },
    purpose: { de: "gemeinsam ein Thema wählen", en: "choosing a topic together" },
    readers: { de: "nur die Person selbst", en: "the person alone" },
    retention: {
      de: "bis die Abstimmung geschlossen wird; dann bleiben nur die Zahlen zu den Themen",
      en: "until the ballot is closed; then only the numbers of the topics stay",
    },
  },
  impersonal("consulting_ballots", "cohort_step_id"),
  impersonal("consultings", "id", "cohort_step_id", "topic_id", "form", "ended", "version"),
  {
    table: "consultings",
    columns: ["case_giver_id", "moderator_id", "title", "question"],
    field: {
      de: "Kollegiale Beratung: wer zu welchem Thema beraten wurde und wer moderiert hat",
      en: "Peer consulting: who was advised on what, and who moderated",
    },
    purpose: PURPOSE,
    readers: GROUP,
    retention: {
      de: `bis die beratene Person sie löscht, längstens ${COHORT_RETENTION.de}`,
      en: `until the person who was advised deletes it, at the longest ${COHORT_RETENTION.en}`,
    },
  },
  {
    table: "consultings",
    columns: ["decision", "shared"],
    field: {
      de: "Kollegiale Beratung: was die beratene Person mitnimmt, und ob sie es der Gruppe zeigt",
      en: "Peer consulting: what the person who was advised takes along, and whether they show it to the group",
    },
    purpose: PURPOSE,
    readers: {
      de: "nur die beratene Person; die Gruppe, wenn sie das Ergebnis teilt",
      en: "the person who was advised alone; the group if they share the result",
    },
    retention: COHORT_RETENTION,
  },
  impersonal("consulting_lines", "id", "consulting_id", "kind"),
  {
    table: "consulting_lines",
    columns: ["body", "member_id"],
    field: {
      de: "Kollegiale Beratung: Hypothesen und Lösungsideen; während der Beratung auch, wer sie festgehalten hat",
      en: "Peer consulting: hypotheses and ideas; while it is running also who put them down",
    },
    purpose: PURPOSE,
    readers: {
      de: "während der Beratung die Lerngruppe ohne Führungskräfte, danach nur die beratene Person, bis sie das Ergebnis teilt; wer eine Zeile festgehalten hat, niemand außer der Person selbst",
      en: "while it is running the cohort without managers, then the person who was advised alone, until they share the result; who put down a line: nobody but the person",
    },
    retention: {
      de: `wer sie festgehalten hat: bis zum Ende der Beratung; die Zeilen ${COHORT_RETENTION.de}`,
      en: `who put them down: until the consulting ends; the lines ${COHORT_RETENTION.en}`,
    },
  },
]
