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
# A name that ends as another output's do.
run 0 export --to slides-html -o "$world/slides.pdf" "$risk"
expect 'is written' grep -q '<html' "$world/slides.pdf"
expect 'and remarked on' err_is_line 'slides.pdf: it holds slides-html, and its name ends as if it did not; such files end in .html or .htm$'
run 0 export --quiet --to slides-html -o "$world/slides.pdf" "$risk"
expect 'unless nothing is to be said' err_is_empty
for name in slides.html slides.HTM slides slides.draft; do
  run 0 export --to slides-html -o "$world/$name" "$risk"
  expect "$name is no other's" err_is_empty
done
if [ "$(id -u)" -ne 0 ]; then
  mkdir "$world/place"
  chmod a-w "$world/place"
  refuses 1 'place' export -o "$world/place/sheet.md" "$risk"
fi
# What an observation says is counted anew for its sheet, and the same as everywhere else.
run 0 export --to markdown observation.openness-by-pipeline
expect 'the counts by part of the pipeline' out_has '^| training .*| 115 | 8 | 33 | 103 | 11 |$'
run 0 export --to csv observation.openness-over-time observation.openness-by-organisation-type
expect 'by year' out_has '^"Openness by year of release, .*","observation.openness-over-time",.*,"open","12",'
expect 'by kind of organisation' out_has '^"Openness by kind of organisation, .*","observation.openness-by-organisation-type",.*,"open %","100",'
run 0 export --to markdown observation.open-wherever-applicable observation.capability
expect 'a model with the reason why not' out_has '^| PolyCoder | 4 | 1 | no | .*4 of the 5 points'
run 0 export --to html --template brief observation.capability
expect 'nothing is counted for a claim that nothing is recomputed for' [ "$(grep -c 'Recomputed' "$out")" -eq 0 ]
expect 'no part files' [ "$(find "$world" -name '*sheet*' | wc -l)" -eq 2 ]
finish
