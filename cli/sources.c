/* gairo sources: what was imported, from which files, and what is joined with what. */
#include "cli/command.h"
#include "cli/console.h"
#include "cli/facts.h"
#include "cli/near.h"
#include "cli/session.h"
#include "cli/sources.h"
#include "core/digest.h"
#include "core/file.h"
#include "core/memory.h"
#include "store/joining.h"
#include "store/removal.h"
#include "store/sources.h"

#include <stdlib.h>
#include <string.h>

#define FILE_BYTES ((size_t)64 * 1024 * 1024)

static const TableColumn list_columns[] = {
    {"id", "Source", false, false},       {"records", "Records", true, false}, {"files", "Files", true, false},
    {"version", "Version", false, false}, {"date", "Date", false, false},      {"imported", "Imported", false, false},
    {"licence", "Licence", false, true},  {"title", "Title", false, true},
};

/* --- what one source is --- */

static json_t *file_json(const SourceFile *file, const char *now)
{
    json_t *object = json_object();

    json_put(object, "name", file->name);
    json_put(object, "path", file->origin);
    json_put(object, "format", file->format);
    json_put(object, "digest", file->digest);
    json_put_number(object, "bytes", file->bytes);
    json_put(object, "imported", file->imported);
    json_put(object, "now", now);
    return object;
}

/* How a file is now: "same", "changed", "gone". */
static const char *state_of(const SourceFile *file)
{
    char digest[DIGEST_SIZE];
    Text bytes = {0};
    const char *state = "gone";

    if (file_read(file->origin, FILE_BYTES, &bytes, NULL)) {
        digest_bytes(bytes.data ? bytes.data : "", bytes.length, digest);
        state = strcmp(digest, file->digest) == 0 ? "same" : "changed";
    }
    text_free(&bytes);
    return state;
}

static json_t *source_json(Session *session, const SourceInfo *source, bool whole, Error *error)
{
    SourceFiles files;
    long counts[KIND_COUNT];
    json_t *object = source_info_json(source), *kinds = json_object(), *array = json_array();

    if (!source_files_list(session->store, source->id, &files, error) ||
        !source_kinds(session->store, source->id, counts, error)) {
        json_decref(object);
        json_decref(kinds);
        json_decref(array);
        return NULL;
    }
    for (int i = 0; i < KIND_COUNT; i++)
        if (counts[i] > 0)
            json_put_number(kinds, kind_definition((Kind)i)->name, counts[i]);
    (void)json_object_set_new(object, "kinds", kinds);
    for (size_t i = 0; i < files.count; i++)
        (void)json_array_append_new(array, file_json(&files.files[i], whole ? state_of(&files.files[i]) : NULL));
    (void)json_object_set_new(object, "files", array);
    source_files_free(&files);
    return object;
}

static bool list_json(Session *session, const SourceInfos *sources, Error *error)
{
    json_t *array = json_array();

    for (size_t i = 0; i < sources->count; i++) {
        json_t *object = source_json(session, &sources->sources[i], false, error);

        if (!object) {
            json_decref(array);
            return false;
        }
        (void)json_array_append_new(array, object);
    }
    session_write_json(session, array);
    return true;
}

static bool list_table(Session *session, const SourceInfos *sources, Error *error)
{
    Table table;
    bool done = true;

    table_init(&table, list_columns, sizeof list_columns / sizeof list_columns[0]);
    for (size_t i = 0; done && i < sources->count; i++) {
        const SourceInfo *source = &sources->sources[i];
        SourceFiles files;

        done = source_files_list(session->store, source->id, &files, error);
        if (!done)
            break;
        table_add_row(&table);
        table_set(&table, 0, source->id);
        table_set_number(&table, 1, source->records);
        if (files.count > 0)
            table_set_number(&table, 2, (long)files.count);
        table_set(&table, 3, session->form == FORM_TABLE ? source_version_words(source) : source->version);
        table_set(&table, 4, source->date);
        table_set(&table, 5, source->imported);
        table_set(&table, 6, source->licence);
        table_set(&table, 7, source->title);
        source_files_free(&files);
    }
    done = done && session_write_table(session, &table, "No sources.", error);
    table_free(&table);
    return done;
}

static bool run_list(Session *session, Error *error)
{
    SourceInfos sources = {0};
    bool done = session_open_store(session, USE_READ, error) && sources_list(session->store, &sources, error);

    if (done)
        done = session->form == FORM_JSON ? list_json(session, &sources, error) : list_table(session, &sources, error);
    source_infos_free(&sources);
    return done;
}

static const SourceInfo *find_source(const SourceInfos *sources, const char *id, Error *error)
{
    StringList names = {0};

    for (size_t i = 0; i < sources->count; i++)
        if (strcmp(sources->sources[i].id, id) == 0)
            return &sources->sources[i];
    for (size_t i = 0; i < sources->count; i++)
        string_list_add(&names, sources->sources[i].id);
    char *hint = near_hint(id, "", &names);
    error_set(error, ERROR_NOT_FOUND, "there is no source '%s'%s; gairo sources lists them", id, hint);
    free(hint);
    string_list_free(&names);
    return NULL;
}

static void write_fact(Session *session, const char *name, const char *value)
{
    if (!value || !*value)
        return;
    char *line = string_format("%-10s %s", name, value);
    session_write_line(session, line);
    free(line);
}

