#!/bin/sh
# Shapes that the formats allow and few files have: no word runs into another, no superscript into its number, nothing is lost. The files are made up.
. "${srcdir:-.}/tests/cli/harness.sh"
needs_jq
cd "$world" || exit 99
em=$(printf '\342\200\203')
hard=$(printf '\302\240')
has() { # WHAT ID TEXT: a paragraph of the item is TEXT, "_" for an em space
  "$gairo" show "$2" --format json | jq -r '.[0].body' | sed "s/$em/_/g; s/$hard/ /g" >body
  expect "$1" grep -qxF -- "$3" body
}

# OSCAL: lists in items without a paragraph around the words, quotations, words above and below the line
cat >catalog.xml <<'X'
<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="00000000-0000-4000-8000-00000000000a">
<metadata><title>Locks for 10<sup>25</sup> m<sup>3</sup> of H<sub>2</sub>O</title><last-modified>2030-01-02T03:04:05Z</last-modified><version>1</version><oscal-version>1.1.2</oscal-version></metadata>
<group id="g"><title>Of CO<sub>2</sub></title>
<control id="l-1"><title>Over 10<sup>25</sup></title>
<param id="p"><label>at most 10<sup>9</sup></label></param>
<part name="statement"><ul><li>one<ol><li>first</li><li>second</li></ol>and on</li><li><p>two</p><p>more</p></li><li>plain</li></ul><blockquote><p>As it is said.</p></blockquote><p>Keep <insert type="param" id-ref="p"/>, the n<sup>th</sup>.</p></part>
</control></group></catalog>
X
run 0 import catalog.xml --format json
expect 'nothing is refused' json '.refused == []'
run 0 list mitigations --where source=locks-for-1025-m3-of-h2o --format json
expect 'a title' json '.[0].title == "Locks for 10²⁵ m³ of H₂O L-1: Over 10²⁵"'
lock=mitigation.locks-for-1025-m3-of-h2o-l-1
run 0 show locks-for-1025-m3-of-h2o:g --format json
expect 'the title of a group' json '.[0].title | endswith(": Of CO₂")'
has 'the words of an item before its list' $lock '_•_one'
has 'the list in it' $lock '__1._first'
has 'its second' $lock '__2._second'
has 'words behind it' $lock '__and on'
has 'an item of paragraphs' $lock '_•_two'
has 'its second paragraph' $lock '__more'
has 'an item of words alone' $lock '_•_plain'
has 'a quotation' $lock '_As it is said.'
has 'a label, and letters above the line' $lock '_Keep [Assignment: at most 10⁹], the n^(th).'

# two catalogs that begin alike are two; a title of one long word has a name that a source may have
for revision in 2 3; do
  sed "s|<title>Locks for.*</title><last|<title>Special Publication 900-171 Revision $revision: Guarding the Locks of Harbours that are Nobody's</title><last|; s|<version>1|<version>$revision|" catalog.xml >revision-$revision.xml
done
run 0 import revision-2.xml revision-3.xml
expect 'nothing of one is another version of the other' err_is_empty
run 0 sources --format json
expect 'each is a source' json '[.[].id | select(startswith("special-publication-900-171"))] | sort == ["special-publication-900-171-revision-2-guarding-the", "special-publication-900-171-revision-3-guarding-the"]'
sed 's|<title>Locks for.*</title><last|<title>Замокзамокзамокзамокзамокзамок</title><last|' catalog.xml >long.xml
run 0 import long.xml

