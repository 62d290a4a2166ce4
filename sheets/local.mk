# Two libraries: compose runs in gairo, render in the worker.
noinst_LIBRARIES += libsheets.a librender.a
libsheets_a_SOURCES = \
	sheets/client.c \
	sheets/client.h \
	sheets/compose/compose.c \
	sheets/compose/composition.h \
	sheets/compose/consequences.c \
	sheets/compose/facts.c \
	sheets/compose/item.c \
	sheets/compose/references.c \
	sheets/compose/words.c \
	sheets/compose/words.h \
	sheets/compose/xml_writer.c \
	sheets/compose/xml_writer.h \
	sheets/outputs.c \
	sheets/sheets.h
librender_a_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS) $(XSLT_CFLAGS)
librender_a_SOURCES = \
	sheets/render/functions.c \
	sheets/render/functions.h \
	sheets/render/render.c \
	sheets/render/render.h \
	sheets/render/serve.c
nobase_dist_pkgdata_DATA += \
	sheets/render/html.xsl \
	sheets/render/markdown.xsl
