import { on, type SeedSession } from "../../types.ts"

const CATEGORIES = "Kategorien, die man auf Anhieb versteht"
const PRACTICE = "Gute Praxis aufschreiben, solange sie jemand weiß"
const ANSWERS = "Antworten, auf die man sich verlassen kann"

export const meetings: SeedSession[] = [
  {
    step: "meeting-1",
    round: {
      mueller: {
        project: CATEGORIES,
        state: "Ich habe in der IT angerufen; die Probeinstallation ist zugesagt.",
        hurdle: "Ohne Datenschutzbeauftragte geht es nicht weiter.",
        request: "Wer kennt Frau Ott?",
      },
      huber: {
        project: PRACTICE,
        state: "Drei Beispiele ausgesucht.",
        hurdle: "Beim Schreiben klingt alles selbstverständlich.",
        request: "Jemand, der dumme Fragen stellt.",
      },
      meier: {
        project: CATEGORIES,
        state: "31 Fragen gesammelt und auf Karten geschrieben.",
        hurdle: "Meine Frau fragt, warum der Küchentisch voller Karten liegt.",
        request: "Wer sortiert mit mir?",
      },
      vogt: {
        project: ANSWERS,
        state: "Liste unserer Rundmails der letzten zwei Jahre.",
        hurdle: "In jeder dritten steht etwas, das nicht mehr gilt.",
        request: "Ideen, wie man das künftig merkt.",
      },
    },
    held: {
      forManagers: false,
      entries: [
        {
          kind: "decision",
          body: "Frau Müller und Herr Meier arbeiten ab jetzt zusammen an den Kategorien.",
        },
        {
          kind: "task",
          body: "Frau Ott, die Datenschutzbeauftragte, zu Workshop 4 einladen",
          who: "meier",
          due: on("workshop-2", -2),
          result: {
            at: on("workshop-2", -3),
            text: "Sie kommt für eine halbe Stunde und freut sich, so früh gefragt zu werden.",
          },
        },
      ],
    },
  },
  {
    step: "meeting-2",
    round: {
      mueller: {
        project: CATEGORIES,
        state: "Neun Kategorien stehen in der Probeinstallation.",
        hurdle: "Bei „Einkommen“ und „Freibeträge“ weiß niemand, wohin.",
        request: "Ein Name für beides.",
      },
      huber: {
        project: PRACTICE,
        state: "Zwei Beispiele fertig, eines liegt.",
        hurdle: "Der Absatz mit den Stolpersteinen ist der schwerste.",
        request: "Gegenlesen, bitte ehrlich.",
      },
      vogt: {
        project: ANSWERS,
        state: "Zwei Antworten mit Rechtsstand eingetragen.",
        hurdle: "Keine, nur Zeit.",
        request: "Sagt mir, welche Fragen zuerst kommen sollen.",
      },
    },
    held: {
      forManagers: false,
      entries: [
        {
          kind: "decision",
          body: "Die Kategorie heißt „Einkommen und Freibeträge“. Wer zweifelt, fragt dort.",
        },
        {
          kind: "task",
          body: "Zwei Kolleginnen eine Antwort suchen lassen und schweigend zusehen",
          who: "meier",
          due: on("workshop-3", -3),
          result: {
            at: on("workshop-3", -4),
            text: "Beide haben zuerst die Suche benutzt. An der Startseite haben sie vorbeigesehen.",
          },
        },
      ],
    },
  },
  {
    step: "meeting-3",
    missing: { meier: "made-up" },
    round: {
      mueller: {
        project: CATEGORIES,
        state: "Die Minute mit dem ersten Fall steht.",
        hurdle: "Ich habe noch nie vor dreißig Leuten gesprochen.",
        request: "Einmal proben, ohne Lachen.",
      },
      huber: {
        project: PRACTICE,
        state: "Drei Beispiele stehen in der Probeinstallation.",
        hurdle: "Keine.",
        request: "Wer schreibt die Einwände mit?",
      },
    },
    held: {
      forManagers: false,
      entries: [
        {
          kind: "decision",
          body: "Wenn die Technik ausfällt, erzählt Frau Müller den Fall ohne Bild. Er trägt auch so.",
        },
        { kind: "decision", body: "Auf einen Einwand sagen wir zuerst: „Danke, das schreibe ich auf.“" },
        {
          kind: "task",
          body: "Den Einstieg zweimal laut proben, zu zweit",
          who: "mueller",
          due: on("meeting-3", 4),
          result: { at: on("meeting-3", 5), text: "Beim zweiten Mal war es nur noch halb so schlimm." },
        },
      ],
    },
  },
  {
    step: "meeting-4",
    round: {
      mueller: {
        project: CATEGORIES,
        state: "Seit dem Start kommen jeden Tag ein, zwei Fragen.",
        hurdle: "Manche schreiben mir trotzdem E-Mails.",
        request: "Wie sagt man freundlich: Bitte dort?",
      },
      huber: {
        project: PRACTICE,
        state: "Mein Hinweis-Text wurde übernommen, von jemandem, den ich gar nicht kenne.",
        hurdle: "Keine.",
        request: "Keine.",
      },
      meier: {
        project: CATEGORIES,
        state: "Sprechstunde läuft, beim ersten Mal kamen fünf.",
        hurdle: "In der Außenstelle ist es ruhig.",
        request: "Wer fährt mit mir hin?",
      },
      vogt: {
        project: ANSWERS,
        state: "Die meisten Antworten gebe ich innerhalb von zwei Tagen.",
        hurdle: "Im Urlaub bleibt es liegen.",
        request: "Eine Vertretung, die sich zuständig fühlt.",
      },
    },
    held: {
      forManagers: false,
      entries: [
        {
          kind: "decision",
          body: "Frau Müller stellt die Rückmeldung an die Führungskräfte im Namen der Gruppe zusammen.",
        },
        {
          kind: "decision",
          body: "Herr Albrecht vertritt Frau Vogt und sieht jeden Morgen nach, was offen ist.",
        },
        {
          kind: "task",
          body: "In der Außenstelle eine Stunde zeigen, wie man fragt und findet",
          who: "meier",
          due: on("workshop-5", -2),
          result: {
            at: on("workshop-5", -3),
            text: "Gemeinsam mit Frau Müller. Danach drei Fragen am selben Tag.",
          },
        },
      ],
    },
  },
]
