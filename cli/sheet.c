/* gairo sheet: which of its parts is asked for, and whether the call is right. */
#include "cli/sheet.h"

#include "cli/near.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct Verb {
    const char *name;
    const char *arguments; /* as told to who gives too few */
    size_t least, most;
    OptionSet options; /* of those that only some verbs take */
    bool (*run)(Session *session, Error *error);
} Verb;

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
    {"check", "NAME", 1, 1, 0, sheet_command_check},
    {"fit", "NAME", 1, 1, OPTION_BIT(OPTION_TEMPLATE), sheet_command_fit},
    {"templates", "", 0, 0, 0, sheet_command_templates},
};
#define VERB_COUNT (sizeof verbs / sizeof verbs[0])

static const Verb *find_verb(const char *name, Error *error)
{
    StringList names = {0};
    Text list = {0};

    for (size_t i = 0; i < VERB_COUNT; i++) {
        if (strcmp(verbs[i].name, name) == 0) {
            string_list_free(&names);
            text_free(&list);
            return &verbs[i];
        }
        string_list_add(&names, verbs[i].name);
        text_append_format(&list, "%s%s", i == 0 ? "" : ", ", verbs[i].name);
    }
    char *hint = near_hint(name, "", &names);
    error_set(error, ERROR_USAGE, "gairo sheet has no '%s'%s; it is one of %s", name, hint, list.data);
    free(hint);
    string_list_free(&names);
    text_free(&list);
    return NULL;
}

static bool check_call(const Session *session, const Verb *verb, Error *error)
{
    const Invocation *invocation = session->invocation;
    OptionSet sometimes = 0;
    size_t given = sheet_argument_count(session);

    for (size_t i = 0; i < VERB_COUNT; i++)
        sometimes |= verbs[i].options;
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (!(sometimes & ~verb->options & OPTION_BIT(i)) || !invocation_has(invocation, (OptionId)i))
            continue;
        error_set(error, ERROR_USAGE, "gairo sheet %s takes no option --%s; gairo sheet --help lists its options",
                  verb->name, option_definition((OptionId)i)->name);
        return false;
    }
    if (given < verb->least)
        error_set(error, ERROR_USAGE, "gairo sheet %s needs %s; gairo sheet --help tells more", verb->name,
                  verb->arguments);
    else if (given > verb->most)
        error_set(error, ERROR_USAGE, "gairo sheet %s does not take '%s'; gairo sheet --help tells more", verb->name,
                  sheet_argument(session, verb->most));
    else
        return true;
    return false;
}

size_t sheet_argument_count(const Session *session)
{
    size_t count = session->invocation->arguments.count;

    return count > 0 ? count - 1 : 0;
}

const char *sheet_argument(const Session *session, size_t index)
{
    return index < sheet_argument_count(session) ? session->invocation->arguments.items[index + 1] : NULL;
}

bool command_sheet(Session *session, Error *error)
{
    const Invocation *invocation = session->invocation;
    const Verb *verb = invocation->arguments.count > 0 ? find_verb(invocation->arguments.items[0], error) : &verbs[0];

    return verb && check_call(session, verb, error) && session_open_store(session, USE_READ, error) &&
           verb->run(session, error);
}
