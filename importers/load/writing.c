#include "config.h"

#include "importers/load/load-state.h"

#include "core/memory.h"
#include "importers/load/difference.h"
#include "importers/load/formats.h"
#include "importers/load/own.h"
#include "importers/load/pending.h"
#include "importers/load/report.h"
#include "importers/protocol.h"
#include "store/records.h"
#include "store/removal.h"

#include <stdlib.h>
#include <string.h>

#define RANK_SHIPPED 0
#define RANK_OTHERS 100

/* Nothing of a load with a refusal is kept, so no more is written; unless the rest is wanted all the same. */
static bool is_writing(const Load *load)
{
    return load->report->total.refused == 0 || load->options->keep_going;
}

/* What came with gairo keeps its place when it is imported from elsewhere. */
static int rank_of(const Load *load, const char *source)
{
    const Frame *manifest = format_manifest(load->files.files[load->current].format);
    long long own = 0;
    int rank = load->kind->shipped                                                          ? RANK_SHIPPED
               : manifest != NULL && frame_number(manifest, MANIFEST_RANK, &own) && own > 0 ? (int)own
                                                                                            : RANK_OTHERS;

    for (size_t i = 0; i < load->known.count; i++)
        if (strcmp(load->known.sources[i].id, source) == 0 && load->known.sources[i].rank == RANK_SHIPPED)
            rank = RANK_SHIPPED;
    return source_was_shipped(load->store, source) ? RANK_SHIPPED : rank;
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
        text =
            string_format("source \"%s\" is the shipped data set's own: other files that name it can only be tried in "
                          "a dry run",
                          source->id);
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
    if (!string_list_contains(&load->sources, source->id)) {
        string_list_add(&load->sources, source->id);
        string_list_add(&load->versions, "");
    }
    frame_clear(&load->description);
    import_source_encode(source, &load->description);
    if (is_impostor(load, source->id))
        refuse_impostor(load, source);
}

/* The file is listed among its source's. */
static bool write_file(Load *load, Error *error)
{
    const ImportFile *file = &load->files.files[load->current];
    SourceFile entry = {.source = load->source,
                        .origin = file->origin,
                        .name = file->name,
                        .format = (char *)file->format->name,
                        .digest = (char *)file->digest,
                        .bytes = (long)file->bytes};

    return load->kind->shipped || source_file_put(load->store, &entry, error);
}

/* The version that a file of the source said in this load: not each of them says one. NULL: none did. */
static const char *version_of(Load *load, const ImportSource *source)
{
    size_t i = 0;

    while (strcmp(load->sources.items[i], source->id) != 0)
        i++;
    if (source->version != NULL) {
        free(load->versions.items[i]);
        load->versions.items[i] = string_copy(source->version);
    }
    return load->versions.items[i][0] == '\0' ? NULL : load->versions.items[i];
}

static bool write_source(Load *load, Error *error)
{
    ImportSource kept, *source = &kept;

    if (!import_source_decode(&load->description, source))
        return true;
    SourceDescription description = {
        .id = source->id,
        .title = source->title == NULL ? source->id : source->title,
        .version = version_of(load, source),
        .date = source->date,
        .licence = source->licence,
        .url = source->url,
        .cite = source->cite,
        .rank = rank_of(load, source->id),
    };
    bool good = store_source_put(load->store, &description, error) && write_file(load, error);

    frame_clear(&load->description);
    return good;
}

/* Whether the id is met for the first time; *refused where it is not, and what is said of it is something else. A
 * stylesheet says some things with every batch, such as what the source is. */
