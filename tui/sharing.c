#include "config.h"

#include "tui/sharing.h"

#include "core/memory.h"
#include "store/items.h"
#include "tui/clipboard.h"
#include "tui/launch.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LINK_BYTES_MAX 2048

static const char *const openers[] = {"xdg-open", "open"};

void sharing_free(Sharing *sharing)
{
    for (size_t i = 0; i < sharing->count; i++) {
        free(sharing->texts[i]);
    }
    sharing->count = 0;
}

static void start(Sharing *sharing, Explorer *explorer, bool to_terminal)
{
    sharing_free(sharing);
    sharing->explorer = explorer;
    sharing->to_terminal = to_terminal;
}

static void copy(Sharing *sharing, const char *text)
{
    Error error = {0};
    const char *way;
    ClipboardWay wished = explorer_settings(sharing->explorer)->clipboard;
    if (clipboard_put(text, wished, sharing->to_terminal, &way, &error)) {
        explorer_message(sharing->explorer, "Copied %s: %.120s", way, text);
    } else {
        explorer_report(sharing->explorer, &error);
    }
}

/* The first answer is to leave it. */
static void copy_answered(void *context, int answer)
{
    Sharing *sharing = context;
    if (answer > 0 && (size_t)answer <= sharing->count) {
        copy(sharing, sharing->texts[answer - 1]);
    }
}

typedef struct Choices {
    char *answers[SHARING_CHOICES_MAX + 2];
    size_t count;
} Choices;

static void add_choice(Sharing *sharing, Choices *choices, const char *label, char *text)
{
    if (text == NULL || *text == '\0' || sharing->count == SHARING_CHOICES_MAX) {
        free(text);
        return;
    }
    choices->answers[choices->count++] = string_format("%s: %.200s", label, text);
    sharing->texts[sharing->count++] = text;
}

static void free_choices(Choices *choices)
{
    for (size_t i = 0; i < choices->count; i++) {
        free(choices->answers[i]);
    }
}

static char *text_of(const Item *item)
{
    Text text = {0};
    text_append_format(&text, "%s\n", item->title);
    if (item->summary != NULL) {
        text_append_format(&text, "\n%s\n", item->summary);
    }
    if (item->body != NULL) {
        text_append_format(&text, "\n%s\n", item->body);
    }
    for (size_t i = 0; i < item->citation_count; i++) {
        const ItemCitation *citation = &item->citations[i];
        text_append_format(&text, "%sSource: %s%s%s\n", i == 0 ? "\n" : "", citation->reference_title,
                           citation->citation.locator == NULL ? "" : ", ",
                           citation->citation.locator == NULL ? "" : citation->citation.locator);
    }
    return text_take(&text);
}

static char *command_of(const View *view)
{
    Text text = {0};
    if (view->operations->command != NULL) {
        view->operations->command(view, &text);
    }
    const char *database = explorer_database(view->explorer);
    if (text.length > 0 && database != NULL) {
        text_append(&text, " --db");
        view_append_argument(&text, database);
    }
    return text_take(&text);
}

static void add_links(Sharing *sharing, Choices *choices, const Item *item)
{
    for (size_t i = 0; i < item->field_count; i++) {
        if (strcmp(item->fields[i].name, "url") == 0) {
            add_choice(sharing, choices, "Link", string_copy(item->fields[i].value));
        }
    }
}

static Item *focused_item(Sharing *sharing, const View *view)
{
    Error error = {0};
    const char *id = view_item(view);
    Item *item = id == NULL ? NULL : item_load(explorer_store(sharing->explorer), id, &error);
    explorer_report(sharing->explorer, &error);
    return item;
}

