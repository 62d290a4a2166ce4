#include "config.h"

#include "tui/source-rows.h"

#include "core/file.h"
#include "core/memory.h"
#include "store/joining.h"

#include <stdlib.h>
#include <string.h>

/* Whether the files are as they were: by the time that they were written, which takes no reading. */
static char *state_of(const SourceInfo *source, const SourceFiles *files)
{
    size_t gone = 0, newer = 0;
    for (size_t i = 0; i < files->count; i++) {
        char written[FILE_TIME_SIZE];
        if (!file_written(files->files[i].origin, written)) {
            gone++;
        } else if (string_compare(written, files->files[i].imported) > 0) {
            newer++;
        }
    }
    if (source->rank == 0 || files->count == 0) {
        return string_copy("shipped");
    }
    if (newer > 0) {
        return files->count == 1 ? string_copy("file newer") : string_format("%zu newer", newer);
    }
    if (gone > 0) {
        return files->count == 1 ? string_copy("file gone") : string_format("%zu gone", gone);
    }
    return string_copy("unchanged");
}

static bool load_row(SourceRows *rows, size_t row, Store *store, size_t *file_count, Error *error)
{
    const SourceInfo *source = &rows->sources.sources[row];
    SourceFiles files;
    if (!source_files_list(store, source->id, &files, error)) {
        return false;
    }
    rows->states[row] = state_of(source, &files);
    rows->days[row] = source->imported == NULL ? NULL : string_copy_bytes(source->imported, strcspn(source->imported, "T"));
    rows->counts[row] = string_format("%ld", source->records);
    *file_count += files.count;
    source_files_free(&files);
    return true;
}

bool source_rows_load(SourceRows *rows, Store *store, Error *error)
{
    long records = 0;
    size_t files = 0;
    *rows = (SourceRows){0};
    if (!sources_list(store, &rows->sources, error)) {
        return false;
    }
    size_t count = rows->sources.count;
    rows->states = memory_zeroed(count + 1, sizeof *rows->states);
    rows->days = memory_zeroed(count + 1, sizeof *rows->days);
    rows->counts = memory_zeroed(count + 1, sizeof *rows->counts);
    for (size_t i = 0; i < count; i++) {
        if (!load_row(rows, i, store, &files, error)) {
            source_rows_free(rows);
            return false;
        }
        records += rows->sources.sources[i].records;
    }
    rows->totals = string_format("%zu source%s, %ld record%s, %zu imported file%s", count, plural_ending(count), records,
                                 plural_ending((size_t)records), files, plural_ending(files));
    return true;
}

void source_rows_free(SourceRows *rows)
{
    for (size_t i = 0; i < rows->sources.count; i++) {
        free(rows->states == NULL ? NULL : rows->states[i]);
        free(rows->days == NULL ? NULL : rows->days[i]);
        free(rows->counts == NULL ? NULL : rows->counts[i]);
    }
    free(rows->states);
    free(rows->days);
    free(rows->counts);
    free(rows->totals);
    source_infos_free(&rows->sources);
    *rows = (SourceRows){0};
}
