#!/bin/sh
# Joins are never silent: what an import, a removal or a word by hand makes of the records of other sources is told.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq
needs_csv
mkdir -p "$world/work" "$XDG_CONFIG_HOME/gairo/importers"
cd "$world/work" || exit 99
cp "$srcdir/tests/data/sources/Harbour-7B.yml" "$srcdir/tests/data/sources/assets.yaml" .
# make_format NAME TITLE RANK: a table of an own source, known by its column NAME.
make_format() {
  cat >"$XDG_CONFIG_HOME/gairo/importers/$1.xml" <<X
<?xml version="1.0" encoding="UTF-8"?>
<format xmlns="urn:gairo:format:1" name="$1" title="made up">
  <read with="csv"/>
  <recognise extensions=".csv"><column name="$1"/></recognise>
  <source id="$1" title="$2" licence="CC0-1.0" cite="$2" rank="$3"/>
</format>
X
}
# Two registers of one shape: the first speaks before Model Openness Tool and Ecosystem Graphs, the other after them.
for name in early late; do
  rank=$([ $name = early ] && echo 50 || echo 150)
  make_format "$name" "The $name register" "$rank"
  cat >"$XDG_CONFIG_HOME/gairo/importers/$name.xsl" <<X
<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" exclude-result-prefixes="r">
  <xsl:template match="/r:document">
    <gairo>
      <reference id="reference.$name"><title>The $name register</title><field name="publication-type" value="dataset"/>
        <source ref="reference.$name" basis="law-secondary"/></reference>
      <xsl:for-each select="r:member">
        <model id="model.$name-{r:entry[@key='$name']}" line="{@line}"><title><xsl:value-of select="r:entry[@key='model']"/></title>
          <source ref="reference.$name" basis="law-secondary"/></model>
      </xsl:for-each>
    </gairo>
  </xsl:template>
</xsl:stylesheet>
X
done
printf 'early,model\n1,Harbour 7B\n2,Pilot\n' >early.csv
printf 'late,model\n1,harbour-7b\n' >late.csv
mot=model.mot-harbour-7b eco=model.ecosystem-harbour-labs-harbour-7b pilot=model.ecosystem-harbour-labs-pilot

run 0 import Harbour-7B.yml assets.yaml late.csv
expect 'all of one name are one' out_has "^joined: ecosystem: \"Harbour 7B\" ($eco) is $mot: the name \"Harbour 7B\" is the same\$"
expect 'whoever it is' out_has "^joined: late: \"harbour-7b\" (model.late-1) is $mot: the name"

# a source that speaks before them
others_are_told() {
  expect 'who was its own is told' out_has "joined: mot: \"Harbour-7B\" ($mot) is model.early-1: the name \"Harbour-7B\" is the same\$"
  expect 'so is who was another' out_has "joined: ecosystem: \"Harbour 7B\" ($eco) is model.early-1: the name \"Harbour 7B\" is the same; it was $mot before\$"
  expect 'and the last of all' out_has "joined: late: \"harbour-7b\" (model.late-1) is model.early-1: the name \"harbour-7b\" is the same; it was $mot before\$"
  expect 'each once' [ "$(grep -c '^ *joined: ecosystem: "Pilot"' "$out")" -eq 1 ]
}
run 0 import --dry-run early.csv
others_are_told
run 0 import --explain early.csv
others_are_told
run 0 import early.csv
others_are_told
run 0 import early.csv
expect 'what stays as it was is not told again' out_lacks '^joined: '
run 0 import late.csv
expect "but the load's own" out_has "^joined: late: \"harbour-7b\" (model.late-1) is model.early-1: the name \"harbour-7b\" is the same\$"

# a newer file has one of the names no more
printf 'early,model\n1,Harbour 7B\n' >early.csv
run 0 import --dry-run early.csv --format json
expect 'who stands alone again is told' json ".joined == [\"ecosystem: \\\"Pilot\\\" ($pilot) stands by itself again; it was model.early-2 before\"]"
run 0 import early.csv
expect 'by the import too' out_has "^joined: ecosystem: \"Pilot\" ($pilot) stands by itself"

