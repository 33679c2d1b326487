import { openStandIn } from "./stand-in.ts"

// The stand-in as a process of its own, which can be stopped, continued and killed like a real server.
const standIn = await openStandIn(Number(process.argv[2] ?? 0))
process.stdout.write(`${standIn.url}\n`)
