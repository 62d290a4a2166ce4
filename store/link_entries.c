#include "store/link_entries.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

/* Links stand in one array, so that their addresses are their order. */
static int compare_places(const ItemLink *a, const ItemLink *b)
{
    return (a > b) - (a < b);
}

static int by_other_end(const void *a, const void *b)
{
    const ItemLink *one = *(const ItemLink *const *)a, *other = *(const ItemLink *const *)b;
    int order = strcmp(one->id, other->id);

    return order != 0 ? order : compare_places(one, other);
}

static int compare_words(const LinkEntry *a, const LinkEntry *b)
{
    const ItemLink *one = a->links[0], *other = b->links[0];
    int order = string_compare(one->text, other->text);

    return order != 0 ? order : citation_compare(&one->citation, &other->citation);
}

static int by_words(const void *a, const void *b)
{
    const LinkEntry *one = a, *other = b;
    int order = (one->count > 1) - (other->count > 1);

    order = order != 0 ? order : compare_words(one, other);
    return order != 0 ? order : compare_places(one->links[0], other->links[0]);
}

static int by_common(const void *a, const void *b)
{
    const LinkEntry *one = a, *other = b;
    int order = (one->common > other->common) - (one->common < other->common);

    return order != 0 ? order : compare_places(one->links[0], other->links[0]);
}

/* Numbers what is in common: by the place of the first that says it. */
static void find_common(LinkEntries *entries, const ItemLink *links)
{
    qsort(entries->entries, entries->count, sizeof *entries->entries, by_words);
    for (size_t first = 0, end; first < entries->count; first = end) {
        LinkEntry *entry = &entries->entries[first];

        for (end = first + 1; end < entries->count && entries->entries[end].count == 1; end++)
            if (compare_words(entry, &entries->entries[end]) != 0)
                break;
        if (entry->count > 1 || entry->links[0]->text == NULL || end - first < LINKS_IN_COMMON)
            continue;
        for (size_t i = first; i < end; i++)
            entries->entries[i].common = (size_t)(entry->links[0] - links) + 1;
    }
    qsort(entries->entries, entries->count, sizeof *entries->entries, by_common);
}

static void hide_incidents(LinkEntries *entries)
{
    for (size_t first = 0, end; first < entries->count; first = end) {
        LinkEntry *entry = &entries->entries[first];
        size_t shown = INCIDENTS_SHOWN;

        for (end = first + 1; end < entries->count && entries->entries[end].common == entry->common;)
            end++;
        /* One alone takes no more room than to say that there is one. */
        if (entry->links[0]->kind != KIND_INCIDENT || entry->links[0]->forward || end - first <= shown + 1)
            continue;
        entries->entries[first + shown - 1].more = end - first - shown;
        for (size_t i = first + shown; i < end; i++)
            entries->entries[i].hidden = true;
    }
}

LinkEntries link_entries(const ItemLink *links, size_t count)
{
    LinkEntries entries = {.entries = memory_zeroed(count, sizeof *entries.entries),
                           .links = memory_zeroed(count, sizeof *entries.links)};

    for (size_t i = 0; i < count; i++)
        entries.links[i] = &links[i];
    qsort(entries.links, count, sizeof *entries.links, by_other_end);
    for (size_t i = 0; i < count; i++) {
        bool again = i > 0 && strcmp(entries.links[i - 1]->id, entries.links[i]->id) == 0;

        if (!again)
            entries.entries[entries.count++].links = &entries.links[i];
        entries.entries[entries.count - 1].count++;
    }
    find_common(&entries, links);
    hide_incidents(&entries);
    return entries;
}

void link_entries_free(LinkEntries *entries)
{
    free(entries->entries);
    free(entries->links);
    *entries = (LinkEntries){0};
}

bool link_entries_have_one_citation(const LinkEntries *entries)
{
    for (size_t i = 0; i < entries->count; i++)
        for (size_t k = 0; k < entries->entries[i].count; k++)
            if (citation_compare(&entries->entries[0].links[0]->citation, &entries->entries[i].links[k]->citation) != 0)
                return false;
    return true;
}

char *link_entry_words(const LinkEntry *entry)
{
    StringList said = {0};
    Text words = {0};

    for (size_t i = 0; i < entry->count; i++) {
        const char *text = entry->links[i]->text;

        if (text == NULL || string_list_contains(&said, text))
            continue;
        string_list_add(&said, text);
        text_append_format(&words, "%s%s", words.length > 0 ? "\n" : "", text);
    }
    string_list_free(&said);
    return words.length > 0 ? text_take(&words) : NULL;
}
