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
