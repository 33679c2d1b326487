import type { announcements as german } from "../de/announcements.ts"
import type { Translated } from "../translated.ts"

export const announcements: Translated<typeof german> = {}
