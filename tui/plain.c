/* The plain mode: the same explorer, in lines. Views and actions are those of the panes; what is shown comes from the
 * views' .linear, what is done from a line of standard input. */
#include "config.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "tui/explorer-state.h"
#include "tui/tui.h"
#include "tui/terminal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <unistr.h>

#define LINE_BYTES_MAX 4096
#define LINES_AT_ONCE 20    /* to a person; a pipe gets all */
#define CHANGED_LINES_MAX 4 /* where more changed, all is said again */

typedef struct Plain {
    Explorer explorer;
    const View *view; /* that was shown last */
    Linear linear;    /* of it */
    size_t next;      /* the line that "more" goes on with */
    bool at_end;      /* of standard input */
    bool to_person;   /* standard input is a terminal */
} Plain;

static void say(const char *text)
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

static void say_more(Plain *plain)
{
    size_t count = plain->linear.lines.count, end = plain->to_person ? plain->next + LINES_AT_ONCE : count;
    if (plain->next >= count) {
        puts("There is no more.");
    }
    for (; plain->next < count && plain->next < end; plain->next++) {
        say_line(plain, plain->next);
    }
    if (plain->next < count) {
        printf("%zu more lines: more, or Enter, reads on.\n", count - plain->next);
    }
}

static void say_message(Plain *plain)
{
    if (plain->explorer.message != NULL) {
        say(plain->explorer.message);
        free(plain->explorer.message);
        plain->explorer.message = NULL;
    }
}

/* Where one is, and what the title line says beside it. */
static void say_place(const Plain *plain)
{
    const History *history = &plain->explorer.history;
    Text text = {0};
    for (size_t i = 0; i <= history->current; i++) {
        text_append(&text, i > 0 ? ", then " : "Where you are: ");
        history->views[i]->operations->title(history->views[i], &text);
    }
    say(text.data);
    text_reset(&text);
    const View *view = history_current(history);
    if (view->operations->status != NULL) {
        view->operations->status(view, &text);
    }
    if (plain->explorer.basket_count > 0) {
        text_append_format(&text, "%sbasket %ld", text.length > 0 ? "; " : "", plain->explorer.basket_count);
    }
    if (text.length > 0) {
        say(text.data);
    }
    text_free(&text);
}

static void make_lines(Plain *plain, Linear *linear)
{
    View *view = history_current(&plain->explorer.history);
    if (view->operations->linear != NULL) {
        view->operations->linear(view, linear);
    }
}

static void show_all(Plain *plain)
{
    linear_free(&plain->linear);
    make_lines(plain, &plain->linear);
    plain->view = history_current(&plain->explorer.history);
    plain->next = 0;
    say_place(plain);
    if (plain->linear.lines.count > 0) {
        say_more(plain);
    }
}

/* Says the lines of the same view that differ from those said last. Returns how many; -1, saying none, where that is
 * another view, or too many do. */
static int show_changes(Plain *plain)
{
    Linear now = {0};
    size_t changed[CHANGED_LINES_MAX], count = 0;
    if (plain->view != history_current(&plain->explorer.history)) {
        return -1;
    }
    make_lines(plain, &now);
    bool few = now.lines.count == plain->linear.lines.count && now.choice_count == plain->linear.choice_count;
    for (size_t i = 0; few && i < now.lines.count; i++) {
        if (strcmp(now.lines.items[i], plain->linear.lines.items[i]) != 0) {
            few = count < CHANGED_LINES_MAX;
            changed[count] = i;
            count += few;
        }
    }
    if (!few) {
        linear_free(&now);
        return -1;
    }
    linear_free(&plain->linear);
    plain->linear = now;
    for (size_t i = 0; i < count; i++) {
        say_line(plain, changed[i]);
    }
    return (int)count;
}

/* Reads a line, without its end, after saying what for. Longer ones are cut. False at the end of the input. */
static bool read_line(Plain *plain, const char *what, char line[LINE_BYTES_MAX])
{
    fputs(what, stdout);
    fflush(stdout);
    if (plain->at_end || fgets(line, LINE_BYTES_MAX, stdin) == NULL) {
        plain->at_end = true;
        return false;
    }
    size_t length = strlen(line);
    for (int next = length > 0 && line[length - 1] == '\n' ? '\n' : getchar(); next != '\n' && next != EOF;
         next = getchar()) {
    }
    while (length > 0 && strchr("\r\n \t", line[length - 1]) != NULL) {
        line[--length] = '\0';
    }
    if (!plain->to_person) {
        say(line); /* what was answered, where no terminal shows it */
    }
    return true;
}

/* A number from 1 to most; 0 where the text is none. */
static size_t number_of(const char *text, size_t most)
{
    char *end;
    errno = 0;
    unsigned long number = *text >= '0' && *text <= '9' ? strtoul(text, &end, 10) : 0;
    return number == 0 || errno != 0 || *end != '\0' || number > most ? 0 : (size_t)number;
}

