#include "config.h"

#include "tui/source-removal.h"

#include "core/memory.h"
#include "store/removal.h"
#include "tui/explorer.h"

#include <stdlib.h>
#include <string.h>

/* Targets that lead to no item: no id has a blank in it. */
#define ASK "remove? "
#define LINKS_SHOWN 2u

void source_removal_add(Document *document, const char *source)
{
    char *target = string_format(ASK "%s", source);
    char *text = string_format("Remove %s", source);
    document_link(document, text, "shows first what goes", NULL, target);
    free(text);
    free(target);
}

static void answered(void *context, int answer)
{
    SourceRemoval *removal = context;
    if (answer != 1) {
        explorer_message(removal->view->explorer, "Nothing was removed.");
        return;
    }
    removal->answered = true;
    removal->due = true;
    removal->view->generation = -1;
}

/* What goes and what stays. The caller owns it. */
static char *removal_words(const char *source, const Removal *removal)
{
    Text text = {0};
    text_append_format(&text, "What goes: %ld record%s of it", removal->records, plural_ending(removal->records));
    if (removal->links.count > 0) {
        text_append_format(&text, ", and %zu link%s of other sources that lead there:\n", removal->links.count,
                           plural_ending(removal->links.count));
        for (size_t i = 0; i < removal->links.count && i < LINKS_SHOWN; i++) {
            text_append_format(&text, "%s\n", removal->links.items[i]);
        }
        if (removal->links.count > LINKS_SHOWN) {
            text_append_format(&text, "and %zu more: gairo sources remove --dry-run %s lists them.\n",
                               removal->links.count - LINKS_SHOWN, source);
        }
    } else {
        text_append(&text, ".\n");
    }
    for (size_t i = 0; i < removal->joins.count && i < LINKS_SHOWN; i++) {
        text_append_format(&text, "Another item by it: %s\n", removal->joins.items[i]);
    }
    if (removal->joins.count > LINKS_SHOWN) {
        text_append_format(&text, "and %zu more: gairo sources remove --dry-run %s lists them.\n", removal->joins.count - LINKS_SHOWN, source);
    }
    text_append(&text, "Your sheets, notes and marks stay. It cannot be undone, but importing its files again brings it back.");
    return text_take(&text);
}

static bool ask(SourceRemoval *asked, Error *error)
{
    Removal removal = {0};
    Explorer *explorer = asked->view->explorer;
    const char *source = asked->source;
    bool done = source_remove(explorer_store(explorer), source, true, &removal, error);
    if (done) {
        char *title = string_format("Remove the source %s?", source);
        char *text = removal_words(source, &removal);
        explorer_ask(explorer, &(Question){.title = title,
                                                 .text = text,
                                                 .answers = (const char *const[]){"Keep it", "Remove it", NULL},
                                                 .answered = answered,
                                                 .context = asked});
        free(text);
        free(title);
    }
    removal_free(&removal);
    return done;
}

static bool remove_it(const SourceRemoval *asked, Error *error)
{
    Removal removal = {0};
    Explorer *explorer = asked->view->explorer;
    bool done = source_remove(explorer_store(explorer), asked->source, false, &removal, error);
    if (done) {
        explorer_message(explorer, "%s: %ld record%s removed. Importing its files again brings it back.", asked->source,
                         removal.records, plural_ending(removal.records));
    }
    removal_free(&removal);
    return done;
}

bool source_removal_is(const char *target)
{
    return target != NULL && strncmp(target, ASK, strlen(ASK)) == 0;
}

void source_removal_choose(SourceRemoval *removal, View *view, const char *target)
{
    char *source = string_copy(target + strlen(ASK));
    free(removal->source);
    *removal = (SourceRemoval){.view = view, .source = source, .due = true};
    view->generation = -1;
}

void source_removal_go_on(SourceRemoval *removal)
{
    Error error = {0};
    if (!removal->due) {
        return;
    }
    removal->due = false;
    (void)(removal->answered ? remove_it(removal, &error) : ask(removal, &error));
    explorer_report(removal->view->explorer, &error);
}

void source_removal_free(SourceRemoval *removal)
{
    free(removal->source);
    *removal = (SourceRemoval){0};
}
