import type { papers as german } from "../de/papers.ts"
import type { Translated } from "../translated.ts"

export const papers: Translated<typeof german> = {
  title: "Approval folder",
  lead: "For staff council, data protection and IT security: what is stored, who reads it, who may do what and which measures the program brings along, with drafts of the record of processing, the impact assessment and the works agreement. The folder is made of the program itself and is in German.",
  release: (version, day) => `Version ${version} of ${day}`,
  download: "Download",
  downloadText:
    "Keep both files. With the second one it can be shown later what has changed since you agreed.",
  pdf: "Folder (PDF)",
  json: "File to compare with (JSON)",
  contents: "What is in it",
  compare: "What has changed since you agreed?",
  compareText: "Choose the file that you kept together with the folder.",
  file: "File to compare with",
  fileHint: "A file that ends in .json, made by this page or by the command “approval-folder”.",
  show: "Show the changes",
  showAsPdf: "Folder with the changes (PDF)",
  missing: "Please choose the file to compare with.",
  unreadable: "This is not the file of an approval folder.",
  changes: (version, day) => `Since version ${version} of ${day}`,
  same: "Nothing has changed: the folder says the same as before.",
  columns: { section: "Section", what: "What", before: "Before", after: "Now" },
  added: "(not there)",
  removed: "(gone)",
}
