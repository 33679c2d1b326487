import type { Keys } from "../../kernel/key-file.ts"
import { findSecret, sealSecret } from "../../kernel/stored-secret.ts"
import type { ldapDirectories } from "./tables.ts"

type Sealed = Pick<typeof ldapDirectories.$inferSelect, "directoryId" | "secretKey" | "sealedSecret">

/** The password of the account that reads a directory. */
export const secretOf = (keys: Keys | null, directory: Sealed) =>
  findSecret(keys, ownerOf(directory.directoryId), directory)

export const sealDirectorySecret = (keys: Keys, directoryId: string, secret: string) =>
  sealSecret(keys, ownerOf(directoryId), secret)

const ownerOf = (directoryId: string) => ["ldap-secret", directoryId] as const
