#!/bin/sh
# A source is one: its newer release replaces the one that was imported before, wherever its files lie; what stays is told.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq
needs_csv
cd "$world" || exit 99
mkdir old new other
files() { "$gairo" sources show "$1" --format json | jq -c '[.files[].path | sub(".*/(?<a>[^/]*/[^/]*)$"; "\(.a)")]'; }

# one file
cp "$srcdir/tests/data/sources/ATLAS.yaml" old/
sed 's/5\.99\.0/5.100.0/; /id: AML.T0901.000/,/subtechnique-of/d; s/Through a glass/Through two glasses/' old/ATLAS.yaml >new/ATLAS.yaml
run 0 import old
records=$("$gairo" sources show atlas --format json | jq .records)
goes() {
  expect 'both versions' err_has '^gairo: atlas: version 5.99.0 was loaded; this is 5.100.0$'
  expect 'what is replaced, and what goes' err_has "^gairo: atlas: .*/old/ATLAS.yaml is replaced; 1 of its $records records is not in the release of now and is removed\$"
  expect 'the counts' out_has "^$records records: 0 added, $((records - 2)) changed, 1 unchanged, 1 removed, 0 refused\$"
}
run 0 import --dry-run new/ATLAS.yaml
goes
expect 'which one' out_has '^would differ: - atlas:AML.T0901.000'
expect 'what is new is not lost among what only names another version' [ "$(grep -c '^would differ: ~' "$out")" -eq 2 ]
expect 'those are counted' out_has "^would differ: ~ $((records - 3)) records in nothing but the version of the source that they name\$"
expect 'and the other tells what is new, and not the version' out_has '^would differ: ~ .*two glasses[^;]*$'
"$gairo" import --dry-run new/ATLAS.yaml --format json >"$out" 2>/dev/null
expect 'JSON lists each' json "[.changes[] | select(.change == \"changed\" and .what == \"version of the source\")] | length == $((records - 3))"
run 0 import --dry-run new/ATLAS.yaml
run 0 show atlas:AML.T0901.000
run 0 import new/ATLAS.yaml
goes
run 1 show atlas:AML.T0901.000
expect 'one file is its' [ "$(files atlas)" = '["new/ATLAS.yaml"]' ]
run 0 import new
expect 'the same again' out_has ' 0 added, 0 changed, .* 0 removed, 0 refused$'
expect 'and nothing to tell' err_is_empty
run 0 check

# back
run 0 import old/ATLAS.yaml
expect 'an older one is told' err_has '^gairo: atlas: version 5.100.0 was loaded; this is 5.99.0, an older one$'
expect 'what it had is there again' out_has ' 1 added, .* 0 removed, 0 refused$'
expect 'the former file is left' [ "$(files atlas)" = '["old/ATLAS.yaml"]' ]

# in the same folder, under another name
cp new/ATLAS.yaml old/ATLAS-newer.yaml
run 0 import old/ATLAS-newer.yaml
expect 'it replaces that one' [ "$(files atlas)" = '["old/ATLAS-newer.yaml"]' ]
run 1 show atlas:AML.T0901.000
expect 'nothing else goes' [ "$("$gairo" sources show atlas --format json | jq .records)" -eq $((records - 1)) ]
run 0 import old/ATLAS-newer.yaml
expect 'the same again' out_has ' 0 added, 0 changed, .* 0 removed, 0 refused$'

# with a record refused, nothing goes, and that is told too
sed 's/5\.100\.0/5.101.0/; s/^    name: Curtains$/    name: ""/' new/ATLAS.yaml >other/ATLAS.yaml
run 1 import other/ATLAS.yaml
run 1 import --keep-going other/ATLAS.yaml
expect 'the version' err_has '^gairo: atlas: version 5.100.0 was loaded; this is 5.101.0$'
expect 'what stays' err_has '^gairo: atlas: [1-9] records\{0,1\} of .*/old/ATLAS-newer.yaml \(is\|are\) not in the files of now and stays\{0,1\}; '
expect 'and stays' out_has ' 0 removed, [1-9] refused$'
rm -f old/ATLAS* other/ATLAS*

