#include "config.h"

#include "importers/load/recognise.h"

#include "core/file.h"
#include "core/memory.h"
#include "core/text.h"
#include "importers/protocol.h"

#include <stdlib.h>
#include <string.h>

bool has_extension(const char *extensions, const char *path)
{
    const char *name = path_name(path);
    size_t length = strlen(name);

    for (const char *at = extensions; *at != '\0';) {
        size_t size = strcspn(at, " ");

        if (size > 0 && length > size && memcmp(name + length - size, at, size) == 0)
            return true;
        at += size + strspn(at + size, " ");
    }
    return false;
}

static size_t line_length(const char *head, size_t length)
{
    const char *end = memchr(head, '\n', length);

    return end == NULL ? length : (size_t)(end - head);
}

static bool is_blank(char character)
{
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

/* Whether line has the key, bare or in quotes, with a colon behind it. */
static bool line_has_key(const char *line, size_t length, const char *key)
{
    size_t size = strlen(key), at = 0;
    bool quoted;

    while (at < length && (is_blank(line[at]) || line[at] == '-' || line[at] == '{' || line[at] == '[' || line[at] == ','))
        at++;
    quoted = at < length && (line[at] == '"' || line[at] == '\'');
    at += quoted;
    if (length - at < size || memcmp(line + at, key, size) != 0)
        return false;
    at += size + quoted;
    while (at < length && is_blank(line[at]))
        at++;
    return at < length && line[at] == ':';
}

/* A key stands at the start of a line, or, in JSON, anywhere in quotes. */
static bool has_key(const char *head, size_t length, const char *key)
{
    char *quoted = string_format("\"%s\"", key);
    bool found = false;

    for (const char *at = head; !found && (at = memmem(at, length - (size_t)(at - head), quoted, strlen(quoted))) != NULL;
         at++)
        found = line_has_key(at, length - (size_t)(at - head), key);
    for (size_t at = 0; !found && at < length;) {
        size_t size = line_length(head + at, length - at);

        found = line_has_key(head + at, size, key);
        at += size + 1;
    }
    free(quoted);
    return found;
}

/* Whether the first line that is no comment has the column. */
static bool has_column(const Frame *manifest, const char *head, size_t length, const char *column)
{
    const char *comments = frame_string(manifest, MANIFEST_COMMENTS);
    const char *reader = frame_string(manifest, MANIFEST_READER);
    char separator = strcmp(reader, "tsv") == 0 ? '\t' : ',';
    size_t at = length >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0, end;

    while (comments != NULL && length - at >= strlen(comments) && memcmp(head + at, comments, strlen(comments)) == 0) {
        at += line_length(head + at, length - at) + 1;
        if (at >= length)
            return false;
    }
    end = at + line_length(head + at, length - at);
    while (at < end) {
        const char *next = memchr(head + at, separator, end - at);
        size_t stop = next == NULL ? end : (size_t)(next - head), last = stop;

        while (at < last && (is_blank(head[at]) || head[at] == '"'))
            at++;
        while (last > at && (is_blank(head[last - 1]) || head[last - 1] == '"'))
            last--;
        if (last - at == strlen(column) && memcmp(head + at, column, last - at) == 0)
            return true;
        at = stop + 1;
    }
    return false;
}

/* The first start tag, whatever its prefix. */
static bool has_root(const char *head, size_t length, const char *name)
{
    size_t at = 0, start, size = strlen(name);

    while (at + 1 < length) {
        if (head[at] != '<') {
            at++;
        } else if (head[at + 1] == '?' || head[at + 1] == '!') {
            const char *end = length - at >= 4 && memcmp(head + at, "<!--", 4) == 0 ? "-->" : ">";
            const char *found = memmem(head + at, length - at, end, strlen(end));

            if (found == NULL)
                return false;
            at = (size_t)(found - head) + strlen(end);
        } else {
            break;
        }
    }
    start = ++at;
    while (at < length && !is_blank(head[at]) && head[at] != '>' && head[at] != '/')
        at++;
    return at >= start + size && memcmp(head + at - size, name, size) == 0 && (at == start + size || head[at - size - 1] == ':');
}

static bool contains(const char *head, size_t length, const char *words)
{
    return memmem(head, length, words, strlen(words)) != NULL;
}

static bool test_holds(const Frame *manifest, const char *test, const char *head, size_t length)
{
    switch (test[0]) {
    case RULE_KEY:
        return has_key(head, length, test + 1);
    case RULE_COLUMN:
        return has_column(manifest, head, length, test + 1);
    case RULE_ROOT:
        return has_root(head, length, test + 1);
    default:
        return contains(head, length, test + 1);
    }
}

static bool begins_front_matter(const char *head, size_t length)
{
    size_t start = length >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

    return length - start >= 3 && memcmp(head + start, "---", 3) == 0;
}

bool manifest_recognises(const Frame *manifest, const char *path, const char *head, size_t length)
{
    bool holds = false;

    if (length == 0 || (strcmp(frame_string(manifest, MANIFEST_READER), "front-matter") == 0 &&
                        !begins_front_matter(head, length)))
        return false;
    for (size_t i = MANIFEST_RULES; i < manifest->count; i++) {
        const char *test = frame_string(manifest, i);

        if (test[0] == RULE_EXTENSIONS) {
            if (holds)
                return true;
            holds = has_extension(test + 1, path);
        } else {
            holds = holds && test_holds(manifest, test, head, length);
        }
    }
    return holds;
}

char *manifest_extensions(const Frame *manifest)
{
    Text list = {0};

    for (size_t i = MANIFEST_RULES; i < manifest->count; i++) {
        const char *test = frame_string(manifest, i);

        for (const char *at = test[0] == RULE_EXTENSIONS ? test + 1 : ""; *at != '\0';) {
            size_t size = strcspn(at, " ");
            char *one = string_copy_bytes(at, size);

            if (size > 0 && (list.data == NULL || strstr(list.data, one) == NULL)) {
                text_append(&list, list.length > 0 ? " " : "");
                text_append(&list, one);
            }
            free(one);
            at += size + strspn(at + size, " ");
        }
    }
    return text_take(&list);
}

char *manifest_description(const Frame *manifest)
{
    static const struct {
        char rule;
        const char *words;
    } names[] = {{RULE_KEY, "key"}, {RULE_COLUMN, "column"}, {RULE_ROOT, "root element"}, {RULE_NAMESPACE, "namespace"},
                 {RULE_TEXT, "words"}};
    Text list = {0};
    bool first = true;

    for (size_t i = MANIFEST_RULES; i < manifest->count; i++) {
        const char *test = frame_string(manifest, i);

        if (test[0] == RULE_EXTENSIONS) {
            text_append(&list, i > MANIFEST_RULES ? "; or " : "");
            text_append(&list, test + 1);
            first = true;
            continue;
        }
        for (size_t k = 0; k < sizeof(names) / sizeof(names[0]); k++)
            if (names[k].rule == test[0])
                text_append_format(&list, "%s%s %s", first ? " with " : ", ", names[k].words, test + 1);
        first = false;
    }
    return text_take(&list);
}
