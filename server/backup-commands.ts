import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import {
  type BackedUp,
  BackupFault,
  backup,
  type KeyMark,
  lackingKeys,
  restore,
  verifyBackup,
} from "./backup/index.ts"
import { listKeys } from "./backup-keys.ts"
import { openServer } from "./database-source.ts"
import { type Config, readConfig } from "./kernel/config.ts"
import { openFiles } from "./kernel/file-places.ts"
import { openFileQuota } from "./kernel/file-quota.ts"
import { stopSignal } from "./stop-signal.ts"

const PROGRAM = "npm run cli --"
const KEY_HELP = `--identity DATEI (oder BACKUP_IDENTITY_FILE) nennt die Datei mit dem geheimen Schlüssel von age.`

/** What belongs to each other in time: made, looked at, put back. */
export const backupCommands = {
  backup: {
    summary: "Datenbank und Dateien in eine Datei sichern",
    usage: `${PROGRAM} backup DATEI [--recipient age1…]\n\nSichert Datenbank und Dateien, wie sie in diesem Moment sind; gelesen und geschrieben wird weiter. Die Datei\nentsteht erst, wenn alles darin steht, und überschreibt keine andere. Schlüssel (JOURNAL_KEY_FILE,\nPROVIDER_KEY_FILE, MAIL_IN_KEY_FILE, BADGE_KEY_FILE) sind nicht darin: Sichern Sie diese getrennt. Mit --recipient\n(auch mehrfach, oder BACKUP_RECIPIENTS) wird für öffentliche Schlüssel von age verschlüsselt. Endet mit 1, wenn\nDateien fehlen, die die Datenbank nennt.`,
    run: makeBackup,
  },
  restore: {
    summary: "Eine Sicherung in eine leere Datenbank zurückspielen",
    usage: `${PROGRAM} restore DATEI [--identity DATEI] [--send-mails]\n\nPrüft die Sicherung, spielt sie in eine leere Datenbank zurück (PostgreSQL 15 bis 18) und bringt sie auf den\nStand dieser Version. Wird der Befehl unterbrochen, bleibt die Datenbank leer, und ein neuer Aufruf beginnt von\nvorn. E-Mails, die bei der Sicherung warteten, werden angehalten: Die Seite „E-Mail-Versand“ zeigt und sendet\nsie. Mit --send-mails gehen sie nach dem Start hinaus: nach einem Umzug, wenn seit der Sicherung nichts mehr\nversandt wurde.\n${KEY_HELP}`,
    run: restoreBackup,
  },
  "verify-backup": {
    summary: "Eine Sicherung prüfen",
    usage: `${PROGRAM} verify-backup DATEI [--identity DATEI]\n\nLiest die Sicherung ganz und sagt, was darin beschädigt ist. Braucht keine Datenbank. Endet mit 1, wenn etwas\nnicht stimmt.\n${KEY_HELP}`,
    run: checkBackup,
  },
}

const say = (line: string) => console.log(line)

async function makeBackup(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { recipient: { type: "string", multiple: true } },
  })
  const file = fileOf(positionals)
  const config = readConfig(process.env)
  const recipients = values.recipient ?? (process.env.BACKUP_RECIPIENTS ?? "").split(/[\s,]+/).filter(Boolean)
  const done = await withServer(config, async (url) =>
    backup({
      url,
      files: filesOf(config),
      file,
      recipients,
      about: { program: programVersion(), installation: config.publicUrl },
      keys: await listKeys(config),
      progress: progressLine(),
      signal: nothingWritten(),
    }),
  )
  tellBackup(file, recipients, done)
  if (done.lost.length > 0)
    throw new BackupFault(
      `Dateien, die die Datenbank nennt und die es nicht mehr gibt: ${done.lost.length}, darunter ${done.lost.slice(0, 10).join(", ")}.`,
    )
}

function tellBackup(file: string, recipients: string[], { contents, lost }: BackedUp): void {
  const gone = contents.missing.length - lost.length
  say(
    `${file}: ${countRows(contents)} Zeilen, ${contents.files} Dateien, ${contents.jobs} wartende Aufträge.`,
  )
  if (gone > 0) say(`Während der Sicherung gelöscht und nicht darin: ${gone} Dateien.`)
  if (recipients.length === 0) say("Die Sicherung ist nicht verschlüsselt.")
}

