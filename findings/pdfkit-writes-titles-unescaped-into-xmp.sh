#!/usr/bin/env bash
# pdfkit 0.20.2 (the current release on 2026-11-30) writes title, author and subject of a document twice: into the Info
# dictionary, escaped as PDF wants it, and from PDF 1.4 on into the XMP metadata, as they are. A title with "&", as in
# "Maß & Ziel", makes the metadata no XML, and readers that prefer XMP see no title at all. Seen: an XML parser refuses the
# packet of that document and takes the one of "Maß und Ziel". Expected by ISO 16684-1: XMP is well-formed XML whatever
# the title is. The document itself opens everywhere, so nobody notices until it is validated (veraPDF: ISO 14289-1, 7.1).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact pdfkit@0.20.2 saxes@6.0.0
cat > look.mjs <<'JS'
import PDFDocument from "pdfkit"
import { SaxesParser } from "saxes"
async function packetOf(title) {
  const doc = new PDFDocument({ pdfVersion: "1.7", info: { Title: title } })
  const parts = []
  doc.on("data", (part) => parts.push(part))
  const ended = new Promise((resolve) => doc.on("end", resolve))
  doc.text("Inhalt")
  doc.end()
  await ended
  const file = Buffer.concat(parts).toString("utf8")
  return file.slice(file.indexOf("<x:xmpmeta"), file.indexOf("</x:xmpmeta>") + "</x:xmpmeta>".length)
}
for (const title of ["Maß und Ziel", "Maß & Ziel"]) {
  const parser = new SaxesParser()
  let faults = 0
  parser.on("error", () => faults++)
  parser.write(await packetOf(title)).close()
  console.log(`${title}: ${faults === 0 ? "well-formed" : "not well-formed"}`)
}
JS
seen=$(node look.mjs)
expected=$'Maß und Ziel: well-formed\nMaß & Ziel: not well-formed'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "pdfkit behaves differently now" >&2; exit 1; }
echo "pdfkit 0.20.2 still writes titles unescaped into XMP"