static bool is_first(Load *load, const Record *record)
{
    const char *file = load->files.files[load->current].name;
    bool native = format_is_native(load->files.files[load->current].format);
    char digest[DIGEST_SIZE] = "";
    Place *place = places_add(&load->seen, load->source, record->id, file, record->line);
    char *reason;

    if (!native)
        record_digest(record, digest);
    if (place == NULL) {
        if (!native)
            memcpy(places_find(&load->seen, load->source, record->id)->digest, digest, sizeof(digest));
        return true;
    }
    if (!native && strcmp(place->digest, digest) == 0)
        return false;
    if (!native && frame_string(format_manifest(load->files.files[load->current].format), MANIFEST_REPEATED) != NULL) {
        reason = string_format("%s is there again in other words; those at %s:%ld count", record->id, place->file,
                               place->line);
        char *where = string_format("%s:%ld", record->file, record->line);
        report_remark(load->report, where, reason);
        free(where);
    } else {
        reason = string_format("the id %s is repeated; it is at %s:%ld already", record->id, place->file, place->line);
        load_refuse(load, ERROR_INPUT, record->file, record->line, record->id, reason);
    }
    free(reason);
    return false;
}

/* For --explain. A record that waited for the end is told of with the last. */
static void tell_outcome(Load *load, const Record *record, RecordChange change)
{
    static const char *const words[] = {
        [RECORD_ADDED] = "added", [RECORD_CHANGED] = "changed", [RECORD_UNCHANGED] = "unchanged"};
    char *line;

    if (!load->options->explain)
        return;
    line = string_format("%s: %s", words[change], record->id);
    report_outcome(load->report, load->explanation, line);
    free(line);
}

/* For a dry run: what is in the store before it is written over; NULL where nobody asks or nothing is. */
static Record *record_before(Load *load, const char *source, const Record *record, Error *error)
{
    return load->options->dry_run ? record_of_source(load->store, source, record->id, error) : NULL;
}

static void tell_difference(Load *load, const Record *before, const Record *record, RecordChange change)
{
    char *what = NULL;

    if (!load->options->dry_run || change == RECORD_UNCHANGED)
        return;
    if (change == RECORD_CHANGED && before != NULL)
        what = record_difference(before, record);
    report_changed(load->report, change == RECORD_ADDED ? IMPORT_ADDED : IMPORT_CHANGED, record->id, record->title,
                   what);
    free(what);
}

bool load_put_record(Load *load, const char *source, size_t file, const Record *record, Error *error)
{
    RecordChange change;
    Error failure = {0};
    Record *before = record_before(load, source, record, &failure);
    bool good = !error_is_set(&failure);

    if (!good)
        error_set_at(error, failure.code, failure.file, failure.line, "%s", failure.message);
    error_clear(&failure);
    good = good && store_record_put(load->store, source, load->files.files[file].origin, record, &change, error);
    if (good) {
        report_change(load->report, record->kind, change);
        tell_outcome(load, record, change);
        tell_difference(load, before, record, change);
    }
    record_free(before);
    return good;
}

/* Whether this load has a record of the source that is written under the id. */
static bool is_written(const Load *load, const char *source, const char *id)
{
    const Place *place = places_find(&load->seen, source, id);

    return place != NULL && !place->moved;
}

static bool is_taken(void *context, const char *item)
{
    const Load *load = context;

    return is_written(load, load->source, item);
}

/* Gives the record the id of the item that it speaks of. */
static bool join_record(Load *load, Record *record, Error *error)
{
    Joined joined;
    char *line;
    bool good = true;

    if (!join_find(&load->join, load->store, load->source, record, is_taken, load, &joined, error))
        return false;
    if (joined.how == NULL)
        return true;
    line = string_format("%s: \"%s\" (%s)%s%s: %s", load->source, record->title, record->id,
                         joined.item == NULL ? "" : " is ", joined.item == NULL ? "" : joined.item, joined.how);
    report_joined(load->report, line);
    free(line);
    if (joined.item != NULL) {
        char *given = record->id;

        record->id = string_copy(joined.item);
        places_find(&load->seen, load->source, given)->moved = true;
        places_add(&load->seen, load->source, record->id, load->files.files[load->current].name, record->line);
        good = joined_put(load->store, load->source, given, record->id, joined.how, error);
        free(given);
    }
    free(joined.how);
    return good;
}

