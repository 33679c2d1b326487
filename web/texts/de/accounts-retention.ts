/** How long data are kept, and what must not be deleted. */
export const retention = {
  title: "Aufbewahrung",
  lead: "Hier legen Sie fest, wie lange Daten bleiben. Was älter ist, wird nachts gelöscht. Ohne Frist bleibt es.",
  rules: "Fristen",
  days: (title: string) => `Tage: ${title}`,
  daysHint: "Mindestens 30. Leer: keine Frist.",
  trial: "Was in der nächsten Nacht gelöscht würde",
  trialHint:
    "Gezählt wird, was jetzt älter ist als seine Frist und nicht gesperrt ist. Angezeigt werden nur Zahlen.",
  trialNone: "Noch ist keine Frist gesetzt.",
  kind: "Art",
  period: "Frist",
  count: "Würde gelöscht",
  inDays: (days: number) => `${days} Tage`,
  elsewhere: "Fristen, die fest sind oder anderswo gesetzt werden, nennt das",
  catalogue: "Verzeichnis der gespeicherten Daten",
  holds: "Sperren gegen Löschen",
  holdsLead:
    "Was für ein Verfahren gebraucht wird, können Sie sperren. Solange die Sperre besteht, löscht keine der Fristen oben etwas davon, das Konto wird nicht aufgelöst, und was jemand in einer Lerngruppe für sich geschrieben hat, bleibt auch nach dem Herausnehmen oder Deaktivieren. Nicht erfasst sind der Löschtag einer Lerngruppe, die Frist für Nachrichten und was Menschen selbst löschen.",
  holdsNone: "Nichts ist gesperrt.",
  person: "Daten einer Person",
  thread: "Frage oder gute Praxis",
  of: "Was soll gesperrt werden?",
  id: "Adresse der Seite oder Kennung",
  idHint:
    "Von einer Person die Adresse ihrer Seite in der Verwaltung, von einem Thema die Adresse seiner Seite.",
  reason: "Grund",
  place: "Sperren",
  by: (name: string) => `gesperrt von ${name} am`,
  lift: "Sperre aufheben",
  liftText: "Danach gelten die Fristen wieder.",
  liftNow: "Jetzt aufheben",
}
