import type { Locale } from "../../server/kernel/actor.ts"
import { shell as shellDe } from "./de/shell.ts"
import { shell as shellEn } from "./en/shell.ts"
import type { Translated } from "./translated.ts"

/** One file per area and language: `de/<area>.ts` sets the keys, `en/<area>.ts` fills them. */
export const de = { shell: shellDe }
export type Texts = Translated<typeof de>
export const en: Texts = { shell: shellEn }

const dictionaries: Record<Locale, Texts> = { de, en }

export const texts = (locale: Locale): Texts => dictionaries[locale]
