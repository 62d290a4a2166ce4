#!/bin/bash
# bootstrap's own promises, with stand-ins for what it calls: the closing line is true, and who may not install is told
# the one command.
set -u
top=$(cd "${srcdir:-.}" && pwd)
world=$(mktemp -d "${TMPDIR:-/tmp}/gairo-bootstrap.XXXXXX") || exit 99
trap 'rm -rf "$world"' EXIT
mkdir "$world/bin" "$world/core" "$world/tests" "$world/tests/unit"
cp "$top/bootstrap" "$world/bootstrap"
chmod u+w "$world/bootstrap"
cd "$world" || exit 99
faults=0

stand_in() { # stand_in FILE, with its text on standard input
  { echo '#!/bin/sh'; cat; } >"$1"
  chmod +x "$1"
}

expect() { # expect WHAT STATUS LAST-LINE, of the last run
  [ "$status" -eq "$2" ] && [ "$(tail -n 1 out)" = "$3" ] && return
  faults=$((faults + 1))
  echo "FAULT: $1: exit status $status, not $2; '$(tail -n 1 out)', not '$3'"
}

run() {
  PATH=$world/bin:$PATH ./bootstrap "$@" >out 2>err </dev/null
  status=$?
}

touch -d yesterday configure.ac Makefile.am core/local.mk tests/unit/core.mk
echo 'touch Makefile config.status' | stand_in configure
touch Makefile.in
echo 'echo "install ok installed"' | stand_in bin/dpkg-query
stand_in bin/make <<'END'
folder=$2
for last; do :; done
case $last in
all) [ "$folder" != "${BROKEN:-}" ] ;;
check)
  printf '# TOTAL: 4\n# PASS:  %s\n# SKIP:  1\n# FAIL:  %s\n' $((3 - ${FAILING:-0})) ${FAILING:-0} >"$folder/test-suite.log"
  [ "${FAILING:-0}" -eq 0 ] ;;
distcheck) exit "${PACKAGE:-0}" ;;
esac
END

run check
expect 'all is well' 0 '7 passed, 0 failed, 2 skipped'
export FAILING=2
run check
expect 'two tests fail in both builds' 1 '3 passed, 4 failed, 2 skipped'
unset FAILING
export PACKAGE=1
run check
expect 'distcheck fails' 1 '6 passed, 1 failed, 2 skipped'
unset PACKAGE
export BROKEN=build-sanitizers
run check
expect 'a build fails' 1 '4 passed, 1 failed, 1 skipped'
unset BROKEN

# The second call configures nothing again.
run check
grep -q 'configuring' err && faults=$((faults + 1)) && echo 'FAULT: it configures again though nothing changed'

for name in dpkg-query sudo; do
  echo 'exit 1' | stand_in "bin/$name"
done
echo 'echo 1000' | stand_in bin/id
run build
case $(tail -n 1 out) in
'apt-get update && apt-get install '*gcc*) ;;
*) faults=$((faults + 1)) && echo "FAULT: no command to give: $(cat out)" ;;
esac
[ "$status" -eq 1 ] && [ "$(wc -l <out)" -eq 1 ] || { faults=$((faults + 1)) && echo "FAULT: exit status $status"; }
# As root it installs, and waits for another apt that is at work.
echo 'echo 0' | stand_in bin/id
echo 'exit 0' | stand_in bin/sleep
stand_in bin/apt-get <<'END'
echo "$*" >>apt
[ -e locked ] || { touch locked; echo 'E: Could not get lock /var/lib/apt/lists/lock.'; exit 100; }
END
run build
[ "$status" -eq 0 ] && grep -q '^-o DPkg::Lock::Timeout=[0-9]* install ' apt && [ "$(grep -c ' update' apt)" -eq 2 ] &&
  grep -q 'another apt is at work' err || { faults=$((faults + 1)) && echo "FAULT: no waiting for apt: $status, $(cat out err apt)"; }
printf '%s\n' 'echo "E: Unable to locate package"' 'exit 100' | stand_in bin/apt-get
run build
[ "$status" -eq 1 ] && grep -q 'could not be installed' err && grep -q 'Unable to locate' err ||
  { faults=$((faults + 1)) && echo "FAULT: another failure of apt: $status, $(cat err)"; }
run nonsense
[ "$status" -eq 2 ] || { faults=$((faults + 1)) && echo "FAULT: a wrong word: exit status $status, not 2"; }
echo "$faults faults"
[ "$faults" -eq 0 ]
