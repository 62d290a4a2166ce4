#!/bin/sh
# Every output of every template through readers that others wrote: an HTML validator, a parser of BibTeX, of JSON, of XML, and of PDF.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq

GAIRO_TODAY=2026-11-26
export GAIRO_TODAY
cat >"$world/hostile.xml" <<'XML'
<gairo xmlns="urn:gairo:data:1" source="hostile" title="Hostile source" licence="CC BY-SA 4.0" cite="Somebody Else (2026)" url="https://example.org/sa">
  <reference id="reference.hostile"><title>Hostile \input{file} {unclosed $x^2_y$ 100% &amp; #1 ~ "quoted" @string{a="b"}</title><field name="authors" value="Doe, J.; The {Office} &amp; Sons; Roe, R. and 24 others"/><field name="year" value="2026"/><source ref="reference.hostile" basis="literature"/></reference>
  <risk id="risk.hostile"><title>=HYPERLINK("http://evil.example","x") &lt;/title&gt;&lt;img src=x onerror=alert(1)&gt; "]]&gt; --&gt;</title><summary>+1 *bold* [link](javascript:alert(1)) | cell, "quoted"; &#x202E;desrever \write18{rm} &#x7;</summary><body><p>@SUM(A1) &lt;script&gt;alert(1)&lt;/script&gt; # heading `code`</p>
    <p>the sea is low and the bay is dry or wet as the day may be and the sea is low and the bay is dry or wet as the day may be and the sea is low and the bay is dry or wet as the day may be and the sea is low and the bay is dry or wet as the day may be and the sea is low and the bay is dry or wet as the day may be and the sea is low and the bay is dry or wet as the day may be and</p></body><field name="effect" value="raises">W.</field><field name="evidence" value="some">W.</field><field name="affected">W.</field><source ref="reference.hostile" basis="literature"/></risk>
</gairo>
XML
sed -i 's/ &#x7;//' "$world/hostile.xml"
run 0 import "$world/hostile.xml"
items="risk.safeguards-stripped risk.hostile opportunity.independent-audit mitigation.staged-release instrument.eu-ai-act model.bloom model.llama-2"

check_html() {
  tidy -quiet -errors --show-info no "$1" 2>"$out"
  expect "$1 is valid" out_is_empty
}

for template in $("$gairo" sheet templates --format json | jq -r '.[].name'); do
  run 0 sheet new "$template" template="$template" 'title=Open <i>weights</i> & "more" {\\}' 'classification=For official use only'
  # shellcheck disable=SC2086 # a list of words
  run 0 sheet add "$template" $items
  run 0 sheet note "$template" risk.hostile '<b>A remark</b> | with *marks* and =1+1'
  for format in html slides-html; do
    run 0 export --sheet "$template" --to $format -o "$world/$template-$format.html"
    expect "$template as $format runs nothing" [ "$(grep -c -i '<script\|<img\|javascript:[^(]*"' "$world/$template-$format.html")" -eq 0 ]
    if command -v tidy >/dev/null; then check_html "$world/$template-$format.html"; fi
    if [ -n "${VNU_JAR:-}" ]; then
      java -jar "$VNU_JAR" --errors-only "$world/$template-$format.html" >"$out" 2>&1
      expect "$template as $format is valid for Nu" out_is_empty
    fi
  done

  run 0 export --sheet "$template" --to bibtex -o "$world/$template.bib"
  run 0 export --sheet "$template" --to json -o "$world/$template.json"
  references=$(jq '.references | length' "$world/$template.json")
  expect "$template has references" [ "$references" -gt 1 ]
  if perl -MText::BibTeX -e 1 2>/dev/null; then
    perl -MText::BibTeX -e '
      my $file = Text::BibTeX::File->new($ARGV[0]) or exit 1;
      while (my $entry = Text::BibTeX::Entry->new($file)) {
        $entry->parse_ok or exit 2;
        print $entry->key, "\t", join("|", map { join " ", $_->part("last") } $entry->names("author")), "\n";
      }' "$world/$template.bib" >"$out" 2>"$err"
    expect "$template: the parser of BibTeX has nothing to say" err_is_empty
    expect "$template: each reference is an entry" [ "$(wc -l <"$out")" -eq "$references" ]
    if grep -q '^hostile' "$out"; then
      expect "$template: names apart" out_has '^hostile	Doe|.*Office.*|Roe|others$'
    fi
  fi

  expect "$template: JSON again is the same" [ "$(jq -c . "$world/$template.json" | jq -S . | sha256sum)" = "$(jq -S . "$world/$template.json" | sha256sum)" ]
  run 0 export --sheet "$template" --to csv -o "$world/$template.csv"
  if command -v python3 >/dev/null; then
    python3 -c '
import csv, sys
rows = list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8"), strict=True))
assert len(rows) > 5 and len({len(row) for row in rows}) == 1, rows[0]
assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@", "\t", "\r") or cell[:1] == "-" and not cell[1:2].isdigit()]
' "$world/$template.csv" 2>"$err"
    expect "$template: CSV has rows of one width, and no formula" err_is_empty
  fi
  # Text under a licence that is handed on with it says so in every output.
  run 0 export --sheet "$template" --to text
  expect "$template: attribution" out_has 'Somebody Else (2026)'
  for format in html slides-html text markdown json csv; do
    run 0 export --sheet "$template" --to $format
    expect "$template as $format: share-alike" out_has 'CC BY-SA 4.0'
    expect "$template as $format: whose it is" out_has 'Somebody Else'
  done
  for format in odt docx pdf slides-pdf; do
    "$gairo" export --sheet "$template" --to $format -o "$world/$template.$format" 2>"$err" || continue
    case $format in
    odt) command -v unzip >/dev/null && unzip -p "$world/$template.odt" content.xml >"$out" || continue ;;
    docx) command -v unzip >/dev/null && unzip -p "$world/$template.docx" word/document.xml >"$out" || continue ;;
    *) command -v pdftotext >/dev/null && pdftotext "$world/$template.$format" "$out" || continue
      if command -v qpdf >/dev/null; then expect "$template as $format is sound" qpdf --check "$world/$template.$format" >/dev/null; fi ;;
    esac
    tr '\n' ' ' <"$out" >"$world/joined" && cp "$world/joined" "$out"
    expect "$template as $format: share-alike" out_has 'CC BY-SA 4.0'
    expect "$template as $format: whose it is" out_has 'Somebody Else'
  done
done
finish
