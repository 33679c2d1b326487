import type { TemplateStep } from "./shape.ts"

export const assessment: TemplateStep = {
  kind: "assessment",
  title: "Kompetenzbilanzierung in der Runde zu dritt",
  week: 22,
  weeks: 0,
  minutes: 90,
  contents: `Zwei Lernende und die Lernbegleitung kommen zusammen. Nacheinander geht es um jede der beiden Personen, je 40 Minuten; zehn Minuten bleiben für den Abschluss. Bei einer ungeraden Zahl hilft jemand in einer zweiten Runde mit.

**So verlaufen 40 Minuten:** Die lernende Person erzählt ihre drei Situationen: Was habe ich getan? Was war neu für mich? Woran zeigt es sich? Die zweite Person fragt nach und ergänzt, was sie gesehen hat; sie schätzt niemanden ein. Danach schätzen die lernende Person und die Lernbegleitung die vier bis acht Kompetenzen getrennt ein. Gesprochen wird darüber, wo beide voneinander abweichen. Vereinbart werden Stufe, Begründung und Nachweis. Zum Schluss entstehen die Sätze für das Zertifikat; die lernende Person hat das letzte Wort.

**Haltung:** Es geht um das, was gelungen ist und was es zeigt. Niemand wird geprüft. Wer noch nachdenken möchte, bestätigt später.

Nichts davon ist außerhalb der Runde sichtbar. Die Notizen werden an dem Tag gelöscht, der auf der Seite steht.`,
  guidance:
    "Sagen Sie zu Beginn, wie die 40 Minuten verlaufen, und achten Sie auf die Zeit. Lassen Sie zuerst die lernende Person sprechen; Ihre eigene Einschätzung nennen Sie erst, wenn beide eingetragen sind.",
  materials: `- Freigegebene Vorbereitung der beiden Lernenden: Situationen, Selbsteinschätzung, Nachweise
- Die Stufen der Kompetenzen in Worten, für alle auf Papier
- Ein ruhiger Raum ohne Durchgang; Wasser`,
  tasks: `- **Vorher:** drei Situationen beschreiben, Nachweise auswählen, Vorbereitung für die Runde freigeben (etwa eine Stunde)
- **Nachher:** den Text für das Zertifikat lesen, ändern, bestätigen`,
  agenda: [
    { title: "Erste Person: erzählen, einschätzen, vereinbaren", minutes: 40, isBreak: false },
    { title: "Zweite Person: erzählen, einschätzen, vereinbaren", minutes: 40, isBreak: false },
    { title: "Abschluss und wie es weitergeht", minutes: 10, isBreak: false },
  ],
  questions: [],
  features: [],
  voluntary: false,
}

export const certificate: TemplateStep = {
  kind: "certificate",
  title: "Zertifikat",
  week: 23,
  weeks: 0,
  minutes: 0,
  contents: `Jede und jeder Lernende erhält ein eigenes Zertifikat mit den Sätzen aus der Kompetenzbilanzierung. Die Lernbegleitung stellt es aus, sobald nichts mehr offen ist.`,
  guidance:
    "Ein gemeinsamer Anlass tut gut, auch wenn er kurz ist: Die Führungskraft überreicht die Zertifikate und sagt zu jeder Person einen Satz, den sie vorher mit Ihnen abgesprochen hat.",
  materials: "- Die ausgedruckten Zertifikate, eine Mappe für jede Person",
  tasks: "- Das Zertifikat aufbewahren; entscheiden, wer es sehen darf",
  agenda: [],
  questions: [],
  features: [],
  voluntary: false,
}
