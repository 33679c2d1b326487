import type { CatalogueEntry } from "../accounts/index.ts"
import { ContentFolder } from "../kernel/content-folder.ts"
import { CONTENT, criteriaIn } from "./accessibility/criteria.ts"
import { readRelease } from "./release.ts"
import type { ApprovalFolder } from "./schema.ts"
import { accessibilitySection } from "./sections/accessibility.ts"
import { measureSections } from "./sections/measures.ts"
import { rightsSection } from "./sections/rights.ts"
import { type FolderConfig, settingsSection } from "./sections/settings.ts"
import { storedSections } from "./sections/stored.ts"
import { textSection } from "./sections/texts.ts"

/** What the folder is made of, besides the texts and tables that ship with it. */
export type FolderSources = {
  catalogue: CatalogueEntry[]
  /** The areas of the API, by name. */
  tags: Record<string, string>
  config: FolderConfig
}

/**
 * What staff council, data protection and IT security are shown before they agree, in German, made of what the program
 * knows of itself. The same version in the same set-up gives the same folder.
 */
export function approvalFolder({ catalogue, tags, config }: FolderSources): ApprovalFolder {
  const folder = new ContentFolder(CONTENT)
  const sections = [
    textSection(folder, "worum-es-geht", "introduction"),
    ...storedSections(catalogue),
    rightsSection(folder, tags),
    settingsSection(config),
    ...measureSections(folder),
    accessibilitySection(criteriaIn(folder)),
    textSection(folder, "verarbeitungsverzeichnis", "processing-record"),
    textSection(folder, "folgenabschaetzung", "impact-assessment"),
    textSection(folder, "dienstvereinbarung", "works-agreement"),
  ]
  folder.refuseUnread()
  return { format: 1, ...readRelease(), sections }
}
