noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = \
	store/items.h \
	store/law.h \
	store/openness.h \
	store/records.h \
	store/search.h \
	store/sheets.h \
	store/sources.h \
	store/store.h
