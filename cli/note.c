/* gairo note: the user's own words on an item. */
#include "cli/command.h"
#include "cli/console.h"
#include "cli/prose.h"
#include "cli/session.h"

#include "core/editor.h"
#include "core/memory.h"
#include "core/unicode.h"
#include "store/sheets.h"

#include <stdlib.h>
#include <string.h>

#define NOTE_BYTES_MAX 65536u

/* The words of the call as one note. The caller owns it. */
static char *words_of(const Session *session)
{
    const StringList *arguments = &session->invocation->arguments;
    Text text = {0};

    for (size_t i = 1; i < arguments->count; i++)
        text_append_format(&text, "%s%s", i > 1 ? " " : "", arguments->items[i]);
    return text_take(&text);
}

static bool put(Session *session, const char *id, const char *text, Error *error)
{
    if (strlen(text) > NOTE_BYTES_MAX) {
        error_set(error, ERROR_LIMIT, "a note has at most %u bytes", NOTE_BYTES_MAX);
        return false;
    }
    if (!utf8_is_valid(text, strlen(text), NULL)) {
        error_set(error, ERROR_USAGE, "the note is no UTF-8 text");
        return false;
    }
    if (!note_put(session->store, id, text, error))
        return false;
    session_remark(session, *text ? "%s: the note is kept" : "%s: there is no note any more", id);
    return true;
}

static bool edit(Session *session, const Item *item, Error *error)
{
    char *edited;

    if (!console_has_input() || !console_has_output()) {
        error_set(error, ERROR_USAGE, "--edit needs a terminal; give the note as words");
        return false;
    }
    if (!editor_run(item->note, NOTE_BYTES_MAX, &edited, error))
        return false;
    bool done = string_compare(edited, item->note ? item->note : "") == 0 || put(session, item->id, edited, error);
    free(edited);
    return done;
}

static void show(Session *session, const Item *item)
{
    if (session->form == FORM_JSON) {
        json_t *object = json_object();
        json_put(object, "id", item->id);
        json_put_lines(object, "note", item->note);
        session_write_json(session, object);
    } else if (item->note) {
        prose_write(session, 0, item->note);
    }
}

bool command_note(Session *session, Error *error)
{
    const Invocation *invocation = session->invocation;
    bool edits = invocation_has(invocation, OPTION_EDIT), clears = invocation_has(invocation, OPTION_CLEAR);
    bool words = invocation->arguments.count > 1;

    if (edits + clears + words > 1) {
        error_set(error, ERROR_USAGE, "give the note, or --edit, or --clear: one of them");
        return false;
    }
    if (session->form == FORM_CSV || session->form == FORM_TSV) {
        error_set(error, ERROR_USAGE, "a note is text or json");
        return false;
    }
    if (!session_open_store(session, USE_READ, error))
        return false;
    Item *item = item_load(session->store, invocation->arguments.items[0], error);
    bool done = item != NULL;
    if (done && words) {
        char *text = words_of(session);
        done = put(session, item->id, text, error);
        free(text);
    } else if (done && clears) {
        done = put(session, item->id, "", error);
    } else if (done && edits) {
        done = edit(session, item, error);
    } else if (done) {
        show(session, item);
    }
    item_free(item);
    return done;
}
