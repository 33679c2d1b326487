import type { ApprovalFolder, FolderChange, FolderChanges, FolderSection } from "./schema.ts"

/** What was agreed to, and what there is now: row by row, and paragraph by paragraph where a section is a text. */
export function compareFolders(earlier: ApprovalFolder, folder: ApprovalFolder): FolderChanges {
  const former = new Map(earlier.sections.map((section) => [section.id, section]))
  const present = new Set(folder.sections.map(({ id }) => id))
  const items = [
    ...folder.sections.flatMap((section) => compareSections(former.get(section.id), section)),
    ...earlier.sections
      .filter(({ id }) => !present.has(id))
      .flatMap((section) => compareSections(section, undefined)),
  ]
  return { since: earlier.release, sinceDay: earlier.releasedOn, items }
}

type Entry = { what: string; words: string }

function compareSections(
  earlier: FolderSection | undefined,
  section: FolderSection | undefined,
): FolderChange[] {
  const before = entriesOf(earlier)
  const after = entriesOf(section)
  const title = section?.title ?? earlier?.title ?? ""
  const changed = [...after].flatMap(([key, entry]): FolderChange[] => {
    const former = before.get(key)
    if (former?.words === entry.words) return []
    return [{ section: title, what: entry.what, before: former?.words ?? null, after: entry.words }]
  })
  const gone = [...before].flatMap(([key, { what, words }]): FolderChange[] =>
    after.has(key) ? [] : [{ section: title, what, before: words, after: null }],
  )
  return [...changed, ...gone]
}

/** A paragraph is known by its words alone, so a changed one is one that went and one that came. */
function entriesOf(section: FolderSection | undefined): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const { title, text, rows } of section?.parts ?? []) {
    for (const paragraph of text.split(/\n{2,}/).filter((one) => one.trim() !== ""))
      entries.set(`text ${paragraph}`, { what: title ?? "Text", words: paragraph })
    for (const { key, cells } of rows)
      entries.set(`row ${title ?? ""} ${key}`, { what: cells[0] ?? "", words: cells.slice(1).join("\n") })
  }
  return entries
}
