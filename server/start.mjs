// The entry of `npm start` and `npm run cli`. Plain JavaScript, so that also an older Node can read it and say
// what is missing. The TypeScript runs in this very process: no child, signals arrive directly.
import { fileURLToPath } from "node:url"

const major = Number(process.versions.node.split(".")[0])

if (major < 24) {
  stop(
    `Fachforum braucht Node 24 oder neuer (hier läuft ${process.versions.node}): ` +
      "Bitte führen Sie „npm ci“ aus und starten Sie mit „npm start“, oder installieren Sie Node 24.",
  )
} else {
  await registerTypeScript()
  if (process.argv[2] === "cli") {
    process.argv.splice(2, 1)
    await import("./cli.ts")
  } else {
    await import("./main.ts")
  }
}

async function registerTypeScript() {
  const { register } = await import("tsx/esm/api").catch((error) => {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error
    stop("Die Programmteile fehlen noch: Bitte führen Sie zuerst „npm ci“ aus.")
  })
  // Named, because tsx otherwise looks in the current directory, which may be any.
  register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) })
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
