import type { TemplateStep } from "./shape.ts"

export const workshop3: TemplateStep = {
  kind: "workshop",
  title: "Workshop 3: Nutzungsregeln, Kolleginnen und Kollegen gewinnen",
  week: 10,
  weeks: 0,
  minutes: 240,
  contents: `**Ziel:** Ein Entwurf der Nutzungsregeln liegt vor, die Infoveranstaltung ist in Umrissen geplant, und die ersten Schritte der Einführung sind verteilt.

## Erfahrungen teilen

Auf einer Linie am Boden, links „lief wie von selbst“, rechts „hat mich Nerven gekostet“, stellen sich alle zu ihrer Praxisphase auf und sagen einen Satz. Danach zu dritt: Welche Einstellung, welche Kategorie, welche Vorlage hat sich bewährt?

## Kurzvortrag: Sinnvoller Einsatz digitaler Medien

- Ein Forum lebt von **Antworten in kurzer Zeit**: lieber eine Zwischennachricht als eine Woche Stille.
- **Eine Frage je Beitrag**, ein Titel, den man in einem Jahr noch versteht.
- **Antworten der Fachabteilung** tragen den Rechtsstand; Antworten von Kolleginnen und Kollegen sind willkommen und als solche zu erkennen.
- Wer etwas **per E-Mail** gefragt wird, antwortet freundlich mit dem Link oder trägt Frage und Antwort selbst ein.
- Niemand muss am Abend oder im Urlaub lesen. Das Forum misst niemanden.

## Nutzungsregeln erarbeiten

Schritt 1, allein: drei Sätze, die mit „Bei uns …“ beginnen. Schritt 2, zu viert: Doppeltes zusammenlegen, höchstens zehn Regeln behalten. Schritt 3, alle: jede Regel an einem Fall prüfen: Hilft sie einer Kollegin, die neu ist? Versteht sie jemand, der nicht dabei war? Schritt 4: Wer pflegt die Regeln, und wann sehen wir sie wieder an? Was in die Dienstvereinbarung gehört, wird nicht hier entschieden.

## Die Kolleginnen und Kollegen gewinnen

Die Gruppe sammelt ohne Wertung: Was könnten Kolleginnen und Kollegen einwenden? Zu jedem Einwand: Was daran stimmt? Was können wir ändern? Wer sollte es sagen?

## Erste Schritte der Einführung

Wer erfährt wann was, und von wem? Der Termin der Infoveranstaltung wird festgelegt, und die Führungskraft sagt in der Abstimmung zu, sie zu eröffnen.`,
  guidance: `- **Erfahrungen:** Kleben Sie die Linie vor dem Workshop auf den Boden.
- **Nutzungsregeln:** Notieren Sie, was in die Dienstvereinbarung gehört, und nennen Sie, wer es weitergibt.
- **Einwände:** Sammeln Sie ohne Wertung; jeder Einwand kommt im Wortlaut an die Pinnwand.
- **Termin:** Legen Sie den Tag der Infoveranstaltung fest, und bitten Sie die Führungskraft, sie zu eröffnen.`,
  materials: `- Klebeband für die Linie auf dem Boden
- Karten und Stifte; Vorlage „Nutzungsregeln“ mit den Abschnitten Ziel, Regeln, Pflege
- Falls vorhanden: Dienstvereinbarung und Hausregeln zur E-Mail
- Pinnwand „Einwände und gute Fragen“
- Vorlage „Infoveranstaltung“: Ziel, Ablauf, wer macht was`,
  tasks: `- Entwurf der Nutzungsregeln eine Woche lang im eigenen Team zeigen und Rückmeldungen eintragen
- Infoveranstaltung vorbereiten: Raum, Einladung, Gastgeberinnen und Gastgeber
- Lernprojekt fortschreiben und der Führungskraft zur Abstimmung vorlegen`,
  agenda: [
    { title: "Ankommen und offene Punkte", minutes: 15, isBreak: false },
    { title: "Erfahrungen teilen", minutes: 35, isBreak: false },
    { title: "Kurzvortrag: Sinnvoller Einsatz digitaler Medien", minutes: 30, isBreak: false },
    { title: "Pause", minutes: 15, isBreak: true },
    { title: "Nutzungsregeln erarbeiten", minutes: 60, isBreak: false },
    { title: "Die Kolleginnen und Kollegen gewinnen", minutes: 25, isBreak: false },
    { title: "Pause", minutes: 10, isBreak: true },
    { title: "Erste Schritte der Einführung", minutes: 15, isBreak: false },
    { title: "Abstimmung mit den Führungskräften", minutes: 20, isBreak: false, withManagers: true },
    { title: "Aufgaben, nächster Termin, Abschlussrunde", minutes: 15, isBreak: false },
  ],
  questions: [],
  features: ["project", "rules", "agreement"],
  voluntary: false,
}
