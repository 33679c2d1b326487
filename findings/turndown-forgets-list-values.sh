#!/usr/bin/env bash
# turndown 7.2.5 (the current release on 2026-11-29) makes Markdown of HTML. An ordered list whose items carry their own
# numbers, <li value="15">, as word processors and law texts have them, loses those numbers: turndown counts on from
# <ol start> and never looks at `value`. Seen: items 15, 17 and 31 become "1.", "2." and "3.". For dates and paragraphs
# in lists that is another text. Expected by the HTML standard: the ordinal value of a list item is its `value`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact turndown@7.2.5
cat > look.mjs <<'JS'
import Turndown from "turndown"
const html = '<ol><li value="15">Antrag</li><li value="17">Bescheid</li><li value="31">Frist</li></ol>'
console.log(new Turndown().turndown(html).replace(/ +/g, " "))
JS
seen=$(node look.mjs)
expected=$'1. Antrag\n2. Bescheid\n3. Frist'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "turndown behaves differently now" >&2; exit 1; }
echo "turndown 7.2.5 still drops the numbers of list items"
