import type { SeedQuestion } from "../types.ts"

export const antrag: SeedQuestion[] = [
  {
    key: "formlos",
    category: "antrag",
    author: "dangelo",
    daysAgo: 94,
    time: "09:10",
    title: "Antrag per E-Mail ohne Vordruck: Ist das schon ein Wohngeldantrag?",
    tags: ["Antragszeitpunkt", "formlos"],
    body: `Am 30. eines Monats kam eine kurze E-Mail in unser Postfach: „Hiermit beantrage ich Wohngeld für meine Wohnung.“ Name und Anschrift stehen darunter, ein Vordruck ist nicht dabei, eine Unterschrift auch nicht. Der ausgefüllte Vordruck lag erst am 9. des folgenden Monats im Briefkasten.

Für die antragstellende Person geht es um einen ganzen Monat Wohngeld.

- Gilt schon die E-Mail als Antrag, oder erst der Vordruck?
- Muss ich eine Unterschrift verlangen, bevor der Zeitpunkt gewahrt ist?
- Was schreibe ich in das Feld „Antragseingang“ im Fachverfahren?

Bei uns im Team wird das bisher unterschiedlich gehandhabt.`,
    sameQuestionBy: ["meier"],
    endsAs: "answered",
    events: [
      {
        kind: "answer",
        daysAgo: 94,
        time: "11:35",
        by: "huber",
        key: "hinweis",
        text: `Ich trage in solchen Fällen immer den Tag der E-Mail ein und schicke den Vordruck mit der Bitte um Rücksendung hinterher. Eine Antwort der Fachabteilung wäre trotzdem gut, damit wir es alle gleich machen.`,
      },
      { kind: "take", daysAgo: 93, time: "08:40", by: "vogt" },
      {
        kind: "officialAnswer",
        daysAgo: 93,
        time: "14:20",
        by: "vogt",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewInDays: 240,
        text: `**Kurz:** Maßgeblich ist der Eingang der E-Mail. Der Vordruck kann nachgereicht werden.

**Begründung**
- Wohngeld wird nur auf Antrag geleistet (§ 22 Abs. 1 WoGG). Eine bestimmte Form verlangt das Gesetz für den Antrag nicht; das Verfahren ist grundsätzlich nicht an Formen gebunden (§ 9 SGB X).
- Vordrucke *sollen* benutzt werden (§ 60 Abs. 2 Satz 1 SGB I), elektronische Formulare vorrangig (Satz 2). Das betrifft die Angaben, nicht die Frage, wann der Antrag gestellt ist.
- Der Bewilligungszeitraum beginnt am Ersten des Monats, in dem der Antrag gestellt worden ist (§ 25 Abs. 2 Satz 1 WoGG).

**Vorgehen**
1. Als Antragseingang den Tag erfassen, an dem die E-Mail bei uns eingegangen ist, und sie zur Akte nehmen.
2. Den Eingang bestätigen und den Vordruck mit angemessener Frist anfordern.
3. Erkennbar sein müssen die Person und der Wille, Wohngeld zu beantragen. Bei Zweifeln bitte nachfragen, statt den Eingang zurückzuweisen.

Eine bloße Bitte um Informationen oder um Zusendung eines Vordrucks ist im Zweifel auszulegen: Vermerken Sie kurz, warum Sie darin einen Antrag sehen oder nicht.`,
      },
      { kind: "accept", daysAgo: 93, time: "15:05", by: "dangelo", answer: "antwort" },
      { kind: "helpful", daysAgo: 92, time: "09:00", by: ["meier", "mueller", "huber"], answer: "antwort" },
      {
        kind: "comment",
        daysAgo: 92,
        time: "09:20",
        by: "mueller",
        on: "antwort",
        text: "Danke! Der Satz zur Eingangsbestätigung wäre etwas für unsere Textbausteine.",
      },
    ],
  },
  {
    key: "jobcenter-antrag",
    category: "antrag",
    author: "meier",
    daysAgo: 88,
    time: "10:05",
    title: "Wohngeldantrag beim Jobcenter abgegeben: Welches Datum gilt?",
    tags: ["Antragszeitpunkt", "Weiterleitung", "Jobcenter"],
    body: `Eine antragstellende Person hat ihren ausgefüllten Wohngeldantrag am 27. eines Monats an der Empfangstheke des Jobcenters abgegeben. Dort wurde er gestempelt und mit der Dienstpost an uns geschickt. Bei uns trägt er den Eingangsstempel vom 5. des Folgemonats.

Ich würde gern wissen:

1. Gilt der 27. oder der 5.?
2. Was ist, wenn die andere Stelle keinen Stempel angebracht hat und die Person nur sagt, wann sie dort war?
3. Ab wann beginnt dann der Bewilligungszeitraum?`,
    sameQuestionBy: ["huber", "dangelo"],
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 87, time: "09:15", by: "vogt" },
      {
        kind: "officialAnswer",
        daysAgo: 86,
        time: "11:10",
        by: "vogt",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewInDays: 260,
        text: `**Kurz:** Es gilt der 27. Der Bewilligungszeitraum beginnt am Ersten dieses Monats.

**Begründung**
- Anträge, die bei einem unzuständigen Leistungsträger gestellt werden, sind unverzüglich an die zuständige Stelle weiterzuleiten (§ 16 Abs. 2 Satz 1 SGB I).
- Ist die Leistung von einem Antrag abhängig, gilt er als in dem Zeitpunkt gestellt, in dem er bei der anderen Stelle eingegangen ist (§ 16 Abs. 2 Satz 2 SGB I).
- Der Bewilligungszeitraum beginnt am Ersten des Monats der Antragstellung (§ 25 Abs. 2 Satz 1 WoGG).

**Vorgehen**
1. Im Fachverfahren den *früheren* Eingang erfassen, unseren Eingangsstempel nur im Vermerk nennen.
2. Fehlt der Stempel, beim Jobcenter nachfragen. Lässt sich der Tag nicht belegen, entscheiden Sie nach den Umständen (Datum der Unterschrift, Laufzeit der Dienstpost, Angaben der Person) und halten das in einem Vermerk fest.
3. Prüfen Sie zusätzlich, ob Leistungen nach dem SGB II beantragt sind. Davon hängt ab, ob und für welche Zeit ein Ausschluss besteht (§§ 7, 8 WoGG).

Ob in einem Antrag auf Leistungen nach dem SGB II *zugleich* ein Wohngeldantrag steckt, ist eine andere Frage und im Einzelfall auszulegen. Nach einer Ablehnung hilft häufig § 25 Abs. 3 WoGG.`,
      },
      { kind: "accept", daysAgo: 86, time: "13:30", by: "meier", answer: "antwort" },
      { kind: "helpful", daysAgo: 85, time: "10:00", by: ["huber", "dangelo"], answer: "antwort" },
    ],
  },
  {
    key: "jobcenter-weiterleitung",
    category: "antrag",
    author: "dangelo",
    daysAgo: 14,
    time: "13:25",
    title: "Antrag vom Jobcenter weitergeleitet, unser Stempel ist eine Woche jünger",
    tags: ["Weiterleitung"],
    body: `Mit der Dienstpost kam heute ein Wohngeldantrag vom Jobcenter. Der Stempel dort ist vom Monatsletzten, unser eigener von heute, also schon aus dem neuen Monat. Die antragstellende Person hat am Telefon gesagt, sie habe den Umschlag selbst dort eingeworfen, weil das Haus auf ihrem Weg liegt.

Nehme ich für den Beginn des Bewilligungszeitraums den Stempel des Jobcenters oder unseren? Ich finde in meinen Unterlagen aus der Einarbeitung dazu nur eine handschriftliche Notiz.`,
    endsAs: "duplicate",
    events: [
      {
        kind: "comment",
        daysAgo: 14,
        time: "14:00",
        by: "meier",
        on: "question",
        text: "Das hatte ich vor einigen Wochen auch gefragt, die Antwort passt genau auf Ihren Fall.",
      },
      { kind: "duplicateOf", daysAgo: 13, time: "08:30", by: "vogt", question: "jobcenter-antrag" },
    ],
  },
  {
    key: "umzug",
    category: "antrag",
    author: "meier",
    daysAgo: 8,
    time: "15:40",
    title: "Umzug in eine andere Gemeinde: Wer hebt auf und wer fordert zurück?",
    tags: ["Umzug", "Zuständigkeit", "Aufhebung"],
    body: `Eine wohngeldberechtigte Person ist zum 15. eines Monats in eine andere Gemeinde gezogen und hat uns das erst sechs Wochen später mitgeteilt. In der alten Wohnung wohnt niemand mehr aus dem Haushalt. Zwei Monate Wohngeld sind seitdem noch überwiesen worden. Am neuen Wohnort ist inzwischen ein neuer Antrag gestellt, und die dortige Wohngeldbehörde hat uns angerufen.

- Bleiben wir für alles zuständig, was den alten Bescheid betrifft?
- Müssen wir die Akte oder Teile davon abgeben?
- Wie stimmen wir uns mit der anderen Stelle ab, ohne mehr Daten zu übermitteln als nötig?`,
    sameQuestionBy: ["dangelo"],
    endsAs: "in-progress",
    events: [
      {
        kind: "take",
        daysAgo: 7,
        time: "09:05",
        by: "albrecht",
        note: "Ich kläre noch, was wir zur Aktenübersendung vereinbart haben.",
      },
      {
        kind: "comment",
        daysAgo: 7,
        time: "09:10",
        by: "albrecht",
        on: "question",
        text: "Ich bin dran. Einstieg für alle, die mitlesen: § 24 Abs. 5 WoGG. Zur Aktenübersendung frage ich noch im Datenschutz nach.",
      },
    ],
  },
]
