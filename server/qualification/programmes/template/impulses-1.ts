import { impulse } from "./impulse.ts"
import type { TemplateStep } from "./shape.ts"

/** Weeks 1 to 4: looking at the own work. */
export const impulses1: TemplateStep[] = [
  {
    ...impulse,
    title: "Mein Arbeitstag in Medien",
    week: 1,
    minutes: 15,
    contents: `Wir greifen zu dem Medium, das wir gewohnt sind, selten zu dem, das passt. Das ist kein Fehler, sondern Gewohnheit. Bemerkt man sie, hat man die Wahl.

Denken Sie an gestern. Gehen Sie den Tag in Gedanken durch: Womit begann er? Wann haben Sie telefoniert, geschrieben, nachgesehen? Und woher kam die Antwort, wenn Sie etwas wissen mussten?`,
    tasks: `Notieren Sie drei Momente von gestern, in denen Sie etwas wissen wollten oder gefragt wurden. Überlegen Sie zu jedem: Hätte es noch jemandem genützt, diese Antwort zu lesen?`,
    questions: [
      { label: "Drei Momente: Wer wollte was wissen, auf welchem Weg?", kind: "text", options: [] },
      {
        label: "Wie viele der drei Antworten hätten auch anderen genützt?",
        kind: "choice",
        options: ["keine", "eine", "zwei", "alle drei"],
      },
      { label: "Was fällt mir auf?", kind: "text", options: [] },
    ],
  },
  {
    ...impulse,
    title: "Was mich antreibt",
    week: 2,
    contents: `Veränderungen gelingen eher, wenn man weiß, **wozu** man sie selbst will. „Weil es der Auftrag ist“ trägt ein paar Wochen. Für ein halbes Jahr braucht es einen eigenen Grund, und der darf ganz bescheiden sein: weniger Unterbrechungen, sichere Auskünfte, etwas Neues lernen.

Es gibt auch gute Gründe, zu zögern. Wer sie kennt, kann mit ihnen umgehen: Zeit, Unsicherheit, frühere Vorhaben, die eingeschlafen sind.`,
    tasks: `Schreiben Sie Ihren eigenen Grund in einem Satz auf, so, wie Sie ihn einer Freundin oder einem Freund sagen würden. Schreiben Sie dann auf, was Sie zögern lässt, und was davon Sie selbst beeinflussen können.`,
    questions: [
      { label: "Ich mache mit, weil …", kind: "line", options: [] },
      { label: "Was mich zögern lässt", kind: "text", options: [] },
      { label: "Was davon kann ich selbst beeinflussen, und wie?", kind: "text", options: [] },
    ],
  },
  {
    ...impulse,
    title: "Eine Frage, die sich beantworten lässt",
    week: 3,
    features: ["open-questions"],
    contents: `Auf eine gute Frage kommt schnell eine gute Antwort. Sie hat vier Teile:

1. **Titel**, den man auch in einem Jahr noch versteht: nicht „Frage zu § 14“, sondern „Zählt Kurzarbeitergeld beim Wohngeld als Einkommen?“
2. **Ausgangslage** ohne Namen, Aktenzeichen und alles, woran jemand zu erkennen wäre
3. **Was ich schon geprüft habe**: Vorschrift, Handbuch, frühere Antworten
4. **Was ich genau wissen will**, in einem Satz

Wer so fragt, findet die Antwort dabei manchmal selbst.`,
    tasks: `Nehmen Sie eine Fachfrage, die Sie vor Kurzem per E-Mail oder Telefon gestellt haben. Schreiben Sie sie in den vier Teilen neu. Prüfen Sie zum Schluss: Könnte jemand die betroffene Person erkennen?

Stehen im Forum schon offene Fragen, finden Sie unten einige: Welche der vier Teile haben sie, welcher fehlt Ihnen?`,
    questions: [
      { label: "Titel", kind: "line", options: [] },
      { label: "Ausgangslage und was ich schon geprüft habe", kind: "text", options: [] },
      { label: "Was ich genau wissen will", kind: "line", options: [] },
    ],
  },
  {
    ...impulse,
    title: "Ein Gespräch über digitale Medien",
    week: 4,
    contents: `Digitale Medien bedeuten für jede und jeden etwas anderes: Erleichterung, Ablenkung, Nähe, Kontrolle. Wer ein Forum einführen will, sollte diese Unterschiede kennen, bevor er oder sie erklärt.

Ein gutes Gespräch darüber hat keine Absicht, zu überzeugen. Drei Fragen genügen: Was nutzt du gern, und warum? Was nervt dich? Wann hat dir zuletzt eine Antwort von jemandem geholfen, den du gar nicht kanntest?`,
    tasks: `Sprechen Sie zehn Minuten mit einer Kollegin oder einem Kollegen außerhalb der Lerngruppe, am besten mit jemandem, der oder die anders arbeitet als Sie. Hören Sie zu, erklären Sie nichts. Notieren Sie danach, was neu für Sie war, ohne den Namen.`,
    questions: [
      { label: "Was war neu für mich?", kind: "text", options: [] },
      { label: "Was bedeutet das für mein Lernprojekt?", kind: "text", options: [] },
    ],
  },
]
