# Two libraries: compose runs in gairo, render in the worker.
noinst_LIBRARIES += libsheets.a librender.a
libsheets_a_SOURCES = sheets/sheets.h
librender_a_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS) $(XSLT_CFLAGS)
librender_a_SOURCES = \
	sheets/render/functions.c \
	sheets/render/functions.h \
	sheets/render/render.c \
	sheets/render/render.h \
	sheets/render/serve.c
