#!/bin/sh
# The explorer in lines: what the panes do, through a pipe.
. "${srcdir:-.}/tests/cli/harness.sh"
. "$srcdir/tests/cli/harness-plain.sh"

run 0 list stage
lines
has 'the start' '^Where you are: gairo$'
has 'places are numbered' '^[0-9]*\. Risks; items: [0-9]'
expect 'no box and no escape' sh -c "! grep -q '│\|─\|█\|$(printf '\033')' '$out'"

lines risks '/weights' 1 back
has 'a list names its columns' 'effect of openness: raises; evidence: strong'
has 'it is narrowed' '^"weights" 1 of '
has 'a number opens' '^Where you are: gairo, then Risks, then '
has 'a page has its fields' '^Evidence: '

lines 'search watermark' 1 'basket-toggle' basket
has 'search says what was found' ' found$'
has 'put into the basket' '^Put into the basket\.'
has 'the basket has it' '^Where you are: .*then Basket$'

lines risks 'basket-toggle 2' 'view-as-command' 1
has 'a number after a command' 'in the basket'
has 'the call' '^gairo list risks$'

lines settings 1 2 ''
has 'a question has numbered answers' '^1\. terminal$'
has 'an answer is told' '^Until gairo ends\. To keep it: theme = dark'

lines '? basket'
has 'help, narrowed' '^basket-toggle: '
lines '?' all
has 'help for all' '^risks: All risks'
has 'its own commands' '^A number opens'

lines law-lens '/china' 1 risks
has 'a choice among what is typed' 'China'
has 'the lens holds in the next list' '^Where you are: gairo, then Risks'

lines risks 999 frobnicate 'risks x' 'basket-toggle 999' '/' y quit
has 'no such number' '^There are the numbers 1 to '
has 'no such command' '^There is no such command'
has 'what comes after a command' '^After risks comes the number'
has 'a key works as well' '^Copy what?'

# Every place has lines, and ends with what can be chosen or read.
"$gairo" config keys --format tsv | awk -F '\t' 'NR > 1 && $2 ~ /^g/ { print $1 }' >"$world/places"
expect 'there are places' [ "$(wc -l <"$world/places")" -ge 12 ]
while read -r place; do
  [ "$place" = first ] || [ "$place" = search ] || [ "$place" = no-more-hints ] || {
    lines "$place"
    expect "$place has lines" [ "$(sed -n "/^> $place/,\$p" "$out" | wc -l)" -ge 3 ]
  }
done <"$world/places"

# In each context every action of the table does something or says in a line why not; what it asks is left by a dot.
"$gairo" config keys --format tsv | awk -F '\t' 'NR > 1 && $1 != "quit" { print $1 }' >"$world/actions"
expect 'there are actions' [ "$(wc -l <"$world/actions")" -ge 80 ]
walk() { # walk NAME LINE...: the lines lead to the context
  name=$1
  shift
  while read -r action; do
    printf '%s\n' home "$@" "$action" . . .
  done <"$world/actions" >"$world/input"
  checks=$((checks + 1))
  "$gairo" --plain <"$world/input" >"$out" 2>"$err" || fault "the walk in $name failed"
  awk -v name="$name" '
    function judge() {
      if (action != "" && said == 0) { print "FAULT: " name ": " action " says nothing"; bad = 1 }
      if (said > 46) { print "FAULT: " name ": " action " says " said " lines at once"; bad = 1 }
    }
    FNR == NR { known[$0] = 1; next }
    /^> / { judge(); action = (substr($0, 3) in known) ? substr($0, 3) : ""; seen += action != ""; said = 0; next }
    !/^$/ { said++ }
    END { judge(); if (seen < 80) { print "FAULT: " name ": the walk ended early, at " seen; bad = 1 } exit bad }
  ' "$world/actions" "$out" || fault "the walk in $name"
  expect "$name: nothing goes to standard error" [ ! -s "$err" ]
}
walk 'the start'
walk 'a list' risks
walk 'a list of groups' risks left
walk 'facets' risks facets
walk 'a page' risks 1
walk 'the matrix' models
walk 'a search' 'search weights'
walk 'the timeline' timeline
walk 'a trace' risks 'trace 1'
lines 'risks' 'basket-toggle 1' 'basket-toggle 2'
walk 'a presentation' present 1
walk 'the basket' basket
lines present jump-list 2 black-screen back quit
has 'the slides are numbered' '^2\. '
has 'a number goes to a slide' '^slide 2 of '
has 'black is said' '^The screen is black'

