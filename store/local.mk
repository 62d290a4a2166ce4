noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = \
	store/condition.c store/condition.h \
	store/counts.c \
	store/dangling.c store/dangling.h \
	store/database.h \
	store/item.c \
	store/item_load.c \
	store/items.h \
	store/law.c store/law.h \
	store/list.c store/list.h \
	store/list_columns.c \
	store/list_order.c \
	store/merge.c \
	store/nearest.c \
	store/open.c \
	store/openness.h \
	store/query.c \
	store/records.c store/records.h \
	store/schema.c \
	store/search.h \
	store/selection.c \
	store/sheets.h \
	store/sources.h \
	store/statement.c \
	store/store.c store/store.h \
	store/tokenizer.c
