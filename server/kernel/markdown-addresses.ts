/** Attachments of our own, by their permanent path. Nothing else may be loaded while somebody reads. */
export const OWN_ATTACHMENT = /^\/anhaenge\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** A path of our own begins with one slash: two slashes, or one and a backslash, lead to another host. */
export const OWN_PATH = /^\/(?![/\\])\P{Cc}*$/u
export const EXTERNAL = /^https?:\/\/[^/\\]/i
export const MAIL = /^mailto:[^\s@]+@[^\s@]+$/i

/** Where `[text](address)` leads, or nothing where it may not be followed and stays what was typed. */
export function destinationOf(address: string): string | undefined {
  if (/^www\.[\p{L}\p{N}]/iu.test(address)) return `https://${address}`
  return [EXTERNAL, OWN_PATH, MAIL].some((allowed) => allowed.test(address)) ? address : undefined
}

const MAX_LENGTH = 2_000
/** Quotation marks, brackets that were not opened in it, bars and dashes end an address. */
const INSIDE = '[^\\s<>"“”„«»‹›‚‘’…|–—`\\[\\]{}\\u200b\\u2060\\ufeff]'
const BARE = new RegExp(
  `(?:https?://|www\\.)(?:${INSIDE}|\\[[^\\s<>\\[\\]{}]{0,100}\\]|\\{[^\\s<>\\[\\]{}]{0,100}\\}){1,${MAX_LENGTH}}`,
  "iuy",
)

/** The address that begins at this place of a text, without what belongs to the sentence around it. */
export function bareAddressAt(text: string, at: number): string | undefined {
  BARE.lastIndex = at
  const found = BARE.exec(text)?.[0]
  if (!found) return undefined
  const address = withoutSentenceEnd(toUnopenedBracket(found))
  return /^(?:https?:\/\/|www\.)[\p{L}\p{N}[]/iu.test(address) ? address : undefined
}

/** A closing bracket that was not opened within the address belongs to the sentence. */
function toUnopenedBracket(address: string): string {
  let open = 0
  for (let at = 0; at < address.length; at++) {
    if (address[at] === "(") open++
    else if (address[at] === ")" && --open < 0) return address.slice(0, at)
  }
  return address
}

function withoutSentenceEnd(address: string): string {
  let end = address.length
  while (end > 0 && /[?!.,:;*_'~(]/.test(address.charAt(end - 1))) end--
  return address.slice(0, end)
}
