import { type Criterion, resultIn } from "../accessibility/criteria.ts"
import { runLabels } from "../accessibility/runs.ts"
import { sectionOf, tablePart } from "../parts.ts"
import type { FolderSection } from "../schema.ts"

export function accessibilitySection(criteria: Criterion[]): FolderSection {
  return sectionOf(
    "barrierefreiheit",
    "Barrierefreiheit",
    tablePart(
      null,
      ["Anforderung", "Wie geprüft", "Ergebnis"],
      [5, 5, 5],
      criteria.map((criterion) => ({
        key: criterion.number,
        cells: [
          `${criterion.number} ${criterion.name.de} (${criterion.level})`,
          runLabels(criterion.by, "de"),
          resultIn("de", criterion),
        ],
      })),
      "Alle Erfolgskriterien der WCAG 2.2, Stufen A und AA, und der Abschnitt 9 der EN 301 549. Die Prüfungen laufen bei jeder Änderung des Programms.",
    ),
  )
}
