#!/bin/sh
# A file with a fault in it: what is told of the fault, and what becomes of the rest. Nothing goes without a word.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq
needs_csv
cd "$world" || exit 99
importers=$XDG_CONFIG_HOME/gairo/importers
mkdir -p "$importers"

# a table with one bad quote: only its record is refused; where the next one begins cannot be known, the rest is left, and that is told
incidents() { # LINE...
  echo 'incident_id,date,Alleged deployer of AI system,Alleged developer of AI system,Alleged harmed or nearly harmed parties,description,title'
  for incident in "$@"; do echo "$incident"; done
}
incidents '1,2024-01-01,[],[],[],One,First' '2,2024-01-01,[],[],[],"It said "stop" to all",Second' '3,2024-01-01,[],[],[],Three,Third' >incidents.csv
run 1 import incidents.csv
expect 'without it the import ends' out_has '^Nothing was changed'
run 1 import --keep-going incidents.csv
expect 'the record with the quote, and no other' err_is_line 'incidents.csv:3: a quote stands where none may; one within a quoted value is written twice$'
run 0 show incident.aiid-1
run 0 show incident.aiid-3
run 1 show incident.aiid-2
incidents '4,2024-01-01,[],[],[],Four,Fourth' '5,2024-01-01,[],[],[],A 5" gun,Fifth' '6,2024-01-01,[],[],[],Six,Sixth' >incidents.csv
run 1 import --keep-going incidents.csv
expect 'where the rest begins that was left' err_is_line 'incidents.csv:3: a quote stands .*: from line 3 on the file was not read$'
run 0 show incident.aiid-4
run 1 show incident.aiid-6
run 0 show incident.aiid-3
incidents >none.csv
run 0 import none.csv
expect 'a file without a record says so' err_is_line 'none.csv: no records: the file has only its header$'
incidents >incidents.csv
run 1 import --keep-going incidents.csv
expect 'that it had some before' err_has 'incidents.csv: holds no items any more; what was imported from it stays'
run 0 show incident.aiid-3
# What is no date, no address, none of the known words is left out with a word, and the rest of the record is there.
incidents '11,2025-02-31,[],"""One Firm""",[],Eleven,Eleventh' '12,20xx,[],[],[],Twelve,Twelfth' '13,2025-02,[],[],[],Thirteen,Thirteenth' >days.csv
run 0 import days.csv
expect 'the file, the record and the value' err_has 'days.csv:2: incident 11: date "2025-02-31" is no date (YYYY-MM-DD, YYYY-MM or YYYY); it was left out$'
expect 'each' err_has 'days.csv:3: incident 12: date "20xx" is no date'
expect 'of what is right nothing is said' [ "$(wc -l <"$err")" -eq 2 ]
run 0 show incident.aiid-11 --format json
expect 'a name alone is a list of one' json '.[0].fields | any(.name == "developer" and .value == "One Firm")'
incidents '14,2025-02-01,[],{},[],Fourteen,Fourteenth' '15,2025-02-01,"{""a"": 1}",[],[],Fifteen,Fifteenth' >names.csv
run 1 import names.csv
expect 'no list of names' err_has 'names.csv:3: Alleged deployer of AI system must be a list of names'
{ incidents; for i in $(seq 1 120); do echo "9$i,31/12/2025x,[],[],[],Day,Day $i"; done; } >many.csv
run 0 import --dry-run many.csv
expect 'that not all are listed' err_has 'there is more of this kind, which is not listed$'
expect 'and that once' [ "$(wc -l <"$err")" -eq 101 ]
printf 'Incident ID,Risk Domain,Risk Subdomain,Entity,Timing,Intent\n11,x,Lack of capability,AI,Other,Other\n12,x,7.3. Lack,AI,Other,Other\n' >sorted.csv
run 0 import --from aiid-mit sorted.csv
expect 'a subdomain without its number' err_has 'sorted.csv:2: incident 11: Risk Subdomain "Lack of capability" does not begin with a number'
expect 'one with it is none' [ "$(grep -c 'Risk Subdomain' "$err")" -eq 1 ]
cat >refs.json <<'J'
[{"id": "bay", "title": "The Bay", "type": "book", "issued": {"literal": "in press"}, "URL": "bay.example", "author": {"family": "Quay", "given": "A."}},
{"id": "mole", "title": "The Mole", "type": "book", "issued": {"date-parts": [[2025, 2]]}, "URL": "https://mole.example", "author": ["The Harbour Board"]}]
J
run 0 import --from csl-json refs.json
expect 'no year' err_has 'refs.json:1: bay: issued "in press" tells no year; it was left out$'
expect 'no address' err_has 'refs.json:1: bay: URL "bay.example" is no web address; it was left out$'
expect 'nothing more' [ "$(wc -l <"$err")" -eq 2 ]
run 0 show reference.bay --format json
expect 'an author without a list' json '.[0].fields | any(.name == "authors" and .value == "Quay, A.")'
run 0 show reference.mole --format json
expect 'an author of one text' json '.[0].fields | any(.name == "authors" and .value == "The Harbour Board")'
printf '@misc{tide, title={Tide}, year={forthcoming}, url={tide.example}}\n@misc{ebb, title={Ebb}, year={2025}}\n' >refs.bib
run 0 import refs.bib
expect 'no year of BibTeX' err_has 'refs.bib:1: tide: year "forthcoming" does not begin with a year; it was left out$'
expect 'no address of BibTeX' err_has 'refs.bib:1: tide: url "tide.example" is no web address; it was left out$'
cat >assets.yaml <<'Y'
- type: model
  name: Mole
  organization: Harbour Labs
  created_date: 2024-13-01
  url: harbour.example
  access: gated
  dependencies: Quay
