#include "cli/prose.h"

#include "cli/console.h"
#include "core/memory.h"
#include "core/paragraph.h"
#include "core/unicode.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_COLUMNS 20
#define MOST_COLUMNS 100 /* longer lines are hard to read */

static WrappedText wrap(const Session *session, int indent, const char *text, bool at_blanks)
{
    char *clean = console_text(text, SANITISE_LINES);
    int columns = session->text_columns > MOST_COLUMNS ? MOST_COLUMNS : session->text_columns;
    int room = columns == 0 ? INT_MAX / 4 : columns - indent < LEAST_COLUMNS ? LEAST_COLUMNS : columns - indent;
    WrappedText wrapped = at_blanks ? text_wrap_at_blanks(clean, room) : text_wrap(clean, room);

    free(clean);
    return wrapped;
}

static void write_wrapped(Session *session, int indent, const char *text, bool at_blanks)
{
    if (!text || !*text)
        return;
    WrappedText wrapped = wrap(session, indent, text, at_blanks);
    for (size_t i = 0; i < wrapped.count; i++) {
        if (*wrapped.lines[i])
            output_format(&session->output, "%*s%s\n", indent, "", wrapped.lines[i]);
        else
            output_write(&session->output, "\n");
    }
    wrapped_text_free(&wrapped);
}

void prose_write(Session *session, int indent, const char *text)
{
    write_wrapped(session, indent, text, false);
}

void prose_write_ids(Session *session, int indent, const char *text)
{
    write_wrapped(session, indent, text, true);
}

void prose_write_labelled(Session *session, int label_indent, const char *label, int indent, const char *text)
{
    char *clean = console_text(label, SANITISE_LINE);
    WrappedText wrapped = wrap(session, indent, text ? text : "", false);
    int used = label_indent + text_width(clean);

    output_format(&session->output, "%*s%s", label_indent, "", clean);
    for (size_t i = 0; i < wrapped.count; i++) {
        int blanks = i > 0 ? indent : used < indent ? indent - used : 2;

        if (*wrapped.lines[i])
            output_format(&session->output, "%s%*s%s", i > 0 ? "\n" : "", blanks, "", wrapped.lines[i]);
        else if (i > 0)
            output_write(&session->output, "\n");
    }
    output_write(&session->output, "\n");
    wrapped_text_free(&wrapped);
    free(clean);
}

void prose_write_body(Session *session, const char *text)
{
    for (bool first = true; *text; first = false) {
        const char *end = strstr(text, "\n\n");
        char *one = string_copy_bytes(text, end ? (size_t)(end - text) : strlen(text));
        Paragraph paragraph = paragraph_read(one);
        int indent = paragraph.level * PARAGRAPH_LEVEL_COLUMNS;

        if (!first)
            output_write(&session->output, "\n");
        if (paragraph.mark) {
            int wide = text_width(paragraph.mark) + 1;
            int beside = indent + (wide < PARAGRAPH_LEVEL_COLUMNS ? PARAGRAPH_LEVEL_COLUMNS : wide);

            prose_write_labelled(session, indent, paragraph.mark, beside, paragraph.words);
        } else {
            prose_write(session, indent, paragraph.words);
        }
        text += strlen(one);
        text += strspn(text, "\n");
        free(paragraph.mark);
        free(one);
    }
}

void prose_write_heading(Session *session, const char *text)
{
    char *clean = console_text(text, SANITISE_LINE);

    output_format(&session->output, "\n%s%s%s\n", session->color ? "\033[1m" : "", clean,
                  session->color ? "\033[0m" : "");
    free(clean);
}
