#include "config.h"

#include "importers/load/load-state.h"

#include "core/memory.h"
#include "importers/load/difference.h"
#include "importers/load/formats.h"
#include "importers/load/own.h"
#include "importers/load/report.h"
#include "importers/load/settling.h"
#include "importers/protocol.h"
#include "store/joining.h"
#include "store/records.h"
#include "store/removal.h"

#include <stdlib.h>
#include <string.h>

#define RANK_SHIPPED 0
#define RANK_OTHERS 100
/* So often what is left dangling is looked for anew; each time what pointed to it goes too. */
#define ROUNDS_MAX 100

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
        string_list_add(&load->dates, "");
    }
    frame_clear(&load->description);
    import_source_encode(source, &load->description);
    load->taken_back = false;
    load->other_release = false;
    if (is_impostor(load, source->id))
        refuse_impostor(load, source);
}

/* The file is listed among its source's. */
static bool write_file(Load *load, const char *date, Error *error)
{
    const ImportFile *file = &load->files.files[load->current];
    SourceFile entry = {.source = load->source,
                        .origin = file->origin,
                        .name = file->name,
                        .format = (char *)file->format->name,
                        .digest = (char *)file->digest,
                        .date = (char *)date,
                        .bytes = (long)file->bytes};

    return load->kind->shipped || source_file_put(load->store, &entry, error);
}

