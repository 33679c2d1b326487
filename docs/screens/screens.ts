import type { Page } from "playwright-core"

/** The address of what a statement finds; it names one thing of the example. */
type At = { path: string; id?: string }
export type Screen = {
  /** `docs/images/<name>.png`. */
  name: string
  /** Who looks; the words under the picture speak of what this person sees. */
  who: string
  at: At
  /** What is typed or opened before. */
  prepare?: (page: Page) => Promise<void>
  /** Begins at this element; at the top of the page otherwise. */
  from?: string
  /** Ends above what a browser without German of its own would write in another language, such as fields for a day. */
  height?: number
}

const question = (condition: string) => `select id from questions where ${condition} order by id limit 1`
const ofGroup = (condition: string) =>
  `select s.id from cohort_steps s join programme_steps p on p.id = s.step_id join cohorts c on c.id = s.cohort_id
   where c.name = 'Lerngruppe Unterhaltsvorschuss' and ${condition}`
const COHORT = "select id from cohorts where name = 'Lerngruppe Unterhaltsvorschuss'"

/** What `docs/benutzung.md` shows, in its order. */
export const SCREENS: readonly Screen[] = [
  { name: "start", who: "Sabine Müller", at: { path: "/" } },
  { name: "suche", who: "Sabine Müller", at: { path: "/suche?q=Miete" } },
  {
    name: "frage-stellen",
    who: "Sabine Müller",
    at: {
      path: "/fragen/neu?kategorie=:id",
      id: "select id from categories where name = 'Miete und Belastung'",
    },
    prepare: async (page) => {
      await page.locator("[name=title]").fill("Zählt die Garage zur Miete?")
      await page
        .locator("[name=body]")
        .fill("Frau Anna Beispiel zahlt 45 Euro für eine Garage, die im Mietvertrag steht.")
      await page.locator(".ff-findings li").first().waitFor()
    },
    from: "[name=title]",
  },
  {
    name: "thread",
    who: "Sabine Müller",
    at: {
      path: "/fragen/:id",
      id: question(
        "state = 'answered' and id in (select question_id from answers where legal_status_date is not null and needs_review_since is null)",
      ),
    },
    from: "h2:has-text('Antwort') >> nth=0",
  },
  { name: "meine-fragen", who: "Sabine Müller", at: { path: "/meine-fragen" } },
  { name: "benachrichtigungen", who: "Sabine Müller", at: { path: "/benachrichtigungen" } },
  { name: "offene-fragen", who: "Katrin Vogt", at: { path: "/offene-fragen" } },
  {
    name: "antworten",
    who: "Katrin Vogt",
    at: { path: "/fragen/:id", id: question("state = 'in-progress'") },
    from: "form[action$='/antworten']",
    height: 530,
  },
  { name: "zu-pruefen", who: "Katrin Vogt", at: { path: "/offene-fragen/zu-pruefen" } },
  {
    name: "gute-praxis",
    who: "Sabine Müller",
    at: {
      path: "/gute-praxis/:id",
      id: "select id from threads where kind = 'best-practice' order by id limit 1",
    },
  },
  { name: "ankuendigung", who: "Martina Schöller", at: { path: "/ankuendigungen/neu" } },
  { name: "gespraeche", who: "Chiara D’Angelo", at: { path: "/gespraeche" } },
  { name: "lernweg", who: "Chiara D’Angelo", at: { path: "/lerngruppen/:id", id: COHORT } },
  {
    name: "termin",
    who: "Judith Weber-Klein",
    at: {
      path: "/termine/:id/leitung",
      id: ofGroup("p.kind = 'meeting' and s.starts_at > now() order by s.starts_at limit 1"),
    },
    height: 570,
  },
  { name: "lerngruppe", who: "Judith Weber-Klein", at: { path: "/lerngruppen/:id", id: COHORT } },
  {
    name: "fuehrungskraft",
    who: "Martina Schöller",
    at: { path: "/lerngruppen/:id/fuehrungskraft", id: COHORT },
  },
  { name: "personen", who: "Olaf Brandt", at: { path: "/verwaltung/personen" } },
  { name: "profil", who: "Sabine Müller", at: { path: "/profil/benachrichtigungen" } },
]
