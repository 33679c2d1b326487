#!/usr/bin/env bash
# @digitalcredentials/security-document-loader 8.0.0 (the current release on 2026-11-30) fetches documents for verifiers of
# credentials, among them the core verifier of the Digital Credentials Consortium. It decodes HTML entities in every JSON
# that it fetches, before it reads it. Seen: a text with "&amp;" arrives as "&", and one with "&quot;" is no JSON any more.
# Expected: JSON is read as it was sent (RFC 8259); a signed document whose text is changed on the way no longer has the
# text that was signed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @digitalcredentials/security-document-loader@8.0.0
cat > look.mjs <<'JS'
import { securityLoader } from "@digitalcredentials/security-document-loader"
const served = {
  "https://example.org/plain.json": '{"name":"Miete und Strom"}',
  "https://example.org/amp.json": '{"name":"Miete &amp; Strom"}',
  "https://example.org/quot.json": '{"name":"er sagte &quot;ja&quot;"}',
}
globalThis.fetch = async (request) => {
  const url = String(request.url ?? request)
  return new Response(served[url], { headers: { "content-type": "application/json" } })
}
const load = securityLoader({ fetchRemoteContexts: true }).build()
for (const url of Object.keys(served)) {
  const read = await load(url).then(({ document }) => JSON.stringify(document), (error) => error.name)
  console.log(`${served[url]} -> ${read}`)
}
JS
seen=$(node look.mjs 2>/dev/null)
expected='{"name":"Miete und Strom"} -> {"name":"Miete und Strom"}
{"name":"Miete &amp; Strom"} -> {"name":"Miete & Strom"}
{"name":"er sagte &quot;ja&quot;"} -> SyntaxError'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "security-document-loader behaves differently now" >&2; exit 1; }
echo "@digitalcredentials/security-document-loader 8.0.0 still decodes HTML in JSON"
