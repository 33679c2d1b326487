import { numberFormat } from "../../../server/kernel/formats.ts"

const number = numberFormat("de", {})

/** A count of the search: exact up to 1,000, beyond that "über 1.000". */
type Count = { count: number; more: boolean }
const told = ({ count, more }: Count) => (more ? `über ${number.format(count)}` : number.format(count))
const tally = (count: Count, one: string, many: string) =>
  count.count === 1 && !count.more ? `1 ${one}` : `${told(count).replace("ü", "Ü")} ${many}`

/** The search and what it found. */
export const search = {
  title: "Suche",
  documentTitle: (results: string) => `${results} – Suche`,
  nextPage: (title: string) => `${title}, weitere Ergebnisse`,
  substitute:
    "Die Suche läuft gerade in einem einfacheren Modus. Sie finden weiterhin alles, nur die Reihenfolge kann ungewohnt sein.",
  spelling: "Meinten Sie:",
  personField: "von:",
  invitation:
    "Ein paar Wörter genügen. Gesucht wird in allen Fachfragen, Antworten, Beispielen guter Praxis und Kommentaren, die Sie lesen dürfen.",
  results: {
    list: "Suchergebnisse",
    found: (count: Count, q: string) => `${tally(count, "Ergebnis", "Ergebnisse")} zu „${q}“`,
    listed: (count: Count) => `${tally(count, "Ergebnis", "Ergebnisse")}, die neuesten zuerst`,
    sort: "Reihenfolge",
    byRelevance: "Passendste zuerst",
    byDate: "Neueste zuerst",
    legalStatus: "Rechtsstand",
    accepted: "Beantwortet die Frage",
    tags: "Schlagwörter:",
    others: (count: number) => (count === 1 ? "1 weitere Stelle" : `${number.format(count)} weitere Stellen`),
    othersOf: (title: string) => `in „${title}“`,
    further: (count: number) =>
      count === 1
        ? "und noch 1 Stelle im selben Thema"
        : `und noch ${number.format(count)} Stellen im selben Thema`,
    end: "Hier endet die Liste",
    endText: "Weitere Ergebnisse gibt es nicht.",
  },
  kinds: {
    question: "Fachfrage",
    "official-answer": "Antwort der Fachabteilung",
    answer: "Antwort",
    "best-practice": "Gute Praxis",
    comment: "Kommentar",
  },
  tooLong: (length: string, limit: string) =>
    `Ihre Suche hat ${length} Zeichen, möglich sind ${limit}. Bitte nennen Sie nur die wichtigsten Wörter.`,
  filter: {
    title: "Ergebnisse eingrenzen",
    summary: (chosen: number) => (chosen === 0 ? "Eingrenzen" : `Eingrenzen (${chosen} gewählt)`),
    chosen: "Gewählte Filter",
    remove: "Filter entfernen:",
    removeAll: "Alle Filter entfernen",
    isChosen: "gewählt",
    count: told,
    results: "Ergebnisse",
    more: (count: number) => (count === 1 ? "1 weitere Auswahl" : `${number.format(count)} weitere`),
    unknown: "unbekannt",
    named: (facet: string, value: string) => `${facet}: ${value}`,
    facets: {
      kind: "Art",
      category: "Kategorie",
      department: "Zuständige Abteilung",
      state: "Status der Frage",
      tag: "Schlagwort",
      official: "Antwort der Fachabteilung",
      period: "Zeitraum",
    },
    official: "vorhanden",
    periods: { month: "letzter Monat", quarter: "letzte drei Monate", year: "letztes Jahr" },
  },
  nothing: {
    title: (q: string) => `Zu „${q}“ wurde nichts gefunden`,
    titleFiltered: "Mit diesen Filtern wurde nichts gefunden",
    hint: "Versuchen Sie es mit weniger oder anderen Wörtern.",
    fewer: "Mit weniger Filtern gibt es vielleicht mehr.",
    ask: "Als Frage stellen",
    askText:
      "Oder fragen Sie: Die zuständige Abteilung sieht Ihre Frage sofort. Ihre Wörter stehen dann schon im Titel.",
    understood: "Gesucht wurde:",
    quoted: (word: string) => `„${word}“`,
    words: (words: string, count: number) => `${count === 1 ? "das Wort" : "die Wörter"} ${words}`,
    phrases: (phrases: string) => `genau die Folge ${phrases}`,
    units: (units: string) => `als Ganzes ${units}`,
    without: (words: string) => `ohne ${words}`,
    tags: (tags: string) => `mit dem Schlagwort ${tags}`,
    categories: (names: string) => `in der Kategorie ${names}`,
    mine: "nur in eigenen Beiträgen",
    notTags: (tags: string) => `ohne das Schlagwort ${tags}`,
    notCategories: (names: string) => `nicht in der Kategorie ${names}`,
    notMine: "ohne eigene Beiträge",
  },
  unsearchable: {
    signs: (q: string) => `Nach „${q}“ allein lässt sich nicht suchen`,
    signsText:
      "Gesucht wird nach Wörtern und Zahlen; Satzzeichen allein stehen in fast jedem Beitrag. Ergänzen Sie ein Wort, ein Aktenzeichen oder eine Vorschrift, zum Beispiel „§ 21 WoGG“.",
    taken: (names: string) => `Als Name einer Person verstanden: ${names}.`,
    persons: "Nach Personen lässt sich hier nicht suchen",
    personsText:
      "„von:mir“ findet, was Sie selbst geschrieben haben. Nach den Beiträgen anderer kann niemand suchen, damit sich nicht auszählen lässt, wer wie viel schreibt.",
    example: "Eigene Beiträge anzeigen",
    left: (names: string) =>
      `${names} wurde weggelassen: Nach den Beiträgen anderer kann niemand suchen, nur mit „von:mir“ nach den eigenen.`,
    signsLeft: (q: string) =>
      `In „${q}“ steht kein Wort und keine Zahl; gezeigt wird, was zu den Filtern passt.`,
  },
  help: {
    summary: "So suchen Sie genauer",
    text: "Schreiben Sie einfach, was Sie wissen möchten. Andere Wortformen, zusammengesetzte Wörter, „ae“ statt „ä“ und kleine Tippfehler findet die Suche mit; ebenso jede Schreibweise von Beträgen (60.000 oder 60 000,00) und Daten (9.7.2024 oder 9. Juli 2024), auch die englische. Genauer wird es so:",
    phrase: { typed: '"angemessene Miete"', means: "genau diese Wörter in dieser Folge" },
    without: {
      typed: "Miete -Garage",
      means: 'nur Beiträge, in denen „Garage“ nicht vorkommt; auch mit einer Folge: -"zweite Garage"',
    },
    number: {
      typed: "Miete -§ 21 -60.000",
      means:
        "Ein Minus ohne Leerzeichen dahinter schließt immer aus, auch Vorschriften, Beträge und Daten; es ist nie ein Vorzeichen. Ebenso: -tag:Umzug",
    },
    tag: { typed: "tag:Umzug", means: "nur Beiträge mit diesem Schlagwort" },
    category: { typed: "kategorie:Einkommen", means: "nur Beiträge aus dieser Kategorie" },
    mine: { typed: "von:mir", means: "nur, was Sie selbst geschrieben haben" },
    norm: {
      typed: "§ 11 SGB II",
      means:
        "Vorschriften und Aktenzeichen gelten als Ganzes: § 11 ist nicht § 12; „Paragraf 11“ ist dasselbe",
    },
    noAuthor:
      "Nach den Beiträgen anderer Personen können Sie nicht suchen. So lässt sich hier auch nicht auszählen, wer wie viel schreibt.",
  },
}
