export const help = {
  de: `## Kurz gesagt

1. **Erst suchen:** Vielleicht ist Ihre Frage schon beantwortet. Ein paar Wörter im Suchfeld genügen.
2. **Dann fragen:** eine Frage je Beitrag, ohne Angaben zu Personen.
3. **Am Ende markieren,** was Ihre Frage beantwortet hat. Das hilft allen, die nach Ihnen kommen.

## Suchen

Das Suchfeld finden Sie im Kopf der Seite, auf schmalen Bildschirmen hinter dem Zeichen mit der Lupe. Schon nach zwei Buchstaben werden passende Fragen und Beispiele vorgeschlagen; mit der Eingabetaste sehen Sie alle Ergebnisse.

Gesucht wird in Fachfragen, Antworten, guter Praxis und Kommentaren, die Sie lesen dürfen. Schreiben Sie, wie Sie sprechen: Die Suche findet auch andere Wortformen, zusammengesetzte Wörter und Wörter mit kleinen Tippfehlern. Die Adresse der Ergebnisse können Sie weitergeben.

| Sie schreiben | Gefunden wird |
| --- | --- |
| \`"angemessene Miete"\` | genau diese Folge von Wörtern |
| \`Miete -Garage\` | nur, worin „Garage“ nicht vorkommt |
| \`Miete -§ 21 -60.000\` | nur, worin weder § 21 noch 60.000 vorkommt; ein Minus ohne Leerzeichen dahinter schließt immer aus und ist nie ein Vorzeichen |
| \`tag:Umzug\` | nur, was dieses Schlagwort hat |
| \`kategorie:Einkommen\` | nur, was in dieser Kategorie steht |
| \`von:mir\` | nur, was Sie selbst geschrieben haben |
| \`§ 11 SGB II\` | die Vorschrift als Ganzes; auch Aktenzeichen gelten als Ganzes |

Nach den Beiträgen anderer Personen können Sie nicht suchen. Wird nichts gefunden, stellen Sie aus Ihren Wörtern mit einem Klick eine Frage.

Haben fünf Personen an einem Tag nach demselben gesucht und nichts gefunden, sehen die Fachansprechpersonen die Wörter in einer Liste: ohne Zahlen, ohne was wie ein Name aussieht, und ohne wer gesucht hat. Abkürzungen, die dasselbe bedeuten wie ein anderer Begriff, pflegen sie als Synonyme.

## Eine Frage stellen

Wählen Sie **Frage stellen** und eine Kategorie. Danach sehen Sie, welche Angaben dort helfen.

- **Titel:** am besten die Frage selbst, zum Beispiel „Antrag beim Jobcenter abgegeben: Welches Datum gilt?“
- **Text:** der Fall in eigenen Worten, was Sie schon wissen und was genau offen ist.
- **Antwort erbeten bis:** nur, wenn es einen Termin oder eine Frist gibt. Die Fachabteilung sieht das Datum in ihrer Liste.
- **Schlagwörter:** frei wählbar, zwei oder drei genügen.
- **Anhänge:** Bilder und Dateien bis 10 MB. Ein Bildschirmfoto können Sie direkt in das Textfeld einfügen oder dorthin ziehen: Es steht dann an dieser Stelle im Text. Andere Bilder stehen in einer Reihe unter dem Text, Dateien als Liste darunter. HEIC-Fotos vom iPhone werden als JPEG gespeichert. Bitte beschreiben Sie Bilder in einem Satz für alle, die sie nicht sehen können.

Während Sie schreiben, erscheinen ähnliche Beiträge. Folgen Sie einem davon, bleibt Ihr Text gespeichert, bis Sie ihn verwerfen.

Eine E-Mail können Sie als Ganzes einfügen: Der Betreff wird zum Titel, und Anrede, Signatur und zitierte Kopfzeilen lassen sich mit einem Klick entfernen.

## Keine Angaben zu Personen

Schreiben Sie „die antragstellende Person“ statt eines Namens. Vor dem Veröffentlichen markiert das Forum, was wie ein Name, ein Aktenzeichen, eine Kontoverbindung, ein Geburtsdatum oder eine Telefonnummer aussieht, und ersetzt es auf Wunsch durch „[Name]“ oder „[Az.]“. Das ist ein Hinweis und kein Verbot; verantwortlich bleiben Sie.

Ist etwas Vertrauliches stehen geblieben? Sie selbst, die Fachansprechpersonen und die Administration können einen Beitrag **sofort ausblenden**. Wer ihn verfasst hat, sieht die Begründung. Auf Wunsch wird die Stelle in allen Fassungen geschwärzt.

## Wie Antworten der Fachabteilung entstehen

Jede Fragekategorie hat eine zuständige Abteilung. Ihre Fachansprechpersonen sehen alle offenen Fragen, übernehmen sie und antworten. Antworten können auch alle anderen; das sind Hinweise von Kolleginnen und Kollegen.

Eine **Antwort der Fachabteilung** ist besonders gekennzeichnet und trägt zwei Angaben:

- **Rechtsstand:** der Tag, auf dessen Rechtslage sich die Antwort bezieht.
- **Wiedervorlage:** der Tag, an dem die Fachabteilung sie wieder ansieht.

Nur die Abteilung, die geantwortet hat, kann eine solche Antwort ändern.

## Was der Status einer Frage bedeutet

| Status | Bedeutung |
| --- | --- |
| offen | Noch niemand hat die Frage übernommen. |
| in Bearbeitung | Eine Fachansprechperson kümmert sich darum. |
| Rückfrage | Die Fachabteilung braucht noch etwas von Ihnen. Antworten Sie darauf auf der Seite Ihrer Frage, dann geht es weiter. |
| beantwortet | Es gibt eine Antwort der Fachabteilung, oder Sie haben eine Antwort mit „Beantwortet meine Frage“ markiert. |
| geschlossen | Die Frage hat sich erledigt. |
| doppelt | Dieselbe Frage gibt es schon; der Verweis führt dorthin. |

Der Hinweis einer Kollegin oder eines Kollegen allein macht aus einer Frage noch keine beantwortete. Das entscheiden Sie, indem Sie ihn markieren.

## In welcher Reihenfolge Antworten stehen

1. Antworten der Fachabteilung,
2. Antworten, die als „Beantwortet meine Frage“ markiert sind,
3. Antworten nach der Zahl der Stimmen „Hilfreich“,
4. sonst in der Reihenfolge, in der sie geschrieben wurden.

## Markierungen

- **Beantwortet meine Frage:** setzt, wer gefragt hat, an beliebig vielen Antworten.
- **Hilfreich:** eine Stimme je Person, jederzeit zurückzunehmen. Gegenstimmen gibt es nicht.
- **Das ist auch meine Frage:** zeigt der Fachabteilung, dass mehrere warten. Auch Sie erhalten dann eine E-Mail, wenn es eine Antwort gibt.
- **Nachgenutzt:** bei guter Praxis. „Das machen wir jetzt auch so.“

Gezeigt wird immer nur die Anzahl, nie eine Liste von Namen.

## Möglicherweise veraltet

Wenn eine Wiedervorlage verstrichen ist oder jemand eine Antwort als veraltet meldet, steht daran **Möglicherweise veraltet**, und sie kommt in die Liste „Zu prüfen“ der Fachabteilung. Prüfen Sie bis dahin selbst, ob sie noch stimmt. Fällt Ihnen etwas auf, wählen Sie **Als veraltet melden** und schreiben Sie in einem Satz, warum.

## Für die Akte kopieren

Bei einer Antwort der Fachabteilung finden Sie **Für die Akte kopieren**. Damit erhalten Sie Frage, Antwort, Abteilung, Rechtsstand, Datum und dauerhafte Adresse in einem Block, den Sie in einen Vermerk einfügen können. Zum Drucken gibt es eine eigene Darstellung: Drucken Sie die Seite einfach aus dem Browser.

## Gute Praxis teilen

Das Formular fragt nach fünf Dingen: Ausgangslage, Vorgehen, Ergebnis, Stolpersteine und Kontakt. Kurz und ehrlich ist besser als vollständig. Gerade die Stolpersteine helfen anderen.

## Eigene Beiträge ändern oder zurückziehen

Eigene Beiträge können Sie bearbeiten; frühere Fassungen bleiben gespeichert. Sie können sie auch zurückziehen. Antworten zu einer zurückgezogenen Frage bleiben bestehen. Hat jemand denselben Text inzwischen geändert, sehen Sie beide Fassungen und verlieren nichts.

## Texte gestalten (Markdown)

Sie können einfach schreiben: **Was Sie tippen, steht genau so da,** mit jedem Zeilenumbruch, jedem Datum, jeder Nummer und jedem Zeichen. Eine Leerzeile trennt Absätze. Nur diese Zeichen haben eine besondere Bedeutung; sie selbst werden nicht angezeigt:

| Sie schreiben | Daraus wird |
| --- | --- |
| \`**wichtig**\` | **wichtig** |
| \`*betont*\` oder \`_betont_\` | *betont* |
| \`~~gilt nicht mehr~~\` | ~~gilt nicht mehr~~ |
| \`- Punkt\` oder mehrere Zeilen \`* Punkt\` | Aufzählung |
| \`- [ ] offen\` und \`- [x] erledigt\` | Aufzählung mit ☐ und ☑ |
| \`1. Schritt\` | nummerierte Liste mit genau den Nummern, die Sie schreiben |
| zwei oder mehr Leerzeichen vor einer Zeile unter einem Punkt | gehört zu diesem Punkt, auch als Liste darunter |
| \`> Zitat\` | eingerücktes Zitat |
| \`## Zwischenüberschrift\` | Überschrift im Beitrag |
| \`[Text](https://…)\` | Link |
| \`https://…\` oder \`www.…\` | Link, der Text bleibt |
| \`![Beschreibung](/anhaenge/…)\` | Bild aus den eigenen Anhängen |
| \`\` \`genau so\` \`\` | \`genau so\` in fester Breite |
| drei solche Zeichen (\`\` \`\`\` \`\`) in einer Zeile davor und danach | mehrere Zeilen in fester Breite |
| \`\\| Jahr \\| Betrag \\|\` und darunter \`\\|---\\|---\\|\` | Tabelle; jede weitere Zeile mit \`\\|\` ist eine Reihe |
| \`<br>\` in einer Zelle einer Tabelle | neue Zeile in der Zelle |

Im Zweifel bleibt alles, wie Sie es geschrieben haben:

- Ein Datum ist keine Liste: „15. Mai“, „1. 4. 2026“ und „1. und 2. Rate“ bleiben Text. Auch \`1)\`, \`a)\` und \`•\` bleiben stehen.
- Ein Vorzeichen bleibt: „- 50,00 Euro“, „+ 20 Euro“, „- 5 °C“ und eine Rechnung mit \`+\` und \`=\` sind keine Aufzählung, „> 15 Prozent“ ist kein Zitat.
- Zeichen zwischen Buchstaben oder Zahlen bleiben: „2*563“, „Antragsteller*innen“, „datei_name“, „H~2~O“.
- Striche unter einer Zeile, eingerückte Zeilen, Pfade wie „\\\\server\\ablage“, spitze Klammern und „&amp;“ bleiben.

Soll ein solches Zeichen am Anfang eines Wortes oder einer Zeile stehen bleiben, schreiben Sie einen umgekehrten Schrägstrich \`\\\` davor: Aus \`\\*so*\` wird \\*so*. Das geht vor \`*\`, \`_\`, \`~\`, \`[\`, \`!\` und dem Zeichen für feste Breite, am Anfang einer Zeile auch vor \`#\`, \`>\` und \`-\`; in einer Tabelle wird \`\\|\` zum Strich im Feld. **Jeder andere umgekehrte Schrägstrich bleibt, wie Sie ihn schreiben,** vor allem in Pfaden: „C:\\_alt\\#1“ und „\\\\server\\*.doc“ zeigen alle ihre Zeichen.

Beim Textfeld gibt es Schaltflächen dafür und eine Vorschau.

## Mit der Tastatur

- **Tabulatortaste** und **Umschalt + Tabulatortaste**: vor und zurück. Der erste Sprung führt zu „Zum Inhalt springen“.
- **Eingabetaste**: Links öffnen, Schaltflächen auslösen.
- **Leertaste**: Schaltflächen auslösen, Kästchen ankreuzen.
- **Escape**: Dialoge und Menüs schließen.

Alle Seiten und Formulare funktionieren auch ohne JavaScript.

## Wenn Sie nicht weiterkommen

Wenden Sie sich an die Administration Ihres Forums. In dringenden Fällen rufen Sie bitte weiterhin an.

Wer eigene Programme anbinden möchte, findet hier die [Beschreibung der Schnittstelle](/api/docs).`,

  en: `## In short

1. **Search first:** Your question may have been answered already. A few words in the search field are enough.
2. **Then ask:** one question per post, without details about people.
3. **Mark in the end** what answered your question. That helps everybody who comes after you.

## Searching

The search field is in the header of the page, on narrow screens behind the magnifying glass. After two letters already, matching questions and examples are suggested; Enter shows all results.

The search covers the questions, answers, best practices and comments that you may read. Write as you speak: other forms of a word, compound words and words with small typing errors are found as well. The address of the results can be passed on.

| You write | What is found |
| --- | --- |
| \`"angemessene Miete"\` | exactly this sequence of words |
| \`Miete -Garage\` | only what does not contain “Garage” |
| \`Miete -§ 21 -60.000\` | only what contains neither § 21 nor 60.000; a minus without a space behind it always excludes and is never the sign of a number |
| \`tag:Umzug\` | only what has this tag |
| \`category:Einkommen\` | only what is in this category |
| \`from:me\` | only what you have written yourself |
| \`§ 11 SGB II\` | the provision as a whole; file references count as a whole, too |

You cannot search for the posts of other people. If nothing is found, one click makes your words a question.

When five people have searched for the same on one day and found nothing, the specialists see the words in a list: without numbers, without what looks like a name, and without who searched. Abbreviations that mean the same as another term are kept by them as synonyms.

## Asking a question

Choose **Ask a question** and a category. Above the text field you see which details help there.

- **Title:** best the question itself, for example “Application handed in at the job centre: which date counts?”
- **Text:** the case in your own words, what you know already and what exactly is open.
- **Answer wanted by:** only if there is an appointment or a deadline. The responsible department sees the date in its list.
- **Tags:** as you like; two or three are enough.
- **Attachments:** images and files up to 10 MB. You can paste a screenshot straight into the text field or drag it there: it then stands in the text at that place. Other images stand in a row below the text, files in a list below them. HEIC photos of an iPhone are stored as JPEG. Please describe images in one sentence for everybody who cannot see them.

While you write, similar posts appear. If you follow one of them, your text stays kept until you discard it.

You can paste an e-mail as a whole: its subject becomes the title, and greeting, signature and quoted header lines can be removed with one click.

## No details about people

Write “the applicant” instead of a name. Before you publish, the forum marks what looks like a name, a file reference, a bank account, a date of birth or a telephone number, and replaces it with “[Name]” or “[Az.]” if you wish. This is a help and not a ban; you remain responsible.

Has something confidential slipped through? You yourself, the specialists and the administration can **hide a post at once**. Its author sees the reason. On request the passage is redacted in all versions.

## How official answers come about

Every category of questions has a responsible department. Its specialists see all open questions, take them and answer. Everybody else can answer, too; these are hints from colleagues.

An **official answer** is marked as such and carries two dates:

- **Legal status date:** the day to whose law the answer refers.
- **Review date:** the day on which the department will look at it again.

Only the department that answered can change such an answer.

## What the states mean

| State | Meaning |
| --- | --- |
| open | Nobody has taken the question yet. |
| in progress | A specialist is working on it. |
| asked back | The department needs something more from you. Reply on the page of your question, and it goes on. |
| answered | There is an official answer, or you have marked an answer with “Answers my question”. |
| closed | The question is settled. |
| duplicate | The same question exists already; the link leads there. |

A colleague's hint alone does not make a question answered. You decide that by marking it.

## The order of answers

1. Official answers,
2. answers marked as “Answers my question”,
3. answers by the number of “Helpful” votes,
4. otherwise in the order in which they were written.

## Marks

- **Answers my question:** set by the person who asked, on any number of answers.
- **Helpful:** one vote per person, to be taken back at any time. There are no down-votes.
- **This is my question, too:** tells the department that several people are waiting. You, too, then get an e-mail when there is an answer.
- **Reused:** on best practices. “We do it this way now, too.”

Only the count is ever shown, never a list of names.

## Possibly outdated

When a review date has passed or somebody reports an answer as outdated, it says **Possibly outdated**, and it lands in the review list of the responsible department. Until then, please check yourself whether it still holds. If you notice something, choose **Report as outdated** and say why in one sentence.

## Copy for the file

An official answer offers **Copy for the file**. It gives you question, answer, department, legal status, date and permanent address as one block for a file note. There is a layout for printing: just print the page from your browser.

## Sharing a best practice

The form asks for five things: situation, approach, result, pitfalls and contact. Short and honest is better than complete. The pitfalls are what helps others most.

## Changing or withdrawing your own posts

You can edit your own posts; earlier versions remain stored. You can also withdraw them. Answers to a withdrawn question remain. If somebody has changed the same text meanwhile, you see both versions and lose nothing.

## Formatting texts (Markdown)

You can simply write: **what you type is shown exactly so,** with every line break, date, number and sign. An empty line separates paragraphs. Only these signs have a meaning; they themselves are not shown:

| You write | It becomes |
| --- | --- |
| \`**important**\` | **important** |
| \`*stressed*\` or \`_stressed_\` | *stressed* |
| \`~~no longer valid~~\` | ~~no longer valid~~ |
| \`- item\`, or several lines \`* item\` | bulleted list |
| \`- [ ] open\` and \`- [x] done\` | list with ☐ and ☑ |
| \`1. step\` | numbered list with exactly the numbers that you write |
| two or more spaces before a line below an item | belongs to that item, also as a list below it |
| \`> quotation\` | indented quotation |
| \`## Subheading\` | heading in the post |
| \`[text](https://…)\` | link |
| \`https://…\` or \`www.…\` | link, the text stays |
| \`![description](/anhaenge/…)\` | picture from your own attachments |
| \`\` \`exactly so\` \`\` | \`exactly so\` in a fixed width |
| three such signs (\`\` \`\`\` \`\`) on a line before and after | several lines in a fixed width |
| \`\\| Year \\| Amount \\|\` and below it \`\\|---\\|---\\|\` | table; every further line with \`\\|\` is a row |
| \`<br>\` in a cell of a table | new line in the cell |

When in doubt, everything stays as you wrote it:

- A date is no list: “15. Mai”, “1. 4. 2026” and “1. und 2. Rate” stay text. \`1)\`, \`a)\` and \`•\` stay, too.
- A sign before an amount stays: “- 50.00 euros”, “+ 20 euros”, “- 5 °C” and a sum with \`+\` and \`=\` are no list, “> 15 percent” is no quotation.
- Signs between letters or digits stay: “2*563”, “file_name”, “H~2~O”.
- Dashes below a line, indented lines, paths such as “\\\\server\\folder”, angle brackets and “&amp;” stay.

If such a sign is to stay at the start of a word or line, write a backslash \`\\\` before it: \`\\*so*\` becomes \\*so*. That works before \`*\`, \`_\`, \`~\`, \`[\`, \`!\` and the sign for a fixed width, at the start of a line also before \`#\`, \`>\` and \`-\`; in a table \`\\|\` becomes a bar within its cell. **Every other backslash stays as you write it,** above all in paths: “C:\\_old\\#1” and “\\\\server\\*.doc” show all their signs.

The text field has buttons for this, and a preview.

## With the keyboard

- **Tab** and **Shift + Tab**: forwards and backwards. The first stop leads to “Skip to content”.
- **Enter**: opens links, presses buttons.
- **Space**: presses buttons, ticks boxes.
- **Escape**: closes dialogs and menus.

All pages and forms work without JavaScript, too.

## If you are stuck

Please turn to the administration of your forum. In urgent cases, please still call.

Whoever wants to connect programs of their own finds the [description of the interface](/api/docs) here.`,
}
