#!/bin/sh
# The law's own text, licences and catalogs: what each quirk of the formats becomes. The files are made up, in the shapes of real ones.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq
cp -r "$srcdir/tests/data/law" "$world/law"
chmod -R u+w "$world/law"
cd "$world" || exit 99
em=$(printf '\342\200\203')
hard=$(printf '\302\240')
body() { "$gairo" show "$1" --format json | jq -r '.[0].body'; }
has() { # WHAT ID TEXT: a paragraph of the item is TEXT, "_" for an em space
  body "$2" | sed "s/$em/_/g; s/$hard/ /g" >"$world/body"
  expect "$1" grep -qxF -- "$3" "$world/body"
}
snapshot() {
  for kind in instrument provision licence mitigation framework framework-entry reference; do "$gairo" list "$kind" --format json; done
  "$gairo" show provision.eu-aia-25-4 instrument.eu-ai-act licence.gpl-3.0 --format json
}
snapshot >before 2>/dev/null

run 0 import law --format json
expect 'nothing is refused' json '.refused == [] and .skipped == []'
expect 'counts by kind' json '.kinds | map_values(.added) == {"mitigation":2,"instrument":6,"provision":14,"licence":2,"framework":1,"framework-entry":1,"reference":8}'
expect 'the act is the one that is known by its number' json '.joined | any(test("instrument.eu-2024-1689\\) is instrument.eu-ai-act: the number"))'
expect 'the licence is the one that is known by its identifier' json '.joined | any(test("licence.gpl-3.0-only.* is licence.*: the SPDX identifier"))'
expect 'an exception is told' json '.remarks | any(test("Pier-1.0.xml:2: the exception Buoy-exception is no licence"))'
run 0 import law
expect 'a second import changes nothing' out_has '0 added, 0 changed, .* unchanged, 0 removed, 0 refused'
run 0 check

