/* A view as labelled lines in reading order, for the plain mode (tui/plain.c): no columns, no boxes, no places on a
 * screen. Choices are numbered from 1; taking one moves the view's selection to what it names, and then the action that
 * was asked for is done with it: to open it, where none was.
 *
 * A view's .linear says all that its .draw shows: what the rows are, each row with its columns by name, what is
 * selected by being said ("(selected)"), and what a mark or a colour means in words. Views on List and Pager hand that
 * to list_linear() (tui/list.h) and pager_linear() (tui/pager.h). */
#ifndef GAIRO_TUI_LINEAR_H
#define GAIRO_TUI_LINEAR_H

#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>

/* What a choice does: moves the selection of context to what index names. */
typedef void (*LinearSelect)(void *context, size_t index);

typedef struct LinearChoice {
    LinearSelect select;
    void *context;
    size_t index;
    size_t line; /* index into the lines */
} LinearChoice;

/* Starts zeroed. Owns its lines; the contexts of the choices are the view's. */
typedef struct Linear {
    StringList lines; /* as they can be shown; a choice's without its number */
    LinearChoice *choices;
    size_t choice_count, choice_capacity;
    bool is_page; /* text to be read on and back in, not rows that one moves among */
    bool calm;    /* boxes to be chosen: what is counted anew after a choice is not read again unasked */
} Linear;

/* A heading stands after an empty line. Whatever the strings hold, they pass display_text() here. */
void linear_heading(Linear *linear, const char *text);
/* A line of text; NULL or "" adds nothing. Line ends in it begin further lines. */
void linear_line(Linear *linear, const char *text);
void linear_format(Linear *linear, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* "label: text (note)"; nothing where text is NULL. note may be NULL. */
void linear_field(Linear *linear, const char *label, const char *text, const char *note);
/* A numbered line. */
void linear_choice(Linear *linear, LinearSelect select, void *context, size_t index, const char *text);
/* Puts words behind the line added last; nothing where there is none. */
void linear_append(Linear *linear, const char *words);
/* The choice that stands at a line, counted from 1; 0 where the line has none. */
size_t linear_number_at(const Linear *linear, size_t line);
void linear_free(Linear *linear); /* leaves it zeroed */

#endif
