export const takeaway = {
  title: "Meine Daten aus der Qualifizierung",
  lead: "Was die Qualifizierung über Sie aufbewahrt, nehmen Sie zusammen mit allen anderen Daten mit. Hier verlassen Sie eine Lerngruppe.",
  download: "Meine Daten mitnehmen",
  endTitle: "Was danach geschieht",
  end: "Verlassen Sie eine Lerngruppe, wird sofort gelöscht, was nur Ihnen gehört. Sonst bleiben Ihre Daten bis zum Löschtag der Lerngruppe; er steht auf der Seite der Lerngruppe. Dann wird alles gelöscht, außer Zertifikaten und freigegebenen Erkenntnissen.",
  departuresTitle: "Sie gehören nicht mehr dazu",
  departure: (cohort: string) => `Was Sie in „${cohort}“ für sich geschrieben haben, wird gelöscht am`,
  link: "Meine Daten mitnehmen oder eine Lerngruppe verlassen",
}
