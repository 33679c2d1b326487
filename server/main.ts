import { setTimeout as pause } from "node:timers/promises"
import type { Logger } from "pino"
import { buildAssets } from "../web/build.ts"
import { prepareSetup } from "./accounts/index.ts"
import { type Built, buildApp } from "./app.ts"
import { openSource, type Source, StartFault } from "./database-source.ts"
import { findBucketFault } from "./kernel/bucket-check.ts"
import { findScannerFault } from "./kernel/clamd.ts"
import { listChangedCollations } from "./kernel/collations.ts"
import { type Config, ConfigFault, readConfig } from "./kernel/config.ts"
import { MAX_FILE_BYTES } from "./kernel/files.ts"
import { logFormatOf, makeLogger, speaker } from "./kernel/logging.ts"
import { findMailFault, mailHost } from "./kernel/mail-host.ts"
import { serveMetrics } from "./kernel/operation.ts"
import { peopleNotes, seedExample } from "./seed/index.ts"
import { ClusterFault } from "./trial-postgres/index.ts"

const { say, warn, fail, crash } = speaker(logFormatOf(process.env), process.stdout, process.stderr)

/** Started by `start.mjs`, and not from the sources. */
const isBundled = process.argv[1]?.endsWith("start.mjs") === true

try {
  await run(readConfig(process.env))
} catch (error) {
  explain(error)
  process.exit(1)
}

type Running = { source: Source | null; built: Built | null }

async function run(config: Config): Promise<void> {
  const running: Running = { source: null, built: null }
  stopOnSignals(running, config.stopDelay)
  const assets = await buildAssets({ progress: say, apart: isBundled })
  const source = await openSource(config, say)
  running.source = source
  stopWhenLost(running, source)
  running.built = await start(config, source, assets).catch(async (error) => {
    await source.cluster?.stop()
    throw error
  })
}

async function start(config: Config, source: Source, assets: Awaited<ReturnType<typeof buildAssets>>) {
  const logger = makeLogger(config.logLevel)
  const built = await buildApp({
    config,
    databaseUrl: source.url,
    directUrl: source.direct,
    assets,
    logger,
    ...(config.trial && { peopleNotes }),
  })
  try {
    await warnOfCollations(built)
    void warnOfMailServer(config, logger)
    void warnOfBucket(config)
    void warnOfScanner(config)
    if (config.trial) await seedExample(built.parts, say)
    const code = config.trial ? null : await prepareSetup(built.parts.db)
    await built.start()
    await built.app.listen({ host: config.host, port: config.port })
    if (config.metricsPort !== null) await serveMetrics(built.metrics, config.host, config.metricsPort)
    welcome(config, code)
    return built
  } catch (error) {
    await built.stop()
    throw error
  }
}

/** The server starts nevertheless: most of it works, and only the operator can build the indexes anew. */
async function warnOfCollations({ parts }: Built): Promise<void> {
  for (const { name, recorded, actual } of await listChangedCollations(parts.db))
    warn(
      `Achtung: PostgreSQL sortiert nach einer anderen Fassung als beim Anlegen der Indizes (${name ?? "Datenbank"}: ${recorded}, jetzt ${actual}). Namen können fehlen oder doppelt vorkommen. Was zu tun ist, sagen die Seite „Betrieb“ und docs/operation.md.`,
    )
}

/** Nobody waits for it, and the start goes on: mails are tried again for hours, and a name may come back. */
async function warnOfMailServer(config: Config, logger: Pick<Logger, "warn">): Promise<void> {
  const fault = await findMailFault(config)
  if (fault)
    logger.warn(
      { fault, host: mailHost(config.smtpUrl ?? "") },
      "the mail server of SMTP_URL cannot be found: e-mails wait",
    )
}

/** Nobody waits for it: everything but files works without the bucket, and it may come back. */
async function warnOfBucket({ bucket }: Config): Promise<void> {
  const fault = bucket && (await findBucketFault(bucket))
  if (fault) warn(`Achtung: ${fault}`)
}

/** Nobody waits for it: files are held until the scanner answers. */
async function warnOfScanner({ scanner }: Config): Promise<void> {
  const fault = scanner && (await findScannerFault(scanner.url, MAX_FILE_BYTES))
  if (fault) warn(`Achtung: ${SCANNER_FAULTS[fault]}`)
}

