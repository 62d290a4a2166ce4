#include "config.h"

#include "importers/load/difference.h"

#include "core/memory.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>

static void add(Text *list, const char *words)
{
    text_append(list, list->length > 0 ? ", " : "");
    text_append(list, words);
}

/* One part of a record as a string, by its index; the caller owns it. */
typedef char *(*PartText)(const Record *record, size_t index);

static char *link_text(const Record *record, size_t index)
{
    const RecordLink *link = &record->links[index];

    return string_format("%s %s %s", link->relation, link->to, link->text == NULL ? "" : link->text);
}

static char *cell_text(const Record *record, size_t index)
{
    const RecordCell *cell = &record->cells[index];

    return string_format("%s %s %s %s %s", cell->component, cell->value, cell->licence == NULL ? "" : cell->licence,
                         cell->guess == NULL ? "" : cell->guess, cell->text == NULL ? "" : cell->text);
}

static void collect(const Record *record, size_t count, PartText text, StringList *parts)
{
    for (size_t i = 0; i < count; i++)
        string_list_take(parts, text(record, i));
    string_list_sort(parts);
}

/* How many of one list are not in the other; both are sorted. */
static size_t count_missing(const StringList *from, const StringList *in)
{
    size_t missing = 0, at = 0;

    for (size_t i = 0; i < from->count; i++) {
        while (at < in->count && strcmp(in->items[at], from->items[i]) < 0)
            at++;
        if (at < in->count && strcmp(in->items[at], from->items[i]) == 0)
            at++;
        else
            missing++;
    }
    return missing;
}

static void add_count(Text *list, size_t count, const char *what, const char *how)
{
    char *words;

    if (count == 0)
        return;
    words = string_format("%zu %s%s %s", count, what, count == 1 ? "" : "s", how);
    add(list, words);
    free(words);
}

static void compare_parts(Text *list, const Record *before, size_t before_count, const Record *now, size_t now_count,
                          PartText text, const char *what)
{
    StringList old = {0}, new = {0};

    collect(before, before_count, text, &old);
    collect(now, now_count, text, &new);
    add_count(list, count_missing(&new, &old), what, "new");
    add_count(list, count_missing(&old, &new), what, "gone");
    string_list_free(&old);
    string_list_free(&new);
}

/* All values of a field, as a string; the caller owns it. */
static char *field_text(const Record *record, const char *name)
{
    Text text = {0};

    for (size_t i = 0; i < record->field_count; i++) {
        const RecordField *field = &record->fields[i];

        if (strcmp(field->name, name) == 0)
            text_append_format(&text, "%s\x1f%s\x1e", field->value == NULL ? "" : field->value,
                               field->text == NULL ? "" : field->text);
    }
    return text_take(&text);
}

static void compare_field(Text *list, const Record *before, const Record *now, const char *name, StringList *seen)
{
    char *old, *new;

    if (string_list_contains(seen, name))
        return;
    string_list_add(seen, name);
    old = field_text(before, name);
    new = field_text(now, name);
    if (strcmp(old, new) != 0) {
        char *words = string_format("field %s", name);

        add(list, words);
        free(words);
    }
    free(old);
    free(new);
}

char *record_difference(const Record *before, const Record *now)
{
    Text list = {0};
    StringList seen = {0};

    if (string_compare(before->title, now->title) != 0)
        add(&list, "title");
    if (string_compare(before->summary, now->summary) != 0)
        add(&list, "summary");
    if (string_compare(before->body, now->body) != 0)
        add(&list, "body");
    for (size_t i = 0; i < before->field_count; i++)
        compare_field(&list, before, now, before->fields[i].name, &seen);
    for (size_t i = 0; i < now->field_count; i++)
        compare_field(&list, before, now, now->fields[i].name, &seen);
    compare_parts(&list, before, before->link_count, now, now->link_count, link_text, "link");
    compare_parts(&list, before, before->cell_count, now, now->cell_count, cell_text, "cell");
    string_list_free(&seen);
    if (list.length == 0)
        add(&list, "where it is from, or an event");
    return text_take(&list);
}
