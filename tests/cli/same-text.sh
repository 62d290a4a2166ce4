#!/bin/sh
# A sheet says the same in every output, whichever template it is made as. What cannot be written leaves nothing behind.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq

GAIRO_TODAY=2026-11-26
export GAIRO_TODAY
formats='html markdown text odt docx pdf'
run 0 formats --format json
for format in odt docx pdf; do
  jq -e "map(select(.name == \"$format\"))[0].fault == null" "$out" >/dev/null || formats=$(echo "$formats" | sed "s/ $format//")
done
command -v unzip >/dev/null || formats=$(echo "$formats" | sed 's/ odt docx//')
command -v pdftotext >/dev/null || formats=$(echo "$formats" | sed 's/ pdf//')

# Words of at least four letters, each once, without those of addresses, which are broken anywhere.
words() { tr -cs 'A-Za-z' '\n' | tr 'A-Z' 'a-z' | awk 'length($0) >= 4' | sort -u | comm -23 - "$world/addresses"; }
without_tags() { tr '\n' ' ' | sed 's/<style>.*<\/style>//; s/<[^>]*>/ /g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g'; }
text_of() {
  case $1 in
  html) without_tags <"$2" ;;
  markdown) sed 's/\\//g; s/](#[^)]*)/]/g; s/](<*http[^)]*)/]/g' "$2" | without_tags ;;
  text) cat "$2" ;;
  odt) unzip -p "$2" content.xml | without_tags ;;
  docx) { unzip -p "$2" word/document.xml; unzip -p "$2" word/footnotes.xml; } | sed 's/<w:instrText[^>]*>[^<]*//g' | without_tags ;;
  pdf) pdftotext -layout "$2" - ;;
  esac
}

items='risk.safeguards-stripped risk.no-recall opportunity.independent-audit mitigation.staged-release instrument.eu-ai-act
 model.bloom model.llama-2 observation.capability recommendation.share-safeguards'
for template in $("$gairo" sheet templates --format json | jq -r '.[].name'); do
  run 0 sheet new "$template" template="$template" 'classification=For official use only' 'audience=The minister' 'author=A. Example'
  # shellcheck disable=SC2086 # a list of words
  run 0 sheet add "$template" $items
  run 0 sheet note "$template" risk.no-recall 'A quixotic remark'
  run 0 sheet group "$template" 'Zymurgy' risk.no-recall
  run 0 export --sheet "$template" --to json
  jq -r '.. | .url? // empty' "$out" | tr -cs 'A-Za-z' '\n' | tr 'A-Z' 'a-z' | sort -u >"$world/addresses"
  for format in $formats; do
    run 0 export --sheet "$template" --to "$format" -o "$world/sheet.$format"
    text_of "$format" "$world/sheet.$format" | words >"$world/words.$format"
  done
  expect "$template: there are words" [ "$(wc -l <"$world/words.text")" -gt 120 ]
  for format in $formats; do
    comm -23 "$world/words.text" "$world/words.$format" >"$out"
    # Headings and captions that only columns of text have.
    expect "$template as $format says all" [ -z "$(grep -v -x -e pipeline -e components -e scale "$out")" ]
    comm -13 "$world/words.text" "$world/words.$format" >"$out"
    # Words for those who jump about, and those of the page itself.
    expect "$template as $format says no more" [ -z "$(grep -v -x -e skip -e content -e reference -e what -e mean -e levels "$out")" ]
  done
  if command -v soffice >/dev/null && [ -n "${GAIRO_OFFICE:-}" ]; then
    for format in odt docx; do
      soffice "-env:UserInstallation=file://$world/office" --headless --convert-to txt:Text --outdir "$world/read" "$world/sheet.$format" >/dev/null 2>&1
      words <"$world/read/sheet.txt" >"$world/words.office"
      comm -23 "$world/words.text" "$world/words.office" >"$out"
      expect "$template: an office reads $format" out_is_empty
    done
  fi
done

# A disk that is full, in the middle of a file: one line, nothing left, and what was there stays.
mkdir "$world/full"
echo old >"$world/full/old.html"
for format in $formats json; do
  for file in "new.$format" old.html; do
    call="gairo export --to $format -o $file on a full disk"
    (
      ulimit -f 4
      "$gairo" export --sheet report --to "$format" -o "$world/full/$file" >"$out" 2>"$err"
    )
    status=$?
    expect 'exit status 1' [ $status -eq 1 ]
    expect 'one line' err_is_line "$file"
    expect 'nothing half' [ "$(ls "$world/full")" = old.html ]
    expect 'what was there' [ "$(cat "$world/full/old.html")" = old ]
  done
done
# A place where nobody writes, root neither.
if [ -d /proc/self ]; then
  for format in $formats; do refuses 1 '/proc' export --sheet report --to "$format" -o "/proc/gairo-sheet.$format"; done
fi
finish
