#!/bin/sh
# The same sheet in every output: it opens in readers that are not ours, holds the same words, and hostile text stays text.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq
for program in unzip xmllint; do
  command -v $program >/dev/null || skip "$program is not installed"
done

GAIRO_TODAY=2026-11-26
export GAIRO_TODAY
cat >"$world/hostile.xml" <<'XML'
<gairo xmlns="urn:gairo:data:1" source="hostile" title="Hostile source" licence="CC BY-SA 4.0" cite="Somebody Else (2026)" url="https://example.org/sa">
  <reference id="reference.hostile"><title>Hostile \input{file} {unclosed $x^2_y$ 100% &amp; #1 ~ "quoted"</title><field name="authors" value="Doe, J.; The {Office} &amp; Sons"/><field name="year" value="2026"/><field name="url" value="https://example.org/a_b?x=1&amp;y=%7B2%7D"/><source ref="reference.hostile" basis="literature"/></reference>
  <risk id="risk.hostile"><title>=HYPERLINK("http://evil.example","x") &lt;img src=x onerror=alert(1)&gt;</title><summary>+1 *bold* [link](javascript:alert(1)) | cell &#x202E;desrever \write18{rm}</summary><body><p>@SUM(A1) &lt;script&gt;alert(1)&lt;/script&gt; # heading `code`</p>
    <p>the sea is low and the bay is dry or wet as the day may be and the sea is low and the bay is dry or wet as the day may be and the sea is low and the bay is dry or wet as the day may be and the sea is low and the bay is dry or wet as the day may be and the sea is low and the bay is dry or wet as the day may be and the sea is low and the bay is dry or wet as the day may be and</p></body><field name="effect" value="raises">W.</field><field name="evidence" value="some">W.</field><field name="affected">W.</field><source ref="reference.hostile" basis="literature"/></risk>
</gairo>
XML
run 0 import "$world/hostile.xml"

run 0 list risks --where area=safety-security --format json
one=$(jq -r '.[0].id' "$out")
run 0 list models --format json
model=$(jq -r '.[0].id' "$out")
run 0 list instruments --format json
law=$(jq -r '.[0].id' "$out")
run 0 sheet new all template=report 'classification=For official use only' 'audience=The minister' 'author=A. Example'
run 0 sheet add all "$one" risk.hostile opportunity.independent-audit "$model" "$law" mitigation.staged-release
run 0 sheet note all "$one" 'A remark of the author with <b>no markup</b>'

formats='markdown html text csv json bibtex'
run 0 formats --format json
for format in odt docx pdf; do
  if jq -e "map(select(.name == \"$format\"))[0].fault == null" "$out" >/dev/null; then
    formats="$formats $format"
  else
    echo "this build makes no $format"
  fi
done
sheet=$world/sheet
for format in $formats; do
  run 0 export --sheet all --to "$format" -o "$sheet.$format"
  run 0 export --sheet all --to "$format" -o "$sheet.again"
  expect "$format is the same again" cmp -s "$sheet.$format" "$sheet.again"
  [ ! -e "/dev/full" ] || refuses 1 '/dev/full' export --sheet all --to "$format" -o /dev/full
  { "$gairo" export --sheet all --to "$format" 2>"$err"; echo $? >"$world/status"; } | true
  expect "$format: a reader that goes away is a failure" [ "$(cat "$world/status")" = 1 ]
  expect "$format: one line tells that the reader went away" [ "$(grep -c 'closed before all of it was written' "$err")" = "$(wc -l <"$err")" ]
done

# Words of at least four letters, each once, without those of addresses.
run 0 export --sheet all --to json
jq -r '.. | .url? // empty' "$out" | tr -cs 'A-Za-z' '\n' | tr 'A-Z' 'a-z' | sort -u >"$world/addresses"
words() { tr -cs 'A-Za-z' '\n' | tr 'A-Z' 'a-z' | awk 'length($0) >= 4' | sort -u | comm -23 - "$world/addresses"; }
without_tags() { sed 's/<w:instrText[^>]*>[^<]*//g; s/<[^>]*>/ /g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g'; }
words <"$sheet.text" >"$world/words"
expect 'there are words' [ "$(wc -l <"$world/words")" -gt 300 ]
same_words() {
  words >"$world/words-of-$1"
  comm -3 "$world/words" "$world/words-of-$1" >"$out"
  expect "$1 has the words of the plain text" out_is_empty
}
case $formats in *odt*)
  unzip -p "$sheet.odt" content.xml | tr '\n' ' ' | without_tags | same_words odt
  { unzip -p "$sheet.docx" word/document.xml; unzip -p "$sheet.docx" word/footnotes.xml; } | tr '\n' ' ' | without_tags | same_words docx
  for format in odt docx; do
    expect "$format is a package" unzip -tq "$sheet.$format" >/dev/null
    for part in $(unzip -Z1 "$sheet.$format" | grep -e '\.xml$' -e '\.rels$'); do
      unzip -p "$sheet.$format" "$(echo "$part" | sed 's/\[/\\[/g')" | xmllint --noout - 2>"$err"
      expect "$part of $format is well-formed" err_is_empty
    done
  done
  unzip -p "$sheet.odt" mimetype >"$out"
  expect 'the type comes first and plain' [ "$(head -c 77 "$sheet.odt" | tail -c 39)" = application/vnd.oasis.opendocument.text ]
  unzip -p "$sheet.odt" content.xml >"$out"
  expect 'footnotes' out_has 'text:note-class="footnote"'
  expect 'headings' out_has '<text:h '
  unzip -p "$sheet.docx" word/document.xml >"$out"
  expect 'footnotes' out_has 'w:footnoteReference'
  expect 'headings' out_has 'w:val="Heading1"'
  ;;
