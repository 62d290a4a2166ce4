#include "config.h"

#include "tui/keymap.h"

#include "core/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Steps to the next blank-separated token; false at the end. */
static bool next_token(const char **rest, const char **token, size_t *length)
{
    *rest += strspn(*rest, " ");
    *token = *rest;
    *length = strcspn(*rest, " ");
    *rest += *length;
    return *length > 0;
}

const char *key_map_keys(const KeyMap *map, Action action, bool at_home)
{
    const ActionDefinition *definition = action_definition(action);
    const char *own = at_home ? map->home_keys[action] : map->keys[action];
    return own != NULL ? own : at_home ? definition->home_keys : definition->keys;
}

void key_map_free(KeyMap *map)
{
    for (int action = 0; action < ACTION_COUNT; action++) {
        free(map->keys[action]);
        free(map->home_keys[action]);
    }
    *map = (KeyMap){0};
}

static bool is_presenting(Action action)
{
    return action_definition(action)->group == GROUP_PRESENTING;
}

/* True where two actions' keys hold in the same places. */
static bool share_keys(Action a, Action b)
{
    return a != b && is_presenting(a) == is_presenting(b);
}

/* True where two sequences cannot both stand: they are the same, or the one begins the other. */
static bool clashes(const KeySequence *a, const KeySequence *b)
{
    size_t count = a->count < b->count ? a->count : b->count;
    return memcmp(a->keys, b->keys, count * sizeof *a->keys) == 0;
}

/* What is left of keys (which the caller releases) without those that clash with sequence; NULL where none does. */
static char *without(const char *keys, const KeySequence *sequence)
{
    Text left = {0};
    const char *token;
    size_t length;
    bool lost = false;
    while (next_token(&keys, &token, &length)) {
        KeySequence other;
        if (key_sequence_parse(token, length, &other) && clashes(sequence, &other)) {
            lost = true;
            continue;
        }
        text_append(&left, left.length > 0 ? " " : "");
        text_append_bytes(&left, token, length);
    }
    if (!lost) {
        text_free(&left);
        return NULL;
    }
    return text_take(&left);
}

/* Fails where a key is one of those that fixed actions have. */
static bool check_fixed(const KeyMap *map, Action action, bool at_home, const char *key, const KeySequence *sequence,
                        const bool *fixed, Error *error)
{
    for (Action other = ACTION_NONE + 1; fixed != NULL && other < ACTION_COUNT; other++) {
        char *left =
            !share_keys(other, action) || !fixed[other] ? NULL : without(key_map_keys(map, other, at_home), sequence);
        if (left != NULL) {
            free(left);
            error_set(error, ERROR_INPUT, "the key %s is given to %s and to %s; give each its own", key,
                      action_definition(other)->name, action_definition(action)->name);
            return false;
        }
    }
    return true;
}

/* Takes a key from whatever has it, but from action. */
static void take_from_others(KeyMap *map, Action action, bool at_home, const char *key, const KeySequence *sequence,
                             Text *remark)
{
    for (Action other = ACTION_NONE + 1; other < ACTION_COUNT; other++) {
        char *left = !share_keys(other, action) ? NULL : without(key_map_keys(map, other, at_home), sequence);
        if (left == NULL) {
            continue;
        }
        text_append_format(remark, "%s%s is now %s and no more %s", remark->length > 0 ? "; " : "", key,
                           action_definition(action)->name, action_definition(other)->name);
        char **place = at_home ? &map->home_keys[other] : &map->keys[other];
        free(*place);
        *place = left;
    }
}

/* Each word must name a key, and none may begin another one. */
static bool check_keys(const char *keys, Error *error)
{
    const char *token;
    const char *given = keys;
    size_t length, clashing = 0;
    while (next_token(&keys, &token, &length)) {
        KeySequence sequence;
        if (!key_sequence_parse(token, length, &sequence)) {
            error_set(error, ERROR_INPUT,
                      "\"%.*s\" is no key; keys are single characters, two of them (gg), Up, PgUp, F2, C-r, M-x and so "
                      "on",
                      (int)(length > 40 ? 40 : length), token);
            return false;
        }
        const char *rest = keys, *next;
        size_t next_length;
        while (next_token(&rest, &next, &next_length)) {
            KeySequence other;
            clashing += key_sequence_parse(next, next_length, &other) && clashes(&sequence, &other);
        }
    }
    if (clashing > 0) {
        error_set(error, ERROR_INPUT, "of the keys \"%s\" one is there twice, or begins another one",
                  given);
    }
    return clashing == 0;
}

bool key_map_set(KeyMap *map, Action action, bool at_home, const char *keys, const bool *fixed, Text *remark,
                 Error *error)
{
    const char *given = strcmp(keys, "none") == 0 ? "" : keys;
    bool done = check_keys(given, error);
    for (int taking = 0; done && taking <= 1; taking++) { /* nothing is taken before all is known to be free */
        const char *rest = given, *token;
        size_t length;
        while (done && next_token(&rest, &token, &length)) {
            KeySequence sequence;
            char *key = string_copy_bytes(token, length);
            key_sequence_parse(token, length, &sequence);
            if (taking == 1) {
                take_from_others(map, action, at_home, key, &sequence, remark);
            } else {
                done = check_fixed(map, action, at_home, key, &sequence, fixed, error);
            }
            free(key);
        }
    }
    if (!done) {
        return false;
    }
    char **place = at_home ? &map->home_keys[action] : &map->keys[action];
    free(*place);
    *place = string_copy(given);
    return true;
}

void action_key(const KeyMap *map, Action action, bool at_home, char *name, size_t size)
{
    const char *home = key_map_keys(map, action, true), *token;
    const char *rest = at_home && *home != '\0' ? home : key_map_keys(map, action, false);
    size_t length;
    if (!next_token(&rest, &token, &length)) {
        length = 0;
    }
    snprintf(name, size, "%.*s", (int)length, token);
}

void action_key_while_typing(const KeyMap *map, Action action, char *name, size_t size)
{
    const char *rest = key_map_keys(map, action, false), *token;
    size_t length;
    action_key(map, action, false, name, size);
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

static KeyMatch lookup(const KeyMap *map, const Key *keys, size_t count, bool home_keys, bool presenting, Action *action)
{
    KeyMatch result = KEYS_UNKNOWN;
    for (Action i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
        if (is_presenting(i) != presenting) {
            continue;
        }
        switch (match(key_map_keys(map, i, home_keys), keys, count)) {
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

KeyMatch action_lookup(const KeyMap *map, const Key *keys, size_t count, bool at_home, Action *action)
{
    if (count == 0 || count > KEY_SEQUENCE_MAX) {
        return KEYS_UNKNOWN;
    }
    if (at_home && lookup(map, keys, count, true, false, action) == KEYS_FOUND) {
        return KEYS_FOUND;
    }
    return lookup(map, keys, count, false, false, action);
}

KeyMatch action_lookup_presenting(const KeyMap *map, const Key *keys, size_t count, Action *action)
{
    if (count == 0 || count > KEY_SEQUENCE_MAX) {
        return KEYS_UNKNOWN;
    }
    KeyMatch match = lookup(map, keys, count, false, true, action);
    return match != KEYS_UNKNOWN ? match : lookup(map, keys, count, false, false, action);
}
