import { refusal } from "../codes.ts"

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 200

type Owner = { displayName: string; email: string }

/**
 * Length is checked by the schema. There are no rules of composition; refused is only what is guessed first:
 * the own name and address, and what everybody takes.
 */
export function refuseWeakPassword(password: string, owner: Owner, field = "password"): void {
  const written = password.normalize("NFC").toLowerCase()
  if (isSimilar(written, owner)) throw refusal(422, "password.too-similar", field)
  if (isCommon(written)) throw refusal(422, "password.too-common", field)
}

/** What remains without the person's own words must still be something. */
const FEWEST_OWN_CHARACTERS = 8

function isSimilar(written: string, { displayName, email }: Owner): boolean {
  const own = words(`${displayName} ${email.toLowerCase()}`)
  return (
    own.length > 0 &&
    lettersAndDigits(without(written, own)).length < FEWEST_OWN_CHARACTERS &&
    contains(written, own)
  )
}

function isCommon(written: string): boolean {
  if (new Set(written).size < 5) return true
  if (ROWS.some((row) => row.includes(written))) return true
  // "Willkommen2026!" and "Passwort12345" are words that everybody takes, and digits or signs around them.
  return without(written, COMMON_WORDS).replace(/[^\p{L}]/gu, "") === "" && contains(written, COMMON_WORDS)
}

const words = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)

const lettersAndDigits = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "")
const contains = (text: string, parts: string[]) => parts.some((part) => text.includes(part))

/** Longer words first, so that "wohngeldstelle" is not left as "stelle". */
const without = (text: string, parts: string[]) =>
  parts.toSorted((a, b) => b.length - a.length).reduce((rest, part) => rest.replaceAll(part, " "), text)

const ROWS = [
  "0123456789",
  "1234567890",
  "9876543210",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertzuiopüasdfghjklöäyxcvbnm",
  "qwertyuiopasdfghjklzxcvbnm",
  "1q2w3e4r5t6z7u8i9o0p",
  "1q2w3e4r5t6y7u8i9o0p",
  "1qay2wsx3edc4rfv5tgb6zhn7ujm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
].map((row) => row.repeat(4))

const COMMON_WORDS = [
  "administrator",
  "admin",
  "amt",
  "anmeldung",
  "april",
  "august",
  "behörde",
  "berlin",
  "change",
  "changeme",
  "deutschland",
  "dezember",
  "fachforum",
  "februar",
  "forum",
  "frühling",
  "fussball",
  "fußball",
  "geheim",
  "geheimnis",
  "hallo",
  "herbst",
  "hello",
  "iloveyou",
  "januar",
  "juli",
  "juni",
  "kennwort",
  "letmein",
  "login",
  "mai",
  "mein",
  "montag",
  "märz",
  "november",
  "oktober",
  "passwort",
  "password",
  "passw0rt",
  "passw0rd",
  "p@ssw0rd",
  "qwertz",
  "qwerty",
  "sachbearbeitung",
  "schalke",
  "schatz",
  "secret",
  "september",
  "sommer",
  "sonne",
  "sonnenschein",
  "sozialamt",
  "stadt",
  "stadtverwaltung",
  "start",
  "summer",
  "verwaltung",
  "welcome",
  "welt",
  "willkommen",
  "winter",
  "wohngeld",
  "wohngeldstelle",
  "world",
  "asdf",
  "yxcv",
  "test",
]