# by hand: what others become by it
run 0 sources match model.early-1 model.falcon
expect 'the one that was named' out_has '^early: "Harbour 7B" (model.early-1) is model.falcon: as you said$'
expect 'and those that were it' out_has "^ecosystem: \"Harbour 7B\" ($eco) is $mot: the name \"Harbour 7B\" is the same; it was model.early-1 before\$"
run 0 sources forget model.early-1
expect 'and are again' out_has "^ecosystem: \"Harbour 7B\" ($eco) is model.early-1: the name \"Harbour 7B\" is the same; it was $mot before\$"

words() { "$gairo" sources matches --format json; }
before=$(words)
run 0 sources match --dry-run model.early-1 model.falcon
expect 'a dry run tells the same' out_has "^ecosystem: \"Harbour 7B\" ($eco) is $mot: .*; it was model.early-1 before\$"
expect 'and says that it is one' out_has '^A dry run: nothing was changed.$'
run 0 sources apart --dry-run model.early-1 --format json
expect 'in JSON' json '.dry_run and (.joined | length > 1)'
expect 'nothing was changed' [ "$(words)" = "$before" ]
run 0 sources --help
expect 'the help names it' out_has 'with --dry-run it is only'

# a removal
removal_is_told() {
  expect 'who is another now is told' out_has "^joined: late: \"harbour-7b\" (model.late-1) is $mot: the name \"harbour-7b\" is the same; it was model.early-1 before\$"
  expect 'who is its own too' out_has "^joined: mot: \"Harbour-7B\" ($mot) stands by itself again; it was model.early-1 before\$"
}
run 0 sources remove --dry-run early
removal_is_told
run 0 sources remove early
removal_is_told
run 0 sources remove mot --format json
expect 'in JSON, organisations too' json '.joined | length == 3 and any(test("^late: .* is model.ecosystem-harbour-labs-harbour-7b: the name .*; it was model.mot-harbour-7b before$"))'
run 0 check

# a removal leaves the file as it was: its rows, but for the search index's own and the last number given, and its size
if command -v sqlite3 >/dev/null; then
  cp -r "$srcdir/tests/data/sources" sources
  rows() { sqlite3 "$GAIRO_DB" .dump | grep -v "^INSERT INTO \(search_data\|search_idx\|sqlite_sequence\) \|^INSERT INTO sqlite_sequence"; }
  rm -f "$GAIRO_DB"*
  run 0 check
  rows >before
  run 0 import -q sources early.csv late.csv
  for source in $("$gairo" sources --format json | jq -r '.[].id | select(. != "gairo" and . != "openness")'); do run 0 sources remove "$source"; done
  rows >after
  expect 'no row is left, and none is lost' cmp before after
  # what was written under an id that became another keeps its way there
  run 0 import -q Harbour-7B.yml assets.yaml
  run 0 note $mot 'seen in March'
  run 0 import -q early.csv
  run 0 sources remove mot
  run 0 show $mot --format json
  expect 'it leads there, though nobody calls it so any more' json '.[0] | .id == "model.early-1" and .note == "seen in March"'
fi

# A big source, mostly of text: the file is small again when it is gone.
awk 'BEGIN { print "late,model"; for (i = 1; i <= 4000; i++) printf "%d,Quay %d %0*d\n", i, i, 300, i }' >big.csv
rm -f "$GAIRO_DB"*
run 0 check
size=$(wc -c <"$GAIRO_DB")
run 0 import -q big.csv
expect 'it grew' [ "$(wc -c <"$GAIRO_DB")" -gt $((size + size / 2)) ]
run 0 sources remove late
expect 'and is as small as it was' [ "$(wc -c <"$GAIRO_DB")" -le "$size" ]
run 0 search watermark

# The first records are explained; how many more there are is said.
awk 'BEGIN { print "late,model"; for (i = 1; i < 1003; i++) printf "%d,Quay\n", i }' >many.csv
run 0 import --explain --limit 2 many.csv
expect 'how many more' out_has '^And 1000 more records (--limit N)$'
printf 'early,model\n1,Quay\n' >quay.csv
run 0 import --explain --limit 5000 many.csv quay.csv
expect 'beyond what the report holds' out_has '^And [1-9] more records: the report has no room to explain more$'
expect 'the last that it holds' [ "$(grep -c '^What would become of it:' "$out")" -eq 1000 ]
expect 'each is told of' [ "$(grep -c '^    added: model.late-' "$out")" -eq 1000 ]
expect 'and how it is joined, each its own' [ "$(grep -c '^    model.late-[0-9]*: stays apart: the source has 1002 of the name, and model.early-1 is another' "$out")" -eq 1000 ]

