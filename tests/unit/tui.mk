if HAVE_CMOCKA
check_PROGRAMS += tests/unit/test-tui tests/unit/test-tui-state
TESTS += tests/unit/test-tui tests/unit/test-tui-state
tests_unit_test_tui_SOURCES = tests/unit/test-tui.c
tests_unit_test_tui_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_tui_LDADD = libtui.a libsheets.a libload.a $(STORE_LIBS) $(CMOCKA_LIBS) $(NCURSES_LIBS) -lm
check_PROGRAMS += tests/unit/test-comfort
TESTS += tests/unit/test-comfort
tests_unit_test_comfort_SOURCES = tests/unit/test-comfort.c
tests_unit_test_comfort_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_comfort_LDADD = libtui.a libsheets.a libload.a $(STORE_LIBS) $(CMOCKA_LIBS) $(NCURSES_LIBS) -lm
tests_unit_test_tui_state_SOURCES = tests/unit/test-tui-state.c
tests_unit_test_tui_state_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_test_tui_state_LDADD = libtui.a libsheets.a libload.a $(STORE_LIBS) $(CMOCKA_LIBS) $(NCURSES_LIBS) -lm
endif
