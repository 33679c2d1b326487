/**
 * How accessibility is checked with each change, as the accessibility statement says it, and by which test: one that is
 * red stops the release, so what stands here was found without a fault.
 */
export const accessibilityChecks: { de: string; en: string; test: string }[] = [
  {
    de: "alle Seiten automatisch mit axe-core (WCAG 2.0 bis 2.2, Stufen A und AA), am Rechner und am Telefon, hell und dunkel",
    en: "all pages automatically with axe-core (WCAG 2.0 to 2.2, levels A and AA), on a computer and a phone, light and dark",
    test: "tests/browser/pages.test.ts",
  },
  {
    de: "die wichtigsten Abläufe nur mit der Tastatur",
    en: "the main tasks with the keyboard alone",
    test: "tests/browser/journey.test.ts",
  },
  {
    de: "alle Formulare ohne JavaScript",
    en: "all forms without JavaScript",
    test: "tests/web/compose.test.ts",
  },
  {
    de: "Darstellung bei 320 Pixeln Breite, ohne dass quer gescrollt werden muss",
    en: "display at a width of 320 pixels without scrolling sideways",
    test: "tests/browser/pages.test.ts",
  },
  {
    de: "alle Seiten bei 200 Prozent Text, 400 Prozent Zoom und mit weiteren Abständen im Text",
    en: "all pages with text at 200 percent, zoom at 400 percent and wider text spacing",
    test: "tests/browser/pages.test.ts",
  },
  {
    de: "alle Seiten mit den Kontrastfarben des Systems, mit mehr Kontrast und ohne Bewegung",
    en: "all pages with the contrast colours of the system, with more contrast and without motion",
    test: "tests/browser/pages.test.ts",
  },
  {
    de: "alle Seiten auf fehlerfreies HTML mit dem Nu HTML Checker",
    en: "all pages for HTML without errors with the Nu HTML Checker",
    test: "tests/browser/pages.test.ts",
  },
  {
    de: "erzeugte PDF-Dokumente mit Struktur, Sprache und Lesereihenfolge nach PDF/UA-1",
    en: "generated PDF documents with structure, language and reading order as PDF/UA-1 has them",
    test: "tests/kernel/pdf.test.ts",
  },
]
