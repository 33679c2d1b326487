/** Default text. It describes what the software does; who is responsible and why it may, the operator completes. */
export const privacy = {
  de: `*Dieser Text beschreibt, was die Software speichert. Die [Behörde] ergänzt die Angaben in eckigen Klammern und stimmt ihn mit der oder dem Datenschutzbeauftragten ab.*

## Verantwortlich

[Name, Anschrift, Telefon und E-Mail der Behörde]

Behördliche Datenschutzbeauftragte oder behördlicher Datenschutzbeauftragter: [Name, Kontakt]

## Wozu das Fachforum Daten verarbeitet

Kolleginnen und Kollegen stellen Fachfragen, beantworten sie und teilen gute Praxis. Dazu muss erkennbar sein, wer etwas geschrieben hat und für welche Abteilung jemand antwortet. Rechtsgrundlage: [Art. 6 Abs. 1 Buchst. e und Abs. 3 DSGVO mit der Vorschrift des Bundes- oder Landesrechts über die Aufgaben oder über Beschäftigtendaten, Dienstvereinbarung].

Name, dienstliche E-Mail-Adresse, Abteilungen und Rollen trägt die Administration der [Behörde] ein; sie stammen aus [Quelle, zum Beispiel dem Personalverzeichnis]. Alles andere geben Sie selbst ein. [Ob Sie verpflichtet sind, diese Daten bereitzustellen, und was geschähe, wenn Sie es nicht täten.] Eine automatisierte Entscheidung im Einzelfall einschließlich Profiling gibt es nicht.

## Was gespeichert wird

| Was | Wozu | Wie lange |
| --- | --- | --- |
| Anzeigename, dienstliche E-Mail-Adresse, Abteilungen, Rollen, Zeitpunkt der Anlage | Anmeldung, Anzeige, Rechte | solange das Konto besteht; nach der Deaktivierung bleibt der Name an den Beiträgen, [Frist der Behörde] |
| Kennwort, nur als Prüfwert (Argon2id) | Anmeldung | bis zur Änderung |
| Sprache, abbestellte E-Mails und ob E-Mails Inhalte haben | Ihre Einstellungen | solange das Konto besteht |
| Sitzungen: Prüfwert, Tag der Anmeldung, Browser und System in zwei Wörtern, Ablaufdatum | angemeldet bleiben, eigene Sitzungen beenden | bis zum Abmelden oder Ablauf |
| Links zum Festlegen des Kennworts, nur als Prüfwert | Einladung, vergessenes Kennwort | bis sie benutzt sind oder ablaufen |
| Beiträge mit Verfasserin oder Verfasser und Zeitpunkt, auch **frühere Fassungen** | Fachfragen und Antworten nachvollziehen | dauerhaft, bis zur Löschung nach [Frist der Behörde] |
| Anhänge mit Name und Beschreibung; Bilder ohne die Zusatzdaten der Kamera | Fragen verständlich machen | wie der Beitrag; nicht abgesendete Anhänge einen Tag |
| Markierungen: hilfreich, nachgenutzt, „Das ist auch meine Frage“ | Anzahl anzeigen, Markierung zurücknehmen | bis Sie sie zurücknehmen, sonst wie der Beitrag |
| Stand und Weg einer Frage: wer sie übernommen, zurückgegeben oder abgegeben hat | offene Fragen bearbeiten, Vertretung | wie die Frage |
| Meldungen „veraltet“ mit Begründung | Antworten aktuell halten | wie die Antwort |
| Protokoll: wer hat wann was getan (zum Beispiel ausblenden, Rollen ändern, jemanden in eine Lerngruppe aufnehmen); die Administration liest es mit den Namen | Missbrauch und Fehler klären | [Frist der Behörde]; was eine Lerngruppe betrifft, nennt von deren Löschtag an niemanden mehr |
| Schutz vor zu vielen Versuchen: Zähler für Konten und Netzadressen, nur als Prüfwert | Angriffe abwehren | Netzadressen höchstens einen Tag |
| Technische Hilfsdaten: Kennungen abgesendeter Formulare, anstehende E-Mails | doppelte Beiträge vermeiden, benachrichtigen | kurze Zeit, siehe Verzeichnis |

Das vollständige Verzeichnis mit jedem einzelnen Feld steht am Ende dieser Seite.

## Was nicht gespeichert wird

- **Wer was gelesen hat.** Es gibt kein Leseprotokoll und keine Lesebestätigung mit Namen.
- **Wann Sie zuletzt da waren.** Sitzungen werden nur auf die Woche genau verlängert.
- **Auswertungen über Personen.** Es gibt keine Zahl der Beiträge, keine Antwortzeiten und keine Rangliste je Person. Führungskräfte sehen nur eine Summe: wie viele Fragen in den Kategorien der eigenen Abteilung offen sind.
- **Inhalte in den Betriebsprotokollen** des Servers. Sie enthalten keine Namen und keine Texte.

## Was trotzdem möglich bleibt

Verfasserin oder Verfasser und Zeitpunkt stehen an jedem Beitrag; sonst wäre ein Fachforum nicht brauchbar. Wer will, könnte daraus ablesen, wer wie oft und zu welchen Zeiten schreibt. Die Technik kann das nicht verhindern. Deshalb bedarf die Einführung der **Zustimmung des Personalrats** [Bund: § 80 Abs. 1 Nr. 21 BPersVG; Länder und Kommunen: Personalvertretungsgesetz des Landes]. In einer Dienstvereinbarung lässt sich regeln, dass diese Angaben nicht zur Kontrolle von Leistung oder Verhalten genutzt werden: [Verweis auf die Dienstvereinbarung].

## Wer die Daten sieht

- Kategorien sind für alle Abteilungen oder nur für bestimmte sichtbar. Beiträge sehen alle, die die Kategorie lesen dürfen.
- Ausgeblendete Beiträge sehen nur noch die Person, die sie verfasst hat, Fachansprechpersonen der zuständigen Abteilung und die Administration, soweit sie die Kategorie lesen darf.
- Die Rolle Administration allein gibt kein Recht, Beiträge zu lesen.
- Eine Lernbegleitung von außen sieht in ihrer Lerngruppe, was dort gezeigt wird, und liest das Forum nicht: [Name der Einrichtung, Verpflichtung zur Vertraulichkeit oder Vertrag].
- Empfänger außerhalb: [keine / Dienstleister des Betriebs mit Vertrag zur Auftragsverarbeitung]. Eine Übermittlung in ein Land außerhalb der Europäischen Union findet [nicht] statt.

E-Mails verschickt das Fachforum bei neuen Antworten und Rückfragen und zu Ihrer Lerngruppe. Welche Sie erhalten und ob sie Inhalte nennen, stellen Sie in Ihrem Profil ein; Termine und was auf Sie wartet, kommen immer. Die [Behörde] kann für alle einstellen, dass E-Mails keine Inhalte enthalten.

## Angaben über andere Menschen

Angaben über antragstellende Personen gehören nicht in das Fachforum. Beim Schreiben weist das Forum auf Stellen hin, die wie personenbezogene Angaben aussehen. Diese Prüfung läuft auf Ihrem Gerät und beim Absenden auf dem Server des Forums; was sie findet, wird weder gespeichert noch weitergegeben. Ist doch etwas durchgerutscht, kann der Beitrag sofort ausgeblendet und die Stelle in **allen** Fassungen geschwärzt werden.

## Cookies

Es gibt nur technisch notwendige Cookies: eines für die **Anmeldung** (\`session\`, bei verschlüsselter Verbindung \`__Host-session\`), eines für das **Wiedererkennen des Browsers** (\`device\`, bei verschlüsselter Verbindung \`__Host-device\`) und, wenn Sie sie wählen, je eines für **Sprache** (\`language\`) und **Darstellung** (\`theme\`). Die letzten drei gelten ein Jahr. Am Wiedererkennen liegt es, dass Sie sich auch dann anmelden können, wenn jemand anderes im selben Haus zu oft ein falsches Kennwort eingegeben hat. Das Cookie enthält dafür Zufallszahlen, aber weder Ihren Namen noch eine Kennung; gespeichert wird es nur in Ihrem Browser. Es bleibt nach dem Abmelden erhalten und wird ungültig, wenn Sie sich auf allen anderen Geräten abmelden (außer in dem Browser, in dem Sie das tun) oder ein neues Kennwort setzen. Es gibt keine Cookies zur Auswertung, und es werden keine Schriften oder Programme von fremden Servern geladen.

## Was nur Ihr Browser behält

**Angefangene Texte** merkt sich Ihr Browser auf Ihrem Gerät, damit sie nicht verloren gehen: bis Sie sie absenden oder verwerfen, höchstens eine Woche. Mit dem Abmelden werden alle gelöscht. Der Server erfährt davon nichts. Vom Lerntagebuch merkt er sich nur, was beim Senden nicht angekommen ist, und nur in diesem Tab. Ohne JavaScript wird nichts behalten.

## Ihre Rechte

Sie haben nach der Datenschutz-Grundverordnung das Recht auf Auskunft (Art. 15), Berichtigung (Art. 16), Löschung (Art. 17), Einschränkung der Verarbeitung (Art. 18) und Widerspruch (Art. 21), soweit die gesetzlichen Voraussetzungen vorliegen. Eigene Beiträge können Sie selbst bearbeiten und zurückziehen. Wenden Sie sich an [Kontakt].

Sie können sich außerdem bei der Aufsichtsbehörde beschweren (Art. 77): [Name und Anschrift der zuständigen Datenschutzaufsicht].`,

  en: `*This text describes what the software stores. The [authority] completes what stands in square brackets and agrees the text with its data protection officer.*

## Controller

[Name, address, telephone and e-mail of the authority]

Data protection officer: [name, contact]

## What Fachforum processes data for

Colleagues ask specialist questions, answer them and share best practices. For this it must be clear who wrote something, and for which department somebody answers. Legal basis: [Art. 6(1)(e) and (3) GDPR with the provision of federal or state law on the tasks or on employee data, works agreement].

Name, business e-mail address, departments and roles are entered by the administration of the [authority]; they come from [source, for example the staff directory]. You enter everything else yourself. [Whether you are obliged to provide these data, and what would happen if you did not.] There is no automated individual decision-making, including profiling.

## What is stored

| What | What for | How long |
| --- | --- | --- |
| Display name, business e-mail address, departments, roles, time of creation | Signing in, display, rights | as long as the account exists; after deactivation the name stays with the posts, [period of the authority] |
| Password, only as a check value (Argon2id) | Signing in | until changed |
| Language, e-mails switched off and whether e-mails have contents | Your settings | as long as the account exists |
| Sessions: check value, day of signing in, browser and system in two words, expiry date | Staying signed in, ending own sessions | until you sign out or they expire |
| Links for setting a password, only as a check value | Invitation, forgotten password | until used or expired |
| Posts with author and time, including **earlier versions** | Following specialist questions and answers | permanently, until deletion after [period of the authority] |
| Attachments with name and description; images without the camera's extra data | Making questions understandable | like the post; attachments not sent, one day |
| Marks: helpful, reused, “This is my question, too” | Showing the count, taking a mark back | until you take them back, otherwise like the post |
| State and way of a question: who took it, returned it or passed it on | Working on open questions, deputies | like the question |
| Reports “outdated” with a reason | Keeping answers up to date | like the answer |
| Audit log: who did what and when (for example hiding, changing roles, taking somebody into a cohort); administrators read it with the names | Clarifying misuse and mistakes | [period of the authority]; what concerns a cohort names nobody from its day of deletion on |
| Protection against too many attempts: keyed counters for accounts and network addresses | Fending off attacks | network addresses one day at most |
| Technical auxiliary data: keys of submitted forms, pending e-mails | Avoiding duplicate posts, notifying | a short time, see the catalogue |

The complete catalogue with every single field stands at the end of this page.

## What is not stored

- **Who has read what.** There is no reading log and no read receipt by name.
- **When you were last here.** Sessions are extended to the week only.
- **Statistics about people.** There is no count of posts, no response time and no ranking per person. Leads see one sum only: how many questions are open in the categories of their own department.
- **Contents in the server's operating logs.** They contain no names and no texts.

## What remains possible all the same

Author and time stand on every post; a specialist forum would be of no use without them. Whoever wants to could read from them how often and at what times somebody writes. Technology cannot prevent that. Therefore the introduction needs the **consent of the staff council** [federal: section 80(1) no. 21 BPersVG; states and municipalities: staff representation act of the state]. A works agreement (Dienstvereinbarung) can rule that these details are not used to monitor performance or conduct: [reference to the works agreement].

## Who sees the data

- Categories are visible to all departments or to certain ones only. Posts are seen by everybody who may read the category.
- Hidden posts are seen only by their author, by specialists of the responsible department and by the administration as far as it may read the category.
- The role of administration alone gives no right to read posts.
- An external learning facilitator sees what is shown in the learning group and does not read the forum: [name of the institution, obligation of confidentiality or contract].
- Recipients outside: [none / operating service provider with a data processing agreement]. Data are [not] transferred to a country outside the European Union.

Fachforum sends e-mails about new answers, about questions back to you and about your cohort. In your profile you choose which ones you get and whether they have contents; dates and what waits for you always come. The [authority] can set for all that e-mails have no contents.

## Details about other people

Details about applicants do not belong in Fachforum. While you write, the forum points out passages that look like personal data. This check runs on your device and, when you send, on the forum's server; what it finds is neither stored nor passed on. If something has slipped through, the post can be hidden at once and the passage redacted in **all** versions.

## Cookies

There are only technically necessary cookies: one for **signing in** (\`session\`, on an encrypted connection \`__Host-session\`), one for **knowing the browser again** (\`device\`, on an encrypted connection \`__Host-device\`) and, if you choose them, one each for **language** (\`language\`) and **appearance** (\`theme\`), the last three lasting a year. Because the browser is known again, you can sign in even when somebody else in the same house has typed a wrong password too often. For this the cookie holds random numbers, neither your name nor an id; it is kept in your browser only. It stays after signing out and becomes void when you sign out on all other devices (save in the browser where you do so) or set a new password. There are no cookies for statistics, and no fonts or programs are loaded from other servers.

## What only your browser keeps

Your browser keeps **texts that you have begun** on your device so that they are not lost: until you send or discard them, for a week at most. Signing out deletes all of them. The server learns nothing of this. Of the journal it keeps only what was sent and did not arrive, and only in its tab. Without JavaScript nothing is kept.

## Your rights

Under the General Data Protection Regulation you have the right of access (Art. 15), rectification (Art. 16), erasure (Art. 17), restriction of processing (Art. 18) and objection (Art. 21), where the legal conditions are met. You can edit and withdraw your own posts yourself. Please turn to [contact].

You can also complain to the supervisory authority (Art. 77): [name and address of the competent data protection authority].`,
}
