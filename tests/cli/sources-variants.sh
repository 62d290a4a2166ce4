#!/bin/sh
# Files of the same formats as they come from elsewhere: other versions, other spellings, whole collections. What cannot be read says what is known.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq
needs_csv
cd "$world" || exit 99
again() { run 0 import "$@"; expect "the same again: $*" out_has '0 added, 0 changed, .* 0 removed, 0 refused'; run 0 check; }

# Risk Atlas Nexus since 1.1: entries and groups; ids with signs that no id may have; entries that only match; incidents
mkdir nexus
cat >nexus/a.yaml <<'Y'
documents:
- id: tide-report
  name: The Tide Report
taxonomies:
- id: tide-atlas
  name: Tide Atlas
groups:
- id: tide-high-and-low
  name: High and low
  type: RiskGroup
  isDefinedByTaxonomy: tide-atlas
entries:
- id: "tide-ebb-&-flow"
  name: Ebb & flow
  type: Risk
  isDefinedByTaxonomy: tide-atlas
  isPartOf: tide-High-&-low
  hasDocumentation:
  - tide-report
  relatedMatch:
  - tide-wave
- id: tide-wave
  name: Wave
  type: Risk
  isDefinedByTaxonomy: tide-atlas
  relatedMatch:
  - "tide-ebb-&-flow"
  broadMatch:
  - nist-data-privacy
- id: tide-calm
  name: Calm
  type: Principle
- id: nist-data-privacy
  closeMatch:
  - tide-wave
controls:
- id: T_1
  name: Watch the tide
  type: Action
  hasRelatedRisk: [tide-wave]
- id: T_2
  name: A detector
  type: RiskControl
Y
cat >nexus/b.yaml <<'Y'
riskincidents:
- id: tide-incident-1
  name: The wave of 1900
  description: It came at night.
  refersToRisk:
  - tide-wave
  isDefinedByTaxonomy: tide-atlas
  source_uri: https://tides.example/1900
Y
run 0 import nexus
expect 'nothing is refused' out_has ', 0 refused$'
expect 'what only matches is told' err_has 'a.yaml:1: entries without a name (1), which only say what they match, were left out'
run 0 show nexus:tide-ebb--flow --format json
expect 'part of the group that is spelt otherwise' json '.[0].links | any(.relation == "part-of" and .id == "nexus:tide-high-and-low")'
expect 'its document' json '.[0].links | any(.relation == "supported-by" and .id == "reference.nexus-tide-report")'
expect 'related once, not from both ends' json '[.[0].links[] | select(.relation == "related" and .id == "nexus:tide-wave")] | length == 1'
run 0 show nexus:tide-wave --format json
expect 'skos:broadMatch says that this is narrower' json '.[0].links | any(.relation == "narrower" and .id == "nexus:nist-data-privacy")'
expect 'its incident' json '.[0].links | any(.relation == "evidence-of" and .id == "incident.nexus-tide-incident-1")'
expect 'its action' json '.[0].links | any(.relation == "reduces" and .id == "mitigation.nexus-t-1")'
run 0 show nexus:tide-calm --format json
expect 'another type is said' json '.[0].fields | any(.name == "entry-type" and .value == "Principle")'
run 0 sources show nexus --format json
expect 'the version by its shape, though one file has none' json '.version == "1.1 or later (by its shape)"'
again nexus

