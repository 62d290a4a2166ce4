# Fuzz targets over reproducible inputs; tests/fuzz/fuzz.h says how to let libFuzzer search.
check_PROGRAMS += tests/fuzz/fuzz-frames tests/fuzz/fuzz-text
TESTS += tests/fuzz/fuzz-frames tests/fuzz/fuzz-text
tests_fuzz_fuzz_frames_SOURCES = tests/fuzz/driver.c tests/fuzz/fuzz-frames.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_frames_LDADD = $(CORE_LIBS)
tests_fuzz_fuzz_text_SOURCES = tests/fuzz/driver.c tests/fuzz/fuzz-text.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_text_LDADD = $(CORE_LIBS)
