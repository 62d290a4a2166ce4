/* The plain mode: the same explorer, in lines. Views and actions are those of the panes; what is shown comes from the
 * views' .linear, what is done from a line of standard input. */
#include "config.h"

#include "tui/plain.h"

#include "tui/tui.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Says what came of a line: what changed, the new view, or, where nothing was told of it, that nothing did and what
 * the action is for. */
static void tell_outcome(Plain *plain, Action done, bool told)
{
    told = told || plain->explorer.message != NULL;
    plain_say_message(plain); /* before what it changed: that may be long */
    int changed = plain_show_changes(plain);
    bool is_place = done != ACTION_NONE && action_definition(done)->group == GROUP_PLACES;
    if (changed < 0 && plain->anew) {
        plain_show_from_selected(plain);
    } else if (changed < 0 || (changed == 0 && is_place && !told)) {
        plain_show_all(plain);
    } else if (changed == 0 && done != ACTION_NONE && !told) {
        const ActionDefinition *definition = action_definition(done);
        bool moves = definition->group == GROUP_MOVING || definition->group == GROUP_OPENING;
        if (!moves || !plain_say_selected(plain)) {
            printf("%s changes nothing here. %s.\n", definition->name, definition->help);
        }
    }
}

static void run(Plain *plain)
{
    char line[PLAIN_LINE_BYTES_MAX];
    puts("gairo in lines. ? lists the commands; quit leaves.");
    plain_settle(plain);
    plain_show_all(plain);
    while (!plain->explorer.quitting && !ferror(stdout)) {
        plain_say_message(plain);
        if (!plain_read_line(plain, "> ", line)) {
            break;
        }
        Action done = plain_run_line(plain, line);
        if (done != ACTION_NONE) {
            string_list_free(&plain->aside);
        }
        bool asked = plain_settle(plain);
        if (!plain->explorer.quitting) {
            tell_outcome(plain, done, asked);
        }
    }
}

bool explorer_run_plain(Store *store, const ExplorerOptions *options, Error *error)
{
    Plain plain = {.to_person = isatty(STDIN_FILENO) == 1};
    explorer_start(&plain.explorer, store, options);
    plain.explorer.plain = true;
    loss_start(&plain.explorer);
    run(&plain);
    linear_free(&plain.linear);
    string_list_free(&plain.aside);
    explorer_free(&plain.explorer);
    int problem = ferror(stdout) || fflush(stdout) != 0 ? errno : 0;
    if (problem != 0 && problem != EPIPE) {
        error_set(error, ERROR_IO, "standard output cannot be written: %s", strerror(problem));
        return false;
    }
    return true;
}
