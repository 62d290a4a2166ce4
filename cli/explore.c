#include "cli/command.h"
#include "cli/console.h"
#include "cli/facts.h"
#include "cli/interrupt.h"
#include "cli/overview.h"
#include "tui/tui.h"

/* How the explorer shows itself, if at all. */
typedef enum Front { FRONT_NONE, FRONT_PANES, FRONT_LINES } Front;

static bool explore(Session *session, const Settings *settings, Front front, Error *error)
{
    ExplorerOptions options = {.settings = settings,
                               .as_of = session->as_of_given ? session->as_of : NULL,
                               .database = invocation_value(session->invocation, OPTION_DB),
                               .color = session->color,
                               .fresh = invocation_has(session->invocation, OPTION_FRESH),
                               .newer_data = session->newer_data};
    int end_signal = 0;
    bool done = front == FRONT_LINES ? explorer_run_plain(session->store, &options, error)
                                     : explorer_run(session->store, &options, &end_signal, error);

    session->ended_by_signal = end_signal != 0;
    interrupt_note(end_signal);
    return done;
}

/* Panes need a terminal; lines go through pipes as well, where somebody gives some. */
static Front choose_front(const Session *session, const Settings *settings)
{
    bool on_terminal = console_has_output() && console_has_input();

    if (session->form != FORM_TABLE)
        return FRONT_NONE;
    if (session->plain && console_has_piped_input())
        return FRONT_LINES;
    if (!on_terminal)
        return FRONT_NONE;
    return session->plain || settings->plain ? FRONT_LINES : FRONT_PANES;
}

static bool overview(Session *session, Error *error)
{
    Facts facts = {0};

    if (!session_open_store(session, USE_READ, error))
        return false;
    bool done = facts_load(session->store, NULL, NULL, &facts, error);
    if (done && session->form == FORM_JSON)
        session_write_json(session, facts_json(&facts));
    else if (done)
        overview_write(session, &facts);
    facts_free(&facts);
    return done;
}

bool command_explore(Session *session, Error *error)
{
    Settings settings;

    if (console_has_output() && session->form == FORM_TABLE && console_input_was_closed()) {
        error_set(error, ERROR_IO, "standard input is closed; the explorer needs the keyboard");
        return false;
    }
    if (session->form == FORM_CSV || session->form == FORM_TSV) {
        error_set(error, ERROR_USAGE, "the overview is a table or json; gairo stats has numbers as csv and tsv");
        return false;
    }
    settings_start(&settings);
    settings_load(&settings);
    Front front = choose_front(session, &settings);
    bool done = front == FRONT_NONE ? overview(session, error)
                                    : session_open_store(session, USE_EXPLORE, error) &&
                                          explore(session, &settings, front, error);
    settings_free(&settings);
    return done;
}
