# make bench; no part of make check, since times differ from machine to machine.
EXTRA_PROGRAMS = tests/bench/bare-parse tests/bench/bare-read
CLEANFILES += tests/bench/bare-parse tests/bench/bare-read
EXTRA_DIST += tests/bench/run
tests_bench_bare_parse_SOURCES = tests/bench/bare-parse.c
tests_bench_bare_parse_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS)
tests_bench_bare_parse_LDADD = $(XML_LIBS)
tests_bench_bare_read_SOURCES = tests/bench/bare-read.c
tests_bench_bare_read_LDADD = $(SQLITE_LIBS)
tests_bench_bare_screen_SOURCES = tests/bench/bare-screen.c
tests_bench_bare_screen_LDADD = $(NCURSES_LIBS)
if HAVE_CMOCKA
if HAVE_VTERM
BENCH_SCREENS = tests/bench/screens
BENCH_BARE = tests/bench/bare-screen
EXTRA_PROGRAMS += tests/bench/screens tests/bench/bare-screen
CLEANFILES += tests/bench/screens tests/bench/bare-screen
tests_bench_screens_SOURCES = tests/bench/screens.c tests/bench/ways.c tests/bench/ways.h $(SCREEN_HARNESS)
tests_bench_screens_CFLAGS = $(SCREEN_CFLAGS)
tests_bench_screens_LDADD = libtui.a libsheets.a libload.a $(STORE_LIBS) $(NCURSES_LIBS) $(SCREEN_LIBS)
endif
endif
bench: all tests/bench/bare-parse tests/bench/bare-read $(BENCH_SCREENS) $(BENCH_BARE)
	@top_builddir='$(abs_top_builddir)' $(srcdir)/tests/bench/run
	@test -z '$(BENCH_SCREENS)' || $(BENCH_SCREENS)
.PHONY: bench