# many files: a part of a release, and the whole of it
for name in Jetty Mole Quay Wharf; do sed "s/Harbour-7B/$name/" "$srcdir/tests/data/sources/Harbour-7B.yml" >old/$name.yml; done
for name in Jetty Mole Quay; do sed "s/version: '1.0'/version: '1.1'/; s/date: '2025/date: '2026/" old/$name.yml >new/$name.yml; done
run 0 import old
run 0 import new/Jetty.yml
expect 'the version' err_has '^gairo: mot: version Model Openness Framework 1.0 was loaded; this is Model Openness Framework 1.1$'
expect 'what stays of it' err_has '^gairo: mot: 3 records of 3 files imported before, such as .*/old/Mole.yml, are not in the files of now and stay; to be without them, gairo sources remove mot, and import what is to be there$'
expect 'nothing went' out_has ' 0 removed, 0 refused$'
for name in Mole Quay Wharf; do run 0 show model.mot-$(echo $name | tr A-Z a-z); done
run 0 sources remove mot
run 0 import old
run 0 import new
expect 'the whole' err_has "^gairo: mot: 4 files imported before, such as .*/old/Jetty.yml, are replaced; 1 of their 6 records is not in the release of now and is removed\$"
run 1 show model.mot-wharf
expect 'its files' [ "$(files mot)" = '["new/Jetty.yml","new/Mole.yml","new/Quay.yml"]' ]

# one release whose files each say a day of their own: a part of it from elsewhere is no other release
mkdir all part
month=0
for name in Jetty Mole Quay Wharf; do
  month=$((month + 1))
  sed "s/Harbour-7B/$name/; s/date: '2024-12-15'/date: '2025-0$month-01'/" "$srcdir/tests/data/sources/Harbour-7B.yml" >all/$name.yml
done
cp all/Jetty.yml all/Quay.yml all/Wharf.yml part/
run 0 sources remove mot
run 0 import all
run 0 import part
expect 'what stays is told' err_has '^gairo: mot: 1 record of .*/all/Mole.yml is not in the files of now and stays; '
expect 'nothing went' out_has ' 0 removed, 0 refused$'
run 0 show model.mot-mole
sed -i "s/date: '2025-04-01'/date: '2025-05-01'/" part/Wharf.yml
run 0 sources remove mot
run 0 import all
run 0 import part
expect 'of a later day it is' out_has ' 1 removed, 0 refused$'
run 1 show model.mot-mole

# where the first file that says something counts, a newer release's own words do, whatever its files are called
importers=$XDG_CONFIG_HOME/gairo/importers
mkdir -p "$importers" register
cat >"$importers/register.xml" <<'X'
<format xmlns="urn:gairo:format:1" name="register" title="a register"><read with="csv" repeated="first"/>
<recognise extensions=".csv"><column name="berth"/></recognise>
<source id="register" title="The register" licence="CC0-1.0" cite="The register" rank="150"/></format>
X
cat >"$importers/register.xsl" <<'X'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1" xmlns:r="urn:gairo:reader:1" exclude-result-prefixes="r">
<xsl:template match="/r:document"><gairo>
<xsl:attribute name="{substring-before(r:member/r:entry[@key='edition'], ' ')}"><xsl:value-of select="substring-after(r:member/r:entry[@key='edition'], ' ')"/></xsl:attribute>
<reference id="reference.register"><title>Register</title><source ref="reference.register" basis="literature"/></reference>
<xsl:for-each select="r:member"><term id="term.register-{r:entry[@key='berth']}"><title><xsl:value-of select="r:entry[@key='name']"/></title>
<source ref="reference.register" basis="literature"/></term></xsl:for-each></gairo></xsl:template></xsl:stylesheet>
X
edition() { printf 'berth,name,edition\n1,%s,%s\n2,Mole,%s\n' "$2" "$1" "$1"; }
title() { "$gairo" show term.register-1 --format json | jq -r '.[0].title'; }
for editions in 'version 1/version 2' 'date 2025-01-01/date 2025-02-01'; do
  edition "${editions%/*}" Jetty >register/a.csv
  run 0 import register/a.csv
  edition "${editions%/*}" Pier >register/b.csv
  run 0 import register/b.csv
  expect "of one release the first counts: $editions" [ "$(title)" = Jetty ]
  edition "${editions#*/}" Pier >register/b.csv
  run 0 import register/b.csv
  expect "of a newer one its own words: $editions" [ "$(title)" = Pier ]
  expect 'and its file' [ "$(files register)" = '["register/b.csv"]' ]
  run 0 sources remove register
