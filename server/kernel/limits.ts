/** How often something may happen before it is refused with 429; documented in docs/operation.md. */
export type Limits = {
  /** Wrong sign-ins of one account from one address (or one known browser) in a quarter of an hour. */
  signInsPerPair: number
  /** Wrong sign-ins from one address in a quarter of an hour; beyond it only a right password is let through. */
  signInsPerAddress: number
  /** Sign-ins of one account from everywhere in a quarter of an hour; a third of it in a minute. */
  signInsPerAccount: number
  /** Links for a new password that one address asks for in a quarter of an hour. */
  linksPerAddress: number
  /** Unsafe requests without a session from one address in a minute. */
  postsPerAddress: number
  /** Unsafe requests of one person, or of one known browser without a session, in a minute. */
  postsPerPerson: number
  /** Mails of one person that become posts or come back, in an hour. */
  mailsPerPerson: number
  /** Requests of a directory in a minute. */
  requestsPerDirectory: number
  /** Requests of one token of a person or a service in a minute. */
  requestsPerToken: number
}

const SETTINGS: Record<keyof Limits, { name: string; otherwise: number }> = {
  signInsPerPair: { name: "LIMIT_SIGN_INS_PAIR", otherwise: 10 },
  signInsPerAddress: { name: "LIMIT_SIGN_INS_ADDRESS", otherwise: 100 },
  signInsPerAccount: { name: "LIMIT_SIGN_INS_ACCOUNT", otherwise: 60 },
  linksPerAddress: { name: "LIMIT_LINKS_ADDRESS", otherwise: 20 },
  postsPerAddress: { name: "LIMIT_POSTS_ADDRESS", otherwise: 300 },
  postsPerPerson: { name: "LIMIT_POSTS_PERSON", otherwise: 240 },
  mailsPerPerson: { name: "LIMIT_MAILS_PERSON", otherwise: 60 },
  requestsPerDirectory: { name: "LIMIT_REQUESTS_DIRECTORY", otherwise: 3000 },
  requestsPerToken: { name: "LIMIT_REQUESTS_TOKEN", otherwise: 600 },
}
const HIGHEST = 1_000_000

export function readLimits(env: NodeJS.ProcessEnv, faults: string[]): Limits {
  const read = (key: keyof Limits): number => {
    const { name, otherwise } = SETTINGS[key]
    const value = env[name]?.trim()
    if (!value) return otherwise
    if (/^\d{1,7}$/.test(value) && Number(value) >= 1 && Number(value) <= HIGHEST) return Number(value)
    faults.push(`${name} ist „${value}“: Es muss eine ganze Zahl von 1 bis ${HIGHEST} sein.`)
    return otherwise
  }
  return {
    signInsPerPair: read("signInsPerPair"),
    signInsPerAddress: read("signInsPerAddress"),
    signInsPerAccount: read("signInsPerAccount"),
    linksPerAddress: read("linksPerAddress"),
    postsPerAddress: read("postsPerAddress"),
    postsPerPerson: read("postsPerPerson"),
    mailsPerPerson: read("mailsPerPerson"),
    requestsPerDirectory: read("requestsPerDirectory"),
    requestsPerToken: read("requestsPerToken"),
  }
}
