#!/bin/sh
# Sheets from the command line: made, filled, ordered, cut, checked, exported.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq

GAIRO_TODAY=2026-11-26
export GAIRO_TODAY
run 0 list risks --format tsv
risk=$(sed -n 2p "$out" | cut -f 1)
second=$(sed -n 3p "$out" | cut -f 1)
run 0 list opportunities --format tsv
gain=$(sed -n 2p "$out" | cut -f 1)

run 0 sheet new winter "title=Open weights" template=brief "author=A. Example" --format json
expect 'the sheet' json '.[0].name == "winter" and .[0].title == "Open weights" and .[0].template == "brief" and .[0].entries == []'
run 0 sheet add winter "$risk" "$gain" "$second"
run 0 sheet move winter "$second" first
run 0 sheet group winter 'What is at stake' "$risk" "$second"
run 0 sheet cut winter summary "$risk"
run 0 sheet note winter "$gain" 'ask the office'
run 0 sheet show winter --format json
expect 'the order' json ".[0].entries | map(.id) == [\"$second\", \"$risk\", \"$gain\"]"
expect 'headings' json '.[0].entries | map(.heading) == ["What is at stake", "What is at stake", null]'
expect 'depths' json '.[0].entries | map(.depth) == ["full", "summary", "full"]'
expect 'the note' json '.[0].entries[2].note == "ask the office"'
expect 'the day' json '.[0].entries[0].added == "2026-11-26"'
run 0 sheet show winter
expect 'a table' out_has 'What is at stake'
run 0 sheet list
expect 'listed' out_has '^winter'
run 0 sheet --format json
expect 'the basket first' json '.[0].name == "basket" and .[1].name == "winter"'
run 0 sheet add basket --kind risk --where area=safety-security
run 0 sheet show basket --format json
expect 'all of a kind' json '.[0].entries | length > 3 and all(.id | startswith("risk."))'

run 1 sheet check basket
expect 'one-sided' out_has 'one-sided'
run 1 sheet check basket --format json
expect 'remarks' json 'map(.rule) | index("one-sided") != null and index("unchecked") != null'
run 1 sheet check winter --format json
expect 'both sides' json 'map(.rule) | index("one-sided") == null'
run 0 sheet new mostly
run 0 sheet add mostly --kind risk --where area=safety-security
run 0 sheet add mostly "$gain"
run 1 sheet check mostly --format json
expect 'many of the one side' json 'map(select(.rule == "one-sided" and .id == null)) | length == 1'
run 0 sheet new law
GAIRO_TODAY=2026-07-01
run 0 sheet add law provision.eu-aia-50 risk.safeguards-stripped opportunity.cheaper-access term.parameter
run 1 sheet check law --format json
expect 'the law is as it was' json 'map(.rule) | index("law-changed") == null'
expect 'words not checked' json 'map(select(.rule == "unchecked").id) | index("risk.safeguards-stripped") != null'
expect 'no source but us' json 'map(select(.rule == "no-source").id) == ["term.parameter"]'
GAIRO_TODAY=2026-11-26
run 1 sheet check law --format json
expect 'the law changed' json 'map(select(.rule == "law-changed" and .id == "provision.eu-aia-50")) | length == 1'
expect 'and that on a risk' json 'map(select(.rule == "law-changed" and .id == "risk.safeguards-stripped")) | length >= 1'
expect 'both sides' json 'map(.rule) | index("one-sided") == null'
run 1 sheet check law --as-of 2026-07-01 --format json
expect 'looked at on that day' json 'map(.rule) | index("law-changed") == null'

# What a template is made of has to be there.
misfit() { jq -r 'map(select(.rule == "template")) | map(.message) | .[]' "$out"; }
run 0 sheet new odd
run 1 sheet check odd --template models --format json
expect 'what is empty is empty, and no more' json 'map(.rule) == ["empty"]'
run 0 sheet add odd opportunity.cheaper-access
for template in recommendation register models law; do
  run 1 sheet check odd --template $template --format json
  expect "$template: one remark" [ "$(misfit | wc -l)" = 1 ]
done
for template in items brief report; do
  run 1 sheet check odd --template $template --format json
  expect "$template: none" [ "$(misfit | wc -l)" = 0 ]
