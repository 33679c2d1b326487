/** Prose as an administration writes it, of our own and about nobody: full of numbers, nouns and names of offices. */
export const PROSE = `
Die Stadt Musterstadt bearbeitet jährlich rund 12500 Anträge auf Wohngeld. Im Jahr 2025 waren es 13120 Anträge, davon
10115 Erstanträge und 3005 Weiterleistungsanträge. Die durchschnittliche Bearbeitungszeit lag bei 34 Tagen. Der Haushalt
sieht dafür 1.250.000 Euro vor; im Vorjahr waren es 980.500,50 Euro. Die Wohngeldstelle ist im Rathaus untergebracht und
montags von 8 bis 12 Uhr sowie donnerstags von 14 bis 18 Uhr geöffnet. Wer anrufen möchte, erreicht die Zentrale während
der Öffnungszeiten. Das Jobcenter hat angerufen und um Auskunft gebeten. Die Fachabteilung hat mit dem Landkreis
telefoniert und geklärt, dass der Antrag weiterhin hier zu bearbeiten ist.

Nach § 27 Abs. 1 Satz 1 WoGG ist das Wohngeld auf Antrag neu zu bewilligen, wenn sich im laufenden Bewilligungszeitraum die
Zahl der zu berücksichtigenden Haushaltsmitglieder erhöht, die zu berücksichtigende Miete oder Belastung um mehr als 10
Prozent erhöht oder das Gesamteinkommen um mehr als 10 Prozent verringert. Der Anspruch beginnt am Ersten des Monats, von
dem an die Änderung eingetreten ist. Siehe dazu Teil A Nr. 27.11 WoGVwV und BVerwG, Urteil vom 11.12.2014, 5 C 22.13.
Zu beachten sind ferner §§ 60, 66 und 67 SGB I sowie § 45 SGB X. In der Anlage 3 zur Verordnung stehen die Mietenstufen;
Gemeinden der Stufe III finden sich in Tabelle 2, Zeile 14, Spalte 5. Der Vordruck 0012-34 gilt seit dem 01.01.2026.

Der Antragsteller legt den Mietvertrag vor, die Antragstellerin die Verdienstbescheinigung. Vermieter und Mieter haben eine
Staffelmiete vereinbart. Die Mieterin hat angerufen, weil der Vermieter die Nebenkosten erhöht hat. Der Sohn wohnt im
Internat, die Tochter lebt beim Vater. Das Kind ist im laufenden Schuljahr auswärts untergebracht. Leben Eheleute dauernd
getrennt, zählt jeder Haushalt für sich. Ist die Mutter allein sorgeberechtigt, gehört das Kind zu ihrem Haushalt. Vor 1964
geborene Versicherte können die Rente früher beziehen; für nach dem 31.12.1991 geborene Kinder gilt das nicht.

Wer zieht um, muss das melden. Die neue Wohnung ist 65 Quadratmeter groß und kostet 540 Euro kalt. Bei einem Umzug in eine
andere Gemeinde endet die Zuständigkeit. Der Weg zur Arbeit ist 25 Kilometer lang, der Arbeitsplatz 3 Haltestellen
entfernt. Am Montag 3 Stunden, am Dienstag 4 Stunden: So viel Zeit bleibt für die Sprechstunde. Im Abschnitt 2 des
Fragebogens ist das Einkommen einzutragen, im Feld 17 die Zahl der Personen. Der Ablehnungsgrund 3 ist anzukreuzen. In Raum
012 liegt die Liste aus. Für Rückfragen steht die Fachabteilung zur Verfügung; die Hotline ist werktags besetzt.

Das Bundesministerium veröffentlicht im Sommer den Bericht. Die Zahl der Haushalte mit Wohngeld stieg bundesweit auf 1,2
Millionen. In Bayern, Hessen und Sachsen wurde die Software umgestellt. Das Statistische Landesamt nennt 86150 Fälle, von
denen 45000 Fälle auf Rentnerinnen und Rentner entfallen. Das Verfahren ISO 27001 und die DIN EN 301549 sind bekannt. Die
Dienstanweisung 4/2025 ersetzt die Rundverfügung 12/2019. Bei Fragen zur Software hilft das Fachverfahren-Team. Der
Verwaltungsgerichtshof 2. Senat hat entschieden, der Rechtsweg ist ausgeschöpft. Der Personalrat hat zugestimmt, die
Gleichstellungsbeauftragte wurde beteiligt. Mit freundlichen Grüßen
Ihre Wohngeldstelle
`
