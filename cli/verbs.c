#include "cli/verbs.h"

#include "cli/near.h"

#include <stdlib.h>
#include <string.h>

static const Verb *find_verb(const char *command, const Verb *verbs, size_t count, const char *name, Error *error)
{
    const Verb *found = NULL;
    StringList names = {0};
    Text list = {0};

    for (size_t i = 0; i < count && !found; i++) {
        if (strcmp(verbs[i].name, name) == 0)
            found = &verbs[i];
        string_list_add(&names, verbs[i].name);
        text_append_format(&list, "%s%s", i == 0 ? "" : ", ", verbs[i].name);
    }
    if (!found) {
        char *hint = near_hint(name, "", &names);
        error_set(error, ERROR_USAGE, "gairo %s has no '%s'%s; it is one of %s", command, name, hint, list.data);
        free(hint);
    }
    string_list_free(&names);
    text_free(&list);
    return found;
}

static bool check_options(const Invocation *invocation, const Verb *verbs, size_t count, const Verb *verb, Error *error)
{
    const char *command = invocation->command->name;
    OptionSet sometimes = 0;

    for (size_t i = 0; i < count; i++)
        sometimes |= verbs[i].options;
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (!(sometimes & ~verb->options & OPTION_BIT(i)) || !invocation_has(invocation, (OptionId)i))
            continue;
        error_set(error, ERROR_USAGE, "gairo %s %s takes no option --%s; gairo %s --help lists its options", command,
                  verb->name, option_definition((OptionId)i)->name, command);
        return false;
    }
    return true;
}

static bool check_arguments(const Session *session, const Verb *verb, Error *error)
{
    const char *command = session->invocation->command->name;
    size_t given = verb_argument_count(session);

    if (given < verb->least)
        error_set(error, ERROR_USAGE, "gairo %s %s needs %s; gairo %s --help tells more", command, verb->name,
                  verb->arguments, command);
    else if (given > verb->most)
        error_set(error, ERROR_USAGE, "gairo %s %s does not take '%s'; gairo %s --help tells more", command, verb->name,
                  verb_argument(session, verb->most), command);
    else
        return true;
    return false;
}

const Verb *verb_of_call(const Session *session, const Verb *verbs, size_t count, Error *error)
{
    const Invocation *invocation = session->invocation;
    const StringList *arguments = &invocation->arguments;
    const Verb *verb = arguments->count > 0
                           ? find_verb(invocation->command->name, verbs, count, arguments->items[0], error)
                           : &verbs[0];

    if (!verb || !check_options(invocation, verbs, count, verb, error) || !check_arguments(session, verb, error))
        return NULL;
    return verb;
}

size_t verb_argument_count(const Session *session)
{
    size_t count = session->invocation->arguments.count;

    return count > 0 ? count - 1 : 0;
}

const char *verb_argument(const Session *session, size_t index)
{
    return index < verb_argument_count(session) ? session->invocation->arguments.items[index + 1] : NULL;
}
