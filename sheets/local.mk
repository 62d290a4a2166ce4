# Two libraries: compose runs in gairo, render in the worker.
noinst_LIBRARIES += libsheets.a librender.a
libsheets_a_SOURCES = \
	sheets/client.c \
	sheets/client.h \
	sheets/compose/actions.c \
	sheets/compose/charts.c \
	sheets/compose/compose.c \
	sheets/compose/composition.h \
	sheets/compose/consequences.c \
	sheets/compose/deck.c \
	sheets/compose/deck_item.c \
	sheets/compose/deck_maker.h \
	sheets/compose/deck_pictures.c \
	sheets/compose/deck_xml.c \
	sheets/compose/facts.c \
	sheets/compose/item.c \
	sheets/compose/references.c \
	sheets/compose/register.c \
	sheets/compose/screen_table.c \
	sheets/compose/models.c \
	sheets/compose/observations.c \
	sheets/compose/table.c \
	sheets/compose/table.h \
	sheets/compose/templates.c \
	sheets/compose/reviews.c \
	sheets/compose/words.c \
	sheets/compose/words.h \
	sheets/compose/xml_writer.c \
	sheets/compose/xml_writer.h \
	sheets/check.c \
	sheets/check.h \
	sheets/deck.h \
	sheets/drawn.h \
	sheets/fit.c \
	sheets/fit.h \
	sheets/outputs.c \
	sheets/reviews.h \
	sheets/screen_table.h \
	sheets/sheets.h \
	sheets/templates.h
librender_a_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS) $(XSLT_CFLAGS) $(ZIP_CFLAGS) $(PANGOCAIRO_CFLAGS)
librender_a_SOURCES = \
	sheets/render/escape.c \
	sheets/render/escape.h \
	sheets/render/functions.c \
	sheets/render/functions.h \
	sheets/render/package.c \
	sheets/render/package.h \
	sheets/render/pages.c \
	sheets/render/pages.h \
	sheets/render/pages_columns.c \
	sheets/render/pages_contents.c \
	sheets/render/pages_measure.c \
	sheets/render/pages_settle.c \
	sheets/render/pages_slides.c \
	sheets/render/pages_state.h \
	sheets/render/pages_tables.c \
	sheets/render/pages_text.c \
	sheets/render/render.c \
	sheets/render/render.h \
	sheets/render/serve.c
nobase_dist_pkgdata_DATA += \
	sheets/render/bibtex.xsl \
	sheets/render/csv.xsl \
	sheets/render/document.xsl \
	sheets/render/docx.xsl \
	sheets/render/html.xsl \
	sheets/render/json.xsl \
	sheets/render/markdown.xsl \
	sheets/render/odt.xsl \
	sheets/render/slides-document.xsl \
	sheets/render/slides.xsl \
	sheets/render/text.xsl
