#include "config.h"

#include "importers/load/load-state.h"

#include "importers/load/report.h"
#include "store/records.h"

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
