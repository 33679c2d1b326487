import type { SeedConsulting } from "../../types.ts"

export const consultings: SeedConsulting[] = [
  {
    step: "meeting-2",
    topics: [
      {
        by: "mueller",
        title: "Wohin mit Fragen, die in zwei Kategorien passen?",
        question: "Wie entscheide ich, ohne dass jede Frage zur Grundsatzfrage wird?",
      },
      {
        by: "vogt",
        title: "Ich antworte zu lang",
        question: "Wie werde ich kürzer, ohne ungenau zu werden?",
      },
    ],
    votes: [
      { by: "huber", topicsOf: ["vogt"] },
      { by: "meier", topicsOf: ["vogt", "mueller"] },
      { by: "mueller", topicsOf: ["vogt"] },
      { by: "vogt", topicsOf: ["mueller"] },
    ],
    held: {
      topicOf: "vogt",
      moderator: "meier",
      hypotheses: [
        {
          by: "mueller",
          body: "Vielleicht schreibst du für die, die dich später prüfen könnten, und nicht für die, die fragt.",
        },
        { by: "huber", body: "Du beantwortest drei Fragen mit, die noch keiner gestellt hat." },
        { by: "meier", body: "Am Telefon antwortest du in zwei Sätzen." },
      ],
      solutions: [
        {
          by: "huber",
          body: "Erst die Antwort in zwei Sätzen, darunter die Begründung für alle, die sie brauchen.",
        },
        { by: "mueller", body: "Die anderen drei Fragen als eigene Beiträge einstellen." },
        { by: "weber-klein", body: "Eine Antwort jemandem vorlesen und aufhören, sobald die Person nickt." },
      ],
      decision:
        "Ich schreibe ab jetzt zuerst zwei Sätze, dann einen Absatz „Warum“. Nach zwei Wochen frage ich Frau Huber, ob es besser ist.",
      shared: true,
    },
  },
  {
    step: "meeting-3",
    topics: [
      {
        by: "mueller",
        title: "Was, wenn jemand sagt: Noch ein System, das keiner braucht?",
        question: "Wie bleibe ich freundlich, ohne mich zu rechtfertigen?",
      },
    ],
    votes: [
      { by: "huber", topicsOf: ["mueller"] },
      { by: "meier", topicsOf: ["mueller"] },
      { by: "vogt", topicsOf: ["mueller"] },
    ],
    held: {
      topicOf: "mueller",
      moderator: "huber",
      hypotheses: [
        { by: "vogt", body: "Wer das sagt, hat vermutlich schon drei Systeme kommen und gehen sehen." },
        { by: "meier", body: "Der Satz richtet sich nicht gegen dich." },
      ],
      solutions: [
        { by: "meier", body: "Fragen: Welches hat dir am meisten gefehlt, als es abgeschaltet wurde?" },
        { by: "vogt", body: "Danke sagen, aufschreiben, erst in der Pause antworten." },
      ],
      decision: "Ich sage: „Danke, das schreibe ich auf“, und gehe in der Pause hin.",
      shared: false,
    },
  },
]
