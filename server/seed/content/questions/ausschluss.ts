import { LAW_MAY_CHANGE, type SeedQuestion } from "../types.ts"

export const ausschluss: SeedQuestion[] = [
  {
    key: "vermoegen",
    category: "ausschluss",
    author: "albrecht",
    daysAgo: 110,
    time: "13:00",
    title: "Erhebliches Vermögen: Wo liegt der Richtwert?",
    tags: ["Vermögen", "Telefonanfrage"],
    body: `*Telefonanfrage aus der Wohngeldstelle, von der Fachabteilung eingestellt.*

Zwei zu berücksichtigende Haushaltsmitglieder geben Guthaben auf einem Tagesgeldkonto und einen kleinen Fondssparplan an, zusammen rund 70.000 Euro. Außerdem besitzen sie ein älteres Auto. In der Wohngeldstelle waren verschiedene Werte im Umlauf, teils aus dem SGB II übernommen.

- Gibt es im Wohngeldrecht eine feste Grenze?
- Wo ist der Richtwert zu finden, und wie wird er für mehrere Personen gebildet?
- Was ist zu tun, wenn der Wert knapp überschritten ist?`,
    enteredWithAnswer: true,
    endsAs: "answered",
    events: [
      {
        kind: "officialAnswer",
        daysAgo: 110,
        time: "13:00",
        by: "albrecht",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewOn: LAW_MAY_CHANGE,
        text: `**Kurz:** Das Gesetz nennt keine feste Grenze. Der Richtwert der Verwaltungsvorschrift liegt bei **60.000 Euro für das erste** und **30.000 Euro für jedes weitere** zu berücksichtigende Haushaltsmitglied. Bei zwei Personen sind das 90.000 Euro; der Fall liegt darunter.

**Begründung**
- Ein Wohngeldanspruch besteht nicht, soweit die Inanspruchnahme missbräuchlich wäre, insbesondere wegen erheblichen Vermögens (§ 21 Nr. 3 WoGG).
- Was in der Regel als erheblich gilt, steht in Nr. 21.37 der Wohngeld-Verwaltungsvorschrift (Teil A). Gemeint ist *verwertbares* Vermögen.
- Es ist ein Richtwert. Er ersetzt nicht die Prüfung, ob die Inanspruchnahme im Einzelfall missbräuchlich wäre.
- Ein älteres Auto im üblichen Rahmen ist kein Anlass, genauer zu prüfen.

**Vorgehen**
1. Nur bei konkreten Anhaltspunkten näher prüfen; hier sind es die angegebenen Guthaben. Dann das Vermögen aller zu berücksichtigenden Haushaltsmitglieder zusammenrechnen und den Stichtag vermerken.
2. Werte aus dem SGB II *nicht* einfach übernehmen; dort gelten eigene Regeln.
3. Bei Überschreitung anhören und die besonderen Umstände würdigen, bevor Sie ablehnen.
4. Liegt das Vermögen deutlich darunter, genügt ein kurzer Vermerk.

Die Regel soll ab 2027 im Gesetz selbst stehen (Gesetzentwurf, BT-Drs. 21/8284). Deshalb die Wiedervorlage an einem festen Tag; bitte vor jeder Ablehnung nachsehen.`,
      },
      {
        kind: "helpful",
        daysAgo: 91,
        time: "09:30",
        by: ["dangelo", "mueller", "meier", "huber"],
        answer: "antwort",
      },
    ],
  },
  {
    key: "jobcenter-bewilligt",
    category: "ausschluss",
    author: "meier",
    daysAgo: 84,
    time: "11:05",
    title: "SGB-II-Leistung bewilligt: Ab wann ist unser Bescheid unwirksam, wen unterrichten wir?",
    tags: ["Jobcenter", "Unwirksamkeit", "Ausschluss"],
    body: `Wir haben Wohngeld für zwölf Monate bewilligt. Nun teilt das Jobcenter mit, dass ein zu berücksichtigendes Haushaltsmitglied Leistungen nach dem SGB II einschließlich der Kosten der Unterkunft erhält. Der Antrag dort wurde mitten im Monat gestellt, die Bewilligung wirkt aber auf den Monatsersten.

- Ab welchem Tag ist unser Bescheid unwirksam? Muss ich ihn zusätzlich aufheben?
- Wen muss ich worüber unterrichten, und gilt das für den ganzen Haushalt, wenn nur eine Person Leistungen bekommt?`,
    sameQuestionBy: ["huber", "mueller"],
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 83, time: "08:30", by: "albrecht" },
      {
        kind: "askBack",
        daysAgo: 83,
        time: "09:10",
        by: "albrecht",
        text: `Zwei Rückfragen, damit die Antwort passt:

1. Von welchem Tag an ist die Leistung nach dem SGB II **bewilligt**, und wird sie als Zuschuss oder als Darlehen gewährt?
2. Wie viele weitere Personen gehören zum Haushalt, und sind sie in die Berechnung des Jobcenters einbezogen?`,
      },
      {
        kind: "reply",
        daysAgo: 82,
        time: "10:40",
        by: "meier",
        text: `Bewilligt ist ab dem 1. {Monat-3}, als Zuschuss. Zum Haushalt gehört noch ein volljähriges Kind mit eigenem Einkommen, das in die Berechnung des Jobcenters *nicht* einbezogen wurde.`,
      },
      {
        kind: "officialAnswer",
        daysAgo: 81,
        time: "14:05",
        by: "albrecht",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewInDays: 190,
        text: `**Kurz:** Der Bescheid ist ab dem 1. {Monat-3} kraft Gesetzes unwirksam, und zwar **insgesamt**. Zu unterrichten ist die wohngeldberechtigte Person, mit Hinweis auf die Antragsfrist nach § 25 Abs. 4 WoGG.

**Begründung**
- Der Bewilligungsbescheid wird von dem Zeitpunkt an unwirksam, ab dem *ein* zu berücksichtigendes Haushaltsmitglied nach den §§ 7 und 8 Abs. 1 WoGG ausgeschlossen ist (§ 28 Abs. 3 WoGG). Eine Aufhebung ist nicht nötig.
- Der Ausschluss beginnt mit dem Ersten des Monats, für den die Leistung beantragt oder bewilligt ist, bei einem Beginn im Lauf des Monats mit dem Ersten des nächsten (§ 8 Abs. 1 Satz 2 WoGG).
- Die Pflicht zur Unterrichtung steht in § 28 Abs. 5 WoGG.

**Vorgehen**
1. Zahlung einstellen und die Unwirksamkeit schriftlich mitteilen.
2. Zugleich auf die Frist hinweisen: Wegen des nicht ausgeschlossenen Kindes kann bis zum Ende des Kalendermonats, der auf die Kenntnis von der Unwirksamkeit folgt, neu beantragt werden (§ 25 Abs. 4 Satz 1 Nr. 2 WoGG).
3. Für schon gezahlte Monate **zuerst** den Erstattungsanspruch gegen das Jobcenter anmelden (§ 103 SGB X). Soweit er besteht, ist von der Person nichts zu erstatten (§ 107 SGB X). Er entfällt, soweit das Jobcenter zahlte, bevor es vom Wohngeld wusste.
4. Nur den Rest nach § 50 Abs. 2 SGB X zurückfordern, nach Anhörung (§ 24 SGB X).
5. Die Mitteilung des Jobcenters mit Eingangsdatum zur Akte nehmen.

Lief der Antrag dort schon, als unser Bescheid erging, gilt stattdessen § 45 SGB X (BVerwG, 5 C 2.18).`,
      },
      { kind: "accept", daysAgo: 81, time: "15:20", by: "meier", answer: "antwort" },
      { kind: "helpful", daysAgo: 80, time: "08:40", by: ["huber", "mueller", "dangelo"], answer: "antwort" },
      {
        kind: "comment",
        daysAgo: 80,
        time: "09:00",
        by: "huber",
        on: "antwort",
        text: "Den Hinweis auf die Antragsfrist haben wir im Standardschreiben bisher leicht überlesen. Ich würde ihn dort fett setzen.",
      },
    ],
  },
  {
    key: "jobcenter-abgelehnt",
    category: "ausschluss",
    author: "dangelo",
    daysAgo: 47,
    time: "09:55",
    title: "Jobcenter hat abgelehnt: Wohngeld ab welchem Monat?",
    tags: ["Jobcenter", "Bewilligungszeitraum"],
    body: `Eine Person hatte im {Monat-4} Leistungen nach dem SGB II beantragt. Das Jobcenter hat mit Bescheid vom 18. {Monat-2} abgelehnt, und zwar für die Zeit ab dem 1. {Monat-4}; das Einkommen reiche aus. Der Ablehnungsbescheid kam nach ihren Angaben am 21. {Monat-2} an. Am 22. {Monat-1} hat sie bei uns Wohngeld beantragt.

Beginnt der Bewilligungszeitraum im {Monat-1}, oder kann ich bis {Monat-4} zurückgehen? Und was wäre gewesen, wenn sie erst im {Monat} gekommen wäre?`,
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 46, time: "13:10", by: "vogt" },
      {
        kind: "officialAnswer",
        daysAgo: 45,
        time: "10:05",
        by: "vogt",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewInDays: 230,
        text: `**Kurz:** Der Bewilligungszeitraum beginnt am **1. {Monat-4}**. Bei einem Antrag im {Monat} wäre die Rückwirkung verloren gewesen; dann hätte er im {Monat} begonnen.

**Begründung**
- Nach einer Ablehnung beginnt der Bewilligungszeitraum am Ersten des Monats, von dem ab die Leistungen nach § 7 Abs. 1 WoGG abgelehnt worden sind (§ 25 Abs. 3 Satz 1 WoGG).
- Voraussetzung: Der Wohngeldantrag wird vor Ablauf des Kalendermonats gestellt, der auf die **Kenntnis** der Ablehnung folgt. Kenntnis im {Monat-2}, also Frist bis Ende {Monat-1}.
- Der Ausschluss während des Verfahrens beim Jobcenter gilt für den abgelehnten Zeitraum als nicht erfolgt (§ 8 Abs. 1 Satz 3 Nr. 2 WoGG).

**Vorgehen**
1. Ablehnungsbescheid anfordern: Ab welchem Tag ist abgelehnt?
2. Den Tag der Kenntnis erfragen und vermerken. Der Tag des Bescheids ist nicht automatisch der Tag der Kenntnis.
3. Die übrigen Voraussetzungen für jeden Monat ab {Monat-4} prüfen.
4. Ein Widerspruch gegen die Ablehnung verlängert die Frist **nicht**, und § 28 SGB X hilft hier nicht weiter (VG Lüneburg, 4 A 395/17). Darauf hinweisen und das Ergebnis festhalten.

Lief vorher schon Wohngeld, das durch den Antrag beim Jobcenter unwirksam wurde, gilt stattdessen § 25 Abs. 4 WoGG.`,
      },
      { kind: "accept", daysAgo: 45, time: "11:45", by: "dangelo", answer: "antwort" },
      { kind: "helpful", daysAgo: 44, time: "09:15", by: ["meier", "huber"], answer: "antwort" },
    ],
  },
  {
    key: "studium",
    category: "ausschluss",
    author: "dangelo",
    daysAgo: 24,
    time: "10:45",
    title: "Alleinlebende Studentin, BAföG wegen Elterneinkommens abgelehnt: Wohngeld möglich?",
    tags: ["Studium", "BAföG"],
    body: `Eine alleinlebende Studentin im vierten Fachsemester beantragt Wohngeld. Ihr BAföG-Antrag wurde abgelehnt, weil das Einkommen der Eltern zu hoch ist. Sie verdient mit einer Nebentätigkeit etwas dazu und wird von den Eltern unterstützt. Im Antrag schreibt sie: „Ich bekomme ja kein BAföG, also muss mir Wohngeld zustehen.“

- Genügt die Ablehnung des BAföG-Amtes, damit § 20 Abs. 2 WoGG nicht greift?
- Wann wäre es anders?
- Wie erkläre ich das freundlich und verständlich?`,
    sameQuestionBy: ["mueller"],
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 23, time: "08:50", by: "vogt" },
      {
        kind: "officialAnswer",
        daysAgo: 22,
        time: "13:15",
        by: "vogt",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewInDays: 210,
        text: `**Kurz:** Nein. Die Förderung steht ihr *dem Grunde nach* zu; dass sie der Höhe nach null beträgt, ändert daran nichts.

**Begründung**
- Kein Wohngeldanspruch besteht, wenn **allen** Haushaltsmitgliedern Ausbildungsförderung dem Grunde nach zusteht oder auf Antrag zustünde (§ 20 Abs. 2 Satz 1 WoGG). Bei einer alleinlebenden Person ist das immer der ganze Haushalt.
- Das gilt ausdrücklich auch, wenn der Höhe nach kein Anspruch besteht (Satz 2). Die Anrechnung des Elterneinkommens betrifft nur die Höhe.

**Anders kann es sein,**
- wenn die Förderung schon dem Grunde nach ausscheidet, zum Beispiel weil persönliche Voraussetzungen fehlen oder die Förderungshöchstdauer überschritten ist,
- wenn sie ausschließlich als Darlehen gewährt wird (Satz 3),
- wenn zum Haushalt ein weiteres Mitglied gehört, dem keine solche Förderung zusteht.

**Vorgehen**
1. Den Ablehnungsbescheid anfordern und auf den **Grund** der Ablehnung achten.
2. Ist der Grund unklar, beim Amt für Ausbildungsförderung nachfragen; die Studentin kann dem zustimmen.
3. Im Schreiben nicht mit „Sie sind Studentin“ begründen, sondern mit dem Vorrang der Ausbildungsförderung, und auf deren Beratung hinweisen.`,
      },
      { kind: "accept", daysAgo: 22, time: "14:10", by: "dangelo", answer: "antwort" },
      { kind: "helpful", daysAgo: 21, time: "09:25", by: ["mueller", "huber", "meier"], answer: "antwort" },
      {
        kind: "comment",
        daysAgo: 21,
        time: "09:40",
        by: "mueller",
        on: "antwort",
        text: "Der Satz „dem Grunde nach, nicht der Höhe nach“ hilft auch am Telefon.",
      },
    ],
  },
]