# Formex
has 'quotation marks and a footnote with its number' provision.eu-2024-1689-rec-1 '(1)_Ships (the ‘fleet’) need a quay [2], and pilots.'
has 'a footnote stands behind its paragraph' provision.eu-2024-1689-rec-1 '_[2]_On quays, see OJ L 1. And piers.'
has 'a page does not part words' provision.eu-2024-1689-rec-89 '(89)_Ropes are spared.'
has 'a numbered paragraph' provision.eu-2024-1689-art-25 '1._A master shall:'
has 'a point' provision.eu-2024-1689-art-25 '_(a)_tie the ship, so that:'
has 'a sub-point' provision.eu-2024-1689-art-25 '__(i)_it holds;'
has 'thousands apart' provision.eu-2024-1689-art-25 '_(b)_pay EUR 7 500 000.'
has 'a subparagraph without a number' provision.eu-2024-1689-art-25 '_The second sentence stands apart.'
has 'superscripts and subscripts' provision.eu-2024-1689-art-25 '4._More than 10²⁵ ropes, or CO₂, or x^(max).'
has 'an article without PARAG' provision.eu-2024-1689-art-53 'No paragraph has a number here.'
has 'an article that is quoted is text' provision.eu-2024-1689-art-102 '‘Article 7_As in the Harbour Act [*].'
has 'what closes behind it is no paragraph' provision.eu-2024-1689-art-102 '‘Ropes are tarred.’;'
has 'and its footnote' provision.eu-2024-1689-art-102 '_[*]_Harbour Act 1.’'
run 1 show provision.eu-2024-1689-art-7
run 0 show provision.eu-2024-1689-art-25 --format json
expect 'where it stands' json '.[0].summary == "CHAPTER I: SHIPS — SECTION 1: Moorings"'
expect 'its title' json '.[0].title == "EU 2024/1689, Art. 25: Mooring"'
expect 'it is part of the known act' json '.[0].links | any(.relation == "part-of" and .id == "instrument.eu-ai-act")'
expect 'what is said of it hangs on it' json '[.[0].links[] | select(.relation == "text-of") | .id] == ["provision.eu-aia-25-4"]'
expect 'which text it is' json '.[0].text_version == "Official Journal of the European Union, L, 2024/1689, published 2024-07-12"'
expect 'it says that it was amended' json '.[0].text_amended | test("^Amended since: Art. 25\\(4\\) by Digital Omnibus on AI \\(2026-07-27\\)")'
run 0 show provision.eu-2024-1689-art-25 --format json --as-of 2026-07-26
expect 'before the day it is told as to come' json '.[0].text_amended | test("^Amended later: Art. 25\\(4\\) by Digital Omnibus on AI \\(2026-07-27\\). Here is the text before that")'
run 0 show provision.eu-aia-53-1cd provision.eu-aia-rec89 provision.eu-aia-annex13 --format json
expect 'one leads to the full text' json 'map([.links[] | select(.relation == "text-of") | .id] | first) == ["provision.eu-2024-1689-art-53", "provision.eu-2024-1689-rec-89", "provision.eu-2024-1689-annex-xiii"]'
# From a risk's page the article's own words are one step away, beside what is said of the point.
run 0 show risk.copyright-provenance
expect 'a risk names the full text of the article' [ "$(grep -c '^    Full text: provision.eu-2024-1689-art-53$' "$out")" -ge 1 ]
printf '%s\n' 'search risk.copyright-provenance' 1 all >steps
"$gairo" --plain <steps >"$out" 2>"$err"
expect 'and the explorer leads there in one step' out_has '^[0-9][0-9. ]*Full text: EU 2024/1689, Art. 53'
run 0 show provision.eu-2024-1689-art-53 --format json
expect 'what was not amended does not say so' json '.[0].text_amended == null'
run 0 show provision.eu-2024-1689-20260727-art-25 provision.eu-2024-1689-20260727-art-4a provision.eu-2024-1689-20260727-annex-i --format json
expect 'a consolidated text stands beside it, and holds the amendment' json '.[0].text_version == "Consolidated text of 2026-07-27, of 2026-07-27" and .[0].text_amended == null and .[0].title == "EU 2024/1689, Art. 25: Mooring, as it is now"'
has 'an annex' provision.eu-2024-1689-annex-xiii '_–_hemp,'
has 'a section of it' provision.eu-2024-1689-annex-xiii 'Section A: Knots'
has 'a number in it' provision.eu-2024-1689-annex-xiii '1._Bowline.'
has 'a row of a table' provision.eu-2024-1689-annex-xiii 'knot | turns'
has 'a picture' provision.eu-2024-1689-annex-xiii '[a picture, which is not in this text]'
run 0 show instrument.eu-2099-7 provision.eu-2099-7-fr-art-1 --format json
expect 'the notice says when it was published' json '.[0].events | any(.type == "published" and .date == "2099-03-01")'
expect 'another language, an older journal' json '.[1].text_version | test("L 009, 2099, in the language FR")'
sed 's/formex-06.02.1/formex-09.1/' law/annex.fmx.xml >nine.xml
run 1 import nine.xml
expect 'an unknown version is refused with what is known' err_is_line 'nine.xml: version "09.1" is not known; known: 04\.\* 05\.\* 06\.\*'
sed 's/<NO.DOC/<NO.DOCK/g; s/<\/NO.DOC/<\/NO.DOCK/g' law/annex.fmx.xml >numberless.xml
run 1 import numberless.xml
expect 'which act' err_is_line 'numberless.xml:1: the file does not say the number of its act'

run 0 export --to markdown provision.eu-2024-1689-art-25
expect 'a sheet says so too' out_has 'Official Journal of the European Union, L, 2024/1689, published 2024-07-12. Amended since: Art. 25(4)'

# Federal Register
has 'a section of flat text' provision.us-eo99999-sec-1 'Section 1. Purpose. Ships hold promise, et seq., and peril.'
has 'its second paragraph' provision.us-eo99999-sec-1 'A paragraph more.'
has 'a superscript after white space' provision.us-eo99999-sec-2 'Sec. 2. Limits. (a) No ship may carry more than 10²⁶ barrels, or 10²³.'
has 'a page within a sentence' provision.us-eo99999-sec-2 '_(i)_whether by night or by day; and'
has 'a level deeper' provision.us-eo99999-sec-2 '__(A)_alone.'
run 0 show provision.us-eo99999-sec-2 instrument.us-fr-2024-00123 --format json
expect 'title and text' json '.[0].title == "EO 99999, Sec. 2: Limits" and (.[0].text_version | test("FR Doc. 2023-99999, page 101, of 2023-10-30"))'
expect 'a rule' json '.[1].title == "FR Doc. 2024-00123: Rules of the Pier" and (.[1].events | any(.date == "2024-01-05"))'
has 'a footnote of a rule' provision.us-fr-2024-00123-part-1 'Piers are old. [1]'
has 'its words' provision.us-fr-2024-00123-part-1 '_[1]_See the map.'
has 'a heading below' provision.us-fr-2024-00123-part-1 'They rot.'
has 'a section of the regulation' provision.us-fr-2024-00123-sec-9.1 '(a)_All piers.'

