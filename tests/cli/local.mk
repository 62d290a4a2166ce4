# The command line, from its user's side. They run in the build folder, where gairo is.
cli_tests = \
	tests/cli/bad-input.sh \
	tests/cli/bootstrap.sh \
	tests/cli/calls.sh \
	tests/cli/config.sh \
	tests/cli/database.sh \
	tests/cli/export.sh \
	tests/cli/fit.sh \
	tests/cli/full-disk.sh \
	tests/cli/interrupt.sh \
	tests/cli/law-texts.sh \
	tests/cli/manual.sh \
	tests/cli/notes.sh \
	tests/cli/openness.sh \
	tests/cli/present.sh \
	tests/cli/plain.sh \
	tests/cli/plain-words.sh \
	tests/cli/outputs.sh \
	tests/cli/readers.sh \
	tests/cli/reports.sh \
	tests/cli/review.sh \
	tests/cli/layout.sh \
	tests/cli/same-text.sh \
	tests/cli/sheet.sh \
	tests/cli/sources-order.sh tests/cli/sources.sh \
	tests/cli/sources-faults.sh tests/cli/sources-hostile.sh \
	tests/cli/sources-joins.sh \
	tests/cli/sources-own.sh \
	tests/cli/sources-shared.sh \
	tests/cli/sources-shapes.sh \
	tests/cli/sources-variants.sh \
	tests/cli/sources-versions.sh \
	tests/cli/streams.sh \
	tests/cli/upgrade.sh \
	tests/cli/writing-an-importer.sh
dist_check_SCRIPTS += $(cli_tests)
TESTS += $(cli_tests)
EXTRA_DIST += tests/cli/harness.sh tests/cli/harness-plain.sh tests/data/law tests/data/sources

check_PROGRAMS += tests/cli/lock-database
tests_cli_lock_database_SOURCES = tests/cli/lock-database.c
tests_cli_lock_database_LDADD = $(SQLITE_LIBS)
