import type { SeedQuestion } from "../types.ts"

export const haushalt: SeedQuestion[] = [
  {
    key: "betreuung",
    category: "haushalt",
    author: "mueller",
    daysAgo: 92,
    time: "09:45",
    title: "Betreuung rund 40 zu 60: Ist das Kind bei beiden Eltern Haushaltsmitglied?",
    tags: ["Wechselmodell", "Trennung", "Kinder"],
    body: `Die Eltern leben seit zwei Jahren getrennt und betreuen ihr Kind (9) abwechselnd. Nach ihrem Plan ist das Kind an 6 von 14 Tagen beim Vater und an 8 von 14 Tagen bei der Mutter, in den Ferien je zur Hälfte. Der Vater hat jetzt Wohngeld beantragt und das Kind als Haushaltsmitglied angegeben; gemeldet ist es mit der Hauptwohnung bei der Mutter, die auch das Kindergeld erhält.

- Zählt das Kind im Haushalt des Vaters voll mit, obwohl die Betreuung nicht genau hälftig ist?
- Ist die Meldeadresse oder das Kindergeld dafür von Bedeutung?
- Welche Nachweise reichen aus?`,
    sameQuestionBy: ["dangelo", "huber", "meier"],
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 91, time: "08:20", by: "vogt" },
      {
        kind: "officialAnswer",
        daysAgo: 90,
        time: "10:50",
        by: "vogt",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewInDays: 200,
        text: `**Kurz:** Ja. Bei 6 und 8 von 14 Tagen ist das Kind bei beiden Elternteilen Haushaltsmitglied.

**Begründung**
- Betreuen nicht nur vorübergehend getrennt lebende Eltern ein Kind zu annähernd gleichen Teilen, ist es bei beiden Haushaltsmitglied (§ 5 Abs. 4 Satz 1 WoGG).
- Gleiches gilt bei einer Aufteilung bis zu einem Verhältnis von mindestens **einem Drittel zu zwei Dritteln** je Kind (Satz 2). Rund 43 zu 57 liegt deutlich darüber.
- Die Vorschrift stellt auf die tatsächliche Betreuung ab. Meldeadresse und Kindergeld können Anhaltspunkte sein, entscheiden aber nicht.
- Bei zwei oder mehr Kindern, für die dieses Verhältnis *nicht* erreicht wird, beachten Sie Satz 3 (jüngstes Kind).

**Vorgehen**
1. Übereinstimmende Erklärungen beider Eltern oder die Betreuungsvereinbarung zur Akte nehmen; ein Betreuungsplan über einen üblichen Monat genügt.
2. Widersprechen sich die Eltern, weitere Nachweise anfordern und die Würdigung vermerken.
3. Leistet der Elternteil für dieses Kind Unterhalt an den anderen Haushalt, den Abzug nach § 18 Satz 1 Nr. 2 WoGG prüfen.
4. Im Bescheid die Mitteilungspflichten nennen: Ändert sich die Betreuung, kann sich die Zahl der Haushaltsmitglieder ändern.`,
      },
      { kind: "accept", daysAgo: 90, time: "11:30", by: "mueller", answer: "antwort" },
      {
        kind: "helpful",
        daysAgo: 89,
        time: "08:30",
        by: ["huber", "meier", "dangelo", "schoeller"],
        answer: "antwort",
      },
      {
        kind: "comment",
        daysAgo: 89,
        time: "10:15",
        by: "huber",
        on: "antwort",
        text: "Ein Monatsplan als Nachweis hat bei uns bisher immer gereicht. Ich lade meinen Vordruck in „Schreiben und Textbausteine“ hoch, sobald er überarbeitet ist.",
      },
      {
        kind: "comment",
        daysAgo: 88,
        time: "09:05",
        by: "vogt",
        on: "antwort",
        text: "Gern. Bitte darauf achten, dass beide Elternteile ihn bestätigen können, ohne dass wir Daten des einen an den anderen weitergeben.",
      },
    ],
  },
  {
    key: "sterbefall",
    category: "haushalt",
    author: "dangelo",
    daysAgo: 61,
    time: "11:20",
    title: "Haushaltsmitglied verstorben: Wie lange zählt es mit?",
    tags: ["Todesfall", "Änderung"],
    body: `In einem Drei-Personen-Haushalt (wohngeldberechtigte Person, Ehepartner, erwachsene Tochter) ist der Ehepartner am 12. {Monat-3} verstorben. Die Wohnung wird weiter bewohnt, der Bewilligungszeitraum läuft noch bis Ende {Monat+4}. Die Rente des verstorbenen Haushaltsmitglieds fällt weg, dafür wird Hinterbliebenenrente erwartet.

Muss ich die Haushaltsgröße jetzt auf zwei Personen ändern? Eine Kollegin meinte, das sei „erst nach einem Jahr“ der Fall. Gilt das auch dann noch, wenn danach über einen neuen Antrag zu entscheiden ist? Und was ist, wenn die Tochter vorher auszieht?`,
    endsAs: "answered",
    events: [
      {
        kind: "answer",
        daysAgo: 61,
        time: "13:40",
        by: "huber",
        key: "hinweis",
        text: `Die zwölf Monate stimmen, sie stehen in § 6 Abs. 2 WoGG. Ich lege mir dafür immer eine Wiedervorlage auf das Ende der Frist. Wie es sich mit einem neuen Bewilligungszeitraum verhält, soll bitte die Fachabteilung sagen.`,
      },
      { kind: "take", daysAgo: 60, time: "09:30", by: "albrecht" },
      {
        kind: "officialAnswer",
        daysAgo: 59,
        time: "10:15",
        by: "albrecht",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewInDays: 220,
        text: `**Kurz:** Bis zum Ende des zwölften Monats nach dem Sterbemonat bleibt die bisherige Anzahl maßgebend, hier also bis Ende {Monat-3} des folgenden Jahres.

**Begründung**
- Stirbt ein zu berücksichtigendes Haushaltsmitglied, ist das für zwölf Monate nach dem Sterbemonat ohne Einfluss auf die bisher maßgebende Anzahl (§ 6 Abs. 2 Satz 1 WoGG).
- Die Regel knüpft an den Todesfall an und nicht an den Bewilligungszeitraum. Sie ist deshalb auch beim nächsten Antrag zu beachten.
- Sie endet vorher, wenn die Wohnung aufgegeben wird, wenn die Zahl der zu berücksichtigenden Haushaltsmitglieder wieder mindestens den früheren Stand erreicht oder wenn der Anteil der verstorbenen Person an den Unterkunftskosten in einer Leistung nach § 7 Abs. 1 WoGG mindestens teilweise berücksichtigt wird (Satz 2).

**Vorgehen**
1. Haushaltsgröße unverändert lassen und eine Wiedervorlage auf das Ende der Frist setzen.
2. Das Einkommen getrennt betrachten: Weggefallene und neue Renten können eine Änderung nach § 27 WoGG auslösen.
3. Ein *Auszug* der Tochter ist kein Fall des § 6 Abs. 2 WoGG. Er ist nach § 27 Abs. 2 Satz 1 Nr. 1 WoGG zu prüfen.

War die verstorbene Person selbst wohngeldberechtigt und lebte sie allein, wird der Bescheid nach § 28 Abs. 1 WoGG unwirksam.`,
      },
      { kind: "accept", daysAgo: 59, time: "11:00", by: "dangelo", answer: "antwort" },
      { kind: "accept", daysAgo: 59, time: "11:02", by: "dangelo", answer: "hinweis" },
      { kind: "helpful", daysAgo: 58, time: "09:40", by: ["mueller", "meier"], answer: "antwort" },
      { kind: "helpful", daysAgo: 58, time: "09:45", by: ["mueller"], answer: "hinweis" },
    ],
  },
]
