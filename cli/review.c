/* gairo review: which of its parts is asked for, and whether the call is right. */
#include "cli/review.h"

#include "cli/near.h"

#include <stdlib.h>
#include <string.h>

typedef struct Verb {
    const char *name;
    const char *argument; /* NULL: none */
    bool needed;          /* the argument is */
    OptionSet options;    /* of those that only some verbs take */
    bool (*run)(Session *session, Error *error);
} Verb;

#define SELECTING (OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_WHERE))
#define MARKING (OPTION_BIT(OPTION_NAME) | OPTION_BIT(OPTION_DATE))

static const Verb verbs[] = {
    {"list", NULL, false, SELECTING, review_command_list},
    {"walk", "ID", false, SELECTING | OPTION_BIT(OPTION_NAME) | OPTION_BIT(OPTION_DATE), review_command_walk},
    {"show", "ID", true, 0, review_command_show},
    {"mark", "ID", true, MARKING | OPTION_BIT(OPTION_VERDICT) | OPTION_BIT(OPTION_NOTE), review_command_mark},
    {"remove", "ID", true, 0, review_command_remove},
    {"export", NULL, false, OPTION_BIT(OPTION_OUTPUT), review_command_export},
    {"import", "FILE", true, OPTION_BIT(OPTION_DRY_RUN), review_command_import},
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
    error_set(error, ERROR_USAGE, "gairo review has no '%s'%s; it is one of %s", name, hint, list.data);
    free(hint);
    string_list_free(&names);
    text_free(&list);
    return NULL;
}

static bool check_call(const Invocation *invocation, const Verb *verb, Error *error)
{
    OptionSet sometimes = 0;
    size_t given = invocation->arguments.count;

    for (size_t i = 0; i < VERB_COUNT; i++)
        sometimes |= verbs[i].options;
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (!(sometimes & ~verb->options & OPTION_BIT(i)) || !invocation_has(invocation, (OptionId)i))
            continue;
        error_set(error, ERROR_USAGE, "gairo review %s takes no option --%s; gairo review --help lists its options",
                  verb->name, option_definition((OptionId)i)->name);
        return false;
    }
    if (verb->needed && given < 2)
        error_set(error, ERROR_USAGE, "gairo review %s needs %s; gairo review --help tells more", verb->name,
                  verb->argument);
    else if (given > (verb->argument ? 2 : 1))
        error_set(error, ERROR_USAGE, "gairo review %s does not take '%s'; gairo review --help tells more", verb->name,
                  invocation->arguments.items[verb->argument ? 2 : 1]);
    else
        return true;
    return false;
}

const char *review_argument(const Session *session)
{
    return session->invocation->arguments.items[1];
}

bool command_review(Session *session, Error *error)
{
    const Invocation *invocation = session->invocation;
    const Verb *verb = invocation->arguments.count > 0 ? find_verb(invocation->arguments.items[0], error) : &verbs[0];

    return verb && check_call(invocation, verb, error) && verb->run(session, error);
}
