import type { SeedConsulting } from "../../types.ts"

export const consultings: SeedConsulting[] = [
  {
    step: "meeting-1",
    topics: [
      {
        by: "petersen",
        title: "Alle lesen mit, und ich frage etwas Einfaches",
        question: "Wie traue ich mich, die erste Frage zu stellen?",
      },
      {
        by: "kowalski",
        title: "Alle fragen mich",
        question: "Wie gebe ich Wissen ab, ohne meine Kolleginnen im Stich zu lassen?",
      },
    ],
    votes: [
      { by: "kowalski", topicsOf: ["petersen"] },
      { by: "dangelo", topicsOf: ["petersen"] },
      { by: "albrecht", topicsOf: ["petersen", "kowalski"] },
      { by: "petersen", topicsOf: ["kowalski"] },
    ],
    held: {
      topicOf: "petersen",
      moderator: "weber-klein",
      hypotheses: [
        {
          by: "dangelo",
          body: "Ich hatte vor meiner ersten Frage denselben Gedanken. Danach haben sich zwei bedankt.",
        },
        { by: "albrecht", body: "Von der anderen Seite gesehen: Einfache Fragen sind mir die liebsten." },
      ],
      solutions: [
        { by: "dangelo", body: "Die ersten drei Fragen stellen wir zusammen." },
        { by: "kowalski", body: "Ich stelle auch eine, die einfach aussieht. Dann bist du nicht allein." },
      ],
      decision: "Nächste Woche stelle ich eine Frage, Frau D’Angelo liest sie vorher.",
      shared: true,
    },
  },
  {
    step: "meeting-2",
    topics: [
      {
        by: "kowalski",
        title: "Zwei Stellen, zwei richtige Antworten",
        question: "Wer entscheidet, wenn beide recht haben, und wie sagen wir es den anderen?",
      },
      {
        by: "nowak",
        title: "Neun Kategorien oder eine?",
        question: "Woran merke ich, dass eine Kategorie zu groß geworden ist?",
      },
    ],
    votes: [],
  },
]
