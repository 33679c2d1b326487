/** Abbreviations of the field, each with what it stands for. */
export const synonyms: string[][] = [
  ["WoGG", "Wohngeldgesetz"],
  ["WoGV", "Wohngeldverordnung"],
  ["WoGVwV", "Wohngeld-Verwaltungsvorschrift"],
  ["KdU", "Kosten der Unterkunft"],
  ["SGB", "Sozialgesetzbuch"],
  ["BAföG", "Bundesausbildungsförderungsgesetz"],
  ["AsylbLG", "Asylbewerberleistungsgesetz"],
  ["BEEG", "Bundeselterngeld- und Elternzeitgesetz"],
  ["BKGG", "Bundeskindergeldgesetz"],
  ["EStG", "Einkommensteuergesetz"],
  ["UVG", "UhVorschG", "Unterhaltsvorschussgesetz"],
  ["KiZ", "Kinderzuschlag"],
  ["VwVfG", "Verwaltungsverfahrensgesetz"],
  ["VwGO", "Verwaltungsgerichtsordnung"],
]
