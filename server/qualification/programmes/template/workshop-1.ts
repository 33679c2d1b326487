import type { TemplateStep } from "./shape.ts"

export const workshop1: TemplateStep = {
  kind: "workshop",
  title: "Workshop 1: Ankommen, Arbeitsabläufe, Lernprojekt",
  week: 0,
  weeks: 0,
  minutes: 240,
  contents: `**Ziel:** Am Ende kennt jede und jeder den Auftrag der Lerngruppe, hat ein Lernprojekt mit einem ersten Schritt und weiß, wie das Halbjahr verläuft.

## Ankommen und Auftrag

Die Führungskraft, von der der Auftrag kommt, sagt in fünf Minuten selbst, was sich ändern soll und warum. Danach stellen sich alle mit drei Sätzen vor: Was mache ich? Was frage ich andere am häufigsten? Was werde ich am häufigsten gefragt?

## Ziele und Weg der Qualifizierung

Das Halbjahr auf einem Blatt: fünf Workshops, vier Praxisphasen, vier Lerngruppentreffen, Kompetenzbilanzierung, Zertifikat. Besprochen wird, was verbindlich ist und was freiwillig, wer was sieht und wann die Daten der Lerngruppe gelöscht werden.

## Eigene Erfahrungen mit digitalen Medien

Jede und jeder füllt den Bogen zu den eigenen Erfahrungen aus, auf Papier oder am Bildschirm, auf Wunsch ohne Namen. Auswertung in der Gruppe: Wo sind wir uns einig? Was überrascht uns? Es geht nicht darum, wer mehr kann.

## Arbeitsabläufe unter der Lupe

Zu zweit: Wählen Sie einen Ablauf, in dem heute viel gefragt wird. Halten Sie die Schritte fest, zu jedem das Medium (E-Mail, Telefon, Papier, Fachverfahren), und markieren Sie rot, was hakt. Zum Schluss ein Satz: Was könnte ein Forum daran ändern, und was nicht?

## Lernprojekt

Aus den roten Stellen entstehen Lernprojekte. Ein gutes Lernprojekt ist in einem halben Jahr zu schaffen, liegt in der eigenen Hand und nützt mehr als einer Person. Wer gemeinsam arbeiten möchte, teilt sich ein Projekt.

## Abstimmung mit der Führungskraft

Die Führungskräfte kommen nach der zweiten Pause dazu. Jedes Projekt wird in zwei Minuten vorgestellt: Ziel, erster Schritt, was ich von Ihnen brauche. Die Führungskraft stimmt zu, merkt etwas an oder bittet um ein Gespräch.`,
  guidance: `- **Auftrag:** Bitten Sie die Führungskraft vorher um ihre fünf Minuten, in eigenen Worten.
- **Weg der Qualifizierung:** Zeigen Sie das Halbjahr auf dem Blatt. Gab es schon eine Lerngruppe, lesen Sie deren Erkenntnisse vor.
- **Erfahrungen:** Fragen Sie bei der Auswertung, wo sich alle einig sind und was überrascht; vergleichen Sie niemanden.
- **Abstimmung:** Halten Sie die zwei Minuten je Projekt ein, damit jede und jeder an die Reihe kommt.`,
  materials: `- Plan des Halbjahrs auf einer Seite, für alle gedruckt
- Bogen „Erfahrungen mit digitalen Medien“, gedruckt
- Bogen „Arbeitsablauf“ in A3, zwei für jedes Paar; rote Klebepunkte
- Pinnwand für den Themenspeicher, Karten, dicke Stifte
- Bogen „Lernprojekt“: Ziel, Anlass, Beteiligte, Meilensteine, Risiken
- Zwei beispielhafte Lernprojekte zum Vorlesen, etwa „Die zehn häufigsten Fachfragen zum Wohngeld stehen mit Antwort im Forum“`,
  tasks: `- Lernprojekt im System eintragen oder die Angaben vom Papier übertragen (eine Viertelstunde, bis Ende der Woche)
- Lernprojekt der Führungskraft zur Abstimmung vorlegen
- Eine Woche lang mitzählen, nur für sich: Welche Fachfragen kommen per E-Mail oder Telefon mehr als einmal?
- Erste Selbsteinschätzung ausfüllen; sie ist nur für Sie selbst`,
  agenda: [
    { title: "Ankommen, Auftrag und Vorstellungsrunde", minutes: 25, isBreak: false },
    { title: "Ziele und Weg der Qualifizierung", minutes: 25, isBreak: false },
    { title: "Eigene Erfahrungen mit digitalen Medien", minutes: 35, isBreak: false },
    { title: "Pause", minutes: 15, isBreak: true },
    { title: "Arbeitsabläufe unter der Lupe", minutes: 55, isBreak: false },
    { title: "Lernprojekte finden", minutes: 30, isBreak: false },
    { title: "Pause", minutes: 10, isBreak: true },
    { title: "Abstimmung mit den Führungskräften", minutes: 30, isBreak: false, withManagers: true },
    { title: "Aufgaben, nächster Termin, Abschlussrunde", minutes: 15, isBreak: false },
  ],
  questions: [],
  features: ["experience", "processes", "project", "agreement", "self-rating"],
  voluntary: false,
}
