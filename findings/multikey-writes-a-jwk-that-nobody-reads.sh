#!/usr/bin/env bash
# @digitalbazaar/ed25519-multikey 1.3.1 (the current release on 2026-11-30) writes and reads Ed25519 keys as JWK. What it
# writes for a secret key it cannot read again: `d` holds 64 bytes (seed and public key), where RFC 8037, section 2, has
# the 32 bytes of the seed alone. Seen: its own fromJwk() and WebCrypto both refuse the key. Expected: a JWK that every
# reader takes. Whoever keeps keys as JWK must make them with another library.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @digitalbazaar/ed25519-multikey@1.3.1
cat > look.mjs <<'JS'
import { fromJwk, generate, toJwk } from "@digitalbazaar/ed25519-multikey"
const jwk = await toJwk({ keyPair: await generate(), secretKey: true })
console.log(`bytes of d: ${Buffer.from(jwk.d, "base64url").length}`)
const tried = async (name, work) => console.log(`${name}: ${await work().then(() => "taken", () => "refused")}`)
await tried("its own fromJwk", () => fromJwk({ jwk, secretKey: true }))
const { kty, crv, x, d } = jwk
const read = (key) => crypto.subtle.importKey("jwk", key, "Ed25519", true, ["sign"])
await tried("WebCrypto", () => read({ kty, crv, x, d }))
const seed = Buffer.from(d, "base64url").subarray(0, 32).toString("base64url")
await tried("WebCrypto, first 32 bytes", () => read({ kty, crv, x, d: seed }))
JS
seen=$(node look.mjs)
expected="bytes of d: 64
its own fromJwk: refused
WebCrypto: refused
WebCrypto, first 32 bytes: taken"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "ed25519-multikey behaves differently now" >&2; exit 1; }
echo "@digitalbazaar/ed25519-multikey 1.3.1 still writes a JWK that nobody reads"
