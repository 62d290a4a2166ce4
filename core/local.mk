noinst_LIBRARIES += libcore.a
libcore_a_SOURCES = \
	core/date.h \
	core/digest.h \
	core/error.h \
	core/file.h \
	core/frame.h \
	core/memory.h \
	core/paths.h \
	core/process.h \
	core/record.h \
	core/sanitise.h \
	core/text.h \
	core/unicode.h \
	core/vocabulary.h
libcore_a_SOURCES += core/frame-stream.c core/frame-stream.h
