import type { SeedQuestion } from "../types.ts"

export const miete: SeedQuestion[] = [
  {
    key: "mieterhoehung",
    category: "miete",
    author: "vogt",
    daysAgo: 138,
    time: "10:00",
    title: "Mieterhöhung im Bewilligungszeitraum: 10 oder 15 Prozent?",
    tags: ["Mieterhöhung", "Erhöhungsantrag"],
    body: `*Aus der Sammlung der Rundmails übernommen (Juli 2022).*

Im laufenden Bewilligungszeitraum wird die Miete erhöht, und die wohngeldberechtigte Person beantragt deshalb mehr Wohngeld. In der Praxis werden unterschiedliche Schwellen genannt. Gefragt ist:

- Um wie viel Prozent muss die zu berücksichtigende Miete mindestens steigen, damit neu bewilligt wird?
- Ist die Bruttokaltmiete vor oder nach der Begrenzung durch den Höchstbetrag zu vergleichen?
- Ab welchem Monat wirkt eine rückwirkend verlangte Erhöhung?`,
    enteredWithAnswer: true,
    endsAs: "answered",
    needsReview: true,
    events: [
      {
        kind: "officialAnswer",
        daysAgo: 138,
        time: "10:00",
        by: "vogt",
        key: "antwort",
        legalStatusDate: "2022-07-01",
        reviewInDays: -40,
        text: `*Unverändert aus der Rundmail vom Juli 2022 übernommen; wird bei der Durchsicht der alten Sammlung geprüft.*

**Kurz:** Neu zu bewilligen ist, wenn sich die zu berücksichtigende Miete um mehr als **15 Prozent** erhöht und dadurch das Wohngeld steigt.

**Begründung**
- Maßgeblich ist § 27 Abs. 1 Satz 1 Nr. 2 WoGG. Die Neubewilligung setzt einen Antrag voraus.
- Zu vergleichen ist die *zu berücksichtigende* Miete, also nach der Begrenzung durch den Höchstbetrag. Liegt die bisherige Miete schon darüber, wirkt sich eine Erhöhung nicht aus.
- Hat sich die Miete rückwirkend erhöht, ist auch rückwirkend zu bewilligen, frühestens ab Beginn des laufenden Bewilligungszeitraums (§ 27 Abs. 1 Satz 2 WoGG).

**Vorgehen**
1. Erhöhungsverlangen und Zustimmung zur Akte nehmen.
2. Bisherige und neue zu berücksichtigende Miete gegenüberstellen.
3. Antragsfrist für rückwirkende Erhöhungen nach § 25 WoGG beachten.`,
      },
      {
        kind: "answer",
        daysAgo: 12,
        time: "09:25",
        by: "huber",
        key: "hinweis",
        text: `Achtung, das ist der alte Stand: Seit dem **1. Januar 2023** genügt in § 27 Abs. 1 WoGG eine Erhöhung um mehr als **10 Prozent**. Verglichen wird die zu berücksichtigende Miete *ohne* den Gesamtbetrag zur Entlastung bei den Heizkosten. Die 15 Prozent gelten weiter in § 27 Abs. 2 und 3 WoGG, also bei Verringerungen der Miete und bei Erhöhungen des Einkommens, für die Entscheidung von Amts wegen und für die Mitteilungspflicht.

Frau Vogt, könnten Sie die Antwort bitte ersetzen?`,
      },
      { kind: "helpful", daysAgo: 11, time: "08:50", by: ["dangelo", "mueller", "meier"], answer: "hinweis" },
      {
        kind: "comment",
        daysAgo: 11,
        time: "09:00",
        by: "dangelo",
        on: "hinweis",
        text: "Gut, dass Sie es schreiben. Ich hätte gestern fast einen Antrag mit 12 Prozent abgelehnt.",
      },
    ],
  },
  {
    key: "wohngemeinschaft",
    category: "miete",
    author: "dangelo",
    daysAgo: 3,
    time: "08:35",
    title: "Wohngemeinschaft mit einem Mietvertrag: Welcher Teil der Miete zählt?",
    tags: ["Wohngemeinschaft", "Mietanteil"],
    wantedInDays: 4,
    body: `Drei Personen, die nicht miteinander verwandt sind und nach ihren Angaben getrennt wirtschaften, bewohnen eine Vier-Zimmer-Wohnung. Alle drei stehen im Mietvertrag, Küche, Bad und ein Wohnzimmer werden gemeinsam genutzt. Die Zimmer sind unterschiedlich groß, untereinander haben sie schriftlich vereinbart, wer welchen Anteil der Miete zahlt. Nur eine der drei Personen beantragt Wohngeld.

- Gehe ich von der vereinbarten Aufteilung aus, von der Zimmergröße oder von einem Drittel?
- Reicht die Vereinbarung als Nachweis, oder brauche ich eine Bestätigung der Vermieterseite?

In den nächsten Tagen hat die Person einen Termin bei uns, bis dahin hätte ich gern eine Antwort.`,
    sameQuestionBy: ["meier"],
    endsAs: "open",
    events: [
      {
        kind: "answer",
        daysAgo: 3,
        time: "09:50",
        by: "meier",
        key: "zu-persoenlich",
        text: `Ist das die Wohnung über der Bäckerei am Marktplatz, in der letztes Jahr schon jemand Wohngeld bekommen hat? Die kennen wir doch, da war damals auch etwas mit der Miete.`,
      },
      {
        kind: "hide",
        daysAgo: 3,
        time: "10:20",
        by: "vogt",
        post: "zu-persoenlich",
        reason:
          "Der Beitrag lässt erkennen, um wessen Wohnung es geht. Bitte im Forum nur allgemein beschreiben; für den Einzelfall gibt es die Akte.",
      },
      {
        kind: "comment",
        daysAgo: 3,
        time: "11:15",
        by: "huber",
        on: "question",
        text: "Einen ähnlichen Fall habe ich auch gerade. Bei mir gibt es nur eine mündliche Absprache, die Antwort würde mir also ebenfalls helfen.",
      },
    ],
  },
]
