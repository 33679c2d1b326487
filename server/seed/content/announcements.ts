import type { SeedAnnouncement } from "./types.ts"

export const announcements: SeedAnnouncement[] = [
  {
    key: "start",
    author: "schoeller",
    title: "Das Fachforum startet: Fachfragen ab sofort hier",
    body: `Liebe Kolleginnen und Kollegen,

nach der Infoveranstaltung, den ersten Wochen in der Wohngeldstelle und vielen guten Hinweisen ist es so weit: **Ab sofort stellen wir im ganzen Amt unsere Fachfragen im Fachforum** und nicht mehr per E-Mail oder Telefon. So lesen alle mit, was jemand gefragt hat, und die Antwort der Fachabteilung bleibt auffindbar.

- Erst in der passenden Kategorie nachsehen, dann fragen.
- **Keine Angaben zu Personen**: keine Namen, keine Aktenzeichen.
- Wenn es eilt, nennen Sie ein Datum. In echten Notfällen gilt weiter das Telefon.

Niemand wird nach der Zahl der Fragen oder Antworten beurteilt. Alles Weitere steht in der [Hilfe](/hilfe). Danke an die Lerngruppe, die das Forum mit Ihnen aufgebaut hat!`,
    audience: "all",
    publishedDaysAgo: 6,
    showForDays: 24,
  },
  {
    key: "sprechstunde",
    author: "schoeller",
    title: "Kurze Einführung für alle, die noch unsicher sind",
    body: `Frau Müller und Herr Meier zeigen in **30 Minuten**, wie Sie eine Frage stellen, eine Antwort markieren und etwas für die Akte kopieren. Bringen Sie gern eine echte Frage mit, natürlich ohne Angaben zu Personen.

- **Wann:** in den nächsten beiden Wochen jeweils dienstags um 9 Uhr und donnerstags um 13 Uhr
- **Wo:** Besprechungsraum der Wohngeldstelle; eine Anmeldung ist nicht nötig

Wer lieber für sich liest: In der [Hilfe](/hilfe) steht dasselbe auf einer Seite.`,
    audience: ["wohngeld"],
    publishedDaysAgo: 4,
    showForDays: 12,
  },
  {
    key: "wartung",
    author: "brandt",
    title: "Wartung am Freitagabend: Forum kurz nicht erreichbar",
    body: `Am kommenden Freitag wird das Fachforum zwischen **18 und 20 Uhr** aktualisiert und ist in dieser Zeit nicht erreichbar. Bitte veröffentlichen oder sichern Sie angefangene Texte vorher. Das Fachverfahren ist davon nicht betroffen.

Fragen dazu beantwortet die Fachverfahrensbetreuung.`,
    audience: "all",
    publishedDaysAgo: 1,
    showForDays: 6,
  },
]