done
run 1 sheet check odd --template models --format json
expect 'no model' [ "$(misfit)" = 'a model comparison sets models side by side, and it holds none' ]
run 0 sheet add odd model.bloom
run 1 sheet check odd --template models --format json
expect 'one model' [ "$(misfit)" = 'a model comparison sets models side by side, and it holds only one' ]
cat >"$world/gone.xml" <<'XML'
<gairo xmlns="urn:gairo:data:1" source="brief-stay" title="A brief stay" version="1" date="2026-01-01" licence="CC0-1.0">
<reference id="reference.brief-stay"><title>A table</title><field name="year" value="2024"/><source ref="reference.brief-stay" basis="literature"/></reference>
<model id="model.brief-stay"><title>Brief stay</title><field name="released" value="2024-01"/><source ref="reference.brief-stay" basis="literature"/></model></gairo>
XML
run 0 import "$world/gone.xml"
run 0 sheet add odd model.brief-stay
run 1 sheet check odd --template models --format json
expect 'two, one of them another source speaks of' [ -z "$(misfit)" ]
run 0 sources remove brief-stay
run 1 sheet check odd --template models --format json
expect 'what is gone is no model to compare' [ "$(misfit)" = 'a model comparison sets models side by side, and it holds only one' ]
run 0 sheet remove odd model.brief-stay
run 0 sheet add odd model.llama-2 risk.no-recall
run 0 sheet set odd template=models
run 1 sheet check odd --format json
expect 'two models, as the sheet says' [ -z "$(misfit)" ]
run 1 sheet check odd --template register --format json
expect 'a risk' [ -z "$(misfit)" ]
run 1 sheet check odd --template law --format json
expect 'law by way of risks' [ "$(misfit)" = 'a law overview lists laws and their dates, and it holds none; those that bear on its risks stand there without dates' ]
run 0 sheet add odd instrument.eu-ai-act
run 1 sheet check odd --template law --format json
expect 'a law' [ -z "$(misfit)" ]
refuses 2 "no template 'poster'" sheet check odd --template poster
run 0 sheet delete odd
run 0 sheet templates --format json
expect 'templates' json 'map(.name) == ["items", "recommendation", "brief", "register", "models", "law", "report"]'

run 0 export --sheet winter --to json
expect 'the template of the sheet' json '.template == "brief" and .author == "A. Example" and .title == "Open weights"'
expect 'the heading' json '.groups[0].title == "What is at stake" and (.groups[0].items | length == 2)'
expect 'cut' json '.groups[0].items[1] | .depth == "summary" and .body == [] and .summary != null'
expect 'the note goes with it' json '[.groups[].items[].notes[]] == ["ask the office"]'
run 0 export --sheet winter --to json --template register
expect 'another template' json '.template == "register" and .sections[0].tables[0].rows[0].id != null'
# A law that was taken back must not look as if it applied.
run 0 sheet new risks template=register
run 0 sheet add risks risk.safeguards-stripped
law_of() { jq -r --arg id "$1" '.sections[0].tables[0].rows[] | select(.id == $id) | .values[6].text' "$out"; }
run 0 export --sheet risks --to json --as-of 2024-05-14
expect 'the law while it applied' [ "$(law_of risk.safeguards-stripped | grep -c 'EO 14110, sec. 3(k)[^;]*, in force')" -eq 1 ]
run 0 export --sheet risks --to json --as-of 2026-11-26
expect 'the law after it was revoked' [ "$(law_of risk.safeguards-stripped | grep -c 'EO 14110, sec. 3(k)[^;]*, revoked')" -eq 1 ]
run 0 sheet delete risks
for template in items recommendation brief register models law report; do
  for format in markdown html text csv json bibtex; do
    run 0 export --sheet winter --to "$format" --template "$template"
    cp "$out" "$world/first"
    run 0 export --sheet winter --to "$format" --template "$template"
    expect "$format of $template is the same again" cmp -s "$out" "$world/first"
  done
done

run 0 sheet copy winter spring --quiet
expect 'quiet' out_is_empty
run 0 sheet rename spring summer
run 0 sheet remove summer "$risk" "$gain"
run 0 sheet clear summer
run 0 sheet delete summer
refuses 1 'no sheet "summer"' sheet show summer
refuses 2 'basket' sheet delete basket
refuses 2 'needs NAME' sheet show
refuses 2 "no 'shaw'.*show" sheet shaw winter
refuses 2 'template' sheet set winter template=poster
refuses 2 'FIELD=VALUE' sheet set winter colour=red
# What is refused leaves nothing behind, and changes nothing.
long=$(printf '%600s' '' | tr ' ' x)
refuses 2 'at most 500 bytes' sheet new half "title=Half a sheet" "author=$long"
refuses 2 'is no date' sheet new half "title=Half a sheet" date=2026-13-40
refuses 1 'no sheet "half"' sheet show half
refuses 2 'at most 500 bytes' sheet set winter "title=Another" "author=$long"
run 0 sheet show winter --format json
expect 'all or nothing' json '.[0].title == "Open weights" and .[0].author == "A. Example"'
run 0 sheet new whole title=Whole author=Ada date=2026-11-20 notes=no
run 0 sheet show whole --format json
expect 'all of it' json '.[0] | .title == "Whole" and .author == "Ada" and .date == "2026-11-20" and .notes == "no" and .audience == null'
run 0 sheet delete whole
refuses 2 'title, summary, full' sheet cut winter half "$risk"
refuses 2 'place' sheet move winter "$risk" -- 0
refuses 1 'risk.nope' sheet add winter risk.nope
refuses 1 'not in the sheet' sheet cut winter full risk.nope
refuses 2 'takes no option --kind' sheet show winter --kind risk
refuses 2 'what to add' sheet add winter
refuses 2 'no template' export --sheet winter --to html --template poster

