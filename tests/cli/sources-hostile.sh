#!/bin/sh
# Files and stylesheets that mean harm: one clear line each, and nothing is changed.
. "${srcdir:-.}/tests/cli/harness.sh"
cd "$world" || exit 99
importers=$XDG_CONFIG_HOME/gairo/importers
mkdir -p "$importers"
run 0 stats
sum=$(cksum <"$GAIRO_DB")

format() { # NAME READER COLUMN-OR-KEY
  cat >"$importers/$1.xml" <<M
<format xmlns="urn:gairo:format:1" name="$1" title="$1"><read with="$2"/><recognise extensions=".$1"><text words="$3"/></recognise>
<source id="$1" title="$1" licence="none" cite="none"/></format>
M
  stylesheet "$1" '<gairo/>'
}
stylesheet() { # NAME BODY
  cat >"$importers/$1.xsl" <<M
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1" xmlns:exsl="http://exslt.org/common"
  xmlns:r="urn:gairo:reader:1" extension-element-prefixes="exsl" exclude-result-prefixes="r"><xsl:template match="/">$2</xsl:template></xsl:stylesheet>
M
}
hostile() { # FILE PATTERN
  run 1 import "$1" --quiet
  expect "one line: $2" err_is_line "$2"
  expect "$1 changes nothing" [ "$(cksum <"$GAIRO_DB")" = "$sum" ]
}

format y yaml a
printf 'a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n' >bomb.y
hostile bomb.y 'bomb.y:[0-9]*: aliases that stand for more than a file may hold'
{ echo 'a: &a x'; echo 'b:'; awk 'BEGIN { for (i = 0; i < 1000000; i++) print "- *a" }'; } >aliases.y
hostile aliases.y 'aliases.y:10003: aliases that stand for more than'
awk 'BEGIN { printf "a: "; for (i = 0; i < 100000; i++) printf "[" }' >deep.y
hostile deep.y 'deep.y:1: nested deeper than 32 levels'
printf 'a: &a [*a]\n' >self.y
hostile self.y 'the alias \*a has no anchor before it'
printf 'a: !!python/object:os.system x\n' >tag.y
hostile tag.y 'tag.y:1: a tag of YAML'
printf 'a: 1\na: 2\n' >twice.y
hostile twice.y 'twice.y:2: the key "a" is repeated'
printf 'a: b\0c\n' >nul.y
hostile nul.y 'nul.y:1: a NUL byte'
printf 'a: caf\351\n' >latin.y
hostile latin.y 'latin.y:1: the byte 0xE9 is not valid UTF-8'
printf '\377\376a\0:\0' >wide.y
hostile wide.y 'UTF-16'

format j json a
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "[\"a\","; }' >deep.j
hostile deep.j 'deep.j:1: nested deeper than 32 levels'
printf '{"a": 1,\n "a": 2}' >twice.j
hostile twice.j 'twice.j:2: not well-formed JSON: duplicate object key'
printf '[{"a": 1},\n {"a": 2}' >open.j
hostile open.j 'has no \] at its end'
printf '{"a": 1} x' >more.j
hostile more.j 'more behind the end'
printf '{"a": "\\u0000"}' >nul.j
hostile nul.j 'nul.j:1: [\]u0000, a NUL, which no text may hold$'

# What is wrong with a value has the value's own line, not that of the record it is in.
cat >value.xsl <<'M'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1" xmlns:r="urn:gairo:reader:1" exclude-result-prefixes="r">
<xsl:template match="/r:document"><gairo><xsl:apply-templates select="r:member"/></gairo></xsl:template>
<xsl:template match="r:member"><reference id="reference.x-{r:entry[@key='a']}" line="{@line}"><title>X</title>
<xsl:for-each select="r:entry[@key='url'] | r:entry[@key='at']/r:entry"><field name="url" value="{.}" line="{@line}"/></xsl:for-each>
<xsl:if test="r:entry[@key='no']"><r:refused line="{r:entry[@key='no']/@line}">no</r:refused></xsl:if>
<source ref="reference.x-{r:entry[@key='a']}" basis="editorial" line="{r:entry[@key='not-there']/@line}"/></reference></xsl:template></xsl:stylesheet>
M
cp value.xsl "$importers/j.xsl"
printf '[\n{"a": 1, "url": "https://harbour.example"},\n{"a": 2,\n "b": {"c": [1,\n2]},\n "at":\n {"d":\n  "no address"}}]' >value.j
hostile value.j 'value.j:8: .*no address'
printf '[\n{"a": 1,\n"b": "\\"{\\n",\n"no": true}]' >value.j
hostile value.j 'value.j:4: no'
sed -i 's/"json"/"json-lines"/' "$importers/j.xml"
printf '{"a": 1}\n\n{"a": 2, "url": "no address"}\n' >value.j
hostile value.j 'value.j:3: .*no address'
format j json a

