# Two libraries: read runs in the worker, load in gairo.
noinst_LIBRARIES += libread.a libload.a
libread_a_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS) $(XSLT_CFLAGS) $(YAML_CFLAGS)
libread_a_SOURCES = \
	importers/protocol.h \
	importers/read/front-matter.c importers/read/front-matter.h \
	importers/read/input.c importers/read/input.h \
	importers/read/native-elements.c importers/read/native-elements.h \
	importers/read/native-record.c importers/read/native-record.h \
	importers/read/native-start.c importers/read/native-state.h \
	importers/read/native.c importers/read/native.h \
	importers/read/reader.h \
	importers/read/serve.c importers/read/serve.h \
	importers/read/transform.c importers/read/transform.h \
	importers/read/xml.c importers/read/xml.h \
	importers/read/yaml-xml.c importers/read/yaml-xml.h \
	importers/source.c importers/source.h
libload_a_SOURCES = \
	importers/import.h \
	importers/load/files.c importers/load/files.h \
	importers/load/formats.c importers/load/formats.h \
	importers/load/load.c importers/load/load.h importers/load/load-state.h \
	importers/load/open.c \
	importers/load/places.c importers/load/places.h \
	importers/load/reading.c \
	importers/load/report.c importers/load/report.h \
	importers/load/shipped.c \
	importers/load/writing.c \
	importers/protocol.h \
	importers/source.c importers/source.h
nobase_dist_pkgdata_DATA += importers/read/openness.xsl
