import { hash, verify } from "@node-rs/argon2"

/** argon2id (the library's default kind) with OWASP's recommendation: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string) => hash(composed(password), PARAMETERS)

let nobodys: Promise<string> | undefined

/** Takes the same time when there is nothing to compare with, so that nobody learns who has an account. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword("a password that belongs to nobody")
  const matches = await verify(passwordHash ?? (await nobodys), composed(password))
  return matches && passwordHash !== null
}

/** The same umlaut comes as one character or as two, depending on the keyboard's system. */
const composed = (password: string) => password.normalize("NFC")
