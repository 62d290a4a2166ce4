#include "config.h"

#include "sheets/sheets.h"

#include "core/file.h"
#include "core/memory.h"
#include "core/paths.h"
#include "sheets/deck.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define OWN_OUTPUTS_MAX 200
#define DOCUMENT "sheets/render/document.xsl"

#ifdef HAVE_LIBZIP
#define LACKING_PACKAGE NULL
#else
#define LACKING_PACKAGE "this build lacks libzip, which writes containers"
#endif
#ifdef HAVE_PANGOCAIRO
#define LACKING_PAGES NULL
#else
#define LACKING_PAGES "this build lacks pango and cairo, which draw pages"
#endif

static const OutputFormat formats[] = {
    {"markdown", "Markdown (CommonMark with tables)", ".md .markdown", "text", {"sheets/render/markdown.xsl"}, NULL, NULL, false},
    {"html", "HTML, one file that also prints", ".html .htm", "text", {"sheets/render/html.xsl"}, NULL, NULL, false},
    {"text", "plain text of 76 columns", ".txt", "text", {DOCUMENT, "sheets/render/text.xsl"}, NULL, NULL, false},
    {"odt", "OpenDocument text, to be edited", ".odt", "package", {DOCUMENT, "sheets/render/odt.xsl"}, LACKING_PACKAGE, NULL, false},
    {"docx", "Word document, to be edited", ".docx", "package", {DOCUMENT, "sheets/render/docx.xsl"}, LACKING_PACKAGE, NULL, false},
    {"pdf", "PDF, pages to be printed", ".pdf", "pages", {DOCUMENT}, LACKING_PAGES, NULL, false},
    {"slides-html", "slides for a browser, one file that also prints", ".html .htm", "text", {"sheets/render/slides.xsl"}, NULL,
     slides_compose, false},
    {"slides-pdf", "slides as PDF, a page for each", ".pdf", "pages", {"sheets/render/slides-document.xsl"}, LACKING_PAGES,
     slides_compose, false},
    {"csv", "CSV, for spreadsheets: a row for each statement, or for each of a table", ".csv", "text", {"sheets/render/csv.xsl"}, NULL, NULL, false},
    {"json", "JSON, for programs", ".json", "text", {"sheets/render/json.xsl"}, NULL, NULL, false},
    {"bibtex", "the references, for BibTeX and biblatex", ".bib", "text", {"sheets/render/bibtex.xsl"}, NULL, NULL, true},
};

bool output_compose(const OutputFormat *format, Store *store, const SheetRequest *request, Text *xml, Error *error)
{
    if (request->table != NULL && format->compose != NULL) {
        error_set(error, ERROR_USAGE, "%s are made of items, and this is a table; choose another output", format->name);
        return false;
    }
    return (format->compose != NULL ? format->compose : sheet_compose)(store, request, xml, error);
}

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

bool output_format_fits(const OutputFormat *format, const char *path)
{
    const char *ending = strrchr(path_name(path), '.');
    return format->extensions[0] == '\0' || (ending != NULL && has_extension(format->extensions, ending));
}

const OutputFormat *output_format_for_file(const char *path)
{
    for (size_t i = 0; path != NULL && i < output_format_count(); i++)
        if (formats[i].compose == NULL && output_format_fits(&formats[i], path))
            return &formats[i];
    return NULL;
}

void own_outputs_free(OwnOutputs *own)
{
    free(own->formats);
    string_list_free(&own->strings);
    *own = (OwnOutputs){0};
}

/* Keeps a string for as long as the outputs are there. */
static const char *keep(OwnOutputs *own, char *string)
{
    string_list_take(&own->strings, string);
    return own->strings.items[own->strings.count - 1];
}

/* "letterhead.html.xsl" gives the output "letterhead.html" for files ".html"; "register.xsl" the output "register"; "html.xsl" takes the
 * place of the shipped one. One for containers or pages is given what the shipped one's first stylesheet makes, and makes a package or
 * another document of it. */
static void add_own(OwnOutputs *own, const char *path)
{
    const char *name = path_name(path), *ending = strrchr(name, '.');
    if (ending == NULL || ending == name || strcmp(ending, ".xsl") != 0)
        return;
    const char *bare = keep(own, string_copy_bytes(name, (size_t)(ending - name))), *second = strrchr(bare, '.');
    const OutputFormat *namesake = output_format_find(bare);
    const OutputFormat *like = namesake != NULL ? namesake : second != NULL ? output_format_for_file(bare) : NULL;
    OutputFormat format = {.name = bare,
                           .title = namesake != NULL ? "a stylesheet of your own, in the shipped one's place" : "a stylesheet of your own",
                           .extensions = namesake != NULL ? namesake->extensions : second != NULL ? second : "",
                           .form = like != NULL ? like->form : "text",
                           .lacking = like != NULL ? like->lacking : NULL,
                           .compose = namesake != NULL ? namesake->compose : NULL};
    if (strcmp(format.form, "text") != 0)
        format.stylesheets[0] = like->stylesheets[0];
    format.stylesheets[format.stylesheets[0] != NULL] = keep(own, string_copy(path));
    own->formats = memory_resize(own->formats, own->count + 1, sizeof *own->formats);
    own->formats[own->count++] = format;
}

bool own_outputs_load(OwnOutputs *own, Error *error)
{
    StringList files = {0};
    char *folder = config_path(), *outputs = folder != NULL ? path_join(folder, "outputs") : NULL;
    bool ok = true;
    if (outputs != NULL && file_exists(outputs))
        ok = folder_files(outputs, OWN_OUTPUTS_MAX, &files, error);
    for (size_t i = 0; ok && i < files.count; i++)
        add_own(own, files.items[i]);
    string_list_free(&files);
    free(outputs);
    free(folder);
    return ok;
}

static const OutputFormat *find_own(const OwnOutputs *own, const char *name)
{
    for (size_t i = 0; i < own->count; i++)
        if (strcmp(own->formats[i].name, name) == 0)
            return &own->formats[i];
    return NULL;
}

const OutputFormat *output_format_choose(const OwnOutputs *own, const char *name, const char *path)
{
    const OutputFormat *shipped = name != NULL ? output_format_find(name) : output_format_for_file(path);
    const OutputFormat *found = name != NULL ? find_own(own, name) : shipped != NULL ? find_own(own, shipped->name) : NULL;

    return found != NULL ? found : shipped;
}

size_t output_choice_count(const OwnOutputs *own)
{
    size_t count = output_format_count();

    for (size_t i = 0; i < own->count; i++)
        count += output_format_find(own->formats[i].name) == NULL;
    return count;
}

const OutputFormat *output_choice_at(const OwnOutputs *own, size_t index)
{
    size_t others = 0; /* of the user's own, those in no shipped one's place */

    for (size_t i = 0; i < output_format_count(); i++)
        if (index-- == 0)
            return output_format_choose(own, formats[i].name, NULL);
    for (size_t i = 0; i < own->count; i++)
        if (output_format_find(own->formats[i].name) == NULL && others++ == index)
            return &own->formats[i];
    return NULL;
}
