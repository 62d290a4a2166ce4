# if HAVE_CMOCKA … check_PROGRAMS += tests/unit/NAME; TESTS += tests/unit/NAME … endif
