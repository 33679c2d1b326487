export const takeaway = {
  title: "Meine Daten",
  lead: "Alles, was die Qualifizierung über Sie aufbewahrt, in einer Datei.",
  contents:
    "Das Archiv (ZIP) enthält eine Seite zum Lesen, die Sie in jedem Browser öffnen können, dieselben Angaben als JSON für andere Programme und Ihre Fotos und Dateien zu Schritten.",
  others:
    "Nicht enthalten ist, was andere geschrieben haben. Bewahren Sie die Datei gut auf: Darin steht auch, was sonst nur Sie lesen.",
  download: "Archiv herunterladen",
  endTitle: "Was danach geschieht",
  end: "Verlassen Sie eine Lerngruppe, wird sofort gelöscht, was nur Ihnen gehört. Sonst bleiben Ihre Daten bis zum Löschtag der Lerngruppe; er steht auf der Seite der Lerngruppe. Dann wird alles gelöscht, außer Zertifikaten und freigegebenen Erkenntnissen.",
  departuresTitle: "Sie gehören nicht mehr dazu",
  departure: (cohort: string) => `Was Sie in „${cohort}“ für sich geschrieben haben, wird gelöscht am`,
  link: "Meine Daten mitnehmen oder eine Lerngruppe verlassen",
}
