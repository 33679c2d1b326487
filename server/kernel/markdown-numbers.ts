/**
 * What numbers at the start of a line mean in office text. A sign before an amount belongs to the amount, and a
 * number before a month belongs to a date: neither is mark-up.
 */

const MONTHS =
  "jan(?:uar|uary|\\.)?|jänner|jän\\.?|feb(?:ruar|ruary|er|r\\.?|\\.)?|märz|maerz|mär\\.?|mrz\\.?|march|mar\\.?|apr(?:il|\\.)?|mai|may|" +
  "jun(?:i|e|o|\\.)?|jul(?:i|y|\\.)?|aug(?:ust|\\.)?|sep(?:tember|t\\.?|\\.)?|okt(?:ober|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|" +
  "dez(?:ember|\\.)?|dec(?:ember|\\.)?"
const MONTH = new RegExp(`^(?:${MONTHS})(?![\\p{L}\\p{N}])`, "iu")
const SPACES = "[\\s\\u00a0\\u202f\\u2009]*"

/** What follows `1. `: a month, another number, or a word that joins two numbers. Then it is no list. */
const REST_OF_DATE = new RegExp(
  `^(?:\\p{N}|(?:bis|und|oder|sowie|u\\.|o\\.|od\\.|and|or|to|[-–—/&,+])${SPACES}\\p{N})`,
  "iu",
)
export const isRestOfDate = (rest: string) => MONTH.test(rest) || REST_OF_DATE.test(rest)

const ABOUT =
  "(?:ca\\.?|rd\\.?|circa|etwa|rund|knapp|gut|genau|max\\.?|mind\\.?|maximal|mindestens|höchstens|wenigstens|mehr als|weniger als|über|unter|bis zu|bis|minus|plus|[≈~±+−–(-])"
const CURRENCY = "(?:\\p{Sc}|eur(?:o)?|t€|teur|us-\\$|usd|gbp|chf|sfr|dm|cent|ct)"
const DIGITS =
  "(?:\\p{N}{1,3}(?: \\p{N}{3})+(?:,\\p{N}+)?(?!\\p{N})|\\p{N}(?:[\\p{N}.,'’\\u00a0\\u202f\\u2009]*[\\p{N}])?)"
const UNITS =
  "euro|eur|cent|ct|teur|prozent(?:punkte?)?|v\\.\\s?h\\.|promille|grad|celsius|kelvin|qm|[mkc]?m[²³23]|m|km|cm|mm|dm|ha|ar|kg|g|mg|t|l|ml|hl|" +
  "kwh?|mwh?|wh?|kb|mb|gb|tb|h|std\\.?|stunden?|min\\.?|minuten?|sek\\.?|sekunden?|tage?n?|wochen?|monate?n?|jahre?n?|werktage?n?|" +
  "arbeitstage?n?|kalendertage?n?|quartale?n?|person(?:en)?|punkte?n?|mal|fach|stück|stk\\.?|mio\\.?|mrd\\.?|tsd\\.?|million(?:en)?|" +
  "milliarden?|tausend|hundert|dutzend|hälfte|drittel|[a-zäöüß]*(?:viertel|fünftel|achtel|zehntel|hundertstel|tausendstel)|sechstel|siebtel|neuntel|km/h|days?|weeks?|months?|years?|hours?|percent|people|dollars?|pounds?"
const UNIT = `(?:${CURRENCY}|[%‰°²³]|(?:${UNITS})(?![\\p{L}\\p{N}]))`
const NUMBER_WORD =
  "(?:null|eine?[nmrs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|" +
  "achtzehn|neunzehn|[a-zäöüß]*(?:zwanzig|ßig|zig|hundert|tausend)|halbe[rnms]?|[a-zäöüß]*einhalb|anderthalb|dreiviertel|million(?:en)?|milliarden?)"

/** A number that is still to be put in: "xx,xx €", "__ Prozent", "… Tage". */
const PLACEHOLDER = "(?:x{1,9}(?:[.,]x{1,9})*|n|_{2,}|\\.{2,}|…)"

/** Nothing after the number, a unit, a currency, or a sign to calculate with. */
const AMOUNT = new RegExp(
  `^(?:${ABOUT}${SPACES})*(?:` +
    `${CURRENCY}${SPACES}${DIGITS}` +
    `|${DIGITS}(?:,?[-–—])?${SPACES}(?:$|[)\\].,;:!?*×·x/+=<>^–−-](?!\\p{L})|${UNIT})` +
    `|${NUMBER_WORD}${SPACES}(?:${UNITS})(?![\\p{L}\\p{N}])|${PLACEHOLDER}${SPACES}${UNIT})`,
  "iu",
)
const DATE_OR_TIME = new RegExp(
  `^(?:\\d{1,2}\\.${SPACES}(?:\\d{1,2}\\.|(?:${MONTHS})(?![\\p{L}\\p{N}]))|\\d{4}-\\d{2}-\\d{2}|` +
    `\\d{1,2}(?:[:.]\\d{2})?${SPACES}(?:[-–]${SPACES}\\d{1,2}(?:[:.]\\d{2})?${SPACES})?uhr(?!\\p{L})|\\d{1,2}:\\d{2}(?!\\p{N})|` +
    `\\d{1,3}\\.${SPACES}\\p{L})`,
  "iu",
)
/** "Eine Woche lang": more often an article than a number. */
const STARTS_WITH_ONE = new RegExp(
  `^(?:${ABOUT}${SPACES})*eine?[nmrs]?${SPACES}(?:${UNITS})(?![\\p{L}\\p{N}])`,
  "iu",
)
const STARTS_WITH_NUMBER = new RegExp(`^(?:${ABOUT}${SPACES})*${DIGITS}`, "iu")

/**
 * What stands behind a dash at the start of a line: an `amount` keeps its dash; a `count` ("3 Kontoauszüge") may be
 * either and goes with the other lines of its list; anything else is `words`.
 */
export function kindOf(content: string): "amount" | "count" | "words" {
  if (DATE_OR_TIME.test(content)) return "words"
  if (STARTS_WITH_ONE.test(content)) return "count"
  if (AMOUNT.test(content)) return "amount"
  return STARTS_WITH_NUMBER.test(content) ? "count" : "words"
}

/** "> 15 Prozent", "> 1.000 Euro", "> = 3", "> zehn Tage": greater than, no quotation. */
export const isCompared = (content: string) =>
  /^[=€$£<]/.test(content) || AMOUNT.test(content) || STARTS_WITH_NUMBER.test(content)
