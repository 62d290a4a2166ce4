#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/kinds.h"
#include "cli/near.h"
#include "cli/session.h"
#include "core/file.h"
#include "core/memory.h"
#include "sheets/sheets.h"
#include "store/items.h"

#include <stdlib.h>
#include <string.h>

/* Where the sheet goes: NULL for standard output. */
static const char *output_file(const Invocation *invocation)
{
    const char *file = invocation_value(invocation, OPTION_OUTPUT);

    return file && strcmp(file, "-") != 0 ? file : NULL;
}

static void add_format_name(const OutputFormat *format, StringList *names, Text *list)
{
    text_append_format(list, "%s%s", names->count == 0 ? "" : ", ", format->name);
    string_list_add(names, format->name);
}

static void add_format_names(const OwnOutputs *own, StringList *names, Text *list)
{
    for (size_t i = 0; i < output_choice_count(own); i++)
        add_format_name(output_choice_at(own, i), names, list);
}

/* The output asked for by --to, else by the file's ending; NULL with an error where neither tells. */
static const OutputFormat *choose_format(const Invocation *invocation, const OwnOutputs *own, Error *error)
{
    const char *to = invocation_value(invocation, OPTION_TO), *file = output_file(invocation);
    const OutputFormat *format = output_format_choose(own, to, file);
    StringList names = {0};
    Text list = {0};

    if (format)
        return format;
    add_format_names(own, &names, &list);
    if (to) {
        char *hint = near_hint(to, "", &names);
        error_set(error, ERROR_USAGE, "there is no output '%s'%s; it is one of %s", to, hint, list.data);
        free(hint);
    } else if (file) {
        error_set(error, ERROR_USAGE, "the ending of '%s' tells no output; give --to with one of %s", file, list.data);
    } else {
        error_set(error, ERROR_USAGE, "gairo export needs --to FORMAT, one of %s, or -o FILE", list.data);
    }
    string_list_free(&names);
    text_free(&list);
    return NULL;
}

static SheetNotes asked_notes(const Invocation *invocation)
{
    return invocation_has(invocation, OPTION_NOTES)           ? NOTES_ALL
           : invocation_has(invocation, OPTION_WITHOUT_NOTES) ? NOTES_NONE
                                                              : NOTES_AS_SAID;
}

/* Both at once, or notes where none can be, would be a call that does other than it says. */
static bool check_notes(const Invocation *invocation, const OutputFormat *format, Error *error)
{
    bool with = invocation_has(invocation, OPTION_NOTES);

    if (with && invocation_has(invocation, OPTION_WITHOUT_NOTES))
        error_set(error, ERROR_USAGE, "gairo export takes one of --notes and --without-notes");
    else if (with && format->lacks_notes)
        error_set(error, ERROR_USAGE, "the output %s has no notes; leave --notes out, or choose another output", format->name);
    else
        return true;
    return false;
}

/* Exactly one of ids, --sheet and --kind says what is exported. */
static bool check_call(const Invocation *invocation, Error *error)
{
    bool ids = invocation->arguments.count > 0, kind = invocation_has(invocation, OPTION_KIND);
    int ways = ids + invocation_has(invocation, OPTION_SHEET) + kind;

    if (ways == 0)
        error_set(error, ERROR_USAGE, "gairo export needs what to write: ID..., --sheet NAME or --kind KIND");
    else if (ways > 1)
        error_set(error, ERROR_USAGE, "gairo export takes one of ID..., --sheet NAME and --kind KIND");
    else if (!kind && (invocation_has(invocation, OPTION_WHERE) || invocation_has(invocation, OPTION_SORT)))
        error_set(error, ERROR_USAGE, "gairo export takes --where and --sort only with --kind");
    else
        return true;
    return false;
}

/* The ids of the items of --kind and --where. */
static bool list_ids(Session *session, Query *query, StringList *ids, Error *error)
{
    ItemRows rows = {0};
    bool done = items_list(session->store, query, &rows, error);

    for (size_t i = 0; i < rows.count; i++)
        string_list_add(ids, rows.rows[i].id);
    if (done && rows.count == 0) {
        error_set(error, ERROR_NOT_FOUND, "nothing matches; nothing was written");
        done = false;
    }
    item_rows_free(&rows);
    return done;
}

static bool make_query(const Session *session, Query *query, Error *error)
{
    const char *sort = invocation_value(session->invocation, OPTION_SORT);

    return kinds_of_user(&session->invocation->values[OPTION_KIND], &query->kinds, error) &&
           session_add_conditions(session, query, error) && (!sort || query_set_sort(query, sort, error));
}

