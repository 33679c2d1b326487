/** The sending of e-mails, for the administration, and how to get no more of them. */
export const mail = {
  title: "E-Mail-Versand",
  lead: "Was hinausgeht, was wartet und was nicht ankommt. Was in den E-Mails steht, sieht hier niemand.",
  way: {
    title: "Wie E-Mails verschickt werden",
    way: "Versand",
    smtp: (server: string) => `über den Mailserver ${server}`,
    file: (folder: string) => `gar nicht: Jede E-Mail wird eine Datei in ${folder}`,
    signIn: "Anmeldung am Mailserver",
    signIns: {
      none: "keine",
      password: "mit Kennwort",
      token: "mit einem Token (OAuth 2.0)",
    },
    certificate: "Zertifikat der Installation",
    shown: "wird vorgezeigt",
    from: "Absender",
    setting: "Eingestellt wird das beim Start der Anwendung, mit SMTP_URL und den Angaben daneben.",
  },
  incoming: {
    title: "E-Mails an das Forum",
    address: "Adresse",
    mailbox: "Postfach",
    at: (user: string, host: string) => `${user} auf ${host}`,
    looked: "Letzte Durchsicht",
    never: "noch nie",
    last: "Letzte E-Mail",
    none: "noch keine",
    handOver: "Übergabe durch einen Mailserver",
    byProtocol: { lmtp: "mit LMTP", smtp: "mit SMTP" },
    off: "Es werden keine E-Mails entgegengenommen.",
    setting:
      "Eingestellt wird das beim Start der Anwendung, mit MAIL_IN_ADDRESS und IMAP_URL oder MAIL_IN_LISTEN.",
    since: "Seit",
    waits: "Was inzwischen ankommt, bleibt im Postfach und wird danach gelesen.",
    faults: {
      unreachable:
        "Der Server des Postfachs ist nicht zu erreichen. Bitte prüfen Sie Namen und Port in IMAP_URL und ob eine Firewall dazwischen steht.",
      refused:
        "Die Anmeldung am Postfach ist misslungen. Bitte prüfen Sie Konto und Kennwort oder, mit OAuth, Mandant, Client und dessen Rechte am Postfach.",
      untrusted:
        "Eine verschlüsselte Verbindung kam nicht zustande. Bitte prüfen Sie das Zertifikat des Servers und ob er STARTTLS anbietet.",
      folder:
        "Ein Ordner des Postfachs lässt sich nicht öffnen, anlegen oder füllen. Bitte prüfen Sie den Ordner in IMAP_URL, die Rechte des Kontos und ob das Postfach voll ist.",
      failed: "Das Postfach lässt sich nicht lesen. Näheres steht im Protokoll der Anwendung.",
    },
  },
  test: {
    title: "Ausprobieren",
    text: "Die E-Mail geht sofort an Ihre eigene Adresse. Was der Mailserver dazu sagt, lesen Sie gleich hier.",
    send: "Testmail an mich senden",
    taken: "Der Mailserver hat die E-Mail angenommen.",
    answer: (answer: string) => `Seine Antwort: ${answer}`,
    filed: "Die E-Mail liegt als Datei bereit:",
    code: (code: string) => `Code: ${code}`,
    faults: {
      stopped:
        "Es ging nichts hinaus: Ein Mailserver hat Ihre Adresse endgültig abgelehnt. Sie steht unten bei den Adressen, an die nichts mehr geht.",
      unreachable:
        "Der Mailserver ist nicht zu erreichen. Bitte prüfen Sie Namen und Port in SMTP_URL und ob eine Firewall dazwischen steht.",
      silent: "Der Mailserver hat nicht rechtzeitig geantwortet.",
      insecure:
        "Eine verschlüsselte Verbindung kam nicht zustande. Bitte prüfen Sie das Zertifikat des Mailservers und ob er STARTTLS anbietet.",
      "sign-in":
        "Die Anmeldung am Mailserver ist misslungen. Bitte prüfen Sie Postfach und Kennwort oder, mit OAuth, Mandant, Client und dessen Rechte.",
      sender:
        "Der Mailserver nimmt diesen Absender nicht an. Bitte prüfen Sie MAIL_FROM und ob das Postfach unter dieser Adresse senden darf.",
      recipient:
        "Der Mailserver nimmt für Ihre Adresse nichts an. Oft leitet er nicht für uns weiter (Relay); das stellt ein, wer ihn betreibt.",
      content: "Der Mailserver hat die E-Mail selbst abgelehnt, zum Beispiel als unerwünschte Werbung.",
      later: "Der Mailserver nimmt im Augenblick nichts an. Wartende E-Mails werden von selbst wiederholt.",
      other: "Der Mailserver hat die E-Mail nicht angenommen.",
    },
  },
  waiting: {
    title: "Was wartet",
    none: "Es wartet nichts.",
    count: (count: number) => (count === 1 ? "1 E-Mail wartet." : `${count} E-Mails warten.`),
    since: "Die älteste seit",
    repeated: "Wird wiederholt",
    next: "nächster Versuch",
  },
  failed: {
    title: "Was nicht hinausging",
    lead: "Nach etwa zwei Stunden mit neun Versuchen wird eine E-Mail aufgegeben. Aufgezeichnet wird das eine Woche lang.",
    none: "In der letzten Woche wurde keine E-Mail aufgegeben.",
    list: "Aufgegebene E-Mails, die neuesten zuerst",
    retry: "Alle noch einmal versuchen",
    at: "zuletzt versucht",
    code: (code: string) => `Code ${code}`,
    ours: "Fehler der Anwendung: steht in ihrem Protokoll",
    nobody: "an keine Person",
  },
  stopped: {
    title: "Adressen, an die nichts mehr geht",
    lead: "Ein Mailserver hat gesagt, dass es diese Adressen nicht gibt. Sobald die Person oder die Abteilung eine andere Adresse hat, gehen wieder E-Mails hinaus.",
    none: "Keine.",
    list: "Adressen, an die keine E-Mails mehr gehen",
    since: "seit",
    resume: "Wieder zustellen",
  },
  own: {
    title: "E-Mails kommen bei Ihnen nicht an",
    text: "Ein Mailserver hat Ihre Adresse abgelehnt. Bitte sagen Sie es Ihrer Administration. Ihre Benachrichtigungen lesen Sie solange hier im Forum.",
  },
  unsubscribe: {
    title: "E-Mails abbestellen",
    everything: "alles, was sich abbestellen lässt",
    ask: (reason: string) => `Möchten Sie keine E-Mails mehr bekommen zu: ${reason}?`,
    stays: "In Ihren Benachrichtigungen im Forum steht es weiterhin.",
    confirm: "Abbestellen",
    done: (reason: string) => `Abbestellt: ${reason}. Dazu kommen keine E-Mails mehr.`,
    choose: "Alle E-Mails einstellen",
    unknownTitle: "Dieser Link gilt nicht",
    unknown:
      "Er ist unvollständig, oder diese E-Mails lassen sich nicht abbestellen. Welche E-Mails Sie bekommen, stellen Sie in Ihrem Profil ein.",
  },
  /** Of mails that are no entry of the inbox; the others have their names there. */
  notices: {
    "notifications.bundle": "Neues zu einem Thema",
    "notifications.digest": "Zusammenfassung",
    "accounts.invitation": "Einladung",
    "accounts.reset": "Neues Kennwort",
    "mail-in.handled": "Was aus einer E-Mail an das Forum wurde",
    "qualification.session": "Termin",
    "qualification.event-date": "Infoveranstaltung",
    "qualification.round": "Runde der Kompetenzbilanz",
    "qualification.left": "Austritt aus einer Lerngruppe",
    "qualification.removed": "Ende der Teilnahme an einer Lerngruppe",
  } as Record<string, string>,
}
