# make bench; no part of make check, since a time is no verdict.
EXTRA_PROGRAMS = tests/bench/bare-parse tests/bench/bare-read
CLEANFILES += tests/bench/bare-parse tests/bench/bare-read
EXTRA_DIST += tests/bench/run
tests_bench_bare_parse_SOURCES = tests/bench/bare-parse.c
tests_bench_bare_parse_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS)
tests_bench_bare_parse_LDADD = $(XML_LIBS)
tests_bench_bare_read_SOURCES = tests/bench/bare-read.c
tests_bench_bare_read_LDADD = $(SQLITE_LIBS)
bench: all tests/bench/bare-parse tests/bench/bare-read
	@top_builddir='$(abs_top_builddir)' $(srcdir)/tests/bench/run
.PHONY: bench
