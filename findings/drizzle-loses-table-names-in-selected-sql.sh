#!/usr/bin/env bash
# drizzle-orm 0.45.4 (the current release on 2026-11-30). In a select from one table, columns within a sql`…` field are
# written without their table, in a where they are written with it. A correlated subquery as a selected field therefore
# compares a column with itself as soon as the inner table has a column of the same name: it is valid SQL, counts all rows
# of the inner table, and says nothing. The same expression in a where, or beside any join, is right.
# Seen: field "where "parent_id" = "id"", where "where "children"."parent_id" = "parents"."id"". Expected: both alike.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact drizzle-orm@0.45.4 pg@8.23.1
cat > look.mjs <<'JS'
import { sql } from "drizzle-orm"
import { drizzle } from "drizzle-orm/node-postgres"
import { integer, pgTable } from "drizzle-orm/pg-core"

const parents = pgTable("parents", { id: integer("id") })
const children = pgTable("children", { id: integer("id"), parentId: integer("parent_id") })
const db = drizzle.mock()
const count = sql`(select count(*) from ${children} where ${children.parentId} = ${parents.id})`
const told = (query) => /where ("[^)]*)/.exec(query.toSQL().sql)[1]
console.log(`field: ${told(db.select({ count }).from(parents))}`)
console.log(`where: ${told(db.select().from(parents).where(sql`${count} > 1`))}`)
console.log(`field beside a join: ${told(db.select({ count }).from(parents).leftJoin(children, sql`true`))}`)
JS
seen=$(node look.mjs)
expected='field: "parent_id" = "id"
where: "children"."parent_id" = "parents"."id"
field beside a join: "children"."parent_id" = "parents"."id"'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "drizzle-orm behaves differently now" >&2; exit 1; }
echo "drizzle-orm 0.45.4 still leaves out the tables of a selected expression"
