import { isIP } from "node:net"
import type { ConnectionOptions } from "node:tls"
import { AndFilter, Client, type Entry, EqualityFilter, type Filter, FilterParser } from "ldapts"
import type { Keys } from "../../kernel/key-file.ts"
import { faultOf, isRefusedPassword, LdapFault } from "./faults.ts"
import type { LdapDirectory } from "./queries.ts"
import { secretOf } from "./secrets.ts"

/** Milliseconds that a server has for a connection with TLS, and for each of its answers. */
const CONNECTING = 5_000
const ANSWERING = 30_000
/** Below what servers give in one piece; they do not refuse more, they cut it off. */
const PAGE_SIZE = 200

/** Where to read, and by what the reading account's password is found. */
export type LdapAccess = { directory: LdapDirectory; keys: Keys | null }

/** A connection of the account that reads, closed afterwards. Throws an `LdapFault` for whatever does not work. */
export async function reading<T>(
  { directory, keys }: LdapAccess,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const { secret } = secretOf(keys, directory)
  if (!secret) throw new LdapFault("secret")
  return connected(directory, async (client) => {
    await client.bind(directory.bindName, secret)
    return work(client)
  })
}

/** Whether this password opens this entry. On a connection of its own, which then is nobody else's. */
export const opens = (directory: LdapDirectory, dn: string, password: string): Promise<boolean> =>
  connected(directory, async (client) => {
    // Servers take a name without a password for somebody who wants to stay nameless, and say yes.
    if (password === "" || dn === "") return false
    try {
      await client.bind(dn, password)
      return true
    } catch (error) {
      if (isRefusedPassword(error)) return false
      throw error
    }
  })

/** All entries below `base` that the filter fits, page by page. */
export async function searchAll(
  client: Client,
  base: string,
  filter: Filter | Filter[],
  attributes: string[],
): Promise<Entry[]> {
  const all = Array.isArray(filter) ? new AndFilter({ filters: filter }) : filter
  const { searchEntries } = await client.search(base, {
    scope: "sub",
    filter: all,
    attributes,
    explicitBufferAttributes: attributes.filter(isBinary),
    paged: { pageSize: PAGE_SIZE },
  })
  return searchEntries
}

/** As an administrator wrote it (RFC 4515). */
export function parseFilter(text: string): Filter {
  try {
    return FilterParser.parseString(text)
  } catch (error) {
    throw new LdapFault("filter", error)
  }
}

/** Active Directory's own id of something is no text. */
export const isBinary = (attribute: string) => attribute.toLowerCase() === "objectguid"

/** Fits the entry of one id, as it is stored here. */
export const idFilter = (attribute: string, id: string) =>
  new EqualityFilter({ attribute, value: isBinary(attribute) ? Buffer.from(id, "hex") : id })

/** What an entry says in an attribute, whatever the case of its name. */
export function valuesOf(entry: Entry, attribute: string): string[] {
  const wanted = attribute.toLowerCase()
  const key = Object.keys(entry).find((one) => one.toLowerCase() === wanted)
  return [key === undefined ? [] : (entry[key] ?? [])]
    .flat()
    .map((one) => (Buffer.isBuffer(one) ? one.toString(isBinary(attribute) ? "hex" : "utf8") : one))
    .filter((one) => one !== "")
}

async function connected<T>(directory: LdapDirectory, work: (client: Client) => Promise<T>): Promise<T> {
  const { address, startsTls } = directory
  const isTls = address.startsWith("ldaps:")
  const client = new Client({
    url: address,
    connectTimeout: CONNECTING,
    timeout: ANSWERING,
    // With these the library speaks TLS from the first byte on, whatever the address says.
    ...(isTls && { tlsOptions: tlsOf(directory) }),
  })
  try {
    if (startsTls && !isTls) await startTls(client, directory)
    return await work(client)
  } catch (error) {
    throw faultOf(error)
  } finally {
    // Also after a password that was refused: the library leaves the socket open then.
    await client.unbind().catch(() => undefined)
  }
}

/** The library waits for the handshake for ever. */
async function startTls(client: Client, directory: LdapDirectory): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new LdapFault("unreachable")), CONNECTING)
  await Promise.race([client.startTLS(tlsOf(directory)), promise]).finally(() => clearTimeout(timer))
}

function tlsOf({ address, authority }: LdapDirectory): ConnectionOptions {
  const host = hostOf(address)
  return {
    host,
    ...(isIP(host) === 0 && { servername: host }),
    ...(authority && { ca: authority }),
    minVersion: "TLSv1.2",
  }
}

export const hostOf = (address: string) => new URL(address).hostname.replace(/^\[|\]$/g, "")
