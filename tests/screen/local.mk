# The explorer in a real terminal emulator.
SCREEN_HARNESS = tests/screen/harness.c tests/screen/harness-look.c tests/screen/harness-database.c \
	tests/screen/harness.h tests/screen/harness-state.h
if HAVE_CMOCKA
if HAVE_VTERM
SCREEN_TESTS = tests/screen/test-views tests/screen/test-terminal tests/screen/test-tasks tests/screen/test-basket \
	tests/screen/test-places tests/screen/test-comfort tests/screen/test-random \
	tests/screen/test-present tests/screen/test-work tests/screen/test-input tests/screen/test-scope \
	tests/screen/test-screens tests/screen/test-review tests/screen/test-own tests/screen/test-facets \
	tests/screen/test-database tests/screen/test-sheets \
	tests/screen/test-actions tests/screen/test-quiet tests/screen/test-layouts tests/screen/test-sharing \
	tests/screen/test-keys
check_PROGRAMS += $(SCREEN_TESTS)
TESTS += $(SCREEN_TESTS)
SCREEN_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
SCREEN_LIBS = $(CMOCKA_LIBS) $(VTERM_LIBS) -lutil

tests_screen_test_views_SOURCES = tests/screen/test-views.c $(SCREEN_HARNESS)
tests_screen_test_views_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_views_LDADD = $(SCREEN_LIBS)

tests_screen_test_layouts_SOURCES = tests/screen/test-layouts.c $(SCREEN_HARNESS)
tests_screen_test_layouts_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_layouts_LDADD = $(SCREEN_LIBS)

tests_screen_test_review_SOURCES = tests/screen/test-review.c $(SCREEN_HARNESS)
tests_screen_test_review_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_review_LDADD = $(SCREEN_LIBS)

tests_screen_test_present_SOURCES = tests/screen/test-present.c $(SCREEN_HARNESS)
tests_screen_test_present_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_present_LDADD = $(SCREEN_LIBS)

tests_screen_test_screens_SOURCES = tests/screen/test-screens.c $(SCREEN_HARNESS)
tests_screen_test_screens_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_screens_LDADD = $(SCREEN_LIBS)

# This one knows the table of actions.
tests_screen_test_places_SOURCES = tests/screen/test-places.c $(SCREEN_HARNESS)
tests_screen_test_places_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_places_LDADD = libtui.a libsheets.a libload.a $(STORE_LIBS) $(NCURSES_LIBS) $(SCREEN_LIBS)

tests_screen_test_actions_SOURCES = tests/screen/test-actions.c $(SCREEN_HARNESS)
tests_screen_test_actions_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_actions_LDADD = libtui.a libsheets.a libload.a $(STORE_LIBS) $(NCURSES_LIBS) $(SCREEN_LIBS)

tests_screen_test_keys_SOURCES = tests/screen/test-keys.c $(SCREEN_HARNESS)
tests_screen_test_keys_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_keys_LDADD = $(SCREEN_LIBS)

tests_screen_test_quiet_SOURCES = tests/screen/test-quiet.c $(SCREEN_HARNESS)
tests_screen_test_quiet_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_quiet_LDADD = $(SCREEN_LIBS)

tests_screen_test_sharing_SOURCES = tests/screen/test-sharing.c tests/screen/folder.c tests/screen/folder.h $(SCREEN_HARNESS)
tests_screen_test_sharing_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_sharing_LDADD = $(SCREEN_LIBS)

tests_screen_test_comfort_SOURCES = tests/screen/test-comfort.c tests/screen/folder.c tests/screen/folder.h $(SCREEN_HARNESS)
tests_screen_test_comfort_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_comfort_LDADD = $(SCREEN_LIBS)

tests_screen_test_random_SOURCES = tests/screen/test-random.c $(SCREEN_HARNESS)
tests_screen_test_random_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_random_LDADD = $(SCREEN_LIBS)

tests_screen_test_input_SOURCES = tests/screen/test-input.c $(SCREEN_HARNESS)
tests_screen_test_input_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_input_LDADD = $(SCREEN_LIBS)

tests_screen_test_facets_SOURCES = tests/screen/test-facets.c $(SCREEN_HARNESS)
tests_screen_test_facets_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_facets_LDADD = $(SCREEN_LIBS)

# This one locks and breaks databases.
tests_screen_test_database_SOURCES = tests/screen/test-database.c $(SCREEN_HARNESS)
tests_screen_test_database_CFLAGS = $(SCREEN_CFLAGS) $(SQLITE_CFLAGS)
tests_screen_test_database_LDADD = $(SCREEN_LIBS) $(SQLITE_LIBS)

# This one looks into the database beside the program.
tests_screen_test_sheets_SOURCES = tests/screen/test-sheets.c tests/screen/stored.c tests/screen/stored.h $(SCREEN_HARNESS)
tests_screen_test_sheets_CFLAGS = $(SCREEN_CFLAGS) $(SQLITE_CFLAGS)
tests_screen_test_sheets_LDADD = $(SCREEN_LIBS) $(SQLITE_LIBS)

tests_screen_test_own_SOURCES = tests/screen/test-own.c $(SCREEN_HARNESS)
tests_screen_test_own_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_own_LDADD = $(SCREEN_LIBS)

tests_screen_test_scope_SOURCES = tests/screen/test-scope.c $(SCREEN_HARNESS)
tests_screen_test_scope_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_scope_LDADD = $(SCREEN_LIBS)

tests_screen_test_terminal_SOURCES = tests/screen/test-terminal.c $(SCREEN_HARNESS)
tests_screen_test_terminal_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_terminal_LDADD = $(SCREEN_LIBS)

tests_screen_test_tasks_SOURCES = tests/screen/test-tasks.c $(SCREEN_HARNESS)
tests_screen_test_tasks_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_tasks_LDADD = $(SCREEN_LIBS)

tests_screen_test_basket_SOURCES = tests/screen/test-basket.c $(SCREEN_HARNESS)
tests_screen_test_basket_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_basket_LDADD = $(SCREEN_LIBS)

tests_screen_test_work_SOURCES = tests/screen/test-work.c $(SCREEN_HARNESS)
tests_screen_test_work_CFLAGS = $(SCREEN_CFLAGS)
tests_screen_test_work_LDADD = $(SCREEN_LIBS)
endif
endif
