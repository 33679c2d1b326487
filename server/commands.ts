import { writeFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { unbuiltAssets } from "../web/build.ts"
import {
  allowPasswords,
  createAdmin,
  findActorByAddress,
  forgetFactorsOf,
  renderPrivacy,
} from "./accounts/index.ts"
import { tags } from "./api-tags.ts"
import { buildApp } from "./app.ts"
import { catalogue } from "./catalogue.ts"
import { openSource, StartFault } from "./database-source.ts"
import { forumSource } from "./forum/index.ts"
import { readConfig } from "./kernel/config.ts"
import { connect, type Db, transact } from "./kernel/database.ts"
import type { Migrate } from "./kernel/database-settings.ts"
import { openJournalKeys } from "./kernel/key-file.ts"
import { listRenderings, noteRendering, pauseRendering, renewTexts } from "./kernel/rendering.ts"
import { moveStoredFiles } from "./move-files.ts"
import { PaperFault, writeAccessibility, writeFolder } from "./papers/index.ts"
import { rotateJournal, tellRotation } from "./qualification/own.ts"
import { rotateBadgeKey } from "./qualification/proof.ts"
import { renderedTexts } from "./rendered-texts.ts"
import {
  CommandFault,
  chooseEngines,
  type Engine,
  openChanges,
  openEngines,
  reindex,
  verifyIndex,
} from "./search/index.ts"
import { seedExample } from "./seed/index.ts"
import { stopSignal } from "./stop-signal.ts"
import { syncByCommand } from "./sync-directory.ts"

/** Everything that an operator does with the whole program; `cli.ts` is the entry. */
export type Command = { summary: string; usage: string; run(args: string[]): Promise<void> }

const say = (line: string) => console.log(line)
const PROGRAM = "npm run cli --"

export const commands: Record<string, Command> = {
  migrate: {
    summary: "Datenbank auf den Stand dieser Version bringen",
    usage: `${PROGRAM} migrate\n\nWendet alle ausstehenden Migrationen auf DATABASE_URL an (ohne DATABASE_URL: auf die eigene\nDatenbank in ./data). Kann beliebig oft ausgeführt werden, auch von mehreren\nzugleich; npm start tut dasselbe, wo nicht MIGRATE=never gesetzt ist.`,
    run: () => withDatabase(async () => say("Die Datenbank ist auf dem Stand dieser Version."), "auto"),
  },
  seed: {
    summary: "Beispielinhalte in eine leere Datenbank füllen",
    usage: `${PROGRAM} seed\n\nFüllt die Beispielinhalte ein, wie npm start es beim ersten Mal tut. Nur für eine leere Datenbank.`,
    run: () => withDatabase(seed),
  },
  "create-admin": {
    summary: "Eine Administratorin oder einen Administrator anlegen",
    usage: `${PROGRAM} create-admin --name "Vorname Nachname" --email adresse@example.org\n\nLegt die Person an und gibt einen einmaligen Link aus, unter dem sie ihr Kennwort setzt.`,
    run: (args) => withDatabase((url) => addAdmin(url, args)),
  },
  "allow-passwords": {
    summary: "Die Anmeldung mit Kennwort wieder allen erlauben",
    usage: `${PROGRAM} allow-passwords\n\nDer Weg zurück, wenn die Anmeldung mit Kennwort abgeschaltet ist und kein Anmeldedienst mehr geht.`,
    run: () => withDatabase(restorePasswords),
  },
  "sync-directory": {
    summary: "Verzeichnisse übernehmen, die gelesen werden (LDAP)",
    usage: `${PROGRAM} sync-directory [--dry-run] [--name NAME] [--anyway]\n\nÜbernimmt Personen aus LDAP oder Active Directory, wie es jede Nacht von selbst geschieht. --dry-run sagt nur, was\nsich ändern würde. Würde mehr als ein Viertel der Personen deaktiviert, geschieht nichts, außer mit --anyway.\nEndet mit 1, wenn ein Verzeichnis nicht übernommen wurde.`,
    run: (args) => withDatabase((url) => syncByCommand(url, args, say)),
  },
  "forget-factors": {
    summary: "Den zweiten Faktor einer Person entfernen",
    usage: `${PROGRAM} forget-factors --email adresse@example.org\n\nDer Weg zurück, wenn die einzige Administratorin oder der einzige Administrator App, Passkeys und\nWiederherstellungscodes verloren hat. Beendet alle Sitzungen der Person und steht im Protokoll.`,
    run: (args) => withDatabase((url) => removeFactors(url, args)),
  },
  reindex: {
    summary: "Den Suchindex neu aufbauen",
    usage: `${PROGRAM} reindex [--engine postgresql|meilisearch]\n\nBaut den Index neben dem laufenden auf und tauscht ihn dann aus; gesucht und geschrieben wird weiter.\nMit Strg+C anhalten, ein neuer Aufruf macht dort weiter. Ohne --engine: alle eingerichteten.`,
    run: (args) => withEngines(args, rebuildIndexes),
  },
  "verify-index": {
    summary: "Den Suchindex mit der Datenbank vergleichen",
    usage: `${PROGRAM} verify-index [--engine postgresql|meilisearch]\n\nVergleicht jeden Beitrag und sagt, was fehlt und was zu viel ist. Endet mit 1, wenn sich etwas unterscheidet.`,
    run: (args) => withEngines(args, compareIndexes),
  },
  render: {
    summary: "Gespeicherte Texte neu aufbereiten",
    usage: `${PROGRAM} render [--pause] [--status]\n\nBereitet nach einer neuen Version alle gespeicherten Texte neu auf; Fassungen und Bearbeitungsdaten bleiben,\nder Suchindex folgt. Der Server tut das nach dem Start von selbst im Hintergrund; gelesen und geschrieben wird\nweiter. Mit Strg+C anhalten, ein neuer Aufruf macht dort weiter. --pause hält auch den Hintergrund an, bis ein\nAufruf ohne Angaben weitermacht. --status zeigt nur, wie weit es ist.`,
    run: (args) => withEngines([], (db, engines) => renewRendered(db, engines, args)),
  },
  "badge-key": {
    summary: "Einen Schlüssel für Open Badges anlegen oder wechseln",
    usage: `${PROGRAM} badge-key --file PFAD\n\nLegt die Datei für BADGE_KEY_FILE an (nur für ihren Eigentümer lesbar). Gibt es sie schon, unterschreiben ab\ndem nächsten Start neue Schlüssel; von den bisherigen bleibt der öffentliche Teil, damit ausgestellte\nNachweise gültig bleiben. Einer Datei aus einer früheren Version wird nur ergänzt, was ihr fehlt. Sichern Sie die Datei getrennt von der Datenbank.`,
    run: makeBadgeKey,
  },
  "rotate-journal": {
    summary: "Das Lerntagebuch mit dem neuen Schlüssel verschlüsseln",
    usage: `${PROGRAM} rotate-journal\n\nVerschlüsselt alle Einträge mit dem ersten Schlüssel aus JOURNAL_KEY_FILE. Vorher: neuen Schlüssel als erste\nZeile eintragen und den Server neu starten. Gelesen und geschrieben wird weiter. Mit Strg+C anhalten, ein neuer\nAufruf macht dort weiter. Am Ende steht, welcher Schlüssel nicht mehr gebraucht wird. Endet mit 1, wenn noch\nein alter gebraucht wird.`,
    run: () => withDatabase(renewJournal),
  },
  "move-files": {
    summary: "Anhänge vom Datenträger in einen S3-Bucket bringen, oder zurück",
    usage: `${PROGRAM} move-files --to s3|disk [--keep]\n\nBringt alle Dateien dorthin, wo nach FILES neue gespeichert werden, und vergleicht jede an beiden Orten. Erst wenn\nalle da sind, löscht es sie am bisherigen Ort; mit --keep bleiben sie. Gelesen und geschrieben wird weiter. Mit\nStrg+C anhalten, ein neuer Aufruf macht dort weiter.`,
    run: (args) => withDatabase((url) => moveStoredFiles(url, args, say)),
  },
  privacy: {
    summary: "docs/privacy.md aus dem Datenkatalog erzeugen",
    usage: `${PROGRAM} privacy\n\nSchreibt docs/privacy.md neu. Braucht keine Datenbank.`,
    run: async () => {
      await writeFile(new URL("../docs/privacy.md", import.meta.url), renderPrivacy(catalogue))
      say("docs/privacy.md ist geschrieben.")
    },
  },
  "approval-folder": {
    summary: "Die Zustimmungsmappe als PDF erzeugen",
    usage: `${PROGRAM} approval-folder [--output DATEI.pdf] [--since FRÜHERE.json]\n\nFür Personalrat, Datenschutz und Informationssicherheit. Schreibt daneben eine Datei DATEI.json, mit der --since\nspäter zeigt, was sich geändert hat. Dieselbe Fassung in derselben Einrichtung ergibt dieselbe Datei. Braucht keine\nDatenbank; die Angaben zur Einrichtung kommen aus den Umgebungsvariablen.`,
    run: (args) =>
      writeFolder({ catalogue, tags, config: readConfig(process.env) }, args, say).catch(throwSentence),
  },
  accessibility: {
    summary: "docs/barrierefreiheit.md aus der Tabelle der Anforderungen erzeugen",
    usage: `${PROGRAM} accessibility\n\nSchreibt docs/barrierefreiheit.md neu. Braucht keine Datenbank.`,
    run: () => writeAccessibility(say).catch(throwSentence),
  },
}

/** The entry knows what a start throws as a sentence; so it need not load the modules that have sentences of their own. */
function throwSentence(error: unknown): never {
  const isSentence = error instanceof CommandFault || error instanceof PaperFault
  throw isSentence ? new StartFault(error.message) : error
}

/** An operator's work takes long, and goes past a pooler. */
async function withDatabase(work: (url: string) => Promise<void>, migrate?: Migrate): Promise<void> {
  const source = await openSource(readConfig(process.env), say, migrate)
  try {
    await work(source.direct)
  } finally {
    await source.cluster?.stop()
  }
}

async function restorePasswords(url: string): Promise<void> {
  const db = connect(url)
  try {
    await allowPasswords(db)
    say("Alle können sich wieder mit Kennwort anmelden.")
  } finally {
    await db.$client.end()
  }
}

async function removeFactors(url: string, args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { email: { type: "string" } } })
  if (!values.email) throw new StartFault("Bitte geben Sie --email an.")
  const db = connect(url, 2)
  try {
    const person = await findActorByAddress(db, values.email)
    if (!person) throw new StartFault("Unter dieser Adresse gibt es keine aktive Person.")
    const isForgotten = await forgetFactorsOf(db, person.id)
    say(isForgotten ? "Der zweite Faktor ist entfernt." : "Es war kein zweiter Faktor eingerichtet.")
  } finally {
    await db.$client.end()
  }
}

