/** Default text; an operator must replace it: everything in brackets is a placeholder. */
export const imprint = {
  de: `*Dies ist ein Beispiel. Vor dem Betrieb ersetzt die Administration alle Angaben in eckigen Klammern.*

## Anbieter

[Name der Behörde]
[Straße und Hausnummer]
[Postleitzahl und Ort]

[Die Stadt / Der Kreis / Das Land] ist eine Körperschaft des öffentlichen Rechts und wird vertreten durch [Amtsbezeichnung und Name der vertretungsberechtigten Person].

## Kontakt

- Telefon: [Telefonnummer]
- E-Mail: [E-Mail-Adresse]

## Zuständige Aufsichtsbehörde

[Name und Anschrift der Aufsichtsbehörde, soweit zutreffend]

## Umsatzsteuer-Identifikationsnummer

[Nummer nach § 27a des Umsatzsteuergesetzes, soweit vorhanden]

## Für die Inhalte verantwortlich

[Name, Funktion, Anschrift]

Beiträge im Forum geben die Auffassung derjenigen wieder, die sie verfasst haben. Verbindlich für die Fachabteilung sind nur Beiträge, die als „Antwort der Fachabteilung“ gekennzeichnet sind, und zwar zum angegebenen Rechtsstand.

## Software

Dieses Forum verwendet die Software „Fachforum“, veröffentlicht unter der Lizenz EUPL-1.2.`,

  en: `*This is an example. Before going into operation, the administration replaces everything in square brackets.*

## Provider

[Name of the authority]
[Street and number]
[Postal code and town]

[The town / The district / The state] is a corporation under public law and is represented by [office and name of the person entitled to represent it].

## Contact

- Telephone: [telephone number]
- E-mail: [e-mail address]

## Supervisory authority

[Name and address of the supervisory authority, where applicable]

## VAT identification number

[Number according to section 27a of the German VAT Act, if there is one]

## Responsible for the contents

[Name, function, address]

Posts in the forum express the view of those who wrote them. Only posts marked as “Official answer” are binding for the responsible department, as of the legal status date given there.

## Software

This forum uses the software “Fachforum”, published under the EUPL-1.2 licence.`,
}