# A stylesheet of the user's own works like the shipped ones.
mkdir -p "$XDG_CONFIG_HOME/gairo/outputs"
cat >"$XDG_CONFIG_HOME/gairo/outputs/names.txt.xsl" <<'XSL'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:s="urn:gairo:sheet:1">
  <xsl:output method="text"/>
  <xsl:template match="/"><xsl:for-each select="//s:item"><xsl:value-of select="concat(@id, '&#10;')"/></xsl:for-each></xsl:template>
</xsl:stylesheet>
XSL
run 0 export --to names.txt --template items "$risk" "$gain"
expect 'its words' [ "$(cat "$out")" = "$(printf '%s\n%s' "$risk" "$gain")" ]
run 0 formats --format json
expect 'listed' json 'map(select(.direction == "export" and .name == "names.txt")) | .[0].extensions == [".txt"]'
# One for ODT makes a package of the document, one for PDF another document.
if jq -e 'map(select(.name == "odt" or .name == "pdf") | .fault == null) | all' "$out" >/dev/null && command -v unzip >/dev/null && command -v pdftotext >/dev/null; then
  sed 's/margin-left="{2.2/margin-left="{7.3/' "$srcdir/sheets/render/odt.xsl" >"$XDG_CONFIG_HOME/gairo/outputs/letterhead.odt.xsl"
  run 0 export --to letterhead.odt -o "$world/letter.odt" "$risk"
  unzip -p "$world/letter.odt" styles.xml >"$out"
  expect 'a margin of their own' out_has 'fo:margin-left="7.3cm"'
  cat >"$XDG_CONFIG_HOME/gairo/outputs/letterhead.pdf.xsl" <<'XSL'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:d="urn:gairo:document:1" xmlns="urn:gairo:document:1">
  <xsl:template match="@*|node()"><xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template>
  <xsl:template match="/d:document"><xsl:copy><xsl:copy-of select="@*"/><p style="kicker">Ministry of Weights</p><xsl:apply-templates/></xsl:copy></xsl:template>
</xsl:stylesheet>
XSL
  run 0 export --to letterhead.pdf -o "$world/letter.pdf" "$risk"
  pdftotext "$world/letter.pdf" "$out"
  expect 'their name at the top' [ "$(head -n 1 "$out")" = 'Ministry of Weights' ]
  expect 'and all of the sheet' out_has 'Where this is from'
  # One of a shipped output's name takes its place, by name and by the file's ending, for slides too.
  for name in pdf slides-pdf; do
    cp "$XDG_CONFIG_HOME/gairo/outputs/letterhead.pdf.xsl" "$XDG_CONFIG_HOME/gairo/outputs/$name.xsl"
    run 0 export --to "$name" -o "$world/letter.pdf" "$risk"
    pdftotext "$world/letter.pdf" "$out"
    expect "their name at the top of $name" out_has 'Ministry of Weights'
  done
  run 0 export -o "$world/letter.pdf" "$risk"
  pdftotext "$world/letter.pdf" "$out"
  expect 'by the ending' [ "$(head -n 1 "$out")" = 'Ministry of Weights' ]
  run 0 formats --format json
  expect 'listed once' json 'map(select(.direction == "export")) | length == (map(.name) | unique | length) and (map(select(.name == "pdf")) | .[0].extensions == [".pdf"])'
  rm "$XDG_CONFIG_HOME/gairo/outputs/pdf.xsl" "$XDG_CONFIG_HOME/gairo/outputs/slides-pdf.xsl"
  # The parts of a slide may come in any order.
  cat >"$XDG_CONFIG_HOME/gairo/outputs/turned.pdf.xsl" <<'XSL'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:document:1">
  <xsl:template match="/">
    <document template="slides" title="Turned" lang="en-GB">
      <slide kind="item"><p style="source">Source: a friend</p><p>What is said.</p><h level="2">A title</h><p>And what is added.</p></slide>
    </document>
  </xsl:template>
</xsl:stylesheet>
XSL
  run 0 export --to turned.pdf -o "$world/turned.pdf" "$risk"
  pdftotext "$world/turned.pdf" "$out"
  for words in 'A title' 'What is said' 'And what is added' 'Source: a friend'; do
    expect "a slide in another order: $words" [ "$(grep -c "$words" "$out")" -eq 1 ]
  done
  rm "$XDG_CONFIG_HOME/gairo/outputs/turned.pdf.xsl"
fi
echo '<a/>' >"$XDG_CONFIG_HOME/gairo/outputs/broken.xsl"
refuses 1 'broken.xsl.*stylesheet' export --to broken "$risk"
finish