/* Joins the record, and refuses one of the user's own source that says what is not its to say. */
static bool join_or_refuse(Load *load, Record *record, bool *refused, Error *error)
{
    char *given = string_copy(record->id), *fault = NULL;
    Error failure = {0};
    long line = 0;
    bool good = join_record(load, record, error);

    if (good) {
        fault = own_fault(load, record, given, &line, &failure);
        good = !error_is_set(&failure);
        if (!good)
            error_set_at(error, failure.code, failure.file, failure.line, "%s", failure.message);
    }
    error_clear(&failure);
    *refused = fault != NULL;
    if (*refused)
        load_refuse(load, ERROR_INPUT, record->file, line > 0 ? line : record->line, record->id, fault);
    free(fault);
    free(given);
    return good;
}

bool load_write_record(Load *load, Record *record, bool *kept, Error *error)
{
    bool foreign = !format_is_native(load->files.files[load->current].format), refused = false;

    if (!is_first(load, record) || !is_writing(load))
        return true;
    if (load->description.count > 0 && !write_source(load, error))
        return false;
    if (!foreign)
        return load_put_record(load, load->source, load->current, record, error);
    if (!join_or_refuse(load, record, &refused, error) || (!refused && !pending_take(load, record, kept, error)))
        return false;
    if (refused)
        return true;
    return *kept || load_put_record(load, load->source, load->current, record, error);
}

static bool remove_record(Load *load, const char *source, const char *id, Error *error)
{
    Kind kind;
    bool found = false;

    if (!store_item_kind(load->store, id, &kind, &found, error) || !store_record_remove(load->store, source, id, error))
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
        if (!is_written(load, source, ids.items[i]))
            good = remove_record(load, source, ids.items[i], error);
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

/* What points to nothing, or is at fault by itself, is refused; where the rest is wanted all the same, its record goes. */
static void on_dangling(void *context, const char *file, long line, const char *id, const char *message)
{
    Load *load = context;

    load_refuse(load, ERROR_INPUT, file, line, id, message);
    if (load->options->keep_going && !string_list_contains(&load->dangling, id))
        string_list_add(&load->dangling, id);
}

/* What an author wrote is held to the rules of `gairo check`; what is made of another's source is that source's. */
static bool find_faults(Load *load, Error *error)
{
    StringList files = {0};
    Findings findings = {0};
    bool good = true;

    for (size_t i = 0; !load->kind->shipped && i < load->files.count; i++)
        if (format_is_native(load->files.files[i].format))
            string_list_add(&files, load->files.files[i].name);
    if (files.count > 0)
        good = findings_of_files(load->store, &files, &findings, error);
    for (size_t i = 0; i < findings.count; i++) {
        const Finding *finding = &findings.findings[i];
        char *message = string_format("%s: %s [%s]", finding->id, finding->message, finding->rule->name);

        on_dangling(load, finding->file, finding->line, finding->id, message);
        free(message);
    }
    findings_free(&findings);
    string_list_free(&files);
    return good;
}

static bool finish(Load *load, Error *error)
{
    return store_records_finish(load->store, on_dangling, load, error) && find_faults(load, error);
}

static bool remove_dangling(Load *load, Error *error)
{
    bool good = true;

    for (size_t i = 0; good && i < load->dangling.count; i++)
        for (size_t k = 0; good && k < load->sources.count; k++)
            if (places_contain(&load->seen, load->sources.items[k], load->dangling.items[i]))
                good = store_record_remove(load->store, load->sources.items[k], load->dangling.items[i], error);
    return good;
}

bool load_resolve(Load *load, Error *error)
{
    bool good = finish(load, error);

    /* What is removed may leave others dangling. */
    while (good && load->dangling.count > 0) {
        for (size_t k = 0; good && k < load->sources.count; k++)
            good = store_source_touch(load->store, load->sources.items[k], error);
        good = good && remove_dangling(load, error);
        string_list_free(&load->dangling);
        good = good && finish(load, error);
    }
    return good;
}
