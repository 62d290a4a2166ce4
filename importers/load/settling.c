#include "config.h"

#include "importers/load/settling.h"

#include "core/memory.h"
#include "importers/load/report.h"
#include "store/settle.h"

#include <stdlib.h>
#include <string.h>

void settling_told(Load *load, const char *given)
{
    /* Beyond those that there is room for, the last explanation is another record's. */
    if (load->report->explanation_count == 0 || load->report->explanations_left > 0)
        return;
    if (load->told_count == load->told_capacity) {
        load->told_capacity = load->told_capacity == 0 ? 64 : 2 * load->told_capacity;
        load->told = memory_resize(load->told, load->told_capacity, sizeof(*load->told));
    }
    load->told[load->told_count++] = (ToldRecord){.source = string_copy(load->source),
                                                  .given = string_copy(given),
                                                  .explanation = load->report->explanation_count};
}

static int compare_told(const void *a, const void *b)
{
    const ToldRecord *left = a, *right = b;
    int order = strcmp(left->source, right->source);

    return order != 0 ? order : strcmp(left->given, right->given);
}

static void explain(Load *load, const SettledRecord *record)
{
    const ToldRecord key = {.source = (char *)record->source, .given = (char *)record->given};
    const ToldRecord *told =
        load->told_count == 0 ? NULL : bsearch(&key, load->told, load->told_count, sizeof(*load->told), compare_told);

    if (told != NULL) {
        char *line = string_format("%s%s%s: %s", record->given, record->item == NULL ? "" : " is ",
                                   record->item == NULL ? "" : record->item, record->how);

        report_outcome(load->report, told->explanation, line);
        free(line);
    }
}

static int compare_joined(const void *a, const void *b)
{
    const JoinedRow *left = a, *right = b;
    int order = strcmp(left->source, right->source);

    return order != 0 ? order : strcmp(left->given, right->given);
}

bool settling_note(Load *load, Error *error)
{
    if (!joined_list(load->store, &load->before, error))
        return false;
    if (load->before.count > 0)
        qsort(load->before.rows, load->before.count, sizeof(*load->before.rows), compare_joined);
    return true;
}

/* What the record was before the load, or what its source calls it. */
static const char *item_before(const Load *load, const SettledRecord *record)
{
    const JoinedRow key = {.source = (char *)record->source, .given = (char *)record->given};
    const JoinedRow *row = load->before.count == 0 ? NULL
                                                   : bsearch(&key, load->before.rows, load->before.count,
                                                             sizeof(*load->before.rows), compare_joined);

    return row != NULL ? row->item : record->given;
}

static void on_record(void *context, const SettledRecord *record)
{
    Load *load = context;
    SettledRecord told = *record;
    bool own = places_contain(&load->seen, record->source, record->given);
    char *line;

    told.before = item_before(load, record);
    if (!(own && record->how != NULL) && !settled_moved(&told))
        return;
    line = settled_words(&told);
    report_joined(load->report, line);
    if (record->how != NULL)
        explain(load, record);
    free(line);
}

static bool is_own(const Load *load, const char *origin)
{
    for (size_t i = 0; i < load->files.count; i++)
        if (strcmp(load->files.files[i].origin, origin) == 0)
            return true;
    return false;
}

static void on_link(void *context, const SettledLink *link)
{
    Load *load = context;

    if (is_own(load, link->origin))
        report_unresolved_link(load->report, link);
}

bool settling_run(Load *load, Error *error)
{
    const SettleListener listener = {.record = on_record, .link = on_link, .context = load};

    /* Where records that dangle were taken out, it is done once more. */
    report_unsettle(load->report);
    if (load->told_count > 0)
        qsort(load->told, load->told_count, sizeof(*load->told), compare_told);
    return store_settle(load->store, &listener, error);
}

void settling_free(Load *load)
{
    for (size_t i = 0; i < load->told_count; i++) {
        free(load->told[i].source);
        free(load->told[i].given);
    }
    free(load->told);
    joined_rows_free(&load->before);
}
