import { impulse } from "./impulse.ts"
import type { TemplateStep } from "./shape.ts"

/** Weeks 16 to 19: daily use, and what stays. */
export const impulses4: TemplateStep[] = [
  {
    ...impulse,
    title: "Antworten, die tragen",
    week: 16,
    features: ["open-questions"],
    contents: `Eine gute Antwort beginnt mit dem Ergebnis: **Ja, Nein oder „Es kommt darauf an, ob …“.** Danach die Begründung mit Fundstelle, dann die Grenzen: Wofür gilt das nicht? Zum Schluss der Rechtsstand.

Kurze Sätze sind kein Mangel an Fachlichkeit. Wer eine Antwort in drei Sätzen geben kann, hat sie verstanden. Und wer etwas nicht sicher weiß, sagt genau das: „Ich vermute …, die Fachabteilung sollte es bestätigen.“`,
    tasks: `Suchen Sie eine Antwort, die Sie vor Längerem gegeben haben, oder eine aus dem Forum. Schreiben Sie sie nach dem Muster Ergebnis, Begründung, Grenzen, Rechtsstand neu. Wie viele Wörter haben Sie gespart?`,
    questions: [
      { label: "Die neue Antwort", kind: "text", options: [] },
      { label: "Was ist dabei klarer geworden?", kind: "line", options: [] },
    ],
  },
  {
    ...impulse,
    title: "Neue Gewohnheiten",
    week: 17,
    features: ["open-questions"],
    minutes: 15,
    contents: `Eine neue Gewohnheit braucht keinen Willen, sondern einen **Anlass**, der ohnehin da ist: „Wenn ich den ersten Kaffee hole, sehe ich die offenen Fragen an.“ „Wenn mich jemand zum zweiten Mal dasselbe fragt, trage ich es ein.“

Rückfälle gehören dazu. Wer eine Woche aussetzt, fängt einfach wieder an, ohne etwas nachzuholen. Und: Eine Gewohnheit, die allen nützt, darf nicht an einer einzigen Person hängen.`,
    tasks: `Formulieren Sie einen Satz nach dem Muster „Wenn …, dann …“ und probieren Sie ihn drei Tage lang aus. Fragen Sie eine Kollegin oder einen Kollegen nach ihrem oder seinem Satz.`,
    questions: [
      { label: "Wenn …, dann …", kind: "line", options: [] },
      { label: "Was hat geholfen, was kam dazwischen?", kind: "text", options: [] },
    ],
  },
  {
    ...impulse,
    title: "Was ich für ähnliche Vorhaben mitnehme",
    week: 18,
    contents: `Das nächste Vorhaben kommt bestimmt: ein neues Fachverfahren, eine Umorganisation, ein weiteres Team. Was Sie in diesem Halbjahr erfahren haben, ist dafür mehr wert als jeder Leitfaden, wenn Sie es **jetzt** festhalten, solange es frisch ist.

Unterscheiden Sie: Was lag an diesem Thema und an diesen Menschen? Und was würde überall gelten?`,
    tasks: `Stellen Sie sich vor, eine Kollegin aus einem anderen Amt ruft an und beginnt nächste Woche mit dem Gleichen. Was sagen Sie ihr in fünf Minuten? Drei Dinge, die sie tun sollte, und eines, das sie lassen sollte.`,
    questions: [
      { label: "Drei Dinge, die ich empfehle", kind: "text", options: [] },
      { label: "Eines, das ich lassen würde", kind: "line", options: [] },
      { label: "Was davon würde überall gelten?", kind: "text", options: [] },
    ],
  },
  {
    ...impulse,
    title: "Drei Situationen, in denen ich gewachsen bin",
    week: 19,
    contents: `Kompetenz zeigt sich nicht in Kursen, sondern in Situationen: Etwas war neu oder schwierig, und Sie haben gehandelt. Oft wirkt es im Nachhinein klein. Die Frage ist nicht „War das etwas Besonderes?“, sondern „Hätte ich das vor einem halben Jahr auch so getan?“

Blättern Sie durch Ihr Lernprojekt, Ihr Lerntagebuch und Ihre Lernimpulse. Suchen Sie drei verschiedene Situationen: eine mit **Technik**, eine mit **Menschen**, eine mit einer **Entscheidung**.`,
    tasks: `Schreiben Sie zu jeder Situation drei Stichworte: Was habe ich getan? Was war neu? Woran zeigt es sich? Das ist der Anfang Ihrer Vorbereitung auf die Kompetenzbilanzierung.`,
    questions: [
      { label: "Situation mit Technik", kind: "text", options: [] },
      { label: "Situation mit Menschen", kind: "text", options: [] },
      { label: "Situation mit einer Entscheidung", kind: "text", options: [] },
    ],
  },
]
