#include "config.h"

#include "importers/load/load-state.h"

#include "core/memory.h"
#include "importers/load/formats.h"
#include "importers/load/report.h"
#include "importers/protocol.h"
#include "store/records.h"

#include <stdlib.h>
#include <string.h>

#define RANK_SHIPPED 0
#define RANK_OTHERS 100

/* Nothing of a load with a refusal is kept, so no more is written. */
static bool is_writing(const Load *load)
{
    return load->report->total.refused == 0;
}

/* What came with gairo keeps its place when it is imported from elsewhere. */
static int rank_of(const Load *load, const char *source)
{
    const Frame *manifest = format_manifest(load->files.files[load->current].format);
    long long own = 0;
    int rank = load->kind->shipped                                                         ? RANK_SHIPPED
               : manifest != NULL && frame_number(manifest, MANIFEST_RANK, &own) && own > 0 ? (int)own
                                                                                           : RANK_OTHERS;

    for (size_t i = 0; i < load->known.count; i++)
        if (strcmp(load->known.sources[i].id, source) == 0 && load->known.sources[i].rank == RANK_SHIPPED)
            rank = RANK_SHIPPED;
    return rank;
}

/* Whether a file that anybody may write speaks in the name of what came with gairo. */
static bool is_impostor(const Load *load, const char *source)
{
    const ImportFile *file = &load->files.files[load->current];

    return !load->kind->shipped && (format_is_native(file->format) || file->format->own) &&
           rank_of(load, source) == RANK_SHIPPED;
}

static void refuse_impostor(Load *load, const ImportSource *source)
{
    const char *name = load->files.files[load->current].name;
    char *text;

    if (load->options->dry_run) {
        text = string_format("source \"%s\" is the shipped data set's own: other files that name it can only be tried in "
                             "a dry run", source->id);
        report_remark(load->report, NULL, text);
    } else {
        text = string_format("source \"%s\" is the shipped data set's own; give the file a source name of its own",
                             source->id);
        load_refuse(load, ERROR_INPUT, name, source->line, NULL, text);
    }
    free(text);
}

void load_take_source(Load *load, const ImportSource *source)
{
    free(load->source);
    load->source = string_copy(source->id);
    load->refused = load->report->total.refused;
    frame_clear(&load->description);
    import_source_encode(source, &load->description);
    if (is_impostor(load, source->id))
        refuse_impostor(load, source);
}

static bool write_source(Load *load, Error *error)
{
    ImportSource kept, *source = &kept;

    if (!import_source_decode(&load->description, source))
        return true;
    SourceDescription description = {
        .id = source->id,
        .title = source->title == NULL ? source->id : source->title,
        .version = source->version,
        .date = source->date,
        .licence = source->licence,
        .url = source->url,
        .cite = source->cite,
        .rank = rank_of(load, source->id),
    };
    bool good = store_source_put(load->store, &description, error);

    frame_clear(&load->description);
    return good;
}

/* False where the id was there before. */
static bool is_first(Load *load, const Record *record)
{
    const Place *place =
        places_add(&load->seen, load->source, record->id, load->files.files[load->current].name, record->line);
    char *reason;

    if (place == NULL)
        return true;
    reason = string_format("the id %s is repeated; it is at %s:%ld already", record->id, place->file, place->line);
    load_refuse(load, ERROR_INPUT, record->file, record->line, record->id, reason);
    free(reason);
    return false;
}

bool load_write_record(Load *load, const Record *record, Error *error)
{
    RecordChange change;

    if (!is_first(load, record) || !is_writing(load))
        return true;
    if (!write_source(load, error))
        return false;
    if (!store_record_put(load->store, load->source, load->files.files[load->current].origin, record, &change, error))
        return false;
    report_change(load->report, record->kind, change);
    return true;
}

static bool remove_record(Load *load, const char *source, const char *id, Error *error)
{
    Kind kind;
    bool found = false;

    if (!store_item_kind(load->store, id, &kind, &found, error) || !store_record_remove(load->store, source, id, error))
        return false;
    if (found)
        report_removal(load->report, kind);
    return true;
}

static bool remove_of_origin(Load *load, const char *source, const char *origin, Error *error)
{
    StringList ids = {0};
    bool good = store_records_of_origin(load->store, source, origin, &ids, error);

    for (size_t i = 0; good && i < ids.count; i++)
        if (!places_contain(&load->seen, source, ids.items[i]))
            good = remove_record(load, source, ids.items[i], error);
    string_list_free(&ids);
    return good;
}

bool load_remove_missing(Load *load, Error *error)
{
    bool good = true;

    for (size_t i = 0; good && i < load->known.count; i++)
        for (size_t k = 0; good && k < load->files.origins.count; k++)
            good = remove_of_origin(load, load->known.sources[i].id, load->files.origins.items[k], error);
    return good;
}

static void on_dangling(void *context, const char *file, long line, const char *id, const char *message)
{
    load_refuse(context, ERROR_INPUT, file, line, id, message);
}

bool load_resolve(Load *load, Error *error)
{
    return store_records_finish(load->store, on_dangling, load, error);
}
