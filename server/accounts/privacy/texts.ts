type Section = { title: string; paragraphs: string[] }
type Half = {
  title: string
  introduction: string
  stored: string
  columns: string[]
  sections: Section[]
  impersonal: string
}

const de: Half = {
  title: "Datenschutz: was gespeichert wird",
  introduction:
    "Dieses Verzeichnis nennt jede Spalte der Datenbank, die etwas über eine Person aussagt. Es entsteht aus dem Programm: Eine Prüfung schlägt fehl, sobald eine Spalte hinzukommt, die hier nicht erklärt ist. Es hilft beim Verzeichnis der Verarbeitungstätigkeiten und bei der Dienstvereinbarung und ersetzt beide nicht.",
  stored: "Personenbezogene Angaben",
  columns: ["Angabe", "Zweck", "Wer sie sieht", "Wie lange", "Ort"],
  sections: [
    {
      title: "Was nicht gespeichert wird",
      paragraphs: [
        "- kein Zeitpunkt der letzten Anmeldung oder Nutzung: Das Ende einer Sitzung ist auf die Woche gerundet, vom Anmelden bleibt nur der Tag, und das nur, solange die Sitzung besteht\n- keine Zählung der Beiträge einer Person, keine Rangfolge, keine Bearbeitungszeit je Person\n- keine Lesebestätigung mit Namen und kein Protokoll darüber, wer was gelesen hat\n- keine IP-Adresse im Klartext und keine Kennung des Geräts über „Firefox, Windows“ hinaus",
      ],
    },
    {
      title: "Was trotzdem bleibt",
      paragraphs: [
        "Das Forum lebt davon, dass man weiß, wer gefragt und wer geantwortet hat. **Jeder Beitrag trägt deshalb Namen und Zeitpunkt.** Wer die Beiträge durchsieht, kann daraus schließen, wann und wie oft jemand schreibt, auch wenn das Programm es nirgends zusammenzählt. Ebenso steht an einer Frage, wer sie übernommen hat, und das Protokoll der Administration hält fest, wer Rechte, Einstellungen und fremde Beiträge geändert hat.",
        "Diese Angaben sind technisch geeignet, Verhalten oder Leistung von Beschäftigten zu überwachen. **Die Einführung bedarf der Zustimmung des Personalrats** (Bund: § 80 Abs. 1 Nr. 21 BPersVG; Länder und Kommunen: Personalvertretungsgesetz des Landes). Regeln Sie die Verwendung vorher in einer Dienstvereinbarung: wozu das Protokoll ausgewertet werden darf und von wem, dass Beiträge nicht zur Leistungs- und Verhaltenskontrolle herangezogen werden, und wann Beiträge, Protokoll und deaktivierte Konten gelöscht werden. Fristen dafür stellt die Administration unter „Aufbewahrung“ ein; ohne Frist löscht das Programm sie nicht von selbst.",
        "In Texten, Bildern und Dateinamen können Angaben über Bürgerinnen und Bürger stehen, obwohl die Eingabe davor warnt. Sie lassen sich ausblenden und in allen gespeicherten Fassungen schwärzen. In Datensicherungen und in bereits versandten E-Mails bleiben sie, bis diese gelöscht werden.",
      ],
    },
    {
      title: "Wenn jemand ausscheidet",
      paragraphs: [
        "Wer ausscheidet, kann im Profil das eigene Konto auflösen und es sich 14 Tage lang anders überlegen; die Administration kann es für Ausgeschiedene tun. Danach sind Name und Adresse überall entfernt: an den Beiträgen (dort steht „Ehemals beschäftigte Person“), in allen Texten, die sie nennen, auch in früheren Fassungen, Dateinamen und im Protokoll, und in der Suche. Einstellungen, Markierungen, Stimmen, Benachrichtigungen, Entwürfe, Sitzungen und alles selbst Gelernte werden gelöscht. Beiträge bleiben ohne Namen oder gehen mit, wie es gewählt wird; amtliche Antworten bleiben die ihrer Abteilung.",
        "Gefunden wird der Name, wie er im Konto steht, auch als „Müller, Sabine“, mit „ue“ statt „ü“ und im Genitiv. Nicht gefunden wird ein Nachname allein, und ein Name aus einem einzigen Wort: Solche Stellen lassen sich schwärzen. Heißt noch jemand so, bleibt der Name in Texten stehen, weil er dort die andere Person meinen kann. In Zertifikaten, die andere erhalten haben, bleibt, wer sie ausgestellt hat. Was in Bildern und im Inhalt angehängter Dateien steht, kann das Programm nicht lesen.",
      ],
    },
    {
      title: "Im Browser",
      paragraphs: [
        "Ein Cookie hält die Anmeldung (`session`, hinter TLS `__Host-session`), ein zweites (`device`, hinter TLS `__Host-device`) merkt sich ein Jahr lang, dass aus diesem Browser schon angemeldet wurde, damit Fehlversuche anderer niemanden aussperren: Es enthält Zufallszahlen und Prüfwerte, keinen Namen und keine Kennung, und der Server speichert es nicht. Das Abmelden überdauert es; „Auf allen anderen Geräten abmelden“, ein neues Kennwort und die Deaktivierung machen alle früheren ungültig. Zwei weitere merken sich Sprache (`language`) und Darstellung (`theme`). Liest die Behörde auch aus einer Kopie der Datenbank, gibt es nach dem Schreiben eine Minute lang `written`: einen Zählerstand der Datenbank, damit man eigene Änderungen sofort sieht. Bei der Anmeldung über einen Anmeldedienst kommen zwei hinzu: `attempt` für den Weg dorthin und zurück, bis der Browser geschlossen wird, und `checked` (beide hinter TLS mit `__Host-`) mit der Minute der letzten Nachfrage und einem Prüfwert, höchstens drei Wochen; der Server speichert es nicht. Keines dient der Auswertung, und nichts wird von fremden Servern geladen. Angefangene Texte behält der Browser auf dem Gerät, bis sie gesendet oder verworfen werden, höchstens eine Woche und nicht über das Abmelden hinaus; vom Lerntagebuch nur, was beim Senden nicht angekommen ist, und nur in seinem Tab. Der Server erfährt davon nichts.",
      ],
    },
    {
      title: "Außerhalb der Datenbank",
      paragraphs: [
        "- **Technische Protokolle** (Standardausgabe des Programms) enthalten Störungen mit HTTP-Methode und Pfad, aber weder Namen noch IP-Adressen. Fehlermeldungen anderer Bestandteile, etwa des Mailservers, können eine E-Mail-Adresse enthalten. Wie lange sie aufgehoben werden, bestimmt der Betrieb.\n- **Messwerte** zählen Anfragen nach Pfad und Dauer, nie nach Person.\n- **Ein vorgeschalteter Webserver** führt meist eigene Zugriffsprotokolle mit IP-Adressen; sie gehören in die Dienstvereinbarung.\n- **E-Mails** enthalten den Namen der empfangenden Person und, wenn weder die Behörde noch die Person „E-Mails ohne Inhalt“ gewählt hat, worum es geht, etwa Titel und Text der Antwort oder Rückfrage. Ohne Mailserver (nur zum Ausprobieren) liegen sie als Dateien im Datenverzeichnis.\n- **Angehängte Dateien** liegen im Datenverzeichnis.\n- **Datensicherungen** enthalten alles Genannte; ihre Frist bestimmt der Betrieb.",
      ],
    },
  ],
  impersonal: "Tabellen ohne Angaben über Personen",
}