void sharing_copy(Sharing *sharing, Explorer *explorer, const View *view, bool to_terminal)
{
    Choices choices = {.answers = {string_copy("Nothing")}, .count = 1};
    start(sharing, explorer, to_terminal);
    Item *item = focused_item(sharing, view);
    if (item != NULL) {
        add_choice(sharing, &choices, "Title", string_copy(item->title));
        add_choice(sharing, &choices, "Id", string_copy(item->id));
        add_choice(sharing, &choices, "Text", text_of(item));
        add_links(sharing, &choices, item);
    }
    add_choice(sharing, &choices, "Command", command_of(view));
    if (sharing->count == 0) {
        explorer_message(explorer, "There is nothing to copy here.");
    } else {
        explorer_ask(explorer, &(Question){.title = "Copy what?",
                                           .answers = (const char *const *)choices.answers,
                                           .selected = 1,
                                           .answered = copy_answered,
                                           .context = sharing});
    }
    free_choices(&choices);
    item_free(item);
}

const char *link_fault(const char *url)
{
    const char *host = strncasecmp(url, "https://", 8) == 0  ? url + 8
                       : strncasecmp(url, "http://", 7) == 0 ? url + 7
                                                             : NULL;
    if (host == NULL) {
        return "only http and https are opened";
    }
    if (*host == '\0' || strchr("/?#:@", *host) != NULL) {
        return "it names no host";
    }
    if (strlen(url) > LINK_BYTES_MAX) {
        return "it is too long";
    }
    for (const char *at = url; *at != '\0'; at++) {
        if (*at <= ' ' || *at > '~') { /* where char is signed, what is above ASCII is below the blank */
            return "it holds a blank, a control or another character that a link does not have";
        }
    }
    return NULL;
}

static void open_url(Sharing *sharing, const char *url)
{
    Error error = {0};
    const char *fault = link_fault(url), *opener = NULL;
    for (size_t i = 0; opener == NULL && i < sizeof openers / sizeof *openers; i++) {
        opener = launch_finds(openers[i]) ? openers[i] : NULL;
    }
    if (fault != NULL) {
        explorer_message(sharing->explorer, "Not opened: %s.", fault);
    } else if (opener == NULL) {
        explorer_message(sharing->explorer, "There is no xdg-open here; y copies the link.");
    } else if (launch((const char *const[]){opener, url, NULL}, "", 0, &error)) {
        explorer_message(sharing->explorer, "Handed to %s: %s", opener, url);
    }
    explorer_report(sharing->explorer, &error);
}

static void link_answered(void *context, int answer)
{
    Sharing *sharing = context;
    if (answer > 0 && (size_t)answer <= sharing->count) {
        open_url(sharing, sharing->texts[answer - 1]);
    }
}

void sharing_open_link(Sharing *sharing, Explorer *explorer, const View *view)
{
    Choices choices = {.answers = {string_copy("No")}, .count = 1};
    start(sharing, explorer, false);
    Item *item = focused_item(sharing, view);
    if (item != NULL) {
        add_links(sharing, &choices, item);
    }
    if (sharing->count == 0) {
        explorer_message(explorer, "There is no link here: laws, models, licences, incidents and references have some.");
    } else {
        char *all = string_copy(sharing->texts[0]);
        explorer_ask(explorer, &(Question){.title = "Open it in the browser? gairo itself opens no connection.",
                                           .text = sharing->count == 1 ? all : NULL,
                                           .answers = (const char *const *)choices.answers,
                                           .answered = link_answered,
                                           .context = sharing});
        free(all);
    }
    free_choices(&choices);
    item_free(item);
}

void sharing_show_command(Sharing *sharing, Explorer *explorer, const View *view, bool to_terminal)
{
    start(sharing, explorer, to_terminal);
    char *command = command_of(view);
    if (*command == '\0') {
        explorer_message(explorer, "No call gives what this screen shows.");
        free(command);
        return;
    }
    sharing->texts[sharing->count++] = command;
    Text shown = {0};
    text_append(&shown, command);
    if (view->operations->command_note != NULL) {
        size_t length = shown.length;
        text_append(&shown, "\n");
        view->operations->command_note(view, &shown);
        shown.length = shown.length == length + 1 ? length : shown.length;
        shown.data[shown.length] = '\0';
    }
    explorer_ask(explorer, &(Question){.title = "The same from a shell; --format json gives it to programs",
                                       .text = shown.data,
                                       .call = true,
                                       .answers = (const char *const[]){"Close", "Copy it", NULL},
                                       .answered = copy_answered,
                                       .context = sharing});
    text_free(&shown);
}
