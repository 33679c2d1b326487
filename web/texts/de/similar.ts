/** Threads that resemble what somebody is writing: beside the form, as a step before posting, for duplicates. */
export const similar = {
  label: "Ähnliche Beiträge",
  hint: "Ihr Text bleibt gespeichert, wenn Sie nachlesen.",
  practice: "Gute Praxis",
  legalStatus: "Rechtsstand",
  use: { ask: "Das beantwortet meine Frage", record: "Das gibt es schon" },
  asked: "Das fragt schon jemand",
  of: (title: string) => `: „${title}“`,
  step: {
    title: "Gibt es das schon?",
    lead: (count: number) =>
      count === 1
        ? "Dieser Beitrag passt zu dem, was Sie geschrieben haben. Vielleicht steht die Antwort schon da."
        : `Diese ${count} Beiträge passen zu dem, was Sie geschrieben haben. Vielleicht steht die Antwort schon da.`,
    hint: "Ein Beitrag öffnet sich in einem neuen Fenster. Ihr Text bleibt hier stehen, bis Sie ihn veröffentlichen oder verwerfen.",
    edit: "Zurück zum Text",
    discard: "Text verwerfen",
  },
  duplicate: {
    lead: (title: string) =>
      `Welche frühere Frage behandelt dasselbe wie „${title}“? Von hier wird dann dorthin verwiesen.`,
    suggestions: "Ähnliche Fragen",
    none: "Es wurde keine ähnliche Frage gefunden.",
    choose: "Das ist die ursprüngliche Frage",
    look: "Ansehen",
    current: "Diese Frage",
    other: "Eine andere Frage",
  },
}
