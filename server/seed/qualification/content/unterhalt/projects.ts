import { ago, on, type SeedProject } from "../../types.ts"

export const projects: SeedProject[] = [
  {
    key: "bescheinigung",
    by: "kowalski",
    with: ["dangelo"],
    at: on("workshop-1", 1, "09:20"),
    fields: {
      title: "Eine Bescheinigung, die beim ersten Mal stimmt",
      goal: "Wohngeldstelle und Unterhaltsvorschussstelle haben ein gemeinsames Muster. Was hineingehört, steht mit Begründung im Forum, und niemand muss mehr anrufen, um es zu erfahren.",
      reason:
        "In einer gewöhnlichen Woche rufen wir einander viermal wegen derselben Bescheinigung an. Jedes Gespräch ist freundlich, und jedes ist überflüssig.",
      concerned: "Kolleginnen und Kollegen beider Stellen; mittelbar alle, die auf ihren Bescheid warten",
      risks:
        "Zwei Stellen, zwei Gewohnheiten. Wenn wir das Muster zu genau machen, passt es auf keinen Fall mehr.",
    },
    items: [
      {
        kind: "milestone",
        title: "Alle Fassungen des Musters liegen auf einem Tisch",
        day: on("meeting-1", 0),
        done: on("meeting-1", -2, "15:00"),
      },
      {
        kind: "milestone",
        title: "Entwurf des gemeinsamen Musters",
        day: on("workshop-2", 5),
        done: on("workshop-2", 6, "11:30"),
      },
      { kind: "milestone", title: "Beide Stellen arbeiten mit dem Muster", day: on("workshop-3", -3) },
      {
        kind: "milestone",
        title: "Die Frage steht mit bestätigter Antwort im Forum",
        day: on("workshop-3", 5),
      },
      {
        kind: "task",
        title: "Rückfragen der Wohngeldstelle eine Woche lang sammeln",
        day: on("workshop-1", 8),
        who: "dangelo",
        done: on("workshop-1", 8, "16:00"),
      },
      {
        kind: "task",
        title: "Entwurf mit zwei Fällen ausprobieren, ohne Namen",
        day: on("meeting-2", -1),
        who: "kowalski",
      },
    ],
    decisions: [
      {
        by: "kowalski",
        at: on("meeting-1", 1, "09:00"),
        body: "Wir nehmen die jüngste Fassung als Grundlage, auch wenn sie nicht die schönste ist. Sonst diskutieren wir über Schriftarten.",
      },
      {
        by: "dangelo",
        at: on("workshop-2", 2, "13:40"),
        body: "Das Muster bekommt ein freies Feld „Was sonst noch wichtig ist“. So muss niemand anrufen, wenn ein Fall nicht in die Kästchen passt.",
      },
    ],
    comments: [
      {
        by: "weber-klein",
        at: on("meeting-1", 2, "17:10"),
        body: "Schön, dass Sie mit dem Sammeln angefangen haben und nicht mit dem Verbessern. Wer in der Wohngeldstelle sollte den Entwurf sehen, bevor er fertig ist?",
      },
      {
        by: "dangelo",
        at: on("meeting-1", 3, "08:50"),
        body: "Frau Huber. Sie bekommt die meisten Bescheinigungen auf den Tisch und sagt ehrlich, was fehlt.",
      },
      {
        by: "kowalski",
        at: on("workshop-2", 3, "10:15"),
        body: "Frau Huber hat drei Stellen angestrichen. Zwei davon hätten wir selbst nie gesehen.",
      },
    ],
    submissions: [
      {
        by: "kowalski",
        at: on("workshop-1", 2, "09:30"),
        step: "workshop-1",
        message: "Wir brauchen von Ihnen beiden: dass unsere Stellen ein gemeinsames Muster wollen.",
        answers: [
          { by: "lechner", at: on("workshop-1", 3, "08:15"), answer: "agreed", comment: "Ja, unbedingt." },
          {
            by: "schoeller",
            at: on("workshop-1", 5, "16:20"),
            answer: "commented",
            comment:
              "Gern. Bitte denken Sie daran, dass wir die Bescheinigung auch in Altfällen brauchen, die vor Ihrer Zeit entschieden wurden.",
          },
        ],
      },
      {
        by: "dangelo",
        at: on("workshop-2", 7, "11:45"),
        step: "workshop-2",
        message:
          "Der Entwurf des Musters ist fertig. Wir bitten um Ihre Zustimmung, ihn vier Wochen lang auszuprobieren.",
        answers: [{ by: "lechner", at: on("workshop-2", 8, "09:05"), answer: "agreed", comment: "" }],
      },
    ],
    running: { at: on("workshop-1", 6, "10:00") },
  },
  {
    key: "zehn-fragen",
    by: "petersen",
    with: ["nowak"],
    at: on("workshop-1", 1, "10:40"),
    fields: {
      title: "Die zehn häufigsten Fragen zum Unterhaltsvorschuss",
      goal: "Wer neu anfängt, findet die zehn häufigsten Fachfragen mit Antwort und Rechtsstand im Forum, bevor er oder sie zum ersten Mal fragen muss.",
      reason:
        "Ich habe im ersten Jahr dieselben Fragen gestellt wie alle vor mir. Die Antworten haben mir drei Menschen aus dem Kopf gegeben.",
      concerned: "Neue Kolleginnen und Kollegen, Auszubildende, alle in der Vertretung",
      risks: "Dass wir Antworten aufschreiben, die nur bei uns so üblich und nirgends geprüft sind.",
    },
    items: [
      {
        kind: "milestone",
        title: "Liste der Fragen, nach Häufigkeit",
        day: on("meeting-1", -2),
        done: on("meeting-1", -4, "14:00"),
      },
      { kind: "milestone", title: "Fünf Fragen mit Antwort im Forum", day: on("workshop-3", -4) },
      { kind: "milestone", title: "Alle zehn, von der Fachseite bestätigt", day: on("workshop-4", -5) },
      {
        kind: "task",
        title: "Antworten aus dem Postfach heraussuchen und Namen streichen",
        day: on("meeting-2", -3),
        who: "nowak",
        done: ago(3, "15:30"),
      },
      {
        kind: "task",
        title: "Zwei Kolleginnen bitten, die Titel zu lesen: Versteht man sie ohne uns?",
        day: on("meeting-2", 2),
        who: "petersen",
      },
    ],
    decisions: [
      {
        by: "petersen",
        at: on("workshop-1", 9, "12:10"),
        body: "Zehn Fragen, nicht vierzehn. Die übrigen vier hatten nur einmal jemand gestellt.",
      },
      {
        by: "nowak",
        at: on("workshop-2", 4, "09:40"),
        body: "Jede Antwort liest vor dem Einstellen eine zweite Person, und zwar nur auf eine Frage hin: Könnte jemand die Familie erkennen?",
      },
    ],
    comments: [
      {
        by: "nowak",
        at: on("workshop-2", 6, "13:25"),
        body: "Frage 3 habe ich im Chat gefunden, mit zwei verschiedenen Antworten von mir selbst. Das ist wohl der Beweis, dass wir das Forum brauchen.",
      },
    ],
    submissions: [
      {
        by: "petersen",
        at: on("workshop-1", 2, "11:00"),
        step: "workshop-1",
        message: "Wir brauchen zwei Stunden im Monat, in denen das Telefon ruht.",
        answers: [
          {
            by: "lechner",
            at: on("workshop-1", 3, "08:30"),
            answer: "talk",
            comment: "Das Ziel ist gut. Über die zwei Stunden möchte ich vorher mit Ihnen sprechen.",
            talkOn: on("workshop-1", 6),
          },
          {
            by: "lechner",
            at: on("workshop-1", 7, "09:10"),
            answer: "agreed",
            comment: "Wie besprochen: donnerstags von acht bis neun übernimmt die Vertretung das Telefon.",
          },
        ],
      },
      {
        by: "petersen",
        at: on("workshop-2", 5, "10:20"),
        step: "workshop-2",
        message: "",
        answers: [
          {
            by: "lechner",
            at: on("workshop-2", 6, "07:50"),
            answer: "agreed",
            comment: "Gut. Zeigen Sie die ersten drei bitte in der Dienstbesprechung.",
          },
        ],
      },
    ],
    running: { at: on("workshop-1", 7, "13:00") },
  },
  {
    key: "rechtsstand",
    by: "albrecht",
    with: [],
    at: on("workshop-1", 3, "15:10"),
    fields: {
      title: "Rechtsstand auf einen Blick",
      goal: "Jede Antwort der Fachabteilung nennt ihren Rechtsstand, und wer sie gegeben hat, wird rechtzeitig an die Prüfung erinnert.",
      reason: "Zwei Antworten waren veraltet, und gemerkt hat es eine Kollegin am Schalter.",
      concerned: "Grundsatz und Recht; alle, die sich auf eine Antwort verlassen",
      risks: "Wiedervorlagen, die niemand ansieht, sind schlimmer als keine.",
    },
    items: [
      {
        kind: "milestone",
        title: "Übersicht: Welche Antwort hängt an welcher Vorschrift?",
        day: on("workshop-2", -2),
        done: on("workshop-2", -3, "10:00"),
      },
      {
        kind: "milestone",
        title: "Fester Termin im Monat, an dem zwei Personen prüfen",
        day: on("workshop-3", -2),
      },
    ],
    decisions: [
      {
        by: "albrecht",
        at: on("meeting-1", 2, "16:00"),
        body: "Das Datum der Wiedervorlage richtet sich nach der Vorschrift, nicht nach dem Kalender: Was sich selten ändert, prüfen wir jährlich.",
      },
    ],
    comments: [],
    submissions: [
      {
        by: "albrecht",
        at: on("workshop-1", 4, "09:00"),
        step: "workshop-1",
        message: "",
        answers: [
          {
            by: "sommer",
            at: on("workshop-1", 6, "14:45"),
            answer: "agreed",
            comment: "Einverstanden. Nehmen Sie Frau Vogt dazu, sobald es um den gemeinsamen Termin geht.",
          },
        ],
      },
    ],
    running: { at: on("workshop-1", 8, "09:00") },
  },
]
