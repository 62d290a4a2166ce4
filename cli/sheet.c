/* gairo sheet: which of its parts is asked for, and whether the call is right. */
#include "cli/sheet.h"

#include <stdint.h>

#define SELECTING (OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_WHERE))

static const Verb verbs[] = {
    {"list", "", 0, 0, 0, sheet_command_list},
    {"show", "NAME", 1, 1, 0, sheet_command_show},
    {"new", "NAME [FIELD=VALUE...]", 1, SIZE_MAX, 0, sheet_command_new},
    {"add", "NAME ID... (or --kind KIND)", 1, SIZE_MAX, SELECTING, sheet_command_add},
    {"remove", "NAME ID...", 2, SIZE_MAX, 0, sheet_command_remove},
    {"move", "NAME ID PLACE", 3, 3, 0, sheet_command_move},
    {"note", "NAME ID TEXT", 3, 3, 0, sheet_command_note},
    {"group", "NAME HEADING ID...", 3, SIZE_MAX, 0, sheet_command_group},
    {"cut", "NAME title|summary|full ID...", 3, SIZE_MAX, 0, sheet_command_cut},
    {"set", "NAME FIELD=VALUE...", 2, SIZE_MAX, 0, sheet_command_set},
    {"rename", "NAME OTHER", 2, 2, 0, sheet_command_rename},
    {"copy", "NAME OTHER", 2, 2, 0, sheet_command_copy},
    {"clear", "NAME", 1, 1, 0, sheet_command_clear},
    {"delete", "NAME", 1, 1, 0, sheet_command_delete},
    {"check", "NAME", 1, 1, OPTION_BIT(OPTION_TEMPLATE), sheet_command_check},
    {"fit", "NAME", 1, 1, OPTION_BIT(OPTION_TEMPLATE), sheet_command_fit},
    {"templates", "", 0, 0, 0, sheet_command_templates},
};

bool command_sheet(Session *session, Error *error)
{
    const Verb *verb = verb_of_call(session, verbs, sizeof verbs / sizeof verbs[0], error);

    return verb && session_open_store(session, USE_READ, error) && verb->run(session, error);
}
