/** Writing: asking, sharing, question and answer in one step, editing, and the steps in between. */
export const compose = {
  category: {
    lead: "Zu welchem Thema gehört Ihr Beitrag? Danach sehen Sie, welche Angaben helfen.",
    changeTitle: "Kategorie wählen",
    change: "Kategorie ändern",
    current: "bisher gewählt",
    kept: "Was Sie geschrieben haben, bleibt erhalten.",
    unknown: "In dieser Kategorie können Sie nicht schreiben. Bitte wählen Sie eine andere.",
    none: "Hier ist noch keine Kategorie für Sie offen",
    noneHint: "Bitte wenden Sie sich an die Redaktion des Forums.",
    single: (groups: number) => (groups === 1 ? "Kategorien" : "Weitere Kategorien"),
    responsible: "Zuständig",
    readers: "Sichtbar für",
    all: "alle Abteilungen",
    listed: "ausgewählte Abteilungen",
  },
  ask: {
    title: "Frage stellen",
    lead: "Ihre Frage können alle lesen, für die diese Kategorie sichtbar ist. Bitte schreiben Sie ohne Namen und Aktenzeichen.",
    submit: "Frage veröffentlichen",
    titleHint: "Die Frage in einem Satz, damit andere sie wiederfinden.",
    bodyHint:
      "Sachverhalt, Ihre Frage, und was Sie schon geprüft haben. Eine E-Mail können Sie hier einfügen: Anrede und Signatur werden auf Wunsch entfernt.",
    wantedByHint: "Wenn eine Frist läuft. Die Fachabteilung sieht dieses Datum in ihrer Liste.",
  },
  share: {
    title: "Gute Praxis teilen",
    lead: "Was hat sich bei Ihnen bewährt? Kurz und ehrlich ist besser als vollständig.",
    submit: "Beispiel veröffentlichen",
    titleHint: "Worum es geht, in einem Satz.",
    sections: "Das Beispiel",
    sectionsHint: "Ausgangslage und Vorgehen braucht es, alles Weitere hilft beim Nachnutzen.",
    hints: {
      situation: "Wie war es vorher, und was hat gestört?",
      approach: "Was haben Sie gemacht, in welcher Reihenfolge, und wer war beteiligt?",
      result: "Was ist besser geworden, und woran merken Sie es?",
      pitfalls: "Was hat nicht gleich geklappt, und was würden Sie anders machen?",
      contact: "Wen kann man dazu fragen? Eine Stelle oder Funktion genügt.",
    },
  },
  record: {
    title: "Frage und Antwort erfassen",
    lead: "Für das, was sonst als Rundmail oder am Telefon beantwortet wird: Frage und Antwort der Fachabteilung in einem Schritt.",
    submit: "Frage und Antwort veröffentlichen",
    question: "Die Frage",
    bodyHint:
      "So, wie sie gestellt wurde, ohne Namen und Aktenzeichen. Eine E-Mail können Sie hier einfügen.",
    answerHint: "Mit Rechtsgrundlage, damit Kolleginnen und Kollegen die Antwort übernehmen können.",
    legalStatusHint: "Bis zu welchem Tag ist die Antwort geprüft?",
    reviewHint: "Wann soll die Antwort wieder geprüft werden?",
  },
  editQuestion: { title: "Frage bearbeiten", submit: "Änderung speichern" },
  editBestPractice: { title: "Gute Praxis bearbeiten", submit: "Änderung speichern" },
  tagsHint: "Höchstens acht, mit Komma getrennt, zum Beispiel: Miete, Umzug",
  preview: { button: "Vorschau des Beitrags", title: "Vorschau", empty: "Noch ist kein Text da." },
  conflict: {
    notSaved: "Noch nicht gespeichert",
    saved: "Inzwischen gespeicherte Fassung",
    explanation:
      "Während Sie geschrieben haben, wurde dieser Beitrag geändert. Bitte vergleichen Sie beide Fassungen. Wenn Sie Ihre speichern, ersetzt sie die hier gezeigte.",
    own: "Ihre Fassung",
    save: "Meine Fassung speichern",
    discard: "Meine Fassung verwerfen und die gespeicherte behalten",
  },
  mail: {
    title: "Sieht nach einer E-Mail aus",
    lead: "Für eine Frage im Forum genügt meist der Kern. Was davon soll weg?",
    parts: "Diese Teile entfernen",
    partsHint: "Was nicht angekreuzt ist, bleibt stehen.",
    titleHint: "Vorgeschlagen aus dem Betreff der E-Mail.",
    submit: "Ausgewähltes entfernen und weiter",
    keep: "Nichts entfernen und weiter",
    taken:
      "Die E-Mail ist übernommen. Bitte lesen Sie den Text noch einmal durch, bevor Sie ihn veröffentlichen.",
    whole: "Die ganze E-Mail zeigen",
    back: "Ganze E-Mail wieder einsetzen",
    kinds: {
      "quoted-header": "Kopfzeilen",
      greeting: "Anrede",
      closing: "Grußformel",
      signature: "Signatur",
      "quoted-text": "Zitierte Nachricht",
      disclaimer: "Hinweis am Ende der E-Mail",
    },
  },
  check: {
    title: "Angaben zu Personen?",
    lead: (count: number) =>
      count === 1
        ? "Eine Stelle sieht nach einer Angabe zu einer Person aus. Im Forum lesen viele mit; für die Frage braucht es sie meist nicht."
        : `${count} Stellen sehen nach Angaben zu Personen aus. Im Forum lesen viele mit; für die Frage braucht es sie meist nicht.`,
    legend: "Was soll geschwärzt werden?",
    hint: "Das ist ein Hinweis und kein Verbot. Nehmen Sie das Häkchen weg, wo die Angabe stehen bleiben soll.",
    replace: (text: string, replacement: string) => `„${text}“ wird zu „${replacement}“`,
    place: (label: string, context: string) => `${label}: ${context}`,
    publish: {
      blacken: "Ausgewähltes schwärzen und veröffentlichen",
      asIs: "Unverändert veröffentlichen",
    },
    save: { blacken: "Ausgewähltes schwärzen und speichern", asIs: "Unverändert speichern" },
    edit: "Zurück zum Text",
  },
}
