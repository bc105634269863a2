#!/bin/sh
# Compiles the look into src/motcua/theme/static/theme. Needs Node and the fonttools of the project's environment.
set -eu
cd "$(dirname "$0")"
PYTHON="${PYTHON:-../.venv/bin/python}"
OUT=../src/motcua/theme/static/theme
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

npm ci --ignore-scripts --no-fund --no-audit
mkdir -p "$OUT"
for sheet in motcua office; do
  node_modules/.bin/sass --no-source-map "src/$sheet.scss" "$WORK/$sheet.css"
  node_modules/.bin/esbuild "$WORK/$sheet.css" --minify --target=chrome90,firefox90,safari14 --outfile="$OUT/$sheet.css" --log-level=warning
  node_modules/.bin/esbuild "src/$sheet.js" --bundle --minify --format=esm --target=es2020 --legal-comments=none --outfile="$OUT/$sheet.js" --log-level=warning
done
cp src/fonts.css src/icon.svg "$OUT/"
"$PYTHON" fonts.py node_modules/@expo-google-fonts/be-vietnam-pro "$OUT"
"$PYTHON" sizes.py "$OUT"
