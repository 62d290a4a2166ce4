/* What the plain mode says: the lines of a view in portions, what changed in it, where one is, help. */
#include "config.h"

#include "tui/plain.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINES_AT_ONCE 20
#define STEPS_SAID 5        /* of the way here; where tells all */
#define CHANGED_LINES_MAX 4 /* where more changed, all is said again */

static const char selected_words[] = " (selected", found_words[] = " (found)";

size_t plain_portion(void)
{
    return LINES_AT_ONCE;
}

void plain_say(const char *text)
{
    char *shown = display_text(text, SANITISE_LINES);
    puts(shown);
    free(shown);
}

static void say_line(const Plain *plain, size_t line)
{
    size_t number = linear_number_at(&plain->linear, line);
    if (number > 0) {
        printf("%zu. ", number);
    }
    puts(plain->linear.lines.items[line]);
}

static void say_left(size_t count)
{
    if (count > 0) {
        printf("%zu more line%s: more, or Enter, reads on; all reads the rest.\n", count, plural_ending(count));
    }
}

static void say_more_aside(Plain *plain, size_t most)
{
    size_t count = plain->aside.count;
    for (size_t said = 0; plain->aside_next < count && said < most; said++) {
        plain_say(plain->aside.items[plain->aside_next++]);
    }
    say_left(count - plain->aside_next);
    if (plain->aside_next == count) {
        string_list_free(&plain->aside);
    }
}

void plain_say_more(Plain *plain, size_t most)
{
    size_t count = plain->linear.lines.count;
    if (plain->aside.count > 0) {
        say_more_aside(plain, most);
        return;
    }
    if (plain->next >= count) {
        puts("There is no more.");
    }
    for (size_t said = 0; plain->next < count && said < most; said++, plain->next++) {
        say_line(plain, plain->next);
    }
    say_left(count - plain->next);
}

void plain_say_message(Plain *plain)
{
    if (plain->explorer.message != NULL) {
        plain_say(plain->explorer.message);
        free(plain->explorer.message);
        plain->explorer.message = NULL;
    }
}

/* What stands apart on the screen is separated by a sign that is heard. */
static void append_status(const View *view, Text *text)
{
    static const char gap[] = "   ";
    Text status = {0};
    view->operations->status(view, &status);
    char *whole = text_take(&status), *rest = whole, *next;
    for (; (next = strstr(rest, gap)) != NULL; rest = next + strlen(gap)) {
        *next = '\0';
        text_append_format(text, "%s; ", rest);
    }
    text_append(text, rest);
    free(whole);
}

void plain_say_place(const Plain *plain, bool whole)
{
    const History *history = &plain->explorer.history;
    Text text = {0};
    for (size_t i = 0; i <= history->current; i++) {
        size_t after = history->current - i; /* of a long way, what it began with and the last two steps */
        if (!whole && history->current >= STEPS_SAID && i > 0 && after > 1) {
            if (i == 1) {
                text_append_format(&text, ", then %zu more", history->current - 2);
            }
            continue;
        }
        text_append(&text, i > 0 ? ", then " : "Where you are: ");
        history->views[i]->operations->title(history->views[i], &text);
    }
    plain_say(text.data);
    text_reset(&text);
    const View *view = history_current(history);
    if (view->operations->status != NULL) {
        append_status(view, &text);
    }
    if (explorer_has_scope(&plain->explorer)) {
        text_append(&text, text.length > 0 ? "; " : "");
        explorer_scope_title(&plain->explorer, view, &text);
    }
    if (plain->explorer.basket_count > 0) {
        text_append_format(&text, "%sbasket %ld", text.length > 0 ? "; " : "", plain->explorer.basket_count);
    }
    if (text.length > 0) {
        plain_say(text.data);
    }
    text_free(&text);
}

/* The last place of words in a line that ends with a parenthesis: they are such a remark; else NULL. */
static const char *remark(const char *line, const char *words)
{
    const char *found = NULL, *next = line;
    while ((next = strstr(next, words)) != NULL) {
        found = next++;
    }
    return found != NULL && found[strlen(found) - 1] == ')' ? found : NULL;
}

/* What is behind a line where it is the selected one; NULL where it is not. */
static const char *selected_part(const char *line)
{
    return remark(line, selected_words);
}

static void make_lines(Plain *plain, Linear *linear)
{
    View *view = history_current(&plain->explorer.history);
    if (!loss_linear(&plain->explorer, view, linear) && view->operations->linear != NULL) {
        view->operations->linear(view, linear);
    }
}

static void start_view(Plain *plain)
{
    string_list_free(&plain->aside);
    linear_free(&plain->linear);
    make_lines(plain, &plain->linear);
    plain->view = history_current(&plain->explorer.history);
    plain->next = 0;
    plain_say_place(plain, false);
}

