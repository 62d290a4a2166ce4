#include "config.h"

#include "tui/own.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "store/marks.h"
#include "store/undo.h"
#include "tui/explorer-state.h"
#include "tui/places.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

static void step_back(Explorer *explorer, bool again)
{
    Error error = {0};
    char *words = NULL;
    bool done = again ? redo_step(explorer->store, &words, &error) : undo_step(explorer->store, &words, &error);
    if (done && words == NULL) {
        explorer_message(explorer, again ? "There is nothing to do again."
                                         : "There is nothing to undo: no change of your own things is kept that could be taken back.");
    } else if (done) {
        explorer_message(explorer, "%s: %s.", again ? "Done again" : "Undone", words);
    }
    free(words);
    explorer_report(explorer, &error);
}

/* Keeps the place under the name. */
static void set_mark(Explorer *explorer, const char *name)
{
    const View *view = history_current(&explorer->history);
    State state;
    Text title = {0};
    Error error = {0};
    place_of(view, &state);
    char *place = state_text(&state);
    if (place == NULL) {
        explorer_message(explorer, "This screen is no place to come back to; mark the list or the page.");
        state_free(&state);
        return;
    }
    view->operations->title(view, &title);
    if (view_item(view) != NULL && state_get(&state, "id") == NULL) {
        Item *item = item_load(explorer->store, view_item(view), NULL);
        text_append_format(&title, ": %s", item == NULL ? view_item(view) : item->title);
        item_free(item);
    }
    Mark mark = {.name = (char *)name, .item = (char *)view_item(view), .title = title.data, .place = place};
    if (mark_put(explorer->store, &mark, &error)) {
        char key[24];
        action_key(&explorer->settings.keys, ACTION_MARKS, false, key, sizeof key);
        explorer_message(explorer, explorer->plain ? "Marked: %s and its number, or %s, come back here."
                                                   : "Marked: %s and %s come back here.",
                         explorer->plain ? "marks" : key, name);
    }
    explorer_report(explorer, &error);
    free(place);
    text_free(&title);
    state_free(&state);
}

/* The first letter is the whole name: nobody has to press Enter. */
static void name_typed(void *context, const char *text)
{
    Explorer *explorer = context;
    char *name = string_copy(text);
    prompt_free(&explorer->prompt);
    set_mark(explorer, name);
    free(name);
}

static void ask_for_mark(Explorer *explorer)
{
    explorer_prompt(explorer,
                    &(Prompt){.label = "Mark this place with a letter", .changed = name_typed, .context = explorer});
}

static void say_where_facets_are(Explorer *explorer)
{
    char risks[24], models[24], search[24];
    const KeyMap *keys = &explorer->settings.keys;
    action_key(keys, ACTION_GO_RISKS, false, risks, sizeof risks);
    action_key(keys, ACTION_GO_MODELS, false, models, sizeof models);
    action_key(keys, ACTION_SEARCH, false, search, sizeof search);
    explorer_message(explorer,
                     "There is nothing to narrow here. Facets are for lists: open one first (%s risks, %s models), or "
                     "search (%s).",
                     risks, models, search);
}

bool own_action(Explorer *explorer, Action action, const char *item)
{
    switch (action) {
    case ACTION_UNDO:
    case ACTION_REDO:
        step_back(explorer, action == ACTION_REDO);
        return true;
    case ACTION_MARK:
        ask_for_mark(explorer);
        return true;
    case ACTION_MARKS:
        explorer_open(explorer, marks_view_new(explorer));
        return true;
    case ACTION_NOTE:
    case ACTION_NOTE_EDITOR:
        note_start(explorer, item, action == ACTION_NOTE_EDITOR);
        return true;
    case ACTION_FACETS:
    case ACTION_FACETS_CLEAR:
        say_where_facets_are(explorer);
        return true;
    default:
        return false;
    }
}