# Formex: a cell of words and a superscript; a footnote without a paragraph
cat >act.xml <<'X'
<ACT xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://formex.publications.europa.eu/schema/formex-05.56-20160701.xd"><BIB.INSTANCE><DOCUMENT.REF FILE="L_209900008EN.doc.xml"><COLL>L</COLL><NO.OJ>8</NO.OJ><YEAR>2099</YEAR><LG.OJ>EN</LG.OJ><PAGE.FIRST>7</PAGE.FIRST><PAGE.SEQ>1</PAGE.SEQ></DOCUMENT.REF><DATE ISO="20990102">20990102</DATE><LG.DOC>EN</LG.DOC><NO.SEQ>1</NO.SEQ><NO.DOC FORMAT="YN" TYPE="OJ"><YEAR>2099</YEAR><NO.CURRENT>8</NO.CURRENT></NO.DOC></BIB.INSTANCE>
<TITLE><TI><P>Regulation (EU) 2099/8</P></TI></TITLE><ENACTING.TERMS><ARTICLE IDENTIFIER="001"><TI.ART>Article 1</TI.ART><ALINEA><TBL COLS="2" NO.SEQ="0001"><CORPUS><ROW><CELL COL="1">10<HT TYPE="SUP">6</HT> m<HT TYPE="SUP">2</HT></CELL><CELL COL="2"><P>one</P><P>two</P></CELL></ROW><ROW><CELL COL="1"><TXT.COL>left</TXT.COL><TXT.COL>right</TXT.COL></CELL><CELL COL="2">tarred<NOTE NOTE.ID="E0002"><P>Twice.</P></NOTE></CELL></ROW></CORPUS><GR.NOTES><NOTE NOTE.ID="T0001" NUMBERING="STAR"><P>Of the table.</P></NOTE></GR.NOTES></TBL></ALINEA><ALINEA><DLIST TYPE="TAB" SEPARATOR=":"><DLIST.ITEM><TERM>bight</TERM><DEFINITION>a bent rope</DEFINITION></DLIST.ITEM></DLIST></ALINEA><ALINEA>See below<NOTE NOTE.ID="E0001">Of 10<HT TYPE="SUP">6</HT>.</NOTE>.</ALINEA></ARTICLE></ENACTING.TERMS></ACT>
X
run 0 import act.xml
has 'a superscript in a cell' provision.eu-2099-8-art-1 '10⁶ m² | one two'
has 'a superscript in a footnote' provision.eu-2099-8-art-1 '_[2]_Of 10⁶.'
has 'lines of a cell, and the mark of a footnote' provision.eu-2099-8-art-1 'left right | tarred [1]'
has 'the words of that' provision.eu-2099-8-art-1 '_[1]_Twice.'
has 'a note of the table' provision.eu-2099-8-art-1 '_[*]_Of the table.'
has 'a term and what it is' provision.eu-2099-8-art-1 'bight: a bent rope'

# Federal Register: what an amendment leaves as it is; words below the line
cat >rule.xml <<'X'
<RULE><PREAMB><AGENCY TYPE="F">HARBOUR OFFICE</AGENCY><SUBJECT>Rules of the Lock</SUBJECT></PREAMB>
<REGTEXT TITLE="33" PART="9"><SECTION><SECTNO>§ 9.1</SECTNO><SUBJECT>Scope.</SUBJECT><STARS/><P>(b) CO<E T="52">2</E> and x<E T="52">max</E> of 10<E T="51">9</E>.</P><STARS/></SECTION></REGTEXT>
<FRDOC>[FR Doc. 2099-00008 Filed 1-1-99; 8:45 am]</FRDOC></RULE>
X
run 0 import rule.xml
has 'what stays as it is' provision.us-fr-2099-00008-sec-9.1 '* * * * *'
expect 'on either side' [ "$(grep -cxF '* * * * *' body)" -eq 2 ]
has 'words below the line' provision.us-fr-2099-00008-sec-9.1 '(b)_CO₂ and x_(max) of 10⁹.'

# ATLAS: two steps by one technique
sed 's/^  procedure:$/&\n  - {tactic: AML.TA0900, technique: AML.T0901, description: They looked again.}\n  - {tactic: AML.TA0900, technique: AML.T0901, description: And again.}/' "$srcdir/tests/data/sources/ATLAS.yaml" >ATLAS.yaml
run 0 import ATLAS.yaml
"$gairo" list incidents --where source=atlas --format json | jq -r '.[].id' | xargs "$gairo" show --format json >"$out"
expect 'no step is lost' json '[.[].links[] | select(.id == "atlas:AML.T0901") | .text] | any(test("They looked again\\. \\[…\\] And again\\."))'

# Ecosystem Graphs: several licences
printf -- '- type: model\n  name: Lock LM\n  organization: Lock\n  access: open\n  created_date: 2030-01\n  license:\n    value: [MIT, Apache 2.0]\n    explanation: two\n  dependencies: []\n' >lock.yaml
run 0 import --from ecosystem lock.yaml
run 0 show model.ecosystem-lock-lock-lm --format json
expect 'several licences are apart' json '.[0].fields | any(.name == "licence-name" and .value == "MIT, Apache 2.0")'
run 0 check
finish
