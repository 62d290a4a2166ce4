# Fuzz targets over reproducible inputs; tests/fuzz/fuzz.h says how to let libFuzzer search.
check_PROGRAMS += tests/fuzz/fuzz-frames tests/fuzz/fuzz-text
TESTS += tests/fuzz/fuzz-frames tests/fuzz/fuzz-text
tests_fuzz_fuzz_frames_SOURCES = tests/fuzz/driver.c tests/fuzz/fuzz-frames.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_frames_LDADD = $(CORE_LIBS)
tests_fuzz_fuzz_text_SOURCES = tests/fuzz/driver.c tests/fuzz/fuzz-text.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_text_LDADD = $(CORE_LIBS)

# The readers, which run in the worker.
check_PROGRAMS += tests/fuzz/fuzz-native tests/fuzz/fuzz-front-matter
TESTS += tests/fuzz/fuzz-native tests/fuzz/fuzz-front-matter
tests_fuzz_fuzz_native_SOURCES = tests/fuzz/driver.c tests/fuzz/fuzz-native.c tests/fuzz/fuzz.h \
	tests/fuzz/promises.c tests/fuzz/promises.h
tests_fuzz_fuzz_native_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS)
tests_fuzz_fuzz_native_LDADD = $(READ_LIBS)
tests_fuzz_fuzz_front_matter_SOURCES = tests/fuzz/driver.c tests/fuzz/fuzz-front-matter.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_front_matter_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS)
tests_fuzz_fuzz_front_matter_LDADD = $(READ_LIBS)

check_PROGRAMS += tests/fuzz/fuzz-readers
TESTS += tests/fuzz/fuzz-readers
tests_fuzz_fuzz_readers_SOURCES = tests/fuzz/driver.c tests/fuzz/fuzz-readers.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_readers_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS)
tests_fuzz_fuzz_readers_LDADD = $(READ_LIBS)
