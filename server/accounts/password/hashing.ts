import { hash, verify } from "@node-rs/argon2"

/** argon2id (the library's default kind) with OWASP's recommendation: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(composed(password), PARAMETERS)
}

/** Made at the start, so that not even the first sign-in takes longer. */
const nobodys = hashPassword("a password that belongs to nobody")

/** Takes the same time when there is nothing to compare with, so that nobody learns who has an account. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodys), composed(password))
  return matches && passwordHash !== null
}

/** The same umlaut comes as one character or as two, depending on the keyboard's system. */
function composed(password: string): string {
  return password.normalize("NFC")
}
