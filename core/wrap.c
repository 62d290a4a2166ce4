/* Lines. */
#include "config.h"

#include "core/unicode.h"

#include "core/memory.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>

/* One paragraph (no "\n" in it) while it is broken into lines. */
typedef struct Wrapping {
    StringList lines;
    const char *text;
    const char *breaks; /* for each byte whether a line may end before it */
    int columns;
    size_t start;     /* of the current line */
    size_t candidate; /* where the current line may end; start where nowhere yet */
    int width;        /* of the current line */
} Wrapping;

static void add_line(StringList *lines, const char *text, size_t length)
{
    while (length > 0 && text[length - 1] == ' ')
        length--;
    string_list_take(lines, string_copy_bytes(text, length));
}

/* Ends the current line before end. The blanks there belong to neither line, unless they start the paragraph. */
static void end_line(Wrapping *wrapping, size_t end)
{
    add_line(&wrapping->lines, wrapping->text + wrapping->start, end - wrapping->start);
    wrapping->start = wrapping->candidate = end;
}

/* Columns from the current line's start up to end. */
static int width_up_to(const Wrapping *wrapping, size_t end)
{
    int width = 0;

    for (size_t at = wrapping->start, length; at < end; at += length) {
        length = grapheme_length(wrapping->text + at);
        width += grapheme_width(wrapping->text + at, length);
    }
    return width;
}

/* Makes room for a grapheme at the offset that would make the current line too long. */
static void break_before(Wrapping *wrapping, size_t at)
{
    bool at_break = wrapping->candidate > wrapping->start;

    end_line(wrapping, at_break ? wrapping->candidate : at);
    wrapping->width = width_up_to(wrapping, at);
}

static void wrap_paragraph(Wrapping *wrapping, size_t length)
{
    const char *text = wrapping->text;

    for (size_t at = 0, used; at < length; at += used) {
        used = grapheme_length(text + at);
        if (used > length - at)
            used = length - at;
        int width = grapheme_width(text + at, used);
        if (at > wrapping->start && wrapping->breaks[at] != UC_BREAK_PROHIBITED)
            wrapping->candidate = at;
        /* A blank at the end of a line takes no room: it goes away. */
        if (text[at] == ' ' && used == 1 && wrapping->width >= wrapping->columns) {
            wrapping->width += width;
            continue;
        }
        while (wrapping->width + width > wrapping->columns && at > wrapping->start)
            break_before(wrapping, at);
        if (width > wrapping->columns) {
            /* Nothing can hold it: a sign that something was here. */
            string_list_add(&wrapping->lines, text_ellipsis());
            wrapping->start = wrapping->candidate = at + used;
            wrapping->width = 0;
        } else {
            wrapping->width += width;
        }
    }
    if (wrapping->start < length || length == 0)
        end_line(wrapping, length);
}

static WrappedText wrap(const char *text, int columns, bool at_blanks)
{
    StringList lines = {0};
    size_t length = text ? strlen(text) : 0;
    char *breaks = memory_zeroed(length + 1, 1);

    if (length)
        u8_possible_linebreaks((const uint8_t *)text, length, "UTF-8", breaks);
    for (size_t i = 1; at_blanks && i < length; i++) {
        if (text[i - 1] != ' ')
            breaks[i] = UC_BREAK_PROHIBITED;
    }
    for (size_t start = 0; text && (start < length || length == 0); start++) {
        size_t end = start + strcspn(text + start, "\n");
        Wrapping wrapping = {
            .lines = lines, .text = text + start, .breaks = breaks + start, .columns = columns < 1 ? 1 : columns};
        wrap_paragraph(&wrapping, end - start);
        lines = wrapping.lines;
        start = end;
        if (length == 0)
            break;
    }
    free(breaks);
    return (WrappedText){lines.items, lines.count};
}

WrappedText text_wrap(const char *text, int columns)
{
    return wrap(text, columns, false);
}

WrappedText text_wrap_at_blanks(const char *text, int columns)
{
    return wrap(text, columns, true);
}

void wrapped_text_free(WrappedText *wrapped)
{
    for (size_t i = 0; i < wrapped->count; i++)
        free(wrapped->lines[i]);
    free(wrapped->lines);
    *wrapped = (WrappedText){0};
}