# Notes are written line by line.
lines risks 'note 1' 'for the hearing' '..' 'two' . 'show' note 2 'added' . note '' 'note' 4 undo
has 'it is kept' '^The note is kept\.'
has 'the row tells of it' 'with your note (selected, '
expect 'what was written is shown again, with the dot' sh -c "grep -A2 '^for the hearing' '$out' | grep -qx '\.'"
has 'it can be added to' '^added$'
has 'and taken away' '^The note is taken away'
has 'and undone' '^Undone: '
lines risks 'note 2' . 'note 2' "$(printf '\377')" .
expect 'nothing written is no note' sh -c "[ \$(grep -c '^The note is as it was' '$out') = 2 ]"
"$gairo" show "$("$gairo" list risks --format tsv | sed -n 3p | cut -f1)" >"$out" 2>"$err" && expect 'no note came of it' sh -c "! grep -q 'as it was' '$out'"
checks=$((checks + 1))
printf 'risks\nnote 3\nkept at the end' | "$gairo" --plain >"$out" 2>"$err" || fault 'a note at the end'
has 'the end of the input keeps a note' '^The note is kept\.'

# Facets are chosen by number and told in the line of where one is.
lines risks facets '/raises' 1 back
has 'facets are numbered' '^[0-9]*\. raises; items: [0-9]'
has 'what is chosen is told' '^raises; [0-9]* of [0-9]'
lines f
has 'where facets are' 'open one first (gr risks, gM models)'

# Long lists are read in portions.
lines risks
expect 'twenty at once' sh -c "[ \$(sed -n '/^> risks/,\$p' '$out' | wc -l) -le 26 ]"
lines risks more
has 'more goes on' '^2[0-9]\. '
lines risks all
has 'all reads the rest' '^4[0-9]\. '
lines risks down down
expect 'moving says the row it leads to' sh -c "sed -n '/^> down/,\$p' '$out' | grep -c selected | grep -qx 2"
lines '/ weights'
lines risks '/ weights'
has 'a blank before the words is none of them' '^"weights" 1 of '
lines risks 1 '/openness' find-next
has 'found on a page' ' (found)$'
lines risks 'sort' 2 '!' frob quit
has 'quit leaves a question' '^Answer, 1 to '
has 'what is no answer is asked again, once' '^That is no answer\. A number, 1 to '

# What is no text, and what is long, harms nothing.
checks=$((checks + 1))
{ printf '\377\376\n'; head -c 100000 /dev/zero | tr '\0' 'x'; printf '\n/\033[2J\nquit\n'; } |
  "$gairo" --plain >"$out" 2>"$err" || fault 'bad input'
has 'no text is told' '^That is no UTF-8 text'
expect 'no escape comes back' sh -c "! grep -q '$(printf '\033')' '$out'"
checks=$((checks + 1))
printf 'risks\n' | "$gairo" --plain | head -n 1 >"$out" || fault 'a reader goes away'
has 'a reader that goes away is no error' '^gairo in lines'

# What is told stands whole, however long the name is in it.
far=$world/$(printf '%0200d' 0)/$(printf '%0200d' 0)/$(printf '%0200d' 0)
mkdir -p "$far/gairo"
echo 'nonsense = 1' >"$far/gairo/config"
near=$XDG_CONFIG_HOME
XDG_CONFIG_HOME=$far
lines settings
has 'a fault in a configuration far away' 'config:1: there is no setting "nonsense"; there are .* home-key NAME$'
XDG_CONFIG_HOME=$near

# Without a pipe and a terminal, --plain prints the overview as before.
checks=$((checks + 1))
"$gairo" --plain </dev/null >"$out" 2>"$err" || fault 'the overview'
expect 'the overview' sh -c "! grep -q '^Where you are' '$out'"
finish