# crosswalks: prefixes in capitals, other predicates, both directions said, a version that is not known
tab=$(printf '\t')
cat >both.tsv <<T
#sssom_version: "1.1"
#mapping_set_version: '2024-05'
subject_id${tab}subject_label${tab}predicate_id${tab}object_id${tab}object_label
TIDE_ATLAS:A1${tab}Ebb${tab}skos:broadMatch${tab}Sea.Atlas:0001${tab}Water
Sea.Atlas:0001${tab}Water${tab}skos:narrowMatch${tab}TIDE_ATLAS:A1${tab}Ebb
TIDE_ATLAS:A1${tab}Ebb${tab}owl:equivalentClass${tab}Sea.Atlas:0002${tab}Ebb
TIDE_ATLAS:A1${tab}Ebb${tab}skos:relatedMatch${tab}Sea.Atlas:0003${tab}Moon
Sea.Atlas:0003${tab}Moon${tab}skos:closeMatch${tab}TIDE_ATLAS:A1${tab}Ebb
TIDE_ATLAS:A1${tab}Ebb${tab}tide:causedBy${tab}Sea.Atlas:0003${tab}Moon
TIDE_ATLAS:A1${tab}Ebb${tab}tide:causedBy${tab}Sea.Atlas:0004${tab}Sun
T
run 0 import both.tsv
expect 'what is no sameness is told once' err_has 'both.tsv:9: mappings by tide:causedBy (2), which is no kind of sameness, were passed over; known: skos:exactMatch'
run 0 show tide-atlas:A1 --format json
expect 'each said once' json '[.[0].links[] | [.relation, .id]] | sort == [["narrower", "sea-atlas:0001"], ["related", "sea-atlas:0003"], ["same-as", "sea-atlas:0002"]]'
again both.tsv
cat >frame.sssom.tsv <<T
#mapping_set_title: Quay to frame
#mapping_set_description: "What the quay calls it"
#license: CC0-1.0
#mapping_set_version: "7"
#publication_date: 2024-06-01
subject_id${tab}subject_label${tab}predicate_id${tab}predicate_modifier${tab}object_id${tab}object_label
quay:1${tab}Leak${tab}skos:broadMatch${tab}${tab}gairo:risk.personal-data${tab}
quay:1${tab}Leak${tab}http://www.w3.org/2004/02/skos/core#closeMatch${tab}${tab}risk.surveillance${tab}
gairo:risk.racing${tab}Race${tab}skos:narrowMatch${tab}${tab}quay:2${tab}Regatta
quay:3${tab}Calm${tab}skos:exactMatch${tab}Not${tab}quay:2${tab}Regatta
quay:4${tab}Fog${tab}skos:exactMatch${tab}${tab}sssom:NoTermFound${tab}
${tab}Words alone${tab}skos:exactMatch${tab}${tab}quay:1${tab}Leak
T
run 0 import frame.sssom.tsv
expect 'a mapping that does not hold makes no link' err_has 'frame.sssom.tsv:10: that quay:3 is not skos:exactMatch quay:2'
expect 'words without an id' err_has 'frame.sssom.tsv:12: a mapping of the words "Words alone"'
run 0 show quay:1 --format json
expect 'what lies in the frame is linked' json '[.[0].links[] | [.relation, .id]] | sort == [["narrower", "risk.personal-data"], ["related", "risk.surveillance"]]'
run 0 show quay:2 --format json
expect 'from whichever end it is said' json '[.[0].links[] | [.relation, .id]] == [["narrower", "risk.racing"]]'
run 0 show quay:4 --format json
expect 'no term found' json '.[0].body | test("No match in this crosswalk")'
run 1 show quay:3
run 0 sources --format json
expect 'title, licence, version, date of the set' json '.[] | select(.id == "sssom-frame-sssom") | [.title, .licence, .version, .date] == ["Quay to frame", "CC0-1.0", "7", "2024-06-01"]'
again frame.sssom.tsv
printf 'subject_id\tpredicate_id\tobject_id\nquay:9\tskos:exactMatch\tnowhere\nquay:8\tskos:exactMatch\tquay:7\n' >plain.tsv
run 1 import --keep-going plain.tsv
expect 'the refused row' err_has 'plain.tsv:2: object_id "nowhere" is not of the form PREFIX:ID'
run 1 show quay:9
run 0 show quay:8
sed 's/1\.1/2.0/' both.tsv >two.tsv
run 1 import two.tsv
expect 'an unknown version is refused with what is known' err_has 'two.tsv:1: sssom_version "2.0" is not known; known: 0.\* 1.\*'

# CSL-JSON: markup in titles, dates in words, particles; one item alone; BibTeX: accents and braces
cat >rich.json <<'J'
[{"id": "tide/1", "type": "article-journal", "title": "On <i>T. maris</i> at 10<sup>25</sup> m<sup>-2</sup> and H<sub>2</sub>O, a < b", "issued": {"raw": "November 2023"},
  "author": [{"family": "Zee", "given": "Ada", "non-dropping-particle": "van der"}, {"literal": "Harbour Labs"}, {"given": "Mononym"}]},
 {"id": "tide2", "type": "book", "title": "<span style=\"font-variant: small-caps;\">Quay</span> <b>walls</b>", "issued": {"literal": "circa 1999"}},
 {"id": "tide3", "type": "webpage", "title": "Fog", "issued": {"date-parts": [["2021", 5]]}, "DOI": "10.1/x"},
 {"id": 4, "type": "report", "title": "Numbered", "issued": "2020-01-02"}]
