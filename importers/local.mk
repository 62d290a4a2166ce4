# Two libraries: read runs in the worker, load in gairo.
noinst_LIBRARIES += libread.a libload.a
libread_a_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS) $(XSLT_CFLAGS) $(YAML_CFLAGS)
libread_a_SOURCES = importers/protocol.h
libload_a_SOURCES = importers/import.h importers/protocol.h
