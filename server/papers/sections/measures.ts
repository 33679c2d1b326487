import { Type } from "typebox"
import type { ContentFolder } from "../../kernel/content-folder.ts"
import { Closed, Line, Text } from "../../kernel/schemas.ts"
import { sectionOf, tablePart } from "../parts.ts"
import type { FolderSection } from "../schema.ts"

const Evidence = Type.Array(Line(200), { minItems: 1 })

/** By module of the IT-Grundschutz compendium. */
const Measures = Closed({
  measures: Type.Array(
    Closed({ module: Line(100), program: Text(2000), operator: Text(1000), evidence: Evidence }),
  ),
})
const Standards = Closed({
  standards: Type.Array(Closed({ standard: Line(200), where: Text(1000), evidence: Evidence })),
})

export const readMeasures = (folder: ContentFolder) => folder.table("measures.yaml", Measures).measures
export const readStandards = (folder: ContentFolder) => folder.table("standards.yaml", Standards).standards

export function measureSections(folder: ContentFolder): FolderSection[] {
  return [
    sectionOf(
      "massnahmen",
      "Maßnahmen nach IT-Grundschutz",
      tablePart(
        null,
        ["Baustein", "Was das Programm tut", "Was der Betrieb regelt", "Nachweis"],
        [3, 6, 4, 4],
        readMeasures(folder).map(({ module, program, operator, evidence }) => ({
          key: module,
          cells: [module, program, operator, evidence.join("\n")],
        })),
        "Geordnet nach Bausteinen des IT-Grundschutz-Kompendiums (Edition 2023). Das Programm allein erfüllt keinen Baustein ganz; die dritte Spalte nennt, was zum Sicherheitskonzept der Behörde gehört. Nachweise sind Dateien dieses Programms: Prüfungen, die bei jeder Änderung laufen, oder Beschreibungen.",
      ),
    ),
    sectionOf(
      "normen",
      "Normen und Standards",
      tablePart(
        null,
        ["Norm", "Wo sie gilt", "Nachweis"],
        [4, 6, 4],
        readStandards(folder).map(({ standard, where, evidence }) => ({
          key: standard,
          cells: [standard, where, evidence.join("\n")],
        })),
      ),
    ),
  ]
}