const SCANNER_FAULTS = {
  away: "Unter CLAMD_URL antwortet kein Virenscanner. Anhänge lassen sich nicht öffnen, bis er antwortet.",
  limit:
    "Der Virenscanner nimmt keine Dateien von 10 MB: Bitte setzen Sie in clamd.conf StreamMaxLength auf mindestens 11M. Größere Anhänge lassen sich so lange nicht öffnen.",
  failed:
    "Der Virenscanner aus CLAMD_URL kommt mit einer Probe von 10 MB zu keinem Ergebnis. Meist ist StreamMaxLength in clamd.conf zu klein (mindestens 11M); was er sonst hat, steht in seinem Protokoll.",
}

function welcome(config: Config, code: string | null): void {
  say("")
  say(`Fachforum läuft: ${config.publicUrl}`)
  if (config.trial) {
    say(
      "Öffnen Sie diese Adresse im Browser und wählen Sie unter „Ansehen als …“ eine Person aus der Geschichte.",
    )
    say(`E-Mails liegen lesbar in ${config.dataDir}/mail. Beenden: Strg+C.`)
    if (!["127.0.0.1", "localhost", "::1"].includes(config.host))
      warn(
        "Achtung: Der Probebetrieb ist ohne Kennwort und im Netz erreichbar. Nur mit Beispieldaten verwenden.",
      )
  }
  if (code) {
    say(
      `Die Datenbank ist leer. Öffnen Sie ${config.publicUrl}/einrichtung und geben Sie diesen Code ein: ${code}`,
    )
    say("Er gilt einmal und nur, bis der Server neu startet.")
  }
}

let stopping = false
const hurry = new AbortController()

/** @param delay how long it still takes new requests: until a load balancer has seen that it is not ready any more */
async function stop(running: Running, code: number, delay = 0): Promise<void> {
  if (stopping) return
  stopping = true
  running.built?.retire()
  if (running.built && delay > 0)
    await pause(delay, undefined, { signal: hurry.signal }).catch(() => undefined)
  say("Fachforum wird beendet: Laufende Anfragen werden noch beantwortet …")
  await settledWithin(LONGEST_STOP_MS, running.built?.stop())
  await running.source?.cluster?.stop().catch(explain)
  process.exit(code)
}

/**
 * Longer than a stop takes while PostgreSQL answers. Once it is gone, a wait for one of its connections may never end;
 * the timer also keeps Node from ending, with code 0, because nothing but such a wait is left.
 */
const LONGEST_STOP_MS = 30_000

async function settledWithin(milliseconds: number, work: Promise<void> | undefined): Promise<void> {
  const deadline = Promise.withResolvers<void>()
  const timer = setTimeout(deadline.resolve, milliseconds)
  await Promise.race([work?.catch(explain), deadline.promise])
  clearTimeout(timer)
}

function stopOnSignals(running: Running, delay: number): void {
  process.on("SIGINT", () => {
    // Whoever sits in front of it does not want to wait.
    hurry.abort()
    void stop(running, 0)
  })
  process.on("SIGTERM", () => void stop(running, 0, delay))
  // npm's shell dies of a SIGTERM without passing it on; then nobody is left who could stop us.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event)
    setInterval(() => process.ppid !== parent && void stop(running, 0, delay), 500).unref()
}

function stopWhenLost(running: Running, { cluster }: Source): void {
  void cluster?.lost.then(() => {
    if (stopping) return
    fail(
      "PostgreSQL ist unerwartet beendet worden. Bitte starten Sie Fachforum neu: Bestätigte Eingaben sind gesichert.",
    )
    void stop(running, 1)
  })
}

/** What was foreseen is a sentence; anything else is a bug and shows where. */
function explain(error: unknown): void {
  if (error instanceof ConfigFault) for (const fault of error.faults) fail(fault)
  else if (error instanceof ClusterFault || error instanceof StartFault) fail(error.message)
  else if (isPortTaken(error))
    fail(
      `Der Port ${error.port} ist belegt. Wählen Sie mit PORT (oder METRICS_PORT) einen anderen, zum Beispiel: PORT=3001 npm start`,
    )
  else crash(error)
}

function isPortTaken(error: unknown): error is { port: number } {
  return typeof error === "object" && error !== null && "code" in error && error.code === "EADDRINUSE"
}
