#!/bin/sh
# What the explorer in lines says: each number and each cell with what it is, in words.
. "${srcdir:-.}/tests/cli/harness.sh"
. "$srcdir/tests/cli/harness-plain.sh"

run 0 list stage
# Every place, whole, without a sign; what is counted is named.
lines risks all areas all law all models all balance all chart-table all timeline all chart-table all heat-map all \
  chart-table all openness-by-year all chart-table all open-components all chart-table all basket sheets sources all settings
has_only_words 'the places'
lacks 'no label says only that it is some kind' 'kind: [0-9]'
lacks 'no count is called a mark' 'mark: '
lacks 'no column without a name' 'what it is: [0-9]'

# A source is its name, then what is known of it.
lines sources
has 'the health of the data' '^1\. Data health; good'
has 'a source by its name' '^2\. gairo; title: [^;]*; version: [^;]*; records: [0-9]*; imported: [-0-9]*; licence: [^;]*; state: shipped'

# What happened is told whole, or how much more there was.
lines timeline
has 'what is left out is counted' '^[0-9]*\. 2024; models released: [0-9]*; events of law: [0-9]*; .*; and [0-9]* more$'

lines areas
has 'groups are counted in items' '^[0-9]*\. Safety and security; items: [0-9]*$'
lines risks facets
has 'facets are counted in items' '^[0-9]*\. raises; items: [0-9]*$'

# The position is told with the row.
lines risks down where 1 back
has 'the row and its position' '(selected, 2 of [0-9]*)$'
has 'where one is' '^2 of [0-9]*$'

# Openness: which share, of what; the component before its value.
lines openness-by-year 'chart-table'
has 'a share says of what it is' '; open in training: [0-9]*%; '
has 'why there is none' 'share that is open in training: none given, there are fewer than [0-9]* models'
has 'the table counts what is not known' 'not applicable: [0-9]*; not known: [0-9]*; share that is open: '
lines open-components chart-table
has 'the component comes first' '^1\. Pre-training code; models: [0-9]* closed, [0-9]* semi-open, [0-9]* open; share that is open: [0-9]*%; models that it applies to and that are known: [0-9]'
has 'levels have words' '; level 1, closed: [0-9]*; level 2, semi-open: [0-9]*; '
lines models
has 'a cell is a component and a word' '; Pre-training code: closed, C1; '
has 'what does not apply is told in words' '; Alignment code: not applicable; '
has 'what is not known is told in words' ': not known; '
has 'how many are open' '; open components: [0-9]* of [0-9]* that apply and are known'
lines models 1
has 'a page says the component first as well' '^1\. Pre-training code: closed, C1'

# Law: what is in a group stands below it.
lines law all switch all
has 'regions' '^region: European Union; laws and provisions: [0-9]*$'
has 'years' '^something happens in: 2024; laws and provisions: [0-9]*$'
expect 'a year is followed by what happens in it' sh -c "grep -A1 '^something happens in: 2027' '$out' | grep -q '^[0-9]*\. .*; state: '"

# The balance.
lines balance 1 'switch' 1
has 'a pair is told' '^1\. risk: .*; opportunity: .*; area: .*; areas, components and terms that both have: [0-9]'
has 'what has no other' 'risk: none left; opportunity: .*; area: '
has 'by component' 'risk: .*; component: Pre-training code'
has 'how many in all' '^In all: risks: [0-9]*; opportunities: [0-9]'
lines balance 2
expect 'an area leads to its pairs' sh -c "grep -A1 '^From number\|chart-table, or back' '$out' | grep -q 'back' && grep -q 'area: Safety and security.*(selected' '$out'"

# A trace says what each detail is.
lines risks 'trace 1'
has 'maturity' '; kind: Mitigation; maturity: '
has 'addressees' '; kind: Recommendation; addressed to: '
has 'gaps' '; kind: law; gap$'

# The lens and the marks ask as everything asks: numbered, a line at a time.
lines law-lens china 1 'law-lens israel' 1 law-lens . law-lens 999 frobnicate '' where
expect 'it asks' sh -c "[ \$(grep -c '^A number takes it; words narrow; more reads on; nothing leaves it: ' '$out') -ge 6 ]"
has 'words narrow' '^Typed: china'
has 'a number takes it' '^Every screen now shows: China'
has 'words can come at once' '^Every screen now shows: Israel'
has 'a wrong number is told' '^There are the numbers 1 to '
has 'what is not found is told' '^Nothing matches'
lines risks 'mark 3' a opportunities marks 'abc' ''
has 'the prompt of the marks says what it takes' 'A number, or its letter, goes there'
has 'words are no letters one after another' 'That is no letter of a mark'
lacks 'and go nowhere' 'There is no mark'
lines risks 'mark 3' a opportunities marks 1
has 'a mark is taken by its number' '^3 of [0-9]*$'
lines search watermark
has 'search asks for the words' '^Search everything for'
has 'where it was found' '^[0-9]*\. .*; kind: Mitigation; found in: '
has 'by kind' '^By kind: .*References: [0-9]'
# What was found on a page is said, and read on from; a number on a page is no item of its own.
lines risks 1 '/open developers' find-next 'basket-toggle 1' parts
has 'what was found next' '^Open developers get data.* (found)$'
expect 'the page is not read again' sh -c "[ \$(grep -c '^Kind: Risk; ' '$out') = 1 ]"
has 'what a page is about' '^On a page basket-toggle is for what the page is about'
has 'parts are counted' '^part 1 of [0-9]*: '
lines risks 'compare 1' 'compare 2' down
has 'a comparison tells its place' '(selected, 2 of [0-9]*)$'
has 'what to do next is a word' '^Picked\. compare on another item'

checks=$((checks + 1))
printf 'law-lens\nchina' | "$gairo" --plain >"$out" 2>"$err" || fault 'the end of the input in a question'
expect 'and it ends' sh -c "tail -n 1 '$out' | grep -q '^' && [ ! -s '$err' ]"
finish
