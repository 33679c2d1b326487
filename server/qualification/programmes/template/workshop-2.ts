import type { TemplateStep } from "./shape.ts"

export const workshop2: TemplateStep = {
  kind: "workshop",
  title: "Workshop 2: Arbeitsablauf und digitale Medien zusammen denken",
  week: 5,
  weeks: 0,
  minutes: 240,
  contents: `**Ziel:** Die Gruppe kennt die Formen digitaler Kommunikation und ihre Stärken. Für mindestens einen Arbeitsablauf steht fest, welcher Teil ins Forum gehört und welcher nicht.

## Ergebnisse der Praxisphase

Jedes Projekt hat vier Minuten: Was habe ich getan? Was kam heraus? Was hat mich überrascht? Die anderen fragen nach, bewerten aber nicht. Offene Punkte aus dem Themenspeicher werden übernommen oder gestrichen.

## Kurzvortrag: Formen digitaler Kommunikation

Ordnen Sie die Formen nach zwei Fragen: Müssen alle zur selben Zeit da sein? Bleibt das Ergebnis auffindbar?

- **Gespräch, Telefon, Videokonferenz:** schnell und persönlich; danach weiß es nur, wer dabei war.
- **Chat:** gut für Absprachen in der nächsten Stunde; nach einer Woche findet niemand mehr etwas.
- **E-Mail:** gut für Einzelfälle und Vertrauliches; jede Antwort erreicht genau die Angeschriebenen.
- **Forum:** eine Frage, eine geprüfte Antwort, viele Leserinnen und Leser; braucht Pflege und einen Rechtsstand.
- **Gemeinsames Dokument:** gut für Texte, an denen mehrere schreiben; zeigt nicht, warum etwas so entschieden wurde.

Zum Nachdenken: Welche Antwort haben Sie in diesem Jahr dreimal gegeben?

## Arbeitsablauf und digitale Medien

Nehmen Sie die Abläufe aus Workshop 1. Zeichnen Sie denselben Ablauf so, wie er in einem Jahr sein soll. Für jede Frage, die darin gestellt wird: Wer darf die Antwort lesen? Wer ist zuständig? Wie lange gilt sie? Fragen mit Angaben zu einzelnen Personen bleiben draußen oder werden so gefasst, dass niemand zu erkennen ist.

## Nächste Schritte

Jedes Lernprojekt bekommt Meilensteine bis Workshop 3. Faustregel: Der nächste Schritt dauert höchstens eine Stunde und beginnt innerhalb von drei Tagen.

## Abstimmung mit der Führungskraft

Kurz und immer gleich: Was ist erreicht? Was kommt als Nächstes? Was brauche ich?`,
  guidance: `- **Ergebnisse:** Vier Minuten je Projekt; lassen Sie nachfragen, aber nicht bewerten. Gehen Sie danach den Themenspeicher durch: übernehmen oder streichen.
- **Kurzvortrag:** Legen Sie die Karten mit den Anliegen gemeinsam auf das Plakat mit den zwei Achsen.
- **Abstimmung:** Stellen Sie immer dieselben drei Fragen, in derselben Reihenfolge.`,
  materials: `- Bögen „Arbeitsablauf“ aus Workshop 1, dazu leere in A3
- Plakat mit zwei Achsen: „gleichzeitig – zeitversetzt“ und „flüchtig – auffindbar“
- Karten mit zwölf typischen Anliegen, z. B. „Wer vertritt mich morgen?“, „Gilt die neue Einkommensgrenze schon?“, „So haben wir die Wartezeit halbiert“
- Zugang zu einer Probeinstallation des Forums für alle
- Lernprojekte gedruckt, je eine Seite`,
  tasks: `- Das Forum gemeinsam für die eigene Abteilung einrichten: Kategorien, zuständige Abteilung, Schreibhilfen (zu zweit)
- Fünf echte Fachfragen mit Antwort eintragen, ohne Angaben zu Personen
- Meilensteine im Lernprojekt ergänzen und der Führungskraft zur Abstimmung vorlegen`,
  agenda: [
    { title: "Ankommen und offene Punkte", minutes: 15, isBreak: false },
    { title: "Ergebnisse der Praxisphase", minutes: 40, isBreak: false },
    { title: "Kurzvortrag: Formen digitaler Kommunikation", minutes: 30, isBreak: false },
    { title: "Pause", minutes: 15, isBreak: true },
    { title: "Arbeitsablauf und digitale Medien zusammen denken", minutes: 50, isBreak: false },
    { title: "Lernprojekte weiterplanen", minutes: 35, isBreak: false },
    { title: "Pause", minutes: 10, isBreak: true },
    { title: "Abstimmung mit den Führungskräften", minutes: 30, isBreak: false, withManagers: true },
    { title: "Aufgaben, nächster Termin, Abschlussrunde", minutes: 15, isBreak: false },
  ],
  questions: [],
  features: ["project", "agreement"],
  voluntary: false,
}
