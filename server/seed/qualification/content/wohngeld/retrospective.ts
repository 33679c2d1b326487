import { on, type SeedRetrospective } from "../../types.ts"

const TOGETHER = "Zu zweit arbeiten"
const TIME = "Zeit am Monatsende"

export const retrospective: SeedRetrospective = {
  cards: [
    {
      by: "mueller",
      heading: "high-points",
      body: "Als mich jemand aus der Außenstelle angerufen hat, um sich zu bedanken",
    },
    {
      by: "huber",
      heading: "high-points",
      body: "Mein Text wird benutzt, und ich weiß nicht einmal, von wem",
    },
    { by: "meier", heading: "high-points", body: "Die Nachmittage mit Frau Müller", topic: TOGETHER },
    {
      by: "vogt",
      heading: "high-points",
      body: "Kollegiale Beratung: Endlich hat mir mal jemand zugehört",
      topic: TOGETHER,
    },
    { by: "mueller", heading: "difficulties", body: "Monatsende. Immer wieder Monatsende.", topic: TIME },
    { by: "vogt", heading: "difficulties", body: "Im Urlaub ist alles liegen geblieben", topic: TIME },
    { by: "meier", heading: "difficulties", body: "Die Außenstelle zu spät gefragt" },
    { by: "huber", heading: "difficulties", body: "Zwei Wege nebeneinander: Forum und trotzdem E-Mail" },
    {
      by: "mueller",
      heading: "learned",
      body: "Beim Suchen zusehen, ohne zu helfen, sagt mehr als jede Umfrage",
    },
    { by: "vogt", heading: "learned", body: "Ein Einwand ist eine Auskunft" },
    { by: "meier", heading: "different", body: "Die Datenschutzbeauftragte schon in Woche 1 anrufen" },
    { by: "huber", heading: "different", body: "Weniger Kategorien, dafür bessere Titel" },
  ],
  votes: [
    { by: "mueller", on: [TOGETHER, "Ein Einwand ist eine Auskunft", "Die Außenstelle zu spät gefragt"] },
    {
      by: "huber",
      on: [
        TOGETHER,
        "Zwei Wege nebeneinander: Forum und trotzdem E-Mail",
        "Weniger Kategorien, dafür bessere Titel",
      ],
    },
    { by: "meier", on: [TIME, "Die Außenstelle zu spät gefragt", "Ein Einwand ist eine Auskunft"] },
    { by: "vogt", on: [TIME, TOGETHER, "Zwei Wege nebeneinander: Forum und trotzdem E-Mail"] },
  ],
  lessons: [
    {
      by: "mueller",
      kind: "high-points",
      title: "Zu zweit geht es schneller und hält länger",
      body: "Verabreden Sie feste Zeiten zu zweit und lassen Sie sie in den Dienstplan eintragen. Was im Chat entschieden wird, gehört danach ins Lernprojekt.",
    },
    {
      by: "vogt",
      kind: "learned",
      title: "Ein Einwand ist eine Auskunft",
      body: "Wir haben gelernt, dass hinter fast jedem Einwand eine Sorge oder eine Erfahrung steckt. „Danke, das schreibe ich auf“ war die beste erste Antwort.",
    },
    {
      by: "mueller",
      kind: "learned",
      title: "Zusehen, ohne zu helfen",
      body: "Bitten Sie jemanden, im Forum eine Antwort zu suchen, und schweigen Sie. Danach wissen Sie, welche Kategorie anders heißen muss.",
    },
    {
      by: "meier",
      kind: "different",
      title: "Alle Orte von Anfang an fragen",
      body: "Beim nächsten Mal würden wir die Außenstelle in der ersten Praxisphase besuchen und nicht in der vierten.",
    },
    {
      by: "huber",
      kind: "different",
      title: "Nur ein Weg",
      body: "Beim nächsten Mal würden wir vom ersten Tag an auf E-Mails mit dem Link antworten. Zwei Wege nebeneinander halten das Alte am Leben.",
    },
  ],
  released: on("workshop-5", 3, "14:30"),
}
