import { type CatalogueEntry, impersonal, READERS, RETENTION } from "../accounts/index.ts"

/** What this module stores, and what of it is about people. */
export const rulesCatalogue: CatalogueEntry[] = [
  impersonal(
    "rules_editions",
    "id",
    "number",
    "body",
    "html",
    "summary",
    "source",
    "comments_until",
    "published_on",
    "is_asked",
    "version",
  ),
  {
    table: "rules_editions",
    columns: ["proposed_by_id"],
    leaving: { proposed_by_id: "stays" },
    field: { de: "Nutzungsregeln: wer einen Entwurf gezeigt hat", en: "Rules of use: who put a draft out" },
    purpose: {
      de: "den Entwurf ändern und veröffentlichen können",
      en: "being able to change and publish the draft",
    },
    readers: READERS.nobody,
    retention: RETENTION.noLimit,
  },
  impersonal("rules_comments", "id", "edition_id"),
  {
    table: "rules_comments",
    columns: ["author_id", "body"],
    leaving: { author_id: "goes" },
    field: {
      de: "Nutzungsregeln: Kommentare zum Entwurf, mit Namen",
      en: "Rules of use: comments on the draft, with names",
    },
    purpose: { de: "die Regeln gemeinsam verbessern", en: "making the rules better together" },
    readers: READERS.signedIn,
    retention: {
      de: "bis die Fassung veröffentlicht oder der Entwurf verworfen wird",
      en: "until the edition is published or the draft discarded",
    },
  },
  {
    table: "rules_acceptances",
    columns: ["person_id", "edition_id"],
    leaving: { person_id: "goes" },
    field: {
      de: "Nutzungsregeln: welche Fassung eine Person zuletzt bestätigt hat, ohne Zeitpunkt",
      en: "Rules of use: which edition a person accepted last, without the time",
    },
    purpose: {
      de: "nur einmal je Fassung fragen",
      en: "asking only once for each edition",
    },
    readers: {
      de: "die Person selbst; Redaktion und Administration nur eine Zahl in Fünferschritten",
      en: "the person themselves; editors and administrators a number in steps of five alone",
    },
    retention: RETENTION.withPerson,
  },
]
