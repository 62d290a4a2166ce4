#include "config.h"

#include "importers/load/load-state.h"

#include "core/memory.h"
#include "importers/load/report.h"
#include "store/records.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* A file, or a folder's files, that a source was imported from before, and is not now. */
typedef struct Former {
    const char *origin, *date; /* date: that it said; NULL: none */
    size_t first, end; /* its records, of load->places */
    size_t gone;       /* of them, not in this load */
    size_t changed;    /* in other words now */
    size_t own, own_again; /* of them, but for what files of one release share; and of these, in this load */
    size_t folder_own, folder_again; /* the same of all formers in its folder */
    const char *folder_date; /* the latest that those of them said which are in this load again; NULL: none did */
    bool replaced;
} Former;

/* One source of the load. */
typedef struct Replacing {
    Load *load;
    const SourceInfo *before;
    const char *source, *version, *date; /* NULL: none was said */
    SourceFiles files; /* that it has now; by origin */
    Former *formers; /* by folder */
    size_t count, capacity, replaced;
    bool other_version; /* newer or older than the one that was loaded */
    bool whole;         /* nothing was refused: it is known what the files hold */
    bool in_folder;     /* its files were found in a folder that was named */
} Replacing;

static bool lies_in(const char *path, const char *folder)
{
    size_t length = strlen(folder);

    return strncmp(path, folder, length) == 0 && (path[length] == '\0' || path[length] == '/');
}

/* Whether the load looked there: then what it holds no more is gone already. */
static bool is_looked_at(const Load *load, const char *origin)
{
    for (size_t i = 0; i < load->files.origins.count; i++)
        if (lies_in(origin, load->files.origins.items[i]))
            return true;
    return false;
}

/* Organisations and references are in each file that speaks of them, and tell of no release. */
static bool is_shared(Kind kind)
{
    return kind == KIND_ORGANISATION || kind == KIND_REFERENCE;
}

static void count_record(const Replacing *replacing, Former *former, const RecordPlace *row)
{
    const Place *place = places_find(&replacing->load->seen, row->source, row->id);

    former->gone += place == NULL;
    former->changed += place != NULL && place->counted && place->change == RECORD_CHANGED;
    former->own += !is_shared(row->kind);
    former->own_again += place != NULL && !is_shared(row->kind);
}

static int compare_origins(const void *a, const void *b)
{
    return strcmp(((const SourceFile *)a)->origin, ((const SourceFile *)b)->origin);
}

/* NULL where it is none of the source's. */
static const SourceFile *find_file(const Replacing *replacing, const char *origin)
{
    const SourceFile key = {.origin = (char *)origin};

    return replacing->files.count == 0 ? NULL
                                       : bsearch(&key, replacing->files.files, replacing->files.count,
                                                 sizeof(*replacing->files.files), compare_origins);
}

static void add_former(Replacing *replacing, Former former)
{
    const SourceFile *file;

    former.origin = replacing->load->places.rows[former.first].origin;
    file = find_file(replacing, former.origin);
    former.date = file == NULL ? NULL : file->date;
    for (size_t i = former.first; i < former.end; i++)
        count_record(replacing, &former, &replacing->load->places.rows[i]);
    if (replacing->count == replacing->capacity) {
        replacing->capacity = replacing->capacity == 0 ? 16 : 2 * replacing->capacity;
        replacing->formers = memory_resize(replacing->formers, replacing->capacity, sizeof(*replacing->formers));
    }
    replacing->formers[replacing->count++] = former;
}

static void find_formers(Replacing *replacing)
{
    const RecordPlaces *places = &replacing->load->places;

    for (size_t i = 0, end; i < places->count; i = end) {
        Former former = {.first = i};

        for (end = i; end < places->count && strcmp(places->rows[end].source, places->rows[i].source) == 0 &&
                      strcmp(places->rows[end].origin, places->rows[i].origin) == 0;)
            end++;
        former.end = end;
        if (strcmp(places->rows[i].source, replacing->source) == 0 &&
            !is_looked_at(replacing->load, places->rows[i].origin))
            add_former(replacing, former);
    }
}

/* Of a path's folder, with the slash. */
static size_t folder_length(const char *path)
{
    const char *end = strrchr(path, '/');

    return end == NULL ? 0 : (size_t)(end - path) + 1;
}

/* By folder, then by name. */
static int compare_formers(const void *a, const void *b)
{
    const char *left = ((const Former *)a)->origin, *right = ((const Former *)b)->origin;
    size_t length = folder_length(left), other = folder_length(right);
    int order = memcmp(left, right, length < other ? length : other);

    if (order == 0)
        order = (length > other) - (length < other);
    return order != 0 ? order : strcmp(left, right);
}

