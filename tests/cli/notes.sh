#!/bin/sh
# Whose words leave the room: a note on an item is the user's own, an annotation of a sheet is printed, and both are said before.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq

GAIRO_TODAY=2026-11-26
export GAIRO_TODAY
risk=risk.safeguards-stripped
gain=opportunity.cheaper-access
run 0 note $risk 'PRIVATE, he is not to be trusted'
run 0 sheet new talk
run 0 sheet add talk $risk $gain
run 0 sheet note talk $gain 'PRINTED, see the annex'

# All outputs that can be made, but containers and pages, whose text the others stand for.
text_outputs=$("$gairo" formats --format json | jq -r '.[] | select(.direction == "export" and .fault == null and (.name | test("odt|docx|pdf") | not)).name')

has_both() { out_has PRIVATE && out_has PRINTED; }
has_annotation_alone() { out_lacks PRIVATE && out_has PRINTED; }
has_neither() { out_lacks PRIVATE && out_lacks PRINTED; }

for template in items recommendation brief register models law report; do
  for format in $text_outputs; do
    run 0 export --sheet talk --to "$format" --template $template
    expect "$template as $format: no private note" out_lacks PRIVATE
  done
done
for format in markdown html text csv json; do
  run 0 export --sheet talk --to $format
  expect "$format: the annotation" has_annotation_alone
  run 0 export --sheet talk --to $format --notes
  expect "$format: with all of them" has_both
  run 0 export --sheet talk --to $format --without-notes
  expect "$format: without any" has_neither
  run 0 export --to $format $risk
  expect "$format of an item: none" has_neither
  run 0 export --to $format $risk --notes
  expect "$format of an item: asked for" out_has PRIVATE
  run 0 export --to $format --kind risk --notes
  expect "$format of a kind: asked for" out_has PRIVATE
done
for format in odt docx pdf; do
  "$gairo" formats --format json | jq -e "map(select(.name == \"$format\" and .direction == \"export\")) | .[0].fault == null" >/dev/null || continue
  case $format in
  pdf) command -v pdftotext >/dev/null || continue ;;
  *) command -v unzip >/dev/null || continue ;;
  esac
  for flag in '' --notes --without-notes; do
    run 0 export --sheet talk -o "$world/talk.$format" $flag
    if [ $format = pdf ]; then
      pdftotext "$world/talk.pdf" "$out"
    else
      unzip -p "$world/talk.$format" >"$out"
    fi
    case $flag in
    --notes) expect "$format: with all of them" has_both ;;
    --without-notes) expect "$format: without any" has_neither ;;
    *) expect "$format: the annotation" has_annotation_alone ;;
    esac
  done
done
run 0 export --sheet talk --to slides-html
expect 'slides have none' has_neither
run 0 export --sheet talk --to slides-html --notes
expect 'slides with notes have both' has_both
run 0 present talk --plain --notes
expect 'and so has the speaker' has_both
refuses 2 'bibtex.*no notes' export --sheet talk --to bibtex --notes
refuses 2 'one of --notes and --without-notes' export --sheet talk --to text --notes --without-notes
run 0 export $gain --to text --notes
expect 'where there is none it says so' err_is_line 'no note of yours'

# The sheet says it for good, and what it says is told before it goes out.
rules() { jq -r 'map(select(.id == null)) | map(.rule + ": " + .message) | .[]' "$out" >"$world/rules" && cp "$world/rules" "$out"; }
run 1 sheet check talk --format json
rules
expect 'the annotation is printed' out_has '^annotated: 1 annotation of yours is printed with it'
expect 'no private note is' out_lacks '^notes:'
run 0 sheet set talk notes=yes
run 1 sheet check talk --format json
rules
expect 'one note is printed' out_has '^notes: 1 of your notes on items is printed with it'
run 0 export --sheet talk --to text
expect 'as the sheet says' has_both
expect 'told on standard error' err_is_line '1 of your notes on items is printed'
run 0 export --sheet talk --to text --quiet
expect 'unless quiet' err_is_empty
run 0 export --sheet talk --to text --template register
expect 'in a register too' has_both
run 0 export --sheet talk --to text --without-notes
expect 'the call goes before the sheet' has_neither
expect 'nothing to tell' err_is_empty
run 0 export --sheet talk --to slides-html
expect 'slides are asked for their notes each time' has_neither
expect 'and say nothing of what is not in them' err_is_empty
run 0 export --sheet talk --to bibtex
expect 'nor does what has no notes' err_is_empty
run 0 sheet note talk $risk 'ALSO'
run 0 export --sheet talk --to json --template register
expect 'a row of the register has both words' json '[.sections[0].tables[0].rows[0].values[].text | select(. != null and test("ALSO") and test("PRIVATE"))] | length == 1'
run 0 sheet note talk $risk ''
run 0 sheet set talk notes=no
run 0 export --sheet talk --to text
expect 'none at all' has_neither
run 1 sheet check talk --format json
rules
expect 'and none is told' out_lacks 'annotat'
refuses 2 "'perhaps'.*yes or no" sheet set talk notes=perhaps
run 0 sheet show talk --format json
expect 'kept, with all words' json ".[0].notes == \"no\" and .[0].entries[0].item_note != null and .[0].entries[1].note != null"
run 0 sheet copy talk other
run 0 sheet show other --format json
expect 'and copied' json ".[0].notes == \"no\" and .[0].entries[1].note != null"
run 0 sheet set talk notes=
run 0 export --sheet talk --to text
expect 'as usual' has_annotation_alone

# An annotation is printed once, whatever the sheet is made as and whatever it is on, a table's row too.
run 0 sheet new all
for id in risk.no-recall opportunity.cheaper-access mitigation.staged-release recommendation.share-safeguards instrument.eu-ai-act \
  model.bloom observation.capability actor.funders; do
  run 0 sheet add all $id
  run 0 sheet note all $id "said-of-$id"
done
for template in items recommendation brief register models law report; do
  run 0 export --sheet all --to text --template $template
  expect "$template: each once" [ "$(grep -o 'said-of-[a-z.-]*' "$out" | sort | uniq -c | awk '$1 == 1' | wc -l)" = 8 ]
  run 0 export --sheet all --to text --template $template --without-notes
  expect "$template: none" out_lacks 'said-of'
done
finish
