/* gairo review: which of its parts is asked for, and whether the call is right. */
#include "cli/review.h"

#define SELECTING (OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_WHERE))
#define MARKING (OPTION_BIT(OPTION_NAME) | OPTION_BIT(OPTION_DATE))

static const Verb verbs[] = {
    {"list", "", 0, 0, SELECTING, review_command_list},
    {"walk", "ID", 0, 1, SELECTING | OPTION_BIT(OPTION_NAME) | OPTION_BIT(OPTION_DATE), review_command_walk},
    {"show", "ID", 1, 1, 0, review_command_show},
    {"mark", "ID", 1, 1, MARKING | OPTION_BIT(OPTION_VERDICT) | OPTION_BIT(OPTION_NOTE), review_command_mark},
    {"remove", "ID", 1, 1, 0, review_command_remove},
    {"export", "", 0, 0, OPTION_BIT(OPTION_OUTPUT), review_command_export},
    {"import", "FILE", 1, 1, OPTION_BIT(OPTION_DRY_RUN), review_command_import},
};

bool command_review(Session *session, Error *error)
{
    const Verb *verb = verb_of_call(session, verbs, sizeof verbs / sizeof verbs[0], error);

    return verb && verb->run(session, error);
}
