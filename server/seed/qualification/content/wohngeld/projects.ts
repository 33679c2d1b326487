import { on, type SeedProject } from "../../types.ts"

export const projects: SeedProject[] = [
  {
    key: "kategorien",
    by: "mueller",
    with: ["meier"],
    at: on("workshop-1", 1, "08:50"),
    fields: {
      title: "Kategorien, die man auf Anhieb versteht",
      goal: "Wer eine Fachfrage hat, findet in einer halben Minute die richtige Kategorie, auch in der ersten Woche im Amt.",
      reason:
        "In einer Woche kamen 31 Fragen, 12 davon doppelt. Gesucht hat vorher kaum jemand, weil niemand wusste, wo.",
      concerned: "Alle in der Wohngeldstelle; Grundsatz und Recht, weil dort die Antworten entstehen",
      risks:
        "Dass wir für uns sortieren statt für die, die suchen. Dass aus neun Kategorien neunzehn werden.",
    },
    items: [
      {
        kind: "milestone",
        title: "Alle Fragen einer Woche auf Karten",
        day: on("meeting-1", -2),
        done: on("meeting-1", -3, "14:00"),
      },
      {
        kind: "milestone",
        title: "Kategorien in der Probeinstallation",
        day: on("meeting-2", -1),
        done: on("meeting-2", -2, "15:30"),
      },
      {
        kind: "milestone",
        title: "Zwei Kolleginnen finden eine Antwort ohne Hilfe",
        day: on("workshop-3", -2),
        done: on("workshop-3", -4, "11:00"),
      },
      {
        kind: "milestone",
        title: "Freigabe der Struktur durch die Leitung",
        day: on("workshop-4", 3),
        done: on("workshop-4", 4, "09:00"),
      },
      {
        kind: "task",
        title: "Mit der IT über die Probeinstallation sprechen",
        day: on("meeting-1", -3),
        who: "mueller",
        done: on("meeting-1", -4, "10:00"),
      },
      {
        kind: "task",
        title: "Schreibhilfe zu jeder Kategorie, höchstens vier Zeilen",
        day: on("workshop-3", -3),
        who: "mueller",
        done: on("workshop-3", -3, "16:20"),
      },
    ],
    decisions: [
      {
        by: "mueller",
        at: on("meeting-1", 2, "09:30"),
        body: "Wir sortieren die Karten danach, wie gefragt wird, und nicht nach Paragrafen. Die Paragrafen stehen in den Antworten.",
      },
      {
        by: "meier",
        at: on("meeting-2", 1, "10:10"),
        body: "„Einkommen“ und „Freibeträge“ werden eine Kategorie. In der Praxis trennt sie niemand.",
      },
      {
        by: "mueller",
        at: on("workshop-4", 1, "13:15"),
        body: "Die Kategorie „Allgemeines“ fällt weg. Nach zwei Wochen lag dort alles, was jemand nicht einordnen wollte.",
      },
    ],
    comments: [
      {
        by: "meier",
        at: on("workshop-2", 6, "14:40"),
        body: "Unser Chat von heute Nachmittag: 64 Nachrichten, ein Ergebnis. Ich habe es oben bei den Entscheidungen eingetragen, damit wir es nächste Woche noch wissen.",
      },
      {
        by: "weber-klein",
        at: on("workshop-2", 7, "08:20"),
        body: "Genau so. Was hat Ihnen beim Entscheiden am Ende geholfen?",
      },
      {
        by: "mueller",
        at: on("workshop-2", 7, "12:15"),
        body: "Dass wir aufgehört haben zu diskutieren und drei echte Fragen einsortiert haben.",
      },
    ],
    submissions: [
      {
        by: "mueller",
        at: on("workshop-1", 2, "09:00"),
        step: "workshop-1",
        message: "Wir brauchen eine Probeinstallation und zwei Nachmittage im Monat zu zweit.",
        answers: [
          {
            by: "schoeller",
            at: on("workshop-1", 3, "15:00"),
            answer: "talk",
            comment: "Das Ziel überzeugt mich. Über die Nachmittage möchte ich mit Ihnen beiden sprechen.",
            talkOn: on("workshop-1", 7),
          },
          {
            by: "schoeller",
            at: on("workshop-1", 8, "08:30"),
            answer: "agreed",
            comment: "Wie besprochen: mittwochs von 13 bis 15 Uhr, außer am Monatsende.",
          },
        ],
      },
      {
        by: "meier",
        at: on("workshop-2", 2, "10:00"),
        step: "workshop-2",
        message: "",
        answers: [{ by: "schoeller", at: on("workshop-2", 4, "16:10"), answer: "agreed", comment: "" }],
      },
      {
        by: "mueller",
        at: on("workshop-3", 2, "11:20"),
        step: "workshop-3",
        message: "Bitte eröffnen Sie die Infoveranstaltung. Fünf Minuten genügen.",
        answers: [
          {
            by: "schoeller",
            at: on("workshop-3", 3, "07:55"),
            answer: "agreed",
            comment: "Mache ich gern. Ich erzähle, was mich selbst zögern ließ.",
          },
        ],
      },
    ],
    running: { at: on("workshop-1", 5, "09:00") },
    finished: {
      at: on("workshop-5", -2, "10:30"),
      goal: "Wer eine Fachfrage hat, findet in einer halben Minute die richtige Kategorie, auch in der ersten Woche im Amt. Erreicht: Von acht Kolleginnen und Kollegen, die wir gebeten haben, fanden sieben sie auf Anhieb.",
    },
  },
  {
    key: "gute-praxis",
    by: "huber",
    with: [],
    at: on("workshop-1", 1, "13:30"),
    fields: {
      title: "Gute Praxis aufschreiben, solange sie jemand weiß",
      goal: "Fünf Vorgehensweisen, die sich bei uns bewährt haben, stehen so im Forum, dass andere sie ohne Rückfrage übernehmen.",
      reason: "In sechs Jahren gehe ich. Vieles von dem, was gut läuft, steht nirgends.",
      concerned: "Neue Kolleginnen und Kollegen; alle, die mich vertreten",
      risks: "Dass es nach Anweisung klingt. Gute Praxis ist ein Angebot.",
    },
    items: [
      {
        kind: "milestone",
        title: "Erstes Beispiel in vier Absätzen",
        day: on("workshop-2", -2),
        done: on("workshop-2", -2, "12:00"),
      },
      {
        kind: "milestone",
        title: "Drei Beispiele in der Probeinstallation",
        day: on("meeting-3", -1),
        done: on("meeting-3", -1, "15:00"),
      },
      {
        kind: "milestone",
        title: "Jemand anderes hat eines übernommen",
        day: on("workshop-5", -7),
        done: on("meeting-4", 1, "09:15"),
      },
    ],
    decisions: [
      {
        by: "huber",
        at: on("workshop-2", 4, "11:30"),
        body: "Jedes Beispiel bekommt den Absatz „Stolpersteine“, auch wenn er unbequem ist. Ohne ihn glaubt es mir niemand.",
      },
    ],
    comments: [
      {
        by: "weber-klein",
        at: on("meeting-2", 2, "17:00"),
        body: "Lesen Sie den zweiten Absatz einmal laut. Er klingt wie Sie am Telefon, und das ist ein Kompliment.",
      },
    ],
    submissions: [
      {
        by: "huber",
        at: on("workshop-1", 3, "09:45"),
        step: "workshop-1",
        message: "",
        answers: [
          { by: "schoeller", at: on("workshop-1", 4, "09:10"), answer: "agreed", comment: "Sehr gern!" },
        ],
      },
      {
        by: "huber",
        at: on("workshop-2", 5, "10:15"),
        step: "workshop-2",
        message: "Das erste Beispiel ist fertig: eine vollständige Nachforderung statt drei.",
        answers: [
          {
            by: "schoeller",
            at: on("workshop-2", 6, "16:30"),
            answer: "commented",
            comment: "Gut. Bitte fragen Sie Frau Vogt, ob der Hinweis auf die Frist so stehen bleiben kann.",
          },
        ],
      },
      {
        by: "huber",
        at: on("workshop-2", 9, "08:40"),
        step: "workshop-2",
        message: "Frau Vogt hat den Satz geändert, jetzt stimmt er.",
        answers: [{ by: "schoeller", at: on("workshop-2", 10, "08:20"), answer: "agreed", comment: "" }],
      },
      {
        by: "huber",
        at: on("workshop-3", 4, "14:00"),
        step: "workshop-3",
        message: "",
        answers: [
          {
            by: "schoeller",
            at: on("workshop-3", 5, "09:30"),
            answer: "agreed",
            comment: "Ich habe eines schon selbst benutzt.",
          },
        ],
      },
    ],
    running: { at: on("workshop-1", 6, "08:00") },
    finished: {
      at: on("workshop-5", -1, "15:20"),
      goal: "Fünf Vorgehensweisen, die sich bei uns bewährt haben, stehen so im Forum, dass andere sie ohne Rückfrage übernehmen. Erreicht: drei von fünf. Die beiden anderen schreibe ich mit Frau D’Angelo zusammen, sie stellt die richtigen Fragen.",
    },
  },
  {
    key: "antworten",
    by: "vogt",
    with: [],
    at: on("workshop-1", 2, "16:00"),
    fields: {
      title: "Antworten, auf die man sich verlassen kann",
      goal: "Jede Antwort von Grundsatz und Recht nennt ihren Rechtsstand und den Tag, an dem wir sie wieder prüfen. Wer sie liest, weiß, ob sie noch gilt.",
      reason:
        "In jeder dritten Rundmail der letzten zwei Jahre steht etwas, das nicht mehr stimmt. Zurückholen kann man sie nicht.",
      concerned: "Grundsatz und Recht; alle, die nach unseren Antworten entscheiden",
      risks: "Dass die Wiedervorlage zur Pflichtübung wird und niemand hinsieht.",
    },
    items: [
      {
        kind: "milestone",
        title: "Rundmails der letzten zwei Jahre durchgesehen",
        day: on("workshop-2", -3),
        done: on("workshop-2", -4, "17:00"),
      },
      {
        kind: "milestone",
        title: "Erste Antworten mit Rechtsstand und Wiedervorlage",
        day: on("workshop-3", -4),
        done: on("workshop-3", -6, "10:00"),
      },
      {
        kind: "milestone",
        title: "Vertretung eingearbeitet",
        day: on("meeting-4", 5),
        done: on("meeting-4", 4, "13:00"),
      },
    ],
    decisions: [
      {
        by: "vogt",
        at: on("workshop-3", 1, "09:20"),
        body: "Was ich nicht belegen kann, schreibe ich als Einschätzung und nicht als Antwort der Fachabteilung.",
      },
    ],
    comments: [
      {
        by: "vogt",
        at: on("meeting-4", 6, "16:45"),
        body: "Herr Albrecht hat heute die erste Antwort selbst geändert, ohne mich zu fragen. Ich habe mich gefreut.",
      },
    ],
    submissions: (["workshop-1", "workshop-2", "workshop-3"] as const).map((step, index) => ({
      by: "vogt",
      at: on(step, 3, "12:00"),
      step,
      message: "",
      answers: [
        {
          by: "sommer",
          at: on(step, 6, "15:40"),
          answer: "agreed",
          comment:
            [
              "Einverstanden. Achten Sie bitte auf Ihre Zeit.",
              "Gut. Herr Albrecht soll sich einarbeiten.",
              "Das wird uns allen nützen.",
            ][index] ?? "",
        },
      ],
    })),
    running: { at: on("workshop-1", 8, "10:00") },
    finished: {
      at: on("workshop-5", -3, "11:45"),
      goal: "Jede Antwort von Grundsatz und Recht nennt ihren Rechtsstand und den Tag, an dem wir sie wieder prüfen. Erreicht, und die Vertretung ist geregelt.",
    },
  },
]
