/** Words at the beginning of sentences and nouns of our work. */
const NO_NAME = new Set(
  `Ich Du Er Sie Es Wir Ihr Man Wer Was Wie Wo Wann Warum Welche Welcher Welches Wem Wen Jemand Niemand Keiner Keine Alle
  Beide Einige Viele Manche Andere Der Die Das Den Dem Des Ein Eine Einen Einem Einer Eines Mein Meine Meiner Meinem Dein
  Deine Sein Seine Seiner Ihre Ihrer Ihrem Ihren Unser Unsere Unserer Unserem Dieser Diese Dieses Diesem Diesen Jener Jene
  Jeder Jede Jedes Heute Gestern Morgen Vorgestern Vorhin Eben Gerade Soeben Jetzt Nun Dann Danach Davor Vorher Nachher Bisher
  Schon Noch Nur Auch Aber Und Oder Doch Denn Weil Wenn Ob Dass Falls Sofern Soweit Obwohl Während Nachdem Bevor Bis Seit Ab
  An Am Auf Aus Bei Beim Durch Für Gegen Hinter In Im Ins Mit Nach Neben Ohne Über Um Unter Von Vom Vor Wegen Zu Zum Zur
  Zwischen Laut Gemäß Trotz Statt Hat Habe Haben Hatte Ist Sind War Waren Wird Werden Wurde Kann Können Muss Müssen Soll
  Sollen Darf Dürfen Hier Dort Da Dazu Daher Deshalb Dabei Dafür Dagegen Damit Daraus Darauf Darüber Davon Leider Bitte Danke
  Hallo Guten Tag Moin Liebe Lieber Sehr Geehrte Geehrter Nein Ja Nicht Nichts Etwas Mehr Weniger Einmal Zweimal Mehrfach
  Telefonisch Persönlich Schriftlich Zuletzt Zunächst Später Mittlerweile Inzwischen Laut Siehe Vgl Stand Quelle Frage Antwort
  Sachverhalt Problem Thema Fall Hinweis Achtung Beispiel Kollege Kollegin Kollegen Kolleginnen Chef Chefin Leitung Amt Ämter
  Behörde Behörden Jobcenter Finanzamt Sozialamt Jugendamt Rathaus Bürgerbüro Bürgeramt Stadt Gemeinde Landkreis Kreis Land
  Bund Ministerium Bundesagentur Agentur Krankenkasse Kasse Bank Sparkasse Versicherung Rentenversicherung Gericht Polizei
  Anwalt Anwältin Rechtsanwalt Rechtsanwältin Steuerberater Steuerberaterin Arzt Ärztin Schule Kita Kindergarten Firma
  Arbeitgeber Arbeitgeberin Vermieter Vermieterin Vermietung Mieter Mieterin Mietern Hausverwaltung Verwaltung Eigentümer
  Eigentümerin Betreuer Betreuerin Betreuung Bewohner Bewohnerin Antragsteller Antragstellerin Antragstellern Kunde Kundin
  Kunden Bürger Bürgerin Bürgern Nachbar Nachbarin Nachbarn Partner Partnerin Ehegatte Ehegattin Eheleute Mann Frau Herr
  Herrn Familie Mutter Vater Sohn Tochter Kind Kinder Kindern Eltern Bruder Schwester Großeltern Oma Opa Person Personen
  Leute Team Referat Abteilung Sachgebiet Fachbereich Fachabteilung Zentrale Hotline Dolmetscher Dolmetscherin Beratung
  Beraterin Berater Sachbearbeiter Sachbearbeiterin Sachbearbeitung Fachstelle Wohngeldstelle Wohngeldbehörde Stelle Stellen
  Dame Damen Herren Wohngeld Bürgergeld Kindergeld Miete Antrag Anträge Bescheid Bescheide Widerspruch Frist Post Brief Mail
  Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Januar Februar März April Mai Juni Juli August September Oktober
  November Dezember Ende Anfang Mitte Name Vorname Nachname Geburtsname Familienname Anschrift Adresse Telefon Mobil Fax Datum
  Ort Straße Deutschland Österreich Schweiz Polen Türkei Syrien Ukraine Afghanistan Italien Spanien Frankreich Rumänien
  Bulgarien Vietnam Irak Iran Ausland Inland Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen
  Bremen Dresden Hannover Nürnberg Augsburg Kassel Musterstadt Bayern Hessen Sachsen Thüringen Brandenburg Saarland Art
  Verstorbene Verstorbener Betroffene Betroffener Versicherte Versicherter Berechtigte Beklagte Kläger Klägerin Zeuge Zeugin
  Unterschrift Anruf Anrufer Anruferin Rückruf Rückfrage Gespräch Vorsprache Notiz Vermerk Aktenvermerk Ergebnis Anliegen
  Haushalt Haushalte Haushaltsmitglied Einkommen Vermögen Rente Unterhalt Nachweis Nachweise Unterlagen Wohnung Haus Umzug
  Auszug Einzug Termin Sprechstunde Urlaub Vertretung Kopie Anlage Anlagen Betreff Gesetz Verordnung Gesetzgeber Grundlage
  Bundesrat Bundestag Bundesregierung Landesregierung Regierung Rat Ausschuss Vorstand Mitglied Mitglieder Träger Verband
  Gesellschaft Verein Unternehmen Unternehmer Beschäftigte Beschäftigter Arbeitnehmer Arbeitnehmerin Beamte Beamter Beamtin
  Präsident Präsidentin Senat Stiftung Kirche Hochschule Universität Institut Kammer Zoll Dritte Dritter Dritten Verfahren
  Auskunft Erklärung Antwort Zusage Absage Angebot Vertrag Rechnung Mahnung Zahlung Konto Geld Euro Summe Betrag Erbe Erben
  Pflegeheim Heim Heimleitung Krankenhaus Klinik Praxis Pflegedienst Sozialdienst Insolvenzverwalter Bevollmächtigte Vollmacht
  Untermieter Untermieterin Mitbewohner Mitbewohnerin Student Studentin Studierende Auszubildende Azubi Rentner Rentnerin
  Verkäufer Verkäuferin Käufer Käuferin Makler Maklerin Hausmeister Gast Ersatz Grund Sache Teil Zeit Jahr Monat Woche Stunde
  Minute Uhr Gymnasium Krankenkasse Abschnitt Satz Absatz Paragraf Artikel Regeln Regel Gebühr Gebühren Wahlgängen Akte Akten Vorgang Landesverbände Gesamtschuldner Kaufmann Fachmann Ehemann Eheleuten Soziales Jugend Bildung Finanzen
  Ordnung Umwelt Verkehr Gesundheit Kultur Sport Integration Migration Recht Personal Organisation Wirtschaft Inneres Beschwerde
  Himmelfahrt Hospital Hospiz Stift Apotheke Klinik Klinikum Online Normalverbraucher Suchen Suche
  Beistand Gutachter Gutachterin Attest Atteste Gutachten Honorar Honorare Praxis Kanzlei Mandat Mandant Mandantin Urkunde Urkunden
  Kaution Kautionen Befund Befunde Rezept Rezepte Diagnose Besuch Besuche Protokoll Stempel Notar Notarin Heizung Kosten
  Gegenseite Nebenkosten Rechnungen Belege Auskünfte Verträge Mandate`.split(/\s+/),
)
/** "Robert Koch-Institut": the last part says what it is. */
export const isNoName = (word: string) => {
  const bare = word.replace(/\.$/, "")
  const last = bare.split("-").at(-1) ?? ""
  return (
    NO_NAME.has(bare) ||
    (last !== bare && (NO_NAME.has(last.replace(/e?s$/, "")) || NO_NAME.has(last) || looksLikeNoun(last)))
  )
}

