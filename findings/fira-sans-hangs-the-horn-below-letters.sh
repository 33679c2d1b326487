#!/usr/bin/env bash
# DIN 91379 demands sequences such as "K̛" (K and U+031B, combining horn) of every German authority. Fira Sans 4.106, as
# @kern-ux/native 2.7.2 ships it for administrations, has both glyphs, so every check for missing letters passes. Its
# anchors for K, k, S, s and T are those of marks below: laid out (fontkit 2.0.4), the horn of "K" hangs at the foot of the
# letter, left of it, instead of at its upper right, where it stands for "o". Seen on 2026-11-29: of "K" the top of
# the horn lies at 84 of 1000 units, of the 689 that the letter is high; of "o" at 611 of 539.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact --ignore-scripts @kern-ux/native@2.7.2 fontkit@2.0.4
cat > look.mjs <<'JS'
import { openSync } from "fontkit"
const font = openSync("node_modules/@kern-ux/native/dist/fonts/fira-sans/FiraSans-Regular.woff2")
const topOfHorn = (text) => {
  const { glyphs, positions } = font.layout(text)
  const horn = glyphs.length - 1
  return Math.round(glyphs[horn].bbox.maxY + positions[horn].yOffset)
}
const heightOf = (letter) => Math.round(font.layout(letter).glyphs[0].bbox.maxY)
console.log(font.version)
for (const letter of ["K", "s", "o"])
  console.log(`${letter}: letter ${heightOf(letter)}, top of the horn ${topOfHorn(`${letter}\u031b`)}`)
JS
seen=$(node look.mjs)
expected=$'Version 4.106\nK: letter 689, top of the horn 84\ns: letter 539, top of the horn 84\no: letter 539, top of the horn 611'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "the font or its layout behaves differently now" >&2; exit 1; }
echo "the horn still hangs at the foot of K and s"
