import { parseArgs } from "node:util"
import { StartFault } from "./database-source.ts"
import { bucketFault } from "./kernel/bucket-check.ts"
import { type Config, readConfig } from "./kernel/config.ts"
import { connect } from "./kernel/database.ts"
import { Refusal } from "./kernel/errors.ts"
import { moveFiles } from "./kernel/file-move.ts"
import { openPlaces } from "./kernel/file-places.ts"
import { openFileQuota } from "./kernel/file-quota.ts"
import { whileNobodyElse } from "./kernel/session-lock.ts"
import { stopSignal } from "./stop-signal.ts"

const LOCK = 5_042_029 // any number, the same in every process
const NAMES = { disk: "DATA_DIR/files", s3: "FILES_S3_URL" }

/** The operator's command: brings all files to where the settings say that new ones are stored. */
export async function moveStoredFiles(
  url: string,
  args: string[],
  say: (line: string) => void,
): Promise<void> {
  const { values } = parseArgs({ args, options: { to: { type: "string" }, keep: { type: "boolean" } } })
  const config = readConfig(process.env)
  const { from, to } = chooseDirection(config, values.to)
  const stopping = stopSignal()
  const db = connect(url, 1)
  try {
    const keep = values.keep === true
    // Two in opposite directions would each clear the place that the other relies on.
    const moved = await whileNobodyElse(db, LOCK, "files", () =>
      moveFiles({ from, to, keep, say, stopping }),
    ).catch((error: unknown) => {
      const isAway = error instanceof Refusal && error.status === 503
      throw isAway ? new StartFault(`${bucketFault(error)} Ein neuer Aufruf macht dort weiter.`) : error
    })
    if (!moved) throw new StartFault("Ein anderer Aufruf verschiebt gerade Dateien.")
    const { files, copied, bytes, isDone } = moved
    say(
      `${files} Dateien mit ${megabytes(bytes)} MB sind am Ziel und geprüft, ${copied} davon jetzt kopiert.`,
    )
    if (!isDone) throw new StartFault("Angehalten: Ein neuer Aufruf macht dort weiter.")
    say(keep ? "Am bisherigen Ort liegen sie weiterhin." : "Am bisherigen Ort sind sie gelöscht.")
  } finally {
    await db.$client.end()
  }
}

/** What is stored while it runs has to go where the others go, or it would be left behind. */
function chooseDirection(config: Config, wanted: string | undefined) {
  const { disk, s3 } = openPlaces(config, openFileQuota(config.fileQuotaBytes, []))
  if (wanted !== "s3" && wanted !== "disk") throw new StartFault("Bitte geben Sie --to s3 oder --to disk an.")
  if (!s3) throw new StartFault("FILES_S3_URL fehlt: Ohne Bucket gibt es nur einen Ort.")
  if (config.filesIn !== wanted)
    throw new StartFault(
      `Neue Dateien kommen nach ${NAMES[config.filesIn]}. Bitte stellen Sie zuerst FILES=${wanted} ein und starten Sie alle Prozesse neu; alles Bisherige bleibt dabei lesbar.`,
    )
  return wanted === "s3" ? { from: disk, to: s3 } : { from: s3, to: disk }
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
