import { ago, on, type SeedReport } from "../../types.ts"

export const report: SeedReport = {
  contributions: [
    {
      by: "mueller",
      at: on("meeting-4", 1, "10:00"),
      texts: {
        achieved: "Doppelte Fragen erkenne ich jetzt, bevor ich sie stelle.",
        helped: "Die zwei Nachmittage zu zweit.",
        hindered: "Am Monatsende blieb alles liegen.",
      },
    },
    {
      by: "huber",
      at: on("meeting-4", 1, "11:30"),
      texts: {
        achieved: "Drei Beispiele guter Praxis, eines davon wird schon benutzt.",
        learned: "Ich kann aufschreiben, was ich kann.",
        wishes: "Dass auch nach mir jemand dafür Zeit bekommt.",
      },
    },
    {
      by: "meier",
      at: on("meeting-4", 2, "09:00"),
      texts: {
        helped: "Dass Sie die Infoveranstaltung eröffnet haben.",
        hindered: "Die Außenstelle haben wir zu spät gefragt.",
        wishes: "Einen festen Platz für die Sprechstunde.",
      },
    },
    {
      by: "vogt",
      at: on("meeting-4", 2, "14:15"),
      texts: {
        achieved: "Eine Antwort statt zwanzig E-Mails.",
        hindered: "Vertretung war lange nicht geregelt.",
        learned: "Kürzer antworten und trotzdem genau.",
      },
    },
  ],
  composed: {
    by: "mueller",
    at: on("meeting-4", 4, "13:00"),
    fields: {
      achieved: {
        text: "Fachfragen werden öffentlich gestellt und von Grundsatz und Recht mit Rechtsstand beantwortet. Doppelte Fragen fallen auf, bevor sie jemand zweimal beantwortet. Drei Beispiele guter Praxis sind eingestellt, eines wird in einer anderen Gruppe verwendet.",
        included: true,
      },
      helped: {
        text: "Feste Zeiten, die im Dienstplan stehen. Dass Sie die Infoveranstaltung selbst eröffnet und von Ihrem eigenen Zögern erzählt haben. Die Probeinstallation, in der man nichts kaputt machen konnte.",
        included: true,
      },
      hindered: {
        text: "Am Monatsende war keine Zeit, und die Vertretung in Grundsatz und Recht war zu lange offen. Die Außenstelle haben wir zu spät gefragt; das war unser Fehler.",
        included: true,
      },
      learned: {
        text: "Eine gute Frage ist die halbe Antwort. Einwände früh zu hören, spart später Monate.",
        included: true,
      },
      wishes: {
        text: "Zwei Stunden im Monat für die Pflege der Kategorien, auch in vollen Monaten. Ein fester Platz für die Sprechstunde. Und dass Sie im ersten halben Jahr selbst ab und zu eine Frage stellen.",
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
