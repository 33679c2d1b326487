const number = new Intl.NumberFormat("de-DE")

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
  invitation:
    "Ein paar Wörter genügen. Gesucht wird in allen Fachfragen, Antworten, Beispielen guter Praxis und Kommentaren, die Sie lesen dürfen.",
  results: {
    list: "Suchergebnisse",
    found: (count: Count, q: string) => `${tally(count, "Ergebnis", "Ergebnisse")} zu „${q}“`,
    listed: (count: Count) => `${tally(count, "Beitrag", "Beiträge")}, die neuesten zuerst`,
    sort: "Reihenfolge",
    byRelevance: "Passendste zuerst",
    byDate: "Neueste zuerst",
    legalStatus: "Rechtsstand",
    accepted: "Beantwortet die Frage",
    tags: "Schlagwörter:",
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
    words: (words: string) => `die Wörter ${words}`,
    phrases: (phrases: string) => `genau die Folge ${phrases}`,
    units: (units: string) => `als Ganzes ${units}`,
    without: (words: string) => `ohne ${words}`,
    tags: (tags: string) => `mit dem Schlagwort ${tags}`,
    categories: (names: string) => `in der Kategorie ${names}`,
    mine: "nur in eigenen Beiträgen",
  },
  help: {
    summary: "So suchen Sie genauer",
    text: "Schreiben Sie einfach, was Sie wissen möchten. Andere Wortformen, zusammengesetzte Wörter, „ae“ statt „ä“ und kleine Tippfehler findet die Suche mit. Genauer wird es so:",
    phrase: { typed: '"angemessene Miete"', means: "genau diese Wörter in dieser Folge" },
    without: { typed: "Miete -Garage", means: "nur Beiträge, in denen „Garage“ nicht vorkommt" },
    tag: { typed: "tag:Umzug", means: "nur Beiträge mit diesem Schlagwort" },
    category: { typed: "kategorie:Einkommen", means: "nur Beiträge aus dieser Kategorie" },
    mine: { typed: "von:mir", means: "nur, was Sie selbst geschrieben haben" },
    norm: {
      typed: "§ 11 SGB II",
      means: "Vorschriften und Aktenzeichen gelten als Ganzes: § 11 ist nicht § 12",
    },
    noAuthor:
      "Nach den Beiträgen anderer Personen können Sie nicht suchen. So lässt sich hier auch nicht auszählen, wer wie viel schreibt.",
  },
}
