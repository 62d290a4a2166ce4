/* What the plain mode does: a line is a number, words to narrow by, the name of an action, or a command of its own. */
#include "config.h"

#include "tui/plain.h"

#include "core/unicode.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistr.h>

static bool choose(Plain *plain, size_t number)
{
    if (number == 0 || number > plain->linear.choice_count) {
        printf(plain->linear.choice_count == 0 ? "Nothing is numbered here.\n" : "There are the numbers 1 to %zu.\n",
               plain->linear.choice_count);
        return false;
    }
    LinearChoice *choice = &plain->linear.choices[number - 1];
    choice->select(choice->context, choice->index);
    return true;
}

void plain_type(Plain *plain, const char *words)
{
    View *view = history_current(&plain->explorer.history);
    view->operations->key(view, 'u' & 0x1f);
    view->generation = -1;
    /* What is typed may leave the view. */
    for (const uint8_t *at = (const uint8_t *)words;
         *at != '\0' && view == history_current(&plain->explorer.history);) {
        ucs4_t character;
        at += u8_mbtouc(&character, at, strlen((const char *)at));
        if (key_is_text((Key)character)) {
            explorer_apply(&plain->explorer, view, view->operations->key(view, (Key)character));
        }
    }
}

/* Narrows the list, finds on the page, or searches, as the view does at /. */
static void filter(Plain *plain, const char *words)
{
    Explorer *explorer = &plain->explorer;
    words += strspn(words, " \t");
    explorer_run_action(explorer, ACTION_FILTER, KEY_NONE);
    if (explorer->prompt.is_open) {
        prompt_answer(&explorer->prompt, words);
    } else if (history_current(&explorer->history)->operations->key != NULL) {
        plain_type(plain, words);
    } else {
        puts("There is nothing to narrow or to find here; search WORDS looks everywhere.");
    }
}

static void search_for(Plain *plain, const char *words)
{
    char line[PLAIN_LINE_BYTES_MAX] = "";
    if (*words == '\0') {
        if (!plain_read_line(plain, "Search everything for; the last word may be a beginning; a dot leaves it: ", line) ||
            *line == '\0' || strcmp(line, ".") == 0 || !utf8_is_valid(line, strlen(line), NULL)) {
            puts("Left as it is.");
            return;
        }
        words = line;
    }
    explorer_run_action(&plain->explorer, ACTION_SEARCH, KEY_NONE);
    filter(plain, words);
}

/* The only action whose name begins so. */
static bool find_by_beginning(const char *name, Action *action)
{
    size_t found = 0;
    for (Action i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
        if (*name != '\0' && strncmp(action_definition(i)->name, name, strlen(name)) == 0) {
            *action = i;
            found++;
        }
    }
    return found == 1;
}

/* What the key of that name does. */
static bool find_by_key(const Plain *plain, const char *name, Action *action)
{
    KeySequence sequence;
    const KeyMap *map = &plain->explorer.settings.keys;
    const View *view = history_current(&plain->explorer.history);
    if (!key_sequence_parse(name, strlen(name), &sequence)) {
        return false;
    }
    if (view->operations->presenting != NULL && view->operations->presenting(view)) {
        return action_lookup_presenting(map, sequence.keys, sequence.count, action) == KEYS_FOUND;
    }
    return action_lookup(map, sequence.keys, sequence.count, view->operations->home, action) == KEYS_FOUND;
}

/* Views in which one types take Enter before it is an action. */
static void open_chosen(Plain *plain)
{
    View *view = history_current(&plain->explorer.history);
    ViewFlags flags = view->operations->key == NULL ? VIEW_IGNORED : view->operations->key(view, KEY_RETURN);
    if (flags != VIEW_IGNORED) {
        explorer_apply(&plain->explorer, view, flags);
    } else {
        explorer_run_action(&plain->explorer, ACTION_OPEN, KEY_NONE);
    }
}

Action plain_open_number(Plain *plain, const char *number)
{
    if (!choose(plain, plain_number(number, SIZE_MAX))) {
        return ACTION_NONE;
    }
    open_chosen(plain);
    return ACTION_OPEN;
}

