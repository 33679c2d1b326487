#!/usr/bin/env bash
# stopwords-iso 1.1.0 is the list of stop words that search libraries take for German. It holds everyday nouns: a search
# that leaves its words out can find neither "Mittel" nor "Tag", "Jahr", "Recht", "Sache", "Teil", "Zeit" or "Beispiel",
# not even in a title. It has an entry with a comma in it, "ei,", as well. Seen on 2026-11-29.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact stopwords-iso@1.1.0
seen=$(node -p 'const { de } = require("stopwords-iso"); ["mittel", "tag", "jahr", "recht", "sache", "teil", "zeit", "beispiel", "ei,"].filter((word) => de.includes(word)).join(" ")')
echo "$seen"
[ "$seen" = "mittel tag jahr recht sache teil zeit beispiel ei," ] || { echo "the list is another now" >&2; exit 1; }
echo "the German list still holds nouns"
