import { on, type SeedSession } from "../../types.ts"

export const workshops: SeedSession[] = [
  {
    step: "workshop-1",
    held: {
      forManagers: true,
      photos: [
        {
          by: "weber-klein",
          file: "lernprojekte",
          caption: "Drei Lernprojekte und die Fragen dazu: Erster Schritt? Wer hilft? Woran merken wir es?",
        },
      ],
      entries: [
        {
          kind: "decision",
          body: "Wir beginnen mit Fachfragen. Beispiele guter Praxis kommen dazu, sobald zehn Fragen beantwortet sind.",
        },
        {
          kind: "decision",
          body: "Was jemand in der Lerngruppe erzählt, bleibt in der Lerngruppe.",
        },
        {
          kind: "task",
          body: "Herausfinden, welche Plattform die Stadt betreiben darf, und in der IT anrufen",
          who: "mueller",
          due: on("meeting-1", -3),
          result: {
            at: on("meeting-1", -4),
            text: "Herr Brandt hat eine Probeinstallation zugesagt. Er möchte vorher mit der Datenschutzbeauftragten sprechen.",
          },
        },
        {
          kind: "task",
          body: "Eine Woche lang mitzählen, welche Fragen mehr als einmal kommen",
          who: "meier",
          due: on("workshop-1", 8),
          result: {
            at: on("workshop-1", 9),
            text: "31 Fragen in fünf Tagen, 12 davon doppelt. Ich hätte auf fünf getippt.",
          },
        },
        { kind: "parking", body: "Was sagt der Personalrat dazu, dass man sieht, wer wann etwas schreibt?" },
        { kind: "parking", body: "Brauchen wir das Forum auch für die Außenstelle?" },
      ],
    },
  },
  {
    step: "workshop-2",
    missing: { huber: "made-up" },
    held: {
      forManagers: true,
      photos: [
        {
          by: "meier",
          file: "medien",
          caption: "Welches Medium wofür? Der Chat hat die meisten Diskussionen ausgelöst.",
        },
      ],
      entries: [
        {
          kind: "decision",
          body: "Die Kategorien heißen so, wie wir fragen, und nicht wie der Geschäftsverteilungsplan.",
        },
        {
          kind: "decision",
          body: "Eine Antwort der Fachabteilung ist als solche zu erkennen und nennt ihren Rechtsstand.",
        },
        {
          kind: "task",
          body: "Kategorien und Schreibhilfen in der Probeinstallation anlegen, zu zweit",
          who: "mueller",
          due: on("meeting-2", -1),
          result: {
            at: on("meeting-2", -2),
            text: "Neun Kategorien stehen. Bei „Mitwirkung und Verfahren“ haben wir den halben Nachmittag gechattet.",
          },
        },
        {
          kind: "task",
          body: "Die ersten Fragen mit geprüfter Antwort eintragen",
          who: "vogt",
          due: on("workshop-3", -4),
          result: { at: on("workshop-3", -6), text: "Zwei stehen, beide von Herrn Albrecht gegengelesen." },
        },
        { kind: "parking", body: "Wie zeigt man, dass eine alte Antwort nicht mehr gilt?" },
      ],
    },
  },
  {
    step: "workshop-3",
    held: {
      forManagers: true,
      photos: [
        {
          by: "huber",
          file: "regeln",
          caption: "Acht Sätze, die mit „Bei uns …“ anfangen: unser erster Entwurf",
        },
      ],
      entries: [
        {
          kind: "decision",
          body: "Höchstens zehn Regeln. Was in die Dienstvereinbarung gehört, regeln wir nicht selbst.",
        },
        {
          kind: "decision",
          body: "Die Infoveranstaltung eröffnet Frau Schöller, den ersten Fall zeigen Frau Müller und Herr Meier.",
        },
        {
          kind: "task",
          body: "Den Entwurf der Regeln in beiden Abteilungen zeigen und Rückmeldungen einsammeln",
          who: "huber",
          due: on("workshop-3", 9),
          result: {
            at: on("workshop-3", 10),
            text: "Elf Rückmeldungen. Am wichtigsten: „Schreibt hinein, dass niemand gezählt wird.“",
          },
        },
        {
          kind: "task",
          body: "Raum, Beamer und Einladung für die Infoveranstaltung",
          who: "meier",
          due: on("meeting-3", 0),
          result: { at: on("meeting-3", -1), text: "Großer Sitzungssaal, Einladung ist entworfen." },
        },
        { kind: "parking", body: "Dürfen Auszubildende mitlesen?" },
      ],
    },
  },
  {
    step: "workshop-4",
    held: {
      forManagers: true,
      photos: [
        {
          by: "weber-klein",
          file: "einwaende",
          caption: "Alle Karten der Infoveranstaltung, sortiert nach dem, was wir damit tun",
        },
      ],
      entries: [
        {
          kind: "decision",
          body: "Einwand „Dann sieht jeder, was ich nicht weiß“: Neue stellen in den ersten Wochen ihre Fragen zu zweit.",
        },
        {
          kind: "decision",
          body: "Einwand „Wann soll ich das noch machen?“: Wer eine E-Mail mit einer Fachfrage bekommt, antwortet mit dem Link und schreibt nicht doppelt.",
        },
        {
          kind: "decision",
          body: "Der Start geschieht nach der Zustimmung des Personalrats und in zwei Schritten: erst Wohngeldstelle und Grundsatz und Recht, einige Wochen später das ganze Amt.",
        },
        {
          kind: "task",
          body: "Die Zustimmung des Personalrats einholen und die Dienstvereinbarung zur Unterschrift bringen",
          who: "vogt",
          due: on("workshop-4", 10),
          result: {
            at: on("workshop-4", 9),
            text: "Zugestimmt, die Dienstvereinbarung ist unterzeichnet. Dass niemand gezählt wird, soll auch in den Nutzungsregeln stehen.",
          },
        },
        {
          kind: "task",
          body: "Allen antworten, die einen Einwand aufgeschrieben haben",
          who: "mueller",
          due: on("workshop-4", 7),
          result: {
            at: on("workshop-4", 8),
            text: "Elf Antworten, davon acht im Gespräch. Das war mehr wert als jede Folie.",
          },
        },
      ],
    },
  },
  {
    step: "workshop-5",
    held: {
      forManagers: true,
      photos: [{ by: "vogt", file: "kurve", caption: "Die Kurve unseres Halbjahrs, gemeinsam gezeichnet" }],
      entries: [
        {
          kind: "decision",
          body: "Kategorien und Schreibhilfen pflegt Frau Müller, Vertretung Herr Meier; einmal im Vierteljahr sehen beide nach.",
        },
        {
          kind: "decision",
          body: "Die Wiedervorlagen der Antworten liegen bei Frau Vogt und Herrn Albrecht.",
        },
        {
          kind: "task",
          body: "Eine Liste mit zwölf Beiträgen zum Einlesen für Neue zusammenstellen",
          who: "huber",
          due: on("assessment-1", -2),
          result: {
            at: on("assessment-1", -4),
            text: "Die Liste liegt bei den Vorlagen. Frau D’Angelo hat sie ausprobiert.",
          },
        },
        {
          kind: "task",
          body: "Frau Weber-Klein die Erkenntnisse für die nächste Lerngruppe geben",
          who: "mueller",
          due: on("workshop-5", 7),
          result: { at: on("workshop-5", 4), text: "Sind freigegeben." },
        },
      ],
    },
  },
]
