#include "sheets/sheets.h"

#include "core/file.h"

#include <string.h>
#include <strings.h>

static const OutputFormat formats[] = {
    {"markdown", "Markdown (CommonMark with tables)", ".md .markdown", "sheets/render/markdown.xsl"},
    {"html", "HTML, one file that also prints", ".html .htm", "sheets/render/html.xsl"},
};

size_t output_format_count(void)
{
    return sizeof formats / sizeof formats[0];
}

const OutputFormat *output_format_at(size_t index)
{
    return &formats[index];
}

const OutputFormat *output_format_find(const char *name)
{
    for (size_t i = 0; name != NULL && i < output_format_count(); i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}

/* True where ending, with its dot, is one of the blank-separated extensions. */
static bool has_extension(const char *extensions, const char *ending)
{
    size_t length = strlen(ending);
    for (const char *place = extensions; *place != '\0';) {
        size_t word = strcspn(place, " ");
        if (word == length && strncasecmp(place, ending, length) == 0)
            return true;
        place += word + strspn(place + word, " ");
    }
    return false;
}

const OutputFormat *output_format_for_file(const char *path)
{
    const char *ending = path != NULL ? strrchr(path_name(path), '.') : NULL;
    for (size_t i = 0; ending != NULL && i < output_format_count(); i++)
        if (has_extension(formats[i].extensions, ending))
            return &formats[i];
    return NULL;
}
