/** Directories that bring people and departments by SCIM, and their tokens. */
export const directories = {
  title: "Verzeichnisse",
  hub: "Personen aus Ihrem Verzeichnisdienst übernehmen (SCIM, LDAP, Active Directory).",
  lead: "Ein Verzeichnisdienst wie Entra ID, Okta, Keycloak oder Nubus legt Personen und Abteilungen hier selbst an und hält sie aktuell (SCIM 2.0). Wer dort ausscheidet, ist auch hier sofort abgemeldet.",
  list: "Verzeichnisse, die selbst senden",
  ldapLead:
    "Ein Verzeichnis, das nicht selbst sendet, liest das Forum jede Nacht: LDAP oder Active Directory. Auf Wunsch melden sich die Personen mit ihrem Kennwort von dort an.",
  add: "Verzeichnis anbinden",
  nameHint: "Zum Beispiel „Entra ID“. Der Name steht im Protokoll und an den Personen.",
  invites: "Neue Personen per E-Mail einladen",
  invitesHint:
    "Ohne Haken legen neue Personen kein Kennwort fest: gut, wenn sie sich auf anderem Weg anmelden.",
  tokenCount: (count: number) =>
    count === 0 ? "kein Zugangsschlüssel" : count === 1 ? "1 Zugangsschlüssel" : `${count} Zugangsschlüssel`,
  connect: "Verbindung",
  connectText:
    "Tragen Sie diese Adresse und einen Zugangsschlüssel (Bearer-Token) im Verzeichnisdienst ein. Personen, die es hier schon gibt, findet er an der E-Mail-Adresse. Konten mit der Rolle Administration übernimmt er nicht.",
  address: "Adresse",
  tokens: "Zugangsschlüssel",
  noTokens: "Noch kein Zugangsschlüssel: Das Verzeichnis kann sich noch nicht verbinden.",
  scope: "Was darf das Verzeichnis?",
  scopes: {
    read: "Personen und Abteilungen lesen",
    people: "Personen anlegen, ändern und deaktivieren",
    "people-and-departments": "Personen und Abteilungen anlegen, ändern und deaktivieren",
  },
  expiresOn: "Gültig bis",
  expiresHint:
    "Höchstens zwei Jahre. Stellen Sie rechtzeitig einen neuen aus; beide gelten dann nebeneinander.",
  revokeText: "Das Verzeichnis kann sich mit diesem Schlüssel sofort nicht mehr verbinden.",
  issuedText:
    "Kopieren Sie den Schlüssel jetzt in den Verzeichnisdienst. Gespeichert ist nur sein Prüfwert: Er lässt sich nicht noch einmal anzeigen.",
  issuedBack: "Zurück zum Verzeichnis",
  settings: "Name und Einladungen",
  removeTitle: "Vom Verzeichnis lösen",
  remove: "Verzeichnis lösen",
  removeNow: "Jetzt lösen",
  removeText: (name: string) =>
    `Personen und Abteilungen aus „${name}“ bleiben, wie sie sind, und werden ab dann hier verwaltet. Alle Zugangsschlüssel sind gesperrt.`,
  ofPerson: (name: string) =>
    `Name, E-Mail-Adresse und Zugang kommen aus dem Verzeichnis „${name}“ und lassen sich hier nicht ändern. Deaktivieren können Sie trotzdem; wieder aktivieren kann nur das Verzeichnis.`,
  fixedDepartments: (names: string) => `Aus dem Verzeichnis: ${names}`,
  ofDepartment: (name: string) =>
    `Name und Mitglieder kommen aus dem Verzeichnis „${name}“ und lassen sich hier nicht ändern.`,
}
