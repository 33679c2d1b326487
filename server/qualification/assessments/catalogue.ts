import { type CatalogueEntry, impersonal } from "../../accounts/index.ts"
import { OWN_RETENTION } from "../retention.ts"

const PURPOSE = {
  de: "den Zuwachs an Kompetenz gemeinsam feststellen und belegen",
  en: "taking stock of the gain in competence together",
}
const THREE = {
  de: "die drei Personen der Runde: die lernende Person, die begleitende Kollegin oder der Kollege, die Lernbegleitung",
  en: "the three people of the round: the learner, the peer, the facilitator",
}
const NOTES_RETENTION = {
  de: "bis zu dem Tag, der in der Runde genannt ist: vier Wochen nach dem Tag, an dem sie stattfand",
  en: "until the day named in the round: four weeks after the day it was held",
}

export const assessmentsCatalogue: CatalogueEntry[] = [
  impersonal(
    "assessment_rounds",
    "id",
    "version",
    "plan_version",
    "changed_at",
    "preparation_version",
    "notes_deleted",
  ),
  {
    table: "assessment_rounds",
    columns: [
      "cohort_id",
      "learner_id",
      "peer_id",
      "facilitator_id",
      "starts_at",
      "place",
      "former_starts_at",
      "former_place",
    ],
    field: {
      de: "Kompetenzbilanzierung: wer mit wem wann zusammenkommt",
      en: "Assessments: who meets whom when",
    },
    purpose: PURPOSE,
    readers: {
      de: "die drei Personen der Runde; für die Planung die Lernbegleitung der Lerngruppe",
      en: "the three people of the round; for planning, the facilitators of the cohort",
    },
    retention: OWN_RETENTION,
  },
  {
    table: "assessment_rounds",
    columns: ["situations", "chosen", "released", "is_release_dropped"],
    field: {
      de: "Kompetenzbilanzierung: die Vorbereitung und was davon freigegeben ist",
      en: "Assessments: the preparation, what of it is to be shown and what is released",
    },
    purpose: PURPOSE,
    readers: {
      de: "die lernende Person; nach der Freigabe die drei Personen der Runde",
      en: "the learner; once released, the three people of the round",
    },
    retention: NOTES_RETENTION,
  },
  {
    table: "assessment_ratings",
    columns: ["round_id", "member_id", "ratings", "submitted", "version"],
    field: {
      de: "Kompetenzbilanzierung: die Einschätzungen vor dem Gespräch",
      en: "Assessments: the ratings before the talk",
    },
    purpose: PURPOSE,
    readers: {
      de: "wer sie schreibt; sobald beide abgegeben sind, die drei Personen der Runde",
      en: "who writes them; once both are submitted, the three people of the round",
    },
    retention: NOTES_RETENTION,
  },
  {
    table: "assessment_observations",
    columns: ["id", "round_id", "member_id", "competence", "text"],
    field: { de: "Kompetenzbilanzierung: Beobachtungen", en: "Assessments: observations" },
    purpose: PURPOSE,
    readers: THREE,
    retention: NOTES_RETENTION,
  },
  {
    table: "assessment_results",
    columns: ["round_id", "competence", "level", "start_level", "reason", "evidence", "version"],
    field: {
      de: "Kompetenzbilanzierung: vereinbarte Stufen mit Begründung und Nachweis",
      en: "Assessments: agreed levels with reason and evidence",
    },
    purpose: { de: "das Zertifikat", en: "the certificate" },
    readers: THREE,
    retention: OWN_RETENTION,
  },
  {
    table: "assessment_rounds",
    columns: [
      "competences",
      "begun_at",
      "sentences",
      "think_until",
      "thinker_id",
      "is_reopened",
      "confirmed_at",
      "notes_until",
    ],
    field: {
      de: "Kompetenzbilanzierung: Stand der Runde und Sätze für das Zertifikat",
      en: "Assessments: state of the round and sentences of the certificate",
    },
    purpose: { de: "das Zertifikat", en: "the certificate" },
    readers: THREE,
    retention: OWN_RETENTION,
  },
  {
    table: "assessment_confirmations",
    columns: ["round_id", "member_id", "confirmed_at"],
    field: { de: "Kompetenzbilanzierung: Bestätigungen", en: "Assessments: confirmations" },
    purpose: { de: "das Zertifikat", en: "the certificate" },
    readers: THREE,
    retention: OWN_RETENTION,
  },
]