async function seed(url: string): Promise<void> {
  const assets = unbuiltAssets("/")
  const built = await buildApp({ config: readConfig(process.env), databaseUrl: url, assets, logger: null })
  try {
    const seeded = await seedExample(built.parts, say)
    if (!seeded)
      throw new StartFault(
        "Die Datenbank ist nicht leer. Beispielinhalte kommen nur in eine leere Datenbank.",
      )
  } finally {
    await built.stop()
  }
}

async function addAdmin(url: string, args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { name: { type: "string" }, email: { type: "string" } } })
  if (!values.name || !values.email) throw new StartFault("Bitte geben Sie --name und --email an.")
  const db = connect(url, 2)
  try {
    const { token } = await createAdmin(db, { displayName: values.name, email: values.email })
    const { publicUrl } = readConfig(process.env)
    say(`${values.name} ist angelegt. Kennwort setzen unter: ${publicUrl}/kennwort/${token}`)
  } finally {
    await db.$client.end()
  }
}

async function makeBadgeKey(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { file: { type: "string" } } })
  const file = values.file ?? process.env.BADGE_KEY_FILE?.trim()
  if (!file) throw new StartFault("Bitte geben Sie --file an, oder setzen Sie BADGE_KEY_FILE.")
  const { kid, former, completed } = await rotateBadgeKey(file)
  say(
    completed
      ? `${file}: Der Schlüssel für eingebettete Signaturen ist ergänzt, Schlüssel ${kid} bleibt. Zum Wechseln beider rufen Sie den Befehl noch einmal auf.`
      : `${file}: Schlüssel ${kid} ist angelegt, ${former} frühere bleiben gültig.`,
  )
}

