#!/bin/sh
# The manual page and the completion know every command and every option, and no other.
. "${srcdir:-.}/tests/cli/harness.sh"

manual=$world/manual
sed 's/\\-/-/g; s/\\f[IRB]//g; s/[",]//g' "$srcdir/docs/gairo.1" >"$manual"
completion=$srcdir/cli/gairo.bash
run 0 --help
commands=$(sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p' "$out")
expect 'there are commands' [ "$(echo "$commands" | wc -w)" -ge 11 ]
: >"$world/options"
for command in $commands; do
  expect "the manual describes $command" grep -q "^\.BR* $command\b" "$manual"
  expect "the completion knows $command" grep -q "commands=.*\b$command\b" "$completion"
  run 0 "$command" --help
  grep -o '^  \(-., \)\?--[a-z-]*' "$out" | grep -o -e '--[a-z-]*' | sort -u >"$world/options-of"
  cat "$world/options-of" >>"$world/options"
  # What bash completes after the command is what the command takes.
  bash -c '. "$1"; COMP_WORDS=(gairo "$2" --); COMP_CWORD=2; _gairo; printf "%s\n" "${COMPREPLY[@]}"' \
    completion "$completion" "$command" | sort -u >"$world/completed"
  expect "the completion knows the options of $command" cmp -s "$world/options-of" "$world/completed"
done
run 0 --help
grep -o '^  \(-., \)\?--[a-z-]*' "$out" | grep -o -e '--[a-z-]*' >>"$world/options"
sort -u "$world/options" >"$world/known"
expect 'there are options' [ "$(wc -l <"$world/known")" -ge 18 ]
sed -n '/^\.SH OPTIONS/,/^\.SH EXIT/p' "$manual" | grep '^\.B' | grep -o -e '--[a-z][a-z-]*' | sort -u >"$world/described"
expect 'the manual describes all options' cmp "$world/known" "$world/described"

# The page that is installed has a section on keys, with every command of the explorer.
run 0 config keys --format tsv
cut -f 1 "$out" | tail -n +2 >"$world/explorer"
expect 'there are commands of the explorer' [ "$(wc -l <"$world/explorer")" -ge 30 ]
sed 's/\\-/-/g' "$builddir/gairo.1" >"$world/built"
while read -r command; do
  expect "the built manual tells the keys of $command" grep -q "(\\\\fI$command\\\\fR)" "$world/built"
done <"$world/explorer"
if command -v mandoc >/dev/null; then
  expect 'the built manual is well formed' mandoc -T lint -W error "$builddir/gairo.1"
fi
finish