void plain_show_all(Plain *plain)
{
    start_view(plain);
    if (plain->linear.lines.count > 0) {
        plain_say_more(plain, LINES_AT_ONCE);
    }
}

/* What heads the view, and the part of it that a line is in. */
static void say_headings(const Plain *plain, size_t line)
{
    char **lines = plain->linear.lines.items;
    size_t first = 0, part = line;
    for (; first < line && *lines[first] != '\0' && linear_number_at(&plain->linear, first) == 0; first++) {
        say_line(plain, first);
    }
    while (part > first && *lines[part] != '\0') {
        part--;
    }
    if (part > first && linear_number_at(&plain->linear, part + 1) == 0) {
        say_line(plain, part + 1);
    }
}

void plain_show_from_selected(Plain *plain)
{
    start_view(plain);
    const Linear *linear = &plain->linear;
    size_t selected = 0;
    while (selected < linear->lines.count && selected_part(linear->lines.items[selected]) == NULL) {
        selected++;
    }
    if (selected >= LINES_AT_ONCE && selected < linear->lines.count && linear_number_at(linear, selected) > 0 &&
        strstr(selected_part(linear->lines.items[selected]), ", 1 of ") == NULL) {
        say_headings(plain, selected);
        printf("From number %zu on; again reads from the beginning.\n", linear_number_at(linear, selected));
        plain->next = selected;
    }
    if (linear->lines.count > 0) {
        plain_say_more(plain, LINES_AT_ONCE);
    }
}

/* That a row is no more the selected one, or the one that was found, is said by what is that now. */
static bool only_left(const char *old, const char *now)
{
    size_t length = strlen(now);
    return strncmp(old, now, length) == 0 &&
           (selected_part(old) == old + length || remark(old, found_words) == old + length);
}

/* Whether the lines that head two versions of a view are the same, whatever was found or selected there. */
static bool same_head(const Linear *old, const Linear *now)
{
    return old->lines.count == 0 || now->lines.count == 0 ||
           strcmp(old->lines.items[0], now->lines.items[0]) == 0 ||
           only_left(old->lines.items[0], now->lines.items[0]) || only_left(now->lines.items[0], old->lines.items[0]);
}

/* What differs between two versions of a view: the lines from first to before end of the new one, those that are alike
 * at the beginning and at the end taken off. False where much does. */
static bool find_changes(const Linear *old, const Linear *now, size_t *first, size_t *end)
{
    size_t start = 0, tail = 0, least = old->lines.count < now->lines.count ? old->lines.count : now->lines.count;
    while (start < least && strcmp(old->lines.items[start], now->lines.items[start]) == 0) {
        start++;
    }
    while (start + tail < least && strcmp(old->lines.items[old->lines.count - 1 - tail],
                                          now->lines.items[now->lines.count - 1 - tail]) == 0) {
        tail++;
    }
    *first = start;
    *end = now->lines.count - tail;
    return old->choice_count == now->choice_count && now->lines.count > 0;
}

/* Says those of the lines that are not as they were. Returns how many; -1, saying none, where those are too many. */
static int say_changed(Plain *plain, const Linear *old, size_t first, size_t end)
{
    const StringList *lines = &plain->linear.lines;
    bool in_place = old->lines.count == lines->count;
    size_t changed[CHANGED_LINES_MAX], count = 0;
    for (size_t i = first; i < end; i++) {
        if (in_place &&
            (strcmp(old->lines.items[i], lines->items[i]) == 0 || only_left(old->lines.items[i], lines->items[i]))) {
            continue;
        }
        bool said = false; /* what stands in several groups is said once */
        for (size_t j = 0; j < count && !said; j++) {
            said = strcmp(lines->items[changed[j]], lines->items[i]) == 0;
        }
        if (!said && count == CHANGED_LINES_MAX) {
            return -1;
        }
        if (!said) {
            changed[count++] = i;
        }
    }
    for (size_t i = 0; i < count; i++) {
        say_line(plain, changed[i]);
        if (plain->linear.is_page && remark(lines->items[changed[i]], found_words) != NULL) {
            plain->next = changed[i] + 1; /* one reads on from there */
        }
    }
    return (int)count;
}

int plain_show_changes(Plain *plain)
{
    size_t first, end;
    plain->anew = plain->view != history_current(&plain->explorer.history);
    if (plain->anew) {
        return -1;
    }
    Linear now = {0}, old = plain->linear;
    make_lines(plain, &now);
    plain->anew = !same_head(&old, &now);
    bool few = !plain->anew && find_changes(&old, &now, &first, &end);
    plain->linear = now;
    int count = few ? say_changed(plain, &old, first, end) : -1;
    if (count < 0 && old.calm && now.calm) { /* the same rows, counted anew */
        plain_say_place(plain, false);
        count = 1;
    }
    linear_free(&old);
    plain->next = plain->next > now.lines.count ? now.lines.count : plain->next;
    return count;
}

