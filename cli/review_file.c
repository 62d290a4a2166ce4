/* Marks out to a file and in from one. */
#include "cli/interrupt.h"
#include "cli/review.h"
#include "core/file.h"
#include "core/memory.h"
#include "importers/reviews.h"
#include "sheets/reviews.h"

#include <stdlib.h>
#include <string.h>

bool review_command_export(Session *session, Error *error)
{
    const char *file = invocation_value(session->invocation, OPTION_OUTPUT);
    Reviews reviews = {0};
    Text xml = {0};
    char today[DATE_SIZE];
    bool done = session_open_store(session, USE_READ, error) && reviews_list(session->store, NULL, &reviews, error);

    if (done) {
        char *version = store_note_get(session->store, "shipped-version");

        date_today(today);
        reviews_write(&reviews, today, version, &xml);
        free(version);
    }
    if (done && file && strcmp(file, "-") != 0) {
        interrupt_watch();
        done = file_write(file, xml.data, xml.length, error);
        interrupt_unwatch();
        interrupt_end();
        if (done)
            session_remark(session, "%zu mark%s written to %s", reviews.count, plural_ending(reviews.count), file);
    } else if (done) {
        output_write_bytes(&session->output, xml.data, xml.length);
    }
    text_free(&xml);
    reviews_free(&reviews);
    return done;
}

static void write_json(Session *session, const ReviewMerge *merge, bool dry_run)
{
    json_t *root = json_object();

    (void)json_object_set_new(root, "dry_run", json_boolean(dry_run));
    json_put_number(root, "added", (long long)merge->added);
    json_put_number(root, "known", (long long)merge->known);
    json_put_number(root, "earlier", (long long)merge->earlier);
    json_put_list(root, "unknown", &merge->unknown);
    session_write_json(session, root);
}

static void write_text(Session *session, const ReviewMerge *merge, bool dry_run)
{
    for (size_t i = 0; i < merge->unknown.count; i++) {
        char *line = string_format("left out: there is nothing with the id \"%s\"", merge->unknown.items[i]);

        session_write_line(session, line);
        free(line);
    }
    output_format(&session->output, "%s%zu mark%s added, %zu there already", dry_run ? "nothing is changed: " : "",
                  merge->added, plural_ending(merge->added), merge->known);
    if (merge->earlier > 0)
        output_format(&session->output, "; %zu of the added on another text than the item has now", merge->earlier);
    if (merge->unknown.count > 0)
        output_format(&session->output, "; marks of %zu unknown item%s left out", merge->unknown.count,
                      plural_ending(merge->unknown.count));
    output_write(&session->output, "\n");
}

bool review_command_import(Session *session, Error *error)
{
    bool dry_run = invocation_has(session->invocation, OPTION_DRY_RUN);
    Reviews reviews = {0};
    ReviewMerge merge = {0};
    bool done = reviews_read(verb_argument(session, 0), &reviews, error) &&
                session_open_store(session, USE_READ, error) &&
                reviews_merge(session->store, &reviews, dry_run, &merge, error);

    if (done && session->form == FORM_JSON)
        write_json(session, &merge, dry_run);
    else if (done && !session->quiet)
        write_text(session, &merge, dry_run);
    review_merge_free(&merge);
    reviews_free(&reviews);
    return done;
}