/* A question with its answers. */
static void ask_dialog(Plain *plain)
{
    Dialog *dialog = &plain->explorer.dialog;
    char line[LINE_BYTES_MAX];
    say(dialog->title);
    if (dialog->text != NULL && *dialog->text != '\0') {
        say(dialog->text);
    }
    for (size_t i = 0; i < dialog->answer_count; i++) {
        printf("%zu. ", i + 1);
        say(dialog->answers[i]);
    }
    printf("Answer, 1 to %zu; ", dialog->answer_count);
    if (!read_line(plain, "nothing leaves it as it is: ", line)) {
        dialog_close(dialog, -1);
        return;
    }
    size_t answer = number_of(line, dialog->answer_count);
    if (answer == 0 && *line != '\0') {
        puts("That is no answer.");
        return; /* asked again */
    }
    dialog_close(dialog, (int)answer - 1);
}

static void ask_prompt(Plain *plain)
{
    PromptLine *prompt = &plain->explorer.prompt;
    char line[LINE_BYTES_MAX];
    const char *old = line_edit_text(&prompt->edit);
    Text what = {0};
    text_append(&what, prompt->label);
    if (*old != '\0') {
        text_append_format(&what, " (nothing: %s)", old);
    }
    text_append(&what, "; a dot leaves it: ");
    char *shown = display_text(what.data, SANITISE_LINE);
    bool done = read_line(plain, shown, line);
    if (!done || strcmp(line, ".") == 0) {
        prompt_key(prompt, KEY_ESCAPE);
    } else {
        prompt_answer(prompt, *line == '\0' ? NULL : line);
    }
    free(shown);
    text_free(&what);
}

/* Does what handlers asked for, and asks what they ask, until nothing is open. */
static void settle(Plain *plain)
{
    Explorer *explorer = &plain->explorer;
    explorer_do_later(explorer);
    while (!explorer->quitting && (explorer->dialog.is_open || explorer->prompt.is_open)) {
        say_message(plain);
        if (explorer->dialog.is_open) {
            ask_dialog(plain);
        } else {
            ask_prompt(plain);
        }
        explorer_do_later(explorer);
    }
    explorer_recalculate(explorer, false);
}

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

/* Types words into a view that takes them, in place of those that were there. */
static void type_words(Plain *plain, const char *words)
{
    View *view = history_current(&plain->explorer.history);
    view->operations->key(view, 'u' & 0x1f);
    for (const uint8_t *at = (const uint8_t *)words; *at != '\0';) {
        ucs4_t character;
        at += u8_mbtouc(&character, at, strlen((const char *)at));
        if (key_is_text((Key)character)) {
            explorer_apply(&plain->explorer, view, view->operations->key(view, (Key)character));
        }
    }
    view->generation = -1;
}

/* Narrows the list, finds on the page, or searches, as the view does at /. */
static void filter(Plain *plain, const char *words)
{
    Explorer *explorer = &plain->explorer;
    explorer_run_action(explorer, ACTION_FILTER, KEY_NONE);
    if (history_current(&explorer->history)->operations->key != NULL) {
        type_words(plain, words);
    } else if (explorer->prompt.is_open) {
        prompt_answer(&explorer->prompt, words);
    } else {
        puts("There is nothing to narrow or to find here.");
    }
}

static void search_for(Plain *plain, const char *words)
{
    explorer_run_action(&plain->explorer, ACTION_SEARCH, KEY_NONE);
    if (*words != '\0') {
        filter(plain, words);
    }
}

static const char own_commands[] =
    "A number opens what it stands before.\n"
    "/words narrows the list to the rows that have them, or finds them on a page; / alone shows all again.\n"
    "search WORDS searches everything.\n"
    "more, or Enter: reads on. again: says all of this once more. parts: the headings, by number. part 2: from there.\n"
    "where: where you are. ? words: the commands that have them. quit: leaves gairo.\n"
    "Every command below can be given by name, with a number where it is for one thing: basket-toggle 3.";

static void say_help(const char *words)
{
    if (*words == '\0') {
        puts(own_commands);
    }
    char *folded = text_fold(words);
    size_t said = 0;
    for (Action action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        const ActionDefinition *definition = action_definition(action);
        char *line = string_format("%s: %s", definition->name, definition->help), *folded_line = text_fold(line);
        if (action != ACTION_FOLLOW && strstr(folded_line, folded) != NULL) {
            say(line);
            said++;
        }
        free(line);
        free(folded_line);
    }
    if (said == 0) {
        puts("No command has these words.");
    }
    free(folded);
}

/* A line without a number that follows an empty one, or is the first, is a heading. */
static bool is_heading(const Plain *plain, size_t line)
{
    const StringList *lines = &plain->linear.lines;
    return linear_number_at(&plain->linear, line) == 0 && *lines->items[line] != '\0' &&
           (line == 0 || *lines->items[line - 1] == '\0');
}

