/* What the plain mode asks: questions with numbered answers, a line, some lines of text. */
#include "config.h"

#include "tui/plain.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "tui/text-edit.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool plain_read_line(Plain *plain, const char *what, char line[PLAIN_LINE_BYTES_MAX])
{
    fputs(what, stdout);
    fflush(stdout);
    if (plain->at_end || fgets(line, PLAIN_LINE_BYTES_MAX, stdin) == NULL) {
        plain->at_end = true;
        putchar('\n'); /* what is said after it begins a line */
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
        plain_say(line); /* what was answered, where no terminal shows it */
    }
    return true;
}

size_t plain_number(const char *text, size_t most)
{
    char *end;
    errno = 0;
    unsigned long number = *text >= '0' && *text <= '9' ? strtoul(text, &end, 10) : 0;
    return number == 0 || errno != 0 || *end != '\0' || number > most ? 0 : (size_t)number;
}

/* A question with its answers, said once; what is no answer is asked for again. */
static void ask_dialog(Plain *plain)
{
    Dialog *dialog = &plain->explorer.dialog;
    char line[PLAIN_LINE_BYTES_MAX];
    size_t answer = 0;
    plain_say(dialog->title);
    if (dialog->text != NULL && *dialog->text != '\0') {
        plain_say(dialog->text);
    }
    for (size_t i = 0; i < dialog->answer_count; i++) {
        char *shown = display_text(dialog->answers[i], SANITISE_LINE);
        printf("%zu. %s\n", i + 1, shown);
        free(shown);
    }
    for (bool again = false; answer == 0; again = true) {
        printf(again ? "That is no answer. A number, 1 to %zu; " : "Answer, 1 to %zu; ", dialog->answer_count);
        if (!plain_read_line(plain, "nothing leaves it as it is: ", line) || *line == '\0' || strcmp(line, ".") == 0) {
            break;
        }
        if (strcmp(line, "quit") == 0) {
            explorer_quit(&plain->explorer);
            break;
        }
        answer = plain_number(line, dialog->answer_count);
    }
    dialog_close(dialog, (int)answer - 1);
}

static void ask_prompt(Plain *plain)
{
    PromptLine *prompt = &plain->explorer.prompt;
    char line[PLAIN_LINE_BYTES_MAX];
    const char *old = line_edit_text(&prompt->edit);
    Text what = {0};
    text_append(&what, prompt->label);
    if (*old != '\0') {
        text_append_format(&what, " (nothing: %s; a dash: empty)", old);
    }
    text_append(&what, "; a dot leaves it: ");
    char *shown = display_text(what.data, SANITISE_LINE);
    bool emptied = *old != '\0', done = plain_read_line(plain, shown, line);
    if (!done || strcmp(line, ".") == 0 || !utf8_is_valid(line, strlen(line), NULL)) {
        puts(done && strcmp(line, ".") != 0 ? "That is no UTF-8 text; it is left as it is." : "Left as it is.");
        prompt_key(prompt, KEY_ESCAPE);
    } else {
        prompt_answer(prompt, emptied && strcmp(line, "-") == 0 ? "" : *line == '\0' ? NULL : line);
    }
    free(shown);
    text_free(&what);
}

/* The next line of standard input, of any length up to what a note may have, in text without its end. Returns false at
 * the end of the input. */
static bool read_text_line(Plain *plain, Text *text)
{
    int next = EOF;
    text_reset(text);
    fputs("| ", stdout);
    fflush(stdout);
    while (!plain->at_end && (next = getchar()) != EOF && next != '\n') {
        if (text->length <= TEXT_EDIT_BYTES_MAX && next != '\0' && next != '\r') {
            text_append_character(text, (char)(next >= ' ' || next < 0 || next > 126 ? next : ' '));
        }
    }
    plain->at_end = next == EOF;
    if (!plain->to_person && text->length > 0) {
        plain_say(text->data);
    }
    if (next == EOF && text->length == 0) {
        putchar('\n');
    }
    return next != EOF || text->length > 0;
}