format x xml a
printf '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' >doctype.x
hostile doctype.x 'doctype.x:1: a DOCTYPE is not allowed'
printf '<a>\n<b>\n</a>' >broken.x
hostile broken.x 'broken.x:3: not well-formed XML'

awk 'BEGIN { for (i = 0; i < 3000; i++) printf "<a>" }' >deep.x
hostile deep.x 'deep.x:1: not well-formed XML: Excessive depth in document: [0-9]*$'
# Of what no format knows, the beginning tells why.
printf '\377\376<\0a\0>\0' >wide.json
hostile wide.json 'wide.json: the file is UTF-16 and must be UTF-8'
printf '\037\213\010\0' >packed.yml
hostile packed.yml 'packed.yml: the file is compressed; unpack it first'

if "$gairo" --version | grep -q libcsv || "$gairo" formats --format json | jq -e '.[] | select(.name == "aiid") | .fault == null' >/dev/null; then
  format c csv a
  printf 'a,b\n1,"x\n2,y\n' >open.c
  hostile open.c 'open.c:2: a quoted value in the row that begins here is not closed'
  printf 'a,b\n1,x"y"\n2,z\n' >quote.c
  hostile quote.c 'quote.c:2: a quote stands where none may'
  cp value.xsl "$importers/c.xsl"
  printf 'a,b,url\n1,"x\n""y"" and\nz",no address\n' >value.c
  hostile value.c 'value.c:4: .*no address'
  stylesheet c '<gairo/>'
  printf 'a,b\n1,2,3\n' >wide.c
  hostile wide.c 'wide.c:2: the row has 3 values where there are 2 columns'
  printf 'a,a\n1,2\n' >names.c
  hostile names.c 'names.c:1: the column "a" is there twice'
  printf 'a,b\n1,x\0\n' >nul.c
  hostile nul.c 'nul.c:2: a NUL byte'
fi

# A stylesheet reads, writes and loads nothing.
echo 'a: 1' >plain.y
echo secret >"$world/secret"
for body in '<gairo><xsl:copy-of select="document('"'$world/secret.xml'"')"/></gairo>' \
  '<gairo><xsl:value-of select="document('"'http://127.0.0.1:9/'"')"/></gairo>'; do
  stylesheet y "$body"
  hostile plain.y 'y.xsl:[0-9]*: the stylesheet fails: .*\(must not load\|refused\)'
done
for element in exsl:document xsl:document; do
  stylesheet y "<gairo/><$element href=\"$world/written\"><x/></$element>"
  hostile plain.y 'y.xsl:[0-9]*: the stylesheet fails: File write for .*written refused'
  expect "$element writes nothing" [ ! -e "$world/written" ]
done
# What it would load is there and would do: only that it is refused keeps it out.
echo '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>' >"$world/other.xsl"
for element in include import; do
  for address in "$world/other.xsl" "file://$world/other.xsl" http://127.0.0.1:9/other.xsl; do
    cat >"$importers/y.xsl" <<M
<t:stylesheet version="1.0" xmlns:t="http://www.w3.org/1999/XSL/Transform">
<!-- its line counts -->
<t:$element href="$address"/>
<t:template match="/"><gairo xmlns="urn:gairo:data:1"/></t:template></t:stylesheet>
M
    hostile plain.y "y.xsl:3: the stylesheet fails: xsl:$element of \".*other.xsl\" is refused: a stylesheet loads no other"
  done
done
# Elsewhere than at the top there is no such instruction.
stylesheet y "<gairo/><xsl:include href=\"$world/other.xsl\"/>"
hostile plain.y 'y.xsl:[0-9]*: the stylesheet fails: '
stylesheet y "<gairo xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file://$world/secret\" parse=\"text\"/></gairo>"
hostile plain.y 'the element include is of the namespace "http://www.w3.org/2001/XInclude"'
# An inclusion in a source's own file stays an element like others: what it names is not read.
stylesheet x '<gairo><xsl:copy-of select="//*[local-name() = '"'include'"']"/></gairo>'
printf '<a xmlns:xi="http://www.w3.org/2001/XInclude">\n<xi:include href="file://%s" parse="text"/></a>\n' "$world/secret" >included.x
hostile included.x 'included.x:\(2:\)\? *the element include is of the namespace'
run 1 import --explain included.x
expect 'the inclusion as it is written' out_has '<xi:include href="file:'
expect 'nothing of what it names' out_lacks '^ *secret\|>secret'
stylesheet x '<gairo/>'
cat >"$importers/y.xsl" <<M
<!DOCTYPE x [<!ENTITY e SYSTEM "$world/secret">]><xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/">&e;</xsl:template></xsl:stylesheet>
M
hostile plain.y 'y.xsl:1: a DOCTYPE is not allowed'
stylesheet y '<gairo><xsl:value-of select="nothing-such()"/></gairo>'
hostile plain.y 'y.xsl:2: the stylesheet fails: there is no function nothing-such$'
for body in '<xsl:if test="r:such()"/>' '<term id="{r:such()}"/>' '<xsl:for-each select="//*"><xsl:sort select="r:such()"/></xsl:for-each>' \
    '<xsl:variable name="v" select="r:such()"/><xsl:value-of select="$v"/>' '<xsl:number value="r:such()"/>'; do
  stylesheet y "<gairo>
