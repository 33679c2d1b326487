import type { information as german } from "../de/information.ts"
import type { Translated } from "../translated.ts"

export const information: Translated<typeof german> = {}
