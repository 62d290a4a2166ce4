#include "config.h"

#include "importers/load/formats.h"

#include "core/file.h"
#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

typedef struct FormatRow {
    ImportFormat format; /* first: a row's address is its format's */
    const char *reader;
    const char *stylesheet;
    bool (*recognises)(const char *head, size_t length);
} FormatRow;

static bool contains(const char *head, size_t length, const char *words)
{
    return memmem(head, length, words, strlen(words)) != NULL;
}

/* Whether a line of head begins with words. */
static bool has_line(const char *head, size_t length, const char *words)
{
    size_t size = strlen(words), at = 0;

    while (length - at >= size) {
        const char *end;

        if (memcmp(head + at, words, size) == 0)
            return true;
        end = memchr(head + at, '\n', length - at);
        if (end == NULL)
            return false;
        at = (size_t)(end - head) + 1;
    }
    return false;
}

/* The namespace, or a root element of that name: a wrong or missing namespace is then refused with its line. UTF-16 is
 * refused so too, thus NULs between the letters are passed over. */
static bool is_gairo(const char *head, size_t length)
{
    char *letters = memory_allocate(length + 1);
    size_t count = 0;
    bool found;

    for (size_t i = 0; i < length; i++)
        if (head[i] != '\0')
            letters[count++] = head[i];
    found = contains(letters, count, "urn:gairo:data:") || contains(letters, count, "<gairo");
    free(letters);
    return found;
}

/* Any one of the pipeline's parts will do: a file that lacks the others is refused rather than passed over. */
static bool is_openness(const char *head, size_t length)
{
    size_t start = length >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

    return length - start >= 3 && memcmp(head + start, "---", 3) == 0 &&
           (has_line(head, length, "training:") || has_line(head, length, "evaluation:") ||
            has_line(head, length, "deployment:"));
}

static const FormatRow rows[] = {
    {{"gairo", "gairo's own XML (docs/data-format.md)",
      "a .xml file with a gairo element of namespace urn:gairo:data:1", ".xml"},
     "native",
     NULL,
     is_gairo},
    {{"openness", "the paper's companion data: models and how open their components are",
      "a .md file of front matter with training, evaluation or deployment", ".md"},
     "front-matter",
     "importers/read/openness.xsl",
     is_openness},
};

#define ROW_COUNT (sizeof(rows) / sizeof(rows[0]))

size_t import_format_count(void)
{
    return ROW_COUNT;
}

const ImportFormat *import_format_at(size_t index)
{
    return index < ROW_COUNT ? &rows[index].format : NULL;
}

const ImportFormat *import_format_find(const char *name)
{
    for (size_t i = 0; name != NULL && i < ROW_COUNT; i++)
        if (strcmp(rows[i].format.name, name) == 0)
            return &rows[i].format;
    return NULL;
}

bool format_has_extension(const ImportFormat *format, const char *path)
{
    const char *name = path_name(path);
    size_t length = strlen(name);

    for (const char *at = format->extensions; *at != '\0';) {
        size_t size = strcspn(at, " ");

        if (length > size && memcmp(name + length - size, at, size) == 0)
            return true;
        at += size + strspn(at + size, " ");
    }
    return false;
}

const ImportFormat *import_format_guess(const char *path, const char *bytes, size_t length)
{
    if (length > FORMAT_HEAD_BYTES)
        length = FORMAT_HEAD_BYTES;
    for (size_t i = 0; length > 0 && i < ROW_COUNT; i++)
        if (format_has_extension(&rows[i].format, path) && rows[i].recognises(bytes, length))
            return &rows[i].format;
    return NULL;
}

static const FormatRow *row_of(const ImportFormat *format)
{
    return (const FormatRow *)(const void *)format;
}

const char *format_reader(const ImportFormat *format)
{
    return row_of(format)->reader;
}

const char *format_stylesheet(const ImportFormat *format)
{
    return row_of(format)->stylesheet;
}
