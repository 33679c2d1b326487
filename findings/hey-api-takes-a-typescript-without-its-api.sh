#!/usr/bin/env bash
# @hey-api/openapi-ts 0.99.0 (the current release on 2026-11-30) makes a TypeScript client of an OpenAPI description. As a
# peer it asks for typescript ">=5.5.3 || >=6.0.0 || 6.0.1-rc", so TypeScript 7.0.2 is installed beside it without a word.
# TypeScript 7 no longer exports the compiler's API that the generator is written with. Seen: the generator ends with a
# TypeError before it has read the description; beside TypeScript 5.9.3 the same call writes the client. Expected: a peer
# range that ends before 7, so that the installation says it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > api.json <<'JSON'
{ "openapi": "3.1.0", "info": { "title": "Amt", "version": "1" }, "paths": { "/antraege": { "get": {
  "operationId": "listAntraege", "responses": { "200": { "description": "Liste", "content": { "application/json": {
    "schema": { "type": "array", "items": { "type": "string" } } } } } } } } } }
JSON
seen=""
for typescript in 5.9.3 7.0.2; do
  mkdir "$typescript"
  cp api.json "$typescript"
  cd "$typescript"
  npm init -y >/dev/null
  npm install --silent --no-audit --no-fund --save-exact @hey-api/openapi-ts@0.99.0 "typescript@$typescript"
  npx openapi-ts -i api.json -o client >log 2>&1 || true
  fault=$(grep -o "^[A-Za-z]*Error" log | head -n 1 || true)
  written=$([ -f client/types.gen.ts ] && echo "client written" || echo "no client")
  seen+="typescript $typescript: $written${fault:+, $fault}"$'\n'
  cd ..
done
expected="typescript 5.9.3: client written
typescript 7.0.2: no client, TypeError"
echo -n "$seen"
[ "${seen%$'\n'}" = "$expected" ] || { echo "openapi-ts behaves differently now" >&2; exit 1; }
echo "@hey-api/openapi-ts 0.99.0 still takes a TypeScript that it cannot work with"
