import { pino } from "pino"
import { buildAssets } from "../web/build.ts"
import { prepareSetup } from "./accounts/index.ts"
import { type Built, buildApp } from "./app.ts"
import { openSource, type Source, StartFault } from "./database-source.ts"
import { type Config, ConfigFault, readConfig } from "./kernel/config.ts"
import { serveMetrics } from "./kernel/operation.ts"
import { ClusterFault } from "./kernel/postgres/index.ts"
import { seedExample } from "./seed/index.ts"

const say = (line: string) => console.log(line)

try {
  await run(readConfig(process.env))
} catch (error) {
  explain(error)
  process.exit(1)
}

async function run(config: Config): Promise<void> {
  const assets = await buildAssets({ progress: say })
  const source = await openSource(config, say)
  const built = await start(config, source, assets).catch(async (error) => {
    await source.cluster?.stop()
    throw error
  })
  stopOnSignals(built, source)
}

async function start(config: Config, source: Source, assets: Awaited<ReturnType<typeof buildAssets>>) {
  const built = await buildApp({ config, databaseUrl: source.url, assets, logger: makeLogger(config) })
  try {
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

/** Structured, on standard output, without what would tell who did what: no address, no person, no query. */
function makeLogger(config: Config) {
  return pino({
    level: config.logLevel,
    base: null,
    serializers: {
      req: ({ method, routeOptions }) => ({ method, route: routeOptions?.url }),
      err: pino.stdSerializers.err,
    },
  })
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
      say(
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

function stopOnSignals(built: Built, source: Source): void {
  let stopping = false
  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    say("Fachforum wird beendet: Laufende Anfragen werden noch beantwortet …")
    await built.stop().catch(explain)
    await source.cluster?.stop().catch(explain)
    process.exit(code)
  }
  process.on("SIGINT", () => void stop(0))
  process.on("SIGTERM", () => void stop(0))
  void source.cluster?.lost.then(() => {
    if (stopping) return
    console.error(
      "PostgreSQL ist unerwartet beendet worden. Bitte starten Sie Fachforum neu: Bestätigte Eingaben sind gesichert.",
    )
    void stop(1)
  })
}

/** What was foreseen is a sentence; anything else is a bug and shows where. */
function explain(error: unknown): void {
  if (error instanceof ConfigFault) for (const fault of error.faults) console.error(fault)
  else if (error instanceof ClusterFault || error instanceof StartFault) console.error(error.message)
  else if (isPortTaken(error))
    console.error(
      `Der Port ${error.port} ist belegt. Wählen Sie mit PORT einen anderen, zum Beispiel: PORT=3001 npm start`,
    )
  else console.error(error)
}

function isPortTaken(error: unknown): error is { port: number } {
  return typeof error === "object" && error !== null && "code" in error && error.code === "EADDRINUSE"
}
