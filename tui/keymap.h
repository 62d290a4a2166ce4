/* Which keys do what: the keys of the table of actions, and what the configuration puts in their place. */
#ifndef GAIRO_TUI_KEYMAP_H
#define GAIRO_TUI_KEYMAP_H

#include "core/error.h"
#include "core/text.h"
#include "tui/actions.h"

#include <stdbool.h>
#include <stddef.h>

/* Starts zeroed: the table's keys. Owns its strings: alternatives separated by blanks, as in tui/actions.def. */
typedef struct KeyMap {
    char *keys[ACTION_COUNT];      /* NULL: the table's */
    char *home_keys[ACTION_COUNT]; /* NULL: the table's */
} KeyMap;

/* The keys of an action, separated by blanks; "" where it has none. Points into the map or the table. */
const char *key_map_keys(const KeyMap *map, Action action, bool at_home);
/* Gives an action these keys in place of those it had ("" or "none": no key). Where one of them does something else
 * until now, that loses it, and what was lost is appended to *remark, in words; the same goes for a key that begins a
 * sequence of two. fixed tells which actions keep theirs whatever comes (NULL: none): a clash with one of these fails.
 * Fails with ERROR_INPUT, changing nothing, where a word names no key. */
bool key_map_set(KeyMap *map, Action action, bool at_home, const char *keys, const bool *fixed, Text *remark,
                 Error *error);
void key_map_free(KeyMap *map);

/* The first key of an action, as it is shown ("g/"); at_home: a key of the home view where there is one. Writes at most
 * size bytes with the NUL; "" where the action has no key. */
void action_key(const KeyMap *map, Action action, bool at_home, char *name, size_t size);
/* The same, for views in which one types: the first key that types no character, where there is one. */
void action_key_while_typing(const KeyMap *map, Action action, char *name, size_t size);

typedef enum KeyMatch { KEYS_UNKNOWN, KEYS_PREFIX, KEYS_FOUND } KeyMatch;
/* What count keys typed so far mean; at_home: in the home view. KEYS_FOUND sets *action. */
KeyMatch action_lookup(const KeyMap *map, const Key *keys, size_t count, bool at_home, Action *action);
/* The same in a presentation: the keys of the group GROUP_PRESENTING, which hold nowhere else, then all others. */
KeyMatch action_lookup_presenting(const KeyMap *map, const Key *keys, size_t count, Action *action);

#endif
