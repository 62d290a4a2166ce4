/* Records as data: their digest, and to and from frames. */
#include "tests/unit/test.h"

#include "core/memory.h"
#include "core/record.h"

#include <stdlib.h>
#include <string.h>

static Citation *add_citation(Record *record, const char *reference)
{
    Citation *citation = record_add_citation(record);

    *citation = (Citation){string_copy(reference), string_copy("§ 2"), string_copy("paper"), 4};
    return citation;
}

static void add_field(Record *record, const char *name, const char *value)
{
    *record_add_field(record) = (RecordField){.name = string_copy(name), .value = string_copy(value), .line = 5};
}

static void add_link(Record *record, const char *relation, const char *to)
{
    *record_add_link(record) = (RecordLink){.relation = string_copy(relation),
                                            .to = string_copy(to),
                                            .line = 6,
                                            .citation = {string_copy("reference.x"), NULL, string_copy("law"), 0}};
}

static void add_cell(Record *record, const char *component, const char *value)
{
    *record_add_cell(record) =
        (RecordCell){.component = string_copy(component), .value = string_copy(value), .line = 7};
}

static void add_event(Record *record, const char *date, const char *type)
{
    *record_add_event(record) = (RecordEvent){string_copy(date), string_copy(type), NULL, 8};
}

static Record *head(void)
{
    Record *record = record_new();

    record->kind = KIND_MODEL;
    record->id = string_copy("model.bloom");
    record->title = string_copy("BLOOM");
    record->body = string_copy("One.\n\nTwo.");
    record->file = string_copy("bloom.md");
    record->line = 3;
    return record;
}

/* Two of everything; in the other order where reversed. */
static Record *sample(bool reversed)
{
    Record *record = head();
    const char *two[2][2] = {{"a", "b"}, {"b", "a"}};
    const char *const *order = two[reversed];

    for (int i = 0; i < 2; i++) {
        add_citation(record, order[i]);
        add_field(record, order[i], "value");
        add_link(record, "related", order[i]);
        add_cell(record, order[i], "1");
        add_event(record, "2024", order[i]);
    }
    return record;
}

static void digest_of(Record *record, char digest[DIGEST_SIZE])
{
    record_digest(record, digest);
    record_free(record);
}

static void the_order_does_not_matter(void **state)
{
    (void)state;
    char one[DIGEST_SIZE], other[DIGEST_SIZE];

    digest_of(sample(false), one);
    digest_of(sample(true), other);
    assert_string_equal(one, other);
}

static void fields_of_one_name_keep_their_order(void **state)
{
    (void)state;
    Record *first = head(), *second = head();
    char one[DIGEST_SIZE], other[DIGEST_SIZE];

    add_field(first, "spelling", "a");
    add_field(first, "spelling", "b");
    add_field(second, "spelling", "b");
    add_field(second, "spelling", "a");
    digest_of(first, one);
    digest_of(second, other);
    assert_string_not_equal(one, other);
}

static void where_it_was_read_does_not_matter(void **state)
{
    (void)state;
    Record *moved = sample(false);
    char one[DIGEST_SIZE], other[DIGEST_SIZE];

    digest_of(sample(false), one);
    free(moved->file);
    moved->file = NULL;
    moved->line = 99;
    moved->links[0].line = moved->cells[0].line = moved->fields[0].line = moved->events[0].line = 98;
    moved->citations[0].line = 97;
    digest_of(moved, other);
    assert_string_equal(one, other);
}

static void set(char **place, const char *text)
{
    free(*place);
    *place = string_copy(text);
}

/* Changes one thing of a sample; false when there is no such change. */
static bool change(Record *record, int number)
{
    char **places[] = {
        &record->id,
        &record->title,
        &record->summary,
        &record->body,
        &record->citations[0].reference,
        &record->citations[0].locator,
        &record->citations[0].basis,
        &record->fields[0].name,
        &record->fields[0].value,
        &record->fields[0].text,
        &record->fields[0].citation.reference,
        &record->links[0].relation,
        &record->links[0].to,
        &record->links[0].text,
        &record->links[0].citation.locator,
        &record->cells[0].component,
        &record->cells[0].value,
        &record->cells[0].licence,
        &record->cells[0].guess,
        &record->cells[0].text,
        &record->events[0].date,
        &record->events[0].type,
        &record->events[0].text,
    };

    if (number == (int)(sizeof places / sizeof *places))
        record->kind = KIND_TERM;
    else if (number < (int)(sizeof places / sizeof *places))
        set(places[number], "changed");
    return number <= (int)(sizeof places / sizeof *places);
}

