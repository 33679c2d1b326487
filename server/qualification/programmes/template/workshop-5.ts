import type { TemplateStep } from "./shape.ts"

export const workshop5: TemplateStep = {
  kind: "workshop",
  title: "Workshop 5: Rückblick und Abschluss",
  week: 20,
  weeks: 0,
  minutes: 240,
  contents: `**Ziel:** Die Gruppe hat auf das Halbjahr zurückgeblickt, ihre Erkenntnisse festgehalten, die Ergebnisse in feste Hände gegeben und die gemeinsame Arbeit abgeschlossen.

## Kurzvortrag: Die Dynamik von Veränderungen

Nach dem Start kommt fast immer ein Tal: Die erste Neugier ist vorbei, die neue Gewohnheit noch nicht da. Das ist kein Scheitern. Hilfreich sind kurze Wege zu Hilfe, sichtbare Antworten und Geduld. Schädlich sind zwei Wege nebeneinander: Wer auf dieselbe Frage per E-Mail schneller eine Antwort bekommt, bleibt bei der E-Mail. Die Gruppe zeichnet die Kurve ihres Halbjahrs: Wo standen wir wann?

## Rückblick: Höhepunkte und Schwierigkeiten

Allein, fünf Minuten: je drei Karten „Höhepunkt“ und „Schwierigkeit“. Danach legen alle ihre Karten aus, lesen still, ordnen gemeinsam und vergeben je drei Punkte. Besprochen wird, was die meisten Punkte hat, und immer das Gelungene zuerst.

## Was wir gelernt haben

Zu den wichtigsten Karten zwei Sätze: „Wir haben gelernt, dass …“ und „Beim nächsten Mal würden wir …“. Die Gruppe entscheidet, welche dieser Sätze die nächste Lerngruppe lesen darf.

## Ergebnisse sichern

Für alles, was bleiben soll, gilt: Es hat einen Ort, eine verantwortliche Person, eine Vertretung und einen Tag, an dem jemand nachsieht. Gehen Sie die Liste durch: Kategorien und Schreibhilfen, Nutzungsregeln, Wiedervorlagen, Hilfe für Neue, Plan der Einführung.

## Ausblick auf die Kompetenzbilanzierung

Die Runde zu dritt: Was bereite ich vor? Wer sieht was? Wann werden die Notizen gelöscht? Die Runden und Termine werden festgelegt. Die zweite Selbsteinschätzung findet in Ruhe nach dem Workshop statt.

## Abschluss

Eine Runde, ein Satz an die Person rechts: „Von dir habe ich …“. Die Führungskraft dankt und sagt, was sie in drei Monaten sehen möchte.`,
  guidance: `- **Kurzvortrag:** Zeichnen Sie die Achsen der Kurve vorher an; die Gruppe zeichnet die Kurve.
- **Rückblick:** Beginnen Sie immer mit dem Gelungenen.
- **Ausblick:** Erklären Sie die Runde zu dritt, und legen Sie Runden und Termine fest, bevor jemand geht.
- **Abschluss:** Bitten Sie die Führungskraft vorher um einen Dank und um einen Satz, was sie in drei Monaten sehen möchte.`,
  materials: `- Zeitleiste des Halbjahrs an der Wand, mit Fotos der Plakate aus den Workshops
- Karten in zwei Farben, Klebepunkte
- Vorlage „Was bleibt“: Ort, Person, Vertretung, Tag
- Blatt „So bereite ich meine Kompetenzbilanzierung vor“
- Rückmeldung an die Führungskraft aus dem vierten Lerngruppentreffen`,
  tasks: `- Zweite Selbsteinschätzung ausfüllen
- Vorbereitung der Kompetenzbilanzierung: drei Situationen, Nachweise, Freigabe für die eigene Runde
- Eine Person in der eigenen Abteilung ansprechen, die das Forum noch nicht nutzt`,
  agenda: [
    { title: "Ankommen", minutes: 10, isBreak: false },
    { title: "Kurzvortrag: Die Dynamik von Veränderungen", minutes: 30, isBreak: false },
    { title: "Rückblick: Höhepunkte und Schwierigkeiten", minutes: 45, isBreak: false },
    { title: "Pause", minutes: 15, isBreak: true },
    { title: "Was wir gelernt haben, was wir anders machen würden", minutes: 45, isBreak: false },
    { title: "Ergebnisse sichern", minutes: 40, isBreak: false },
    { title: "Pause", minutes: 10, isBreak: true },
    { title: "Ausblick auf die Kompetenzbilanzierung", minutes: 20, isBreak: false },
    { title: "Abschluss der gemeinsamen Arbeit", minutes: 25, isBreak: false },
  ],
  questions: [],
  features: ["project", "retrospective", "self-rating"],
  voluntary: false,
}