static bool is_in_same_folder(const Former *former, const Former *other)
{
    size_t length = folder_length(former->origin);

    return length == folder_length(other->origin) && memcmp(former->origin, other->origin, length) == 0;
}

/* Whether the load has at least half of what the file had: then it is the file again, by whatever name. */
static bool has_file(const Former *former)
{
    size_t all = former->end - former->first;

    return former->own > 0 ? 2 * former->own_again >= former->own : 2 * (all - former->gone) >= all;
}

/* Tells each former what those of its folder have together. */
static void sum_folders(Replacing *replacing)
{
    if (replacing->count > 0)
        qsort(replacing->formers, replacing->count, sizeof(*replacing->formers), compare_formers);
    for (size_t i = 0, end; i < replacing->count; i = end) {
        Former sum = {0};

        for (end = i; end < replacing->count && is_in_same_folder(&replacing->formers[i], &replacing->formers[end]); end++) {
            const Former *former = &replacing->formers[end];

            sum.folder_own += former->own;
            sum.folder_again += former->own_again;
            if (former->date != NULL && has_file(former) &&
                (sum.folder_date == NULL || strcmp(former->date, sum.folder_date) > 0))
                sum.folder_date = former->date;
        }
        for (size_t k = i; k < end; k++) {
            replacing->formers[k].folder_own = sum.folder_own;
            replacing->formers[k].folder_again = sum.folder_again;
            replacing->formers[k].folder_date = sum.folder_date;
        }
    }
}

/* Whether the load has most of what the files of a folder had; of a load of single files it is not known. */
static bool has_folder(const Replacing *replacing, const Former *former)
{
    return replacing->in_folder && 2 * former->folder_again > former->folder_own;
}

/* Whether the release is another than the file's: by the versions, or by the days. The files of one release may each say a
 * day of their own: the latest of those that are there again is the day of what they are of. */
static bool is_other_release(const Replacing *replacing, const Former *former)
{
    return replacing->other_version || (replacing->date != NULL && former->folder_date != NULL &&
                                        strcmp(former->folder_date, replacing->date) != 0);
}

/* "5.9" before "5.10"; nothing is said of versions that are counted in different ways. */
static bool is_older(const char *version, const char *than)
{
    size_t i = 0;

    while (version[i] != '\0' && version[i] == than[i] && !isdigit((unsigned char)version[i]))
        i++;
    return isdigit((unsigned char)version[i]) && isdigit((unsigned char)than[i]) && strverscmp(version, than) < 0;
}

static void tell(const Replacing *replacing, char *words)
{
    char *line = string_format("%s: %s", replacing->source, words);

    report_notice(replacing->load->report, line);
    free(line);
    free(words);
}

static void tell_version(const Replacing *replacing)
{
    if (replacing->other_version)
        tell(replacing, string_format("version %s was loaded; this is %s%s", replacing->before->version, replacing->version,
                                      is_older(replacing->version, replacing->before->version) ? ", an older one" : ""));
}

/* "1 record of FILE", "3 records of 2 files imported before, such as FILE,". */
static char *count_words(size_t records, size_t files, const char *example)
{
    return files == 1 ? string_format("%zu record%s of %s", records, plural_ending(records), example)
                      : string_format("%zu record%s of %zu files imported before, such as %s,", records,
                                      plural_ending(records), files, example);
}

static void tell_stays(const Replacing *replacing, size_t records, size_t files, const char *example)
{
    char *words = count_words(records, files, example);

    tell(replacing,
         string_format("%s %s not in the files of now and stay%s; to be without %s, gairo sources remove %s, and import what "
                       "is to be there",
                       words, records == 1 ? "is" : "are", records == 1 ? "s" : "", records == 1 ? "it" : "them",
                       replacing->source));
    free(words);
}

static void tell_changed(const Replacing *replacing, size_t records, size_t files, const char *example)
{
    char *words = count_words(records, files, example);

    tell(replacing, string_format("%s %s in other words in the files of now, which count", words, records == 1 ? "is" : "are"));
    free(words);
}

