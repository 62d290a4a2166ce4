#include "config.h"

#include "importers/load/load-state.h"

#include "core/memory.h"
#include "importers/load/report.h"
#include "store/records.h"

#include <stdlib.h>
#include <string.h>

bool load_remove_record(Load *load, const char *source, const char *id, Error *error)
{
    Kind kind;
    bool found = false;

    if (!store_given_hand_over(load->store, source, id, &found, error))
        return false;
    if (found)
        return true;
    if (!store_given_kind(load->store, id, &kind, &found, error) || !store_record_remove(load->store, source, id, error))
        return false;
    if (found)
        report_removal(load->report, kind);
    if (found && load->options->dry_run)
        report_changed(load->report, IMPORT_REMOVED, id, NULL, NULL);
    return true;
}

static bool remove_of_origin(Load *load, const char *source, const char *origin, Error *error)
{
    StringList ids = {0};
    bool good = store_records_of_origin(load->store, source, origin, &ids, error);

    for (size_t i = 0; good && i < ids.count; i++)
        if (!places_contain(&load->seen, source, ids.items[i]))
            good = load_remove_record(load, source, ids.items[i], error);
    string_list_free(&ids);
    return good;
}

bool load_remove_missing(Load *load, Error *error)
{
    bool good = true;

    /* What is refused now may be there from before: nothing goes while it is not known what the files hold. */
    if (load->report->total.refused > 0)
        return true;
    for (size_t i = 0; good && i < load->known.count; i++)
        for (size_t k = 0; good && k < load->files.origins.count; k++)
            good = remove_of_origin(load, load->known.sources[i].id, load->files.origins.items[k], error);
    return good;
}

bool load_note_lost(Load *load, Error *error)
{
    return load->report->total.removed == 0 || lost_links_list(load->store, &load->lost, error);
}

/* Whether a link is the load's to tell of: its own are refused or left out, and what has another record now is not lost. */
static bool is_lost(Load *load, const LostLink *link, bool *lost, Error *error)
{
    Kind kind;
    bool found = false;

    *lost = false;
    if (string_list_contains(&load->sources, link->source))
        return true;
    if (!store_item_kind(load->store, link->target, &kind, &found, error))
        return false;
    *lost = !found;
    return true;
}

static void tell_lost(Load *load, const char *source, size_t count, const char *example)
{
    char *line = string_format("%s: %zu link%s led to what is removed%s %s", source, count, plural_ending(count),
                               count == 1 ? "," : ", such as", example);

    report_notice(load->report, line);
    free(line);
}

bool load_tell_lost(Load *load, Error *error)
{
    const LostLinks *links = &load->lost;
    bool good = true;

    for (size_t i = 0, end; good && i < links->count; i = end) {
        const char *source = links->links[i].source, *example = NULL;
        size_t count = 0;

        for (end = i; good && end < links->count && strcmp(links->links[end].source, source) == 0; end++) {
            bool lost;

            good = is_lost(load, &links->links[end], &lost, error);
            count += good && lost;
            example = good && lost && example == NULL ? links->links[end].line : example;
        }
        if (good && count > 0)
            tell_lost(load, source, count, example);
    }
    return good;
}
