import { LAW_MAY_CHANGE, type SeedQuestion } from "../types.ts"

export const einkommen: SeedQuestion[] = [
  {
    key: "abfindung",
    category: "einkommen",
    author: "meier",
    daysAgo: 55,
    time: "08:50",
    title: "Abfindung vor dem Antrag: Welchem Zeitraum ist sie zuzurechnen?",
    tags: ["Abfindung", "einmaliges Einkommen"],
    body: `Das Arbeitsverhältnis eines Haushaltsmitglieds endete mit dem {Monat-9}. Die Abfindung wurde im {Monat-8} ausgezahlt. Im {Monat-4} haben wir den Wohngeldantrag bekommen; die Person bezieht Arbeitslosengeld. Nach ihren Angaben ist die Abfindung schon ausgegeben, unter anderem für eine Autoreparatur.

In meinen alten Unterlagen steht noch eine Verteilung auf drei Jahre.

- Gilt das noch, oder ist ein kürzerer Zeitraum anzusetzen?
- Spielt es eine Rolle, dass das Geld verbraucht ist?
- Was mache ich mit einem Zeitraum, der im Aufhebungsvertrag genannt ist?`,
    sameQuestionBy: ["mueller"],
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 54, time: "10:10", by: "vogt" },
      {
        kind: "officialAnswer",
        daysAgo: 53,
        time: "09:35",
        by: "vogt",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewOn: LAW_MAY_CHANGE,
        text: `**Kurz:** Ohne festgelegten oder vereinbarten Zeitraum wird die Abfindung auf die **zwölf Monate nach dem Zuflussmonat** verteilt, hier auf die Monate {Monat-7} bis {Monat+4}. Die frühere Verteilung auf drei Jahre gilt seit dem 1. Januar 2023 nicht mehr.

**Begründung**
- Einmaliges Einkommen, das für einen bestimmten Zeitraum bezogen wird, ist diesem Zeitraum zuzurechnen (§ 15 Abs. 2 Satz 1 WoGG).
- Ist kein Zeitraum festgelegt oder vereinbart, wird zu je einem Zwölftel auf die zwölf Monate nach dem Zuflussmonat verteilt (Satz 2).
- Ein Zufluss *vor* der Antragstellung zählt nur, wenn er höchstens ein Jahr zurückliegt (Satz 3). Das ist hier der Fall.
- Ob das Geld noch vorhanden ist, ist für die Zurechnung ohne Bedeutung.

**Vorgehen**
1. Aufhebungsvertrag und Abrechnung anfordern und auf einen eindeutig bestimmten Zeitraum prüfen.
2. Nur die Zwölftel ansetzen, die in den Bewilligungszeitraum fallen.
3. Endet die Zurechnung im Bewilligungszeitraum, prüfen Sie, ob der Zeitraum geteilt oder verkürzt werden soll (§ 25 Abs. 1 Satz 2 WoGG). Bei Zeiträumen, die nicht zwölf Monate umfassen, § 15 Abs. 4 WoGG beachten.
4. Die Abzüge nach § 16 WoGG gelten für einmaliges Einkommen entsprechend.`,
      },
      { kind: "accept", daysAgo: 53, time: "10:20", by: "meier", answer: "antwort" },
      { kind: "helpful", daysAgo: 52, time: "09:00", by: ["mueller", "huber"], answer: "antwort" },
      {
        kind: "comment",
        daysAgo: 52,
        time: "09:10",
        by: "mueller",
        on: "antwort",
        text: "Der Hinweis auf 2023 ist wichtig. In unserer gedruckten Arbeitshilfe steht an dieser Stelle noch der alte Text; ich lasse sie austauschen.",
      },
    ],
  },
  {
    key: "schwerbehinderung",
    category: "einkommen",
    author: "dangelo",
    daysAgo: 37,
    time: "14:15",
    title: "Grad der Behinderung 60 und Pflegegrad 2: Gibt es den Freibetrag?",
    tags: ["Freibetrag", "Schwerbehinderung", "Pflege"],
    body: `Im Haushalt lebt eine Person mit einem Grad der Behinderung von 60. Der Ausweis liegt in Kopie vor. Aus dem Telefonat weiß ich, dass sie außerdem Pflegegrad 2 hat und zu Hause von ihrer Tochter gepflegt wird; einen Nachweis darüber habe ich noch nicht.

Im Fachverfahren kann ich den Freibetrag nur anhaken, wenn ich „100“ oder „unter 100 mit Pflege“ auswähle. Ist der zweite Haken hier richtig, und welchen Nachweis fordere ich für die Pflege an? Ich möchte nicht zweimal schreiben müssen.`,
    endsAs: "answered",
    events: [
      {
        kind: "answer",
        daysAgo: 37,
        time: "15:30",
        by: "huber",
        key: "hinweis",
        text: `Ja, der zweite Haken passt. § 17 Nr. 1 WoGG nennt zwei Fälle: einen Grad der Behinderung von 100 **oder** unter 100, wenn die Person schwerbehindert und pflegebedürftig ist und *gleichzeitig* häuslich oder teilstationär oder in Kurzzeitpflege gepflegt wird.

Ich fordere dafür an:
- Kopie des Ausweises oder des Feststellungsbescheids,
- Bescheid der Pflegekasse über den Pflegegrad.

Die häusliche Pflege ergibt sich bei Pflegegeld meist schon aus diesem Bescheid. Dann reicht ein Schreiben.`,
      },
      { kind: "accept", daysAgo: 36, time: "08:25", by: "dangelo", answer: "hinweis" },
      { kind: "helpful", daysAgo: 36, time: "10:00", by: ["meier", "mueller"], answer: "hinweis" },
      {
        kind: "comment",
        daysAgo: 36,
        time: "10:20",
        by: "dangelo",
        on: "hinweis",
        text: "Genau das habe ich gebraucht, vielen Dank. Beide Nachweise sind angefordert.",
      },
      {
        kind: "officialAnswer",
        daysAgo: 35,
        time: "09:15",
        by: "vogt",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewOn: LAW_MAY_CHANGE,
        text: `**Kurz:** Frau Huber hat recht. Nach dem heutigen § 17 Nr. 1 WoGG steht der Freibetrag zu, sobald beide Nachweise vorliegen.

**Begründung**
- Ein Grad der Behinderung unter 100 genügt, wenn die Person schwerbehindert **und** pflegebedürftig ist und gleichzeitig häuslich, teilstationär oder in Kurzzeitpflege gepflegt wird.
- Auf die Höhe des Pflegegrades kommt es dafür heute nicht an.

**Vorgehen**
1. Bescheid über den Grad der Behinderung und Bescheid der Pflegekasse zur Akte nehmen.
2. Den Tag vermerken, ab dem beide Voraussetzungen zusammen vorliegen.

Der Gesetzentwurf zum Wohngeld (BT-Drs. 21/8284) stellt ab 2027 auf einen Grad der Behinderung von 100 oder auf Pflegegrad 3 ab. Wird er Gesetz, kehrt sich das Ergebnis in diesem Fall um. Deshalb die Wiedervorlage an einem festen Tag.`,
      },
    ],
  },
  {
    key: "freibetrag-alleinerziehend",
    category: "einkommen",
    author: "meier",
    daysAgo: 6,
    time: "10:30",
    title: "Freibetrag für Alleinerziehende, wenn sich die Eltern die Betreuung teilen?",
    tags: ["Freibetrag", "Wechselmodell", "Kinder"],
    body: `Ein getrennt lebender Elternteil bewohnt die Wohnung mit zwei Kindern (6 und 11). Beide Kinder sind nach dem Betreuungsplan knapp die Hälfte der Zeit bei ihm und sonst beim anderen Elternteil; als Haushaltsmitglieder zählen sie bei uns deshalb mit. Im Antrag ist der Freibetrag für Alleinerziehende angekreuzt.

Ich bin unsicher, wie die Voraussetzung zum Kindergeld in § 17 Nr. 3 WoGG zu verstehen ist, wenn die Eltern es sich intern aufteilen. Wird der Freibetrag bei beiden Elternteilen berücksichtigt, bei einem oder bei keinem?`,
    sameQuestionBy: ["huber"],
    endsAs: "asked-back",
    events: [
      { kind: "take", daysAgo: 5, time: "08:45", by: "vogt" },
      {
        kind: "askBack",
        daysAgo: 5,
        time: "09:20",
        by: "vogt",
        text: `Damit ich genau antworten kann, brauche ich noch zwei Angaben:

1. Für welches Kind ist welcher Elternteil nach dem Bescheid der Familienkasse kindergeldberechtigt?
2. Wohnt außer den Kindern noch jemand in der Wohnung, auch zeitweise?`,
      },
    ],
  },
]
