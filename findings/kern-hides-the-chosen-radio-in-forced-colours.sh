#!/usr/bin/env bash
# @kern-ux/native 2.7.2 (the current release on 2026-11-30) is the style sheet of KERN, the design system of the German
# administration. It draws the chosen state of a radio button by means that forced colours (Windows' contrast themes) take
# away. Seen in Chromium with forced colours: a chosen and an unchosen radio button are the same picture, pixel by pixel;
# without them they differ. Expected: a state that can be told in either (WCAG 1.4.1, EN 301 549, 11.7). Needs a Chromium in
# the PATH (Debian: apt-get install chromium).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @kern-ux/native@2.7.2 playwright-core@1.62.0
cat > look.mjs <<'JS'
import { readFileSync } from "node:fs"
import { chromium } from "playwright-core"
const css = readFileSync("node_modules/@kern-ux/native/dist/kern.min.css", "utf8")
const radio = (name, state) =>
  `<div class="kern-form-check"><input type="radio" name="${name}" id="${name}" class="kern-form-check__radio" ${state}></div>`
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--headless=new", "--no-sandbox", "--disable-gpu"],
})
for (const forcedColors of ["none", "active"]) {
  const page = await browser.newPage({ forcedColors })
  await page.setContent(`<!doctype html><html lang="de"><style>${css}</style><body>
    ${radio("a", "checked")}${radio("b", "")}`)
  const shot = async (id) => (await page.locator(`#${id}`).screenshot({ animations: "disabled" })).toString("base64")
  console.log(`forced colours ${forcedColors}: KERN ${(await shot("a")) === (await shot("b")) ? "the same" : "different"}`)
}
await browser.close()
JS
CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
export CHROMIUM
seen=$(node look.mjs)
expected="forced colours none: KERN different
forced colours active: KERN the same"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "KERN behaves differently now" >&2; exit 1; }
echo "@kern-ux/native 2.7.2 still hides which radio button is chosen under forced colours"
