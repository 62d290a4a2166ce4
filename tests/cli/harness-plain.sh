# Sourced after harness.sh by the tests of the explorer in lines.

# lines WORD...: each a line of input; the outcome is in $out and $err.
lines() {
  call="gairo --plain, $*"
  printf '%s\n' "$@" >"$world/input"
  checks=$((checks + 1))
  "$gairo" --plain <"$world/input" >"$out" 2>"$err" || fault "--plain failed: $*"
}
has() { expect "$1" out_has "$2"; }
lacks() { expect "$1" out_lacks "$2"; }
# What a screen reader skips, or reads letter by letter: boxes, blocks, shades, dots, arrows, and dashes that stand for a
# value. $out must hold none; what the data says in words may have dashes within.
has_only_words() {
  expect "$1: no sign that is not heard" sh -c "! grep -n -e '[│─┌┐└┘├┤█▓▒░▌▐·•●≠→←✓‹›]' -e ': –\(;\|\$\)' -e ': ?\(;\|\$\)' '$out'"
}
