import { type CatalogueEntry, impersonal } from "../../accounts/index.ts"

export const retrospectivesCatalogue: CatalogueEntry[] = [
  impersonal("retrospectives", "cohort_id", "stage"),
  impersonal("retrospective_groups", "id", "cohort_id", "heading", "title", "votes", "version"),
  impersonal("retrospective_cards", "id", "cohort_id", "heading", "body", "group_id", "votes", "version"),
  {
    table: "retrospective_cards",
    columns: ["member_id"],
    field: { de: "Rückblick: wessen eine Karte ist", en: "Retrospective: whose a card is" },
    purpose: {
      de: "die eigene Karte ändern oder zurückziehen können",
      en: "changing or withdrawing the own card",
    },
    readers: { de: "niemand; die Person erkennt ihre eigenen", en: "nobody; the person knows their own" },
    retention: {
      de: "bis die Lernbegleitung den Rückblick abschließt",
      en: "until the facilitator closes the retrospective",
    },
  },
  {
    table: "retrospective_votes",
    columns: ["id", "cohort_id", "member_id", "card_id", "group_id"],
    field: { de: "Rückblick: vergebene Stimmen", en: "Retrospective: votes given" },
    purpose: {
      de: "Schwerpunkte finden; jede Person hat drei Stimmen",
      en: "finding what matters; each person has three votes",
    },
    readers: {
      de: "niemand; die Person sieht ihre eigenen, die Gruppe am Ende nur Summen",
      en: "nobody; the person sees their own, the group sees sums in the end",
    },
    retention: {
      de: "bis die Abstimmung abgeschlossen wird, danach nur die Summen",
      en: "until voting is closed, then the sums alone",
    },
  },
  impersonal(
    "lessons",
    "id",
    "cohort_id",
    "family_id",
    "kind",
    "title",
    "body",
    "released_on",
    "started_on",
    "version",
  ),
]
