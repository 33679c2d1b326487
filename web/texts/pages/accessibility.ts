/** Default text after the template of section 12b BGG and the BITV 2.0; the operator completes the brackets. */
export const accessibility = {
  de: `*Dies ist eine Vorlage. Die [Behörde] prüft sie, ergänzt die Angaben in eckigen Klammern und passt die Vorschriften dem eigenen Landesrecht an.*

Die [Behörde] ist bemüht, das Fachforum im Einklang mit dem Behindertengleichstellungsrecht [des Bundes, §§ 12a ff. BGG, oder des Landes] und der Barrierefreie-Informationstechnik-Verordnung (BITV 2.0) barrierefrei zugänglich zu machen.

Diese Erklärung gilt für das Fachforum unter der Adresse [Adresse des Forums].

## Stand der Vereinbarkeit

Maßstab sind die Web Content Accessibility Guidelines (WCAG) 2.2, Stufe AA. Nach **Selbstbewertung** ist die Anwendung mit diesen Anforderungen [vollständig / teilweise] vereinbar. Die Selbstbewertung stützt sich auf automatische Prüfungen aller Seiten und auf Prüfungen der wichtigsten Abläufe nur mit der Tastatur und ohne JavaScript. Eine Prüfung durch eine unabhängige Stelle hat [noch nicht / am [Datum]] stattgefunden.

## Bekannte Einschränkungen

- **Beiträge:** Texte und Anhänge stammen von vielen Menschen. Bilder können ohne ausreichende Beschreibung sein, obwohl beim Hochladen danach gefragt wird.
- **Andere Dateien:** Hochgeladene PDF- und Office-Dateien werden nicht auf Barrierefreiheit geprüft.
- **Leichte Sprache und Gebärdensprache:** Inhalte des Forums liegen nicht in Leichter Sprache oder Deutscher Gebärdensprache vor. [Vom Betreiber zu ergänzen, soweit vorgeschrieben]
- [weitere Einschränkungen]

## Erstellung dieser Erklärung

Diese Erklärung wurde am [Datum] erstellt und zuletzt am [Datum] überprüft.

## Barrieren melden

Sind Ihnen Mängel beim barrierefreien Zugang aufgefallen, oder brauchen Sie Inhalte in einer anderen Form? Bitte wenden Sie sich an:

[Name der Stelle]
Telefon: [Telefonnummer]
E-Mail: [E-Mail-Adresse]

Wir bemühen uns, Ihnen innerhalb von [Frist] zu antworten.

## Schlichtungsverfahren

Wenn auf Ihre Rückmeldung innerhalb der genannten Frist keine zufriedenstellende Antwort erfolgt ist, können Sie sich an die zuständige Schlichtungs- oder Durchsetzungsstelle wenden. Das Verfahren ist für Sie kostenfrei; ein Rechtsbeistand ist nicht nötig.

[Name, Anschrift, Telefon, E-Mail und Internetadresse der Schlichtungsstelle des Bundes oder des Landes]`,

  en: `*This is a template. The [authority] checks it, completes what stands in square brackets and adapts the provisions to the law of its own state.*

The [authority] endeavours to make Fachforum accessible in accordance with the law on equal opportunities for people with disabilities [federal, sections 12a et seq. BGG, or of the state] and the Barrier-free Information Technology Ordinance (BITV 2.0).

This statement applies to Fachforum at [address of the forum].

## Conformity

The standard is the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. According to a **self-assessment** the application [fully / partially] conforms to these requirements. The self-assessment rests on automatic checks of all pages and on checks of the main tasks with the keyboard only and without JavaScript. A check by an independent body has [not yet taken place / taken place on [date]].

## Known limitations

- **Posts:** Texts and attachments come from many people. Images may lack a sufficient description although the upload asks for one.
- **Other files:** Uploaded PDF and office files are not checked for accessibility.
- **Easy language and sign language:** Contents of the forum are not available in easy language or in German Sign Language. [To be completed by the operator where required]
- [further limitations]

## Preparation of this statement

This statement was prepared on [date] and last reviewed on [date].

## Reporting barriers

Have you noticed a barrier, or do you need contents in another form? Please contact:

[Name of the office]
Telephone: [telephone number]
E-mail: [e-mail address]

We endeavour to answer within [period].

## Arbitration

If you have not received a satisfactory answer to your feedback within this period, you can turn to the competent arbitration or enforcement body. The procedure is free of charge for you; you do not need a lawyer.

[Name, address, telephone, e-mail and web address of the federal or state arbitration body]`,
}
