export const journal = {
  title: "Lerntagebuch",
  section: "Ihre eigenen Notizen zum Lernen, verschlüsselt. Nur Sie lesen sie.",
  lead: "Hier halten Sie für sich fest, was Sie lernen. Weder die Lernbegleitung noch Ihre Führungskraft noch die Administration liest es, und die Suche findet es nicht.",
  privacyTitle: "Wie Ihr Lerntagebuch geschützt ist",
  privacy: [
    "Titel und Text liegen verschlüsselt in der Datenbank. Der Schlüssel liegt außerhalb der Datenbank und ihrer Sicherungen. Wer die Anwendung verwaltet oder eine Kopie der Datenbank hat, kann Ihre Einträge nicht lesen. Unverschlüsselt sind nur der Tag, die Lerngruppe und der Schritt, zu denen ein Eintrag gehört, mit wem Sie ihn teilen, und was Sie selbst als Nachweis kopieren.",
    "Gegen die Menschen, die den Server selbst betreiben, schützt das nicht: Sie kommen an den Schlüssel. Schreiben Sie deshalb nichts hinein, was auch dort niemand lesen darf, und nichts aus Fallakten.",
    "Geht der Schlüssel verloren, sind die Einträge für immer unlesbar. Der Browser merkt sich nur, was beim Senden nicht ankommt, damit an einem gemeinsamen Arbeitsplatz sonst nichts zurückbleibt: Speichern Sie zwischendurch.",
    "Einen Eintrag behalten Sie, bis Sie ihn löschen oder Ihr Konto gelöscht wird. Mitnehmen können Sie alles unter „Qualifizierung“.",
  ],
  fields: { title: "Titel", body: "Text", writtenOn: "Tag", about: "Gehört zu" },
  write: "Eintrag schreiben",
  older: "Ältere Einträge",
  emptyTitle: "Noch keine Einträge",
  emptyText: "Was Sie schreiben, steht danach hier, das Neueste zuerst.",
  promptsTitle: "Womit anfangen?",
  prompts: [
    "Was ist mir diese Woche gelungen?",
    "Was war anders, als ich erwartet hatte?",
    "Wobei habe ich Hilfe gebraucht, und wer hat geholfen?",
    "Was möchte ich nächste Woche ausprobieren?",
    "Was nehme ich aus dem letzten Termin mit?",
  ],
  edit: "Ändern",
  save: "Speichern",
  bodyHint:
    "Nur für Sie. Der Browser merkt sich nur, was beim Senden nicht ankommt: Speichern Sie zwischendurch, ändern können Sie jederzeit.",
  aboutNothing: "Zu nichts Bestimmtem",
  wholeCohort: (name: string) => `${name}, allgemein`,
  conflict:
    "Dieser Eintrag wurde inzwischen in einem anderen Fenster geändert. Beide Fassungen sind da: zuerst die gespeicherte, darunter, was Sie hier eingegeben haben. Sie können die gespeicherte ersetzen oder Ihre als eigenen Eintrag speichern.",
  replace: "Gespeicherte Fassung ersetzen",
  saveAsNew: "Als eigenen Eintrag speichern",
  unreadable: "Nicht lesbarer Eintrag",
  unreadableText:
    "Dieser Eintrag lässt sich nicht lesen: Der Schlüssel dazu fehlt, oder was gespeichert ist, wurde verändert. Bitte fragen Sie die Administration, ob die Schlüsseldatei vollständig ist. Gelöscht ist nichts.",
  unreadableShared: "Dieser Eintrag lässt sich zurzeit nicht lesen.",
  offTitle: "Das Lerntagebuch ist hier nicht eingerichtet",
  offText:
    "Es fehlt die Schlüsseldatei, mit der Einträge verschlüsselt werden. Die Administration kann sie einrichten. Alles andere in der Qualifizierung geht auch ohne Lerntagebuch.",
  share: "Teilen",
  shareText:
    "Diesen einen Eintrag können Sie zeigen. Die anderen lesen dann Ihren Namen, den Tag, den Titel und den ganzen Text, auch wenn Sie ihn später ändern. Zurücknehmen können Sie das jederzeit.",
  shareWith: { facilitator: "Der Lernbegleitung zeigen", group: "Der Lerngruppe zeigen" },
  sharedText: {
    facilitator: "Diesen Eintrag liest zurzeit die Lernbegleitung von",
    group: "Diesen Eintrag lesen zurzeit alle Lernenden und die Lernbegleitung von",
  },
  sharedRule: "Änderungen daran sehen sie auch. Nehmen Sie ihn zurück, sieht ihn sofort niemand mehr.",
  unshare: "Zurücknehmen",
  sharedBadge: { facilitator: "Für die Lernbegleitung", group: "Für die Lerngruppe" },
  editShared: {
    facilitator: (cohort: string) =>
      `Diesen Eintrag liest zurzeit die Lernbegleitung von ${cohort}. Was Sie ändern, sieht sie sofort.`,
    group: (cohort: string) =>
      `Diesen Eintrag lesen zurzeit alle in ${cohort}. Was Sie ändern, sehen sie sofort.`,
  },
  remove: "Löschen",
  removeText: "Der Eintrag ist dann endgültig weg und lässt sich nicht wiederherstellen.",
  removeNow: "Endgültig löschen",
  asEvidence: "Als Nachweis nehmen",
  asEvidenceFor: (cohort: string) => `Als Nachweis nehmen (${cohort})`,
  asEvidenceText:
    "Für die Kompetenzbilanzierung können Sie eine Kopie dieses Eintrags als Nachweis nehmen. Sie sehen vorher, was kopiert wird und wie die Kopie gespeichert ist.",
  sharedTitle: "Geteilte Einträge",
  sharedLead:
    "Einträge aus Lerntagebüchern, die jemand zurzeit zeigt. Wird einer zurückgenommen, ist er hier sofort weg.",
}
