/**
 * The characters of DIN 91379:2022-08, "Zeichen und definierte Zeichensequenzen in Unicode für die elektronische
 * Verarbeitung von Namen und den Datenaustausch in Europa", binding for German authorities since November 2024.
 *
 * Compiled as code points from the list of String.Latin+ 1.3 (github.com/String-Latin/DIN-91379-Characters-and-Sequences,
 * latin_list_1.3.txt, as of 5 August 2026). Normative groups only: the extended ones (Greek, Cyrillic, other signs) are
 * not part of names. Code points in hexadecimal: "41" one, "41-5a" all from one to the other, "4b+35f+68" a sequence.
 */
const GROUPS = {
  /** Latin letters. */
  bll: `
    41-5a 61-7a c0-d6 d8-f6 f8-17e 187-188 18f 197 1a0-1a1 1af-1b0 1b7 1cd-1dc 1de-1df 1e2-1f0 1f4-1f5
    1f8-1ff 212-213 218-21b 21e-21f 227-233 259 268 292 1e02-1e03 1e06-1e07 1e0a-1e11 1e17 1e1c-1e2b
    1e2f-1e37 1e3a-1e3b 1e40-1e49 1e52-1e5b 1e5e-1e63 1e6a-1e6f 1e80-1e87 1e8c-1e97 1e9e 1ea0-1ef9
    41+30b 43+300 43+304 43+306 43+308 43+315 43+323 43+326 43+328+306 44+302 46+300 46+304 47+300
    48+304 48+326 48+331 4a+301 4a+30c 4b+300 4b+302 4b+304 4b+307 4b+315 4b+31b 4b+326 4b+35f+48
    4b+35f+68 4c+302 4c+325 4c+325+304 4c+326 4d+300 4d+302 4d+306 4d+310 4e+302 4e+304 4e+306 4e+326
    50+300 50+304 50+315 50+323 52+306 52+325 52+325+304 53+300 53+304 53+31b+304 53+331 54+300 54+304
    54+308 54+315 54+31b 55+307 5a+300 5a+304 5a+306 5a+308 5a+327 61+30b 63+300 63+304 63+306 63+308
    63+315 63+323 63+326 63+328+306 64+302 66+300 66+304 67+300 68+304 68+326 6a+301 6b+300 6b+302
    6b+304 6b+307 6b+315 6b+31b 6b+326 6b+35f+68 6c+302 6c+325 6c+325+304 6c+326 6d+300 6d+302 6d+306
    6d+310 6e+302 6e+304 6e+306 6e+326 70+300 70+304 70+315 70+323 72+306 72+325 72+325+304 73+300
    73+304 73+31b+304 73+331 74+300 74+304 74+315 74+31b 75+307 7a+300 7a+304 7a+306 7a+308 7a+327
    c7+306 db+304 e7+306 fb+304 ff+301 10c+315 10c+323 10d+315 10d+323 113+30d 12a+301 12b+301 14d+30d
    17d+326 17d+327 17e+326 17e+327 1e32+304 1e33+304 1e62+304 1e63+304 1e6c+304 1e6d+304 1ea0+308
    1ea1+308 1ecc+308 1ecd+308 1ee4+304 1ee4+308 1ee5+304 1ee5+308`,
  /** Non-letters N1, in names. */
  bnlreq: `
    20 27 2c-2e 60 7e a8 b4 b7 2b9-2ba 2be-2bf 2c8 2cc 2019 2021`,
  /** Non-letters N2, in names of companies and the like. */
  bnl: `
    21-26 28-2b 2f-40 5b-5f 7b-7d a1-a3 a5 a7 a9-ac ae-b3 b5-b6 b9-bb bf d7 f7 20ac`,
  /** Non-letters N3. */
  bnlopt: `
    a4 a6 b8 bc-be`,
  /** Non-letters N4: tab, line breaks, no-break space. */
  bnlnot: `
    09-0a 0d a0`,
  /** Combining marks. */
  dc: `
    300-302 304 306-308 30b-30d 310 315 31b 323 325-328 331 35f`,
}

export type Din91379Group = keyof typeof GROUPS

/** All letters and sequences of a group, each a text of one to three characters, in NFC. */
export function din91379(group: Din91379Group): string[] {
  return GROUPS[group].trim().split(/\s+/).flatMap(read)
}

function read(entry: string): string[] {
  const points = (part: string) => part.split(/[+-]/).map((hex) => Number.parseInt(hex, 16))
  const [from = 0, to = from] = points(entry)
  if (entry.includes("+")) return [String.fromCodePoint(...points(entry))]
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))
}
