import type { Flow } from "./flow.ts"
import type { Format } from "./format.ts"
import type { Sheet } from "./sheet.ts"

/** What is known everywhere while a document is read, and how what stands within an element is read on. */
export type Reading = {
  document: Document
  sheet: Sheet
  /** Of this installation: its own addresses become paths, and its pictures stay. */
  origin: string
  /** Pictures that could not come along. */
  lostPictures: number
  walk: (node: Node, flow: Flow, format: Format) => void
  walkAll: (parent: Node, flow: Flow, format: Format) => void
}