bool plain_say_selected(const Plain *plain)
{
    const StringList *lines = &plain->linear.lines;
    for (size_t i = 0; i < lines->count; i++) {
        if (selected_part(lines->items[i]) != NULL) {
            say_line(plain, i);
            return true;
        }
    }
    return false;
}

/* The lines that many before those to come. */
static void go_back(Plain *plain, size_t lines)
{
    plain->next = plain->next > lines ? plain->next - lines : 0;
}

bool plain_read(Plain *plain, Action action)
{
    if (!plain->linear.is_page) {
        return false;
    }
    switch (action) {
    case ACTION_DOWN:
        plain_say_more(plain, 1);
        return true;
    case ACTION_UP:
        go_back(plain, 2); /* the one said last, and the one before */
        plain_say_more(plain, 1);
        return true;
    case ACTION_PAGE_DOWN:
        plain_say_more(plain, LINES_AT_ONCE);
        return true;
    case ACTION_PAGE_UP:
        go_back(plain, (size_t)2 * LINES_AT_ONCE);
        plain_say_more(plain, LINES_AT_ONCE);
        return true;
    case ACTION_FIRST:
        plain->next = 0;
        plain_say_more(plain, LINES_AT_ONCE);
        return true;
    case ACTION_LAST:
        plain->next = plain->linear.lines.count;
        go_back(plain, LINES_AT_ONCE);
        plain_say_more(plain, LINES_AT_ONCE);
        return true;
    default:
        return false;
    }
}

/* A line without a number that follows an empty one, or is the first, is a heading. */
static bool is_heading(const Plain *plain, size_t line)
{
    const StringList *lines = &plain->linear.lines;
    return linear_number_at(&plain->linear, line) == 0 && *lines->items[line] != '\0' &&
           (line == 0 || *lines->items[line - 1] == '\0');
}

void plain_parts(Plain *plain, const char *which)
{
    size_t count = 0, wanted = plain_number(which, plain->linear.lines.count);
    size_t all = 0;
    string_list_free(&plain->aside);
    for (size_t line = 0; line < plain->linear.lines.count; line++) {
        all += is_heading(plain, line);
    }
    for (size_t line = 0; line < plain->linear.lines.count; line++) {
        if (!is_heading(plain, line)) {
            continue;
        }
        count++;
        if (*which == '\0') {
            printf("part %zu of %zu: %s\n", count, all, plain->linear.lines.items[line]);
        } else if (count == wanted) {
            plain->next = line;
            plain_say_more(plain, LINES_AT_ONCE);
            return;
        }
    }
    if (*which != '\0' || count == 0) {
        printf(count == 1 ? "There is %zu part.\n" : "There are %zu parts.\n", count);
    }
}

static const char *const own_commands[] = {
    "A number opens what it stands before; in facets it chooses it, or takes it back.",
    "/words narrows the list to the rows that have them, or finds them on a page; / alone shows all again.",
    "search WORDS searches everything.",
    "more, or Enter: reads on. all: reads the rest. again: says this once more, from its beginning.",
    "parts: the headings, by number. part 2: from there. where: where you are.",
    "? words: the commands that have them. quit: leaves gairo.",
    "Every command below can be given by name, with a number where it is for one thing: basket-toggle 3.",
};

void plain_help(Plain *plain, const char *words)
{
    StringList found = {0};
    for (size_t i = 0; *words == '\0' && i < sizeof own_commands / sizeof *own_commands; i++) {
        string_list_add(&found, own_commands[i]);
    }
    char *folded = text_fold(words);
    for (Action action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        const ActionDefinition *definition = action_definition(action);
        if (*words == '\0' && (action == ACTION_NONE + 1 || action_definition(action - 1)->group != definition->group)) {
            string_list_take(&found, string_format("Group: %s", action_group_title(definition->group)));
        }
        char *line = string_format("%s: %s", definition->name, definition->help), *folded_line = text_fold(line);
        if (strstr(folded_line, folded) != NULL) {
            string_list_add(&found, line);
        }
        free(line);
        free(folded_line);
    }
    if (found.count == 0) {
        string_list_add(&found, "No command has these words.");
    }
    string_list_free(&plain->aside);
    plain->aside = found;
    plain->aside_next = 0;
    plain_say_more(plain, LINES_AT_ONCE);
    free(folded);
}