/* The latest day that a file of the source said in this load. */
static void note_date(Load *load, const ImportSource *source)
{
    size_t i = 0;

    while (strcmp(load->sources.items[i], source->id) != 0)
        i++;
    if (source->date != NULL && strcmp(source->date, load->dates.items[i]) > 0) {
        free(load->dates.items[i]);
        load->dates.items[i] = string_copy(source->date);
    }
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

/* Whether the file is of another release of its source than was loaded before: of another version, or of a later day than any
 * file had. */
static bool is_other_release(const Load *load, const SourceDescription *source)
{
    const SourceInfo *before = NULL;

    for (size_t i = 0; i < load->known.count && before == NULL; i++)
        if (strcmp(load->known.sources[i].id, source->id) == 0)
            before = &load->known.sources[i];
    if (before == NULL)
        return false;
    if (before->version != NULL && source->version != NULL && strcmp(before->version, source->version) != 0)
        return true;
    return before->date != NULL && source->date != NULL && strcmp(source->date, before->date) > 0;
}

static bool write_source(Load *load, Error *error)
{
    ImportSource kept, *source = &kept;

    char *first = NULL;

    if (!import_source_decode(&load->description, source))
        return true;
    if (!source_title_of_first(load->store, source->id, load->files.files[load->current].origin, &first, error))
        return false;
    SourceDescription description = {
        .id = source->id,
        .title = first != NULL ? first : source->title == NULL ? source->id : source->title,
        .version = version_of(load, source),
        .date = source->date,
        .licence = source->licence,
        .url = source->url,
        .cite = source->cite,
        .rank = rank_of(load, source->id),
    };
    note_date(load, source);
    load->other_release = is_other_release(load, &description);
    bool good = store_source_put(load->store, &description, error) && write_file(load, source->date, error);

    free(first);
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

/* For --explain. */
static void tell_outcome(Load *load, const Record *record, RecordChange change)
{
    static const char *const words[] = {
        [RECORD_ADDED] = "added", [RECORD_CHANGED] = "changed", [RECORD_UNCHANGED] = "unchanged"};
    char *line;

    if (!load->options->explain)
        return;
    line = string_format("%s: %s", words[change], record->id);
    report_outcome(load->report, 0, line);
    settling_told(load, record->id);
    free(line);
}

/* For a dry run: what is in the store before it is written over; NULL where nobody asks or nothing is. */
static Record *record_before(Load *load, const char *source, const Record *record, Error *error)
{
    return load->options->dry_run ? record_of_source(load->store, source, record->id, error) : NULL;
}

/* The versions of the current source before the load and in it. */
static DifferenceVersions versions_of(const Load *load)
{
    DifferenceVersions versions = {0};

    for (size_t i = 0; i < load->known.count; i++)
        if (strcmp(load->known.sources[i].id, load->source) == 0)
            versions.before = load->known.sources[i].version;
    for (size_t i = 0; i < load->sources.count; i++)
        if (strcmp(load->sources.items[i], load->source) == 0)
            versions.now = load->versions.items[i];
    return versions;
}

static void tell_difference(Load *load, const Record *before, const Record *record, RecordChange change)
{
    ImportChangeType type = change == RECORD_ADDED ? IMPORT_ADDED : IMPORT_CHANGED;
    char *what = NULL;

    if (!load->options->dry_run || change == RECORD_UNCHANGED)
        return;
    if (change == RECORD_CHANGED && before != NULL) {
        DifferenceVersions versions = versions_of(load);

        what = record_difference(before, record, &versions);
        type = what == NULL ? IMPORT_VERSION : type;
    }
    report_changed(load->report, type, record->id, record->title, what);
    free(what);
}

/* A foreign record is stored as what its source calls it, but of what gairo comes with: that has its ids for good. */
static bool is_foreign(const Load *load)
{
    return !format_is_native(load->files.files[load->current].format) && rank_of(load, load->source) != RANK_SHIPPED;
}

static bool repeats(const Load *load)
{
    const Frame *manifest = format_manifest(load->files.files[load->current].format);

    return manifest != NULL && frame_string(manifest, MANIFEST_REPEATED) != NULL;
}

static bool store_it(Load *load, const Record *record, RecordChange *change, Error *error)
{
    const char *origin = load->files.files[load->current].origin;
    /* Of two releases the words of the one that is loaded now count, whatever its files are called. */
    bool first_counts = repeats(load) && !load->other_release;

    return is_foreign(load) ? store_given_put(load->store, load->source, origin, record, first_counts, change, error)
                            : store_record_put(load->store, load->source, origin, record, change, error);
}

static void note_change(Load *load, const Record *record, RecordChange change)
{
    Place *place = places_find(&load->seen, load->source, record->id);

    report_change(load->report, record->kind, change);
    if (place != NULL) {
        place->counted = true;
        place->kind = record->kind;
        place->change = change;
    }
}

static bool put_record(Load *load, const Record *record, Error *error)
{
    RecordChange change;
    Error failure = {0};
    Record *before = record_before(load, load->source, record, &failure);
    bool good = !error_is_set(&failure);

    if (!good)
        error_set_at(error, failure.code, failure.file, failure.line, "%s", failure.message);
    error_clear(&failure);
    good = good && store_it(load, record, &change, error);
    if (good) {
        note_change(load, record, change);
        tell_outcome(load, record, change);
        tell_difference(load, before, record, change);
    }
    record_free(before);
    return good;
}

/* Refuses a record of the user's own source that says what is not its to say. */
static bool refuse_own(Load *load, const Record *record, bool *refused, Error *error)
{
    Error failure = {0};
    long line = 0;
    char *fault = own_fault(load, record, &line, &failure);
    bool good = !error_is_set(&failure);

    if (!good)
        error_set_at(error, failure.code, failure.file, failure.line, "%s", failure.message);
    error_clear(&failure);
    *refused = fault != NULL;
    if (*refused)
        load_refuse(load, ERROR_INPUT, record->file, line > 0 ? line : record->line, record->id, fault);
    free(fault);
    return good;
}

bool load_write_record(Load *load, const Record *record, Error *error)
{
    const char *origin = load->files.files[load->current].origin;
    bool first = is_first(load, record), refused = false;

    if (!is_writing(load))
        return true;
    if (!load->taken_back && !store_given_forget(load->store, load->source, origin, error))
        return false;
    load->taken_back = true;
    if (!first)
        return store_given_also(load->store, load->source, origin, record->id, error);
    if (load->description.count > 0 && !write_source(load, error))
        return false;
    if (!format_is_native(load->files.files[load->current].format) && !refuse_own(load, record, &refused, error))
        return false;
    return refused || put_record(load, record, error);
}

/* What points to nothing, or is at fault by itself, is refused; where the rest is wanted all the same, its record goes. What
 * stays at fault when others have gone is told of once. */
static void on_dangling(void *context, const char *file, long line, const char *id, const char *message)
{
    Load *load = context;
    char *fault = string_format("%ld %s", line, message);

    load->faults++;
    if (places_add(&load->faulty, id, fault, NULL, line) == NULL)
        load_refuse(load, ERROR_INPUT, file, line, id, message);
    if (load->options->keep_going && places_add(&load->faulty, NULL, id, NULL, line) == NULL)
        string_list_add(&load->dangling, id);
    free(fault);
}

/* What is no fault: each in a dry run, after which the database knows nothing of it; else how many, file by file. */
static void tell_notices(Load *load, const StringList *files, const Findings *findings)
{
    for (size_t k = 0; k < files->count; k++) {
        size_t count = 0;

        for (size_t i = 0; i < findings->count; i++) {
            const Finding *finding = &findings->findings[i];

            if (finding->severity != SEVERITY_NOTICE || strcmp(finding->file, files->items[k]) != 0)
                continue;
            count++;
            if (load->options->dry_run) {
                char *line = string_format("%s:%ld", finding->file, finding->line);
                char *words = string_format("notice: %s: %s [%s]", finding->id, finding->message, finding->rule->name);

                report_remark(load->report, line, words);
                free(words);
                free(line);
            }
        }
        if (count > 0 && !load->options->dry_run) {
            char *words =
                string_format("%zu notice%s of what a reader will miss in it; gairo check --notices lists them", count,
                              count == 1 ? "" : "s");

            report_remark(load->report, files->items[k], words);
            free(words);
        }
    }
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
        char *message;

        if (finding->severity != SEVERITY_FINDING)
            continue;
        message = string_format("%s: %s [%s]", finding->id, finding->message, finding->rule->name);
        on_dangling(load, finding->file, finding->line, finding->id, message);
        free(message);
    }
    if (load->report->total.refused == 0 || (load->options->keep_going && load->dangling.count == 0))
        tell_notices(load, &files, &findings);
    findings_free(&findings);
    string_list_free(&files);
    return good;
}

static bool finish(Load *load, Error *error)
{
    load->faults = 0;
    return settling_run(load, error) && store_records_finish(load->store, on_dangling, load, error) && find_faults(load, error);
}

/* Removes what a source of this load says of an item, where one of its files says it; *removed counts. */
static bool remove_of_load(Load *load, const char *source, const char *item, size_t *removed, Error *error)
{
    char *given = NULL;
    bool good = store_record_given(load->store, source, item, &given, error);
    const Place *place = good && given != NULL ? places_find(&load->seen, source, given) : NULL;

    if (place != NULL) {
        good = store_record_remove(load->store, source, given, error);
        *removed += good;
        if (good && place->counted)
            report_change_back(load->report, place->kind, place->change);
    }
    free(given);
    return good;
}

static bool remove_dangling(Load *load, size_t *removed, Error *error)
{
    bool good = true;

    for (size_t k = 0; good && k < load->sources.count; k++)
        good = store_source_touch(load->store, load->sources.items[k], error);
    for (size_t i = 0; good && i < load->dangling.count; i++)
        for (size_t k = 0; good && k < load->sources.count; k++)
            good = remove_of_load(load, load->sources.items[k], load->dangling.items[i], removed, error);
    string_list_free(&load->dangling);
    return good;
}

bool load_resolve(Load *load, Error *error)
{
    bool good = finish(load, error);

    /* What is removed may leave others dangling. */
    for (size_t round = 0; good && load->faults > 0 && load->options->keep_going; round++) {
        size_t removed = 0;

        good = remove_dangling(load, &removed, error);
        /* At fault is what these files do not hold: it is not theirs to take out. */
        if (good && (removed == 0 || round == ROUNDS_MAX)) {
            error_set_at(error, load->first.code, load->first.file, load->first.line, "%s", load->first.message);
            good = false;
        }
        good = good && finish(load, error);
    }
    return good;
}
