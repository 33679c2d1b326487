import type { Bilingual } from "../../../kernel/actor.ts"

const both = (de: string, en: string): Bilingual => ({ de, en })

/**
 * What a competence is called in everyday words, beside the name that its framework gives it. Ours, not the framework's:
 * what the official name leaves unclear to somebody who has never read it. The same in every version: the numbers kept
 * their meaning.
 */
const PLAIN_NAMES: Record<string, Bilingual> = {
  "digcomp:1.1": both(
    "Im Netz und in Ablagen finden, was man braucht",
    "Finding what one needs, online and in files",
  ),
  "digcomp:1.2": both("Prüfen, ob man einer Quelle trauen kann", "Checking whether a source can be trusted"),
  "digcomp:1.3": both(
    "Dateien so ablegen, dass alle sie wiederfinden",
    "Filing so that everybody finds it again",
  ),
  "digcomp:2.1": both("Sich digital verständigen", "Communicating digitally"),
  "digcomp:2.2": both("Wissen digital teilen", "Sharing knowledge digitally"),
  "digcomp:2.3": both("Sich online einbringen und mitwirken", "Taking part online as a citizen"),
  "digcomp:2.4": both("Digital zusammenarbeiten", "Working together digitally"),
  "digcomp:2.5": both("Im Netz höflich und fair miteinander umgehen", "Being polite and fair online"),
  "digcomp:2.6": both(
    "Eigene Konten und den eigenen Auftritt im Griff haben",
    "Looking after one’s accounts and how one appears",
  ),
  "digcomp:3.1": both(
    "Texte, Tabellen und Bilder selbst erstellen",
    "Making texts, tables and pictures oneself",
  ),
  "digcomp:3.2": both("Vorhandenes übernehmen und verbessern", "Taking up and improving what is there"),
  "digcomp:3.3": both("Wissen, was man von anderen verwenden darf", "Knowing what of others one may use"),
  "digcomp:3.4": both("Abläufe vom Rechner erledigen lassen", "Having the computer do routine work"),
  "digcomp:4.1": both("Geräte und Zugänge sicher halten", "Keeping devices and accounts safe"),
  "digcomp:4.2": both(
    "Daten von Bürgerinnen, Bürgern und sich selbst schützen",
    "Protecting the data of citizens and one’s own",
  ),
  "digcomp:4.3": both("Am Bildschirm gesund bleiben", "Staying healthy at the screen"),
  "digcomp:4.4": both("Strom und Material sparen", "Saving power and material"),
  "digcomp:5.1": both("Sich helfen, wenn die Technik streikt", "Coping when something does not work"),
  "digcomp:5.2": both(
    "Erkennen, was fehlt, und das passende Werkzeug wählen",
    "Seeing what is missing and choosing the tool for it",
  ),
  "digcomp:5.3": both("Mit digitalen Mitteln Neues ausprobieren", "Trying new things with digital means"),
  "digcomp:5.4": both("Wissen, was man noch lernen möchte", "Knowing what one still wants to learn"),
}

/** Null for a competence whose own name is plain, such as those of the programme. */
export const plainNameOf = (key: string): Bilingual | null => PLAIN_NAMES[key.replace(/@[^:]+/, "")] ?? null
