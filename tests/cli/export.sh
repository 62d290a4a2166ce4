#!/bin/sh
# A sheet, to a file and to standard output, all or nothing.
. "${srcdir:-.}/tests/cli/harness.sh"

run 0 list risks --format tsv
risk=$(sed -n 2p "$out" | cut -f 1)
title=$(sed -n 2p "$out" | cut -f 3)
run 0 export --to markdown "$risk"
expect 'Markdown on standard output' out_has "$title"
cp "$out" "$world/risk.md"
run 0 export -o "$world/sheet.md" "$risk"
expect 'nothing on standard output' out_is_empty
expect 'the same in a file' cmp -s "$world/sheet.md" "$world/risk.md"
run 0 export --to markdown --output=- "$risk"
expect '- is standard output' cmp -s "$out" "$world/risk.md"
run 0 export -o "$world/sheet.html" --kind risk --where area=safety-security
expect 'HTML by the ending' grep -qi '<html' "$world/sheet.html"
run 0 export --to html --kind risks --sort -title
expect 'the plural too' out_has '<html'
refuses 1 'risk.nope' export --to html "$risk" risk.nope
refuses 1 'sheet.*nope' export --to html --sheet nope
refuses 1 'nothing matches' export --to html --kind incident
before=$(sha256sum <"$world/sheet.md")
refuses 1 'risk.nope' export -o "$world/sheet.md" risk.nope
expect 'what was there is still there' [ "$(sha256sum <"$world/sheet.md")" = "$before" ]
refuses 1 'no-folder' export -o "$world/no-folder/sheet.md" "$risk"
refuses 1 '/dev/full' export --to markdown -o /dev/full "$risk"
call='gairo export >/dev/full'
"$gairo" export --to markdown "$risk" >/dev/full 2>"$err"
expect 'exit status 1' [ $? -eq 1 ]
expect 'one line' err_is_line 'standard output could not be written'
if [ "$(id -u)" -ne 0 ]; then
  mkdir "$world/place"
  chmod a-w "$world/place"
  refuses 1 'place' export -o "$world/place/sheet.md" "$risk"
fi
expect 'no part files' [ "$(find "$world" -name '*sheet*' | wc -l)" -eq 2 ]
finish
