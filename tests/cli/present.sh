#!/bin/sh
# Slides from the command line: as text, as JSON, as HTML and PDF, with and without the notes for the speaker.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq

GAIRO_TODAY=2026-11-26
export GAIRO_TODAY
run 1 present nothing
expect 'no such sheet' err_has "nothing"
run 0 sheet new talk 'title=Open <i>weights</i> & more' 'author=A. Example' 'classification=For official use only'
run 1 present talk
expect 'an empty one' err_has 'nothing in the sheet'
run 0 sheet add talk risk.safeguards-stripped risk.no-recall instrument.eu-ai-act model.bloom
run 0 sheet note talk risk.safeguards-stripped 'Say this <b>first</b>.'
run 0 sheet cut talk title risk.no-recall

run 0 present talk
expect 'a title' out_has 'Open <i>weights</i> & more'
expect 'points' out_has '^- Effect of openness: '
expect 'the law with its state' out_has '^- State: partly in force on 26 November 2026'
expect 'the classification' out_has 'For official use only'
expect 'sources' out_has 'Licence: CC BY 4.0'
expect 'no notes' out_lacks 'Say this'
run 0 present talk --notes --plain
expect 'notes where asked for' out_has 'Say this <b>first</b>.'
run 0 present talk --format json
expect 'the kinds' json 'map(.kind) | index("title") == 0 and index("picture") != null and index("item") != null and index("dates") != null and .[-1] == "sources"'
expect 'every item has its slide' json '[.[] | select(.kind == "item") | .id] | sort == ["instrument.eu-ai-act", "model.bloom", "risk.no-recall", "risk.safeguards-stripped"]'
expect 'cut to its title' json '.[] | select(.id == "risk.no-recall") | .lead == null and .points == []'
expect 'full' json '.[] | select(.id == "risk.safeguards-stripped") | (.points | map(.label) | .[0:3] == ["Effect of openness", "What to do", "What law says"]) and .source != null and .notes == null'
run 0 present talk --format json --notes
expect 'its note' json '.[] | select(.id == "risk.safeguards-stripped") | .notes == "Say this <b>first</b>."'
run 2 present talk --format csv
run 2 present talk --minutes 0
run 2 present talk --minutes 12x
run 2 present talk --minutes 99999999999999999999
run 2 present
run 0 present basket --help

