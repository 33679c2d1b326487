import type { accountsErrors as german } from "../de/accounts-errors.ts"
import type { Translated } from "../translated.ts"

export const accountsErrors: Translated<typeof german> = {}
