noinst_LIBRARIES += libcore.a
libcore_a_SOURCES = \
	core/count.c \
	core/date.c core/date.h \
	core/digest.c core/digest.h \
	core/error.c core/error.h \
	core/fields.c \
	core/file.c core/file.h \
	core/fold.c \
	core/folder.c \
	core/frame.c core/frame.h \
	core/frame-stream.c core/frame-stream.h \
	core/identifiers.c \
	core/memory.c core/memory.h \
	core/paragraph.c core/paragraph.h \
	core/paths.c core/paths.h \
	core/editor.c core/editor.h \
	core/process.c core/process.h \
	core/process_spawn.c core/process_spawn.h \
	core/record.c core/record.h \
	core/record_check.c core/record_check.h \
	core/record_check_entries.c \
	core/record_check_fields.c \
	core/record_digest.c \
	core/record_frame.c \
	core/record_order.c core/record_order.h \
	core/review.c core/review.h \
	core/sanitise.c core/sanitise.h \
	core/text.c core/text.h \
	core/unicode.h \
	core/utf8.c \
	core/vocabulary.c core/vocabulary.h \
	core/width.c \
	core/wrap.c
