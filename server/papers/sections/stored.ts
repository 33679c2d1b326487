import { type CatalogueEntry, isPersonal, PRIVACY_TEXTS } from "../../accounts/index.ts"
import { sectionOf, tablePart, textPart } from "../parts.ts"
import type { FolderSection } from "../schema.ts"

/** What is stored about people, by whom it is read and how long it stays, as the data catalogue says it. */
export function storedSections(catalogue: CatalogueEntry[]): FolderSection[] {
  const { introduction, columns, sections } = PRIVACY_TEXTS.de
  return [
    sectionOf(
      "gespeichert",
      "Was gespeichert wird, wer es liest und wie lange es bleibt",
      tablePart(
        null,
        columns,
        [5, 4, 5, 5, 4],
        catalogue.filter(isPersonal).map(({ field, purpose, readers, retention, ...place }) => ({
          // No column stands in two entries.
          key: `${place.table}.${place.columns[0]}`,
          cells: [
            ...[field, purpose, readers, retention].map(({ de }) => de),
            `${place.table}: ${place.columns.join(", ")}`,
          ],
        })),
        introduction,
      ),
    ),
    sectionOf(
      "nicht-gespeichert",
      "Was nicht gespeichert wird und was trotzdem bleibt",
      ...sections.map(({ title, paragraphs }) => textPart(paragraphs.join("\n\n"), title)),
    ),
  ]
}