- type: model
  name: Pier
  organization: Harbour Labs
  created_date: unknown
  url: none
  access: open
  dependencies: {explanation: one, value: Mole}
- type: model
  name: Wharf
  organization: Harbour Labs
  dependencies: {Mole: yes}
Y
run 1 import --keep-going --from ecosystem assets.yaml
expect 'no month' err_has 'assets.yaml:4: Mole: created_date "2024-13-01" tells no month'
expect 'no web address' err_has 'assets.yaml:5: Mole: url "harbour.example" is no web address'
expect 'no known access' err_has 'assets.yaml:6: Mole: access "gated" is not one of open, limited, closed'
expect 'what says that nothing is known needs no word' [ "$(grep -c 'Pier' "$err")" -eq 0 ]
expect 'a mapping is no list' err_has 'assets.yaml:18: Wharf: dependencies must be a list of names'
run 0 show model.ecosystem-harbour-labs-mole --format json
expect 'one dependency without a list' json '.[0].fields | any(.name == "dependency" and .value == "Quay")'
run 0 show model.ecosystem-harbour-labs-pier --format json
expect 'one in a value' json '.[0].fields | any(.name == "dependency" and .value == "Mole")'

# years as a table has them, DOIs as addresses
cat >papers.json <<'J'
[{"id": 1, "evidenceId": "01.00.00", "quickRef": "Quay2024", "title_x": "Fog", "category": {"categoryLevel": "Paper"}, "metadata": {"year": 2024.0, "doi": "https://doi.org/10.1000/fog\n", "url": "-"}},
{"id": 2, "evidenceId": "02.00.00", "quickRef": "Mole2024", "title_x": "Ice", "category": {"categoryLevel": "Paper"}, "metadata": {"year": "20xx", "doi": "ice", "url": "ice.example"}},
{"id": 3, "evidenceId": "02.01.00", "quickRef": "Mole2024", "title_x": "Ice", "category": {"categoryLevel": "Risk Category", "riskCategory": "Cold"}, "subDomain": "cold", "metadata": {}},
{"id": 4, "evidenceId": "02.02.00", "quickRef": "Mole2024", "title_x": "Ice", "category": {"categoryLevel": "Risk Category", "riskCategory": "Thin"}, "subDomain": "X.1 > Excluded", "metadata": {}}]
J
run 0 import --from mit papers.json
for pattern in '02.00.00: year "20xx" is no year' '02.00.00: doi "ice" does not begin with "10."' '02.00.00: url "ice.example" is no web address' '02.01.00: subDomain "cold" does not begin'; do
  expect "$pattern" err_has "papers.json:[23]: $pattern"
done
expect 'nothing more' [ "$(wc -l <"$err")" -eq 4 ]
run 0 show reference.mit-paper-01 --format json
expect 'the year and the DOI' json '.[0].fields | any(.name == "year" and .value == "2024") and any(.name == "identifier" and .value == "doi:10.1000/fog")'

# Risk Atlas Nexus: one id is a list of one, from either end; what has another shape is refused at its line
cat >nexus.yaml <<'Y'
documents:
- id: sea-report
  name: The Sea Report
  dateCreated: 2025-02-31
  url: sea.example
taxonomies:
- id: sea-atlas
  name: Sea Atlas
  hasDocumentation: sea-report
risks:
- id: sea-storm
  name: Storm
  isDefinedByTaxonomy: sea-atlas
  hasRelatedAction: sea-anchor
  hasDocumentation: sea-report
- id: sea-fog
  name: Fog
  isDefinedByTaxonomy: sea-atlas
  hasRelatedAction: [sea-anchor, sea-horn]
actions:
- id: sea-anchor
  name: Drop anchor
  hasRelatedRisk: sea-fog
- id: sea-horn
  name: Sound the horn
