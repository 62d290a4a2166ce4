#include "config.h"

#include "importers/load/difference.h"

#include "core/memory.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>

/* So much of a value is shown, and so many of a list's parts. */
#define VALUE_BYTES 60u
#define PARTS_SHOWN 3u

static void add(Text *list, const char *words)
{
    text_append(list, list->length > 0 ? "; " : "");
    text_append(list, words);
}

/* How much of a text fits: whole characters, and "..." where it is cut. */
static size_t cut_length(const char *text, size_t bytes)
{
    size_t length = strlen(text);

    if (length <= bytes)
        return length;
    while (bytes > 0 && ((unsigned char)text[bytes] & 0xC0) == 0x80)
        bytes--;
    return bytes;
}

/* A value in quotes, from a place in it on. */
static void add_value(Text *list, const char *value, size_t from)
{
    size_t length;

    if (value == NULL || *value == '\0') {
        text_append(list, "nothing");
        return;
    }
    length = cut_length(value + from, VALUE_BYTES);
    text_append_format(list, "\"%s%.*s%s\"", from > 0 ? "…" : "", (int)length, value + from,
                       value[from + length] == '\0' ? "" : "…");
}

/* Where two long texts begin to differ, some characters before; 0 where that is seen from their beginning. */
static size_t first_difference(const char *old, const char *new)
{
    size_t at = 0;

    while (old[at] != '\0' && old[at] == new[at])
        at++;
    if (at < VALUE_BYTES / 2)
        return 0;
    at -= VALUE_BYTES / 4;
    while (at > 0 && ((unsigned char)old[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* "summary: "old" → "new"", each cut to what differs. */
static void add_change(Text *list, const char *what, const char *old, const char *new)
{
    size_t from = old == NULL || new == NULL ? 0 : first_difference(old, new);

    text_append_format(list, "%s%s: ", list->length > 0 ? "; " : "", what);
    add_value(list, old, from);
    text_append(list, " → ");
    add_value(list, new, from);
}

/* One part of a record as a string, by its index; version: what its source has, NULL or "" where none. The caller owns it. */
typedef char *(*PartText)(const Record *record, size_t index, const char *version);

/* "first second: words"; words may be NULL. */
static char *pair_text(const char *first, const char *second, const char *words)
{
    return string_format("%s %s%s%s", first, second, words == NULL ? "" : ": ", words == NULL ? "" : words);
}

static char *link_text(const Record *record, size_t index, const char *version)
{
    (void)version;
    const RecordLink *link = &record->links[index];

    return pair_text(link->relation, link->to, link->text);
}

static char *cell_text(const Record *record, size_t index, const char *version)
{
    (void)version;
    const RecordCell *cell = &record->cells[index];

    const char *const parts[] = {cell->licence, cell->guess, cell->text};
    Text text = {0};

    text_append_format(&text, "%s %s", cell->component, cell->value);
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
        if (parts[i] != NULL)
            text_append_format(&text, ", %s", parts[i]);
    return text_take(&text);
}

static char *event_text(const Record *record, size_t index, const char *version)
{
    (void)version;
    const RecordEvent *event = &record->events[index];

    return pair_text(event->type, event->date, event->text);
}

/* How many bytes of a locator come before ", version 5.6.0" or "version 5.6.0" at its end; all where it ends otherwise. */
static size_t length_without_version(const char *locator, const char *version)
{
    static const char word[] = "version ";
    size_t length = strlen(locator), of_version = version == NULL ? 0 : strlen(version), at;

    if (of_version == 0 || length < of_version + sizeof(word) - 1)
        return length;
    at = length - of_version - (sizeof(word) - 1);
    if (strncmp(locator + at, word, sizeof(word) - 1) != 0 || strcmp(locator + length - of_version, version) != 0)
        return length;
    return at >= 2 && strncmp(locator + at - 2, ", ", 2) == 0 ? at - 2 : at;
}

static char *citation_text(const Record *record, size_t index, const char *version)
{
    const Citation *citation = &record->citations[index];
    size_t length = citation->locator == NULL ? 0 : length_without_version(citation->locator, version);

    return string_format("%s%s%.*s (%s)", citation->reference, length == 0 ? "" : ", ", (int)length,
                         length == 0 ? "" : citation->locator, citation->basis);
}

static void collect(const Record *record, size_t count, PartText text, const char *version, StringList *parts)
{
    for (size_t i = 0; i < count; i++)
        string_list_take(parts, text(record, i, version));
    string_list_sort(parts);
}

/* Those of one list that are not in the other; both are sorted. */
static void find_missing(const StringList *from, const StringList *in, StringList *missing)
{
    size_t at = 0;

    for (size_t i = 0; i < from->count; i++) {
        while (at < in->count && strcmp(in->items[at], from->items[i]) < 0)
            at++;
        if (at < in->count && strcmp(in->items[at], from->items[i]) == 0)
            at++;
        else
            string_list_add(missing, from->items[i]);
    }
}

/* "2 links new: "reduces risk.x", "reduces risk.y"". */
static void add_parts(Text *list, const StringList *parts, const char *what, const char *how)
{
    if (parts->count == 0)
        return;
    text_append_format(list, "%s%zu %s%s %s: ", list->length > 0 ? "; " : "", parts->count, what,
                       plural_ending(parts->count), how);
    for (size_t i = 0; i < parts->count && i < PARTS_SHOWN; i++) {
        text_append(list, i > 0 ? ", " : "");
        add_value(list, parts->items[i], 0);
    }
    if (parts->count > PARTS_SHOWN)
        text_append_format(list, " and %zu more", parts->count - PARTS_SHOWN);
}

static void compare_parts(Text *list, const Record *before, size_t before_count, const Record *now, size_t now_count,
                          PartText text, const char *what, const DifferenceVersions *versions)
{
    StringList old = {0}, new = {0}, gone = {0}, more = {0};

    collect(before, before_count, text, versions->before, &old);
    collect(now, now_count, text, versions->now, &new);
    find_missing(&old, &new, &gone);
    find_missing(&new, &old, &more);
    if (gone.count == 1 && more.count == 1) {
        add_change(list, what, gone.items[0], more.items[0]);
    } else {
        add_parts(list, &gone, what, "gone");
        add_parts(list, &more, what, "new");
    }
    string_list_free(&gone);
    string_list_free(&more);
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
            text_append_format(&text, "%s%s%s%s", text.length > 0 ? " | " : "", field->value == NULL ? "" : field->value,
                               field->value == NULL || field->text == NULL ? "" : ": ",
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

        add_change(list, words, old, new);
        free(words);
    }
    free(old);
    free(new);
}

/* Whether a record names another version of its source than it did. */
static bool names_other_version(const Record *before, const Record *now)
{
    StringList old = {0}, new = {0};
    bool other;

    collect(before, before->citation_count, citation_text, NULL, &old);
    collect(now, now->citation_count, citation_text, NULL, &new);
    other = old.count != new.count;
    for (size_t i = 0; !other && i < old.count; i++)
        other = strcmp(old.items[i], new.items[i]) != 0;
    string_list_free(&old);
    string_list_free(&new);
    return other;
}

char *record_difference(const Record *before, const Record *now, const DifferenceVersions *versions)
{
    Text list = {0};
    StringList seen = {0};

    if (string_compare(before->title, now->title) != 0)
        add_change(&list, "title", before->title, now->title);
    if (string_compare(before->summary, now->summary) != 0)
        add_change(&list, "summary", before->summary, now->summary);
    if (string_compare(before->body, now->body) != 0)
        add_change(&list, "body", before->body, now->body);
    for (size_t i = 0; i < before->field_count; i++)
        compare_field(&list, before, now, before->fields[i].name, &seen);
    for (size_t i = 0; i < now->field_count; i++)
        compare_field(&list, before, now, now->fields[i].name, &seen);
    compare_parts(&list, before, before->link_count, now, now->link_count, link_text, "link", versions);
    compare_parts(&list, before, before->cell_count, now, now->cell_count, cell_text, "cell", versions);
    compare_parts(&list, before, before->event_count, now, now->event_count, event_text, "event", versions);
    compare_parts(&list, before, before->citation_count, now, now->citation_count, citation_text, "source", versions);
    string_list_free(&seen);
    if (list.length == 0 && names_other_version(before, now))
        return NULL;
    if (list.length == 0)
        add(&list, "where a field or a link is from");
    return text_take(&list);
}