/* Some lines up to one with a dot; the end of the input keeps what was written before it. */
static void ask_lines(Plain *plain)
{
    Writing *writing = &plain->explorer.writing;
    Text text = {0}, line = {0};
    size_t added = 0;
    plain_say(writing->title);
    puts("Write it line by line. A line with only a dot ends it and keeps it; a dot at once leaves all as it was.");
    if (writing->text != NULL && *writing->text != '\0') {
        text_append_format(&text, "%s\n", writing->text);
    }
    while (read_text_line(plain, &line) && (line.length != 1 || *line.data != '.')) {
        const char *words = line.length == 0 ? "" : strcmp(line.data, "..") == 0 ? "." : line.data;
        if (!utf8_is_valid(words, strlen(words), NULL)) {
            puts("That is no UTF-8 text; this line is left out.");
        } else if (text.length + strlen(words) + 1 > TEXT_EDIT_BYTES_MAX) {
            printf("A note has at most %u bytes; this line is left out.\n", TEXT_EDIT_BYTES_MAX);
        } else {
            text_append_format(&text, "%s\n", words);
            added++;
        }
    }
    if (added == 0) {
        puts("The note is as it was.");
    }
    writing_done(&plain->explorer, added == 0 ? NULL : text.data);
    text_free(&text);
    text_free(&line);
}

/* A list to choose from, which words may narrow. */
static void ask_choice(Plain *plain)
{
    Explorer *explorer = &plain->explorer;
    char line[PLAIN_LINE_BYTES_MAX];
    View *view = history_current(&explorer->history);
    bool read = true, letters = view->operations->chosen_by_letter;
    for (bool show = true; view == history_current(&explorer->history) && read && !explorer->quitting;) {
        explorer_recalculate(explorer, false);
        if (show) {
            plain_show_all(plain);
        }
        plain_say_message(plain);
        show = false;
        read = plain_read_line(plain, letters ? "A number, or its letter, goes there; more reads on; nothing leaves it: "
                                              : "A number takes it; words narrow; more reads on; nothing leaves it: ", line);
        if (!read || *line == '\0' || strcmp(line, ".") == 0) {
            explorer_apply(explorer, view, view->operations->key(view, KEY_ESCAPE));
        } else if (strcmp(line, "quit") == 0) {
            explorer_quit(explorer);
        } else if (strcmp(line, "more") == 0 || strcmp(line, "all") == 0) {
            plain_say_more(plain, *line == 'a' ? SIZE_MAX : plain_portion());
        } else if (*line >= '0' && *line <= '9') {
            plain_open_number(plain, line);
        } else if (!utf8_is_valid(line, strlen(line), NULL)) {
            puts("That is no UTF-8 text.");
        } else if (letters && text_character_count(line) != 1) {
            puts("That is no letter of a mark.");
        } else {
            plain_type(plain, line + (*line == '/'));
            show = true;
        }
    }
}

static bool is_asking(const Explorer *explorer)
{
    return explorer->dialog.is_open || explorer->prompt.is_open || explorer->writing.is_open ||
           history_current(&explorer->history)->operations->chooses;
}

bool plain_settle(Plain *plain)
{
    Explorer *explorer = &plain->explorer;
    bool asked = false;
    explorer_do_later(explorer);
    loss_watch(explorer);
    while (!explorer->quitting && is_asking(explorer)) {
        asked = true;
        plain_say_message(plain);
        if (explorer->dialog.is_open) {
            ask_dialog(plain);
        } else if (explorer->writing.is_open) {
            ask_lines(plain);
        } else if (explorer->prompt.is_open) {
            ask_prompt(plain);
        } else {
            ask_choice(plain);
        }
        explorer_do_later(explorer);
    }
    explorer_recalculate(explorer, false);
    return asked;
}
