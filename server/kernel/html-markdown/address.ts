/** Where a pasted link leads; null when nobody could follow it from here: files, scripts, places in the document. */
export function addressOf(href: string | null, origin: string): string | null {
  const address = unwrap(href?.trim() ?? "")
  if (/^mailto:/i.test(address)) return mailOf(address)
  if (!/^https?:\/\//i.test(address)) return null
  try {
    const url = new URL(address)
    for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
    const isTracked = url.search !== new URL(address).search
    const text = isTracked ? url.href : address
    const own = url.origin === origin ? url.href.slice(origin.length) : text
    return encode(own)
  } catch {
    return null
  }
}

/** They tell who followed the link, not where it leads. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|yclid|igshid|wt_mc|pk_\w+|mtm_\w+)$/i

/** Mail programs and search engines put themselves between; Outlook's link also holds the reader's mail address. */
function unwrap(address: string): string {
  const around =
    /^https:\/\/(?:[\w.-]+\.safelinks\.protection\.outlook\.com\/.*[?&]url=|(?:www\.)?google\.[a-z.]+\/url\?(?:.*&)?(?:q|url)=)([^&#]+)/i
  const inner = around.exec(address)?.[1]
  if (!inner) return address
  try {
    return decodeURIComponent(inner)
  } catch {
    return address
  }
}

function mailOf(address: string): string | null {
  const plain = address.replace(/\?.*$/, "")
  return /^mailto:[^\s@]+@[^\s@]+$/i.test(plain) ? encode(plain) : null
}

/** Signs that would end the address in our Markdown. */
const encode = (address: string) =>
  address.replace(
    /[\s()<>\\|`"]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  )
