if HAVE_CMOCKA
STORE_TESTS = \
	tests/unit/test-store-comparison \
	tests/unit/test-store-consequences \
	tests/unit/test-store-damage \
	tests/unit/test-store-facets \
	tests/unit/test-law-text \
	tests/unit/test-store-law \
	tests/unit/test-store-open \
	tests/unit/test-store-openness \
	tests/unit/test-store-own \
	tests/unit/test-store-list \
	tests/unit/test-store-query \
	tests/unit/test-store-records \
	tests/unit/test-store-reviews \
	tests/unit/test-store-scope \
	tests/unit/test-store-search \
	tests/unit/test-store-trace \
	tests/unit/test-store-undo \
	tests/unit/test-store-views
check_PROGRAMS += $(STORE_TESTS)
TESTS += $(STORE_TESTS)
STORE_TEST_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
STORE_TEST_LIBS = $(STORE_LIBS) $(CMOCKA_LIBS)
STORE_FIXTURE = tests/unit/store_fixture.c tests/unit/store_fixture.h

tests_unit_test_store_comparison_SOURCES = tests/unit/test-store-comparison.c $(STORE_FIXTURE)
tests_unit_test_store_comparison_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_comparison_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_consequences_SOURCES = tests/unit/test-store-consequences.c $(STORE_FIXTURE)
tests_unit_test_store_consequences_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_consequences_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_damage_SOURCES = tests/unit/test-store-damage.c $(STORE_FIXTURE)
tests_unit_test_store_damage_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_damage_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_facets_SOURCES = tests/unit/test-store-facets.c $(STORE_FIXTURE)
tests_unit_test_store_facets_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_facets_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_law_text_SOURCES = tests/unit/test-law-text.c
tests_unit_test_law_text_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_law_text_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_law_SOURCES = tests/unit/test-store-law.c $(STORE_FIXTURE)
tests_unit_test_store_law_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_law_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_open_SOURCES = tests/unit/test-store-open.c $(STORE_FIXTURE)
tests_unit_test_store_open_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_open_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_openness_SOURCES = tests/unit/test-store-openness.c $(STORE_FIXTURE)
tests_unit_test_store_openness_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_openness_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_own_SOURCES = tests/unit/test-store-own.c $(STORE_FIXTURE)
tests_unit_test_store_own_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_own_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_list_SOURCES = tests/unit/test-store-list.c $(STORE_FIXTURE)
tests_unit_test_store_list_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_list_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_query_SOURCES = tests/unit/test-store-query.c $(STORE_FIXTURE)
tests_unit_test_store_query_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_query_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_records_SOURCES = tests/unit/test-store-records.c $(STORE_FIXTURE)
tests_unit_test_store_records_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_records_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_reviews_SOURCES = tests/unit/test-store-reviews.c $(STORE_FIXTURE)
tests_unit_test_store_reviews_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_reviews_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_scope_SOURCES = tests/unit/test-store-scope.c $(STORE_FIXTURE)
tests_unit_test_store_scope_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_scope_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_undo_SOURCES = tests/unit/test-store-undo.c $(STORE_FIXTURE)
tests_unit_test_store_undo_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_undo_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_search_SOURCES = tests/unit/test-store-search.c $(STORE_FIXTURE)
tests_unit_test_store_search_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_search_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_trace_SOURCES = tests/unit/test-store-trace.c $(STORE_FIXTURE)
tests_unit_test_store_trace_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_trace_LDADD = $(STORE_TEST_LIBS)
tests_unit_test_store_views_SOURCES = tests/unit/test-store-views.c $(STORE_FIXTURE)
tests_unit_test_store_views_CFLAGS = $(STORE_TEST_CFLAGS)
tests_unit_test_store_views_LDADD = $(STORE_TEST_LIBS)
endif
