/* What can be done, made from actions.def, and which keys do it. */
#ifndef GAIRO_TUI_ACTIONS_H
#define GAIRO_TUI_ACTIONS_H

#include "tui/keys.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum Action {
    ACTION_NONE,
#define ACTION(constant, name, keys, home, label, help, group) ACTION_##constant,
#include "tui/actions.def"
#undef ACTION
    ACTION_COUNT
} Action;

typedef enum ActionGroup {
    GROUP_MOVING,
    GROUP_OPENING,
    GROUP_FINDING,
    GROUP_SCOPE,
    GROUP_BASKET,
    GROUP_PLACES,
    GROUP_PROGRAM,
    GROUP_COUNT
} ActionGroup;

typedef struct ActionDefinition {
    const char *name;
    const char *keys;
    const char *home_keys;
    const char *label; /* NULL: not for the line of keys */
    const char *help;
    ActionGroup group;
} ActionDefinition;

/* Action must be neither ACTION_NONE nor ACTION_COUNT. */
const ActionDefinition *action_definition(Action action);
const char *action_group_title(ActionGroup group);
/* The first key of an action, as it is shown ("g/"); at_home: a key of the home view where there is one. Writes at most
 * size bytes with the NUL. */
void action_key(Action action, bool at_home, char *name, size_t size);

/* The same, for views in which one types: the first key that types no character, where there is one. */
void action_key_while_typing(Action action, char *name, size_t size);

typedef enum KeyMatch { KEYS_UNKNOWN, KEYS_PREFIX, KEYS_FOUND } KeyMatch;
/* What count keys typed so far mean; at_home: in the home view. KEYS_FOUND sets *action. */
KeyMatch action_lookup(const Key *keys, size_t count, bool at_home, Action *action);

#endif
