/* Where one is, as text: a place and what was chosen there ("risks?filter=weights&sort=1&at=risk.x"). History, marks
 * and the session of the next start keep it. */
#ifndef GAIRO_TUI_STATE_H
#define GAIRO_TUI_STATE_H

#include <stdbool.h>
#include <stddef.h>

#define STATE_ENTRIES_MAX 40
#define STATE_BYTES_MAX 16384u /* of the text */

/* Starts zeroed. Owns its strings. */
typedef struct State {
    char *place; /* an action's name, or "item"; NULL: nowhere one can come back to */
    char *names[STATE_ENTRIES_MAX];
    char *values[STATE_ENTRIES_MAX];
    size_t count;
} State;

void state_set_place(State *state, const char *place);
/* Adds an entry; a NULL value adds none, and what is beyond STATE_ENTRIES_MAX is dropped. */
void state_put(State *state, const char *name, const char *value);
void state_put_number(State *state, const char *name, long number);
/* NULL, or fallback, where there is none such. */
const char *state_get(const State *state, const char *name);
long state_number(const State *state, const char *name, long fallback);
/* The text; NULL where there is no place. The caller owns it. */
char *state_text(const State *state);
/* False, with state zeroed, where text is no such text: it may come from anywhere. */
bool state_read(const char *text, State *state);
void state_free(State *state);

#endif