# of a long rule nothing is lost: a part goes on where it is too long for one item, and a section stands again among the interpretations
{
  printf '<RULE><PREAMB><AGENCY TYPE="F">HARBOUR OFFICE</AGENCY><SUBJECT>Long rules</SUBJECT></PREAMB><SUPLINF><HD SOURCE="HD1">Analysis</HD>\n'
  awk 'BEGIN { for (i = 1; i <= 500; i++) { printf "<P>Pier %d ", i; for (k = 0; k < 60; k++) printf "stands on old oak. "; print "</P>" } }'
  printf '</SUPLINF><REGTEXT TITLE="33" PART="9"><SECTION><SECTNO>§ 9.1</SECTNO><SUBJECT>Scope.</SUBJECT><P>(a) All piers.</P></SECTION>\n'
  printf '<APPENDIX><SECTION><SECTNO>§ 9.1</SECTNO><SUBJECT>Scope</SUBJECT><P>1. A jetty is a pier.</P></SECTION></APPENDIX></REGTEXT>'
  printf '<FRDOC>[FR Doc. 2024-00999 Filed 1-9-24; 8:45 am]</FRDOC></RULE>\n'
} >long-rule.xml
run 0 import long-rule.xml
expect 'nothing is told to be left out' err_is_empty
run 0 show provision.us-fr-2024-00999-part-1
expect 'the first paragraph' out_has 'Pier 1 stands on old oak'
expect 'and the last, in another item' "$gairo" show provision.us-fr-2024-00999-part-1-continued-4
for pier in 1 100 200 300 400 500; do
  expect "pier $pier stands once" [ "$("$gairo" list provisions --where source=us-fr-2024-00999 --format json | jq -r '.[].id' | xargs "$gairo" show --format json | grep -o "Pier $pier stands" | wc -l)" -eq 1 ]
done
run 0 show provision.us-fr-2024-00999-part-1-continued-2 --format json
expect 'that says so' json '.[0].title == "FR Doc. 2024-00999, Part 1: Analysis (continued, 2)"'
has 'the text of the section' provision.us-fr-2024-00999-sec-9.1 '(a)_All piers.'
has 'and what is said of it' provision.us-fr-2024-00999-sec-9.1-2 '1. A jetty is a pier.'

# SPDX
run 0 show licence.gpl-3.0 licence.pier-1.0-deprecated --format json
expect 'a second opinion on what is known' json '.[0].fields | any(.name == "osi-approved" and .value == "yes" and .source.id == "reference.spdx")'
expect 'absent is not no' json '.[1].fields | all(.name != "osi-approved")'
expect 'given up' json '.[1].fields | any(.name == "deprecated" and .value == "since version 2.0rc2; instead: Pier-1.0-only")'
has 'a bullet' licence.pier-1.0-deprecated '1._Terms.'
has 'a bullet in it' licence.pier-1.0-deprecated '_a._Tie well.'

# OSCAL
run 0 show mitigation.harbour-controls-mo-1 mitigation.harbour-controls-mo-1.1 --format json
expect 'a control' json '.[0].title == "Harbour Controls MO-1: Ropes" and (.[0].links | any(.relation == "part-of" and .id == "harbour-controls:catalog") and any(.relation == "narrower" and .id == "harbour-controls:mo"))'
expect 'withdrawn' json '.[1].summary == "Withdrawn." and .[1].title == "Harbour Controls MO-1(1): Ropes — Spare"'
has 'what is left open' mitigation.harbour-controls-mo-1 '_Keep [Assignment: number] ropes:'
has 'a choice with a parameter in it' mitigation.harbour-controls-mo-1 '_a._of [Selection (one or more): hemp; steel of [Assignment: number] strands];'
has 'a parameter of itself ends' mitigation.harbour-controls-mo-1 '__1._dry [Selection: [Selection: [Selection: [Selection: [Selection: [Selection: [mo-1_3]]]]]]]'
has 'related controls' mitigation.harbour-controls-mo-1 'Related controls: MO-1(1)'

# Search and page
run 0 search mooring --format json
expect 'search finds the words of the law' json 'map(.id) | index("provision.eu-2024-1689-art-25") != null'
run 0 search licence --kind provision --format json --limit 400
expect 'and what is said here before them' json 'map(.id | startswith("provision.eu-2024") or startswith("provision.us-fr") or startswith("provision.us-eo99999")) | . == sort'
COLUMNS=60 run 0 show provision.eu-2024-1689-art-25
expect 'numbers stand beside the words' out_has '^    (a) tie the ship'
expect 'deeper ones deeper' out_has '^        (i) it holds'

