#include "config.h"

#include "tui/actions.h"

#include <string.h>

static const ActionDefinition definitions[ACTION_COUNT] = {
#define ACTION(constant, name, keys, home, label, help, group)                                                         \
    [ACTION_##constant] = {name, keys, home, label, help, GROUP_##group},
#include "tui/actions.def"
#undef ACTION
};

static const char *const group_titles[GROUP_COUNT] = {
    [GROUP_MOVING] = "Moving",   [GROUP_OPENING] = "Opening",
    [GROUP_FINDING] = "Finding", [GROUP_SCOPE] = "Showing",
    [GROUP_SHARING] = "Sharing", [GROUP_BASKET] = "Basket",
    [GROUP_PLACES] = "Places",   [GROUP_PRESENTING] = "Slides",
    [GROUP_PROGRAM] = "gairo",
};

const ActionDefinition *action_definition(Action action)
{
    return &definitions[action];
}

const char *action_group_title(ActionGroup group)
{
    return group_titles[group];
}

bool action_find(const char *name, Action *action)
{
    for (Action i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
        if (strcmp(definitions[i].name, name) == 0) {
            *action = i;
            return true;
        }
    }
    return false;
}