$body</gairo>"
  hostile plain.y 'y.xsl:3: the stylesheet fails: there is no function such$'
done
stylesheet y '<gairo><xsl:value-of select="none:such()"/></gairo>'
hostile plain.y 'y.xsl:2: the stylesheet fails: function such bound to undefined prefix none$'
# A key that nobody declared is a fault, wherever it is asked for; one that is declared is none.
for body in '<xsl:if test="key('"'nope'"', 1)"/>' '<term id="{key('"'nope'"', r:entry)}"/>' '<xsl:for-each select="key(concat('"'no', 'pe'"'), 1)"/>' \
    '<xsl:variable name="v" select="count(key('"'nope'"', 1))"/><xsl:value-of select="$v"/>'; do
  stylesheet y "<gairo>
$body</gairo>"
  hostile plain.y 'y.xsl:3: the stylesheet fails: no xsl:key declares the name "nope" that key() asks for$'
done
stylesheet y '<gairo/></xsl:template>
<xsl:template match="r:entry | key('"'nope'"', '"'1'"')/r:member"><x/>'
hostile plain.y 'y.xsl:3: the stylesheet fails: no xsl:key declares the name "nope" that key() asks for$'
stylesheet y '<gairo/></xsl:template>
<xsl:template match="key('"'nope'"', '"'1'"')"><x/>'
hostile plain.y 'y.xsl:3: the stylesheet fails: no xsl:key declares the name "nope" that key() asks for$'
stylesheet y '<gairo><xsl:apply-templates select="key('"'a'"', '"'none'"')"/></gairo></xsl:template><xsl:key name="a" match="r:entry" use="."/>
<xsl:template match="key('"'a'"', '"'key(no)'"')">'
run 0 import --dry-run plain.y
stylesheet y '<gairo><xsl:message terminate="yes">the sea is high</xsl:message></gairo>'
hostile plain.y 'y.xsl:2: the stylesheet fails: the sea is high$'
stylesheet y '<gairo><exsl:nothing-such/></gairo>'
hostile plain.y 'y.xsl:2: the stylesheet fails: .*nothing-such'
stylesheet y '<gairo><xsl:valu-of select="1"/></gairo>'
hostile plain.y 'y.xsl:2: the stylesheet fails: .*unknown xsl:valu-of$'
stylesheet y '<gairo><risk id="risk.x"><title>X</title></risk></gairo>'
hostile plain.y 'risk.x has no source'
own_record() { stylesheet y "<gairo><reference id=\"reference.y\"><title>Y</title><source ref=\"reference.y\" basis=\"literature\"/></reference>
$1</gairo>"; }
own_record '<term id="term.y"><title>Y</title><source ref="reference.y" basis="paper"/></term>'
hostile plain.y 'the basis "paper" is the shipped data'
own_record '<term id="term.y"><title>Y</title><source ref="reference.gairo" basis="editorial"/></term>'
hostile plain.y 'reference.gairo speaks for the shipped data'
own_record '<incident id="incident.y"><title>Y</title><source ref="reference.y" basis="literature"/><link relation="evidence-of" to="risk.racing" ref="reference.eiras2024risks" basis="paper"/></incident>'
hostile plain.y 'the basis "paper" is the shipped data'
own_record '<risk id="risk.personal-data"><title>Y</title><field name="effect" value="lowers">No.</field><source ref="reference.y" basis="literature"/></risk>'
hostile plain.y 'risk.personal-data is of the source gairo: a source of one'
own_record '<model id="model.bloom"><title>Y</title><source ref="reference.y" basis="literature"/></model>'
hostile plain.y 'model.bloom is of the source gairo: '
stylesheet y '<gairo source="gairo"><risk id="risk.x"><title>X</title><source ref="reference.gairo" basis="editorial"/></risk></gairo>'
hostile plain.y 'is the shipped data set'"'"'s own'
cat >"$importers/y.xsl" <<'M'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><xsl:call-template name="on"/></xsl:template>
<xsl:template name="on"><xsl:call-template name="on"/></xsl:template></xsl:stylesheet>
M
hostile plain.y 'the stylesheet fails'

# A manifest that is wrong is told by formats, with its line, and its files are refused.
printf '<format xmlns="urn:gairo:format:1" name="y" title="y">\n<reed with="yaml"/></format>' >"$importers/y.xml"
run 0 formats --plain
expect 'the fault and its line' out_has 'y.xml:2: unknown element reed'
refuses 1 'cannot be used: .*y.xml:2: unknown element reed' import --from y plain.y
rm "$importers/y.xsl"
format y yaml a
rm "$importers/y.xsl"
run 0 formats --plain
expect 'a stylesheet is missing' out_has 'there is no stylesheet y.xsl beside it'
finish
