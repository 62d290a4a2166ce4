# Unit tests: tests/unit/<room>.mk lists a room's. Each is a cmocka program.
include tests/unit/core.mk
include tests/unit/store.mk
include tests/unit/importers.mk
include tests/unit/sheets.mk
include tests/unit/tui.mk
include tests/unit/cli.mk
include tests/cli/local.mk
include tests/screen/local.mk
include tests/data/local.mk
include tests/bench/local.mk
include tests/fuzz/local.mk
include tests/layers/local.mk
AM_TESTS_ENVIRONMENT = srcdir='$(top_srcdir)'; top_builddir='$(abs_top_builddir)'; \
	GAIRO_FOLDER='$(abs_top_builddir)'; export srcdir top_builddir GAIRO_FOLDER;
