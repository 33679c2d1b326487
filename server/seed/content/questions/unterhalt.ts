import { LAW_MAY_CHANGE, type SeedQuestion } from "../types.ts"

/** Only the Unterhaltsvorschussstelle sees these: the restricted category of the example. */
export const unterhalt: SeedQuestion[] = [
  {
    key: "bescheinigung",
    category: "unterhalt",
    author: "kowalski",
    daysAgo: 21,
    time: "09:35",
    title: "Bescheinigung für die Wohngeldstelle: Was schreiben wir hinein?",
    tags: ["Bescheinigung", "Datenschutz"],
    body: `In letzter Zeit bitten uns Eltern häufiger um eine Bescheinigung über den Unterhaltsvorschuss, weil die Wohngeldstelle sie angefordert hat. Ich habe bisher den ganzen Bewilligungsbescheid kopiert. Darin stehen aber auch Angaben über den anderen Elternteil, die für das Wohngeld sicher nicht gebraucht werden.

- Welche Angaben benötigt die Wohngeldstelle wirklich?
- Gibt es dafür ein Muster, oder sollen wir eines entwerfen?
- Wer bekommt die Bescheinigung: der Elternteil oder direkt die Wohngeldstelle?`,
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 20, time: "10:00", by: "nowak" },
      {
        kind: "officialAnswer",
        daysAgo: 20,
        time: "13:45",
        by: "nowak",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewOn: LAW_MAY_CHANGE,
        text: `**Kurz:** Bitte keine Kopie des ganzen Bescheids. Es genügen vier Angaben auf unserem neuen Vordruck, ausgehändigt an den Elternteil, der die Leistung beantragt hat.

**Hintergrund**
- Leistungen nach dem Unterhaltsvorschussgesetz gehören beim Wohngeld zum Jahreseinkommen (§ 14 Abs. 2 Nr. 21 WoGG). Die Wohngeldstelle braucht also Höhe und Zeitraum, mehr nicht.
- Angaben über den anderen Elternteil sind dafür nicht erforderlich. Was nicht erforderlich ist, geben wir nicht weiter.

**Das gehört hinein**
1. für welches Kind (Vorname und Geburtsjahr genügen),
2. seit wann und, falls bekannt, bis wann bewilligt ist,
3. der monatliche Betrag,
4. das Datum der Bescheinigung und unsere Stelle.

**Ablauf**
- Der Elternteil erhält die Bescheinigung und reicht sie selbst ein.
- Fragt die Wohngeldstelle unmittelbar bei uns nach, bitte an mich weiterleiten. Eine direkte Auskunft kommt nur im Rahmen der Vorschriften über den Sozialdatenschutz in Betracht (§§ 67 ff. SGB X).
- Ändert sich der Betrag, stellen wir auf Wunsch eine neue Bescheinigung aus.`,
      },
      { kind: "accept", daysAgo: 20, time: "14:30", by: "kowalski", answer: "antwort" },
      {
        kind: "comment",
        daysAgo: 19,
        time: "08:25",
        by: "kowalski",
        on: "antwort",
        text: "Vielen Dank. Der Vordruck liegt jetzt auch am Empfang aus.",
      },
    ],
  },
]
