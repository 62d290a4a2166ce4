noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = \
	store/balance.c \
	store/balance.h \
	store/comparison.c \
	store/comparison.h \
	store/condition.c \
	store/condition.h store/condition_scope.h \
	store/consequences.c \
	store/consequences.h \
	store/counts.c \
	store/dangling.c \
	store/dangling.h \
	store/database.h \
	store/disagreement.c \
	store/disagreement.h \
	store/facets.c store/facets.h \
	store/following.c store/following.h store/lost_links.c store/lost_links.h \
	store/heatmap.c \
	store/heatmap.h \
	store/integrity.c \
	store/item.c \
	store/item_load.c \
	store/items.h \
	store/joining.c \
	store/joining.h \
	store/kept.c store/kept.h \
	store/law.c \
	store/law.h \
	store/law_citation.c \
	store/law_citation.h \
	store/meaning.h \
	store/law_parts.c \
	store/law_parts.h \
	store/law_text.c \
	store/law_text.h \
	store/paper_words.c \
	store/paper_words.h \
	store/licences.c \
	store/link_entries.c store/link_entries.h \
	store/licences.h \
	store/lint.c \
	store/lint.h \
	store/lint_dates.c \
	store/lint_editorial.c \
	store/lint_lengths.c \
	store/lint_similar.c \
	store/lint_structure.c \
	store/journal.h \
	store/loss.c store/loss.h \
	store/marks.c store/marks.h \
	store/undo.c store/undo.h \
	store/list.c \
	store/list.h \
	store/list_columns.c \
	store/list_order.c store/list_states.c \
	store/matrix.h \
	store/merge.c \
	store/nearest.c \
	store/observations.c \
	store/open.c \
	store/openness.c \
	store/opinions.c store/opinions.h \
	store/openness.h \
	store/openness_groups.c \
	store/points.c \
	store/query.c \
	store/record_load.c \
	store/records.c \
	store/records.h \
	store/removal.c \
	store/removal.h \
	store/review.h \
	store/review_walk.c \
	store/review_walk.h \
	store/reviews.c \
	store/reviews.h \
	store/matching.c store/matching.h \
	store/schema.c \
	store/settle.c store/settle.h \
	store/settle_evidence.c store/settle_evidence.h \
	store/settle_links.c store/settle_links.h \
	store/settle_names.c store/settle_names.h \
	store/search.c \
	store/search.h \
	store/selection.c \
	store/sheet_check.c \
	store/sheet_check.h \
	store/sheet_rows.h \
	store/sheets.c \
	store/sheets.h \
	store/sheets_edit.c \
	store/sources.c \
	store/sources.h \
	store/statement.c \
	store/store.c \
	store/store.h \
	store/thin.c \
	store/thin.h \
	store/timeline.c \
	store/timeline.h \
	store/tokenizer.c \
	store/scope.c \
	store/scope.h \
	store/trace.c \
	store/trace_items.c store/trace_items.h \
	store/trace.h \
	store/trace_nodes.c \
	store/tracer.c \
	store/tracer.h \
	store/ways.c \
	store/ways.h \
	store/weight.c \
	store/weight.h
