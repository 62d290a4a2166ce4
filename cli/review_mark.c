/* Setting a mark, and taking the last one back. */
#include "cli/near.h"
#include "cli/review.h"
#include "core/memory.h"

#include <stdlib.h>

static bool take_verdict(const Invocation *invocation, Verdict *verdict, Error *error)
{
    const char *value = invocation_value(invocation, OPTION_VERDICT);
    StringList names = {0};

    if (verdict_parse(value, verdict))
        return true;
    for (int i = 0; i < VERDICT_COUNT; i++)
        string_list_add(&names, verdict_name((Verdict)i));
    char *hint = near_hint(value ? value : "", "", &names);
    if (value)
        error_set(error, ERROR_USAGE, "--verdict is checked or wrong, not '%s'%s", value, hint);
    else
        error_set(error, ERROR_USAGE, "gairo review mark needs --verdict checked or --verdict wrong");
    free(hint);
    string_list_free(&names);
    return false;
}

char *review_day(const Session *session)
{
    const char *day = invocation_value(session->invocation, OPTION_DATE);
    char today[DATE_SIZE];

    date_today(today);
    return string_copy(day ? day : today);
}

void review_complete(Session *session, Review *review)
{
    const char *name = invocation_value(session->invocation, OPTION_NAME);
    review->reviewer = name ? string_copy(name) : reviewer_name(session->store);
    review->date = review_day(session);
}

/* Tells what the item's state is now. */
static bool tell_state(Session *session, const char *id, const char *action, Error *error)
{
    Item *item = item_load(session->store, id, error);

    if (!item)
        return false;
    char *words = review_words(&item->review, item_is_unchecked(item));
    if (session->form == FORM_JSON) {
        json_t *root = json_object();

        json_put(root, "id", item->id);
        json_put(root, "action", action);
        json_put(root, "state", review_state_name(item->review.state));
        json_put(root, "review", words);
        session_write_json(session, root);
    } else if (!session->quiet) {
        char *line = string_format("%s: %s; now %s", item->id, action, words ? words : "nobody marked it");
        session_write_line(session, line);
        free(line);
    }
    free(words);
    item_free(item);
    return true;
}

static bool check_options(const Invocation *invocation, Verdict *verdict, Error *error)
{
    const char *name = invocation_value(invocation, OPTION_NAME), *day = invocation_value(invocation, OPTION_DATE);
    char *folded = review_text(name), *note = review_text(invocation_value(invocation, OPTION_NOTE));
    bool good = take_verdict(invocation, verdict, error) &&
                (!name || review_check_reviewer(folded, ERROR_USAGE, error)) &&
                (!day || review_check_date(day, ERROR_USAGE, error)) && review_check_note(note, ERROR_USAGE, error);

    free(folded);
    free(note);
    return good;
}

bool review_command_mark(Session *session, Error *error)
{
    Review review = {0};
    bool added = false, done = false;

    if (!check_options(session->invocation, &review.verdict, error) || !session_open_store(session, USE_READ, error))
        return false;
    review.item = string_copy(verb_argument(session, 0));
    review.note = string_copy(invocation_value(session->invocation, OPTION_NOTE));
    review_complete(session, &review);
    if (!review.reviewer)
        error_set(error, ERROR_USAGE, "gairo review mark needs --name NAME; the next time it is remembered");
    else
        done = review_put(session->store, &review, &added, error) &&
               tell_state(session, review.item, added ? "marked" : "that very mark was there already", error);
    review_free(&review);
    return done;
}

bool review_command_remove(Session *session, Error *error)
{
    const char *id = verb_argument(session, 0);
    Review review = {0};
    bool done = false;

    if (session_open_store(session, USE_READ, error) && review_remove(session->store, id, &review, error)) {
        char *action = string_format("took back \"%s\" by %s on %s", verdict_name(review.verdict), review.reviewer,
                                     review.date);
        /* A mark can outlive its item. */
        Error gone = {0};
        done = tell_state(session, id, action, &gone);
        if (!done && gone.code == ERROR_NOT_FOUND) {
            session_remark(session, "%s: %s; there is no such item any more", id, action);
            done = true;
        } else if (!done) {
            error_set_at(error, gone.code, gone.file, gone.line, "%s", gone.message);
        }
        error_clear(&gone);
        free(action);
    }
    review_free(&review);
    return done;
}
