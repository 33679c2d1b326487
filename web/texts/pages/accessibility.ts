import { accessibilityChecks } from "./accessibility-checks.ts"

const listOf = (locale: "de" | "en") => accessibilityChecks.map((check) => `- ${check[locale]}`).join("\n")

/** Default text after section 12b BGG, section 7 BITV 2.0 and Implementing Decision (EU) 2018/1523; the operator completes the brackets. */
export const accessibility = {
  de: `*Dies ist eine Vorlage nach § 12b BGG, § 7 BITV 2.0 und dem Durchführungsbeschluss (EU) 2018/1523. Die [Behörde] prüft sie, ergänzt die Angaben in eckigen Klammern, streicht, was nicht zutrifft, und passt die Vorschriften dem eigenen Landesrecht an.*

Die [Behörde] ist bemüht, das Fachforum im Einklang mit dem Behindertengleichstellungsrecht [des Bundes, §§ 12a ff. BGG, oder des Landes] und der Barrierefreie-Informationstechnik-Verordnung [BITV 2.0 oder Verordnung des Landes] barrierefrei zugänglich zu machen.

Diese Erklärung zur Barrierefreiheit gilt für das Fachforum unter der Adresse [Adresse des Forums].

## Stand der Vereinbarkeit

Maßstab sind die §§ 3 und 4 BITV 2.0 [oder die Verordnung des Landes] in Verbindung mit der im Amtsblatt der Europäischen Union genannten harmonisierten Norm **EN 301 549 V3.2.1**, die die WCAG 2.1, Stufen A und AA, einschließt. Geprüft wurde zusätzlich gegen die WCAG 2.2, Stufen A und AA, die der neueren Fassung EN 301 549 V4.1.1 zugrunde liegen.

Das Fachforum ist mit diesen Anforderungen [**vollständig** vereinbar / wegen der folgenden Unvereinbarkeiten und Ausnahmen **teilweise** vereinbar / **nicht** vereinbar].

## Nicht barrierefreie Inhalte

Jeder Punkt nennt den Grund und, soweit es sie gibt, einen Weg, der barrierefrei ist.

### Unvereinbarkeit mit den Vorschriften

- **Bilder in Beiträgen:** Beschreibungen stammen von denen, die ein Bild hochladen. Das Forum fragt danach, kann aber nicht prüfen, ob sie ausreichen. Grund: fremde Inhalte in großer Zahl. Ausweg: Wer ein Bild nicht lesen kann, fragt im Beitrag nach; die Beschreibung lässt sich jederzeit ergänzen.
- [weitere Inhalte, mit Grund und Ausweg]

### Unverhältnismäßige Belastung

- [Inhalte, für die eine unverhältnismäßige Belastung nach § 12a Abs. 6 BGG geltend gemacht wird, mit Grund und Ausweg, oder: keine]

### Inhalte außerhalb des Anwendungsbereichs

- **Hochgeladene Dateien:** PDF- und Office-Dateien prüft das Forum nicht. Grund: [Dateien, die nicht für laufende Verwaltungsverfahren nötig sind und vor dem 23. September 2018 entstanden, sind ausgenommen; neuere Dateien müssen barrierefrei sein]. Ausweg: den Inhalt als Text in den Beitrag schreiben.
- **Leichte Sprache und Gebärdensprache:** [Für die Startseite eines öffentlich zugänglichen Angebots verlangt § 4 BITV 2.0 Erläuterungen in beiden. Vom Betreiber zu ergänzen, soweit vorgeschrieben.]

## Erstellung dieser Erklärung

Diese Erklärung wurde am [Datum] erstellt und zuletzt am [Datum] überprüft. Sie wird jährlich und bei jeder wesentlichen Änderung erneuert.

Sie beruht auf einer **Selbstbewertung** [oder: auf einer Prüfung durch (Name), Bericht unter (Adresse)]. Der Hersteller prüft bei jeder Änderung der Software:

${listOf("de")}

Die Prüfungen des Herstellers ersetzen die Bewertung des eigenen Betriebs nicht: Auch eigene Texte, Bilder und Dateien gehören dazu.

## Barrieren melden

Sind Ihnen Mängel beim barrierefreien Zugang aufgefallen, oder brauchen Sie Inhalte in einer anderen Form? Bitte wenden Sie sich an:

[Name der Stelle]
Telefon: [Telefonnummer]
E-Mail: [E-Mail-Adresse]

Wir antworten Ihnen spätestens innerhalb eines Monats.

## Schlichtungsverfahren

Haben Sie innerhalb dieses Monats keine zufriedenstellende Antwort erhalten, können Sie sich an die Schlichtungsstelle wenden [Bund: Schlichtungsstelle nach § 16 BGG; sonst die Schlichtungs- oder Durchsetzungsstelle des Landes]. Das Verfahren ist für Sie kostenfrei; ein Rechtsbeistand ist nicht nötig.

[Name, Anschrift, Telefon, E-Mail und Internetadresse der Schlichtungsstelle]`,

  en: `*This is a template after section 12b BGG, section 7 BITV 2.0 and Implementing Decision (EU) 2018/1523. The [authority] checks it, completes what stands in square brackets, strikes out what does not apply and adapts the provisions to the law of its own state.*

The [authority] endeavours to make Fachforum accessible in accordance with the law on equal opportunities for people with disabilities [federal, sections 12a et seq. BGG, or of the state] and the Barrier-free Information Technology Ordinance [BITV 2.0 or ordinance of the state].

This accessibility statement applies to Fachforum at [address of the forum].

## Conformity

The standard is sections 3 and 4 BITV 2.0 [or the ordinance of the state] together with the harmonised standard cited in the Official Journal of the European Union, **EN 301 549 V3.2.1**, which includes WCAG 2.1, levels A and AA. The software was also checked against WCAG 2.2, levels A and AA, on which the newer EN 301 549 V4.1.1 rests.

Fachforum is [**fully** compliant / **partially** compliant because of the non-compliances and exemptions below / **not** compliant] with these requirements.

## Content that is not accessible

Each item names the reason and, where there is one, an accessible way.

### Non-compliance with the provisions

- **Images in posts:** Descriptions come from those who upload an image. The forum asks for them, but cannot judge whether they suffice. Reason: contents of many people, in great number. Way out: whoever cannot read an image asks in the thread; the description can be completed at any time.
- [further content, with reason and way out]

### Disproportionate burden

- [content for which a disproportionate burden under section 12a(6) BGG is claimed, with reason and way out, or: none]

### Content outside the scope

- **Uploaded files:** The forum does not check PDF and office files. Reason: [files that are not needed for active administrative processes and were made before 23 September 2018 are exempt; newer files must be accessible]. Way out: write the content into the post as text.
- **Easy language and sign language:** [For the start page of a site open to the public, section 4 BITV 2.0 demands explanations in both. To be completed by the operator where required.]

## Preparation of this statement

This statement was prepared on [date] and last reviewed on [date]. It is renewed every year and with each major change.

It rests on a **self-assessment** [or: on an assessment by (name), report at (address)]. With each change of the software the maker checks:

${listOf("en")}

The maker's checks do not replace an assessment of your own installation: your own texts, images and files belong to it, too.

## Reporting barriers

Have you noticed a barrier, or do you need contents in another form? Please contact:

[Name of the office]
Telephone: [telephone number]
E-mail: [e-mail address]

We answer within one month at the latest.

## Arbitration

If you have not received a satisfactory answer within this month, you can turn to the arbitration body [federal: arbitration body under section 16 BGG; otherwise the arbitration or enforcement body of the state]. The procedure is free of charge for you; you do not need a lawyer.

[Name, address, telephone, e-mail and web address of the arbitration body]`,
}
