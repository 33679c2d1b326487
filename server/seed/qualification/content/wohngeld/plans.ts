import { ago, on, type SeedPlan } from "../../types.ts"

const EVENT = {
  aim: "Alle Kolleginnen und Kollegen haben einmal gesehen, wie aus einer Frage eine Antwort wird, und konnten sagen, was sie daran stört.",
  day: "",
  time: "10:00 bis 11:00 Uhr, danach Kaffee",
  place: "Großer Sitzungssaal",
  audience: "Wohngeldstelle, Grundsatz und Recht, Fachverfahrensbetreuung",
  hosts: "Sabine Müller, Thomas Meier; Begrüßung Martina Schöller",
  preparation: `- Einladung mit einer Frage statt mit einem Programm: „Was haben Sie diese Woche zum dritten Mal beantwortet?“
- Karten und Stifte auf jedem Platz
- Ersatz, falls der Beamer ausfällt: der Fall auf einem Plakat`,
  record: "",
}
const EVENT_LINES = [
  { topic: "Begrüßung: Was mich selbst zögern ließ", minutes: "5", who: "Martina Schöller" },
  { topic: "Ein Fall, früher und heute", minutes: "10", who: "Sabine Müller, Thomas Meier" },
  { topic: "Selbst suchen, zu zweit an einem Gerät", minutes: "15", who: "alle" },
  { topic: "Einwände und gute Fragen auf Karten", minutes: "20", who: "Petra Huber sammelt" },
  { topic: "Wie es weitergeht", minutes: "10", who: "Katrin Vogt" },
]
const EVENT_DAY = on("workshop-4", -7)

const RULES = `1. Bei uns steht **eine** Frage in einem Beitrag, mit einem Titel, den man in einem Jahr noch versteht.
2. Bei uns gibt es keine dummen Fragen. Wer neu ist, fragt in den ersten Wochen zu zweit.
3. Bei uns steht nichts, woran jemand zu erkennen ist: kein Name, kein Aktenzeichen, kein Ort.
4. Bei uns nennt die Fachabteilung den Rechtsstand. Hinweise von Kolleginnen und Kollegen sind willkommen und als solche zu erkennen.
5. Bei uns bekommt jede Frage in zwei Arbeitstagen eine Zeile, auch wenn die Antwort länger dauert.
6. Bei uns beantwortet niemand dieselbe Frage zweimal: Auf eine E-Mail antworten wir mit dem Link.`

const CHECKED = {
  purpose: "yes",
  purposeNote: "Fachfragen klären und gute Praxis teilen, sonst nichts",
  legalBasis: "yes",
  legalBasisNote: "Mit Frau Ott geklärt: Aufgaben der Stadt und Beschäftigtendatenschutz des Landes",
  activities: "yes",
  activitiesNote: "Eintrag liegt bei Frau Ott",
  impact: "yes",
  impactNote: "Geprüft und begründet: nicht erforderlich",
  catalogue: "yes",
  catalogueNote: "Punkt für Punkt gelesen, zwei Fragen gestellt, beide beantwortet",
  access: "yes",
  accessNote: "Alle mit Konto in beiden Abteilungen; die Lernbegleitung liest nicht mit",
  posts: "yes",
  postsNote: "Regel 3, und zwei lesen vorher, wenn jemand unsicher ist",
  deletion: "yes",
  deletionNote:
    "Beiträge fünf Jahre nach der letzten Wiedervorlage, Protokoll ein Jahr; es achtet darauf: Fachverfahrensbetreuung",
  rights: "yes",
  rightsNote: "Auskunft und Export über das Profil, ausprobiert",
  processor: "yes",
  processorNote: "Betrieb im eigenen Rechenzentrum",
  outside: "yes",
  outsideNote: "Frau Weber-Klein ist zur Vertraulichkeit verpflichtet und liest das Forum nicht",
  security: "yes",
  securityNote: "Von Herrn Brandt vorgestellt: Sicherung jede Nacht, Zugang nur im Hausnetz",
  council: "no",
  councilNote: "Zustimmung ist beantragt, Entwurf der Dienstvereinbarung liegt bei",
  training: "yes",
  trainingNote: "Zwei Beiträge mit zu vielen Angaben, gemeinsam bereinigt",
}
const QUESTIONS = `- Was geschieht mit Beiträgen von Personen, die das Amt verlassen?
- Darf eine Führungskraft sehen, wer wie viel fragt? (Nein, und es gibt auch keine Auswertung dafür.)`
const DECISIONS = `- Wer eine Angabe zu einer Person entdeckt, meldet sie sofort und ohne Vorwurf.
- Die Prüfliste sehen wir einmal im Jahr wieder an, das nächste Mal mit Frau Ott.`
const DUTIES = [
  {
    task: "Zustimmung des Personalrats einholen, Dienstvereinbarung abschließen, Satz für die Nutzungsregeln abstimmen",
    who: "Katrin Vogt",
    until: "",
    done: "",
  },
  {
    task: "Verweis auf diese Seite in die Datenschutzhinweise aufnehmen",
    who: "Olaf Brandt",
    until: "",
    done: "",
  },
  { task: "Beispiele für das Schwärzen in die Schreibhilfen", who: "Sabine Müller", until: "", done: "yes" },
]
const DUTY_DAYS = [on("workshop-4", 10), on("workshop-4", 12), on("workshop-4", 3)]

