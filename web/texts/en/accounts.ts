import type { accounts as german } from "../de/accounts.ts"
import type { Translated } from "../translated.ts"

export const accounts: Translated<typeof german> = {}
