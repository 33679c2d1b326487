import { parseArgs } from "node:util"
import { renderMarkdown } from "../server/kernel/markdown.ts"
import { failureOf, randomFrom, sampleOf, smallest } from "../tests/support/office-text.ts"

const USAGE = `npm run bench:grammar -- [--minutes ZAHL] [--seed ZAHL]

Prüft mit zufälligen Texten aus dem Amtsalltag, dass nichts verschwindet, was jemand tippt: Was zu sehen ist, Nummern von
Listen eingeschlossen, muss sein, was getippt wurde, ohne die Zeichen, die die Hilfe nennt. Ohne Angaben: eine Minute mit
einem neuen Startwert. Ein Fehler wird so klein gemacht wie möglich und gezeigt.`

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "1" }, seed: { type: "string" }, help: { type: "boolean" } },
})
const say = (line: string) => console.log(line)
const render = (typed: string) => renderMarkdown(typed, "text")

if (values.help) say(USAGE)
else run(Number(values.seed ?? Date.now() % 1_000_000_000), Number(values.minutes) * 60_000)

function run(seed: number, milliseconds: number): void {
  const random = randomFrom(seed)
  const end = performance.now() + milliseconds
  let count = 0
  let nextWord = performance.now() + 60_000
  for (; performance.now() < end; count++) {
    const pieces = sampleOf(random)
    if (failureOf(pieces, render)) {
      say(`Startwert ${seed}, Text ${count + 1}:\n${JSON.stringify(smallest(pieces, render), null, 2)}`)
      process.exitCode = 1
      return
    }
    if (performance.now() > nextWord) {
      say(`${count + 1} Texte …`)
      nextWord += 60_000
    }
  }
  say(`Startwert ${seed}: ${count} Texte, kein Fehler.`)
}
