# Sourced by the command line's tests. A test runs in the build folder, in an empty world of its own:
#   run STATUS ARG...      runs gairo; its output is in $out, its errors in $err; the exit status must be STATUS
#   expect WHAT COMMAND... the command must succeed
#   finish                 says how many faults there were
set -u
LC_ALL=C.UTF-8
export LC_ALL
builddir=$(pwd)
srcdir=$(cd "${srcdir:-.}" && pwd)
gairo=$builddir/gairo
world=$(mktemp -d "${TMPDIR:-/tmp}/gairo-test.XXXXXX") || exit 99
trap 'chmod -R u+rwx "$world"; rm -rf "$world"' EXIT
trap 'exit 1' HUP INT TERM
out=$world/out
err=$world/err
HOME=$world/home
XDG_DATA_HOME=$HOME/data
XDG_CONFIG_HOME=$HOME/config
GAIRO_DB=$world/gairo.db
TERM=dumb
export HOME XDG_DATA_HOME XDG_CONFIG_HOME GAIRO_DB TERM
unset GAIRO_FOLDER GAIRO_TODAY NO_COLOR COLUMNS
mkdir "$HOME"
checks=0
: >"$world/faults" # one line each: those of a pipe count too

skip() {
  echo "skipped: $1"
  exit 77
}

fault() {
  echo "$1" >>"$world/faults"
  echo "FAULT: $1"
  sed 's/^/  out: /' "$out" | head -n 5
  sed 's/^/  err: /' "$err" | head -n 5
}

run() {
  expected_status=$1
  shift
  call="gairo $*"
  "$gairo" "$@" >"$out" 2>"$err" </dev/null
  status=$?
  checks=$((checks + 1))
  [ "$status" -eq "$expected_status" ] || fault "$call: exit status $status, not $expected_status"
}

expect() {
  checks=$((checks + 1))
  what=$1
  shift
  "$@" || fault "$call: $what"
}

out_is_empty() { [ ! -s "$out" ]; }
err_is_empty() { [ ! -s "$err" ]; }
out_has() { grep -q -e "$1" "$out"; }
err_has() { grep -q -e "$1" "$err"; }
out_lacks() { ! grep -q -e "$1" "$out"; }
# One line on standard error, beginning as all of them do and containing the pattern.
err_is_line() { [ "$(wc -l <"$err")" -eq 1 ] && grep -q -e "^gairo: .*$1" "$err"; }
# A jq filter holds of the output.
json() { jq -e "$1" "$out" >/dev/null; }

# A call that fails: its status, one line with this pattern on standard error, nothing on standard output.
refuses() {
  refused_status=$1
  pattern=$2
  shift 2
  run "$refused_status" "$@"
  expect "one line on standard error: $pattern" err_is_line "$pattern"
  expect 'nothing on standard output' out_is_empty
}

needs_jq() { command -v jq >/dev/null || skip 'jq is not installed'; }
needs_csv() {
  "$gairo" formats --format json | jq -e '.[] | select(.name == "aiid") | .fault == null' >/dev/null || skip 'this build reads no CSV'
}

finish() {
  echo "$checks checks, $(wc -l <"$world/faults") faults"
  [ ! -s "$world/faults" ]
  exit
}