static void whatever_is_asserted_matters(void **state)
{
    (void)state;
    char digests[64][DIGEST_SIZE];
    int count = 1;

    digest_of(sample(false), digests[0]);
    for (;; count++) {
        Record *record = sample(false);
        bool changed = change(record, count - 1);
        digest_of(record, digests[count]);
        if (!changed)
            break;
        for (int i = 0; i < count; i++)
            assert_string_not_equal(digests[i], digests[count]);
    }
    assert_int_equal(count, 25);
}

static void what_moves_between_strings_matters(void **state)
{
    (void)state;
    Record *first = head(), *second = head();
    char one[DIGEST_SIZE], other[DIGEST_SIZE];

    set(&first->summary, "ab");
    set(&first->body, "c");
    set(&second->summary, "a");
    set(&second->body, "bc");
    digest_of(first, one);
    digest_of(second, other);
    assert_string_not_equal(one, other);
    first = head();
    second = head();
    add_field(first, "a", "b"); /* a field is no cell, nor an event */
    add_cell(second, "a", "b");
    digest_of(first, one);
    digest_of(second, other);
    assert_string_not_equal(one, other);
}

static void the_digest_stays_over_versions(void **state)
{
    (void)state;
    char digest[DIGEST_SIZE];

    /* Stored in databases: another value here means that every record there looks changed. */
    digest_of(sample(false), digest);
    assert_string_equal(digest, "c0111a47e93b9b65fa64f1a29e29ac560759d5e2011f8fe0a362b5f6a8eacd49");
}

static void frames_carry_records(void **state)
{
    (void)state;
    Record *record = sample(false);
    Frame frame = {0}, again = {0};
    Text bytes = {0}, bytes_again = {0};

    record->cells[0].guess = string_copy("D3 or D4");
    record_encode(record, &frame);
    assert_int_equal(frame.type, FRAME_RECORD);
    Record *decoded = record_decode(&frame, NULL);
    assert_non_null(decoded);
    assert_int_equal(decoded->kind, KIND_MODEL);
    assert_string_equal(decoded->file, "bloom.md");
    assert_null(decoded->summary);
    assert_int_equal(decoded->links[1].line, 6);
    assert_int_equal(decoded->citations[1].line, 4);
    assert_string_equal(decoded->cells[0].guess, "D3 or D4");
    record_encode(decoded, &again);
    frame_encode(&frame, &bytes);
    frame_encode(&again, &bytes_again);
    assert_int_equal(bytes.length, bytes_again.length);
    assert_memory_equal(bytes.data, bytes_again.data, bytes.length);
    record_free(record);
    record_free(decoded);
    frame_clear(&frame);
    frame_clear(&again);
    text_free(&bytes);
    text_free(&bytes_again);
}

static void is_refused(Frame *frame)
{
    Error error = {0};

    assert_null(record_decode(frame, &error));
    assert_int_equal(error.code, ERROR_INPUT);
    error_clear(&error);
}

static void replace_string(Frame *frame, size_t index, const char *bytes, size_t length)
{
    free(frame->strings[index]);
    frame->strings[index] = string_copy_bytes(bytes, length);
    frame->lengths[index] = length;
}

static void malformed_frames_are_refused(void **state)
{
    (void)state;
    Record *record = sample(false);
    const struct {
        size_t index;
        const char *bytes;
        size_t length;
    } cases[] = {{0, "nothing", 7}, {1, "a\0b", 3}, {6, "-1", 2}, {7, "x", 1},
                 {7, "20001", 5},   {7, "3", 1},    {8, "1", 1},  {11, "-2", 2}};
    Frame frame = {0};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        record_encode(record, &frame);
        replace_string(&frame, cases[i].index, cases[i].bytes, cases[i].length);
        is_refused(&frame);
    }
    record_encode(record, &frame);
    frame.type = 'S';
    is_refused(&frame);
    record_encode(record, &frame);
    frame_add(&frame, "one more");
    is_refused(&frame);
    record_encode(record, &frame);
    for (size_t count = frame.count; count-- > 0;) {
        Frame part = frame;
        part.count = count;
        is_refused(&part);
    }
    frame_clear(&frame);
    record_free(record);
    record_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_does_not_matter),
        cmocka_unit_test(fields_of_one_name_keep_their_order),
        cmocka_unit_test(where_it_was_read_does_not_matter),
        cmocka_unit_test(whatever_is_asserted_matters),
        cmocka_unit_test(what_moves_between_strings_matters),
        cmocka_unit_test(the_digest_stays_over_versions),
        cmocka_unit_test(frames_carry_records),
        cmocka_unit_test(malformed_frames_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