/** How nouns of our work end. */
export const looksLikeNoun = (word: string) =>
  !SURNAMES_ALIKE.has(word) && (ENDS_LIKE_NOUN.test(word) || /^\p{Lu}{2,}/u.test(word))

/** Surnames that end so, too. */
const SURNAMES_ALIKE = new Set(
  "Brecht Albrecht Ruprecht Lamprecht Engelbrecht Neuhaus Althaus Niehaus".split(" "),
)
const ENDS_LIKE_NOUN =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|nis|nisse|tum|ling|sal|ismus|amt|ämter|stelle|stellen|behörde|behörden|kasse|gericht|gesetz|ordnung|geld|gelder|hilfe|hilfen|rente|steuer|kosten|antrag|anträge|bescheid|pflicht|recht|recht[es]|zeit|jahr|monat|tag|stand|satz|stück|werk|haus|hause|raum|platz|ort|weg|stelle|dienst|büro|zentrum|center|verein|verband|bund|rat|träger|nehmer|nehmerin|geber|geberin|halter|halterin|steller|stellerin|bearbeiter|bearbeiterin|leiter|leiterin|berater|beraterin|betreuer|betreuerin|innen|erin|person|personen|frage|fragen|fall|fälle|falls|grund|mittel|akte|brief|schein|zettel|buch|programm|system|liste|gruppe|klasse|schule|arbeit|betrieb|firma|konto|vertrag|nachweis|unterlagen|wesen|anstalt|anwalt|anwältin|leistung|einkommen|miete|wohnung|teil|seite|zahl|wert|form|kind|kinder|kraft|kräfte|macht|art|weise|ende|beginn|schluss|schluß|bau|feld|gang|trag|halt|stoff|zug|ruf|gabe|nahme|sicht|spruch|schrift|schutz|führer|führung|meister|meisterin)$/
