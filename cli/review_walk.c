/* From item to item over what is not yet checked: shown, marked, left and resumed. Answers are lines, so that it serves a
 * person, a screen reader and a script alike. */
#include "cli/kinds.h"
#include "cli/prose.h"
#include "cli/review.h"
#include "core/memory.h"
#include "store/review_walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LINE_BYTES (2 * REVIEW_NOTE_BYTES)

typedef struct Walking {
    Session *session;
    Query query;
    ReviewWalk walk;
    char *name;   /* of the reviewer; NULL until it is known */
    char *digest; /* of the text that was shown last */
    char line[LINE_BYTES];
    bool ended; /* the answers are */
} Walking;

static void say(Walking *walking, const char *text)
{
    session_write_line(walking->session, text);
}

/* The next answer, white space folded; NULL at the end of the input. The caller owns it. */
static char *ask(Walking *walking, const char *question)
{
    output_write(&walking->session->output, question);
    output_flush(&walking->session->output);
    if (walking->ended || !fgets(walking->line, sizeof walking->line, stdin)) {
        walking->ended = true;
        output_write(&walking->session->output, "\n");
        return NULL;
    }
    if (!isatty(STDIN_FILENO)) /* nobody's Enter ended the line */
        output_write(&walking->session->output, "\n");
    char *folded = review_text(walking->line);
    return folded ? folded : string_copy("");
}

static bool show_current(Walking *walking, Error *error)
{
    Session *session = walking->session;
    Item *item = item_load(session->store, review_walk_id(&walking->walk), error);

    if (!item)
        return false;
    char *words = review_walk_words(&walking->walk);
    free(walking->digest);
    walking->digest = string_copy(item->digest);
    output_write(&session->output, "\n");
    review_write_item(session, item);
    output_write(&session->output, "\n");
    say(walking, words);
    free(words);
    item_free(item);
    return review_walk_keep(session->store, &walking->walk, error);
}

static bool know_name(Walking *walking)
{
    Error fault = {0};

    while (!walking->name && !walking->ended) {
        char *name = ask(walking, "Your name: ");

        if (name && review_check_reviewer(name, ERROR_USAGE, &fault)) {
            walking->name = name;
            break;
        }
        if (name)
            say(walking, fault.message);
        error_clear(&fault);
        free(name);
    }
    return walking->name != NULL;
}

/* Says what came of it, and reads the states anew. */
static bool keep_mark(Walking *walking, const Review *review, Error *error)
{
    Session *session = walking->session;
    Error fault = {0};

    if (!review_put(session->store, review, NULL, &fault)) {
        bool usage = fault.code == ERROR_USAGE;

        if (usage)
            say(walking, fault.message);
        else
            error_set_at(error, fault.code, fault.file, fault.line, "%s", fault.message);
        error_clear(&fault);
        return usage;
    }
    char *line = string_format("%s: %s.", review->item, review->verdict == VERDICT_CHECKED ? "checked" : "marked wrong");
    say(walking, line);
    free(line);
    review_walk_free(&walking->walk);
    if (!review_walk_load(session->store, &walking->query, review->item, &walking->walk, error))
        return false;
    review_walk_step(&walking->walk, false);
    return true;
}

/* The mark is on the text that was shown: where it changed meanwhile, it will read so. */
static bool mark(Walking *walking, Verdict verdict, Error *error)
{
    if (!know_name(walking))
        return true;
    Review review = {.verdict = verdict,
                     .item = string_copy(review_walk_id(&walking->walk)),
                     .digest = string_copy(walking->digest),
                     .reviewer = string_copy(walking->name),
                     .date = review_day(walking->session)};

    review.note = ask(walking, verdict == VERDICT_WRONG ? "What is wrong: " : "Note (may be empty): ");
    if (review.note && !*review.note) {
        free(review.note);
        review.note = NULL;
    }
    bool done = walking->ended || keep_mark(walking, &review, error);
    review_free(&review);
    return done;
}

static const char help[] = "c checked, w wrong, n next, p previous, s show again, q leave (Enter: next)";

static void step(Walking *walking, bool backwards)
{
    if (!review_walk_step(&walking->walk, backwards))
        say(walking, "This is the only one that is left.");
}

/* Does what an answer asks for; *leave becomes true with "q". */
static bool act(Walking *walking, const char *answer, bool *leave, Error *error)
{
    switch (strlen(answer) > 1 ? '?' : *answer) {
    case 'c':
        return mark(walking, VERDICT_CHECKED, error);
    case 'w':
        return mark(walking, VERDICT_WRONG, error);
    case 'n':
    case '\0':
        step(walking, false);
        return true;
    case 'p':
        step(walking, true);
        return true;
    case 's':
        return true;
    case 'q':
        *leave = true;
        return true;
    default:
        say(walking, help);
        return true;
    }
}

static bool walk(Walking *walking, Error *error)
{
    bool done = true, leave = false;

    say(walking, help);
    while (done && !leave && !walking->ended && review_walk_id(&walking->walk) &&
           review_walk_left(&walking->walk) > 0) {
        done = show_current(walking, error);
        char *answer = done ? ask(walking, "> ") : NULL;

        done = done && (!answer || act(walking, answer, &leave, error));
        free(answer);
    }
    if (done) {
        char *words = review_walk_words(&walking->walk);
        const char *more = review_walk_left(&walking->walk) > 0 ? "; gairo review walk goes on from here" : "";
        char *line = string_format("%s%s", words, more);

        say(walking, line);
        free(words);
        free(line);
    }
    return done;
}

bool review_command_walk(Session *session, Error *error)
{
    const StringList *arguments = &session->invocation->arguments;
    const char *name = invocation_value(session->invocation, OPTION_NAME);
    Walking walking = {.session = session};
    bool done;

    walking.name = review_text(name);
    done = (!name || review_check_reviewer(walking.name, ERROR_USAGE, error)) &&
           kinds_of_user(&session->invocation->values[OPTION_KIND], &walking.query.kinds, error) &&
           session_add_conditions(session, &walking.query, error) && session_open_store(session, USE_READ, error) &&
           review_walk_load(session->store, &walking.query, arguments->count > 1 ? arguments->items[1] : NULL,
                            &walking.walk, error);
    if (done && !walking.name)
        walking.name = reviewer_name(session->store);
    done = done && walk(&walking, error);
    review_walk_free(&walking.walk);
    query_free(&walking.query);
    free(walking.name);
    free(walking.digest);
    return done;
}
