import { type CatalogueEntry, impersonal, READERS } from "../accounts/index.ts"

const untilTaken = {
  de: "wie der Beitrag selbst; ein geänderter oder ausgeblendeter Beitrag verlässt den Index sofort",
  en: "as the post itself; a changed or hidden post leaves the index at once",
}

/** What this module stores, and what of it is about people. Who searched for what is stored nowhere. */
export const searchCatalogue: CatalogueEntry[] = [
  impersonal("search_changes", "id", "engine", "document_id", "removed"),
  impersonal("search_builds", "engine", "reached_id", "started_at", "analysis"),
  impersonal("search_versions", "engine", "analysis"),
  impersonal("search_synonyms", "id", "terms"),
  {
    table: "search_index.documents",
    columns: [
      "id",
      "thread_id",
      "category_id",
      "department_id",
      "author_id",
      "created_at",
      "kind",
      "state",
      "official",
      "accepted",
      "outdated",
      "duplicate",
      "tags",
      "gram_length",
      "stem_length",
      "words",
      "stems",
      "terms",
    ],
    field: {
      de: "Suchindex: Wörter der Beiträge, mit Kategorie, Zeitpunkt und Verfasserin oder Verfasser; dasselbe samt den Texten in Meilisearch, wo es eingerichtet ist",
      en: "Search index: words of the posts, with category, time and author; the same and the texts in Meilisearch, where it is set up",
    },
    purpose: {
      de: "Beiträge finden; nach Personen kann niemand suchen, nur nach den eigenen Beiträgen",
      en: "finding posts; nobody can search by person, only for their own posts",
    },
    readers: READERS.nobody,
    retention: untilTaken,
  },
  impersonal("search_index.statistics", "term", "amount"),
  impersonal("search_index.titles", "term", "document_id", "category_id", "share"),
  {
    table: "search_index.words",
    columns: ["word", "documents", "term", "stem", "grams"],
    field: { de: "Wortliste: Wörter aller Beiträge", en: "Word list: words of all posts" },
    purpose: {
      de: "Wortanfänge ergänzen, Schreibfehler erkennen",
      en: "completing the beginnings of words, noticing typing errors",
    },
    readers: READERS.nobody,
    retention: untilTaken,
  },
  impersonal("search_misses", "id", "category_id", "shown_since", "day"),
  {
    table: "search_misses",
    columns: ["query", "shown"],
    field: {
      de: "Suchen ohne Treffer: die Wörter, ohne Zahlen und was wie ein Name aussieht; nicht, wer gesucht hat",
      en: "Searches without a result: the words, without numbers and what looks like a name; not who searched",
    },
    purpose: {
      de: "erkennen, welche Beiträge fehlen",
      en: "noticing which posts are missing",
    },
    readers: {
      de: "Fachansprechpersonen, sobald fünf verschiedene Personen an einem Tag danach gesucht haben",
      en: "specialists, once five different people searched for it on one day",
    },
    retention: {
      de: "90 Tage; wonach weniger als fünf Personen suchten, bis zum Ende des Tages",
      en: "90 days; what fewer than five people searched for, until the day's end",
    },
  },
  {
    table: "search_miss_seekers",
    columns: ["miss_id", "day", "seeker"],
    field: {
      de: "Prüfwert je Tag und Person zu einer Suche ohne Treffer",
      en: "Hash per day and person for a search without a result",
    },
    purpose: { de: "verschiedene Personen zählen", en: "counting different people" },
    readers: READERS.nobody,
    retention: {
      de: "bis zum Ende des Tages, samt dem Schlüssel",
      en: "until the day's end, together with the key",
    },
  },
]
