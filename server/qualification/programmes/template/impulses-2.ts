import { impulse } from "./impulse.ts"
import type { TemplateStep } from "./shape.ts"

/** Weeks 6 to 9: setting up together. */
export const impulses2: TemplateStep[] = [
  {
    ...impulse,
    title: "Mit fremden Augen",
    week: 6,
    features: ["open-questions"],
    contents: `Wer etwas einrichtet, versteht es zu gut. Für alle anderen zählt nur: Finde ich in einer halben Minute, was ich brauche? Menschen lesen dabei nicht, sie überfliegen. Sie suchen **ihre** Wörter, nicht die der Zuständigkeitsordnung.

Ein einfacher Test: Geben Sie jemandem eine Aufgabe („Finde heraus, ob …“), sehen Sie zu und schweigen Sie. Jedes Zögern zeigt eine Stelle, die besser werden kann. Der Fehler liegt nie bei der Person.`,
    tasks: `Sehen Sie sich die Startseite und die Kategorien Ihrer Abteilung fünf Minuten lang so an, als wären Sie gestern gekommen. Notieren Sie jedes Wort, das Sie am ersten Tag nicht verstanden hätten, und schlagen Sie ein besseres vor.

Unten stehen offene Fragen, sobald es welche gibt. Nehmen Sie eine davon: Erkennen Sie am Titel, worum es geht?`,
    questions: [
      { label: "Wörter, die am ersten Tag niemand versteht, und mein Vorschlag", kind: "text", options: [] },
      {
        label: "Wie schnell habe ich gefunden, was ich suchte?",
        kind: "choice",
        options: ["sofort", "mit Umweg", "gar nicht"],
      },
    ],
  },
  {
    ...impulse,
    title: "Gute Praxis aufschreiben",
    week: 7,
    contents: `Vieles, was gut läuft, bleibt in einem einzigen Zimmer. Wer es aufschreibt, denkt oft: „Das ist doch selbstverständlich.“ Genau das ist das Zeichen, dass es sich lohnt.

Ein Beispiel guter Praxis braucht vier Absätze: **Ausgangslage** (Was war das Problem?), **Vorgehen** (Was haben wir getan, Schritt für Schritt?), **Ergebnis** (Woran merken wir, dass es hilft?), **Stolpersteine** (Was würden wir heute anders machen?). Der letzte Absatz ist der nützlichste.`,
    tasks: `Wählen Sie etwas, das bei Ihnen gut läuft: eine Vorlage, eine Absprache, eine Reihenfolge. Schreiben Sie zu jedem der vier Absätze zwei Sätze. Wenn Sie möchten, stellen Sie das Beispiel danach ins Forum.`,
    questions: [
      { label: "Ausgangslage und Vorgehen", kind: "text", options: [] },
      { label: "Ergebnis", kind: "text", options: [] },
      { label: "Stolpersteine", kind: "text", options: [] },
    ],
  },
  {
    ...impulse,
    title: "Zu zweit am Bildschirm",
    week: 8,
    minutes: 15,
    contents: `In dieser Praxisphase arbeiten viele zu zweit und schreiben sich nebenher. Chat ist dafür gut: schnell, formlos, nah. Damit er nicht ermüdet, helfen drei Absprachen:

- **Ein Gedanke, eine Nachricht.** „Hallo, hast du kurz Zeit?“ kostet zwei Unterbrechungen; die Frage selbst kostet eine.
- **Antworten dürfen dauern.** Wer es eilig hat, ruft an.
- **Was bleiben soll, kommt heraus aus dem Chat:** die Entscheidung ins Lernprojekt, die Antwort ins Forum.`,
    tasks: `Sehen Sie sich mit Ihrer Partnerin oder Ihrem Partner den Chat der letzten Tage an. Welche Nachricht hätte einen Platz verdient, an dem man sie wiederfindet? Bringen Sie eine davon dorthin.`,
    questions: [
      { label: "Unsere Absprache für den Chat", kind: "line", options: [] },
      { label: "Was haben wir herausgeholt, und wohin?", kind: "text", options: [] },
    ],
  },
  {
    ...impulse,
    title: "Wenn etwas nicht klappt",
    week: 9,
    contents: `Zwischen Plan und Alltag liegt immer eine Lücke. Wer sie früh anspricht, hat noch Möglichkeiten. Hilfreich ist, drei Dinge auseinanderzuhalten: **was geschehen ist**, **was ich daraus mache** und **was ich als Nächstes tun kann**.

Aus „Die IT antwortet nie, so wird das nichts“ wird: „Ich habe vor acht Tagen geschrieben und keine Antwort. Ich vermute, meine Frage war zu allgemein. Ich rufe morgen an und frage nach einer einzigen Sache.“`,
    tasks: `Nehmen Sie etwas, das in Ihrem Lernprojekt gerade nicht vorangeht, und schreiben Sie die drei Sätze dazu. Wenn Sie möchten, bringen Sie es als Thema in die nächste Kollegiale Beratung.`,
    questions: [
      { label: "Was ist geschehen?", kind: "text", options: [] },
      { label: "Was mache ich daraus?", kind: "text", options: [] },
      { label: "Was kann ich als Nächstes tun?", kind: "line", options: [] },
    ],
  },
]
