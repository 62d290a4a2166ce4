#include "config.h"

#include "importers/source.h"

#include "core/date.h"
#include "core/unicode.h"
#include "importers/protocol.h"

#include <limits.h>
#include <string.h>

#define ID_BYTES 64u
#define STRING_BYTES 2000u
#define STRINGS 7u

static void list_strings(const ImportSource *source, const char *strings[STRINGS])
{
    const char *list[STRINGS] = {source->id,      source->title, source->version, source->date,
                                 source->licence, source->url,   source->cite};

    memcpy(strings, list, sizeof(list));
}

static bool id_is_allowed(const char *id)
{
    size_t length = id == NULL ? 0 : strlen(id);

    return length > 0 && length <= ID_BYTES && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

bool import_source_check(const ImportSource *source, const char *file, long line, Error *error)
{
    static const char *const names[STRINGS] = {"source", "title", "version", "date", "licence", "url", "cite"};
    const char *strings[STRINGS];

    if (!id_is_allowed(source->id)) {
        error_set_at(error, ERROR_INPUT, file, line, "source \"%.80s\" must be 1 to %u letters a-z, digits or -",
                     source->id == NULL ? "" : source->id, ID_BYTES);
        return false;
    }
    list_strings(source, strings);
    for (size_t i = 0; i < STRINGS; i++) {
        size_t length = strings[i] == NULL ? 0 : strlen(strings[i]);

        if (length > STRING_BYTES || (length > 0 && !utf8_is_valid(strings[i], length, NULL))) {
            error_set_at(error, ERROR_INPUT, file, line, "%s must have at most %u bytes, in UTF-8", names[i],
                         STRING_BYTES);
            return false;
        }
    }
    if (source->date != NULL && !date_is_valid(source->date)) {
        error_set_at(error, ERROR_INPUT, file, line, "date \"%.40s\" must be YYYY, YYYY-MM or YYYY-MM-DD",
                     source->date);
        return false;
    }
    if (source->url != NULL && strncmp(source->url, "http://", 7) != 0 && strncmp(source->url, "https://", 8) != 0) {
        error_set_at(error, ERROR_INPUT, file, line, "url \"%.80s\" must begin with http:// or https://", source->url);
        return false;
    }
    return true;
}

void import_source_encode(const ImportSource *source, Frame *frame)
{
    const char *strings[STRINGS];

    list_strings(source, strings);
    frame->type = FRAME_SOURCE;
    for (size_t i = 0; i < STRINGS; i++)
        frame_add(frame, strings[i]);
    frame_add_number(frame, source->line);
}

bool import_source_decode(const Frame *frame, ImportSource *source)
{
    long long line = 0;

    if (frame->type != FRAME_SOURCE || frame->count != STRINGS + 1 || !frame_number(frame, STRINGS, &line) ||
        line < 0 || line > LONG_MAX)
        return false;
    *source = (ImportSource){
        .id = frame_string(frame, 0),
        .title = frame_string(frame, 1),
        .version = frame_string(frame, 2),
        .date = frame_string(frame, 3),
        .licence = frame_string(frame, 4),
        .url = frame_string(frame, 5),
        .cite = frame_string(frame, 6),
        .line = (long)line,
    };
    return true;
}