/* Says the headings, or goes on from the one of that number. */
static void parts(Plain *plain, const char *which)
{
    size_t count = 0, wanted = number_of(which, plain->linear.lines.count);
    for (size_t line = 0; line < plain->linear.lines.count; line++) {
        if (!is_heading(plain, line)) {
            continue;
        }
        count++;
        if (*which == '\0') {
            printf("part %zu: %s\n", count, plain->linear.lines.items[line]);
        } else if (count == wanted) {
            plain->next = line;
            say_more(plain);
            return;
        }
    }
    if (*which != '\0' || count == 0) {
        printf("There are %zu parts.\n", count);
    }
}

/* The action of that name, or the only one that begins so. */
static bool find_action(const char *name, Action *action)
{
    size_t found = 0;
    if (action_find(name, action)) {
        return true;
    }
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
    bool at_home = history_current(&plain->explorer.history)->operations->home;
    return key_sequence_parse(name, strlen(name), &sequence) &&
           action_lookup(&plain->explorer.settings.keys, sequence.keys, sequence.count, at_home, action) == KEYS_FOUND;
}

/* Returns whether an action was done. */
static bool run_named(Plain *plain, const char *name, const char *rest)
{
    Action action = ACTION_NONE;
    size_t number = number_of(rest, SIZE_MAX);
    if (!find_action(name, &action) && !find_by_key(plain, name, &action)) {
        printf("There is no such command; ? lists them.\n");
    } else if (action == ACTION_SEARCH) {
        search_for(plain, rest);
    } else if (action == ACTION_HELP || action == ACTION_PALETTE || action == ACTION_MENU) {
        say_help(rest);
    } else if (action == ACTION_FILTER && *rest != '\0') {
        filter(plain, rest);
    } else if (*rest == '\0' || (number > 0 && choose(plain, number))) {
        explorer_run_action(&plain->explorer, action, KEY_NONE);
        return true;
    } else if (number == 0) {
        printf("After %s comes the number of what it is for, or nothing.\n", action_definition(action)->name);
    }
    return action == ACTION_SEARCH;
}

/* What the plain mode does itself; false where that is none of it. */
static bool run_own(Plain *plain, const char *name, const char *rest)
{
    if (*name == '\0' || strcmp(name, "more") == 0) {
        say_more(plain);
    } else if (strcmp(name, "again") == 0) {
        show_all(plain);
    } else if (strcmp(name, "where") == 0) {
        say_place(plain);
    } else if (strcmp(name, "parts") == 0 || strcmp(name, "part") == 0) {
        parts(plain, rest);
    } else if (strcmp(name, "?") == 0 || strcmp(name, "help") == 0) {
        say_help(rest);
    } else {
        return false;
    }
    return true;
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

/* Returns whether an action was done. */
static bool run_line(Plain *plain, char *line)
{
    if (!utf8_is_valid(line, strlen(line), NULL)) {
        puts("That is no UTF-8 text.");
        return false;
    }
    if (*line == '/') {
        filter(plain, line + 1);
        return true;
    }
    if (*line == '?' && line[1] != '\0' && line[1] != ' ') {
        say_help(line + 1);
        return false;
    }
    size_t length = strcspn(line, " \t");
    const char *rest = line + length + strspn(line + length, " \t");
    line[length] = '\0'; /* the end already, or the blank before the rest */
    if (*line >= '0' && *line <= '9') {
        bool chosen = choose(plain, number_of(line, SIZE_MAX));
        if (chosen) {
            open_chosen(plain);
        }
        return chosen;
    }
    return !run_own(plain, line, rest) && run_named(plain, line, rest);
}

static void run(Plain *plain)
{
    char line[LINE_BYTES_MAX];
    puts("gairo in lines. ? lists the commands; quit leaves.");
    settle(plain);
    show_all(plain);
    while (!plain->explorer.quitting && !ferror(stdout)) {
        say_message(plain);
        if (!read_line(plain, "> ", line)) {
            break;
        }
        bool acted = run_line(plain, line);
        settle(plain);
        int changed = plain->explorer.quitting ? 0 : show_changes(plain);
        if (changed < 0) {
            show_all(plain);
        } else if (changed == 0 && acted && plain->explorer.message == NULL && !plain->explorer.quitting) {
            say_place(plain); /* nothing came of it, and that is said too */
        }
    }
}

bool explorer_run_plain(Store *store, const ExplorerOptions *options, Error *error)
{
    Plain plain = {.to_person = isatty(STDIN_FILENO) == 1};
    explorer_start(&plain.explorer, store, options);
    plain.explorer.plain = true;
    run(&plain);
    linear_free(&plain.linear);
    explorer_free(&plain.explorer);
    int problem = ferror(stdout) || fflush(stdout) != 0 ? errno : 0;
    if (problem != 0 && problem != EPIPE) {
        error_set(error, ERROR_IO, "standard output cannot be written: %s", strerror(problem));
        return false;
    }
    return true;
}
