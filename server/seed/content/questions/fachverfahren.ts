import type { SeedQuestion } from "../types.ts"

export const fachverfahren: SeedQuestion[] = [
  {
    key: "freigabe",
    category: "fachverfahren",
    author: "dangelo",
    daysAgo: 19,
    time: "09:40",
    title: "Zahlfall bleibt auf „wartet auf Freigabe“ stehen",
    tags: ["Zahlung", "Vier-Augen-Prinzip", "Fehlermeldung"],
    body: `Ich habe gestern einen Fall bewilligt und zur Freigabe weitergeleitet. Heute steht er immer noch auf *wartet auf Freigabe*, obwohl mein Kollege ihn nach eigener Aussage freigegeben hat. Beim Öffnen erscheint am oberen Rand die Meldung „Freigabe unvollständig: Prüfmerkmal 07 offen“. Das Bildschirmfoto hänge ich an, es stammt aus dem Schulungssystem und enthält keine echten Daten.

Ich habe schon versucht:

- den Fall zu schließen und neu zu öffnen,
- die Freigabe zurückzuziehen und noch einmal zu senden.

Was bedeutet das Prüfmerkmal 07, und schaffe ich es noch in den nächsten Zahllauf?`,
    wantedInDays: -17,
    attachment: {
      name: "zahlfall-freigabe.png",
      alt: "Maske „Zahlfall“ im Schulungssystem: oben die Warnung „Freigabe unvollständig: Prüfmerkmal 07 offen“, darunter die Felder Bewilligungszeitraum, Zahlweg und Status mit dem Wert „wartet auf Freigabe“.",
      image: "screenshot",
    },
    sameQuestionBy: ["meier"],
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 19, time: "10:25", by: "yildiz" },
      {
        kind: "officialAnswer",
        daysAgo: 19,
        time: "11:30",
        by: "yildiz",
        key: "antwort",
        legalStatusDate: "2026-09-01",
        reviewInDays: 110,
        text: `**Kurz:** Das Prüfmerkmal 07 ist der Abgleich der Bankverbindung. Er muss von der *freigebenden* Person bestätigt werden, sonst bleibt die Freigabe unvollständig. In den nächsten Zahllauf kommt der Fall, wenn das bis 14 Uhr am Vortag geschieht.

**Woran es liegt**
- Seit der letzten Aktualisierung gibt es für neue oder geänderte Bankverbindungen ein zusätzliches Kästchen im Reiter **Prüfung**, ganz unten.
- Wird nur auf „Freigeben“ geklickt, speichert das Programm die Freigabe, hält den Zahlfall aber an. Die Meldung sieht man erst beim nächsten Öffnen.

**So geht es weiter**
1. Ihr Kollege öffnet den Fall und wechselt in den Reiter *Prüfung*.
2. Er vergleicht die Bankverbindung mit dem Antrag und setzt das Häkchen bei Merkmal 07.
3. Danach erneut **Freigeben**; der Status wechselt auf „zur Zahlung vorgemerkt“.

Bitte die Freigabe nicht mehrfach zurückziehen: Jeder Durchgang erzeugt einen Eintrag im Protokoll, der später erklärt werden muss. Die Person, die den Fall bearbeitet hat, kann das Merkmal nicht selbst bestätigen; das ist so gewollt.`,
      },
      { kind: "accept", daysAgo: 19, time: "13:15", by: "dangelo", answer: "antwort" },
      { kind: "helpful", daysAgo: 18, time: "08:20", by: ["meier", "huber", "mueller"], answer: "antwort" },
      {
        kind: "comment",
        daysAgo: 18,
        time: "08:45",
        by: "meier",
        on: "antwort",
        text: "Das war mein Versehen, Frau D’Angelo, entschuldigen Sie bitte. Das Kästchen liegt bei mir unterhalb des sichtbaren Bereichs, man muss erst nach unten blättern.",
      },
    ],
  },
  {
    key: "statistik",
    category: "fachverfahren",
    author: "huber",
    daysAgo: 5,
    time: "14:25",
    title: "Plausibilitätsprüfung der Statistik meldet fehlendes Merkmal bei Altfällen",
    tags: ["Wohngeldstatistik", "Plausibilität"],
    body: `Bei der Vorprüfung für die Wohngeldstatistik bekomme ich für elf Fälle die Meldung „Merkmal zur Haushaltsgröße fehlt oder ist nicht schlüssig“. Es handelt sich durchweg um Haushalte, in denen ein Haushaltsmitglied vom Wohngeld ausgeschlossen ist. In der Berechnung stimmt die Anzahl, im Bescheid auch; nur das Statistikfeld ist leer.

- Muss ich die Fälle einzeln öffnen und neu speichern?
- Wird dadurch ein neuer Bescheid erzeugt, oder ist das Feld davon getrennt?
- Bis wann muss die Liste leer sein?`,
    sameQuestionBy: ["mueller"],
    endsAs: "open",
    events: [
      {
        kind: "answer",
        daysAgo: 5,
        time: "15:45",
        by: "dangelo",
        key: "hinweis",
        text: `Bei mir waren es drei Fälle. Ich habe einen geöffnet und ohne Änderung gespeichert, danach war die Meldung weg. Ob dabei im Hintergrund etwas neu erzeugt wurde, konnte ich allerdings nicht erkennen. Deshalb habe ich die anderen beiden erst einmal so gelassen.`,
      },
      { kind: "take", daysAgo: 4, time: "09:15", by: "yildiz" },
      {
        kind: "return",
        daysAgo: 3,
        time: "15:30",
        by: "yildiz",
        note: "Der Hersteller meldet sich Anfang der Woche; ich bin bis dahin in der Schulung. Bitte bis dahin nichts neu speichern.",
      },
    ],
  },
]
