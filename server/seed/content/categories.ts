import type { SeedCategory } from "./types.ts"

/** In the order in which they are shown. */
export const categories: SeedCategory[] = [
  {
    key: "fachfragen",
    kind: "questions",
    name: "Fachfragen zum Wohngeld",
    description: "Fragen zum Wohngeldrecht und zum Verfahren, mit Antworten der Fachabteilung.",
    guide: `Bitte wählen Sie eine der Unterkategorien. Eine Frage je Beitrag, ohne Angaben zu Personen.`,
    responsible: "grundsatz",
    audience: "all",
  },
  topic({
    key: "antrag",
    name: "Antrag und Zuständigkeit",
    description: "Antragstellung, Antragszeitpunkt, Vertretung, örtliche Zuständigkeit, Weiterleitung.",
    guide: `Hilfreich sind: **Wann** ist der Antrag **wo** eingegangen, und in welcher Form?
- Daten als Tag und Monat genügen.
- Bei Weiterleitungen bitte beide Eingangsdaten nennen.`,
  }),
  topic({
    key: "haushalt",
    name: "Haushaltsmitglieder",
    description: "Wer zählt zum Haushalt, wer ist zu berücksichtigen, was gilt bei Trennung, Tod und Auszug?",
    guide: `Bitte beschreiben Sie den Haushalt mit Rollen statt Namen:
- *antragstellende Person, Kind (8), Mitbewohnerin …*
- Wer lebt seit wann dort, und wo ist der Mittelpunkt der Lebensbeziehungen?`,
  }),
  topic({
    key: "einkommen",
    name: "Einkommen und Freibeträge",
    description: "Jahreseinkommen, einmalige Einnahmen, Abzüge, Freibeträge, Plausibilität.",
    guide: `Bitte nennen Sie:
- die **Art** des Einkommens und den Zeitraum,
- den Zeitpunkt der Antragstellung und den Bewilligungszeitraum.

Gerundete Beträge genügen.`,
  }),
  topic({
    key: "miete",
    name: "Miete und Belastung",
    description:
      "Zu berücksichtigende Miete oder Belastung, Untervermietung, Mieterhöhung, Lastenberechnung.",
    guide: `Bitte trennen Sie, soweit bekannt, Grundmiete, kalte Nebenkosten und Heizkosten.
Bei Änderungen: **ab wann** gilt die neue Miete, und wann wurde sie bekannt?`,
  }),
  topic({
    key: "ausschluss",
    name: "Ausschluss und andere Leistungen",
    description: "Verhältnis zu SGB II, SGB XII, Ausbildungsförderung und Vermögen.",
    guide: `Bitte nennen Sie **Leistung**, **Zeitraum** und **Datum des Bescheids** der anderen Stelle.
Bescheide anderer Stellen bitte nicht hochladen, sondern den Inhalt in eigenen Worten wiedergeben.`,
  }),
  topic({
    key: "bewilligung",
    name: "Bewilligung, Änderung, Zahlung",
    description:
      "Bewilligungszeitraum, Weiterleistung, Änderung im laufenden Zeitraum, vorläufige Zahlung, Auszahlung.",
    guide: `Bitte nennen Sie Beginn und Ende des Bewilligungszeitraums und den Tag der Änderung.
Eine kleine Zeitleiste hilft beim Antworten mehr als ein langer Text.`,
  }),
  topic({
    key: "rueckforderung",
    name: "Rückforderung und Widerspruch",
    description: "Aufhebung, Erstattung, Aufrechnung, Fristen und Rechtsbehelfe.",
    guide: `Läuft eine **Frist**? Dann bitte das Feld „Antwort erbeten bis“ ausfüllen.
Aktenzeichen und Namen gehören nicht in das Forum.`,
  }),
  topic({
    key: "mitwirkung",
    name: "Mitwirkung und Verfahren",
    description: "Nachforderung, Versagung, Bekanntgabe, Anhörung, Akteneinsicht.",
    guide: `Bitte nennen Sie, **was** bis **wann** angefordert war und welcher Hinweis im Schreiben stand.`,
  }),
  {
    ...topic({
      key: "fachverfahren",
      name: "Fachverfahren und Statistik",
      description: "Bedienung des Fachverfahrens, Fehlermeldungen, Schlüssel, Wohngeldstatistik.",
      guide: `Bitte nennen Sie Maske, Feld und den Wortlaut der Meldung.
- Bildschirmfoto: vorher **alle Angaben zu Personen abdecken**.
- Was haben Sie schon versucht?`,
    }),
    responsible: "fachverfahren",
  },
  {
    key: "unterhalt",
    kind: "questions",
    name: "Unterhaltsvorschuss intern",
    description: "Interne Abstimmung der Unterhaltsvorschussstelle; nur für diese Abteilung sichtbar.",
    guide: `Hier lesen nur Kolleginnen und Kollegen der Unterhaltsvorschussstelle mit.
Trotzdem gilt: keine Namen, keine Aktenzeichen.`,
    responsible: "unterhalt",
    audience: ["unterhalt"],
  },
  {
    key: "gute-praxis",
    kind: "best-practices",
    name: "Gute Praxis zum Wohngeld",
    description: "Was sich bei uns bewährt hat und andere nachnutzen können.",
    guide: `Bitte wählen Sie eine der Unterkategorien. Kurz und ehrlich ist besser als vollständig.`,
    audience: "all",
  },
  practice({
    key: "schreiben",
    name: "Schreiben und Textbausteine",
    description: "Verständliche Schreiben, Musterbescheide, Textbausteine.",
    guide: `Bitte zeigen Sie **vorher und nachher**, damit der Unterschied sichtbar wird.
Texte bitte so einfügen, dass sie sich kopieren lassen.`,
  }),
  practice({
    key: "ablaeufe",
    name: "Abläufe",
    description: "Arbeitsabläufe, Wiedervorlagen, Checklisten.",
    guide: `Wer tut was, in welcher Reihenfolge, und woran merken Sie, dass es wirkt?`,
  }),
  practice({
    key: "beratung",
    name: "Beratung",
    description: "Gespräche am Schalter und am Telefon, Leitfäden, schwierige Situationen.",
    guide: `Bitte beschreiben Sie die Situation allgemein, nicht den einzelnen Menschen.`,
  }),
  practice({
    key: "zusammenarbeit",
    name: "Zusammenarbeit",
    description: "Absprachen mit Jobcenter, Nachbarstellen und innerhalb des Amtes.",
    guide: `Welche Stelle macht mit, was wurde vereinbart, und wer pflegt es weiter?`,
  }),
]

type Leaf = Pick<SeedCategory, "key" | "name" | "description" | "guide">

function topic(leaf: Leaf): SeedCategory {
  return { ...leaf, kind: "questions", responsible: "grundsatz", audience: "all", parent: "fachfragen" }
}

function practice(leaf: Leaf): SeedCategory {
  return { ...leaf, kind: "best-practices", audience: "all", parent: "gute-praxis" }
}
