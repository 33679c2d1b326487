import { impulse } from "./impulse.ts"
import type { TemplateStep } from "./shape.ts"

/** Weeks 11 to 14: winning the colleagues. */
export const impulses3: TemplateStep[] = [
  {
    ...impulse,
    title: "Wie ich selbst Neues aufnehme",
    week: 11,
    contents: `Bevor man andere gewinnt, lohnt der Blick auf sich selbst. Erinnern Sie sich an eine Neuerung, die Sie zuerst abgelehnt und später geschätzt haben: ein Fachverfahren, ein Formular, ein Telefon. Fast immer kam der Wandel nicht durch ein Argument, sondern durch eine **eigene gute Erfahrung** oder durch **einen Menschen, dem man vertraut**.

Erinnern Sie sich auch an eine, die Sie bis heute für falsch halten. Was hätte man Sie fragen müssen?`,
    tasks: `Beantworten Sie die Fragen für sich. Überlegen Sie dann, welche eigene gute Erfahrung Sie einer Kollegin oder einem Kollegen im Forum ermöglichen können, und zwar in den ersten fünf Minuten.`,
    questions: [
      { label: "Was hat mich damals umgestimmt?", kind: "text", options: [] },
      { label: "Was hätte man mich fragen müssen?", kind: "text", options: [] },
      { label: "Die erste gute Erfahrung, die ich anderen ermögliche", kind: "line", options: [] },
    ],
  },
  {
    ...impulse,
    title: "Mein Satz für die Infoveranstaltung",
    week: 12,
    minutes: 15,
    contents: `Eine Minute reicht, um jemanden neugierig zu machen, wenn sie drei Teile hat: **ein Fall**, den alle kennen; **was damals mühsam war**; **was heute anders ist**. Keine Funktionen, keine Fremdwörter, keine Versprechen.

Zum Beispiel: „Im März haben mich vier von euch dasselbe gefragt, und ich habe viermal telefoniert. Heute steht die Antwort im Forum, von der Fachabteilung bestätigt, und ihr findet sie in zwanzig Sekunden. Ich zeige es euch.“`,
    tasks: `Schreiben Sie Ihre Minute auf und sprechen Sie sie einmal laut. Streichen Sie dann jedes Wort, das Sie im Gespräch nicht benutzen würden.`,
    questions: [
      { label: "Mein Fall, was mühsam war, was anders ist", kind: "text", options: [] },
      {
        label: "Wie ging es mir beim lauten Sprechen?",
        kind: "choice",
        options: ["leicht", "ungewohnt, aber es geht", "ich übe es noch einmal zu zweit"],
      },
    ],
  },
  {
    ...impulse,
    title: "Was hinter einem Einwand steckt",
    week: 13,
    contents: `Ein Einwand ist kein Angriff, sondern eine Auskunft. Meist steckt eines von vier Dingen dahinter:

- eine **Sorge**: „Dann sieht jeder, was ich nicht weiß.“
- eine **Erfahrung**: „Das hatten wir schon einmal, nach drei Monaten war es tot.“
- ein **sachlicher Fehler**, den wir übersehen haben: „In der Außenstelle geht das gar nicht.“
- **fehlende Zeit**: „Wann soll ich das denn noch machen?“

Auf jedes davon antwortet man anders. Sorgen brauchen Sicherheit, Erfahrungen brauchen Anerkennung, Fehler brauchen eine Änderung, fehlende Zeit braucht etwas, das dafür wegfällt.`,
    tasks: `Nehmen Sie drei Einwände, die Sie gehört haben. Ordnen Sie jeden einem der vier zu und schreiben Sie zu einem davon eine Antwort, die mit einer Frage beginnt.`,
    questions: [
      { label: "Drei Einwände, und was dahintersteckt", kind: "text", options: [] },
      { label: "Meine Antwort auf einen davon, mit einer Frage am Anfang", kind: "text", options: [] },
    ],
  },
  {
    ...impulse,
    title: "Sparsam mit Angaben zu Personen",
    week: 14,
    features: ["open-questions"],
    contents: `Für eine Fachfrage braucht man fast nie zu wissen, **um wen** es geht. Trotzdem rutschen Angaben hinein: ein Name in der weitergeleiteten E-Mail, ein Aktenzeichen, ein Ort, eine seltene Krankheit. Oft ist jemand gerade durch die Verbindung zu erkennen: „die Bäckerin mit den fünf Kindern aus …“.

Drei Handgriffe helfen: **weglassen**, was für die Antwort keine Rolle spielt; **vergröbern**, was eine Rolle spielt („Ende 50“ statt Geburtsdatum); **umschreiben**, was zu selten ist („eine selbstständige Person“).`,
    tasks: `Schreiben Sie diesen erfundenen Fall so um, dass die Fachfrage bleibt und niemand zu erkennen ist: „Frau Sommer, geboren am 3.4.1961, Inhaberin der einzigen Töpferei am Ort, hat seit dem Schlaganfall ihres Mannes im Januar nur noch 412 Euro Gewinn im Monat. Rechnen wir das Pflegegeld an?“ Sehen Sie danach einen eigenen Beitrag durch, oder eine der offenen Fragen unten.`,
    questions: [
      { label: "Meine Fassung", kind: "text", options: [] },
      { label: "Was ich in meinem eigenen Beitrag geändert habe", kind: "line", options: [] },
    ],
  },
]
