/** Help, accessibility, privacy, imprint, the trial's mails and the description of the API. */
export const information = {
  contents: "Auf dieser Seite",
  otherLanguage: "Diesen Text gibt es nur auf Englisch.",
  catalogue: {
    title: "Verzeichnis der gespeicherten Angaben",
    lead: "Dieses Verzeichnis entsteht aus dem Programm selbst: Jedes Feld der Datenbank, das etwas über eine Person aussagt, steht darin.",
    field: "Angabe",
    purpose: "Wozu",
    readers: "Wer sie sieht",
    retention: "Wie lange",
    columns: "Felder",
  },
  criteria: {
    title: "Geprüfte Anforderungen",
    lead: "Alle Erfolgskriterien der WCAG 2.2, Stufen A und AA, und der Abschnitt 9 der EN 301 549: wie der Hersteller jedes prüft und mit welchem Ergebnis. Die Prüfungen laufen bei jeder Änderung der Software.",
    requirement: "Anforderung",
    checked: "Wie geprüft",
    result: "Ergebnis",
  },
  mails: {
    title: "E-Mails im Probebetrieb",
    lead: "Im Probebetrieb verlässt keine E-Mail den Rechner. Was verschickt würde, lesen Sie hier; Links darin funktionieren.",
    everybody:
      "Diese Seite lesen alle, die den Probebetrieb erreichen, auch ohne Anmeldung: jede E-Mail an jede Person, samt den Links zum Festlegen eines Kennworts. Verwenden Sie nur Beispieldaten.",
    whoTitle: "Wer bekommt welche E-Mail?",
    who: [
      "Einladung: wer neu angelegt wird, mit einem Link zum Festlegen des Kennworts.",
      "Neues Kennwort: wer „Kennwort vergessen“ wählt.",
      "Alles Weitere: wen es betrifft, und zwar sofort, in einer Zusammenfassung oder nie, wie im Profil gewählt. Die Hilfe nennt alle Anlässe.",
    ],
    emptyTitle: "Noch keine E-Mails",
    emptyText:
      "Beantworten Sie als Fachansprechperson eine Frage, oder legen Sie als Administration eine Person an. Wenige Sekunden später erscheint hier die E-Mail; laden Sie dazu die Seite neu.",
    from: "Von",
    to: "An",
    replyTo: "Antwort an",
    at: "Gesendet",
    frame: (subject: string) => `Inhalt der E-Mail „${subject}“`,
    asText: "Als reiner Text",
    calendar: "Kalendereintrag",
    head: "Kopfzeilen",
    most: (count: number) => `Gezeigt werden die letzten ${count} E-Mails.`,
    reload: "Neu laden",
    answer: "E-Mail an das Forum",
    reply: "Per E-Mail antworten",
  },
  mailIn: {
    title: "E-Mail an das Forum",
    lead: "Diese Seite steht im Probebetrieb für das Postfach des Forums: Geben Sie eine E-Mail hinein, und sehen Sie, was daraus wird.",
    file: "E-Mail als Datei",
    fileHint:
      "Eine .eml-Datei, wie Mailprogramme sie beim Speichern oder Ziehen auf den Schreibtisch anlegen.",
    source: "Oder ihr Quelltext",
    sourceHint:
      "Zum Antworten: Bei „To“ gehört die Adresse hin, die in der Benachrichtigung bei „Antwort an“ steht, und bei „From“ die Adresse der Person, die sie bekommen hat.",
    submit: "Zustellen",
    outcomes: {
      posted: "Die E-Mail ist im Forum veröffentlicht.",
      drafted:
        "In der E-Mail sieht etwas nach personenbezogenen Daten aus. Sie liegt als Entwurf bereit, den nur die Person sieht, die sie geschrieben hat.",
      returned: "Die E-Mail wurde nicht veröffentlicht und geht mit dem Grund an die Person zurück.",
      report: "Das ist ein Zustellbericht. Das Forum merkt sich, dass die Adresse nicht erreichbar ist.",
      ignored:
        "Die E-Mail wurde beiseitegelegt: Absender unbekannt, automatisch erzeugt oder von diesem Forum selbst.",
    },
    links: {
      posted: "Zum Beitrag",
      drafted: "Zum Entwurf",
      returned: "Zu den E-Mails",
      report: "Zu den E-Mails",
      ignored: "Zu den E-Mails",
    },
    asQuestion: "Beispiel: eine Frage",
    asReply: "Beispiel: Antwort auf Ihre letzte Benachrichtigung",
    examples: {
      question: {
        subject: "Muss ein Umzug im selben Haus gemeldet werden?",
        body: (name: string) =>
          `Guten Tag,\n\neine Familie zieht innerhalb desselben Hauses in eine größere Wohnung. Ist das eine Änderung, die sie uns mitteilen muss?\n\nMit freundlichen Grüßen\n${name}\nTelefon 0123 456789`,
      },
      reply: (quoted: string) =>
        `Guten Tag,\n\nvielen Dank, das hilft mir weiter.\n\nViele Grüße\n\nAm 30.11.2026 um 09:58 schrieb Fachforum:\n${quoted}`,
    },
  },
  api: {
    title: "Schnittstelle (API)",
    lead: "Alles, was die Seiten können, können auch Programme. Diese Beschreibung entsteht aus dem Programm selbst; ihre Texte sind auf Englisch.",
    basics: [
      "Angemeldet wird mit dem Sitzungs-Cookie, das „POST /api/sign-in“ setzt.",
      "Jede Anfrage, die etwas ändert, trägt im Kopf „Origin“ die Adresse dieser Installation.",
      "Unbekannte Felder werden abgelehnt. Felder mit „optional“ können fehlen.",
      "Fehler kommen als „application/problem+json“ nach RFC 9457 mit einem festen Code.",
      "Listen werden mit „after“ weitergeblättert: Es erhält den Wert „next“ der Seite davor.",
    ],
    json: "Als OpenAPI 3.1 (JSON)",
    groups: "Bereiche",
    access: "Zugang",
    everybody: "alle, auch ohne Anmeldung",
    signedIn: "alle Angemeldeten, soweit sie die Sache sehen dürfen",
    parameters: "Parameter",
    body: "Anfrage",
    answer: "Antwort",
    refusals: "Ablehnungen",
    noContent: "ohne Inhalt",
    optional: "optional",
    listOf: (what: string) => `Liste aus ${what}`,
    or: "oder",
    operations: (count: number) => (count === 1 ? "1 Aufruf" : `${count} Aufrufe`),
  },
}
