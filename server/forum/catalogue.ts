import { type CatalogueEntry, impersonal, READERS, RETENTION } from "../accounts/index.ts"

const postReaders = {
  de: "wer die Kategorie lesen darf",
  en: "whoever may read the category",
}

/** What this module stores, and what of it is about people. A test fails on a column that is missing here. */
export const forumCatalogue: CatalogueEntry[] = [
  impersonal(
    "categories",
    "id",
    "parent_id",
    "kind",
    "name",
    "description",
    "guide",
    "guide_html",
    "responsible_id",
    "audience",
    "position",
    "archived_at",
  ),
  impersonal(
    "adoption_cells",
    ...["measure", "first_week", "until_week", "category_ids", "total", "official", "median_days"],
  ),
  impersonal("category_departments", "category_id", "department_id"),
  impersonal("category_drafts", "category_id", "fields"),
  {
    table: "category_drafts",
    columns: ["author_id", "changed_at"],
    field: {
      de: "Wer den Entwurf einer Kategorie zuletzt geändert hat",
      en: "Who last changed a category's draft",
    },
    purpose: { de: "Rückfragen vor der Freigabe", en: "asking back before the release" },
    readers: { de: "Redaktion, Führungskräfte, Administration", en: "editors, leads, administrators" },
    retention: {
      de: "bis der Entwurf freigegeben oder verworfen ist",
      en: "until the draft is released or discarded",
    },
  },
  {
    table: "follows",
    columns: ["id", "person_id", "thread_id", "category_id", "tag", "level"],
    field: {
      de: "Beiträge, Kategorien und Schlagwörter, denen jemand folgt oder die jemand stummgeschaltet hat",
      en: "Posts, categories and tags that somebody follows or muted",
    },
    purpose: { de: "benachrichtigen", en: "notifying" },
    readers: READERS.self,
    retention: { de: "bis die Person es beendet", en: "until the person ends it" },
  },
  impersonal("mentions", "post_id"),
  {
    table: "mentions",
    columns: ["person_id", "name"],
    field: {
      de: "Wen ein Beitrag mit „@“ erwähnt, und wie der Name dort steht",
      en: "Whom a post mentions with “@”, and how the name stands there",
    },
    purpose: {
      de: "die erwähnte Person einmal benachrichtigen",
      en: "notifying the mentioned person once",
    },
    readers: postReaders,
    retention: {
      de: "wie der Beitrag; der Name nur, bis der Beitrag geschwärzt wird",
      en: "like the post; the name only until the post is redacted",
    },
  },
  impersonal("threads", "id", "kind", "category_id"),
  {
    table: "threads",
    columns: ["title", "tags", "created_at"],
    field: {
      de: "Titel, Schlagwörter und Zeitpunkt einer Frage oder eines Beispiels guter Praxis",
      en: "Title, tags and time of a question or best practice",
    },
    purpose: { de: "fachlicher Austausch", en: "exchange about specialist matters" },
    readers: postReaders,
    retention: RETENTION.noLimit,
  },
  impersonal("posts", "id", "kind", "thread_id", "parent_id", "version"),
  {
    table: "posts",
    columns: ["author_id", "text", "html", "created_at", "edited_at"],
    field: {
      de: "Fragen, Antworten, Kommentare, Gute Praxis: Text, Verfasserin oder Verfasser, Zeitpunkt",
      en: "Questions, answers, comments, best practices: text, author, time",
    },
    purpose: {
      de: "fachlicher Austausch; wissen, wen man zurückfragen kann",
      en: "exchange about specialist matters; knowing whom to ask",
    },
    readers: postReaders,
    retention: RETENTION.noLimit,
  },
  {
    table: "posts",
    columns: ["withdrawn_at", "hidden_at", "hidden_by_id", "hidden_reason"],
    field: {
      de: "Zurückgezogen oder ausgeblendet: wann, von wem, warum",
      en: "Withdrawn or hidden: when, by whom, why",
    },
    purpose: { de: "Beiträge sofort aus der Anzeige nehmen", en: "taking posts out of view at once" },
    readers: {
      de: "Verfasserin oder Verfasser, Fachansprechpersonen der zuständigen Abteilung, Administration",
      en: "the author, specialists of the responsible department, administrators",
    },
    retention: RETENTION.noLimit,
  },
  impersonal("post_versions", "post_id", "version", "legal_status_date"),
  {
    table: "post_versions",
    columns: ["title", "text", "replaced_at", "replaced_by_id"],
    field: {
      de: "Frühere Fassungen eines Beitrags: Text, wann und von wem ersetzt",
      en: "Earlier versions of a post: text, when and by whom it was replaced",
    },
    purpose: {
      de: "nachvollziehen, was eine Antwort früher besagte; geschwärzte Wörter sind auch hier geschwärzt",
      en: "tracing what an answer used to say; redacted words are blacked out here, too",
    },
    readers: READERS.nobody,
    retention: RETENTION.noLimit,
  },
  impersonal(
    "questions",
    "id",
    "state",
    "wanted_by",
    "wanted_told_for",
    "passed_to_id",
    "asked_back_id",
    "closed_at",
    "duplicate_of_id",
    "category_id",
    "gone",
  ),
  {
    table: "questions",
    columns: ["author_id"],
    field: { de: "Wer eine Frage gestellt hat", en: "Who asked a question" },
    purpose: { de: "die eigenen Fragen finden", en: "finding one's own questions" },
    readers: postReaders,
    retention: RETENTION.noLimit,
  },
  {
    table: "questions",
    columns: ["taken_by_id"],
    field: { de: "Wer eine Frage übernommen hat", en: "Who took a question" },
    purpose: {
      de: "Fragen nicht doppelt bearbeiten; Vertretung",
      en: "not working on a question twice; deputies",
    },
    readers: postReaders,
    retention: {
      de: "bis die Frage zurückgegeben oder weitergegeben wird, sonst wie die Frage",
      en: "until it is returned or handed over, otherwise like the question",
    },
  },
  impersonal("question_moves", "id", "question_id", "department_id"),
  {
    table: "question_moves",
    columns: ["kind", "actor_id", "person_id", "note", "at"],
    field: {
      de: "Übernehmen, Zurückgeben, Weitergeben, Abgeben: wer, an wen, wann, Notiz",
      en: "Taking, returning, handing over, passing on: who, to whom, when, note",
    },
    purpose: {
      de: "Übergabe innerhalb und zwischen Abteilungen",
      en: "handing over within and between departments",
    },
    readers: {
      de: "Fachansprechpersonen der jeweils zuständigen Abteilung",
      en: "specialists of the department that is responsible at the time",
    },
    retention: RETENTION.noLimit,
  },
  impersonal(
    "answers",
    "id",
    "question_id",
    "official_id",
    "legal_status_date",
    "review_date",
    "review_told_for",
    "needs_review_since",
    "replaced_by_id",
    "gone",
    "helpful_count",
    "rank",
  ),
  {
    table: "answers",
    columns: ["accepted_at"],
    field: {
      de: "Die fragende Person hat die Antwort mit „Beantwortet meine Frage“ markiert",
      en: "The asker marked the answer as “answers my question”",
    },
    purpose: { de: "zeigen, was geholfen hat", en: "showing what helped" },
    readers: postReaders,
    retention: RETENTION.noLimit,
  },
  impersonal("outdated_reports", "id", "answer_id", "settled_at"),
  {
    table: "outdated_reports",
    columns: ["reason", "at"],
    field: {
      de: "Meldung „möglicherweise veraltet“: warum, wann",
      en: "Report of an outdated answer: why, when",
    },
    purpose: { de: "Antworten aktuell halten", en: "keeping answers up to date" },
    readers: {
      de: "Fachansprechpersonen der zuständigen Abteilung",
      en: "specialists of the responsible department",
    },
    retention: RETENTION.noLimit,
  },
  {
    table: "outdated_reports",
    columns: ["reporter_id"],
    field: { de: "Wer eine Antwort als veraltet gemeldet hat", en: "Who reported an answer as outdated" },
    purpose: { de: "Missbrauch nachgehen können", en: "being able to trace abuse" },
    readers: READERS.nobody,
    retention: RETENTION.noLimit,
  },
  {
    table: "marks",
    columns: ["post_id", "person_id", "kind"],
    field: {
      de: "„Hilfreich“, „Das ist auch meine Frage“, „Nachgenutzt“",
      en: "“Helpful”, “same question”, “reused”",
    },
    purpose: {
      de: "zählen, wie vielen ein Beitrag hilft; wer dieselbe Frage hat, erfährt die Antwort",
      en: "counting how many a post helps; telling the answer to whoever has the same question",
    },
    readers: {
      de: "die Person selbst; alle anderen nur die Anzahl",
      en: "the person themselves; everybody else the number only",
    },
    retention: {
      de: "bis die Person die Markierung zurücknimmt",
      en: "until the person takes the mark back",
    },
  },
  impersonal(
    "attachments",
    "id",
    "post_id",
    "media_type",
    "image",
    "bytes",
    "width",
    "height",
    "position",
    "removed_at",
  ),
  {
    table: "attachments",
    columns: ["uploader_id", "name", "alternative", "created_at"],
    field: {
      de: "Anhänge: Dateiname, Alternativtext, wer sie wann hochgeladen hat (Bilder ohne Metadaten der Aufnahme)",
      en: "Attachments: file name, alternative text, who uploaded them when (images without their metadata)",
    },
    purpose: { de: "Bildschirmfotos und Dateien zu Beiträgen", en: "screenshots and files with posts" },
    readers: postReaders,
    retention: {
      de: "wie der Beitrag; nicht verwendete Dateien einen Tag, in Entwürfen so lange wie diese",
      en: "like the post; files not used one day, in drafts as long as these",
    },
  },
  impersonal("post_drafts", "category_id", "post_id"),
  {
    table: "post_drafts",
    columns: ["id", "person_id", "kind", "title", "body", "attachment_ids", "created_at"],
    field: {
      de: "Entwürfe aus E-Mails, in denen etwas nach personenbezogenen Daten aussah, und aus Gesprächen",
      en: "Drafts from e-mails in which something looked like personal data, and from conversations",
    },
    purpose: {
      de: "Text prüfen und schwärzen, bevor andere ihn lesen",
      en: "checking and blacking out a text before others read it",
    },
    readers: READERS.self,
    retention: { de: "14 Tage", en: "14 days" },
  },
]
