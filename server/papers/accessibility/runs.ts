import type { Bilingual, Locale } from "../../kernel/actor.ts"

type Run = {
  /** In a table. */
  label: Bilingual
  /** As the accessibility statement says it. */
  words: Bilingual
  /** Where it is run, and what stands there for it. */
  file: string
  says: string
}

/**
 * How accessibility is checked with each change: whatever is red stops the release, so what is said to be checked here
 * was found without a fault. A test looks whether each of them exists.
 */
export const ACCESSIBILITY_RUNS = {
  axe: {
    label: { de: "axe-core", en: "axe-core" },
    words: {
      de: "alle Seiten automatisch mit axe-core (WCAG 2.0 bis 2.2, Stufen A und AA), am Rechner und am Telefon, hell und dunkel",
      en: "all pages automatically with axe-core (WCAG 2.0 to 2.2, levels A and AA), on a computer and a phone, light and dark",
    },
    file: "tests/browser/pages.test.ts",
    says: "has no barrier in any width or colour, and fits a small screen, as %s",
  },
  keyboard: {
    label: { de: "nur Tastatur", en: "keyboard alone" },
    words: {
      de: "die wichtigsten Abläufe nur mit der Tastatur",
      en: "the main tasks with the keyboard alone",
    },
    file: "tests/browser/journey.test.ts",
    says: "goes from question to mark with the keyboard alone",
  },
  focus: {
    label: { de: "Tastaturfokus", en: "keyboard focus" },
    words: {
      de: "jede Art von Bedienelement: Wo die Tastatur steht, zeigt ein Rahmen mit ausreichendem Kontrast",
      en: "every kind of control: a line with enough contrast shows where the keyboard is",
    },
    file: "tests/browser/looks/focus.ts",
    says: "findUnseenFocus",
  },
  "no-script": {
    label: { de: "ohne JavaScript", en: "without JavaScript" },
    words: { de: "alle Formulare ohne JavaScript", en: "all forms without JavaScript" },
    file: "tests/browser/journey.test.ts",
    says: "goes from question to mark without JavaScript, on a phone, and loses nothing on a mistake",
  },
  small: {
    label: { de: "320 Pixel", en: "320 pixels" },
    words: {
      de: "Darstellung bei 320 Pixeln Breite, ohne dass quer gescrollt werden muss",
      en: "display at a width of 320 pixels without scrolling sideways",
    },
    file: "tests/browser/faults.ts",
    says: "VIEWPORTS.smallest",
  },
  text: {
    label: { de: "Text 200 %", en: "text 200 %" },
    words: { de: "alle Seiten bei 200 Prozent Text", en: "all pages with text at 200 percent" },
    file: "tests/browser/looks.ts",
    says: 'shape("200 % text")',
  },
  zoom: {
    label: { de: "Zoom 400 %", en: "zoom 400 %" },
    words: { de: "alle Seiten bei 400 Prozent Zoom", en: "all pages with zoom at 400 percent" },
    file: "tests/browser/looks.ts",
    says: 'shape("400 % zoom")',
  },
  spacing: {
    label: { de: "Textabstände", en: "text spacing" },
    words: {
      de: "alle Seiten mit weiteren Abständen im Text",
      en: "all pages with wider text spacing",
    },
    file: "tests/browser/looks.ts",
    says: 'shape("text spacing")',
  },
  forced: {
    label: { de: "Kontrastfarben", en: "forced colours" },
    words: {
      de: "alle Seiten mit den Kontrastfarben des Systems, auch ob jeder Zustand ohne Farbe zu erkennen ist",
      en: "all pages with the contrast colours of the system, also whether each state is seen without colour",
    },
    file: "tests/browser/looks.ts",
    says: 'forcedColors: "active"',
  },
  contrast: {
    label: { de: "mehr Kontrast", en: "more contrast" },
    words: { de: "alle Seiten mit mehr Kontrast", en: "all pages with more contrast" },
    file: "tests/browser/looks.ts",
    says: 'contrast: "more"',
  },
  motion: {
    label: { de: "ohne Bewegung", en: "reduced motion" },
    words: { de: "alle Seiten ohne Bewegung", en: "all pages without motion" },
    file: "tests/browser/looks.ts",
    says: "looks.findMotion()",
  },
  tree: {
    label: { de: "Screenreader-Sicht", en: "screen reader's view" },
    words: {
      de: "die zehn wichtigsten Seiten so, wie ein Screenreader sie vorfindet",
      en: "the ten main pages as a screen reader finds them",
    },
    file: "tests/browser/reading.test.ts",
    says: "is read as it was agreed",
  },
  html: {
    label: { de: "Nu HTML Checker", en: "Nu HTML Checker" },
    words: {
      de: "alle Seiten auf fehlerfreies HTML mit dem Nu HTML Checker",
      en: "all pages for HTML without errors with the Nu HTML Checker",
    },
    file: "tests/browser/pages.test.ts",
    says: "is HTML without a fault",
  },
  ways: {
    label: { de: "Wege zu jeder Seite", en: "ways to every page" },
    words: {
      de: "dass jede Seite über Verweise zu erreichen ist",
      en: "that every page is reached by following links",
    },
    file: "tests/browser/pages.test.ts",
    says: "are all pages that the application has, but these",
  },
  language: {
    label: { de: "Sprache", en: "language" },
    words: {
      de: "dass jede Seite ihre Sprache nennt, auf Deutsch und auf Englisch",
      en: "that each page names its language, in German and in English",
    },
    file: "tests/browser/pages.test.ts",
    says: "is there in English too, without a German word left in its frame",
  },
  errors: {
    label: { de: "Fehler in Formularen", en: "faults of forms" },
    words: {
      de: "dass Formulare jeden Fehler beim Namen nennen und alles Eingegebene zurückgeben",
      en: "that forms name each fault and give back all that was typed",
    },
    file: "tests/web/compose.test.ts",
    says: "names what is missing and gives everything back as it was typed",
  },
  undo: {
    label: { de: "Nachfragen", en: "asked first" },
    words: {
      de: "dass nachgefragt wird, bevor etwas zurückgezogen wird",
      en: "that people are asked before something is withdrawn",
    },
    file: "tests/browser/elements.test.ts",
    says: "ask before something is withdrawn, with the focus back where it came from",
  },
  status: {
    label: { de: "Meldungen", en: "status messages" },
    words: {
      de: "dass Neues angesagt wird, ohne die Stelle zu verlassen, an der jemand liest oder schreibt",
      en: "that news is announced without leaving the place where somebody reads or writes",
    },
    file: "tests/browser/elements.test.ts",
    says: "show the present state at once, and announce that the department asked back, without touching what is typed",
  },
  pdf: {
    label: { de: "PDF/UA", en: "PDF/UA" },
    words: {
      de: "erzeugte PDF-Dokumente mit Struktur, Sprache und Lesereihenfolge nach PDF/UA-1",
      en: "generated PDF documents with structure, language and reading order as PDF/UA-1 has them",
    },
    file: "tests/kernel/pdf.test.ts",
    says: "is read in its order, each thing as what it is; the foot of the page is not read",
  },
} satisfies Record<string, Run>

export type RunName = keyof typeof ACCESSIBILITY_RUNS
export const RUN_NAMES = Object.keys(ACCESSIBILITY_RUNS) as [RunName, ...RunName[]]

/** Without any run: somebody has looked. */
export const runLabels = (names: RunName[], locale: Locale): string =>
  names.map((name) => ACCESSIBILITY_RUNS[name].label[locale]).join(", ") || BY_LOOKING[locale]

const BY_LOOKING: Bilingual = { de: "Durchsicht", en: "review" }
