#!/bin/sh
# How a sheet is laid out: wide tables on wide pages, no column for nothing, a date said once, charts as pictures that scale.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq

GAIRO_TODAY=2026-11-26
export GAIRO_TODAY
run 0 formats --format json
for format in odt docx pdf; do
  jq -e "map(select(.name == \"$format\"))[0].fault == null" "$out" >/dev/null || skip "this build makes no $format"
done
for program in unzip xmllint pdfinfo pdfimages pdftotext; do
  command -v $program >/dev/null || skip "$program is not installed"
done
part_of() { unzip -p "$1" "$2" >"$out"; }
# How many elements of the output an XPath finds.
count() { xmllint --xpath "count($1)" "$out"; }
cell="*[local-name() = 'table-cell']"

run 0 sheet new register template=register
run 0 sheet add register risk.safeguards-stripped risk.no-recall
run 0 sheet new page template=recommendation
run 0 sheet add page risk.safeguards-stripped risk.no-recall opportunity.independent-audit
for sheet in register page; do
  for format in html odt docx pdf; do run 0 export --sheet $sheet -o "$world/$sheet.$format"; done
done

# Nothing that somebody put in is left out, whatever the sheet is made as.
everything='risk.safeguards-stripped opportunity.independent-audit mitigation.staged-release recommendation.share-safeguards
 instrument.eu-ai-act model.bloom observation.capability component.training.code.pretraining actor.funders'
everything=$(for id in $everything; do "$gairo" show "$id" >"$out" 2>"$err" && echo "$id"; done)
for template in $("$gairo" sheet templates --format json | jq -r '.[].name'); do
  run 0 sheet new "all-$template" template="$template"
  # shellcheck disable=SC2086 # a list of words
  run 0 sheet add "all-$template" $everything
  run 0 export --sheet "all-$template" --to json
  jq -r '(.groups[].items[].id), (.sections[].tables[].rows[].id // empty)' "$out" | sort -u >"$world/shown"
  for id in $everything; do
    expect "$template: $id" grep -q -x "$id" "$world/shown"
  done
done

# Seven columns of text.
grep -q 'size: A4 landscape' "$world/register.html"
expect 'HTML prints on its side' [ $? -eq 0 ]
expect 'others do not' [ "$(grep -c 'size: A4 landscape' "$world/page.html")" -eq 0 ]
part_of "$world/register.odt" styles.xml
expect 'ODT on its side' out_has 'fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"'
part_of "$world/page.odt" styles.xml
expect 'others upright' out_has 'fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait"'
part_of "$world/register.docx" word/document.xml
expect 'DOCX on its side' out_has '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
part_of "$world/page.docx" word/document.xml
expect 'others upright' out_has '<w:pgSz w:w="11906" w:h="16838"/>'
pdfinfo "$world/register.pdf" >"$out"
expect 'PDF on its side' out_has '^Page size: *841.89 x 595'
pdfinfo "$world/page.pdf" >"$out"
expect 'others upright' out_has '^Page size: *595.[0-9]* x 841.89'

# The last models of a matrix do not stand alone on a page: three at least, or all.
run 0 list models --format json
jq -r '.[].id' "$out" >"$world/models"
run 0 sheet new matrix template=models
for count in 36 38 40 41 42 43 44; do
  run 0 sheet clear matrix
  # shellcheck disable=SC2046 # a list of words
  run 0 sheet add matrix $(head -n $count "$world/models")
  run 0 export --sheet matrix -o "$world/matrix.pdf"
  # How many rows of squares each page has that has any.
  pdftotext -layout "$world/matrix.pdf" - | awk '/\f/ { page++ }
    { squares = 0; for (i = 1; i <= NF; i++) squares += $i ~ /^([CD][1-5]|[?]|–)$/; rows[page] += squares > 8 }
    END { for (page in rows) if (rows[page]) print rows[page] }' >"$out"
  expect "matrix of $count models: rows are found" [ "$(awk '{ sum += $1 } END { print sum }' "$out")" = $count ]
  expect "matrix of $count models: no page of one or two" awk '$1 < 3 { few = 1 } END { exit few }' "$out"
done