const ROLLOUT = {
  startOn: "",
  support: `- Der Start liegt nach der Zustimmung des Personalrats und der Dienstvereinbarung.
- Frau Schöller gibt das Startsignal und stellt in der Dienstbesprechung die ersten Fragen selbst.
- Frau Dr. Sommer gibt Frau Vogt und Herrn Albrecht jeden Morgen eine halbe Stunde für Antworten.`,
  help: "Sprechstunde dienstags und donnerstags im Besprechungsraum; wer lieber für sich liest, nimmt die Hilfe.",
  review:
    "Nach vier Wochen: Welche Fragen blieben liegen? Nach einem Vierteljahr: Stimmen die Kategorien noch?",
}
const ROLLOUT_LINES = [
  {
    day: "",
    audience: "Wohngeldstelle, Grundsatz und Recht",
    who: "Martina Schöller",
    message: "Ab heute fragen wir im Fachforum. Es darf holpern.",
    channel: "Dienstbesprechung und Aushang",
  },
  {
    day: "",
    audience: "Außenstelle",
    who: "Thomas Meier, Sabine Müller",
    message: "Wir zeigen es Ihnen an Ihrem Platz.",
    channel: "Besuch vor Ort",
  },
  {
    day: "",
    audience: "Alle im Amt für Soziales und Wohnen",
    who: "Martina Schöller",
    message: "Das Fachforum startet: Fachfragen ab sofort hier.",
    channel: "Ankündigung im Forum",
  },
]
const START = on("workshop-4", 14)
const ROLLOUT_DAYS = [START, on("workshop-5", -3), ago(6)]

export const plans: SeedPlan[] = [
  {
    kind: "event",
    by: "meier",
    at: on("workshop-3", 1, "10:00"),
    content: { link: "", fields: EVENT, lines: EVENT_LINES.slice(0, 3) },
    days: { day: EVENT_DAY },
  },
  {
    kind: "event",
    by: "mueller",
    at: on("meeting-3", 1, "09:00"),
    content: { link: "", fields: EVENT, lines: EVENT_LINES },
    days: { day: EVENT_DAY },
    decided: { at: on("meeting-3", 1, "11:00") },
  },
  {
    kind: "event",
    by: "huber",
    at: on("workshop-4", -6, "14:00"),
    content: {
      link: "",
      fields: {
        ...EVENT,
        record: `Es kamen 34 Personen, drei mehr als Stühle. Elf Karten mit Einwänden, sechs mit guten Fragen.

- Am meisten gelacht wurde über den Fall mit den vier Anrufen.
- Am längsten gesprochen wurde über „Dann sieht jeder, was ich nicht weiß“.
- Zwei Kolleginnen haben noch im Saal ihre erste Frage geschrieben.`,
      },
      lines: EVENT_LINES,
    },
    days: { day: EVENT_DAY },
    decided: { at: on("workshop-4", -5, "09:00") },
  },
  {
    kind: "rules",
    by: "huber",
    at: on("workshop-3", 0, "12:40"),
    content: {
      link: "/hilfe",
      fields: {
        aim: "Damit man gern fragt und gern antwortet.",
        rules: RULES,
        upkeep: "Ein halbes Jahr nach dem Start sehen wir die Regeln wieder an.",
      },
      lines: [],
    },
  },
  {
    kind: "rules",
    by: "huber",
    at: on("workshop-4", 0, "12:20"),
    content: {
      link: "/hilfe",
      fields: {
        aim: "Damit man gern fragt und gern antwortet, auch an einem vollen Tag.",
        rules: `${RULES}
7. Bei uns liest abends und im Urlaub niemand, der nicht will.
8. Bei uns wird niemand gezählt: Es gibt keine Auswertung, wer wie viel fragt oder antwortet.`,
        upkeep:
          "Frau Huber sammelt, was nicht passt. Ein halbes Jahr nach dem Start sehen wir die Regeln gemeinsam wieder an, mit dem Personalrat.",
      },
      lines: [],
    },
    decided: { at: on("workshop-4", 10, "10:00") },
  },
  {
    kind: "data-protection",
    by: "vogt",
    at: on("workshop-4", 0, "11:50"),
    content: {
      link: "/datenschutz",
      fields: { ...CHECKED, questions: QUESTIONS, decisions: DECISIONS },
      lines: DUTIES,
    },
    lineDays: DUTY_DAYS,
  },
  {
    kind: "data-protection",
    by: "vogt",
    at: on("workshop-4", 10, "15:00"),
    content: {
      link: "/datenschutz",
      fields: {
        ...CHECKED,
        council: "yes",
        councilNote:
          "Zugestimmt, Dienstvereinbarung ist unterzeichnet; der Satz „Bei uns wird niemand gezählt“ steht in den Nutzungsregeln",
        questions: "Keine mehr: Beide Fragen aus dem Workshop sind beantwortet.",
        decisions: DECISIONS,
      },
      lines: DUTIES.map((duty) => ({ ...duty, done: "yes" })),
    },
    lineDays: DUTY_DAYS,
    decided: { at: on("workshop-4", 11, "09:30") },
  },
  {
    kind: "rollout",
    by: "meier",
    at: on("workshop-4", 0, "12:30"),
    content: { link: "/ankuendigungen", fields: ROLLOUT, lines: ROLLOUT_LINES },
    days: { startOn: START },
    lineDays: ROLLOUT_DAYS,
    decided: { at: on("workshop-4", 1, "09:15") },
  },
]
