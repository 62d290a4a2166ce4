#!/bin/sh
# A sheet that is meant for a page takes one, and where it cannot, the meter says what to cut; what it says holds.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq

GAIRO_TODAY=2026-11-26
export GAIRO_TODAY
run 0 --version
if out_has '[Ll]acks.*pango'; then
  skip 'this build draws no pages'
fi
items_of() { "$gairo" list "$1" --where "area=$2" --format json | jq -r ".[$3:$4][].id"; }
risks=$(items_of risks equity 0 4)
opportunities=$(items_of opportunities equity 0 4)
for template in recommendation brief; do
  run 0 sheet new $template template=$template 'classification=For official use only' 'audience=The minister' 'author=A. Example'
  run 0 sheet add $template $risks $opportunities
done
run 0 sheet fit recommendation --format json
expect 'eight items on one page' json '.[0] | .pages == 1 and .meant_for == 1 and .cut == [] and .advice == null and .estimated == false'
run 0 sheet fit brief --format json
expect 'and on two' json '.[0] | .pages <= 2 and .meant_for == 2'
run 0 sheet fit brief
expect 'in words' out_has '^[12] pages* at [0-9]\.[0-9] pt; a brief is meant for 2$'

# How big its letters are is said, and what to do where they are too small to be read.
run 0 sheet new few template=recommendation
run 0 sheet add few risk.safeguards-stripped opportunity.independent-audit recommendation.durable-safeguards
run 0 sheet fit few
expect 'a short one has the usual letters' [ "$(cat "$out")" = '1 page at 8.5 pt; a recommendation sheet is meant for 1' ]
run 0 sheet fit few --format json
expect 'the size' json '.[0].letters == 8.5'
run 1 sheet check few --format json
expect 'nothing to remark on its pages' json 'map(.rule) | index("small") == null and index("too-long") == null'
run 0 sheet fit recommendation
expect 'smaller than the usual' out_has '^1 page at 7\.[0-9] pt; a recommendation sheet is meant for 1$'
expect 'hard to read' out_has '^Letters of 7\.[0-9] pt are hard to read: cut an item, or make it as a brief\.$'
run 1 sheet check recommendation --format json
expect 'the check says so' json 'map(select(.rule == "small" and .id == null) | .message) | .[0] | test("^letters of 7\\.[0-9] pt are hard to read")'
run 1 sheet check recommendation --template report --format json
expect 'not of what is meant for no number of pages' json 'map(.rule) | index("small") == null'
run 0 sheet delete few
if command -v pdftotext >/dev/null; then
  run 0 export --sheet recommendation -o "$world/one.pdf"
  pdftotext -layout "$world/one.pdf" "$out"
  expect 'one page' out_has '1 / 1'
  expect 'all of it' out_has 'Where this is from'
  expect 'and nothing smaller than can be read' out_has 'Made with gairo'
fi

# A few lines get no page of their own where a little less room saves it; the meter says what is printed, whatever the sheet is made as.
# How much is a page depends on the fonts: the note grows until it is more than one, and shortly before that room must have been saved.
if command -v pdfinfo >/dev/null; then
  run 0 sheet new few template=brief
  run 0 sheet add few recommendation.durable-safeguards recommendation.share-safeguards recommendation.open-evaluation risk.safeguards-stripped
  run 0 sheet fit few --format json
  usual=$(jq '.[0].letters' "$out") pages=$(jq '.[0].pages' "$out") saved=no note=
  expect 'a page to begin with' [ "$pages" = 1 ]
  while [ ${#note} -lt 6000 ]; do
    note="$note This line of the note says nothing but takes room on the page, as the last references of a sheet do."
    run 0 sheet note few risk.safeguards-stripped "$note"
    run 0 sheet fit few --format json
    expect 'in tenths of a point' out_lacks '"letters": [0-9]*\.[0-9][0-9]'
    pages=$(jq '.[0].pages' "$out")
    if [ "$pages" != 1 ]; then break; fi
    if jq -e ".[0].letters < $usual" "$out" >/dev/null; then saved=yes; fi
  done
  expect 'no page for the last references' [ $saved = yes ]
  expect 'but one for more' [ "$pages" = 2 ]
  for template in recommendation brief register report; do
    run 0 sheet fit few --template $template --format json
    counted=$(jq '.[0].pages' "$out")
    run 0 export --sheet few --template $template -o "$world/few.pdf"
    expect "$template: as many pages as are printed" [ "$(pdfinfo "$world/few.pdf" | sed -n 's/^Pages: *//p')" = "$counted" ]
  done
fi

# A page is not saved by letters that the meter then calls too small.
run 0 sheet new saved template=brief
run 0 sheet add saved recommendation.durable-safeguards recommendation.share-safeguards risk.safeguards-stripped opportunity.independent-audit \
  mitigation.staged-release instrument.eu-ai-act recommendation.open-evaluation
for items in 7 8 9; do
  run 0 sheet fit saved --format json
  expect "$items items: as big as two pages allow" json '.[0] | .pages <= 2 and .letters >= 8 and .advice == null'
  run 0 sheet add saved "$(echo "$risks" | sed -n $((items - 6))p)"
done

# More than a page holds: what is advised makes it fit, and one less does not.
run 0 sheet new over template=recommendation
run 0 sheet add over $risks $opportunities $(items_of risks safety-security 0 8)
run 0 sheet fit over --format json
expect 'what does not fit has no smaller letters than its pages need' json '.[0] | .pages == 2 and .letters >= 8'
run 0 sheet add recommendation $(items_of risks safety-security 0 8)
run 1 sheet check recommendation --format json
expect 'the check says that it is too long' json 'map(select(.rule == "too-long") | .message) | .[0] | test("^[0-9]+ pages at [0-9.]+ pt; a recommendation sheet is meant for 1$")'
run 0 sheet fit recommendation --format json
expect 'too many' json '.[0] | .pages > 1 and (.cut | length) > 1 and (.advice | startswith("It fits with these items cut"))'
cut=$(jq -r '.[0].cut[]' "$out")
last=$(jq -r '.[0].cut[-1]' "$out")
run 0 sheet cut recommendation title $cut
run 0 sheet fit recommendation --format json
expect 'the advice holds' json '.[0] | .pages == 1 and .cut == []'
run 0 sheet cut recommendation full "$last"
run 0 sheet fit recommendation --format json
expect 'and is no more than is needed' json '.[0].pages > 1'
run 0 sheet add recommendation $(for area in research society; do
  items_of risks $area 0 90; items_of opportunities $area 0 90; done)
run 0 sheet fit recommendation
expect 'where no cut helps, it says so' out_has '^Even with every item cut to its title it takes [0-9]* pages: take some out'
run 0 sheet fit recommendation --template report --format json
expect 'as many as it takes' json '.[0] | .pages > 1 and .meant_for == 0 and .cut == []'
finish
