#include "config.h"

#include "tests/unit/reading.h"

#include "core/file.h"
#include "core/memory.h"
#include "importers/read/front-matter.h"
#include "importers/read/transform.h"
#include "importers/read/xml.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <cmocka.h>

static void on_source(void *context, const ImportSource *source)
{
    Reading *reading = context;

    assert_non_null(source->id);
    reading->sources++;
}

static void on_record(void *context, const Record *record)
{
    Reading *reading = context;
    Frame frame = {0};

    reading->records++;
    if (reading->first == NULL) {
        record_encode(record, &frame);
        reading->first = record_decode(&frame, NULL);
        assert_non_null(reading->first);
    }
    frame_clear(&frame);
}

static void on_refused(void *context, const char *file, long line, const char *record, const char *reason)
{
    Reading *reading = context;

    assert_non_null(file);
    assert_non_null(reason);
    if (reading->refusals++ > 0)
        return;
    reading->line = line;
    reading->record = string_copy(record);
    reading->reason = string_copy(reason);
}

ReadOutput reading_output(Reading *reading)
{
    return (ReadOutput){.source = on_source, .record = on_record, .refused = on_refused, .context = reading};
}

void reading_free(Reading *reading)
{
    record_free(reading->first);
    free(reading->record);
    free(reading->reason);
    *reading = (Reading){0};
}

void read_native(Reading *reading, const char *bytes, size_t length)
{
    ReadInput input = {.file = "fixture.xml", .bytes = bytes, .length = length};
    ReadOutput output = reading_output(reading);

    xml_harden();
    native_read(&input, NATIVE_FILE, &output);
}

void read_openness(Reading *reading, const char *name, const char *bytes, size_t length)
{
    ReadInput input = {.file = name, .bytes = bytes, .length = length};
    ReadOutput output = reading_output(reading);
    Text stylesheet = source_file("importers/read/openness.xsl");
    Text xml = {0}, native = {0};
    Error error = {0};
    Transform *transform;

    xml_harden();
    transform = transform_new("openness.xsl", stylesheet.data, stylesheet.length, &error);
    assert_non_null(transform);
    if (!front_matter_read(&input, &xml, &error)) {
        on_refused(reading, name, error.line, NULL, error.message);
    } else {
        assert_true(transform_apply(transform, &xml, &native, &error));
        native_read(&(ReadInput){.file = name, .bytes = native.data, .length = native.length}, NATIVE_STYLESHEET,
                    &output);
    }
    transform_free(transform);
    error_clear(&error);
    text_free(&native);
    text_free(&xml);
    text_free(&stylesheet);
}

char *source_path(const char *relative)
{
    const char *top = getenv("srcdir");

    return path_join(top == NULL ? "." : top, relative);
}

Text source_file(const char *relative)
{
    char *path = source_path(relative);
    Text content = {0};
    Error error = {0};

    if (!file_read(path, (size_t)64 * 1024 * 1024, &content, &error))
        fail_msg("%s: %s", path, error.message);
    free(path);
    return content;
}

size_t for_each_expected(const char *relative, void (*check)(const Expected *expected))
{
    Text list = source_file(relative);
    size_t count = 0;

    for (char *line = strtok(list.data, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        Expected expected;

        assert_int_equal(sscanf(line, "%99s %ld %199[^\n]", expected.file, &expected.line, expected.words), 3);
        check(&expected);
        count++;
    }
    text_free(&list);
    return count;
}

void check_refused(const Reading *reading, const Expected *expected)
{
    if (reading->refusals == 0)
        fail_msg("%s: it is not refused", expected->file);
    if (reading->refusals != 1 || reading->line != expected->line || strstr(reading->reason, expected->words) == NULL)
        fail_msg("%s: %zu refusals, the first at line %ld (%s); expected is one at line %ld with \"%s\"",
                 expected->file, reading->refusals, reading->line, reading->reason, expected->line, expected->words);
}
