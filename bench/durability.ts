import { randomInt } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { countMails, countUnfound, findLosses, type Losses } from "./durability/checking.ts"
import {
  kill,
  type Program,
  startProgram,
  stop,
  VICTIMS,
  type Victim,
  verifyIndex,
} from "./durability/program.ts"
import { openWriter, signIn, type Written, writeUntilGone } from "./durability/writing.ts"

const USAGE = `npm run bench:durability -- [--loops 10] [--victim both|server|postgres] [--writers 4] [--least 20] [--most 60]
                            [--patience 420]

Startet den Probebetrieb auf eigenen Daten und beendet in jedem Durchgang mitten im Schreiben abwechselnd den Server und
PostgreSQL mit kill -9. Geschrieben werden Fragen, Anhänge und Antworten mit Anhang; jede Antwort ist auch eine E-Mail.
Danach startet er neu und zählt, was bestätigt war und fehlt, und was nur halb da ist: Antworten ohne ihren Anhang, andere
oder fehlende Dateien. Am Schluss: E-Mails (ein Auftrag, der mitten im Versand abbrach, kommt nach fünf Minuten wieder;
so viele Sekunden wartet --patience), die Suche nach jedem bestätigten Wort und der Vergleich des Suchindex.
--least und --most: nach wie vielen bestätigten Fragen beendet wird, jedes Mal zufällig.
Endet mit 1, wenn etwas fehlt. Die letzte Zeile sind die Zahlen als JSON.`

const { values } = parseArgs({
  options: {
    loops: { type: "string", default: "10" },
    victim: { type: "string", default: "both" },
    writers: { type: "string", default: "4" },
    least: { type: "string", default: "20" },
    most: { type: "string", default: "60" },
    patience: { type: "string", default: "420" },
    help: { type: "boolean", default: false },
  },
})
const say = (line: string) => console.log(line)
/** Of the example content; reads every question. */
const READER = "Sabine Müller"

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "fachforum-durability-"))
  const port = await freePort()
  const running = { program: startProgram(dataDir, port) }
  try {
    await running.program.ready
    const { all, lost } = await repeat(running, dataDir, port)
    const ends = await checkEnd(running, dataDir, port, all)
    const answers = all.filter(({ answer }) => answer).length
    const faults = Object.values(lost).reduce((sum, one) => sum + one, 0) + ends.mailsLost + ends.unfound
    const acknowledged = { questions: all.length, answers }
    say(JSON.stringify({ loops: Number(values.loops), acknowledged, lost, ...ends }))
    process.exitCode = faults > 0 || !ends.indexRight ? 1 : 0
  } finally {
    await stop(running.program)
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function repeat(running: { program: Program }, dataDir: string, port: number) {
  const all: Written[] = []
  const lost: Losses = { questions: 0, answers: 0, files: 0, half: 0 }
  for (let loop = 0; loop < Number(values.loops); loop += 1) {
    const victim = victimOf(loop)
    const written = await writeAndKill(running.program, victim, dataDir, port)
    const began = performance.now()
    running.program = startProgram(dataDir, port)
    await running.program.ready
    const seconds = (performance.now() - began) / 1000
    // What was there before this loop has to be there still.
    all.push(...written)
    const found = await findLosses(
      await signIn(port, READER),
      loop === Number(values.loops) - 1 ? all : written,
    )
    for (const key of ["questions", "answers", "files", "half"] as const) lost[key] += found[key]
    say(
      `${loop + 1}. ${victim}: ${written.length} bestätigte Fragen, ${written.filter(({ answer }) => answer).length} Antworten; wieder da nach ${seconds.toFixed(1)} s; fehlt ${JSON.stringify(found)}`,
    )
  }
  return { all, lost }
}

function victimOf(loop: number): Victim {
  const chosen = VICTIMS.find((one) => one === values.victim)
  return chosen ?? (loop % 2 === 0 ? "server" : "postgres")
}

/** Kills after a random number of acknowledged questions, while all writers are under way. */
async function writeAndKill(program: Program, victim: Victim, dataDir: string, port: number) {
  const written: Written[] = []
  const enough = randomInt(Number(values.least), Number(values.most) + 1)
  const reached = Promise.withResolvers<void>()
  const writers = await Promise.all(Array.from({ length: Number(values.writers) }, () => openWriter(port)))
  const writing = writers.map((writer) =>
    writeUntilGone(writer, (one) => {
      written.push(one)
      if (written.length >= enough) reached.resolve()
    }),
  )
  const ended = Promise.all(writing).then(() => reached.reject(new Error("nobody writes any more")))
  await reached.promise
  await kill(program, victim, dataDir)
  await ended
  return written
}

/** What follows a write by itself: mails and the search index. */
async function checkEnd(running: { program: Program }, dataDir: string, port: number, all: Written[]) {
  const until = Date.now() + Number(values.patience) * 1000
  const client = await signIn(port, READER)
  let mails = await countMails(dataDir, all)
  let unfound = await countUnfound(client, all)
  while ((mails.lost > 0 || unfound > 0) && Date.now() < until) {
    say(`Warten auf ${mails.lost} E-Mails und den Suchindex (${unfound}) …`)
    await new Promise((resolve) => setTimeout(resolve, 10_000))
    mails = await countMails(dataDir, all)
    unfound = unfound > 0 ? await countUnfound(client, all) : 0
  }
  await stop(running.program)
  const indexRight = await verifyIndex(dataDir, port)
  return { mailsLost: mails.lost, mailsDoubled: mails.doubled, unfound, indexRight }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== "object" || !address) throw new Error("no port is free")
  return address.port
}

if (values.help) say(USAGE)
else await main()
