/** Something that a person can put right. The message is one sentence for them; no stack is needed. */
export class ClusterFault extends Error {
  override name = "ClusterFault"
}

export const elsewhere = "oder geben Sie mit DATABASE_URL eine eigene PostgreSQL-Datenbank (15 bis 18) an"

const fileTroubles = new Map([
  ["EACCES", "der Zugriff wird verweigert"],
  ["EPERM", "das Betriebssystem erlaubt es nicht"],
  ["EROFS", "das Dateisystem ist schreibgeschützt"],
  ["ENOSPC", "der Speicherplatz ist erschöpft"],
  ["EDQUOT", "das Speicherkontingent ist erschöpft"],
  ["ENOTDIR", "ein Teil des Pfades ist kein Ordner"],
])

/** Turns trouble with the file system into a fault; anything else is a bug and stays what it is. */
export function explained(error: unknown, dataDir: string): unknown {
  const trouble = fileTroubles.get(codeOf(error))
  if (!trouble || !(error instanceof Error)) return error
  const path = "path" in error ? String(error.path) : dataDir
  return new ClusterFault(
    `Mit dem Datenordner ${dataDir} kann nicht gearbeitet werden, denn bei ${path} gilt: ${trouble}; ` +
      `bitte berichtigen Sie die Rechte oder schaffen Sie Platz, ${elsewhere}.`,
    { cause: error },
  )
}

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : ""
}
