import type { SeedBestPractice } from "./types.ts"

export const bestPractices: SeedBestPractice[] = [
  {
    key: "eine-nachforderung",
    category: "ablaeufe",
    author: "mueller",
    daysAgo: 96,
    time: "09:15",
    title: "Erstantrag: eine vollständige Nachforderung statt drei",
    tags: ["Erstantrag", "Nachforderung", "Checkliste"],
    situation: `Bei Erstanträgen haben wir oft zwei- oder dreimal Unterlagen nachgefordert: erst die Lohnabrechnungen, dann den Mietvertrag, am Ende die Erklärung zu den Nebenkosten. Das hat die Bearbeitung um Wochen verlängert und viele Anrufe ausgelöst.`,
    approach: `Jeder Erstantrag wird am Tag des Eingangs **einmal ganz** durchgesehen, noch ohne zu rechnen:

1. Haushalt: Wer wohnt dort, was ist belegt?
2. Einkommen: je Person eine Zeile mit Art, Zeitraum und Nachweis.
3. Wohnen: Vertrag, aktuelle Miethöhe, Zusammensetzung.
4. Andere Leistungen: beantragt, bewilligt, abgelehnt?

Alles, was fehlt, kommt in **ein** Schreiben, mit einer Tabelle „Was wir brauchen – wofür – wo Sie es bekommen“. Die Frist beträgt drei Wochen und steht fett über der Tabelle.`,
    result: `Nach acht Wochen Erprobung bekamen wir deutlich mehr vollständige Rückläufe auf das erste Schreiben. Die Nachfragen am Telefon drehen sich jetzt eher um das *Wie* als um das *Was*. Die Durchsicht kostet am Anfang etwa zehn Minuten mehr.`,
    pitfalls: `- Nur anfordern, was wirklich gebraucht wird. Eine lange Liste „zur Sicherheit“ schreckt ab und geht über das Erforderliche hinaus.
- Bei Haushalten mit Selbstständigen reicht eine Durchsicht nicht; hier vorher kurz telefonieren.`,
    contact: `Sabine Müller, Wohngeldstelle. Die Tabelle als Vorlage liegt im Fachverfahren unter „Nachforderung gesamt“.`,
    reusedBy: ["huber", "meier", "dangelo"],
    helpfulBy: ["huber", "meier", "schoeller", "vogt"],
    comments: [
      {
        daysAgo: 90,
        time: "10:20",
        by: "huber",
        text: "Ich mache es seit zwei Wochen genauso. Die Spalte „wofür“ ist Gold wert, weil sie die meisten Rückfragen vorwegnimmt.",
      },
      {
        daysAgo: 71,
        time: "14:10",
        by: "vogt",
        text: "Aus unserer Sicht sehr gut. Bitte den Hinweis nach § 66 Abs. 3 SGB I gleich mit aufnehmen, dann ist auch eine spätere Versagung sauber vorbereitet.",
      },
    ],
  },
  {
    key: "hinweis-verstaendlich",
    category: "schreiben",
    author: "huber",
    daysAgo: 79,
    time: "11:30",
    title: "Verständlicher Hinweis nach § 66 Abs. 3 SGB I",
    tags: ["Mitwirkung", "verständliche Sprache", "Textbaustein"],
    situation: `Unser alter Hinweis bestand aus einem einzigen Satz mit sechs Nebensätzen. Viele haben ihn überlesen oder als Drohung empfunden. Rechtlich muss er aber **schriftlich** sein, die Folge benennen und eine **angemessene Frist** setzen.`,
    approach: `**Vorher:** „Es wird darauf hingewiesen, dass die Leistung gemäß § 66 SGB I versagt werden kann, sofern den Mitwirkungspflichten nach § 60 SGB I nicht fristgerecht nachgekommen wird.“

**Nachher:**

> Bitte schicken Sie uns die Unterlagen aus der Tabelle **bis zum [Datum]**.
>
> Ohne diese Unterlagen können wir nicht feststellen, ob und in welcher Höhe Sie Wohngeld bekommen. Wenn sie bis dahin fehlen, können wir das Wohngeld **ganz oder teilweise versagen**, bis Sie die Unterlagen nachreichen (§ 66 SGB I).
>
> Schaffen Sie es nicht rechtzeitig? Rufen Sie uns bitte **vor** dem [Datum] an. Wir finden eine Lösung.

Der Absatz steht direkt unter der Tabelle, nicht im Kleingedruckten.`,
    result: `Es rufen mehr Menschen an, bevor die Frist abläuft. Versagungen sind seltener geworden, und wo sie nötig waren, gab es keine Rückfragen zum Hinweis.`,
    pitfalls: `- Die Folge muss zum Fall passen: Geht es nur um ein Einkommen, kommt vielleicht nur eine *teilweise* Versagung in Betracht.
- Die Frist muss zu dem passen, was beschafft werden soll. Für Bescheide anderer Stellen sind drei Wochen oft zu kurz.
- Den Platzhalter wirklich ersetzen. „Bis zum [Datum]“ haben wir einmal verschickt.`,
    contact: `Petra Huber, Wohngeldstelle; rechtlich durchgesehen von Grundsatz und Recht.`,
    reusedBy: ["mueller", "dangelo", "meier"],
    helpfulBy: ["mueller", "dangelo", "meier", "albrecht"],
    comments: [
      {
        daysAgo: 75,
        time: "09:50",
        by: "albrecht",
        text: "Inhaltlich trägt der Baustein alles, was § 66 Abs. 3 SGB I verlangt. Bitte in der Akte festhalten, welche Fassung verschickt wurde.",
      },
      {
        daysAgo: 74,
        time: "08:35",
        by: "dangelo",
        text: "Der letzte Absatz hat bei mir schon zweimal eine Versagung erspart.",
      },
    ],
  },
  {
    key: "gespraechsleitfaden",
    category: "beratung",
    author: "meier",
    daysAgo: 66,
    time: "13:20",
    title: "Einnahmen unplausibel niedrig: Gesprächsleitfaden",
    tags: ["Plausibilität", "Gespräch"],
    situation: `Manchmal reichen die angegebenen Einnahmen erkennbar nicht für Miete und Lebensunterhalt. Die Nachfrage danach ist heikel: Sie klingt schnell nach Misstrauen, dabei gibt es oft eine einfache Erklärung, zum Beispiel Erspartes oder Hilfe aus der Familie.`,
    approach: `Vor dem Gespräch eine kleine Gegenüberstellung machen: monatliche Einnahmen, Miete, bekannte feste Ausgaben. Dann in dieser Reihenfolge fragen:

1. **Anlass nennen:** „Nach unseren Unterlagen bleibt Ihnen nach der Miete sehr wenig. Ich möchte sicher sein, dass wir nichts übersehen, auch nichts zu Ihren Gunsten.“
2. **Offen fragen:** „Wovon bestreiten Sie im Moment Ihren Alltag?“
3. **Möglichkeiten anbieten:** Erspartes, Unterstützung durch Angehörige, Sachleistungen, unregelmäßige Arbeit, Schulden.
4. **Vereinbaren,** was belegt werden soll, und bis wann.

Zum Schluss das Ergebnis in zwei Sätzen wiederholen und so in den Vermerk schreiben.`,
    result: `Die Gespräche sind kürzer und freundlicher geworden. Häufig stellt sich heraus, dass eine Leistung noch gar nicht beantragt ist, auf die wir dann hinweisen können.`,
    pitfalls: `- Keine Unterstellungen und keine Fragen „aus Neugier“: Nur was für die Entscheidung gebraucht wird, gehört ins Gespräch.
- Nicht am offenen Schalter führen. Ein Nebenraum oder ein Telefontermin ist besser.
- Unterstützung durch Angehörige kann Einkommen sein. Das bitte *vorher* sagen.`,
    contact: `Thomas Meier, Wohngeldstelle. Der Leitfaden passt auf eine Seite; ich schicke ihn gern.`,
    reusedBy: ["dangelo", "huber"],
    helpfulBy: ["dangelo", "huber", "mueller"],
    comments: [
      {
        daysAgo: 57,
        time: "15:15",
        by: "dangelo",
        text: "Der Satz „auch nichts zu Ihren Gunsten“ nimmt sofort die Spannung heraus. Danke!",
      },
    ],
  },
  {
    key: "vorlaeufige-zahlung",
    category: "schreiben",
    author: "albrecht",
    daysAgo: 58,
    time: "10:40",
    title: "Vorläufige Zahlung: Kriterien und Musterbescheid",
    tags: ["vorläufige Zahlung", "Musterbescheid"],
    situation: `Die vorläufige Zahlung nach § 26a WoGG wurde bei uns selten genutzt, weil unklar war, wann sie passt und wie der Bescheid aussehen muss. Gleichzeitig warteten Haushalte lange auf eine einzelne fehlende Unterlage.`,
    approach: `**Wir prüfen drei Fragen.** Nur wenn alle mit Ja beantwortet sind, zahlen wir vorläufig:

1. Dauert die Klärung voraussichtlich noch längere Zeit, und liegt das nicht nur an uns?
2. Besteht nach dem jetzigen Stand mit hinreichender Wahrscheinlichkeit ein Anspruch?
3. Stehen die Berechnungsgrößen nach § 4 WoGG so weit fest, dass wir vorsichtig rechnen können?

**Baustein für den Bescheid:**

> Sie erhalten Wohngeld **vorläufig**. Noch offen ist: [fehlende Angabe].
>
> Die Zahlung steht unter dem Vorbehalt der endgültigen Entscheidung über Ihr Wohngeld. Ergibt diese Entscheidung einen niedrigeren Betrag, können wir zu viel gezahltes Wohngeld zurückfordern (§ 26a WoGG). Ergibt sie einen höheren Betrag, zahlen wir den Unterschied nach.`,
    result: `Haushalte mit gesichertem Anspruch haben nicht mehr monatelang gar nichts. Weil vorsichtig gerechnet wird, ging es bei der endgültigen Entscheidung meistens um kleine Nachzahlungen.`,
    pitfalls: `- Der Hinweis auf Vorbehalt **und** Rückforderung ist Pflicht, er darf nicht fehlen.
- Unbedingt zwei Wiedervorlagen setzen: auf die fehlende Unterlage und auf das Ende des Bewilligungszeitraums.
- Die vorläufige Zahlung ersetzt keine Nachforderung. Was fehlt, bleibt angefordert.`,
    contact: `Jens Albrecht, Grundsatz und Recht. Bei Haushalten mit schwankendem Einkommen bitte vorher melden.`,
    reusedBy: ["mueller", "huber"],
    helpfulBy: ["mueller", "huber", "schoeller", "dangelo"],
    comments: [
      {
        daysAgo: 45,
        time: "11:05",
        by: "mueller",
        text: "Die drei Fragen haben wir als Aufkleber am Bildschirm. Bei der zweiten hilft eine Proberechnung mit dem ungünstigsten Wert.",
      },
    ],
  },
  {
    key: "erinnerung",
    category: "ablaeufe",
    author: "huber",
    daysAgo: 43,
    time: "09:05",
    title: "Weiterleistung: Erinnerung acht Wochen vor Ablauf",
    tags: ["Weiterleistung", "Wiedervorlage"],
    situation: `Viele Haushalte haben den Weiterleistungsantrag erst gestellt, wenn kein Geld mehr kam. Dann lag der Antrag einen Monat zu spät vor, und wir hatten zum Monatsanfang besonders viele eilige Fälle.`,
    approach: `Einmal in der Woche lasse ich mir alle Fälle anzeigen, deren Bewilligungszeitraum in acht Wochen endet. Diese Haushalte erhalten ein kurzes Schreiben:

- Ihr Wohngeld endet am …
- Wenn sich bei Ihnen nichts geändert hat, brauchen wir nur **diese drei** Dinge: den Antrag, die letzte Einkommensunterlage, die aktuelle Miete.
- So erreichen Sie uns.

Acht Wochen passen gut: Der Antrag kommt dann meist innerhalb der letzten zwei Monate, und für die Prognose liegen aktuelle Nachweise vor.`,
    result: `Die Anträge kommen gleichmäßiger über den Monat verteilt an, und es gibt weniger Unterbrechungen der Zahlung. Der Aufwand liegt bei etwa einer halben Stunde in der Woche.`,
    pitfalls: `- Das Schreiben ist ein Service und keine Pflicht. Es darf nicht so klingen, als sei der Antrag schon gestellt oder bewilligt.
- Haushalte mit bekannter Änderung (Auszug, Tod, Umzug) vorher aus der Liste nehmen.
- Bei längeren Bewilligungszeiträumen stimmt die Liste nur, wenn das Ende richtig erfasst ist.`,
    contact: `Petra Huber, Wohngeldstelle; die Auswertung hat Emre Yıldız eingerichtet.`,
    reusedBy: ["meier", "mueller", "dangelo"],
    helpfulBy: ["meier", "mueller", "schoeller"],
    comments: [
      {
        daysAgo: 34,
        time: "10:00",
        by: "yildiz",
        text: "Die Auswertung heißt „Ablauf in 8 Wochen“ und steht jetzt allen in der Wohngeldstelle zur Verfügung.",
      },
      {
        daysAgo: 33,
        time: "08:25",
        by: "meier",
        text: "Übernommen. Ich verschicke sie immer mittwochs, dann verteilt sich auch der Rücklauf.",
      },
    ],
  },
  {
    key: "uebergabeblatt",
    category: "zusammenarbeit",
    author: "mueller",
    daysAgo: 26,
    time: "14:00",
    title: "Übergabeblatt Wohngeldstelle–Jobcenter",
    tags: ["Jobcenter", "Weiterleitung"],
    situation: `Wenn Menschen zwischen Jobcenter und Wohngeldstelle wechseln, gingen regelmäßig Angaben verloren: Wann ist welcher Antrag eingegangen? Ab wann wird gezahlt, eingestellt oder abgelehnt? Beide Seiten haben sich dann gegenseitig angerufen, oft mehrmals.`,
    approach: `Gemeinsam mit dem Jobcenter haben wir **ein** Blatt mit sieben Feldern vereinbart:

1. Anlass der Übergabe (Antrag weitergeleitet, abgelehnt, bewilligt, eingestellt),
2. Eingangsdatum bei der abgebenden Stelle,
3. Zeitraum, um den es geht,
4. betroffene Personen des Haushalts,
5. Stand (beantragt, entschieden, Rechtsbehelf),
6. was die Person selbst noch einreichen will,
7. Rückfragen an (Stelle, Telefon).

Das Blatt wird dem weitergeleiteten Antrag vorgeheftet. Für alles Weitere fragen wir die Person selbst.`,
    result: `Das Eingangsdatum steht jetzt immer fest, was vor allem bei Weiterleitungen am Monatsende wichtig ist. Die gegenseitigen Anrufe sind auf die wirklich schwierigen Fälle zurückgegangen.`,
    pitfalls: `- Nur Angaben, die die andere Stelle für **ihre** Aufgabe braucht. Kein Feld „Bemerkungen“, das lädt zum Plaudern ein. Der Datenschutz hat das Blatt geprüft.
- Es ersetzt weder den Bescheid noch die Mitteilung an die Person.
- Einmal im Jahr gemeinsam durchsehen, sonst veraltet es.`,
    contact: `Sabine Müller, Wohngeldstelle. Ansprechstelle im Jobcenter ist das dortige Team „Eingang“.`,
    reusedBy: ["huber", "meier"],
    helpfulBy: ["huber", "meier", "vogt", "schoeller"],
    comments: [
      {
        daysAgo: 20,
        time: "11:30",
        by: "vogt",
        text: "Das erleichtert auch die Antwort auf die Frage nach dem Antragsdatum (§ 16 Abs. 2 SGB I) sehr.",
      },
    ],
  },
]