J
run 0 import rich.json
field() { "$gairo" show "$1" --format json | jq -r ".[0].fields[] | select(.name == \"$2\") | .value"; }
title() { "$gairo" show "$1" --format json | jq -r '.[0].title'; }
expect 'markup is no word' [ "$(title reference.tide-1)" = 'On T. maris at 10²⁵ m⁻² and H₂O, a < b' ]
expect 'attributes too' [ "$(title reference.tide2)" = 'Quay walls' ]
expect 'a date in words' [ "$(field reference.tide-1 year) $(field reference.tide2 year) $(field reference.tide3 year) $(field reference.4 year)" = '2023 1999 2021 2020' ]
expect 'names' [ "$(field reference.tide-1 authors)" = 'van der Zee, Ada; Harbour Labs; Mononym' ]
again rich.json
cat >rich.bib <<'B'
% a comment
@comment{jabref-meta: grouping}
@preamble{"\newcommand{\x}{y}"}
@string{ hl = "Harbour " # "Labs" }
@Article(accent1, author = {{\'E}mile Zol{\"a} and \v{C}apek, Karel and {\L}ukasz {\O}re and Stra\ss e, M. and Garc{\'\i}a, J. and {Harbour Labs}},
  title = {{\"U}ber {{DNA}} \& \textit{Tides}: {\c c}a va, na\"{\i}ve \emph{H\textsubscript{2}O} 50\%}, journal = hl, year = 2023, month = jan # "~1")
B
run 0 import rich.bib
expect 'accents and braces' [ "$(title reference.accent1)" = 'Über DNA & Tides: ça va, naïve H₂O 50%' ]
expect 'names with accents' [ "$(field reference.accent1 authors)" = 'Zolä, Émile; Čapek, Karel; Øre, Łukasz; Straße, M.; García, J.; Harbour Labs' ]
again rich.bib

# A rule, with what it amends inside its supplementary information
cat >rule.xml <<'R'
<RULE><PREAMB><AGENCY TYPE="S">DEPARTMENT OF HARBOURS</AGENCY><CFR>15 CFR Part 744</CFR><SUBJECT>Rules for Tides</SUBJECT>
<ACT><HD SOURCE="HED">ACTION:</HD><P>Final rule.</P></ACT></PREAMB>
<SUPLINF><HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD><HD SOURCE="HD1">A. Background</HD><P>Words<SU>1</SU><FTREF/> here.</P><FTNT><P><SU>1</SU> A note.</P></FTNT>
<REGTEXT TITLE="15" PART="744"><PART><HD SOURCE="HED">PART 744</HD></PART><AMDPAR>1. Amend part 744 by adding § 744.1.</AMDPAR>
<SECTION><SECTNO>§ 744.1</SECTNO><SUBJECT>General.</SUBJECT><P>(a) Quays.</P></SECTION></REGTEXT></SUPLINF>
<FRDOC>[FR Doc. 2024-90001 Filed 1-1-24; 8:45 am]</FRDOC></RULE>
R
run 0 import rule.xml
run 0 show instrument.us-fr-2024-90001 provision.us-fr-2024-90001-part-1 provision.us-fr-2024-90001-sec-744.1
expect 'what it amends' out_has '1. Amend part 744 by adding § 744.1.'
expect 'a footnote is apart from its sentence' out_has '^Words.*\[1\] here\.$'
expect 'the note' out_has '^ *\[1\] A note\.$'
expect 'the new text' out_has '^(a) Quays\.$'
again rule.xml

# ATLAS 4, which has case studies outside of its matrices; 6 is not known
cat >atlas4.yaml <<'Y'
---
id: ATLAS
name: Adversarial Threat Landscape for AI Systems
version: 4.9.0
matrices:
- id: ATLAS
  name: ATLAS Matrix
  tactics:
  - id: AML.TA0902
    name: Sounding
    object-type: tactic
    description: Looks.
  techniques:
  - id: AML.T9900
    name: Search
    object-type: technique
    tactics:
    - AML.TA0902
    description: Searches.
  - id: AML.T9900.000
    name: Sub
    object-type: technique
    subtechnique-of: AML.T9900
    description: Sub.
case-studies:
- id: AML.CS9900
  name: A case of tides
  object-type: case-study
  summary: It rose.
  incident-date: 2020-01-01
  incident-date-granularity: YEAR
  procedure:
  - tactic: AML.TA0902
    technique: AML.T9900
    description: It was searched for.
Y
run 0 import atlas4.yaml
run 0 show incident.atlas-aml-cs9900 --format json
expect 'a year is no day' json '.[0].fields | any(.name == "happened" and .value == "2020")'
expect 'its technique' json '.[0].links | any(.relation == "evidence-of" and .id == "atlas:AML.T9900")'
again atlas4.yaml
sed 's/4\.9\.0/6.0.0/' atlas4.yaml >atlas6.yaml
run 1 import atlas6.yaml
expect 'a later version' err_has 'version "6.0.0" is not known; known: 4.\* 5.\*'

# Ecosystem Graphs: an organisation in two spellings, a model in two files
cat >eco.yaml <<'Y'
- type: model
  name: Wharf
  organization: Harbour Labs
  created_date: 2024-01-01
  access: open
  dependencies: []
- type: model
  name: {explanation: as the card has it, value: Mole}
  organization: {explanation: the lab, value: Harbour Labs}
  created_date: {explanation: of the card, value: 2024-03-01}
  access: {explanation: weights, value: open}
  dependencies: {explanation: from the card, value: [Tide corpus]}
- type: model
  name: Jetty
  organization: Harbour labs
  created_date: 2024-01-01
  access: open
  dependencies: []
- type: model
  name: Wharf
  organization: Harbour Labs
  created_date: 2024-02-01
  access: closed
  dependencies: []
Y
run 0 import eco.yaml
expect 'a value that is explained' [ "$("$gairo" show model.ecosystem-harbour-labs-mole --format json | jq -r '.[0].title')" = Mole ]
expect 'the first counts, and it is told' err_has 'eco.yaml:19: model.ecosystem-harbour-labs-wharf is there again in other words; those at eco.yaml:1 count'
run 0 show model.ecosystem-harbour-labs-wharf --format json
expect 'the first' json '.[0].fields | any(.name == "access" and .value == "open")'
again eco.yaml

# SPDX: an identifier that was given up beside the one that took its place
mkdir spdx
sed 's/@ID@/GPL-3.0-only/; s/@MORE@//' >spdx/GPL-3.0-only.xml <<'X'
<SPDXLicenseCollection xmlns="http://www.spdx.org/license"><license licenseId="@ID@" isOsiApproved="true" name="GNU GPL 3"@MORE@><text><p>Words.</p></text></license></SPDXLicenseCollection>
X
sed 's/GPL-3.0-only/GPL-3.0/; s/ name=/ deprecatedVersion="3.0" name=/' spdx/GPL-3.0-only.xml >spdx/GPL-3.0.xml
run 0 import spdx
run 0 show licence.gpl-3.0 licence.gpl-3.0-deprecated --format json
expect 'the one that is used is the licence that is there' json '[.[].fields | any(.name == "deprecated")] == [false, true] and (.[0].sources | any(.id == "reference.spdx"))'
again spdx
given=$("$gairo" sources matches --format json | jq -r '[.[] | select(.given | startswith("licence."))][0].given')
run 0 sources apart "$given"
expect 'a licence that names joined can be kept apart' out_has "($given): stays apart, as you said"
run 0 sources forget "$given"
refuses 2 'is no id of a model, an organisation, a licence or an instrument' sources apart risk.x

# OSCAL: a profile, another revision, a version that is not known
sed 's/<catalog /<profile /; s/<.catalog>/<\/profile>/' "$srcdir/tests/data/law/catalog.xml" >profile.xml
run 0 import profile.xml
expect 'a profile says what would be of use' err_has 'profile.xml:2: a profile selects controls of a catalog that is elsewhere; it was left out: import the resolved catalog'
sed 's/<oscal-version>1/<oscal-version>2/' "$srcdir/tests/data/law/catalog.xml" >two.xml
run 1 import two.xml
expect 'an unknown version' err_is_line 'two.xml: version "2.1.2" is not known; known: 1.\*'
sed 's/Harbour Controls/NIST Special Publication 800-53 Revision 4 LOW IMPACT BASELINE/' "$srcdir/tests/data/law/catalog.xml" >four.xml
run 0 import four.xml
run 0 show mitigation.nist-800-53-rev4-mo-1
expect 'an older revision speaks of its own controls' out_has 'NIST SP 800-53 Rev. 4'

# Formex: a corrigendum, an annex of before 2014, a root that is not known, a version that is not known
formex='xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://formex.publications.europa.eu/schema/formex-06.02.1-20231031.xd"'
cat >corr.xml <<X
<CORR $formex><BIB.INSTANCE><DATE ISO="20240901">20240901</DATE><LG.DOC>EN</LG.DOC></BIB.INSTANCE><TITLE><TI><P>Corrigendum to Regulation (EU) 2024/1689 of the Harbour</P></TI></TITLE><CONTENTS.CORR><CORRECTION><DESCRIPTION><P>On page 1:</P></DESCRIPTION><OLD.CORR><P>for: <QUOT.START CODE="2018"/>ebb<QUOT.END CODE="2019"/>,</P></OLD.CORR><NEW.CORR><P>read: <QUOT.START CODE="2018"/>flow<QUOT.END CODE="2019"/>.</P></NEW.CORR></CORRECTION></CONTENTS.CORR></CORR>
X
run 0 import corr.xml
run 0 show provision.eu-2024-1689-corr-20240901 --format json
expect 'a corrigendum is part of its act' json '.[0].links | any(.relation == "part-of" and .id == "instrument.eu-ai-act")'
expect 'and says what was wrong' json '.[0].body | test("On page 1:\n+for: ‘ebb’,\n+read: ‘flow’.")'
again corr.xml
sed 's/(EU) 2024.1689/of the sea/' corr.xml >none.xml
run 1 import none.xml
expect 'one of no act' err_has 'none.xml:1: the corrigendum does not say its date .* or its title not the number of the act'
cat >annex.xml <<X
<ANNEX $formex><BIB.INSTANCE><DOCUMENT.REF FILE="L_2011.doc.xml"><COLL>L</COLL><NO.OJ>334</NO.OJ><YEAR>2011</YEAR><PAGE.FIRST>25</PAGE.FIRST></DOCUMENT.REF><DATE ISO="20111215">20111215</DATE><LG.DOC>EN</LG.DOC><NO.SEQ>0009.0001</NO.SEQ></BIB.INSTANCE><TITLE><TI><P>ANNEX</P></TI></TITLE><CONTENTS><P>Ropes.</P></CONTENTS></ANNEX>
X
run 0 import annex.xml
expect 'an annex without a number is told' err_has 'annex.xml:1: the annex does not say the number of its act; it stands by itself, as OJ L 334, 2011, p. 25'
run 0 show provision.eu-oj-l-334-2011-p-25-annex-1
expect 'by where it is printed' out_has 'The act in OJ L 334, 2011, p. 25'
again annex.xml
sed 's/CORR /GENERAL /; s/<.CORR>$/<\/GENERAL>/' corr.xml >general.xml
run 0 import general.xml
expect 'another root is told, with those that are known' err_has 'general.xml:1: a Formex document GENERAL is not known and was left out; known: ACT, ANNEX, CONS.ACT, CORR, DOC, PUBLICATION'
sed 's/formex-06/formex-03/' corr.xml >three.xml
run 1 import three.xml
expect 'an unknown version' err_is_line 'three.xml: version "03.02.1" is not known; known: 04.\* 05.\* 06.\*'

# Federal Register: a whole issue
{
  echo '<FEDREG><VOL>89</VOL><NO>7</NO><CNTNTS><AGCY><HD>Harbour Office</HD></AGCY></CNTNTS><DATE>Wednesday, January 10, 2024</DATE><RULES>'
  sed '/<?xml/d' "$srcdir/tests/data/law/rule.xml"
  echo '<RULE><PREAMB><AGENCY TYPE="F">TIDE OFFICE</AGENCY></PREAMB></RULE></RULES><PRESDOCS>'
  sed '/<?xml/d' "$srcdir/tests/data/law/order.xml"
  echo '</PRESDOCS></FEDREG>'
} >issue.xml
run 0 import issue.xml
expect 'a document without a number is told' err_has 'issue.xml:3: a document of the issue says no number (FRDOC); it was left out'
run 0 list instruments --where source=us-fr-issue-2024-01-10 --format json
expect 'its documents' json 'map(.id) | sort == ["instrument.us-eo99999", "instrument.us-fr-2024-00123"]'
run 0 sources show us-fr-issue-2024-01-10 --format json
expect 'one source' json '.title == "Federal Register, volume 89, number 7" and .date == "2024-01-10"'
again issue.xml
printf '<FEDREG><VOL>89</VOL><UNITNAME>Reader Aids</UNITNAME></FEDREG>' >empty.xml
run 1 import empty.xml
expect 'an issue without any' err_is_line 'empty.xml:1: there is none of the elements PRESDOCU RULE PRORULE NOTICE in it'

# taking a source away: what led to it goes with it and is told; what cites it keeps it
cat >mine.xml <<'X'
<gairo xmlns="urn:gairo:data:1" source="mine" title="Mine" licence="mine">
<risk id="risk.mine-flood"><title>Flood</title><field name="effect" value="mixed">W.</field><field name="evidence" value="some">W.</field><field name="affected">W.</field><source ref="reference.gairo" basis="editorial"/><link relation="narrower" to="nexus:tide-wave" ref="reference.gairo" basis="editorial"/><link relation="in" to="area.safety-security" ref="reference.gairo" basis="editorial"/></risk>
</gairo>
X
sed '/tide-wave/s/<link relation="narrower"[^>]*>//' mine.xml >mine2.xml && cp mine.xml whole.xml && cp mine2.xml mine.xml
run 0 sources remove nexus
run 0 import mine.xml
"$gairo" show risk.mine-flood area.safety-security --format json >without
cp whole.xml mine.xml
run 0 import nexus mine.xml
run 0 show risk.mine-flood --format json
expect 'the link is there' json '.[0].links | any(.id == "nexus:tide-wave")'
run 0 sources remove --dry-run nexus
expect 'what would go' out_has 'would be left out: mine.xml:2: risk.mine-flood: the link "narrower" to nexus:tide-wave'
expect 'and how much' out_has '^nexus: [0-9]* records would be removed; nothing was changed'
run 0 show nexus:tide-wave
run 0 sources remove nexus --format json
expect 'what went' json '.removed > 0 and .dry_run == false and (.links | length == 1)'
"$gairo" show risk.mine-flood area.safety-security --format json >after
expect 'all is as it was without it' cmp without after
run 0 check
run 0 import nexus mine.xml
run 0 show risk.mine-flood --format json
expect 'the next import brings the link back' json '.[0].links | any(.id == "nexus:tide-wave")'
run 0 sources remove nexus
expect 'it says when the link is there again' out_has 'are there again once what they lead to is imported'
run 0 import nexus
run 0 show risk.mine-flood --format json
expect 'that alone brings it back' json '.[0].links | any(.id == "nexus:tide-wave")'
cp mine.xml "$(printf 'mine\342\200\256lmx.xml')"
run 0 sources remove mine
run 0 import "$(printf 'mine\342\200\256lmx.xml')"
run 0 sources remove --dry-run nexus --format json
expect 'a name of a file that turns what follows round stays visible' json '.links | length == 1 and all(test("\u202e") | not)'
printf '@misc{tides1900, title={Tides}, year=1900}\n' >tides.bib
sed 's/source="mine"/source="citing"/; s/mine-flood/cited-flood/; s/<source ref="reference.gairo" basis="editorial"/<source ref="reference.tides1900" basis="literature"/' mine.xml >citing.xml
run 0 import tides.bib citing.xml
run 0 list references --where source=references-tides --format json
run 1 sources remove references-tides
expect 'what is cited stays' err_is_line 'other sources rest on "references-tides" in 1 place, such as citing.xml:2: risk.cited-flood cites "reference.tides1900", which does not exist; remove them first'
run 0 show reference.tides1900
run 0 sources remove citing
run 0 sources remove references-tides
run 0 check
refuses 2 'gairo sources list takes no option --dry-run' sources list --dry-run

# mot, ATLAS: versions that are not known
sed "s/version: .*/version: '9.0'/" "$srcdir/tests/data/sources/Harbour-7B.yml" >nine.yml
run 1 import nine.yml
expect 'an unknown version of the framework' err_is_line 'nine.yml: version "9.0" is not known; known: 1.\*'
finish
