import type { compose as german } from "../de/compose.ts"
import type { Translated } from "../translated.ts"

export const compose: Translated<typeof german> = {}
