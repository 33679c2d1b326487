import { LAW_MAY_CHANGE, type SeedQuestion } from "../types.ts"

export const rueckforderung: SeedQuestion[] = [
  {
    key: "bagatellgrenze",
    category: "rueckforderung",
    author: "huber",
    daysAgo: 50,
    time: "11:10",
    title: "Bagatellgrenze von 50 Euro bei Rückforderungen: Gilt sie noch?",
    tags: ["Rückforderung", "Bagatellgrenze"],
    body: `Nach einer Neuentscheidung von Amts wegen bleibt eine Überzahlung von 38 Euro übrig. In meinen Unterlagen habe ich die Notiz, dass bis 50 Euro nicht zurückgefordert wird. Eine Kollegin meint, das sei nur ein Versuch gewesen und inzwischen vorbei; im Gesetzestext stehe der Paragraf aber noch.

- Kann ich von der Rückforderung absehen?
- Macht es einen Unterschied, dass der Bewilligungszeitraum schon im letzten Jahr begonnen hat?`,
    sameQuestionBy: ["dangelo"],
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 49, time: "09:25", by: "albrecht" },
      {
        kind: "officialAnswer",
        daysAgo: 48,
        time: "10:35",
        by: "albrecht",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewOn: LAW_MAY_CHANGE,
        text: `**Kurz:** Nein, auf § 30a WoGG können wir uns nicht mehr stützen. Die Erprobung dauerte nur bis zum **31. Dezember 2024**.

**Begründung**
- § 30a WoGG sah *zur Erprobung* vor, dass bis zu 50 Euro von einer Erstattung überzahlten Wohngeldes abgesehen wird. Satz 3 begrenzt die Erprobung ausdrücklich bis Ende 2024. Deshalb steht der Paragraf noch im Gesetz, wirkt für neue Entscheidungen aber nicht mehr.
- Über eine Verlängerung ist uns zum angegebenen Rechtsstand nichts bekannt.

**Vorgehen**
1. Die Überzahlung nach § 50 SGB X geltend machen, nach Anhörung (§ 24 SGB X). Wird mit weniger als 70 Euro **aufgerechnet**, kann die Anhörung zur Aufrechnung entfallen (§ 24 Abs. 2 Nr. 7 SGB X).
2. Prüfen, ob gegen laufendes Wohngeld aufgerechnet werden kann (§ 29 Abs. 2 WoGG). Bei kleinen Beträgen ist das für alle der einfachste Weg; die Lage des Haushalts ist bei der Ermessensausübung zu berücksichtigen.
3. Kleinbetragsregelungen des Haushaltsrechts betreffen die Einziehung und nicht die Frage, ob ein Erstattungsbescheid ergeht. Dazu bitte die Kämmerei fragen.

Der Beginn des Bewilligungszeitraums spielt in Ihrem Fall keine Rolle: Über die Erstattung wird erst jetzt entschieden. Ältere Fälle, bei denen die Aufhebung noch in die Zeit der Erprobung fällt, legen Sie uns bitte vor.`,
      },
      { kind: "accept", daysAgo: 48, time: "11:15", by: "huber", answer: "antwort" },
      { kind: "helpful", daysAgo: 47, time: "08:50", by: ["dangelo", "meier"], answer: "antwort" },
    ],
  },
  {
    key: "haftung",
    category: "rueckforderung",
    author: "mueller",
    daysAgo: 2,
    time: "10:10",
    title: "Erstattung: An wen richten wir den Bescheid, wenn ein erwachsenes Kind ausgezogen ist?",
    tags: ["Erstattung", "Gesamtschuld"],
    body: `Wir müssen Wohngeld für vier Monate zurückfordern. In diesem Zeitraum waren die wohngeldberechtigte Person, ihr Ehepartner und ein volljähriges Kind berücksichtigt. Das Kind ist inzwischen ausgezogen, das Paar lebt getrennt. Die wohngeldberechtigte Person schreibt, sie könne allein nicht zahlen, und bittet uns, „die anderen auch heranzuziehen“.

Mir ist bekannt, dass die volljährigen berücksichtigten Haushaltsmitglieder als Gesamtschuldner haften (§ 29 Abs. 1 WoGG).

- Nach welchen Gesichtspunkten wählen wir aus, wen wir in Anspruch nehmen?
- Ein Bescheid an alle, oder mehrere Bescheide?
- Wie vermeiden wir, dass eine Person Daten der anderen erfährt?`,
    sameQuestionBy: ["huber", "meier"],
    endsAs: "open",
    events: [],
  },
]
