#include "cli/arguments.h"
#include "cli/help.h"
#include "cli/interrupt.h"
#include "cli/session.h"
#include "cli/console.h"

#include <stdlib.h>
#include <unistd.h>

/* One line for an error, where there is one. */
static void report(const Error *error)
{
    if (!error_is_set(error))
        return;
    char *text = error_text(error);
    complain("%s", text);
    free(text);
}

static bool run_command(const Invocation *invocation, bool *fault, Error *error)
{
    Session session;

    if (!session_start(&session, invocation, error))
        return false;
    if (invocation_has(invocation, OPTION_HELP))
        help_write(invocation->command, &session.output);
    else if (invocation_has(invocation, OPTION_VERSION))
        version_write(&session.output);
    else
        (void)invocation->command->run(&session, error);
    (void)session_end(&session, error);
    if (session.ended_by_signal)
        interrupt_end();
    *fault = session.fault;
    return !error_is_set(error);
}

int main(int argc, char *argv[])
{
    Invocation invocation = {0};
    Error error = {0};
    bool fault = false;
    int status;

    console_repair_descriptors();
    console_set_locale();
    interrupt_ignore_pipes();
    if (arguments_parse(argc, argv, &invocation, &error))
        (void)run_command(&invocation, &fault, &error);
    status = error_exit_status(&error);
    report(&error);
    if (error.code == ERROR_CANCELLED)
        interrupt_end();
    error_clear(&error);
    invocation_free(&invocation);
    return status == 0 && fault ? EXIT_FAILURE : status;
}
