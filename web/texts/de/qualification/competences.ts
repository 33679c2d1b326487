export const competences = {
  title: "Kompetenzen",
  section: "Was am Ende der Qualifizierung gemeinsam betrachtet wird, mit den Stufen in Worten.",
  lead: "Um diese Kompetenzen geht es in dieser Lerngruppe: bei der Selbsteinschätzung, in der Kompetenzbilanzierung und im Zertifikat.",
  area: (area: string) => `Bereich: ${area}`,
  plain: (name: string) => `Das heißt: ${name}.`,
  step: (level: number, name: string, meaning: string) =>
    level === 0 ? `${name}: ${meaning}` : `${level} – ${name}: ${meaning}`,
  named: (level: number, name: string) => (level === 0 ? name : `${level} – ${name}`),
  notRated: "nicht eingeschätzt",
  levels: "Was die Stufen hier bedeuten",
  scale: "Die Stufen im Überblick",
  scaleText:
    "Vier Stufen gelten für alle Kompetenzen: wie schwierig die Aufgabe ist, und wie viel davon ohne Hilfe gelingt.",
  frameworks: {
    note: (name: string, bands: string) =>
      `${name}: Bezeichnungen in eigener Übersetzung. Die Stufen heißen dort ${bands}; die Namen und Beschreibungen hier sind unsere. Eine Stufe 0 gibt es dort nicht.`,
    band: (level: string, steps: string) => `„${level}“ (${steps})`,
  },
  level: "Stufe",
  choose: "Auswahl ändern",
  chooseLead: (fewest: number, most: number) =>
    `Wählen Sie ${fewest} bis ${most} Kompetenzen, die zum Auftrag der Lerngruppe passen.`,
  chooseHint:
    "Die Auswahl lässt sich ändern, bis jemand die Vorbereitung auf die Kompetenzbilanzierung freigibt.",
  chooseSave: "Auswahl speichern",
  fixed: "Die Auswahl steht fest: Die Kompetenzbilanzierung hat begonnen.",
  isDefault: "Das ist die Auswahl, die das Programm vorschlägt.",
  conflict:
    "Die Auswahl wurde inzwischen geändert. Unten steht, was Sie gerade ausgewählt haben; wenn Sie speichern, ersetzt es die andere Auswahl.",
}

export const selfRating = {
  title: "Selbsteinschätzung",
  lead: "Am Anfang und am Ende halten Sie fest, wo Sie stehen. So sehen Sie, was sich für Sie verändert hat.",
  points: { start: "Anfang", middle: "Mitte", end: "Ende" },
  pointTitles: {
    start: "Selbsteinschätzung am Anfang",
    middle: "Selbsteinschätzung in der Mitte",
    end: "Selbsteinschätzung am Ende",
  },
  when: {
    start: "Rund um den ersten Workshop",
    middle: "Nach etwa der Hälfte, zum Beispiel nach dem dritten Workshop",
    end: "Vor der Kompetenzbilanzierung",
  },
  open: "noch offen",
  skipped: "nicht ausgefüllt",
  done: "festgehalten",
  fill: "Ausfüllen",
  change: "Ändern",
  read: "Ansehen",
  fixed: "Diese Einschätzung bleibt, wie sie war, weil eine spätere folgt. So lässt sich vergleichen.",
  formLead:
    "Schätzen Sie ein, was Sie heute tun. Es gibt kein Richtig oder Falsch. Was Sie nicht einschätzen möchten, lassen Sie offen.",
  level: "Wo stehe ich?",
  notRated: "Möchte ich offen lassen",
  sentence: "Woran merke ich das?",
  sentenceHint: "Ein Satz genügt.",
  save: "Speichern",
  development: "Meine Entwicklung",
  developmentText: "Vom ersten bis zum letzten Stand, nur für Sie.",
  developmentEmpty: "Sobald Sie zweimal etwas festgehalten haben, sehen Sie hier, was sich verändert hat.",
  at: (point: string, level: string) => `${point}: ${level}`,
  more: (steps: number) => (steps === 1 ? "eine Stufe mehr" : `${steps} Stufen mehr`),
  less: (steps: number) => (steps === 1 ? "eine Stufe weniger" : `${steps} Stufen weniger`),
  same: "gleich geblieben",
  conflict:
    "Diese Einschätzung wurde inzwischen in einem anderen Fenster gespeichert. Unten steht, was Sie hier eingegeben haben; wenn Sie speichern, ersetzt es die andere Fassung.",
}
