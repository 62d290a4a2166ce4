noinst_LIBRARIES += libcli.a
libcli_a_SOURCES = \
	cli/arguments.c cli/arguments.h \
	cli/balance.c \
	cli/balance.h cli/balance_pairs.c \
	cli/check.c \
	cli/command.h cli/commands.c \
	cli/compare.c \
	cli/config.c \
	cli/console.c cli/console.h \
	cli/delimited.c \
	cli/explore.c \
	cli/export.c \
	cli/facts.c cli/facts.h \
	cli/formats.c \
	cli/help.c cli/help.h \
	cli/import.c cli/import_report.c cli/import_report.h \
	cli/interrupt.c cli/interrupt.h \
	cli/item.h cli/item_cells.c cli/item_json.c cli/item_rows.c cli/item_shown.c \
	cli/item_text.c \
	cli/json.c \
	cli/kinds.c cli/kinds.h \
	cli/list.c \
	cli/matrix.c \
	cli/near.c cli/near.h \
	cli/note.c \
	cli/output.c cli/output.h \
	cli/overview.c cli/overview.h \
	cli/present.c cli/progress.c cli/progress.h \
	cli/prose.c cli/prose.h \
	cli/review.c cli/review.h \
	cli/review_file.c \
	cli/review_list.c \
	cli/review_mark.c \
	cli/review_show.c \
	cli/review_walk.c \
	cli/search.c \
	cli/session.c cli/session.h \
	cli/sheet.c cli/sheet.h \
	cli/sheet_edit.c \
	cli/sheet_show.c \
	cli/show.c \
	cli/sources.c cli/sources.h cli/sources_match.c \
	cli/stats.c \
	cli/stats_groups.c \
	cli/stats_groups.h \
	cli/table.c cli/table.h \
	cli/timeline.c \
	cli/trace.c \
	cli/verbs.c cli/verbs.h \
	cli/version.c

bashcompletiondir = $(datadir)/bash-completion/completions
EXTRA_DIST += cli/gairo.bash

# bash looks for a completion under the command's name.
install-data-local:
	$(MKDIR_P) "$(DESTDIR)$(bashcompletiondir)"
	$(INSTALL_DATA) $(srcdir)/cli/gairo.bash "$(DESTDIR)$(bashcompletiondir)/gairo"
uninstall-local:
	rm -f "$(DESTDIR)$(bashcompletiondir)/gairo"
EXTRA_DIST += docs/command-line.md
