import { BackupFault } from "./fault.ts"
import { type Walked, walkArchive } from "./walking.ts"

const MOST_TOLD = 20

/**
 * Reads all of a backup without a database. Throws what is wrong with it, as one sentence for each part: what could
 * still be read is looked through to the end.
 */
export async function verifyBackup(
  file: string,
  identityFile: string | null,
  progress?: (bytes: number) => void,
): Promise<Walked> {
  const faults: string[] = []
  const nowhere = { write: async () => undefined, end: async () => undefined }
  const walked = await walkArchive({
    file,
    identityFile,
    report: (fault) => void faults.push(fault),
    open: () => nowhere,
    ...(progress && { progress }),
  }).catch((error: unknown) => {
    if (!(error instanceof BackupFault)) throw error
    faults.push(error.message)
    return null
  })
  if (walked && faults.length === 0) return walked
  const more = faults.length - MOST_TOLD
  throw new BackupFault(
    [...faults.slice(0, MOST_TOLD), ...(more > 0 ? [`… und ${more} weitere.`] : [])].join("\n"),
  )
}