static const TableColumn file_columns[] = {
    {"name", "File", false, true},          {"format", "Format", false, false},     {"bytes", "Bytes", true, false},
    {"imported", "Imported", false, false}, {"now", "On disk now", false, false}, {"digest", "SHA-256", false, true},
};

static bool write_files(Session *session, const SourceFiles *files, Error *error)
{
    Table table;

    table_init(&table, file_columns, sizeof file_columns / sizeof file_columns[0]);
    for (size_t i = 0; i < files->count; i++) {
        const SourceFile *file = &files->files[i];

        table_add_row(&table);
        table_set(&table, 0, file->name);
        table_set(&table, 1, file->format);
        table_set_number(&table, 2, file->bytes);
        table_set(&table, 3, file->imported);
        table_set(&table, 4, state_of(file));
        table_set(&table, 5, file->digest);
    }
    bool done = session_write_table(session, &table, "It came with gairo, or from no file that is remembered.", error);
    table_free(&table);
    return done;
}

static bool show_text(Session *session, const SourceInfo *source, Error *error)
{
    SourceFiles files;
    long counts[KIND_COUNT];
    Text kinds = {0};

    if (!source_files_list(session->store, source->id, &files, error))
        return false;
    bool done = source_kinds(session->store, source->id, counts, error);
    for (int i = 0; done && i < KIND_COUNT; i++)
        if (counts[i] > 0)
            text_append_format(&kinds, "%s%ld %s", kinds.length ? ", " : "", counts[i],
                               kind_noun((Kind)i, (size_t)counts[i]));
    if (done && session->form == FORM_TABLE) {
        write_fact(session, "Source", source->id);
        write_fact(session, "Title", source->title);
        write_fact(session, "Version", source_version_words(source));
        write_fact(session, "Date", source->date);
        write_fact(session, "Licence", source->licence);
        write_fact(session, "Cite", source->cite);
        write_fact(session, "Address", source->url);
        write_fact(session, "Imported", source->imported);
        write_fact(session, "Holds", kinds.data);
        output_write(&session->output, "\n");
    }
    done = done && write_files(session, &files, error);
    text_free(&kinds);
    source_files_free(&files);
    return done;
}

static bool run_show(Session *session, Error *error)
{
    SourceInfos sources = {0};
    const SourceInfo *source = NULL;
    bool done = session_open_store(session, USE_READ, error) && sources_list(session->store, &sources, error) &&
                (source = find_source(&sources, verb_argument(session, 0), error)) != NULL;

    if (done && session->form == FORM_JSON) {
        json_t *object = source_json(session, source, true, error);

        done = object != NULL;
        if (done)
            session_write_json(session, object);
    } else if (done) {
        done = show_text(session, source, error);
    }
    source_infos_free(&sources);
    return done;
}

static void write_removal(Session *session, const char *id, const Removal *removal, bool dry_run)
{
    if (session->form == FORM_JSON) {
        json_t *object = json_object();

        json_put(object, "id", id);
        (void)json_object_set_new(object, "dry_run", json_boolean(dry_run));
        json_put_number(object, "removed", removal->records);
        json_put_list(object, "links", &removal->links);
        json_put_list(object, "joined", &removal->joins);
        session_write_json(session, object);
        return;
    }
    for (size_t i = 0; i < removal->joins.count; i++) {
        char *line = string_format("joined: %s", removal->joins.items[i]);

        session_write_line(session, line);
        free(line);
    }
    for (size_t i = 0; i < removal->links.count; i++) {
        char *line = string_format("%s: %s", dry_run ? "would be left out" : "left out", removal->links.items[i]);

        session_write_line(session, line);
        free(line);
    }
    if (removal->links.count > 0)
        output_write(&session->output, "The links are there again once what they lead to is imported.\n");
    output_format(&session->output, "%s: %ld record%s %s\n", id, removal->records, plural_ending(removal->records),
                  dry_run ? "would be removed; nothing was changed" : "removed");
}

static bool run_remove(Session *session, Error *error)
{
    const char *id = verb_argument(session, 0);
    bool dry_run = invocation_has(session->invocation, OPTION_DRY_RUN);
    SourceInfos sources = {0};
    Removal removal = {0};
    bool done = session_open_store(session, USE_IMPORT, error) && sources_list(session->store, &sources, error) &&
                find_source(&sources, id, error) && source_remove(session->store, id, dry_run, &removal, error);

    source_infos_free(&sources);
    if (done)
        write_removal(session, id, &removal, dry_run);
    removal_free(&removal);
    return done;
}

static const Verb verbs[] = {
    {"list", "", 0, 0, 0, run_list},
    {"show", "a source", 1, 1, 0, run_show},
    {"remove", "a source", 1, 1, OPTION_BIT(OPTION_DRY_RUN), run_remove},
    {"matches", "", 0, 0, 0, sources_command_matches},
    {"match", "the id that a source gives, and the item's", 2, 2, OPTION_BIT(OPTION_DRY_RUN), sources_command_match},
    {"apart", "the id that a source gives", 1, 1, OPTION_BIT(OPTION_DRY_RUN), sources_command_apart},
    {"forget", "the id that a source gives", 1, 1, OPTION_BIT(OPTION_DRY_RUN), sources_command_forget},
};

bool command_sources(Session *session, Error *error)
{
    const Verb *verb = verb_of_call(session, verbs, sizeof verbs / sizeof verbs[0], error);

    return verb && verb->run(session, error);
}
