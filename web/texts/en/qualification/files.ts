import type { files as german } from "../../de/qualification/files.ts"
import type { Translated } from "../../translated.ts"

export const files: Translated<typeof german> = {
  handouts: "Files to take along",
  noHandouts: "No files yet.",
  add: "Add files",
  handoutsFor: "Slides and hand-outs of this step. Learners and facilitators see them here; managers do not.",
  choose: "Choose files",
  chooseHint:
    "Images, PDF, office files without macros and text, at most 10 MB each, at most 8 at once. Please without data about people.",
  caption: "What is it?",
  captionHint: "Stands before the name of the file, for example “Slides of workshop 2”.",
  handOut: "Add",
  sheet: "Filled in a sheet on paper?",
  sheets: "Photos of sheets that were filled in",
  sheetFor: "Keep a photo of it here. Only you and your facilitators see the photo.",
  noSheets: "None yet. Only the learner and the facilitators see a photo.",
  addSheet: "Add a photo",
  sheetCaption: "Which sheet is it?",
  sheetCaptionHint: "To find it again, and for everybody who cannot see the picture.",
  sheetChoose: "Photo",
  sheetHint: "Take a picture with your phone or choose one. Place and device are removed from the picture.",
  sheetAlt: (said: string) => (said ? `Photo of the sheet: ${said}` : "Photo of a sheet that was filled in"),
  handIn: "Upload",
  remove: "Delete",
  removeText: "The file will be deleted for everybody in the cohort. This cannot be undone.",
  removeSheetText: "The photo will be deleted for good.",
  removeNow: "Delete for good",
}
