#include "tests/fuzz/promises.h"

#include "tests/fuzz/fuzz.h"

#include <string.h>

static void on_source(void *context, const ImportSource *source)
{
    (void)context;
    MUST(import_source_check(source, NULL, 0, NULL));
}

static void on_record(void *context, const Record *record)
{
    char before[DIGEST_SIZE], after[DIGEST_SIZE];
    Frame frame = {0};
    Record *copy;

    (void)context;
    MUST(record_check(record, NULL));
    MUST(record->line > 0);
    record_encode(record, &frame);
    copy = record_decode(&frame, NULL);
    MUST(copy != NULL);
    record_digest(record, before);
    record_digest(copy, after);
    MUST(strcmp(before, after) == 0);
    record_free(copy);
    frame_clear(&frame);
}

static void on_refused(void *context, const char *file, long line, const char *record, const char *reason)
{
    size_t *refusals = context;

    (void)record;
    MUST(file != NULL && line >= 0);
    MUST(reason != NULL && reason[0] != '\0');
    MUST(++*refusals <= READ_REFUSALS_MAX);
}

ReadOutput promising_output(size_t *refusals)
{
    return (ReadOutput){.source = on_source, .record = on_record, .refused = on_refused, .context = refusals};
}