/* To a file all or nothing, also where the user interrupts: then the file is whole and gairo ends after it. */
static bool write_file(const char *file, const Text *document, Error *error)
{
    interrupt_watch();
    bool done = file_write(file, document->data ? document->data : "", document->length, error);
    interrupt_unwatch();
    interrupt_end();
    return done;
}

static bool write_sheet(Session *session, const SheetRequest *request, const OutputFormat *format, Error *error)
{
    const char *file = output_file(session->invocation);
    Text xml = {0}, document = {0};
    bool done = output_compose(format, session->store, request, &xml, error) && sheet_render(format, &xml, &document, error);

    if (done && file)
        done = write_file(file, &document, error);
    else if (done) {
        session->output.whole = true;
        output_write_bytes(&session->output, document.data ? document.data : "", document.length);
    }
    text_free(&xml);
    text_free(&document);
    return done;
}

/* Says so where a file's name ends as those of another output do: it would be opened by the wrong program. */
static void remark_on_ending(const Session *session, const OutputFormat *format)
{
    const char *file = output_file(session->invocation);
    Text endings = {0};

    if (!file || output_format_fits(format, file) || !output_format_for_file(file))
        return;
    for (const char *place = format->extensions; *place != '\0';) {
        size_t length = strcspn(place, " ");
        text_append_format(&endings, "%s%.*s", endings.length > 0 ? " or " : "", (int)length, place);
        place += length + strspn(place + length, " ");
    }
    session_remark(session, "%s: it holds %s, and its name ends as if it did not; such files end in %s", file, format->name, endings.data);
    text_free(&endings);
}

/* True where the user wrote a note on one of the items asked for, or annotated one in the sheet. */
static bool has_notes(Session *session, const SheetRequest *request, bool *found, Error *error)
{
    bool done = true;

    *found = false;
    for (size_t i = 0; request->sheet && i < request->sheet->entry_count; i++)
        *found = *found || request->sheet->entries[i].note || request->sheet->entries[i].remark;
    for (size_t i = 0; done && !*found && !request->sheet && i < request->ids->count; i++) {
        Item *item = item_load(session->store, request->ids->items[i], error);
        done = item != NULL;
        *found = done && item->note;
        item_free(item);
    }
    return done;
}

/* Says which of the user's private words are in what was written, where the sheet and not the call asked for them; and where the
 * call asked for what is not there. */
static bool remark_on_notes(Session *session, const SheetRequest *request, const OutputFormat *format, Error *error)
{
    bool found, slides = format->compose != NULL;

    if (request->notes == NOTES_ALL) {
        if (!has_notes(session, request, &found, error))
            return false;
        if (!found)
            session_remark(session, "there is no note of yours on what is exported");
    } else if (request->sheet && request->notes == NOTES_AS_SAID && sheet_notes(request->sheet) == NOTES_ALL && !slides &&
               !format->lacks_notes && sheet_note_count(request->sheet) > 0) {
        size_t count = sheet_note_count(request->sheet);
        session_remark(session, "%zu of your notes on items %s printed with it, as the sheet says; --without-notes leaves them out",
                       count, count == 1 ? "is" : "are");
    }
    return true;
}

bool command_export(Session *session, Error *error)
{
    const Invocation *invocation = session->invocation;
    const OutputFormat *format;
    StringList listed = {0};
    SheetRequest request = {.as_of = session->as_of,
                            .ids = &invocation->arguments,
                            .template_name = invocation_value(invocation, OPTION_TEMPLATE),
                            .notes = asked_notes(invocation)};
    OwnOutputs own = {0};
    Sheet *sheet = NULL;
    Query query = {0};
    bool done = false;

    if (!check_call(invocation, error) || !own_outputs_load(&own, error) ||
        !(format = choose_format(invocation, &own, error)) || !check_notes(invocation, format, error) ||
        !make_query(session, &query, error) || !session_open_store(session, USE_READ, error))
        goto cleanup;
    if (invocation_has(invocation, OPTION_SHEET)) {
        sheet = sheet_load(session->store, invocation_value(invocation, OPTION_SHEET), error);
        if (!sheet)
            goto cleanup;
        request.sheet = sheet;
        request.ids = NULL;
    } else if (invocation_has(invocation, OPTION_KIND)) {
        if (!list_ids(session, &query, &listed, error))
            goto cleanup;
        request.ids = &listed;
    }
    done = write_sheet(session, &request, format, error) && remark_on_notes(session, &request, format, error);
    if (done)
        remark_on_ending(session, format);
cleanup:
    if (sheet)
        sheet_free(sheet);
    string_list_free(&listed);
    own_outputs_free(&own);
    query_free(&query);
    return done;
}
