import type { structure as german } from "../de/structure.ts"
import type { Translated } from "../translated.ts"

export const structure: Translated<typeof german> = {}