async function withEngines(
  args: string[],
  work: (db: Db, engines: Engine[]) => Promise<void>,
): Promise<void> {
  const { values } = parseArgs({ args, options: { engine: { type: "string" } } })
  const config = readConfig(process.env)
  await withDatabase(async (url) => {
    const db = connect(url)
    try {
      await work(db, chooseEngines(openEngines(db, config), values.engine))
    } catch (error) {
      throwSentence(error)
    } finally {
      await db.$client.end()
    }
  })
}

async function rebuildIndexes(db: Db, engines: Engine[]): Promise<void> {
  const built = await reindex({ db, source: forumSource, engines, say }, stopSignal())
  if (!built) throw new StartFault("Der Index ist nicht fertig.")
}

async function renewRendered(db: Db, engines: Engine[], args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { pause: { type: "boolean" }, status: { type: "boolean" } } })
  if (!values.status) await transact(db, (tx) => pauseRendering(tx, values.pause === true))
  if (!values.status && !values.pause) await renderAll(db, engines)
  for (const { kind, done, total, kept, finishedAt, pausedAt } of await listRenderings(db)) {
    const state = finishedAt ? "fertig" : pausedAt ? "angehalten" : "noch nicht fertig"
    const former = kept > 0 ? `, ${kept} behalten ihre bisherige Darstellung` : ""
    say(`${kind.padEnd(14)}${done} von ${total}: ${state}${former}`)
  }
}