Y
run 0 import nexus.yaml
expect 'a day that is none' err_has 'nexus.yaml:4: sea-report: dateCreated "2025-02-31" is no date'
expect 'an address that is none' err_has 'nexus.yaml:5: sea-report: url "sea.example" is no web address'
expect 'nothing else' [ "$(wc -l <"$err")" -eq 2 ]
reduced() { "$gairo" show "mitigation.nexus-$1" --format json | jq -r '[.[0].links[] | select(.relation == "reduces") | .id] | sort | join(" ")'; }
expect 'what either end says, once' [ "$(reduced sea-anchor)" = 'nexus:sea-fog nexus:sea-storm' ]
expect 'what only the entry says' [ "$(reduced sea-horn)" = nexus:sea-fog ]
for id in nexus:sea-atlas nexus:sea-storm; do
  run 0 show $id --format json
  expect 'one document' json '.[0].links | any(.relation == "supported-by" and .id == "reference.nexus-sea-report")'
done
sed 's/hasRelatedAction: sea-anchor/hasRelatedAction: {a: b}/; s/hasRelatedRisk: sea-fog/hasRelatedRisk: [{id: sea-fog}]/' nexus.yaml >shapes.yaml
run 1 import shapes.yaml
expect 'a mapping for a list' err_has 'shapes.yaml:14: sea-storm: hasRelatedAction must be an id or a list of ids$'
expect 'a list of mappings' err_has 'shapes.yaml:23: sea-anchor: hasRelatedRisk must be an id or a list of ids$'
printf 'taxonomies:\n- id: t\n  name: T\nrisks:\n  id: r\n  name: R\nactions: none\ndocuments:\n' >sections.yaml
run 1 import --from nexus sections.yaml
expect 'a section that is no list' err_has 'sections.yaml:4: risks must be a list of entries'
expect 'a word for a list' err_has 'sections.yaml:7: actions must be a list of entries'
expect 'an empty one is none' [ "$(grep -c documents "$err")" -eq 0 ]

# UTF-16 without its mark, and what is in no encoding that can be told
incidents '7,2024-01-01,[],[],[],Seven,Seventh' | sed 's/./&\x00/g; s/$/\n\x00/' | tr -d '\n' | sed 's/\x00\x00/\x00\n\x00/g' >wide.csv
run 1 import --quiet wide.csv
expect 'UTF-16 is told' err_is_line 'wide.csv: the file is UTF-16 without a byte order mark and must be UTF-8$'

# What a stylesheet makes is told with the line of what it was made of, also where it says none; what it makes that gairo does not know too.
printf 'number,name\n1,Mole\n"2",Quay\n' >works.csv
cat >"$importers/works.xml" <<'M'
<format xmlns="urn:gairo:format:1" name="works" title="works"><read with="csv"/><recognise extensions=".csv"><column name="number"/></recognise>
<source id="works" title="works" licence="none" cite="none"/></format>
M
works() { cat >"$importers/works.xsl" <<M
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1" xmlns:r="urn:gairo:reader:1" exclude-result-prefixes="r">
<xsl:template match="/r:document"><gairo><reference id="reference.works"><title>Works</title><source ref="reference.works" basis="literature"/></reference>
<xsl:for-each select="r:member">$1</xsl:for-each></gairo></xsl:template>
<xsl:template match="r:entry"><field name="url" value="{.}"/></xsl:template></xsl:stylesheet>
M
}
source='<source ref="reference.works" basis="literature"/>'
for made in '<gadget id="{r:entry[1]}"/>' '<xsl:element name="gadget"/>' "<term id=\"term.{r:entry[1]}\"><title>T</title><gadget/>$source</term>" \
    "<xsl:if test=\"r:entry\"><term id=\"term.{r:entry[1]}\"><title>T</title>$source<xsl:element name=\"gadget\"/></term></xsl:if>"; do
  works "$made"
  run 1 import works.csv
  expect 'the record and the element' [ "$(grep -c '^gairo: works.csv:[23]: unknown element gadget in ' "$err")" -eq 2 ]
done
works '<r:refused>no</r:refused>'
run 1 import works.csv
expect 'each refusal with its record' [ "$(grep -c '^gairo: works.csv:[23]: no$' "$err")" -eq 2 ]
works "<reference id=\"reference.{r:entry[1]}\"><title>T</title><xsl:apply-templates select=\"r:entry[2]\"/>$source</reference>"
run 1 import works.csv
expect 'each value with its record' [ "$(grep -c '^gairo: works.csv:[23]: .*url' "$err")" -eq 2 ]
works "<term id=\"term.{r:entry[1]}\" line=\"7\"><title>T</title></term>"
run 1 import works.csv
expect 'a line of its own counts' [ "$(grep -c '^gairo: works.csv:7: ' "$err")" -eq 2 ]
finish
