#include "config.h"

#include "store/opinions.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

static size_t place_of(const Opinions *opinions, const char *source)
{
    size_t place = 0;
    while (place < opinions->source_count && strcmp(opinions->sources[place], source) != 0)
        place++;
    return place;
}

/* Cells are ordered by component, then rank: a source that speaks of some components only has its place by the others
 * that it stands beside there. */
static void add_source(Opinions *opinions, size_t before, const char *source)
{
    opinions->sources = memory_resize(opinions->sources, opinions->source_count + 1, sizeof *opinions->sources);
    memmove(&opinions->sources[before + 1], &opinions->sources[before],
            (opinions->source_count - before) * sizeof *opinions->sources);
    opinions->sources[before] = source;
    opinions->source_count++;
}

static void find_sources(Opinions *opinions, const Item *item)
{
    for (size_t i = 0, after = 0; i < item->cell_count; i++) {
        const ItemCell *cell = &item->cells[i];
        if (i == 0 || cell->component != item->cells[i - 1].component)
            after = 0;
        size_t place = place_of(opinions, cell->source);
        if (place == opinions->source_count)
            add_source(opinions, place = after, cell->source);
        after = place + 1;
    }
}

static void add_remark(Opinions *opinions, const ItemCell *cell)
{
    size_t i = 0;
    while (i < opinions->remark_count && (strcmp(opinions->remarks[i].source, cell->source) != 0 ||
                                          strcmp(opinions->remarks[i].text, cell->text) != 0))
        i++;
    if (i == opinions->remark_count) {
        opinions->remarks = memory_resize(opinions->remarks, i + 1, sizeof *opinions->remarks);
        opinions->remarks[opinions->remark_count++] = (OpinionRemark){.source = cell->source, .text = cell->text};
    }
    opinions->remarks[i].components[cell->component] = true;
}

static void add_licence(Opinions *opinions, const ItemCell *cell)
{
    size_t i = 0;
    while (i < opinions->licence_count && strcmp(opinions->licences[i].id, cell->licence_id) != 0)
        i++;
    if (i == opinions->licence_count) {
        opinions->licences = memory_resize(opinions->licences, i + 1, sizeof *opinions->licences);
        opinions->licences[opinions->licence_count++] = (OpinionLicence){.id = cell->licence_id};
    }
    if (cell->licence && !string_list_contains(&opinions->licences[i].spellings, cell->licence))
        string_list_add(&opinions->licences[i].spellings, cell->licence);
}

Opinions opinions_of(const Item *item)
{
    Opinions opinions = {0};
    find_sources(&opinions, item);
    opinions.cells = memory_zeroed(COMPONENT_COUNT * opinions.source_count + 1, sizeof *opinions.cells);
    for (size_t i = 0; i < item->cell_count; i++) {
        const ItemCell *cell = &item->cells[i];
        opinions.cells[cell->component * opinions.source_count + place_of(&opinions, cell->source)] = cell;
        opinions.spoken[cell->component] = true;
        if (cell->text && *cell->text)
            add_remark(&opinions, cell);
        if (cell->licence_id)
            add_licence(&opinions, cell);
    }
    return opinions;
}

void opinions_free(Opinions *opinions)
{
    free(opinions->sources);
    free(opinions->cells);
    free(opinions->remarks);
    for (size_t i = 0; i < opinions->licence_count; i++)
        string_list_free(&opinions->licences[i].spellings);
    free(opinions->licences);
    *opinions = (Opinions){0};
}
