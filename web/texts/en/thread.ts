import type { thread as german } from "../de/thread.ts"
import type { Translated } from "../translated.ts"

export const thread: Translated<typeof german> = {}