static void tell_replaced(const Replacing *replacing)
{
    size_t records = 0, gone = 0;
    const char *example = NULL;
    char *files, *going;

    for (size_t i = 0; i < replacing->count; i++) {
        const Former *former = &replacing->formers[i];

        if (!former->replaced)
            continue;
        example = example == NULL ? former->origin : example;
        records += former->end - former->first;
        gone += former->gone;
    }
    if (gone == 0)
        return;
    files = replacing->replaced == 1 ? string_format("%s is replaced", example)
                                     : string_format("%zu files imported before, such as %s, are replaced",
                                                     replacing->replaced, example);
    going = string_format("%zu of %s %zu record%s %s not in the release of now and %s removed", gone,
                          replacing->replaced == 1 ? "its" : "their", records, plural_ending(records),
                          gone == 1 ? "is" : "are", gone == 1 ? "is" : "are");
    tell(replacing, string_format("%s; %s", files, going));
    free(files);
    free(going);
}

/* What the load says of it is the load's; the rest goes. */
static bool replace(const Replacing *replacing, const Former *former, Error *error)
{
    Load *load = replacing->load;
    bool good = store_given_forget(load->store, replacing->source, former->origin, error);

    for (size_t i = former->first; good && i < former->end; i++) {
        const RecordPlace *row = &load->places.rows[i];
        bool handed;

        good = places_contain(&load->seen, row->source, row->id)
                   ? store_given_hand_over(load->store, row->source, row->id, &handed, error)
                   : load_remove_record(load, row->source, row->id, error);
    }
    return good;
}

/* What there is to tell of formers that stay. */
static void tell_rest(const Replacing *replacing)
{
    size_t gone = 0, gone_files = 0, changed = 0, changed_files = 0;
    const char *first_gone = NULL, *first_changed = NULL;

    for (size_t i = 0; i < replacing->count; i++) {
        const Former *former = &replacing->formers[i];
        /* Another part of the same release is no news. */
        bool again = replacing->other_version || has_file(former) || has_folder(replacing, former);

        if (former->replaced)
            continue;
        if (former->gone > 0 && again) {
            first_gone = first_gone == NULL ? former->origin : first_gone;
            gone += former->gone;
            gone_files++;
        }
        if (former->changed > 0) {
            first_changed = first_changed == NULL ? former->origin : first_changed;
            changed += former->changed;
            changed_files++;
        }
    }
    if (changed > 0)
        tell_changed(replacing, changed, changed_files, first_changed);
    if (gone > 0)
        tell_stays(replacing, gone, gone_files, first_gone);
}

static void find_before(Replacing *replacing)
{
    const Load *load = replacing->load;

    for (size_t i = 0; i < load->known.count; i++)
        if (strcmp(load->known.sources[i].id, replacing->source) == 0)
            replacing->before = &load->known.sources[i];
    if (replacing->files.count > 0)
        qsort(replacing->files.files, replacing->files.count, sizeof(*replacing->files.files), compare_origins);
    for (size_t i = 0; i < load->files.count && !replacing->in_folder; i++) {
        const char *origin = load->files.files[i].origin;

        replacing->in_folder = find_file(replacing, origin) != NULL && !string_list_contains(&load->files.origins, origin);
    }
    replacing->other_version = replacing->before != NULL && replacing->before->version != NULL &&
                               replacing->version != NULL &&
                               strcmp(replacing->before->version, replacing->version) != 0;
}

static bool replace_source(Replacing *replacing, Error *error)
{
    bool good = source_files_list(replacing->load->store, replacing->source, &replacing->files, error);

    find_before(replacing);
    if (good && replacing->before != NULL && replacing->before->rank != 0) {
        find_formers(replacing);
        sum_folders(replacing);
        for (size_t i = 0; i < replacing->count; i++) {
            Former *former = &replacing->formers[i];

            former->replaced = replacing->whole && is_other_release(replacing, former) &&
                               (has_file(former) || has_folder(replacing, former));
            replacing->replaced += former->replaced;
        }
        tell_version(replacing);
        tell_replaced(replacing);
        tell_rest(replacing);
        for (size_t i = 0; good && i < replacing->count; i++)
            if (replacing->formers[i].replaced)
                good = replace(replacing, &replacing->formers[i], error);
    }
    source_files_free(&replacing->files);
    free(replacing->formers);
    return good;
}

bool load_replace(Load *load, Error *error)
{
    bool good = true;

    if (load->kind->shipped)
        return true;
    for (size_t i = 0; good && i < load->sources.count; i++) {
        const char *version = load->versions.items[i], *date = load->dates.items[i];
        Replacing replacing = {.load = load,
                               .source = load->sources.items[i],
                               .version = version[0] == '\0' ? NULL : version,
                               .date = date[0] == '\0' ? NULL : date,
                               .whole = load->report->total.refused == 0};

        good = replace_source(&replacing, error);
    }
    return good;
}
