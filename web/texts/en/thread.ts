import type { thread as german } from "../de/thread.ts"
import type { Translated } from "../translated.ts"

export const thread: Translated<typeof german> = {
  uploads: {
    legend: "Attachments",
    choose: "Add files",
    hint: "Images, PDF, office files without macros and text, at most 10 MB each, at most 8 files. Please no details about people.",
    newAlternative: "Image description",
    newAlternativeHint:
      "If you add images: What do they show? One sentence helps everybody who cannot see them.",
    alternative: "Image description",
    alternativeHint: "What does the image show?",
    remove: "Remove this file again",
    removeNamed: (name: string) => `Remove “${name}” again`,
  },
}
