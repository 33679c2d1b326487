import type { SeedQuestion } from "../types.ts"

export const mitwirkung: SeedQuestion[] = [
  {
    key: "bekanntgabe",
    category: "mitwirkung",
    author: "albrecht",
    daysAgo: 138,
    time: "11:00",
    title: "Bekanntgabe per Post: drei oder vier Tage?",
    tags: ["Bekanntgabe", "Frist"],
    body: `*Aus der Sammlung der Rundmails übernommen (Mai 2023).*

Beim Berechnen von Fristen taucht immer wieder die Frage auf, an welchem Tag ein Bescheid als bekannt gegeben gilt, den wir mit einfachem Brief verschicken. Gefragt ist:

- Wie viele Tage nach der Aufgabe zur Post gilt der Bescheid als bekannt gegeben?
- Was ist, wenn die Person sagt, der Brief sei später oder gar nicht angekommen?
- Was gehört dazu in die Akte?`,
    enteredWithAnswer: true,
    endsAs: "answered",
    needsReview: true,
    events: [
      {
        kind: "officialAnswer",
        daysAgo: 138,
        time: "11:00",
        by: "albrecht",
        key: "antwort",
        legalStatusDate: "2023-05-02",
        reviewInDays: 60,
        text: `*Unverändert aus der Rundmail vom Mai 2023 übernommen; wird bei der Durchsicht der alten Sammlung geprüft.*

**Kurz:** Ein schriftlicher Verwaltungsakt, der im Inland mit der Post übermittelt wird, gilt am **dritten Tag** nach der Aufgabe zur Post als bekannt gegeben.

**Begründung**
- Die Regel steht in § 37 Abs. 2 SGB X. Maßgeblich ist die *Aufgabe zur Post*, nicht das Datum des Bescheids.
- Sie gilt nicht, wenn der Bescheid nicht oder später zugegangen ist. Im Zweifel müssen wir den Zugang und seinen Zeitpunkt nachweisen.

**Vorgehen**
1. Den Tag der Aufgabe zur Post in der Akte vermerken. Ohne diesen Vermerk hilft die Regel nicht.
2. Bei der Fristberechnung vom Tag der Bekanntgabe ausgehen.
3. Trägt die Person vor, der Brief sei nicht angekommen, den Bescheid erneut übersenden und die Frist neu berechnen, wenn sich der Zugang nicht nachweisen lässt.`,
      },
      {
        kind: "reportOutdated",
        daysAgo: 9,
        time: "10:05",
        by: "meier",
        answer: "antwort",
        reason:
          "Seit dem 1. Januar 2025 nennt § 37 Abs. 2 SGB X den vierten Tag. Die Antwort stammt aus dem Jahr 2023.",
      },
      {
        kind: "answer",
        daysAgo: 9,
        time: "10:20",
        by: "meier",
        key: "hinweis",
        text: `Ich habe die Antwort als veraltet gemeldet. Für Bescheide, die **seit dem 1. Januar 2025** zur Post gegeben werden, gilt der **vierte Tag** nach der Aufgabe zur Post; § 37 Abs. 2 SGB X wurde wegen der längeren Brieflaufzeiten geändert. Für elektronisch übermittelte Bescheide gilt nach Satz 2 dasselbe, gerechnet ab der Absendung.

Beispiel: Aufgabe zur Post am 3., Bekanntgabe am 7. des Monats. Alles andere in der Antwort passt nach meinem Verständnis noch, vor allem der Vermerk über den Tag der Aufgabe.`,
      },
      { kind: "helpful", daysAgo: 8, time: "08:40", by: ["huber", "dangelo", "mueller"], answer: "hinweis" },
    ],
  },
  {
    key: "nachholung",
    category: "mitwirkung",
    author: "dangelo",
    daysAgo: 76,
    time: "10:15",
    title: "Unterlagen erst nach der Versagung eingereicht: Wie geht es weiter?",
    tags: ["Versagung", "Mitwirkung", "Nachholung"],
    body: `Ich hatte Lohnabrechnungen und den Mietvertrag angefordert, mit Frist und dem Hinweis auf die Folgen. Weil nichts kam, habe ich das Wohngeld wegen fehlender Mitwirkung versagt. Fünf Wochen später, die Widerspruchsfrist war gerade abgelaufen, lag ein Umschlag mit allen Unterlagen im Briefkasten. Die Person schreibt, sie sei im Krankenhaus gewesen.

- Muss sie einen neuen Antrag stellen?
- Kann ich rückwirkend ab dem ursprünglichen Antrag bewilligen, obwohl der Versagungsbescheid bestandskräftig ist?
- Was gehört in die Entscheidung?`,
    sameQuestionBy: ["huber", "meier"],
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 75, time: "08:45", by: "albrecht" },
      {
        kind: "return",
        daysAgo: 75,
        time: "16:10",
        by: "vogt",
        note: "Herr Albrecht ist diese Woche nicht im Haus, ich gebe die Frage für ihn zurück und übernehme sie morgen.",
      },
      { kind: "take", daysAgo: 74, time: "08:30", by: "vogt" },
      {
        kind: "officialAnswer",
        daysAgo: 74,
        time: "12:05",
        by: "vogt",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewInDays: 230,
        text: `**Kurz:** Ein neuer Antrag ist nicht nötig. Ob Wohngeld auch für die Zeit bis zur Nachholung geleistet wird, entscheiden Sie nach Ermessen (§ 67 SGB I).

**Begründung**
- Versagt wird nur „bis zur Nachholung der Mitwirkung“ (§ 66 Abs. 1 Satz 1 SGB I). Über den Anspruch selbst ist damit noch nicht entschieden; der ursprüngliche Antrag lebt fort.
- Wird die Mitwirkung nachgeholt und liegen die Voraussetzungen vor, *kann* die versagte Leistung nachträglich ganz oder teilweise erbracht werden (§ 67 SGB I). Die Bestandskraft steht dem nicht entgegen.

**Vorgehen**
1. Die Unterlagen prüfen, als wären sie rechtzeitig eingegangen: Besteht ein Anspruch, ab wann und in welcher Höhe?
2. Ab dem Tag der Nachholung trägt der Grund der Versagung nicht mehr.
3. Für die Zeit davor Ermessen ausüben und **begründen**. Abzuwägen sind etwa der Grund der Verspätung (hier das Krankenhaus), ihre Dauer, der Aufwand und die Folgen für den Haushalt.
4. Einen neuen Bescheid erlassen, der auf die Versagung Bezug nimmt.

Prüfen Sie nebenbei, ob der Hinweis in der Aufforderung konkret genug war. Fehlt er, war schon die Versagung rechtswidrig (§ 66 Abs. 3 SGB I); dann bitte bei uns melden.`,
      },
      { kind: "accept", daysAgo: 74, time: "13:20", by: "dangelo", answer: "antwort" },
      { kind: "helpful", daysAgo: 73, time: "09:00", by: ["huber", "meier", "mueller"], answer: "antwort" },
      {
        kind: "comment",
        daysAgo: 73,
        time: "09:30",
        by: "meier",
        on: "antwort",
        text: "Zum Hinweis selbst gibt es ein gutes Beispiel unter „Gute Praxis“, Schreiben und Textbausteine.",
      },
    ],
  },
  {
    key: "anhoerung-vorlage",
    category: "mitwirkung",
    author: "mueller",
    daysAgo: 30,
    time: "15:05",
    title: "Alte Vorlage für das Anhörungsschreiben: Welche ist die richtige?",
    tags: ["Vorlage", "Anhörung"],
    body: `In der Vorlagenliste stehen zwei Anhörungsschreiben mit fast gleichem Namen. Das eine hat noch den alten Briefkopf und nennt eine Telefonnummer, die es seit dem Umzug der Wohngeldstelle nicht mehr gibt. Das andere ist neuer, dort fehlt aber der Absatz, in dem wir um eine Stellungnahme innerhalb einer bestimmten Frist bitten.

Welche Vorlage sollen wir verwenden, bis beide bereinigt sind? Und wer pflegt sie eigentlich, Grundsatz und Recht oder die Fachverfahrensbetreuung?`,
    endsAs: "closed",
    events: [
      {
        kind: "answer",
        daysAgo: 30,
        time: "15:50",
        by: "huber",
        key: "hinweis",
        text: `Ich nehme die neuere und füge den Absatz mit der Frist von Hand ein. Gepflegt werden die Vorlagen meines Wissens von Herrn Yıldız, die Inhalte gibt Grundsatz und Recht frei.`,
      },
      {
        kind: "comment",
        daysAgo: 29,
        time: "09:10",
        by: "yildiz",
        on: "hinweis",
        text: "Stimmt. Die alte Vorlage ist seit heute Morgen ausgeblendet, in der neuen steht der Absatz wieder.",
      },
      {
        kind: "comment",
        daysAgo: 29,
        time: "09:35",
        by: "mueller",
        on: "question",
        text: "Danke, es gibt jetzt nur noch eine Vorlage. Ich schließe die Frage, damit niemand mehr sucht.",
      },
      { kind: "close", daysAgo: 29, time: "09:36", by: "mueller" },
    ],
  },
]