run 0 export --sheet talk --to slides-html
expect 'HTML' out_has '<h1 id="title-1">Open &lt;i&gt;weights&lt;/i&gt; &amp; more</h1>'
expect 'nothing from elsewhere' out_lacks 'src=\|@import\|url(\|<script'
expect 'no notes in HTML' out_lacks 'Say this'
expect 'a section for each slide' [ "$(grep -c '<section id="slide-[0-9]*"' "$out")" -eq "$("$gairo" present talk --format json | jq length)" ]
run 0 export --sheet talk --to slides-html --notes
expect 'notes in HTML where asked for' out_has 'Say this &lt;b&gt;first&lt;/b&gt;.'
run 0 export --to slides-html model.pythia
expect 'components by their names' out_has 'Supervised fine-tuning data'
run 0 export --to slides-html risk.no-recall
expect 'slides of an item' out_has '<h2 '
run 0 export --to slides-html instrument.eu-ai-act
expect 'many dates go on in another section' out_has '<h2 id="title-[0-9]*-2">Dates, continued</h2>'
expect 'each of them once' [ "$(grep -o '<dt>2 August 2028' "$out" | wc -l)" -eq 1 ]
expect 'that has its way on' [ "$(grep -o 'href="#slide-[0-9-]*"' "$out" | sed 's/href="#//; s/"//' | sort -u | while read -r id; do grep -c "id=\"$id\"" "$out"; done | grep -v -c '^1$')" -eq 0 ]
if command -v chromium >/dev/null && command -v pdfinfo >/dev/null; then
  cp "$out" "$world/printed.html"
  chromium --headless --no-sandbox --disable-gpu --user-data-dir="$world/browser" --no-pdf-header-footer --print-to-pdf="$world/printed.pdf" "file://$world/printed.html" >/dev/null 2>&1
  if [ -s "$world/printed.pdf" ]; then
    expect 'a page for each section in print' [ "$(pdfinfo "$world/printed.pdf" | sed -n 's/^Pages: *//p')" -eq "$(grep -c '<section ' "$out")" ]
  fi
fi
run 1 export --to slides-html -o "$world/no/such/folder.html" --sheet talk
if "$gairo" --version | grep -q -i 'lacks.*pango'; then
  echo 'no pango and cairo: slides as PDF are not looked at'
else
  run 0 export --sheet talk --to slides-pdf -o "$world/talk.pdf"
  expect 'a PDF' grep -q -a '^%PDF' "$world/talk.pdf"
  if command -v pdftotext >/dev/null && command -v qpdf >/dev/null; then
    pdftotext -layout "$world/talk.pdf" "$out"
    expect 'its words' out_has 'Safeguards can be stripped'
    expect 'no notes in PDF' out_lacks 'Say this'
    expect 'a sound PDF' qpdf --check "$world/talk.pdf" >/dev/null
    # What a slide says is as big as its page allows; its title stands on each of its pages; pictures take the whole width.
    run 0 sheet new long
    run 0 sheet add long risk.safeguards-stripped opportunity.independent-audit instrument.eu-ai-act
    run 0 sheet note long risk.safeguards-stripped 'Say this first.'
    run 0 export --sheet long --to slides-pdf -o "$world/long.pdf"
    pdftotext -layout "$world/long.pdf" "$out"
    expect 'a slide that goes on says so' out_has '^.\{0,1\}Dates, continued$'
    pdftotext -bbox "$world/long.pdf" "$out"
    word() { sed -n "/xMin.*>$1</{s/.*xMin=\"\([0-9]*\).* yMin=\"\([0-9]*\).* yMax=\"\([0-9]*\).*/\1 \2 \3/;p;q;}" "$out"; }
    letters() { word "$1" | awk '{ print $3 - $2 }'; }
    expect 'few words in big letters' [ "$(letters partly)" -gt 12 ]
    expect 'many words in smaller ones' [ "$(letters raises)" -lt "$(letters partly)" ]
    expect 'a picture begins at the left' [ "$(word Near | cut -d ' ' -f 1)" -lt 260 ]
    expect 'the source is at the lower edge' [ "$(word Source: | cut -d ' ' -f 2)" -gt 200 ]
    run 0 export --sheet long --to slides-pdf --notes -o "$world/long.pdf"
    pdftotext -layout "$world/long.pdf" "$out"
    expect 'notes have pages of their own' [ "$(tr '\f' '\001' <"$out" | tr '\n' ' ' | tr '\001' '\n' | grep 'Notes for the speaker' | grep -c 'Effect of openness')" -eq 0 ]
    expect 'and the words' out_has 'Say this first'
    # A title that fills a page leaves the following ones to the text; and what stands below it stays on one line.
    cat >"$world/long.xml" <<XML
<gairo xmlns="urn:gairo:data:1" source="long" title="Long" version="1" date="2026-01-01" licence="CC0-1.0">
<term id="term.long"><title>$(printf '%48s' '' | sed 's/ /WWWWWWWWW /g')</title>
<summary>$(printf '%190s' '' | sed 's/ /MMMMMMMMM /g')ending</summary>
<source ref="reference.gairo" basis="editorial"/></term></gairo>
XML
    run 0 import "$world/long.xml"
    run 0 sheet new longer "classification=$(printf '%16s' '' | sed 's/ /For official use only, /g')"
    run 0 sheet add longer term.long
    run 0 export --sheet longer --to slides-pdf -o "$world/longer.pdf"
    pdftotext -layout "$world/longer.pdf" "$out"
    expect 'a page of a long title goes on' out_has 'WWW.*, continued$'
    expect 'to the end' out_has 'ending'
    expect 'on few pages' [ "$(tr -cd '\f' <"$out" | wc -c)" -lt 20 ]
    expect 'each with its number' [ "$(grep -c '^For official.* / [0-9]*$' "$out")" -eq "$(tr -cd '\f' <"$out" | wc -c)" ]
  fi
fi
finish