async function renderAll(db: Db, engines: Engine[]): Promise<void> {
  // What the index must take up is noted; the server does it.
  openChanges(db, forumSource, engines, (error) => console.error(error))
  await transact(db, (tx) => noteRendering(tx, renderedTexts))
  const stopping = stopSignal()
  const outcome = await renewTexts(
    db,
    renderedTexts,
    (kept) => say(`${kept} behält die bisherige Darstellung.`),
    () => !stopping.aborted,
  )
  if (outcome === "busy") throw new StartFault("Ein anderer Prozess ist gerade dabei.")
}

async function renewJournal(url: string): Promise<void> {
  const keys = openJournalKeys(readConfig(process.env))
  if (!keys) throw new StartFault("JOURNAL_KEY_FILE fehlt: Ohne Schlüsseldatei gibt es kein Lerntagebuch.")
  const stopping = stopSignal()
  const db = connect(url, 2)
  try {
    const rotation = await rotateJournal(db, keys, say, stopping)
    tellRotation(rotation, keys, say)
    if (Object.values(rotation.remaining).some((entries) => entries > 0))
      throw new StartFault("Nicht alle Einträge sind mit dem neuen Schlüssel verschlüsselt.")
  } finally {
    await db.$client.end()
  }
}

async function compareIndexes(db: Db, engines: Engine[]): Promise<void> {
  const equal = await verifyIndex({ db, source: forumSource, engines, say })
  if (!equal) throw new StartFault("Die Seiten unterscheiden sich. „reindex“ baut den Index neu auf.")
}
