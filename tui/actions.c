#include "config.h"

#include "tui/actions.h"

#include <stdio.h>
#include <string.h>

static const ActionDefinition definitions[ACTION_COUNT] = {
#define ACTION(constant, name, keys, home, label, help, group)                                                         \
    [ACTION_##constant] = {name, keys, home, label, help, GROUP_##group},
#include "tui/actions.def"
#undef ACTION
};

static const char *const group_titles[GROUP_COUNT] = {
    [GROUP_MOVING] = "Moving",   [GROUP_OPENING] = "Opening",
    [GROUP_FINDING] = "Finding", [GROUP_SCOPE] = "What every screen shows",
    [GROUP_BASKET] = "Basket",   [GROUP_PLACES] = "Places",
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

/* Steps to the next blank-separated token; false at the end. */
static bool next_token(const char **rest, const char **token, size_t *length)
{
    *rest += strspn(*rest, " ");
    *token = *rest;
    *length = strcspn(*rest, " ");
    *rest += *length;
    return *length > 0;
}

void action_key(Action action, bool at_home, char *name, size_t size)
{
    const ActionDefinition *definition = &definitions[action];
    const char *rest = at_home && definition->home_keys[0] != '\0' ? definition->home_keys : definition->keys;
    const char *token;
    size_t length;
    if (!next_token(&rest, &token, &length)) {
        length = 0;
    }
    snprintf(name, size, "%.*s", (int)length, token);
}

void action_key_while_typing(Action action, char *name, size_t size)
{
    const char *rest = definitions[action].keys, *token;
    size_t length;
    action_key(action, false, name, size);
    while (next_token(&rest, &token, &length)) {
        KeySequence sequence;
        if (key_sequence_parse(token, length, &sequence) && !key_is_text(sequence.keys[0])) {
            snprintf(name, size, "%.*s", (int)length, token);
            return;
        }
    }
}

/* How keys relate to the alternatives in bindings. */
static KeyMatch match(const char *bindings, const Key *keys, size_t count)
{
    KeyMatch result = KEYS_UNKNOWN;
    const char *token;
    size_t length;
    while (next_token(&bindings, &token, &length)) {
        KeySequence sequence;
        if (!key_sequence_parse(token, length, &sequence) || sequence.count < count ||
            memcmp(sequence.keys, keys, count * sizeof *keys) != 0) {
            continue;
        }
        if (sequence.count == count) {
            return KEYS_FOUND;
        }
        result = KEYS_PREFIX;
    }
    return result;
}

static KeyMatch lookup(const Key *keys, size_t count, bool home_keys, Action *action)
{
    KeyMatch result = KEYS_UNKNOWN;
    for (Action i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
        switch (match(home_keys ? definitions[i].home_keys : definitions[i].keys, keys, count)) {
        case KEYS_FOUND:
            *action = i;
            return KEYS_FOUND;
        case KEYS_PREFIX:
            result = KEYS_PREFIX;
            break;
        case KEYS_UNKNOWN:
            break;
        }
    }
    return result;
}

KeyMatch action_lookup(const Key *keys, size_t count, bool at_home, Action *action)
{
    if (count == 0 || count > KEY_SEQUENCE_MAX) {
        return KEYS_UNKNOWN;
    }
    if (at_home && lookup(keys, count, true, action) == KEYS_FOUND) {
        return KEYS_FOUND;
    }
    return lookup(keys, count, false, action);
}