run 0 trace instrument.eu-ai-act
expect 'a trace of the act is of what is said of it' out_has 'provision.eu-aia-25-4'
expect 'and not of its text' sh -c '! grep -q provision.eu-2024-1689 "$1"' sh "$out"
run 0 trace provision.eu-2024-1689-rec-89
expect 'that of an article goes on through what is said of it' out_has 'provision.eu-aia-rec89'
expect 'to what follows' out_has 'mitigation.model-documentation'

# Hostile
sum=$(cksum <"$GAIRO_DB")
hostile() { # FILE PATTERN
  run 1 import "$1" --quiet
  expect "one line: $2" err_is_line "$2"
  expect "$1 changes nothing" [ "$(cksum <"$GAIRO_DB")" = "$sum" ]
}
sed 's/<ANNEX/<!DOCTYPE ANNEX [<!ENTITY a "b">]><ANNEX/' law/annex.fmx.xml >doctype.xml
hostile doctype.xml 'doctype.xml:1: a DOCTYPE is not allowed'
sed 's/hemp/\&hemp;/' law/annex.fmx.xml >entity.xml
hostile entity.xml 'entity.xml:[0-9]*: not well-formed XML'
awk 'BEGIN { printf "<PRESDOCU x=\""; for (i = 0; i < 100000; i++) printf "a"; print "\"/>" }' >attribute.xml
hostile attribute.xml 'attribute.xml:1: a tag is longer than 65536 bytes'
awk 'BEGIN { print "<PRESDOCU><EXECORD>"; for (i = 0; i < 5000; i++) printf "<P>"; for (i = 0; i < 5000; i++) printf "</P>"; print "</EXECORD></PRESDOCU>" }' >deep.xml
hostile deep.xml 'deep.xml:2: '
awk 'BEGIN { for (i = 0; i < 220; i++) deep = deep "<LIST><ITEM><NP><NO.P>1.</NO.P><TXT>x</TXT>"; for (i = 0; i < 220; i++) end = end "</NP></ITEM></LIST>" } { sub(/<P>The ropes are:<\/P>/, deep end); print }' law/annex.fmx.xml >nested.xml
hostile nested.xml 'nested.xml'
sed 's/UTF-8/ISO-8859-1/' law/annex.fmx.xml >latin.xml
hostile latin.xml 'latin.xml:1: the encoding "ISO-8859-1" is declared and must be UTF-8'
printf '<PRESDOCU><EXECORD><FP>caf\351</FP></EXECORD></PRESDOCU>' >bytes.xml
hostile bytes.xml 'bytes.xml:1: the byte 0xE9 is not valid UTF-8'

# Removal
for source in $("$gairo" sources --format json | jq -r '.[].id | select(. != "gairo" and . != "openness")'); do run 0 sources remove "$source"; done
snapshot >after 2>/dev/null
expect 'a removal leaves the database as it was' cmp -s before after

# The real files, where they are
folder=${GAIRO_SHARED:-}/sources
if [ -d "$folder/law" ]; then
  count() { "$gairo" list "$1" --where "source=$2" --format json | jq "[.[] | select(.id | test(\"$3\"))] | length"; }
  run 0 import --quiet "$folder/law" "$folder/spdx" "$folder/oscal"
  expect 'nothing is refused' out_has ', 0 refused$'
  expect '113 articles' [ "$(count provisions eu-2024-1689 -art-)" -eq 113 ]
  expect '180 recitals' [ "$(count provisions eu-2024-1689 -rec-)" -eq 180 ]
  expect '13 annexes' [ "$(count provisions eu-2024-1689 -annex-)" -eq 13 ]
  expect '13 sections' [ "$(count provisions us-eo14110 -sec-)" -eq 13 ]
  expect 'a licence for each file' [ "$(count licences spdx .)" -eq "$(ls "$folder/spdx" | wc -l)" ]
  expect '287 controls' [ "$(count mitigations nist-800-53-moderate .)" -eq 287 ]
  run 0 show provision.us-eo14110-sec-4 --format json
  expect 'no superscript runs on' json '.[0].body | (test("10²⁶ integer") and test("10²⁰ integer") and (test("10 ?2[036]") | not))'
  run 0 check
fi
finish
