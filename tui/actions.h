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
    GROUP_SHARING,
    GROUP_BASKET,
    GROUP_PRESENTING, /* their keys hold in a presentation only, and win there */
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
/* Finds an action by its name; false where there is none. */
bool action_find(const char *name, Action *action);

#endif