done

# without a version nobody knows which is newer
cp "$srcdir/tests/data/sources/incidents.csv" old/
sed '$d' old/incidents.csv >new/incidents.csv
run 0 import old/incidents.csv
run 0 import new/incidents.csv
expect 'what stays is told' err_has '^gairo: aiid: [0-9]* records\{0,1\} of .*/old/incidents.csv \(is\|are\) not in the files of now and stays\{0,1\}; '

# two files of one name: neither writes over the other unseen
mkdir left right
cp old/Wharf.yml left/Pier.yml && sed -i 's/Wharf/Pier/' left/Pier.yml
sed "s/'Harbour Labs'/'Other Labs'/" left/Pier.yml >right/Pier.yml
run 0 import --dry-run left right
expect 'together' err_has 'right/Pier.yml:[0-9]*: model.mot-pier is there again in other words; those at left/Pier.yml:[0-9]* count'
run 0 import left
run 0 import right
expect 'one after the other' err_has '^gairo: mot: 1 record of .*/left/Pier.yml is in other words in the files of now, which count$'
run 0 import right
expect 'once' err_is_empty
# What others' links led to is told when it goes, be they another source's or the user's own; it leads there again when it is back
mkdir chart
chart() { printf 'taxonomies:\n- id: chart\n  name: Chart\nrisks:\n'; for id in "$@"; do printf -- '- id: %s\n  name: %s\n  isDefinedByTaxonomy: chart\n' "$id" "$id"; done; }
chart squall swell >chart/chart.yaml
printf 'sighting,entry\n1,squall\n2,squall\n3,swell\n' >sighted.csv
sed 's/register/sightings/g; s/berth/sighting/' "$importers/register.xml" >"$importers/sightings.xml"
cat >"$importers/sightings.xsl" <<'X'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1" xmlns:r="urn:gairo:reader:1" exclude-result-prefixes="r">
<xsl:template match="/r:document"><gairo><reference id="reference.sightings"><title>Sightings</title><source ref="reference.sightings" basis="literature"/></reference>
<xsl:for-each select="r:member"><incident id="incident.sighting-{r:entry[1]}"><title>Sighting</title><source ref="reference.sightings" basis="literature"/>
<link relation="evidence-of" to="nexus:{r:entry[2]}" ref="reference.sightings" basis="literature"/></incident></xsl:for-each></gairo></xsl:template></xsl:stylesheet>
X
cat >own.xml <<'X'
<gairo xmlns="urn:gairo:data:1" source="log" title="The log">
<reference id="reference.log"><title>The log</title><field name="publication-type" value="paper"/><source ref="reference.log" basis="literature"/></reference>
<risk id="risk.fog"><title>Fog</title><summary>Nothing is seen.</summary><field name="effect" value="raises">so</field><field name="evidence" value="some">so</field>
<field name="affected">all</field><source ref="reference.log" basis="literature"/>
<link relation="in" to="area.safety-security" ref="reference.log" basis="literature"/><link relation="at" to="stage.near" ref="reference.log" basis="literature"/>
<link relation="same-as" to="nexus:squall" ref="reference.log" basis="literature"/></risk></gairo>
X
run 0 import --from nexus chart/chart.yaml
run 0 import sighted.csv
run 0 import own.xml
links() { "$gairo" show nexus:squall --format json | jq '.[0].links | map(select(.relation == "evidence-of" or .relation == "same-as")) | length'; }
before=$(links)
chart swell >chart/chart.yaml
for flag in --dry-run --keep-going; do
  run 0 import $flag --from nexus chart/chart.yaml
  expect "the user's: $flag" err_has '^gairo: log: 1 link led to what is removed, own.xml:6: risk.fog to nexus:squall$'
  expect "another source's: $flag" err_has '^gairo: sightings: 2 links led to what is removed, such as sighted.csv:2: incident.sighting-1 to nexus:squall$'
  expect "no other: $flag" [ "$(grep -c 'led to' "$err")" -eq 2 ]
done
run 1 show nexus:squall
run 0 import --from nexus chart/chart.yaml
expect 'once' err_is_empty
chart squall swell >chart/chart.yaml
run 0 import --from nexus chart/chart.yaml
expect 'nothing is lost' err_is_empty
expect 'they lead there again' [ "$(links)" -eq "$before" ]
finish
