# Two libraries: read runs in the worker, load in gairo.
noinst_LIBRARIES += libread.a libload.a
libread_a_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS) $(XSLT_CFLAGS) $(YAML_CFLAGS)
libread_a_SOURCES = \
	importers/protocol.h \
	importers/read/bibtex-macros.c importers/read/bibtex-macros.h \
	importers/read/bibtex-names.c importers/read/bibtex-names.h \
	importers/read/bibtex-state.h importers/read/bibtex-values.c \
	importers/read/bibtex-xml.c importers/read/bibtex-xml.h \
	importers/read/document.c importers/read/document.h \
	importers/read/front-matter.c importers/read/front-matter.h \
	importers/read/functions.c importers/read/functions.h importers/read/functions-xpath.c \
	importers/read/input.c importers/read/input.h \
	importers/read/json-xml.c importers/read/json-xml.h \
	importers/read/latex-text.c importers/read/latex-text.h \
	importers/read/latex-words.c importers/read/latex-words.h \
	importers/read/manifest.c importers/read/manifest.h \
	importers/read/native-elements.c importers/read/native-elements.h \
	importers/read/native-record.c importers/read/native-record.h \
	importers/read/native-start.c importers/read/native-state.h \
	importers/read/native.c importers/read/native.h \
	importers/read/reader.h \
	importers/read/readers.c importers/read/readers.h \
	importers/read/reviews.c importers/read/reviews.h \
	importers/read/serve.c importers/read/serve.h \
	importers/read/stylesheet-lines.c importers/read/stylesheet-lines.h \
	importers/read/table-xml.c importers/read/table-xml.h \
	importers/read/keys.c importers/read/keys.h importers/read/transform.c importers/read/transform.h \
	importers/read/xml.c importers/read/xml.h \
	importers/read/xml-lines.c importers/read/xml-lines.h \
	importers/read/yaml-anchors.c importers/read/yaml-anchors.h \
	importers/read/yaml-xml.c importers/read/yaml-xml.h \
	importers/source.c importers/source.h
libload_a_SOURCES = \
	importers/import.h \
	importers/load/difference.c importers/load/difference.h \
	importers/load/files.c importers/load/files.h \
	importers/load/formats.c importers/load/formats.h \
	importers/load/removing.c importers/load/replacing.c \
	importers/load/settling.c importers/load/settling.h \
	importers/load/load.c importers/load/load.h importers/load/load-state.h \
	importers/load/open.c \
	importers/load/own.c importers/load/own.h \
	importers/load/places.c importers/load/places.h \
	importers/load/reading.c \
	importers/load/recognise.c importers/load/recognise.h \
	importers/load/report.c importers/load/report.h \
	importers/load/reviews.c importers/reviews.h \
	importers/load/shipped.c \
	importers/load/writing.c \
	importers/protocol.h \
	importers/source.c importers/source.h
nobase_dist_pkgdata_DATA += \
	importers/read/aiid.xml importers/read/aiid.xsl \
	importers/read/aiid-mit.xml importers/read/aiid-mit.xsl \
	importers/read/atlas.xml importers/read/atlas.xsl \
	importers/read/bibtex.xml importers/read/bibtex.xsl \
	importers/read/csl-json.xml importers/read/csl-json.xsl \
	importers/read/ecosystem.xml importers/read/ecosystem.xsl \
	importers/read/federal-register.xml importers/read/federal-register.xsl \
	importers/read/formex.xml importers/read/formex.xsl \
	importers/read/mit.xml importers/read/mit.xsl \
	importers/read/mot.xml importers/read/mot.xsl \
	importers/read/nexus.xml importers/read/nexus.xsl \
	importers/read/openness.xml importers/read/openness.xsl \
	importers/read/oscal.xml importers/read/oscal.xsl \
	importers/read/spdx.xml importers/read/spdx.xsl \
	importers/read/sssom.xml importers/read/sssom.xsl
