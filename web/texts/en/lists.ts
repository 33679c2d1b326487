import type { lists as german } from "../de/lists.ts"
import type { Translated } from "../translated.ts"

export const lists: Translated<typeof german> = {}
