/* The insides of the view that traces, shared by trace.c and trace-share.c only. */
#ifndef GAIRO_TUI_TRACE_H
#define GAIRO_TUI_TRACE_H

#include "core/date.h"
#include "store/trace.h"
#include "tui/preview.h"
#include "tui/tree.h"

typedef struct TraceRow {
    const TraceNode *node;
    size_t depth;
    char *key; /* the ids on the way here */
    bool gap;  /* it is a gap, or one is below it */
} TraceRow;

typedef struct TraceView {
    View view;
    char *id;
    char *name; /* the item's title; the id until it is known */
    Trace trace;
    TraceRow *rows;
    size_t count, capacity;
    Tree tree;
    Preview preview;
    bool gaps_only;
    bool loaded;
    Text scratch;
} TraceView;

/* The day of the law's states. */
const char *trace_day(const TraceView *view, char today[DATE_SIZE]);
/* As in ViewOperations. */
void trace_command(const View *base, Text *text);
void trace_command_note(const View *base, Text *text);
bool trace_table(const View *base, ScreenTable *table);

#endif
