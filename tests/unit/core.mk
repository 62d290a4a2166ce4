EXTRA_DIST += tests/temporary.h tests/unit/test.h
if HAVE_CMOCKA
core_tests = \
	tests/unit/test-corpora \
	tests/unit/test-file \
	tests/unit/test-frame \
	tests/unit/test-process \
	tests/unit/test-record \
	tests/unit/test-record-check \
	tests/unit/test-sanitise \
	tests/unit/test-text \
	tests/unit/test-unicode \
	tests/unit/test-vocabulary
check_PROGRAMS += $(core_tests) tests/unit/child
TESTS += $(core_tests)
tests_unit_test_corpora_SOURCES = tests/unit/test-corpora.c
tests_unit_test_corpora_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_corpora_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_file_SOURCES = tests/unit/test-file.c
tests_unit_test_file_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_file_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_frame_SOURCES = tests/unit/test-frame.c
tests_unit_test_frame_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_frame_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_process_SOURCES = tests/unit/test-process.c
tests_unit_test_process_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_process_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_record_SOURCES = tests/unit/test-record.c
tests_unit_test_record_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_record_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_record_check_SOURCES = tests/unit/test-record-check.c
tests_unit_test_record_check_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_record_check_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_sanitise_SOURCES = tests/unit/test-sanitise.c
tests_unit_test_sanitise_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_sanitise_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_text_SOURCES = tests/unit/test-text.c
tests_unit_test_text_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_text_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_unicode_SOURCES = tests/unit/test-unicode.c
tests_unit_test_unicode_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_unicode_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_vocabulary_SOURCES = tests/unit/test-vocabulary.c
tests_unit_test_vocabulary_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_vocabulary_LDADD = $(CORE_LIBS) $(CMOCKA_LIBS)
# What test-process starts.
tests_unit_child_SOURCES = tests/unit/child.c
tests_unit_child_LDADD = $(CORE_LIBS)
endif
