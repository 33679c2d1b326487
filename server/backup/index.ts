/** One archive of everything that an installation keeps, and back. */
export { type BackedUp, backup } from "./backup.ts"
export { BackupFault } from "./fault.ts"
export type { KeyMark } from "./format.ts"
export { lackingKeys, restore } from "./restore.ts"
export { verifyBackup } from "./verify.ts"
