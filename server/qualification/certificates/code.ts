import { randomInt } from "node:crypto"

/** Without I, O, 0 and 1, which look alike on paper. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
const LENGTH = 26

/** 130 random bits: nobody finds one by trying. */
export const newCode = (): string => Array.from({ length: LENGTH }, () => SIGNS[randomInt(32)]).join("")

/** As it stands on paper: `ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ23`. */
export const groupedCode = (code: string): string =>
  [0, 5, 10, 15, 20].map((at) => code.slice(at, at === 20 ? undefined : at + 5)).join("-")

/** What somebody typed, with or without groups and capitals; null where it cannot be a number of ours. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\p{Pd}._]/gu, "")
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null
}
