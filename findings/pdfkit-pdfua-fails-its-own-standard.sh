#!/usr/bin/env bash
# pdfkit 0.20.2 (the current release on 2026-11-30) has an option subset: "PDF/UA", which is documented to make a document
# conform to PDF/UA-1. Internally it notes the part of the standard as subset = 1, the same number that it notes for PDF/A-1,
# and so writes a CIDSet for each font, as PDF/A-1 wants one. That CIDSet names the characters of the text only, not the
# parts of which the font composes some of them ("ä" of "a" and two dots), and ISO 14289-1, 7.21.4.2, demands all glyphs
# of the embedded font or no CIDSet. Seen with veraPDF 1.28.2: a document with "Maß" conforms, one with "Änderung" does
# not, both written by the same lines. Expected: the option that names a standard leads to it. Without the option, and
# with the identifier added by hand, both conform.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact pdfkit@0.20.2 dejavu-fonts-ttf@2.37.3
mvn -q dependency:copy -Dartifact=org.verapdf.apps:greenfield-apps:1.28.2 -DoutputDirectory="$folder" >/dev/null
cat > write.mjs <<'JS'
import { createWriteStream } from "node:fs"
import PDFDocument from "pdfkit"
const ua = `<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>`
const write = (name, text, subset) => {
  const options = { pdfVersion: "1.7", tagged: true, lang: "de-DE", displayTitle: true, info: { Title: "Bescheid" } }
  const doc = new PDFDocument({ ...options, ...(subset && { subset }) })
  doc.pipe(createWriteStream(name))
  doc.font("node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf")
  doc.addStructure(doc.struct("Document", [doc.struct("P", {}, () => doc.text(text))]))
  if (!subset) doc.appendXML(ua)
  doc.end()
}
write("plain.pdf", "Maß", "PDF/UA")
write("composed.pdf", "Änderung", "PDF/UA")
write("by-hand.pdf", "Änderung")
JS
node write.mjs
validate() {
  java -cp greenfield-apps-1.28.2.jar org.verapdf.apps.GreenfieldCliWrapper -f ua1 --format text -v "$1" 2>/dev/null |
    sed "s# .*/# #" || true
}
seen="$(validate plain.pdf)
$(validate composed.pdf)
$(validate by-hand.pdf)"
echo "$seen"
expected="PASS plain.pdf ua1
FAIL composed.pdf ua1
  FAIL 7.21.4.2-2
PASS by-hand.pdf ua1"
[ "$seen" = "$expected" ] || { echo "pdfkit or veraPDF behaves differently now" >&2; exit 1; }
echo "pdfkit 0.20.2 with subset \"PDF/UA\" still writes what PDF/UA-1 refuses"
