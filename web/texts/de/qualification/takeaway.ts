export const takeaway = {
  title: "Meine Daten mitnehmen",
  lead: "Alles, was die Qualifizierung über Sie aufbewahrt, in einer Datei.",
  contents:
    "Das Archiv (ZIP) enthält eine Seite zum Lesen, die Sie in jedem Browser öffnen können, und dieselben Angaben als JSON für andere Programme.",
  others:
    "Nicht enthalten ist, was andere geschrieben haben. Bewahren Sie die Datei gut auf: Darin steht auch, was sonst nur Sie lesen.",
  download: "Archiv herunterladen",
  endTitle: "Was danach geschieht",
  end: "Ihre Daten bleiben bis zum Löschtag der Lerngruppe; er steht auf der Seite der Lerngruppe. Dann wird alles gelöscht, außer Zertifikaten und freigegebenen Erkenntnissen.",
  link: "Meine Daten mitnehmen",
}
