#!/usr/bin/env bash
# drizzle-orm 0.45.4 (the current release on 2026-11-30), node-postgres driver. db.execute(…) looks like a promise and is
# none: nothing is sent before somebody awaits it. Whoever runs it within an AsyncLocalStorage and hands it on, as
# storage.run(value, () => db.execute(…)) does, sends it where it is awaited: outside of the context. A tenant, a
# deadline or a trace that a pool reads there is missing. db.transaction(…) right beside it begins at once and keeps it.
# Seen: execute sees "nothing", execute awaited inside sees "the context", transaction sees "the context". Expected: all
# three alike, as client.query(…) of the driver below does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact drizzle-orm@0.45.4 pg@8.23.1
cat > look.mjs <<'JS'
import { AsyncLocalStorage } from "node:async_hooks"
import { drizzle } from "drizzle-orm/node-postgres"

const storage = new AsyncLocalStorage()
let seen
// Stands for a connection: it notes in which context a statement comes.
const client = {
  query: async () => {
    seen ??= storage.getStore() ?? "nothing"
    return { rows: [], rowCount: 0 }
  },
}
const db = drizzle(client)
const look = async (name, work) => {
  seen = undefined
  await work()
  console.log(`${name}: ${seen}`)
}
await look("execute", () => storage.run("the context", () => db.execute("select 1")))
await look("execute awaited inside", () => storage.run("the context", async () => await db.execute("select 1")))
await look("transaction", () => storage.run("the context", () => db.transaction(async () => undefined)))
await look("the driver itself", () => storage.run("the context", () => client.query("select 1")))
JS
seen=$(node look.mjs)
expected="execute: nothing
execute awaited inside: the context
transaction: the context
the driver itself: the context"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "drizzle-orm behaves differently now" >&2; exit 1; }
echo "drizzle-orm 0.45.4 still sends what was executed in a context outside of it"
