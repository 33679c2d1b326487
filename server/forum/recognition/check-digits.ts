/** Check digits of numbers that stand for a person: they tell a number from any other row of digits. */

/** Lengths by country, of the payment area. */
const IBAN_LENGTHS: Record<string, number> = {
  ...{ AD: 24, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18 },
  ...{ FR: 27, GB: 22, GI: 23, GR: 27, HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20 },
  ...{ LV: 21, MC: 27, MT: 31, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24, SE: 24, SI: 19, SK: 24, SM: 27 },
  ...{ TR: 26, UA: 29, AL: 28, BA: 20, MD: 24, ME: 22, MK: 19, RS: 22, XK: 20 },
}

export const ibanLength = (country: string): number | undefined => IBAN_LENGTHS[country.toUpperCase()]

/** ISO 13616: the first four characters go to the end, letters count from 10, the rest of division by 97 is 1. */
export function isIban(iban: string): boolean {
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[a-z]/gi, (letter) =>
    String(Number.parseInt(letter, 36)),
  )
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}

/** § 139b AO: eleven digits, ISO 7064 MOD 11,10; among the first ten, one digit stands there two or three times. */
export function isTaxId(digits: string): boolean {
  if (!/^[1-9]\d{10}$/.test(digits)) return false
  const first = Array.from(digits.slice(0, 10), Number)
  const repeated = [...new Set(first)].map((digit) => first.filter((other) => other === digit).length)
  if (repeated.filter((times) => times > 1).length !== 1 || Math.max(...repeated) > 3) return false
  const product = first.reduce((rest, digit) => (((rest + digit) % 10 || 10) * 2) % 11, 10)
  return (11 - product) % 10 === Number(digits[10])
}

/** Number of the pension insurance: area, birthday, first letter of the name, serial number, check digit. */
export function isPensionNumber(number: string): boolean {
  const [, area, day, month, rest, letter, serial, check] =
    /^(\d\d)(\d\d)(\d\d)(\d\d)([A-Z])(\d\d)(\d)$/.exec(number) ?? []
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 81) return false
  const digits = `${area}${day}${month}${rest}${ordinal(letter)}${serial}`
  return weighted(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) === Number(check)
}

/** Number of the health insurance: a letter, eight digits, check digit. */
export function isHealthNumber(number: string): boolean {
  const [, letter, digits, check] = /^([A-Z])(\d{8})(\d)$/.exec(number) ?? []
  return weighted(`${ordinal(letter)}${digits}`, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) === Number(check)
}

const ordinal = (letter = "") => String(letter.charCodeAt(0) - 64).padStart(2, "0")

/** Sum of the digits of all products, as the insurances count it. */
function weighted(digits: string, weights: number[]): number {
  const products = weights.map((weight, i) => weight * Number(digits[i]))
  return products.reduce((sum, product) => sum + Math.floor(product / 10) + (product % 10), 0) % 10
}