# A column of notes, where there is a note.
part_of "$world/register.odt" content.xml
expect 'no note, no column' [ "$(count "(//*[local-name() = 'table'])[1]/*[local-name() = 'table-column']")" -eq 7 ]
run 0 sheet note register risk.no-recall 'A remark'
run 0 export --sheet register --to odt -o "$world/register.odt"
part_of "$world/register.odt" content.xml
expect 'a note, a column' [ "$(count "(//*[local-name() = 'table'])[1]/*[local-name() = 'table-column']")" -eq 8 ]

# What an act and its parts share is said once.
run 0 sheet new law template=law
run 0 sheet add law instrument.eu-ai-act
run 0 sheet add law --kind provision --where jurisdiction=european-union
run 0 export --sheet law -o "$world/law.html"
run 0 export --sheet law --to json
cp "$out" "$world/law.json"
jq -r '.sections[] | select(.name == "dates") | .tables[0].rows[] | .values | [.[0].text, .[1].text, .[3].text] | @tsv' "$world/law.json" >"$out"
expect 'there are dates' [ "$(wc -l <"$out")" -gt 10 ]
expect 'each once' [ -z "$(sort "$out" | uniq -d)" ]
jq -r '.sections[] | select(.name == "dates") | .tables[0].rows[] | .values[2].text' "$world/law.json" >"$out"
expect 'for all laws of which it is said' out_has 'AI Act, Art.*, Art.*, Art.*, Art.*, Annex XIII, Art.*, Recital'
expect 'in so many words that a cell holds them' [ "$(wc -L <"$out")" -lt 400 ]

# A cell of the register names some laws, what is in force first and what has ended last, and how many more there are.
run 0 sheet new risks template=register
run 0 sheet add risks --kind risk
run 0 sheet note risks risk.no-recall 'A remark'
run 0 export --sheet risks --to json
jq -r '.sections[0].tables[0].rows[].values[6].text // empty' "$out" >"$world/laws"
cp "$out" "$world/risks.json"
cp "$world/laws" "$out"
expect 'laws' [ "$(wc -l <"$out")" -gt 20 ]
expect 'some' out_has '; and [0-9]* more$'
expect 'no page of them' [ "$(wc -L <"$out")" -lt 700 ]
expect 'nothing in force behind what is revoked' [ "$(grep -c 'revoked; .*, in force' "$out")" -eq 0 ]
jq -r '.sections[0].tables[0] | (.columns | length), (.rows[].values[1].text | select(test("Note by the author of this sheet: A remark")))' "$world/risks.json" >"$out"
expect 'one note of fifty is no column' out_has '^7$'
expect 'and is there' out_has 'A remark$'

grep -o '<td><a href="#instrument.eu-ai-act">' "$world/law.html" >"$out"
expect 'an item leads to where it is told of, in whichever column it stands' [ "$(wc -l <"$out")" -gt 2 ]

# What is not known of a reference leaves no empty brackets.
run 0 export --kind licence --to csv
expect 'references' out_has '^"reference"'
expect 'none with nothing in brackets' [ "$(grep -c '() ' "$out")" -eq 0 ]

# The contents of a long one say the page.
run 0 sheet new long template=report
run 0 sheet add long --kind risk --where area=safety-security
run 0 export --sheet long -o "$world/long.pdf"
title='Agents follow planted instructions'
pdftotext -layout -l 2 "$world/long.pdf" - | sed -n "s/.* $title *\([0-9][0-9]*\)\$/\1/p" >"$out"
page=$(head -n 1 "$out")
expect 'a page number' [ "${page:-0}" -gt 2 ]
pdftotext -f "$page" -l "$page" "$world/long.pdf" "$out"
expect 'that it is on' out_has "^$title\$"

# In files that an office lays out itself each entry of the contents holds a field with the page of its place.
for format in odt docx; do run 0 export --sheet long -o "$world/long.$format"; done
part_of "$world/long.odt" content.xml
toc="//*[local-name() = 'table-of-content']"
entries=$(count "$toc/*[local-name() = 'index-body']/*[local-name() = 'p']")
expect 'ODT: an index with its source' [ "$(count "$toc/*[local-name() = 'table-of-content-source']/*[local-name() = 'table-of-content-entry-template']")" -eq 2 ]
expect 'ODT: entries' [ "$entries" -gt 15 ]
reference="$toc//*[local-name() = 'bookmark-ref'][@*[local-name() = 'reference-format'] = 'page']"
expect 'ODT: the page of each' [ "$(count "$reference")" -eq "$entries" ]
expect 'ODT: each leads to a heading' [ "$(count "$reference[@*[local-name() = 'ref-name'] = //*[local-name() = 'h']/*[local-name() = 'bookmark']/@*[local-name() = 'name']]")" -eq "$entries" ]
expect 'ODT: the contents once' [ "$(grep -o '<text:h [^>]*>[^<]*<[^>]*>What is in it' "$out" | wc -l)" -eq 0 ]
part_of "$world/long.docx" word/document.xml
xmllint --xpath "//*[local-name() = 'instrText'][contains(., 'PAGEREF')]/text()" "$out" | sed 's/.*PAGEREF *\([^ ]*\).*/\1/' >"$world/leads"
expect 'DOCX: the page of each' [ "$(wc -l <"$world/leads")" -eq "$entries" ]
while read -r place; do
  expect "DOCX: $place is a place" out_has "<w:bookmarkStart [^>]*w:name=\"$place\""
done <"$world/leads"
expect 'DOCX: about which page until it is laid out' [ "$(count "//*[local-name() = 'p'][.//*[contains(., 'PAGEREF')]]//*[local-name() = 't'][number(.) > 0]")" -eq "$entries" ]

# Footnotes are numbered by the programs that show them: so they stand in the order of the references' numbers.
part_of "$world/long.docx" word/document.xml
xmllint --xpath "//*[local-name() = 'footnoteReference']/@*[local-name() = 'id']" "$out" | tr -dc '0-9\n' >"$world/marks"
expect 'DOCX: footnotes' [ "$(wc -l <"$world/marks")" -gt 10 ]
expect 'DOCX: in order, without gaps' [ "$(seq 2 $(($(wc -l <"$world/marks") + 1)))" = "$(cat "$world/marks")" ]

# A label stays on the page of what it speaks of.
for format in odt docx; do
  case $format in odt) part_of "$world/long.odt" content.xml ;; *) part_of "$world/long.docx" word/document.xml ;; esac
  for label in 'Data:' 'Each statement names its source and its basis, that is, how it is known:' 'Reduced by:'; do
    kept="//*[local-name() = 'p'][normalize-space(.) = '$label']"
    expect "$format: $label" [ "$(count "$kept")" -gt 0 ]
    expect "$format: $label stays" [ "$(count "$kept[starts-with(@*[local-name() = 'style-name'], 'Kept-') or .//*[local-name() = 'keepNext']]")" -eq "$(count "$kept")" ]
  done
done

# The last line does not stand on a page alone.
part_of "$world/long.odt" content.xml
last="(//*[local-name() = 'p'][starts-with(normalize-space(.), 'gairo data set, version')])[last()]"
expect 'the data stay with what the sheet was made with' [ "$(count "$last[starts-with(@*[local-name() = 'style-name'], 'Kept-')]")" -eq 1 ]

# No column's end tears apart what is said of an item.
for format in odt docx; do
  case $format in
  odt)
    part_of "$world/page.odt" content.xml
    column="//*[local-name() = 'section']/*[local-name() = 'p' and not(contains(@*[local-name() = 'style-name'], 'Reference'))]"
    whole="$column[starts-with(@*[local-name() = 'style-name'], 'Whole-') or starts-with(@*[local-name() = 'style-name'], 'Next-')]"
    next="//*[local-name() = 'section']/*[starts-with(@*[local-name() = 'style-name'], 'Next-')]"
    ;;
  *)
    part_of "$world/page.docx" word/document.xml
    column="//*[local-name() = 'p'][.//*[@*[local-name() = 'val'] = 'Facts']]"
    whole="$column[.//*[local-name() = 'keepLines']]"
    next="//*[local-name() = 'br' and @*[local-name() = 'type'] = 'column']"
    ;;
  esac
  expect "$format: paragraphs in columns" [ "$(count "$column")" -gt 3 ]
  expect "$format: each whole" [ "$(count "$whole")" -eq "$(count "$column")" ]
  expect "$format: the right column begins with an item" [ "$(count "$next")" -gt 1 ]
done
pdftotext -layout "$world/long.pdf" - | awk '/\f/ { if (last ~ /^ *[A-Z][^.,]*:$/) print last } NF && $0 !~ /[0-9]+ *\/ *[0-9]+$/ { last = $0 }' >"$out"
expect 'PDF: no label at the foot of a page' out_is_empty

# The bars of charts: as long as the table is wide, coloured by their amounts.
run 0 sheet new models template=models
run 0 sheet add models model.bloom model.llama-2 model.gpt-3
for format in odt docx pdf; do run 0 export --sheet models -o "$world/models.$format"; done
part_of "$world/models.odt" content.xml
chart="//*[local-name() = 'table'][.//@*[. = 'Bar-1']]"
# Without the three columns of a title and the five amounts, in units.
units=$(xmllint --xpath "string(($chart)[1]/*[local-name() = 'table-column'][3]/@*[local-name() = 'number-columns-repeated'])" "$out")
expect 'twelve components are twelve units' [ "$units" -eq 12 ]
rows=$(count "($chart)[1]/*[local-name() = 'table-row']")
expect 'a row for each model' [ "$rows" -eq 3 ]
row=1
while [ $row -le "$rows" ]; do
  bar="($chart)[1]/*[local-name() = 'table-row'][$row]"
  spans=$(xmllint --xpath "sum($bar/$cell/@*[local-name() = 'number-columns-spanned'])" "$out")
  expect "row $row is $units wide" [ "$spans" -eq "$units" ]
  for series in 1 2 3 4 5; do
    amount=$(xmllint --xpath "string($bar/$cell[1 + $series])" "$out")
    width=$(xmllint --xpath "sum($bar/$cell[@*[local-name() = 'style-name'] = 'Bar-$series']/@*[local-name() = 'number-columns-spanned'])" "$out")
    expect "row $row, series $series is $amount wide" [ "$width" -eq "$amount" ]
  done
  row=$((row + 1))
done
part_of "$world/models.docx" word/document.xml
chart="//*[local-name() = 'tbl'][.//*[local-name() = 'shd']/@*[. = '1F6F8B']]"
columns=$(count "($chart)[1]/*[local-name() = 'tblGrid']/*")
expect 'DOCX: a title, five amounts, twelve units' [ "$columns" -eq 18 ]
for row in 1 2 3 4; do
  line="($chart)[1]/*[local-name() = 'tr'][$row]/*[local-name() = 'tc']"
  spans=$(xmllint --xpath "count($line[not(.//*[local-name() = 'gridSpan'])]) + sum($line//*[local-name() = 'gridSpan']/@*[local-name() = 'val'])" "$out")
  expect "DOCX: row $row fills the table" [ "$spans" -eq "$columns" ]
done
pdfimages -list "$world/models.pdf" | sed '1,2d' >"$out"
expect 'PDF: nothing is made of pixels' out_is_empty

# A heading stays with what follows its caption, wherever the page ends.
for lines in 0 2 4 6 8 10 12 14; do
  run 0 sheet new "heading-$lines" template=brief classification=Internal audience='The minister' author='A. Example'
  run 0 sheet add "heading-$lines" recommendation.durable-safeguards recommendation.share-safeguards risk.safeguards-stripped \
    opportunity.independent-audit mitigation.staged-release instrument.eu-ai-act recommendation.open-evaluation
  run 0 sheet note "heading-$lines" recommendation.durable-safeguards 'A remark'
  run 0 sheet note "heading-$lines" risk.safeguards-stripped "$(seq -s ' ' 1 $((1 + 12 * lines)))"
  run 0 export --sheet "heading-$lines" -o "$world/heading.pdf"
  pdftotext -layout "$world/heading.pdf" - | awk '/\f/ { if (last ~ /^ *(Notes|References|What to do|What the law says|Where this is from)$/) print last }
    NF && $0 !~ /[0-9]+ *\/ *[0-9]+$/ { last = $0 }' >"$out"
  expect "$lines lines more: no heading at the foot of a page" out_is_empty
done
finish
