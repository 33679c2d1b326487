import { ago, on, type SeedSession } from "../../types.ts"

export const sessions: SeedSession[] = [
  {
    step: "workshop-1",
    held: {
      forManagers: true,
      photos: [
        {
          by: "weber-klein",
          file: "auftrag",
          caption: "Unser Auftrag in einem Satz, und was wir einander am häufigsten fragen",
        },
      ],
      entries: [
        {
          kind: "decision",
          body: "Wir fangen mit einer Kategorie „Unterhaltsvorschuss“ an und teilen sie erst, wenn sie voll wird.",
        },
        {
          kind: "decision",
          body: "Im Forum steht nichts, woran jemand zu erkennen ist. Im Zweifel lesen zwei von uns einen Beitrag vorher.",
        },
        {
          kind: "task",
          body: "In der IT erfragen, ob alle Arbeitsplätze der Außenstelle das Forum erreichen",
          who: "nowak",
          due: on("meeting-1", -2),
          result: {
            at: on("meeting-1", -3),
            text: "Erreichbar. Zwei Arbeitsplätze brauchen noch eine Verknüpfung, die IT legt sie an.",
          },
        },
        {
          kind: "task",
          body: "Eine Woche lang mitzählen, welche Fachfragen mehr als einmal kommen",
          who: "petersen",
          due: on("workshop-1", 10),
          result: {
            at: on("workshop-1", 9),
            text: "14 Fragen, davon 6 mehr als einmal. Spitzenreiter: die Bescheinigung für die Wohngeldstelle.",
          },
        },
        {
          kind: "task",
          body: "Frau Müller fragen, was ihre Lerngruppe beim Einrichten anders machen würde",
          who: "dangelo",
          due: on("meeting-1", -1),
          result: {
            at: on("meeting-1", -1),
            text: "Weniger Kategorien, kürzere Schreibhilfen, früher die Fachabteilung dazuholen.",
          },
        },
        { kind: "parking", body: "Dürfen wir auch Fragen an das Jugendamt der Nachbarstadt einstellen?" },
      ],
    },
  },
  {
    step: "meeting-1",
    missing: { nowak: "made-up" },
    round: {
      kowalski: {
        project: "Bescheinigung für die Wohngeldstelle",
        state: "Alle Fassungen des Musters gesammelt: Es sind fünf.",
        hurdle: "Niemand weiß, welche gilt.",
        request: "Wer kann das in der Wohngeldstelle entscheiden?",
      },
      petersen: {
        project: "Die zehn häufigsten Fragen",
        state: "Liste mit 14 Fragen steht.",
        hurdle: "Manche Antworten kennt nur Frau Kowalski.",
        request: "Eine Stunde mit Frau Kowalski.",
      },
      albrecht: {
        project: "Rechtsstand auf einen Blick",
        state: "Drei alte Antworten überprüft, zwei stimmen noch.",
        hurdle: "Ich merke zu spät, wenn sich etwas ändert.",
        request: "Ideen, wie man Wiedervorlagen plant.",
      },
    },
    held: {
      forManagers: false,
      entries: [
        {
          kind: "decision",
          body: "Frau D’Angelo klärt mit der Wohngeldstelle, welches Muster gilt; bis dahin nutzen alle die jüngste Fassung.",
        },
        {
          kind: "task",
          body: "Eine Stunde zusammensetzen und die Antworten zu den ersten fünf Fragen aufschreiben",
          who: "petersen",
          due: on("workshop-2", -3),
          result: {
            at: on("workshop-2", -4),
            text: "Vier von fünf stehen. Bei der fünften waren wir uns nicht einig, die geht an Herrn Albrecht.",
          },
        },
        {
          kind: "parking",
          body: "Wie gehen wir mit Fragen um, die nur mit Angaben zur Person zu verstehen sind?",
        },
      ],
    },
  },
  {
    step: "workshop-2",
    missing: { albrecht: "absent" },
    held: {
      forManagers: true,
      photos: [
        {
          by: "nowak",
          file: "medien",
          caption: "Welches Medium wofür: gleichzeitig oder zeitversetzt, flüchtig oder auffindbar",
        },
        {
          by: "kowalski",
          file: "ablauf",
          caption: "Der Ablauf „Bescheinigung“, wie er in einem Jahr sein soll",
        },
      ],
      entries: [
        {
          kind: "decision",
          body: "Ins Forum kommt die Frage, was in die Bescheinigung gehört. Die einzelne Bescheinigung bleibt in der Akte.",
        },
        {
          kind: "decision",
          body: "Zuständig für die Kategorie ist die Unterhaltsvorschussstelle; Grundsatz und Recht liest mit und wird bei Zweifeln gefragt.",
        },
        {
          kind: "task",
          body: "Kategorie und Schreibhilfe entwerfen, zu zweit",
          who: "nowak",
          due: on("meeting-2", -1),
        },
        {
          kind: "task",
          body: "Fünf echte Fachfragen mit Antwort eintragen, ohne Angaben zu Personen",
          who: "petersen",
          due: on("workshop-3", -5),
        },
        {
          kind: "task",
          body: "Mit der Wohngeldstelle das gemeinsame Muster abstimmen",
          who: "dangelo",
          due: on("meeting-2", -2),
          result: {
            at: ago(2, "14:10"),
            text: "Entwurf liegt bei Frau Schöller, die Rückmeldung steht noch aus.",
            done: false,
          },
        },
        {
          kind: "task",
          body: "Raum für Workshop 3 mit Beamer und Pinnwänden bestellen",
          who: "weber-klein",
          due: on("workshop-2", 8),
          result: { at: on("workshop-2", 5), text: "Raum 214 ist bestellt." },
        },
        { kind: "parking", body: "Brauchen wir eine eigene Vertretungsregelung für Antworten im Urlaub?" },
      ],
    },
  },
  {
    step: "meeting-2",
    round: {
      kowalski: {
        project: "Bescheinigung für die Wohngeldstelle",
        state: "Frage steht im Forum, zwei Antworten sind da.",
        hurdle: "Sie widersprechen sich in einem Punkt.",
        request: "Wer entscheidet, wenn zwei Stellen recht haben?",
      },
      petersen: {
        project: "Die zehn häufigsten Fragen",
        state: "Drei von fünf Fragen sind eingetragen.",
        hurdle: "Bei einer erkennt man die Familie, wenn man den Fall kennt.",
        request: "Bitte lest gegen, bevor ich sie einstelle.",
      },
      dangelo: {
        project: "Bescheinigung für die Wohngeldstelle",
        state: "Das gemeinsame Muster liegt meiner Führungskraft vor.",
        hurdle: "Ich warte auf die Abstimmung.",
        request: "Keine, nur Geduld.",
      },
    },
  },
]