const en: Half = {
  title: "Privacy: what is stored",
  introduction:
    "This list names every column of the database that says something about a person. It is made from the program: a test fails on a column that is not explained here. It helps with the record of processing activities and with the works agreement, and replaces neither.",
  stored: "Personal data",
  columns: ["What", "Purpose", "Who sees it", "How long", "Where"],
  sections: [
    {
      title: "What is not stored",
      paragraphs: [
        "- no time of the last sign-in or use: the end of a session is rounded to the week; of signing in only the day is kept, and only as long as the session lasts\n- no count of a person's posts, no ranking, no response time per person\n- no read receipt by name, and no log of who read what\n- no IP address as it is, and nothing about the device beyond “Firefox, Windows”",
      ],
    },
    {
      title: "What remains nevertheless",
      paragraphs: [
        "The forum lives on knowing who asked and who answered. **So every post carries a name and a time.** Whoever looks through the posts can conclude when and how often somebody writes, although the program adds it up nowhere. A question also shows who took it, and the audit log keeps who changed rights, settings and other people's posts.",
        "Technically this is suited to monitoring the conduct or performance of staff. **The introduction needs the consent of the staff council** (federal: section 80(1) no. 21 BPersVG; states and municipalities: staff representation act of the state). Rule its use beforehand in a works agreement (Dienstvereinbarung): what the audit log may be evaluated for and by whom, that posts are not used to control conduct and performance, and when posts, log and deactivated accounts are deleted. Administrators set the periods under “Retention”; without one the program does not delete them by itself.",
        "Texts, images and file names may hold data of citizens, although the form warns of it. They can be hidden, and redacted in every stored version. In backups and in e-mails already sent they remain until those are deleted.",
      ],
    },
    {
      title: "When somebody leaves",
      paragraphs: [
        "Whoever leaves can dissolve their account in the profile, and think better of it for 14 days; administrators can do it for people who have left. After that name and address are gone everywhere: at the posts (which say “Ehemals beschäftigte Person”, former employee), in all texts that name them, also in earlier versions, names of files and the audit log, and in the search. Settings, marks, votes, notifications, drafts, sessions and whatever they learned are deleted. Posts stay without a name or go along, as is chosen; official answers stay their department's.",
        "What is found is the name as it stands in the account, also as “Müller, Sabine”, with “ue” instead of “ü”, and in the genitive. A surname alone is not found, nor a name of a single word: such places can be redacted. Where somebody else is called the same, the name stays in texts, because it may mean the other person there. Certificates that others hold go on telling who issued them. The program cannot read what is in pictures and in the content of attached files.",
      ],
    },
    {
      title: "In the browser",
      paragraphs: [
        "One cookie keeps the session (`session`, behind TLS `__Host-session`), a second one (`device`, behind TLS `__Host-device`) remembers for a year that somebody has signed in from this browser, so that wrong attempts of others lock nobody out: it holds random numbers and signatures, no name and no id, and the server does not store it. It outlives signing out; “Sign out on all other devices”, a new password and deactivation make all earlier ones void. Two more remember language (`language`) and appearance (`theme`). Where the authority reads from a copy of the database, too, there is `written` for a minute after writing: how far the database counts, so that people see their own changes at once. Signing in by a sign-in service adds two: `attempt` for the way there and back, until the browser is closed, and `checked` (both with `__Host-` behind TLS) with the minute of the last time that was asked and a signature, for three weeks at most; the server does not store it. None of them serves evaluation, and nothing is loaded from other servers. The browser keeps texts that were begun on the device until they are sent or discarded, for a week at most and not beyond signing out; of the journal only what was sent and did not arrive, and only in its tab. The server learns nothing of this.",
      ],
    },
    {
      title: "Outside the database",
      paragraphs: [
        "- **Technical logs** (the program's standard output) hold faults with method and path, but neither names nor IP addresses. Messages of other components, the mail server for instance, may hold an e-mail address. The operator decides how long they are kept.\n- **Metrics** count requests by path and duration, never by person.\n- **A web server in front** mostly keeps access logs of its own with IP addresses; they belong into the works agreement.\n- **E-mails** hold the recipient's name and, unless the authority or the person has chosen “e-mails without content”, what it is about, such as title and text of the answer or of the question asked back. Without a mail server (for trying out only) they are files in the data directory.\n- **Attached files** are in the data directory.\n- **Backups** hold all of the above; the operator decides for how long.",
      ],
    },
  ],
  impersonal: "Tables without data of persons",
}

export const PRIVACY_TEXTS = {
  notice: "<!-- Generated by `npm run cli -- privacy` from the data catalogue; do not edit. -->",
  de,
  en,
}
