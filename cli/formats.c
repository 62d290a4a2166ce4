#include "cli/command.h"
#include "cli/session.h"
#include "core/memory.h"
#include "importers/import.h"
#include "sheets/sheets.h"

#include <stdlib.h>
#include <string.h>

static const TableColumn format_columns[] = {
    {"name", "Name", false, false},
    {"direction", "For", false, false},
    {"extensions", "Files", false, false},
    {"title", "What it is", false, true},
    {"recognised", "Recognised by", false, true},
};

typedef struct Format {
    const char *name, *direction, *extensions, *title, *recognised, *versions, *licence, *fault;
    bool own;
} Format;

/* What both directions know. */
typedef struct Formats {
    ImportFormats *imports;
    OwnOutputs own;
} Formats;

static bool is_own(const Formats *formats, const OutputFormat *format)
{
    return formats->own.count > 0 && format >= formats->own.formats && format < formats->own.formats + formats->own.count;
}

static Format output_row(const Formats *formats, const OutputFormat *format)
{
    return (Format){format->name, "export", format->extensions, format->title, NULL, NULL, NULL,
                    format->lacking, is_own(formats, format)};
}

static size_t count_of(const Formats *formats)
{
    return import_formats_count(formats->imports) + output_choice_count(&formats->own);
}

static Format format_at(const Formats *formats, size_t index)
{
    if (index < import_formats_count(formats->imports)) {
        const ImportFormat *format = import_formats_at(formats->imports, index);

        return (Format){format->name,     "import",        format->extensions, format->title, format->recognised,
                        format->versions, format->licence, format->fault,      format->own};
    }
    index -= import_formats_count(formats->imports);
    return output_row(formats, output_choice_at(&formats->own, index));
}

/* The endings of a blank-separated list, as an array. */
static json_t *extensions_json(const char *extensions)
{
    json_t *array = json_array();

    while (extensions && *extensions) {
        size_t length = strcspn(extensions, " ");

        char *extension = string_copy_bytes(extensions, length);

        if (length > 0)
            (void)json_array_append_new(array, json_text(extension, SANITISE_LINE));
        free(extension);
        extensions += length + strspn(extensions + length, " ");
    }
    return array;
}

static void write_json(Session *session, const Formats *formats)
{
    json_t *array = json_array();

    for (size_t i = 0; i < count_of(formats); i++) {
        Format format = format_at(formats, i);
        json_t *object = json_object();

        json_put(object, "name", format.name);
        json_put(object, "direction", format.direction);
        json_put(object, "title", format.title);
        (void)json_object_set_new(object, "extensions", extensions_json(format.extensions));
        json_put(object, "recognised", format.recognised);
        json_put(object, "versions", format.versions);
        json_put(object, "licence", format.licence);
        json_put(object, "fault", format.fault);
        (void)json_object_set_new(object, "own", json_boolean(format.own));
        (void)json_array_append_new(array, object);
    }
    session_write_json(session, array);
}

static bool write_table(Session *session, const Formats *formats, Error *error)
{
    Table table;

    table_init(&table, format_columns, sizeof format_columns / sizeof format_columns[0]);
    for (size_t i = 0; i < count_of(formats); i++) {
        Format format = format_at(formats, i);

        table_add_row(&table);
        table_set(&table, 0, format.name);
        table_set(&table, 1, format.direction);
        table_set(&table, 2, format.extensions);
        table_set(&table, 3, format.fault ? format.fault : format.title);
        table_set(&table, 4, format.recognised);
    }
    bool done = session_write_table(session, &table, "No formats.", error);
    table_free(&table);
    return done;
}

bool command_formats(Session *session, Error *error)
{
    Formats formats = {.imports = import_formats_load(error)};
    bool done = formats.imports != NULL && own_outputs_load(&formats.own, error);

    if (done && session->form == FORM_JSON)
        write_json(session, &formats);
    else if (done)
        done = write_table(session, &formats, error);
    own_outputs_free(&formats.own);
    if (formats.imports != NULL)
        import_formats_free(formats.imports);
    return done;
}
