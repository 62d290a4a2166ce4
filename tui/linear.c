#include "config.h"

#include "tui/linear.h"

#include "core/memory.h"
#include "tui/canvas.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void linear_heading(Linear *linear, const char *text)
{
    if (linear->lines.count > 0) {
        string_list_add(&linear->lines, "");
    }
    linear_line(linear, text);
}

void linear_line(Linear *linear, const char *text)
{
    if (text == NULL || *text == '\0') {
        return;
    }
    char *shown = display_text(text, SANITISE_LINES);
    for (char *rest = shown, *line; (line = strsep(&rest, "\n")) != NULL;) {
        string_list_add(&linear->lines, line);
    }
    free(shown);
}

void linear_format(Linear *linear, const char *format, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&text, format, arguments) < 0) {
        text = NULL;
    }
    va_end(arguments);
    linear_line(linear, text);
    free(text);
}

void linear_field(Linear *linear, const char *label, const char *text, const char *note)
{
    bool has_note = note != NULL && *note != '\0', has_label = label != NULL && *label != '\0';
    if (text != NULL) {
        linear_format(linear, "%s%s%s%s%s%s", has_label ? label : "", has_label ? ": " : "", text,
                      has_note ? " (" : "", has_note ? note : "", has_note ? ")" : "");
    }
}

void linear_choice(Linear *linear, LinearSelect select, void *context, size_t index, const char *text)
{
    if (linear->choice_count == linear->choice_capacity) {
        linear->choice_capacity = linear->choice_capacity == 0 ? 32 : linear->choice_capacity * 2;
        linear->choices = memory_resize(linear->choices, linear->choice_capacity, sizeof *linear->choices);
    }
    linear->choices[linear->choice_count++] = (LinearChoice){select, context, index, linear->lines.count};
    string_list_take(&linear->lines, display_text(text, SANITISE_LINE));
}

void linear_append(Linear *linear, const char *words)
{
    if (linear->lines.count > 0) {
        char **last = &linear->lines.items[linear->lines.count - 1];
        char *longer = string_format("%s%s", *last, words);
        free(*last);
        *last = longer;
    }
}

size_t linear_number_at(const Linear *linear, size_t line)
{
    size_t low = 0, high = linear->choice_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (linear->choices[middle].line < line) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < linear->choice_count && linear->choices[low].line == line ? low + 1 : 0;
}

void linear_free(Linear *linear)
{
    string_list_free(&linear->lines);
    free(linear->choices);
    *linear = (Linear){0};
}
