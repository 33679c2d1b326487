/** Learning impulses of the practice phases. */
export const impulses = {
  title: "Lernimpulse",
  one: "Lernimpuls",
  section: "Kleine Anstöße für die Praxisphasen, jeder etwa eine Viertelstunde.",
  lead: "Kleine Anstöße für die Praxisphasen, zum Lesen und Ausprobieren. Ihre Antworten gehören Ihnen allein.",
  leadFacilitator:
    "Sie sehen alle Impulse, auch die geplanten. Antworten sehen Sie nur, wenn Lernende sie teilen.",
  emptyTitle: "Noch kein Lernimpuls",
  emptyText: "In den Praxisphasen erscheint hier jede Woche einer. Bis dahin ist nichts zu tun.",
  emptyFacilitator: "Das Programm dieser Lerngruppe sieht keine Lernimpulse vor.",
  from: "ab",
  minutes: (minutes: number) => `etwa ${minutes} Minuten`,
  voluntary: "freiwillig",
  required: "gehört zum Zertifikat",
  planned: "geplant",
  plannedText: "Die Lernenden sehen diesen Impuls erst ab seinem Datum.",
  cancelled: "entfällt",
  states: {
    open: "offen",
    draft: "Entwurf",
    done: "erledigt",
    later: "für später",
    passed: "übersprungen",
  },
  task: "Aufgabe",
  materials: "Material",
  offered: "Offene Fragen, die passen könnten",
  offeredText:
    "Diese Fachfragen warten im Forum auf eine Antwort. Sie sehen nur, was Sie auch sonst im Forum sehen.",
  offeredEmpty:
    "Zurzeit wartet keine passende Fachfrage auf eine Antwort. Schauen Sie gern später noch einmal vorbei.",
  form: "Meine Antwort",
  answer: "Meine Antwort",
  privacy:
    "Was Sie hier schreiben, sehen nur Sie, solange Sie es nicht teilen. Es wird nicht festgehalten, wann und wie lange Sie daran arbeiten.",
  requiredText:
    "Dieser Impuls gehört zum Zertifikat. Die Lernbegleitung sieht, ob noch etwas offen ist, aber nicht, was Sie schreiben.",
  faulty: (label: string) => `Bitte prüfen Sie die Antwort auf „${label}“.`,
  conflict:
    "Ihre Antwort wurde inzwischen in einem anderen Fenster gespeichert. Unten steht, was Sie hier eingegeben haben; wenn Sie speichern, ersetzt es die andere Fassung.",
  done: "Erledigt",
  saveDone: "Änderungen speichern",
  reopen: "Doch noch nicht erledigt",
  draft: "Entwurf speichern",
  later: "Später",
  pass: "Überspringen",
  share: "Antwort teilen",
  shareText:
    "Wenn Sie möchten, teilen Sie diese Antwort, so wie sie gespeichert ist. Sie können sie jederzeit zurücknehmen.",
  shareWith: { group: "Mit der Lerngruppe teilen", facilitator: "Nur mit der Lernbegleitung teilen" },
  shareAgain: "Neuen Stand teilen",
  sharedShort: { group: "mit der Lerngruppe geteilt", facilitator: "mit der Lernbegleitung geteilt" },
  sharedText: {
    group: "Die Lernenden und die Lernbegleitung Ihrer Lerngruppe lesen diese Antwort.",
    facilitator: "Die Lernbegleitung Ihrer Lerngruppe liest diese Antwort.",
  },
  sharedOlder: "Seitdem haben Sie Ihre Antwort geändert. Die anderen lesen weiter den früheren Stand.",
  sharedCopy: "Früheren Stand ansehen",
  unshare: "Zurücknehmen",
  sharedTitle: "Von anderen geteilt",
}
