EXTRA_DIST += \
	docs/architecture.md \
	docs/configuration.md \
	docs/data-format.md \
	docs/home.png \
	docs/user-guide.md \
	docs/decisions/0001-two-executables.md \
	docs/decisions/0002-records-and-items.md \
	docs/decisions/0003-required-libraries.md \
	docs/decisions/0004-statements-carry-their-own-source.md \
	docs/decisions/0005-search-by-tiers.md \
	docs/decisions/0006-formats-are-manifests.md \
	docs/make-pictures \
	docs/outputs.md \
	docs/pictures/brief-bibtex.png \
	docs/pictures/brief-csv.png \
	docs/pictures/brief-json.png \
	docs/pictures/brief-markdown.png \
	docs/pictures/brief-pdf.png \
	docs/pictures/brief-text.png \
	docs/pictures/law-pdf.png \
	docs/pictures/models-docx.png \
	docs/pictures/models-html.png \
	docs/pictures/models-pdf.png \
	docs/pictures/recommendation-pdf.png \
	docs/pictures/register-odt.png \
	docs/pictures/register-pdf.png \
	docs/pictures/report-pdf.png \
	docs/pictures/report-slides-html.png \
	docs/pictures/report-slides-pdf.png \
	docs/sources.md \
	docs/writing-an-importer.md

# The manual page: docs/gairo.1 with the section on keys from the table of actions.
noinst_PROGRAMS = docs/write-keys
docs_write_keys_SOURCES = docs/write-keys.c
EXTRA_DIST += docs/gairo.1
man_MANS = gairo.1
CLEANFILES += gairo.1 gairo.1.keys
gairo.1: docs/gairo.1 docs/write-keys$(EXEEXT)
	$(AM_V_GEN)docs/write-keys$(EXEEXT) >gairo.1.keys && \
	  sed -e '/^\.\\" KEYS/r gairo.1.keys' -e '/^\.\\" KEYS/d' $(srcdir)/docs/gairo.1 >$@.part && mv $@.part $@
docs/write-keys.$(OBJEXT): tui/actions.def
