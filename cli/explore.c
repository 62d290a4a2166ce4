#include "cli/command.h"
#include "cli/facts.h"
#include "cli/interrupt.h"
#include "cli/overview.h"
#include "cli/console.h"
#include "tui/tui.h"

static bool explore(Session *session, Error *error)
{
    ExplorerOptions options = {.as_of = session->as_of_given ? session->as_of : NULL,
                               .color = session->color,
                               .newer_data = session->newer_data};

    int end_signal;
    bool done = explorer_run(session->store, &options, &end_signal, error);

    session->ended_by_signal = end_signal != 0;
    interrupt_note(end_signal);
    return done;
}

bool command_explore(Session *session, Error *error)
{
    bool to_terminal = console_has_output() && session->form == FORM_TABLE && !session->plain;
    Facts facts = {0};
    bool done;

    if (to_terminal && console_input_was_closed()) {
        error_set(error, ERROR_IO, "standard input is closed; the explorer needs the keyboard");
        return false;
    }
    to_terminal = to_terminal && console_has_input();
    if (session->form == FORM_CSV || session->form == FORM_TSV) {
        error_set(error, ERROR_USAGE, "the overview is a table or json; gairo stats has numbers as csv and tsv");
        return false;
    }
    if (!session_open_store(session, to_terminal ? USE_EXPLORE : USE_READ, error))
        return false;
    if (to_terminal)
        return explore(session, error);
    done = facts_load(session->store, NULL, NULL, &facts, error);
    if (done && session->form == FORM_JSON)
        session_write_json(session, facts_json(&facts));
    else if (done)
        overview_write(session, &facts);
    facts_free(&facts);
    return done;
}
