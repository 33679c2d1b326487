import { ago, on, type SeedReport } from "../../types.ts"

export const report: SeedReport = {
  contributions: [
    {
      by: "mueller",
      at: on("meeting-4", 1, "10:00"),
      texts: {
        achieved: "Doppelte Fragen erkenne ich jetzt, bevor ich sie stelle.",
        hindered: "Am Monatsende bleibt alles liegen.",
        ahead: "Noch einmal zwei Nachmittage zu zweit, das hat am meisten gebracht.",
      },
    },
    {
      by: "huber",
      at: on("meeting-4", 1, "11:30"),
      texts: {
        achieved: "Drei Beispiele guter Praxis, eines davon wird schon benutzt.",
        wishes: "Dass auch nach mir jemand dafür Zeit bekommt.",
        ahead: "Aufschreiben, was ich kann, solange ich noch da bin.",
      },
    },
    {
      by: "meier",
      at: on("meeting-4", 2, "09:00"),
      texts: {
        achieved: "Seit Sie die Infoveranstaltung eröffnet haben, fragen auch die Vorsichtigen.",
        hindered: "Die Außenstelle haben wir zu spät gefragt.",
        wishes: "Einen festen Platz für die Sprechstunde.",
      },
    },
    {
      by: "vogt",
      at: on("meeting-4", 2, "14:15"),
      texts: {
        achieved: "Eine Antwort statt zwanzig E-Mails.",
        hindered: "Die Vertretung war lange nicht geregelt.",
        ahead: "Kürzer antworten und trotzdem genau.",
      },
    },
  ],
  composed: {
    by: "mueller",
    at: on("meeting-4", 4, "13:00"),
    fields: {
      achieved: {
        text: "Fachfragen werden öffentlich gestellt und von Grundsatz und Recht mit Rechtsstand beantwortet. Doppelte Fragen fallen auf, bevor sie jemand zweimal beantwortet. Drei Beispiele guter Praxis sind eingestellt, eines wird in einer anderen Gruppe verwendet. Geholfen haben feste Zeiten im Dienstplan, und dass Sie die Infoveranstaltung selbst eröffnet und von Ihrem eigenen Zögern erzählt haben.",
        included: true,
      },
      hindered: {
        text: "Am Monatsende ist keine Zeit, und die Vertretung in Grundsatz und Recht war zu lange offen. Die Außenstelle haben wir zu spät gefragt; das war unser Fehler.",
        included: true,
      },
      wishes: {
        text: "Zwei Stunden im Monat für die Pflege der Kategorien, auch in vollen Monaten. Ein fester Platz für die Sprechstunde. Und dass Sie im ersten halben Jahr selbst ab und zu eine Frage stellen.",
        included: true,
      },
      ahead: {
        text: "Die Außenstelle kommt dazu, und zwar früher gefragt als beim letzten Mal. Die Sprechstunde bleibt bis zum Herbst. Danach sehen wir gemeinsam nach, welche Kategorien niemand braucht.",
        included: true,
      },
    },
  },
  approvals: [
    { by: "huber", at: on("meeting-4", 5, "09:20") },
    { by: "meier", at: on("meeting-4", 5, "12:45") },
    { by: "vogt", at: on("meeting-4", 6, "10:10") },
  ],
  released: { at: on("meeting-4", 7, "11:00"), expiresOn: ago(-30) },
}
