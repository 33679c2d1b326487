import { BackupFault } from "./backup/index.ts"
import { backupCommands } from "./backup-commands.ts"
import type { Command } from "./commands.ts"
import { StartFault } from "./database-source.ts"
import { ConfigFault } from "./kernel/config.ts"
import { Refusal } from "./kernel/errors.ts"
import { ClusterFault } from "./trial-postgres/index.ts"

/** One entry for an operator; every command says with `--help` what it does. */
const PROGRAM = "npm run cli --"
/** What is thrown as a sentence for the operator. */
const SENTENCES = [ConfigFault, ClusterFault, StartFault, BackupFault]
const say = (line: string) => console.log(line)

const [name, ...args] = process.argv.slice(2)
process.exitCode = await main(await commandsFor(name), name, args)

/** Backups keep to a limit of memory: for them, little of the program is loaded. */
async function commandsFor(name = ""): Promise<Record<string, Command>> {
  if (Object.hasOwn(backupCommands, name)) return backupCommands
  const { commands } = await import("./commands.ts")
  return { ...commands, ...backupCommands }
}

async function main(
  commands: Record<string, Command>,
  name: string | undefined,
  args: string[],
): Promise<number> {
  const command = name === undefined ? undefined : commands[name]
  if (!command) {
    const wanted = name === undefined || name === "--help" || name === "help"
    if (!wanted) console.error(`Den Befehl „${name}“ gibt es nicht.\n`)
    say(overview(commands))
    return wanted ? 0 : 2
  }
  if (args.includes("--help")) {
    say(`${command.summary}\n\n${command.usage}`)
    return 0
  }
  return carryOut(command, args)
}

async function carryOut(command: Command, args: string[]): Promise<number> {
  try {
    await command.run(args)
    return 0
  } catch (error) {
    if (error instanceof Error && SENTENCES.some((fault) => error instanceof fault))
      console.error(error.message)
    else if (error instanceof Refusal)
      console.error(`Nicht möglich: ${error.code}${error.field ? ` (${error.field})` : ""}`)
    else console.error(error)
    return 1
  }
}

function overview(commands: Record<string, Command>): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(17)}${summary}`)
  return [
    `Verwendung: ${PROGRAM} BEFEHL [Angaben]`,
    "",
    ...lines,
    "",
    `Hilfe zu einem Befehl: ${PROGRAM} BEFEHL --help`,
  ].join("\n")
}
