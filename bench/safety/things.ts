import type { ExampleTown } from "./example-town.ts"

/** Where the things lie that the `:id` of an address names, by what stands before it. */
const TABLES: Record<string, string> = {
  "/a": "posts",
  "/abstimmungen": "agreements",
  "/anhaenge": "attachments",
  "/ankuendigungen": "announcements",
  "/ankuendigungen/dateien": "announcement_files",
  "/ankuendigungen/fragen": "announcement_comments",
  "/antworten": "answers",
  "/api/assessment-observations": "assessment_observations",
  "/api/assessments": "assessment_rounds",
  "/api/badges/achievements": "programmes",
  "/api/best-practices": "best practices",
  "/api/comments": "posts",
  "/api/conversation-blocks": "people",
  "/api/drafts": "post_drafts",
  "/api/impulses": "cohort_steps",
  "/api/journal": "journal_entries",
  "/api/operation/mail/stopped": "stopped_addresses",
  "/api/people/imports": "people_imports",
  "/api/practice-phases": "cohort_steps",
  "/api/providers": "sign_in_providers",
  "/api/released-lessons": "lessons",
  "/api/rules/comments": "rules_comments",
  "/api/search/misses": "search_misses",
  "/api/search/synonyms": "search_synonyms",
  "/api/structure": "categories",
  "/arbeitsablaeufe": "work_processes",
  "/beitraege": "posts",
  "/beratungen": "consultings",
  "/beratungsthemen": "consulting_topics",
  "/einwaende": "objections",
  "/entwuerfe": "post_drafts",
  "/erkenntnisse": "lessons",
  "/fragen": "questions",
  "/gespraeche": "conversations",
  "/gespraeche/blockiert": "people",
  "/gespraeche/dateien": "conversation_files",
  "/gespraeche/nachrichten": "conversation_messages",
  "/gute-praxis": "best practices",
  "/infoveranstaltungen": "events",
  "/kategorien": "categories",
  "/kommentare": "posts",
  "/kompetenzbilanz": "assessment_rounds",
  "/lerngruppen": "cohorts",
  "/lernimpulse": "cohort_steps",
  "/lernprojekte": "projects",
  "/lernprojekte/eintraege": "project_items",
  "/lernprojekte/kommentare": "project_comments",
  "/lerntagebuch": "journal_entries",
  "/nachweise": "evidence",
  "/praxisphasen": "cohort_steps",
  "/programme": "programmes",
  "/programme/schritte": "programme_steps",
  "/rueckblick/karten": "retrospective_cards",
  "/rueckblick/themen": "retrospective_groups",
  "/schritte": "cohort_steps",
  "/schritte/dateien": "step_files",
  "/suche/fehlend": "search_misses",
  "/suche/synonyme": "search_synonyms",
  "/termine": "cohort_steps",
  "/termine/eintraege": "session_entries",
  "/termine/fotos": "session_photos",
  "/verwaltung/abteilungen": "departments",
  "/verwaltung/anmeldung": "sign_in_providers",
  "/verwaltung/anmeldung/regeln": "provider_rules",
  "/verwaltung/aufbewahrung/sperren": "legal_holds",
  "/verwaltung/personen": "people",
  "/verwaltung/personen/einlesen": "people_imports",
  "/verwaltung/post/adressen": "stopped_addresses",
  "/verwaltung/struktur": "categories",
  "/verwaltung/verzeichnisse": "directories",
  "/zertifikate": "certificates",
}

/** What the fields of a body name, by the word before `Id`. */
const FIELDS: Record<string, string> = {
  attachment: "attachments",
  card: "retrospective_cards",
  cohort: "cohorts",
  cohortStep: "cohort_steps",
  group: "retrospective_groups",
  manager: "people",
  member: "cohort_members",
  moderator: "cohort_members",
  message: "conversation_messages",
  original: "questions",
  parent: "categories",
  responsible: "departments",
  source: "journal_entries",
  subject: "posts",
  topic: "consulting_topics",
}

/** The ids that there are at the moment, by table. */
export type Things = Map<string, string[]>

export async function readThings({ world }: ExampleTown): Promise<Things> {
  const { rows } = await world.db.$client.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'id' and udt_name = 'uuid'`,
  )
  const practices = await world.db.$client.query<{ id: string }>(
    "select id from threads where kind = 'best-practice' order by id",
  )
  const things: Things = new Map([["best practices", practices.rows.map(({ id }) => id)]])
  for (const { name } of rows) {
    const found = await world.db.$client.query<{ id: string }>(`select id from ${name} order by id`)
    things.set(
      name,
      found.rows.map(({ id }) => id),
    )
  }
  return things
}

const placeOf = (url: string) => url.split("/:")[0] ?? ""

/** The table of the first id of an address such as `/api/questions/:id/answers`; null where it names no stored thing. */
export function tableOf(url: string, things: Things): string | null {
  const place = placeOf(url)
  const named = TABLES[place] ?? place.split("/").at(-1)?.replaceAll("-", "_") ?? ""
  return things.has(named) ? named : null
}

/** The table that a field names: `categoryId`, `departmentIds`, `attachments`. */
export function tableOfField(field: string, things: Things): string | null {
  const word = /^(\w+?)(Ids?|s)$/.exec(field)?.[1] ?? field
  const snake = word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const guesses = [FIELDS[word], `${snake}s`, snake.replace(/y$/, "ies"), snake === "person" ? "people" : ""]
  return guesses.find((guess): guess is string => guess !== undefined && things.has(guess)) ?? null
}