esac
case $formats in *pdf*)
  if command -v pdftotext >/dev/null; then
    pdftotext -layout "$sheet.pdf" - | tr '\n' ' ' | same_words pdf
  fi
  if command -v qpdf >/dev/null; then
    expect 'qpdf finds no fault' qpdf --check "$sheet.pdf" >"$out" 2>&1
    qpdf --json "$sheet.pdf" >"$out" 2>/dev/null
    expect 'bookmarks' json '.outlines | length > 5'
  fi
  run 0 sheet fit all --format json
  expect 'the pages' json '.[0].pages > 3'
  ;;
esac
# HTML and Markdown have a few words more: headings of their own, and places to jump to.
tr '\n' ' ' <"$sheet.html" | sed 's/<style>.*<\/style>//' | without_tags | words >"$world/words-of-html"
comm -23 "$world/words" "$world/words-of-html" >"$out"
expect 'HTML has the words of the plain text, but the heading of a column' [ -z "$(grep -v -x -e pipeline "$out")" ]
sed 's/\\//g; s/](#[^)]*)/]/g' "$sheet.markdown" | without_tags | words >"$world/words-of-markdown"
comm -23 "$world/words" "$world/words-of-markdown" >"$out"
expect 'Markdown has the words of the plain text, but a caption' [ -z "$(grep -v -x -e components -e scale "$out")" ]

# Hostile text.
text_within() {
  case $1 in
  odt | docx) for part in $(unzip -Z1 "$2"); do unzip -p "$2" "$(echo "$part" | sed 's/\[/\\[/g')"; done ;;
  pdf)
    pdftotext "$2" - | tr -d '\f'
    pdfinfo "$2" 2>&1
    ;;
  *) cat "$2" ;;
  esac
}
# Who writes the sheet may paste anything too: an escape sequence, a bell, an override of direction, tag characters, a C1 control.
pasted=$(printf 'Pasted \033[31mred\007 \342\200\256desrever \363\240\201\201tag \302\233c1 =1+1')
run 0 sheet copy all pasted
run 0 sheet set pasted "title=$pasted" "author=$pasted" "audience=$pasted" "classification=$pasted"
run 0 sheet note pasted "$one" "$pasted"
run 0 sheet group pasted "$pasted" "$one"
for format in $formats slides-html $(case $formats in *pdf*) echo slides-pdf ;; esac); do
  case $format in
  odt | docx) ;;
  *pdf) command -v pdftotext >/dev/null && command -v pdfinfo >/dev/null || continue ;;
  esac
  run 0 export --sheet pasted --to "$format" -o "$sheet.pasted"
  text_within "${format#slides-}" "$sheet.pasted" >"$out"
  [ "$format" = bibtex ] || expect "$format has it" out_has desrever
  [ "$format" = bibtex ] || expect "$format shows what cannot be seen" grep -q -e '<U+202E>' -e '&lt;U+202E&gt;' -e 'U+202E' "$out"
  tr -d '\n\r\t' <"$out" | LC_ALL=C grep -a -c -e "$(printf '[\001-\037\177]')" -e "$(printf '\342\200\256')" -e "$(printf '\363\240\201')" \
    -e "$(printf '\302[\200-\237]')" >"$world/controls"
  expect "nothing in $format controls a terminal or a direction" [ "$(cat "$world/controls")" -eq 0 ]
done
cp "$sheet.html" "$out"
expect 'HTML stays text' out_has '&lt;img src=x onerror=alert(1)&gt;'
expect 'no script' out_lacks '<script'
cp "$sheet.csv" "$out"
expect 'a formula gets an apostrophe' out_has ",\"'=HYPERLINK(\"\"http"
expect 'no cell begins as a formula' out_lacks ',"[=+@-]'
jq -r '.groups[].items[] | select(.id == "risk.hostile") | .title, .summary' "$sheet.json" >"$out"
expect 'JSON keeps it' out_has '^=HYPERLINK("http://evil.example","x") <img src=x onerror=alert(1)>$'
expect 'a placeholder for what cannot be seen' out_has '<U+202E>desrever'
cp "$sheet.bibtex" "$out"
expect 'TeX stays text' out_has 'Hostile {.textbackslash}input{.textbraceleft}file{.textbraceright}'
expect 'and its signs' out_has '.\$x{.textasciicircum}2.\_y.\$ 100.% .& .#1'
expect 'names' out_has 'author = {Doe, J. and {The'
expect 'as many braces open as close' [ "$(tr -cd '{' <"$out" | wc -c)" -eq "$(tr -cd '}' <"$out" | wc -c)" ]

# Text under a licence that is handed on with it says so.
for format in html markdown text; do
  cp "$sheet.$format" "$out"
  expect "$format: licence and attribution" grep -q 'Somebody Else (2026)' "$out"
  expect "$format: share-alike" grep -q 'CC BY-SA 4.0' "$out"
done

mkdir "$world/closed"
chmod 500 "$world/closed"
if [ "$(id -u)" -ne 0 ]; then
  refuses 1 'closed' export --sheet all -o "$world/closed/sheet.html"
fi
expect 'no half file' [ -z "$(ls "$world/closed")" ]
finish
