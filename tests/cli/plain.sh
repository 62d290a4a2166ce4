#!/bin/sh
# The explorer in lines: what the panes do, through a pipe.
. "${srcdir:-.}/tests/cli/harness.sh"

# lines WORD...: each a line of input.
lines() {
  printf '%s\n' "$@" >"$world/input"
  checks=$((checks + 1))
  "$gairo" --plain <"$world/input" >"$out" 2>"$err" || { faults=$((faults + 1)); echo "FAULT: --plain failed: $*"; head -n 5 "$err"; }
}
has() { expect "$1" out_has "$2"; }

run 0 list stage
lines
has 'the start' '^Where you are: gairo$'
has 'places are numbered' '^[0-9]*\. Risks; items: [0-9]'
expect 'no box and no escape' sh -c "! grep -q '│\|─\|█\|$(printf '\033')' '$out'"

lines risks '/weights' 1 back
has 'a list names its columns' 'openness: raises; evidence: strong'
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
lines '?'
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

# What is no text, and what is long, harms nothing.
checks=$((checks + 1))
{ printf '\377\376\n'; head -c 100000 /dev/zero | tr '\0' 'x'; printf '\n/\033[2J\nquit\n'; } |
  "$gairo" --plain >"$out" 2>"$err" || { faults=$((faults + 1)); echo 'FAULT: bad input'; }
has 'no text is told' '^That is no UTF-8 text'
expect 'no escape comes back' sh -c "! grep -q '$(printf '\033')' '$out'"
checks=$((checks + 1))
printf 'risks\n' | "$gairo" --plain | head -n 1 >"$out" || faults=$((faults + 1))
has 'a reader that goes away is no error' '^gairo in lines'

# Without a pipe and a terminal, --plain prints the overview as before.
checks=$((checks + 1))
"$gairo" --plain </dev/null >"$out" 2>"$err" || faults=$((faults + 1))
expect 'the overview' sh -c "! grep -q '^Where you are' '$out'"
finish