# Two targets that are one item make one link; what differs in relation, place or source stays apart.
make_format needs Needs 150
cat >"$XDG_CONFIG_HOME/gairo/importers/needs.xsl" <<X
<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" exclude-result-prefixes="r">
  <xsl:template match="/r:document">
    <gairo>
      <reference id="reference.needs"><title>Needs</title><field name="publication-type" value="dataset"/><source ref="reference.needs" basis="law-secondary"/></reference>
      <reference id="reference.needs-too"><title>Needs too</title><field name="publication-type" value="dataset"/><source ref="reference.needs-too" basis="law-secondary"/></reference>
      <model id="model.needs-1"><title>Breakwater</title><source ref="reference.needs" basis="law-secondary"/>
        <xsl:for-each select="r:member">
          <link relation="{r:entry[@key='relation']}" to="{r:entry[@key='needs']}" ref="reference.{r:entry[@key='from']}" locator="{r:entry[@key='place']}" basis="law-secondary" line="{@line}"/>
        </xsl:for-each>
      </model>
    </gairo>
  </xsl:template>
</xsl:stylesheet>
X
{
  echo needs,relation,from,place
  echo $mot,built-on,needs,page 1
  echo $eco,built-on,needs,page 1
  echo $eco,built-on,needs,page 2
  echo $eco,built-on,needs-too,page 1
  echo $pilot,built-on,needs,page 1
} >needs.csv
rm -f "$GAIRO_DB"*
run 0 import assets.yaml Harbour-7B.yml needs.csv
expect 'each leads to an item' out_lacks '^left out.*needs.csv'
run 0 show model.needs-1 --format json
sources_of() { json "[.[0].links[] | select(.id == \"$1\" and .relation == \"built-on\") | .sources[] | [.id, .locator]] | sort == $2"; }
expect 'said twice of one item at one place, it is one link' sources_of $mot '[["reference.needs", "page 1"], ["reference.needs", "page 2"], ["reference.needs-too", "page 1"]]'
expect 'of another item it is another' sources_of $pilot '[["reference.needs", "page 1"]]'

# What led nowhere before is not lost by a removal, though its model is another item after it.
sed 's/dependencies: \[\]/dependencies: [A Lost One]/; s/- BLOOM/- Gone Before/' assets.yaml >lost.yaml
rm -f "$GAIRO_DB"*
run 0 import Harbour-7B.yml lost.yaml
expect 'what leads nowhere is counted' out_has '^left out: ecosystem: 3 links "built-on" to what is not there, such as lost.yaml:[0-9]*: model.mot-harbour-7b to model.gone-before$'
expect 'once' [ "$(grep -c '^left out' "$out")" -eq 1 ]
expect 'with the way to each' out_has '^Each link that was left out: gairo import --explain, or --format json.$'
run 0 import --explain lost.yaml
expect 'each' out_has '^left out: lost.yaml:[0-9]*: model.ecosystem-harbour-labs-pilot: the link "built-on" leads to model.a-lost-one, which is not there'
expect 'as many as there are' [ "$(grep -c '^left out' "$out")" -eq 3 ]
run 0 import lost.yaml --format json
expect 'all in JSON' json '.unresolved | length == 3'
refuses 1 'there is no stage "area.safety-security"; .*; linked=ID selects what is linked with it' list risks --where within=area.safety-security
refuses 1 'there is no item "qqqqqqqq"' list risks --where linked=qqqqqqqq
run 0 sources remove mot --format json
expect 'and the removal lost none' json '.links == []'

# Of lists that would be too long the report has the first 10,000, and says how many more there are.
awk 'BEGIN { print "late,model"; for (i = 1; i < 10011; i++) printf "%d,Buoy %d\n", i, i }' >buoys.csv
run 0 import --dry-run buoys.csv
more=$(sed -n 's/^would differ: and \([0-9]*\) more, for which the report has no room$/\1/p' "$out")
expect 'on a page' [ "${more:-0}" -ge 10 ]
run 0 import --dry-run buoys.csv --format json
expect 'in JSON' json "(.changes | length == 10000) and .more == {\"changes\": $more}"
finish
