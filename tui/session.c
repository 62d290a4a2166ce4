#include "config.h"

#include "tui/session.h"

#include "core/memory.h"
#include "tui/explorer-state.h"
#include "tui/places.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOTE_SESSION "explorer-session"
#define VERSION_LINE "gairo session 1"
#define PLACES_MAX 40 /* the last ones are kept */

static char *scope_line(const Scope *scope)
{
    State state = {0};
    state_set_place(&state, "scope");
    state_put(&state, "stage", scope->stage);
    state_put(&state, "law", scope->law);
    state_put(&state, "paper", scope->paper_only ? "1" : NULL);
    char *text = state_text(&state);
    state_free(&state);
    return text;
}

/* A line for each place, and how many of them come after the current one. */
static void append_places(const History *history, Text *text)
{
    size_t from = history->count > PLACES_MAX ? history->count - PLACES_MAX : 0, after = 0;
    Text lines = {0};
    for (size_t i = from; i < history->count; i++) {
        State state;
        place_of(history->views[i], &state);
        char *line = state_text(&state);
        if (line != NULL) {
            text_append_format(&lines, "%s\n", line);
            after += i > history->current;
        }
        free(line);
        state_free(&state);
    }
    text_append_format(text, "%zu\n%s", after, lines.data == NULL ? "" : lines.data);
    text_free(&lines);
}

static char *session_text(const Explorer *explorer)
{
    Text text = {0};
    char *scope = scope_line(&explorer->scope);
    text_append_format(&text, VERSION_LINE "\n%s\n", scope);
    append_places(&explorer->history, &text);
    free(scope);
    return text_take(&text);
}

void session_save(Explorer *explorer)
{
    Error error = {0};
    char *text = session_text(explorer);
    store_note_put(explorer->store, NOTE_SESSION, text, &error);
    error_clear(&error);
    free(text);
}

static bool wait_for_nothing(void *context, long waited)
{
    (void)context;
    (void)waited;
    return false;
}

void session_keep(Explorer *explorer)
{
    Error error = {0};
    if (explorer->options->presented != NULL || explorer->lost.loss != STORE_THERE || explorer->lost.locked) {
        return;
    }
    store_set_wait(explorer->store, wait_for_nothing, NULL);
    char *text = session_text(explorer), *kept = store_note_get(explorer->store, NOTE_SESSION);
    if (kept == NULL || strcmp(kept, text) != 0) {
        store_note_put_unseen(explorer->store, NOTE_SESSION, text, &error);
    }
    store_set_wait(explorer->store, loss_wait, explorer);
    error_clear(&error); /* after the next key it is tried again */
    free(kept);
    free(text);
}

static bool restore_scope(Explorer *explorer, const char *line)
{
    State state;
    if (!state_read(line, &state) || strcmp(state.place, "scope") != 0) {
        state_free(&state);
        return false;
    }
    Error error = {0};
    if (state_get(&state, "stage") != NULL) {
        explorer_set_stage(explorer, state_get(&state, "stage"), &error);
        error_clear(&error);
    }
    if (state_get(&state, "law") != NULL) {
        explorer_set_law(explorer, state_get(&state, "law"), &error);
        error_clear(&error);
    }
    if (state_number(&state, "paper", 0) == 1) {
        explorer_set_paper_only(explorer, true);
    }
    state_free(&state);
    return true;
}

static bool is_there(Explorer *explorer, const State *state)
{
    const char *id = state_get(state, "id");
    Item *item = id == NULL ? NULL : item_load(explorer->store, id, NULL);
    bool there = id == NULL || item != NULL;
    item_free(item);
    return there;
}

/* Opens one place; false where the line is broken. */
static bool restore_place(Explorer *explorer, const char *line)
{
    State state;
    View *home = explorer->history.views[0];
    if (!state_read(line, &state)) {
        return false;
    }
    if (strcmp(state.place, action_definition(ACTION_GO_HOME)->name) == 0) {
        if (home->operations->restore != NULL) {
            home->operations->restore(home, &state);
        }
    } else if (is_there(explorer, &state)) {
        View *view = place_view(explorer, &state);
        if (view != NULL) {
            history_push(&explorer->history, view);
        }
    }
    state_free(&state);
    return true;
}

/* Cuts the next line off. NULL at the end. */
static char *next_line(char **rest)
{
    char *line = *rest, *end = strchr(line, '\n');
    if (*line == '\0') {
        return NULL;
    }
    *rest = end == NULL ? line + strlen(line) : end + 1;
    if (end != NULL) {
        *end = '\0';
    }
    return line;
}

/* Reads it all; false where any of it is broken. */
static bool read_session(Explorer *explorer, char *text)
{
    char *rest = text, *line = next_line(&rest), *end;
    if (line == NULL || strcmp(line, VERSION_LINE) != 0 || (line = next_line(&rest)) == NULL ||
        !restore_scope(explorer, line) || (line = next_line(&rest)) == NULL) {
        return false;
    }
    unsigned long after = strtoul(line, &end, 10);
    if (*line == '\0' || *end != '\0' || after > HISTORY_MAX) {
        return false;
    }
    for (line = next_line(&rest); line != NULL; line = next_line(&rest)) {
        if (explorer->history.count >= HISTORY_MAX || !restore_place(explorer, line)) {
            return false;
        }
    }
    for (; after > 0; after--) {
        history_step(&explorer->history, -1);
    }
    return true;
}

static void forget_all(Explorer *explorer)
{
    while (explorer->history.count > 1) {
        history_step(&explorer->history, (int)(explorer->history.count - 1 - explorer->history.current));
        history_drop(&explorer->history);
    }
    scope_free(&explorer->scope);
    history_forget_generations(&explorer->history);
}

void session_restore(Explorer *explorer)
{
    char *text = store_note_get(explorer->store, NOTE_SESSION), key[24];
    if (text == NULL) {
        return;
    }
    action_key(&explorer->settings.keys, ACTION_GO_HOME, false, key, sizeof key);
    if (!read_session(explorer, text)) {
        forget_all(explorer);
        explorer_message(explorer, "What was open last cannot be read, and is left out.");
    } else if (explorer->history.count > 1 || explorer_has_scope(explorer)) {
        explorer_message(explorer, "As you left it. %s goes to the start.", key);
    } else {
        forget_all(explorer);
    }
    free(text);
}
