/** What keeps a backup from being made, read or restored: a sentence for the operator, printed without a stack. */
export class BackupFault extends Error {}
