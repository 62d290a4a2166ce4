#include "config.h"

#include "tui/hints.h"

#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

#define NOTE "hints-followed"

typedef enum HintPlace { ANYWHERE, AWAY, ON_ITEM } HintPlace;

static const struct {
    Action action; /* that follows it */
    HintPlace place;
    const char *before, *after; /* the action's key */
} table[] = {
    {ACTION_OPEN, ANYWHERE, "Arrow keys move, ", " opens what is focused."},
    {ACTION_BACK, AWAY, "", " goes back, to exactly where you were."},
    {ACTION_BASKET_TOGGLE, ON_ITEM, "", " puts what is focused aside, for a sheet to hand on."},
    {ACTION_HELP, ANYWHERE, "", " lists all keys; type to narrow, Enter runs one."},
    {ACTION_SEARCH, ANYWHERE, "", " searches everything, from everywhere."},
    {ACTION_MENU, ANYWHERE, "", " opens the menu: all that can be done."},
};
#define TABLE_COUNT (sizeof table / sizeof *table)
_Static_assert(TABLE_COUNT <= HINTS_MAX, "Hints has room for all");

void hints_load(Hints *hints, Store *store)
{
    char *note = store_note_get(store, NOTE), *rest = NULL;
    *hints = (Hints){0};
    for (char *name = note == NULL ? NULL : strtok_r(note, ",", &rest); name != NULL; name = strtok_r(NULL, ",", &rest)) {
        Action action;
        if (action_find(name, &action)) {
            hints_follow(hints, action);
        }
    }
    free(note);
    hints->changed = false;
}

void hints_save(const Hints *hints, Store *store)
{
    Text text = {0};
    Error error = {0};
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        if (hints->done[i]) {
            text_append_format(&text, "%s%s", text.length > 0 ? "," : "", action_definition(table[i].action)->name);
        }
    }
    if (hints->changed && text.length > 0) {
        store_note_put(store, NOTE, text.data, &error);
    }
    error_clear(&error);
    text_free(&text);
}

void hints_follow(Hints *hints, Action action)
{
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        if (table[i].action == action && !hints->done[i]) {
            hints->done[i] = hints->changed = true;
        }
    }
}

void hints_end(Hints *hints)
{
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        hints_follow(hints, table[i].action);
    }
}

/* The key that is shown for an action; "" where it has none, or none that one has while one types. */
static void key_now(const KeyMap *keys, Action action, bool typing, char *key, size_t size)
{
    KeySequence sequence;
    if (!typing) {
        action_key(keys, action, false, key, size);
        return;
    }
    action_key_while_typing(keys, action, key, size);
    if (key_sequence_parse(key, strlen(key), &sequence) && key_is_text(sequence.keys[0])) {
        *key = '\0';
    }
}

void hints_text(const Hints *hints, const KeyMap *keys, bool typing, bool away, bool item, Text *text)
{
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        char key[24], end[24];
        bool holds = table[i].place == ANYWHERE || (table[i].place == AWAY && away) || (table[i].place == ON_ITEM && item);
        key_now(keys, table[i].action, typing, key, sizeof key);
        if (hints->done[i] || !holds || *key == '\0') {
            continue;
        }
        text_append_format(text, "%s%s%s", table[i].before, key, table[i].after);
        key_now(keys, ACTION_HINTS_END, typing, end, sizeof end);
        if (*end != '\0') {
            text_append_format(text, "  (%s: no more hints)", end);
        }
        return;
    }
}
