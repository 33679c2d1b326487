import type { ContentFolder } from "../../kernel/content-folder.ts"
import { Closed, Line, Text } from "../../kernel/schemas.ts"
import { sectionOf, textPart } from "../parts.ts"
import type { FolderSection } from "../schema.ts"

const Paper = Closed({ title: Line(200), text: Text(100_000) })

/** A text that an editor writes: `<name>.md`, with its title in front. */
export function textSection(folder: ContentFolder, id: string, name: string): FolderSection {
  const { title, text } = folder.parts(`${name}.md`, Paper, {}).head
  return sectionOf(id, title, textPart(text))
}