const countRows = ({ tables }: BackedUp["contents"]): number =>
  Object.values(tables).reduce((sum, count) => sum + count, 0)

async function restoreBackup(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { identity: { type: "string" }, "send-mails": { type: "boolean" } },
  })
  const file = fileOf(positionals)
  const config = readConfig(process.env)
  const { manifest, contents, held } = await withServer(config, async (url) =>
    restore({
      url,
      files: filesOf(config),
      file,
      identityFile: identityOf(values.identity),
      held: values["send-mails"] ? [] : await mailQueues(),
      progress: progressLine(),
      signal: nothingWritten(),
    }),
  )
  say(`Zurückgespielt ist der Stand vom ${manifest.createdAt} (${manifest.installation}).`)
  if (contents.missing.length > 0)
    say(`Dateien, die schon in der Sicherung fehlten: ${contents.missing.join(", ")}.`)
  if (held > 0)
    say(`Angehaltene E-Mails: ${held}. Die Seite „E-Mail-Versand“ in der Verwaltung zeigt und sendet sie.`)
  tellKeys(lackingKeys(manifest.keys, await listKeys(config)))
  say("Der Suchindex entsteht beim nächsten Start neu.")
}

const tellKeys = (lacking: KeyMark[]): void => {
  for (const { setting, id } of lacking)
    say(
      `Achtung: Der Schlüssel „${id}“ aus ${setting} fehlt hier. Was ihn braucht, geht erst wieder mit ihm.`,
    )
}

async function checkBackup(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { identity: { type: "string" } },
  })
  const progress = progressLine()
  const read = { bytes: 0 }
  const { manifest, contents } = await verifyBackup(
    fileOf(positionals),
    identityOf(values.identity),
    (bytes) => {
      read.bytes += bytes
      progress(`Gelesen: ${Math.round(read.bytes / 1024 / 1024)} MB`)
    },
  )
  say(
    `Die Sicherung ist in Ordnung: ${manifest.createdAt}, ${manifest.installation}, Version ${manifest.program}, PostgreSQL ${manifest.postgres}, ${manifest.tables.length} Tabellen mit ${countRows(contents)} Zeilen, ${contents.files} Dateien.`,
  )
  for (const { setting, id, fingerprint } of manifest.keys)
    say(`Gehört dazu, ist aber nicht darin: Schlüssel „${id}“ aus ${setting} (${fingerprint}).`)
}

function fileOf([file, ...more]: string[]): string {
  if (!file || more.length > 0) throw new BackupFault("Bitte geben Sie genau eine Datei an.")
  return file
}

const identityOf = (given: string | undefined): string | null =>
  given ?? (process.env.BACKUP_IDENTITY_FILE?.trim() || null)

/** As it is: a backup is made before an update, and a restored one is brought to this version by itself. */
async function withServer<T>(config: Config, work: (url: string) => Promise<T>): Promise<T> {
  const source = await openServer(config, (line) => console.error(line))
  try {
    return await work(source.direct)
  } finally {
    await source.cluster?.stop()
  }
}

/** Loaded only where it is needed, since it brings along much of the program. */
async function mailQueues(): Promise<readonly string[]> {
  const { MAIL_QUEUES } = await import("./notifications/index.ts")
  return MAIL_QUEUES
}

/** Nobody's quota counts here. */
const filesOf = (config: Config) => openFiles(config, openFileQuota(0, []))

function programVersion(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  )
  return version
}

const TOLD_EVERY_MS = 2_000

/** On the error output, so that what was done stands alone on the other; now and then, so that it can be read. */
function progressLine(): (line: string) => void {
  let told = Number.NEGATIVE_INFINITY
  return (line) => {
    if (performance.now() - told < TOLD_EVERY_MS && !line.endsWith("…")) return
    told = performance.now()
    console.error(line)
  }
}

const nothingWritten = () => stopSignal(new BackupFault("Abgebrochen: Es ist nichts geschrieben."))
