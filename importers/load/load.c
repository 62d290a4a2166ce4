#include "config.h"

#include "importers/load/load-state.h"

#include "importers/load/formats.h"
#include "importers/load/report.h"
#include "importers/load/settling.h"

#include <stdlib.h>
#include <time.h>

#define ASK_MILLISECONDS 50

static long long milliseconds_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool tell_progress(Load *load)
{
    load->asked = milliseconds_now();
    if (load->options->progress != NULL && !load->options->progress(load->options->context, &load->progress))
        load->stopped = true;
    return !load->stopped;
}

bool load_goes_on(Load *load)
{
    if (load->stopped || milliseconds_now() - load->asked < ASK_MILLISECONDS)
        return !load->stopped;
    return tell_progress(load);
}

static bool should_stop(void *context)
{
    return !load_goes_on(context);
}

void load_refuse(Load *load, ErrorCode code, const char *file, long line, const char *record, const char *reason)
{
    report_refusal(load->report, code, file, line, record, reason, &load->first);
}

/* Inside the transaction: everything up to the commit. */
static bool write_all(Load *load, Error *error)
{
    if (!sources_list(load->store, &load->known, error) || !settling_note(load, error) ||
        (!load->kind->shipped && !record_places_list(load->store, &load->places, error)) || !load_read(load, error))
        return false;
    if (load->report->total.refused > 0 && !load->options->keep_going)
        return true;
    if (!load_remove_missing(load, error) || !load_replace(load, error) || !source_files_tidy(load->store, error) ||
        !load_note_lost(load, error) || !load_resolve(load, error) || !load_tell_lost(load, error))
        return false;
    return load->kind->shipped_version == NULL ||
           store_note_put(load->store, NOTE_SHIPPED_VERSION, load->kind->shipped_version, error);
}

/* Whether there is anything to keep: without a single record the database stays as it is. */
static bool has_effect(const Load *load)
{
    const ImportCounts *total = &load->report->total;

    return (total->refused == 0 || load->options->keep_going) && total->added + total->changed + total->unchanged + total->removed > 0;
}

static bool run_transaction(Load *load, Error *error)
{
    bool good;

    if (!store_begin(load->store, error))
        return false;
    store_set_stop(load->store, should_stop, load);
    good = write_all(load, error);
    store_set_stop(load->store, NULL, NULL);
    if (good && has_effect(load) && !load->options->dry_run && !load->options->explain)
        good = store_commit(load->store, error);
    store_rollback(load->store);
    return good;
}

static bool run(Load *load, const StringList *paths, Error *error)
{
    if (paths->count == 0) {
        error_set(error, ERROR_USAGE, "no file or folder to import is named");
        return false;
    }
    if (!import_files_collect(load->store, paths, load->options, load->formats, &load->files, load->report, &load->first,
                              error))
        return false;
    load->progress.files = load->files.count;
    if (load->files.count > 0 && !run_transaction(load, error))
        return false;
    tell_progress(load);
    return true;
}

bool load_run(Store *store, const StringList *paths, const ImportOptions *options, const LoadKind *kind,
              ImportReport *report, Error *error)
{
    static const ImportOptions no_options;
    Load load = {.store = store, .options = options == NULL ? &no_options : options, .kind = kind, .report = report};
    Error failure = {0};
    bool good;

    load.formats = import_formats_native();
    report->dry_run = load.options->dry_run;
    good = run(&load, paths, &failure);
    /* Whatever it was stopped in: the store's transaction was not committed. */
    if (failure.code == ERROR_CANCELLED)
        error_set(error, ERROR_CANCELLED, "stopped; nothing was imported");
    else if (!good)
        error_set_at(error, failure.code, failure.file, failure.line, "%s", failure.message);
    if (good && report->total.refused > 0 && !load.options->keep_going) {
        error_set_at(error, load.first.code, load.first.file, load.first.line, "%s", load.first.message);
        good = false;
    }
    if (!good)
        report_take_back(report);
    error_clear(&failure);
    free(load.source);
    frame_clear(&load.description);
    places_free(&load.seen);
    string_list_free(&load.sources);
    string_list_free(&load.versions);
    string_list_free(&load.dates);
    record_places_free(&load.places);
    lost_links_free(&load.lost);
    string_list_free(&load.dangling);
    places_free(&load.faulty);
    settling_free(&load);
    source_infos_free(&load.known);
    import_files_free(&load.files);
    import_formats_free(load.formats);
    error_clear(&load.first);
    return good;
}

bool import_paths(Store *store, const StringList *paths, const ImportOptions *options, ImportReport *report,
                  Error *error)
{
    static const LoadKind others;

    return load_run(store, paths, options, &others, report, error);
}