/* What means something else in lines than on a screen; false where action does not. */
static bool run_in_lines(Plain *plain, Action action, const char *rest, Action *done)
{
    *done = ACTION_NONE;
    switch (action) {
    case ACTION_SEARCH:
        search_for(plain, rest);
        *done = action;
        return true;
    case ACTION_LAW_LENS: /* what it offers is asked for when this is done */
        explorer_run_action(&plain->explorer, action, KEY_NONE);
        if (*rest != '\0') {
            plain_type(plain, rest);
        }
        *done = action;
        return true;
    case ACTION_HELP:
    case ACTION_PALETTE:
    case ACTION_MENU:
        plain_help(plain, rest);
        return true;
    case ACTION_BACK:
        if (*rest != '\0' || plain->explorer.history.current > 0) {
            return false;
        }
        puts("This is the start. quit leaves gairo.");
        return true;
    case ACTION_REDRAW:
        plain_show_all(plain);
        return true;
    case ACTION_FOLLOW:
        if (*rest == '\0') {
            puts("After follow comes the number of a link: follow 1, or the number alone.");
        } else {
            *done = plain_open_number(plain, rest);
        }
        return true;
    case ACTION_FILTER:
        if (*rest == '\0') {
            return false; /* asks for the words */
        }
        filter(plain, rest);
        *done = action;
        return true;
    default:
        return *rest == '\0' && plain_read(plain, action);
    }
}

static Action run_named(Plain *plain, const char *name, const char *rest)
{
    Action action = ACTION_NONE, done;
    if (!action_find(name, &action) && !find_by_key(plain, name, &action) && !find_by_beginning(name, &action)) {
        printf("There is no such command; ? lists them.\n");
        return ACTION_NONE;
    }
    if (run_in_lines(plain, action, rest, &done)) {
        return done;
    }
    size_t number = plain_number(rest, SIZE_MAX);
    if (*rest != '\0' && number == 0) {
        printf("After %s comes the number of what it is for, or nothing.\n", action_definition(action)->name);
        return ACTION_NONE;
    }
    if (number > 0 && plain->linear.is_page && action != ACTION_OPEN) {
        printf("On a page %s is for what the page is about: give it without a number, or open the number first.\n",
               action_definition(action)->name);
        return ACTION_NONE;
    }
    if (number > 0 && !choose(plain, number)) {
        return ACTION_NONE;
    }
    explorer_run_action(&plain->explorer, action, KEY_NONE);
    return action;
}

/* An empty line reads on; where all of a slide was read, it goes on to what comes next. */
static Action read_on(Plain *plain)
{
    const View *view = history_current(&plain->explorer.history);
    bool all_read = plain->aside.count == 0 && plain->next >= plain->linear.lines.count;
    if (all_read && view->operations->presenting != NULL && view->operations->presenting(view)) {
        explorer_run_action(&plain->explorer, ACTION_PRESENT_NEXT, KEY_NONE);
        return ACTION_PRESENT_NEXT;
    }
    plain_say_more(plain, plain_portion());
    return ACTION_NONE;
}

/* What the plain mode does itself; false where that is none of it. */
static bool run_own(Plain *plain, const char *name, const char *rest, Action *done)
{
    *done = ACTION_NONE;
    if (*name == '\0' || strcmp(name, "more") == 0) {
        *done = read_on(plain);
    } else if (strcmp(name, "all") == 0) {
        plain_say_more(plain, SIZE_MAX);
    } else if (strcmp(name, "again") == 0) {
        plain_show_all(plain);
    } else if (strcmp(name, "where") == 0) {
        plain_say_place(plain, true);
    } else if (strcmp(name, "parts") == 0 || strcmp(name, "part") == 0) {
        plain_parts(plain, rest);
    } else if (strcmp(name, "?") == 0 || strcmp(name, "help") == 0) {
        plain_help(plain, rest);
    } else {
        return false;
    }
    return true;
}

Action plain_run_line(Plain *plain, char *line)
{
    Action done;
    line += strspn(line, " \t");
    if (!utf8_is_valid(line, strlen(line), NULL)) {
        puts("That is no UTF-8 text.");
        return ACTION_NONE;
    }
    if (*line == '/') {
        filter(plain, line + 1);
        return ACTION_FILTER;
    }
    if (*line == '?' && line[1] != '\0' && line[1] != ' ') {
        plain_help(plain, line + 1);
        return ACTION_NONE;
    }
    size_t length = strcspn(line, " \t");
    const char *rest = line + length + strspn(line + length, " \t");
    line[length] = '\0'; /* the end already, or the blank before the rest */
    if (*line >= '0' && *line <= '9') {
        return plain_open_number(plain, line);
    }
    return run_own(plain, line, rest, &done) ? done : run_named(plain, line, rest);
}
