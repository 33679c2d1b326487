import type { TemplateStep } from "./shape.ts"

export const workshop4: TemplateStep = {
  kind: "workshop",
  title: "Workshop 4: Einwände, Datenschutz, Einführung",
  week: 15,
  weeks: 0,
  minutes: 240,
  contents: `**Ziel:** Aus Einwänden sind beschlossene Maßnahmen geworden, die Fragen des Datenschutzes sind geklärt oder haben eine zuständige Person und ein Datum, und der Plan der Einführung steht.

## Einwände und gute Fragen auswerten

Grundlage sind die Karten der Infoveranstaltung. Jede Karte bekommt eines von vier Zeichen: *ändern wir*, *erklären wir besser*, *klärt jemand anderes*, *bleibt so, mit Begründung*. Was geändert wird, wird als Maßnahme mit Person und Datum beschlossen. Wer den Einwand gebracht hat, bekommt eine Antwort.

## Kurzvortrag: Motivation und Akzeptanz

Menschen nutzen Neues, wenn drei Dinge zusammenkommen: Sie sehen, **wozu** es ihnen nützt, sie **können** damit umgehen, und sie erleben, dass **andere es auch tun**. Prüfen Sie für Ihre Abteilung: Welches der drei fehlt am meisten? Druck ersetzt keines davon.

## Datenschutz

Die Gruppe geht die Prüfliste Punkt für Punkt durch. Material ist das Verzeichnis der gespeicherten Daten, das die Software selbst erstellt. Ergebnis: eine bestätigte Seite mit Antworten, offenen Fragen, Beschlüssen und wer was bis wann tut. Üben Sie an zwei Beiträgen: Was muss weg, damit niemand zu erkennen ist?

## Die Einführung planen

Zielgruppe, Tag, Botschaft, Absender: Wer sagt was zu wem? Planen Sie auch die Wochen danach: Wer sieht täglich nach, ob Fragen liegen bleiben? Wer hilft am Platz?

## Lernprojekte in die endgültige Form bringen

Jedes Projekt prüft: Was ist fertig? Was lassen wir weg? Woran sehen wir am Ende, dass es sich gelohnt hat?`,
  guidance: `- **Einwände:** Sortieren Sie die Karten vorher nach Themen. Achten Sie darauf, dass jede beschlossene Maßnahme Person und Datum hat.
- **Datenschutz:** Laden Sie die Datenschutzbeauftragte oder den Datenschutzbeauftragten ein, mindestens für eine halbe Stunde.
- **Einführung:** Fragen Sie nach den Wochen danach; für den ersten Tag plant jede Gruppe von selbst.`,
  materials: `- Karten der Infoveranstaltung, nach Themen vorsortiert
- Verzeichnis der gespeicherten Daten, gedruckt; Prüfliste Datenschutz
- Zwei erfundene Beiträge mit zu vielen Angaben zu Personen, zum Üben
- Vorlage „Plan der Einführung“
- Nutzungsregeln im Stand nach den Rückmeldungen`,
  tasks: `- Beschlossene Maßnahmen umsetzen und im System als erledigt eintragen
- Offene Fragen des Datenschutzes mit den zuständigen Stellen klären
- Ankündigung zum Start mit der Führungskraft abstimmen und veröffentlichen
- Lernprojekt abschließen: Ergebnis, Erkenntnisse, was bleibt`,
  agenda: [
    { title: "Ankommen und offene Punkte", minutes: 10, isBreak: false },
    { title: "Einwände und gute Fragen auswerten", minutes: 50, isBreak: false },
    { title: "Kurzvortrag: Motivation und Akzeptanz", minutes: 25, isBreak: false },
    { title: "Pause", minutes: 15, isBreak: true },
    { title: "Datenschutz durcharbeiten", minutes: 60, isBreak: false },
    { title: "Die Einführung planen", minutes: 25, isBreak: false },
    { title: "Pause", minutes: 10, isBreak: true },
    { title: "Lernprojekte in die endgültige Form bringen", minutes: 30, isBreak: false },
    { title: "Aufgaben, nächster Termin, Abschlussrunde", minutes: 15, isBreak: false },
  ],
  questions: [],
  features: ["project", "data-protection", "rollout"],
  voluntary: false,
}
