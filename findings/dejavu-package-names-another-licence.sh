#!/usr/bin/env bash
# @fontsource/dejavu-sans 5.3.0 states the licence OFL-1.1 in its package.json, which is what licence checkers and bills
# of materials read. The LICENSE file in the same package is that of Bitstream Vera, which is another licence with other
# duties (its names may not be kept in a changed font). Seen on 2026-11-29.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @fontsource/dejavu-sans@5.3.0
package=node_modules/@fontsource/dejavu-sans
stated=$(node -p "require('./$package/package.json').license")
text=$(cat "$package/LICENSE")
echo "package.json: $stated"
echo "LICENSE:      $(head -n 3 "$package/LICENSE" | tr '\n' ' ')"
[ "$stated" = "OFL-1.1" ] || { echo "package.json states another licence now" >&2; exit 1; }
case "$text" in *"Bitstream Vera"*) ;; *) echo "LICENSE is no longer that of Bitstream Vera" >&2; exit 1 ;; esac
case "$text" in *"SIL OPEN FONT LICENSE"*) echo "LICENSE holds the OFL now" >&2; exit 1 ;; esac
echo "metadata and text still name two licences"
