import type { Words } from "../kernel/openapi-words.ts"

/** The approval folder. */
export const papers: Words = {
  "ApprovalFolder.format": [
    "Of this description; a later one that reads otherwise has another",
    undefined,
    1,
  ],
  "ApprovalFolder.release": ["Of which version of the program it is", undefined, "0.1.0"],
  "ApprovalFolder.releasedOn": ["When that version came out"],
  "ApprovalFolder.sections": ["What it consists of, in order"],
  "FolderSection.id": ["What it is called in every version", undefined, "gespeichert"],
  "FolderSection.title": ["What it is about, in German", undefined, "Was gespeichert wird"],
  "FolderSection.parts": ["Texts and tables, in order"],
  "FolderPart.title": ["What it is about, in German", "it has no heading", "Eigenes Konto"],
  "FolderPart.text": ["A text in Markdown; empty for none", undefined, "Siehe **unten**."],
  "FolderPart.columns": ["What stands above the columns of its table; none where it is a text"],
  "FolderPart.widths": ["The shares of the line that the columns take"],
  "FolderPart.rows": ["The rows of its table"],
  "FolderRow.key": ["By which it is found again in another version", undefined, "people.email"],
  "FolderRow.cells": ["What stands in its columns"],
  "FolderChanges.since": ["The version of the earlier folder", undefined, "0.1.0"],
  "FolderChanges.sinceDay": ["When the earlier version came out"],
  "FolderChange.section": ["In which section", undefined, "Was gespeichert wird"],
  "FolderChange.what": ["What it is about", undefined, "E-Mail-Adresse"],
  "FolderChange.before": ["What it said", "it was not there", "bis zum Abmelden"],
  "FolderChange.after": ["What it says now", "it is gone", "drei Wochen"],
}
