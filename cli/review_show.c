/* The text of one item that a mark is about, and its marks. */
#include "cli/prose.h"
#include "cli/review.h"
#include "core/memory.h"
#include "store/paper_words.h"

#include <stdlib.h>
#include <string.h>

#define INDENT 2

static const TableColumn columns[] = {{"date", "Date", false, false}, {"verdict", "Verdict", false, false},
                                      {"name", "Name", false, false}, {"current", "Text", false, false},
                                      {"note", "Note", false, true},  {"digest", "Digest", false, false}};

/* "reference.eiras2024risks, Section 3.1 (paper)" */
static void write_places(Session *session, const Item *item)
{
    for (size_t i = 0; i < item->citation_count; i++) {
        const Citation *citation = &item->citations[i].citation;
        char *line = string_format("From %s%s%s (%s)", citation->reference ? citation->reference : "no source",
                                   citation->locator ? ", " : "", citation->locator ? citation->locator : "",
                                   citation->basis ? citation->basis : "no basis");

        prose_write(session, 0, line);
        free(line);
    }
}

/* Where a field is from that does not come from where its item does: "[not the paper's: editorial, reference.gairo]".
 */
static void write_place(Session *session, const Citation *citation)
{
    if (!citation->basis && !citation->locator)
        return;
    char *line = string_format("[%s%s%s%s%s%s]",
                               citation_is_of_paper(citation) ? "" : "not the paper's: ", citation->basis ? citation->basis : "",
                               citation->reference ? ", " : "", citation->reference ? citation->reference : "",
                               citation->locator ? ", " : "", citation->locator ? citation->locator : "");
    prose_write(session, INDENT, line);
    free(line);
}

/* "order" is no text that a reader sees. */
static void write_fields(Session *session, const Item *item)
{
    for (size_t i = 0; i < item->field_count; i++) {
        const ItemField *field = &item->fields[i];
        const FieldDefinition *definition = field_find(item->kind, field->name);

        if (strcmp(field->name, "order") == 0)
            continue;
        char *heading = string_format("%s%s%s", definition ? definition->title : field->name, field->value ? ": " : "",
                                      field->value ? field->value : "");
        prose_write_heading(session, heading);
        prose_write(session, INDENT, field->text);
        write_place(session, &field->citation);
        free(heading);
    }
}

void review_write_item(Session *session, const Item *item)
{
    char *line = string_format("%s  %s", kind_definition(item->kind)->title, item->id);
    char *words = review_words(&item->review, item_is_unchecked(item));
    char *state = string_format("State: %s", words ? words : "nobody marked it");

    session_write_line(session, item->title);
    session_write_line(session, line);
    write_places(session, item);
    prose_write(session, 0, state);
    if (item->review.note) {
        char *note = string_format("Note: %s", item->review.note);
        prose_write(session, 0, note);
        free(note);
    }
    prose_write(session, 0, review_covers(item));
    output_write(&session->output, "\n");
    prose_write(session, 0, item->summary);
    if (item->body) {
        output_write(&session->output, "\n");
        prose_write(session, 0, item->body);
    }
    write_fields(session, item);
    free(state);
    free(words);
    free(line);
}

static bool is_current(const Item *item, const Review *review)
{
    return strcmp(item->digest, review->digest) == 0;
}

static void write_json(Session *session, const Item *item, const Reviews *reviews)
{
    json_t *root = json_object(), *array = json_array();
    char *words = review_words(&item->review, item_is_unchecked(item));

    json_put(root, "id", item->id);
    json_put(root, "kind", kind_definition(item->kind)->name);
    json_put(root, "title", item->title);
    json_put(root, "state", review_state_name(item->review.state));
    json_put(root, "review", words);
    json_put(root, "digest", item->digest);
    for (size_t i = 0; i < reviews->count; i++) {
        const Review *review = &reviews->reviews[i];
        json_t *object = json_object();

        json_put(object, "verdict", verdict_name(review->verdict));
        json_put(object, "name", review->reviewer);
        json_put(object, "date", review->date);
        json_put(object, "note", review->note);
        json_put(object, "digest", review->digest);
        (void)json_object_set_new(object, "current", json_boolean(is_current(item, review)));
        (void)json_array_append_new(array, object);
    }
    (void)json_object_set_new(root, "reviews", array);
    session_write_json(session, root);
    free(words);
}

static bool write_marks(Session *session, const Item *item, const Reviews *reviews, Error *error)
{
    bool people = session->form == FORM_TABLE;
    Table table;

    if (people && reviews->count == 0)
        return true;
    if (people)
        prose_write_heading(session, "Marks, the latest first");
    /* The digest is of no use to people. */
    table_init(&table, columns, sizeof columns / sizeof columns[0] - (people ? 1 : 0));
    for (size_t i = 0; i < reviews->count; i++) {
        const Review *review = &reviews->reviews[i];

        table_add_row(&table);
        table_set(&table, 0, review->date);
        table_set(&table, 1, verdict_name(review->verdict));
        table_set(&table, 2, review->reviewer);
        table_set(&table, 3, is_current(item, review) ? "this" : "an earlier one");
        table_set(&table, 4, review->note);
        if (!people)
            table_set(&table, 5, review->digest);
    }
    bool done = session_write_table(session, &table, "", error);
    table_free(&table);
    return done;
}

bool review_command_show(Session *session, Error *error)
{
    Reviews reviews = {0};
    Item *item = NULL;
    bool done = false;

    if (!session_open_store(session, USE_READ, error) ||
        !(item = item_load(session->store, verb_argument(session, 0), error)) ||
        !reviews_list(session->store, item->id, &reviews, error))
        goto cleanup;
    if (session->form == FORM_JSON) {
        write_json(session, item, &reviews);
        done = true;
    } else {
        if (session->form == FORM_TABLE)
            review_write_item(session, item);
        done = write_marks(session, item, &reviews, error);
    }
cleanup:
    reviews_free(&reviews);
    item_free(item);
    return done;
}
