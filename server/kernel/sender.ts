import { BlockList, isIP, isIPv6 } from "node:net"

/** Who sends a request, as a proxy may have written it down: an address and nothing else, or null where it is none. */
export function bareAddress(written: string): string | null {
  const text = written.trim().replace(/^"(.*)"$/, "$1")
  const [, bracketed] = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text) ?? []
  // With a single colon it can only be a port: an IPv6 address has two at least.
  const [, before] = /^([^:]*):\d{1,5}$/.exec(text) ?? []
  const [address = ""] = (bracketed ?? before ?? text).split("%")
  return isIP(address) ? unmapped(address) : null
}

/**
 * The address that a request came from. Read from the right: what a trusted proxy has added is believed, and what is no
 * address (`unknown`, a name, nothing) counts as the proxy's that passed it on, never as what stands before it.
 */
export function senderOf(
  { socketAddress, forwarded }: { socketAddress: string | undefined; forwarded: string | undefined },
  isTrusted: (address: string) => boolean,
): string {
  let sender = bareAddress(socketAddress ?? "") ?? "unknown"
  const entries = forwarded === undefined ? [] : forwarded.split(",")
  while (entries.length > 0 && isTrusted(sender)) {
    const address = bareAddress(entries.pop() ?? "")
    if (!address) return sender
    sender = address
  }
  return sender
}

/** @param networks addresses and networks such as 10.0.0.0/8, as the configuration has checked them */
export function trustOf(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [written = "", prefix] = network.split("/")
    const address = prefix === undefined ? unmapped(written) : written
    const family = isIPv6(address) ? "ipv6" : "ipv4"
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIPv6(address) ? "ipv6" : "ipv4")
}

/** One IPv6 customer has a whole /64 of addresses to choose from, so that counts as one. */
export function networkOf(sender: string): string {
  const address = bareAddress(sender)
  if (!address || !isIPv6(address)) return address ?? sender
  return `${groupsOf(address).slice(0, 4).join(":")}::/64`
}

/** An IPv4 address in the clothes of IPv6 (`::ffff:203.0.113.7`, `::ffff:cb00:7107`) is that IPv4 address. */
function unmapped(address: string): string {
  if (!isIPv6(address)) return address
  const groups = groupsOf(address)
  if (groups.slice(0, 5).some((group) => group !== "0") || groups[5] !== "ffff") return address
  const numbers = groups.slice(6).map((group) => Number.parseInt(group, 16))
  return numbers.flatMap((number) => [number >> 8, number & 255]).join(".")
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  // An address as text may end in dotted numbers; as part of a URL it is written in groups only.
  const written = new URL(`http://[${address.split("%")[0]}]`).hostname.slice(1, -1)
  const [head = "", tail] = written.split("::")
  const first = head.split(":").filter(Boolean)
  const last = (tail ?? "").split(":").filter(Boolean)
  return [...first, ...Array<string>(8 - first.length - last.length).fill("0"), ...last]
}
