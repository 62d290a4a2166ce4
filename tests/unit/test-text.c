/* Memory, growable strings, lists, errors and dates. */
#include "tests/unit/test.h"

#include "core/date.h"
#include "core/digest.h"
#include "core/error.h"
#include "core/memory.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void strings_are_copied(void **state)
{
    (void)state;
    char *copy = string_copy("weights");
    char *part = string_copy_bytes("a\0b", 3);
    char *empty = string_copy_bytes(NULL, 0);

    assert_string_equal(copy, "weights");
    assert_memory_equal(part, "a\0b", 4);
    assert_string_equal(empty, "");
    assert_null(string_copy(NULL));
    free(copy);
    free(part);
    free(empty);
}

static void strings_compare_with_null_first(void **state)
{
    (void)state;
    assert_int_equal(string_compare(NULL, NULL), 0);
    assert_true(string_compare(NULL, "") < 0);
    assert_true(string_compare("", NULL) > 0);
    assert_true(string_compare("a", "b") < 0);
    assert_int_equal(string_compare("a", "a"), 0);
}

static void memory_out_aborts(void **state)
{
    (void)state;
    int status;
    pid_t child = fork();

    if (child == 0) {
        close(STDERR_FILENO);
        void *volatile never = memory_resize(NULL, SIZE_MAX / 2, 4);
        _exit(never ? 1 : 2);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
}

static void text_grows(void **state)
{
    (void)state;
    Text text = {0};

    text_append(&text, NULL);
    assert_null(text.data);
    for (int i = 0; i < 1000; i++)
        text_append_format(&text, "%d,", i);
    text_append_character(&text, '!');
    assert_int_equal(text.length, 10 * 2 + 90 * 3 + 900 * 4 + 1);
    assert_int_equal(strlen(text.data), text.length);
    text_reset(&text);
    assert_string_equal(text.data, "");
    text_append_bytes(&text, "a\0b", 3);
    assert_int_equal(text.length, 3);
    char *taken = text_take(&text);
    assert_memory_equal(taken, "a\0b", 4);
    assert_null(text.data);
    free(taken);
    taken = text_take(&text);
    assert_string_equal(taken, "");
    free(taken);
    text_free(&text);
}

static void text_grows_at_its_capacity(void **state)
{
    (void)state;
    /* A string that ends exactly where the memory does must still have room for the NUL. */
    for (size_t length = 1; length < 200; length++) {
        Text text = {0};
        for (size_t i = 0; i < length; i++)
            text_append_character(&text, 'x');
        assert_int_equal(strlen(text.data), length);
        assert_true(text.capacity > text.length);
        text_free(&text);
    }
}

static void lists_sort_and_find(void **state)
{
    (void)state;
    StringList list = {0};
    const char *words[] = {"weights", "data", "Code", "data"};

    string_list_sort(&list);
    for (size_t i = 0; i < 4; i++)
        string_list_add(&list, words[i]);
    string_list_take(&list, string_copy("alignment"));
    string_list_sort(&list);
    assert_string_equal(list.items[0], "Code");
    assert_string_equal(list.items[1], "alignment");
    assert_string_equal(list.items[4], "weights");
    assert_true(string_list_contains(&list, "data"));
    assert_false(string_list_contains(&list, "dat"));
    string_list_free(&list);
    assert_int_equal(list.count, 0);
}

static void first_error_stays(void **state)
{
    (void)state;
    Error error = {0};

    assert_false(error_is_set(&error));
    assert_int_equal(error_exit_status(&error), 0);
    error_set_at(&error, ERROR_INPUT, "bloom.md", 7, "cell value \"%s\"", "7");
    error_set(&error, ERROR_USAGE, "later");
    char *text = error_text(&error);
    assert_string_equal(text, "bloom.md:7: cell value \"7\"");
    assert_int_equal(error_exit_status(&error), 1);
    free(text);
    error_clear(&error);
    error_set(&error, ERROR_USAGE, "no such command");
    text = error_text(&error);
    assert_string_equal(text, "no such command");
    assert_int_equal(error_exit_status(&error), 2);
    free(text);
    error_clear(&error);
    error_clear(&error);
    error_clear(NULL);
    error_set(NULL, ERROR_IO, "goes nowhere");
    assert_false(error_is_set(NULL));
}

static void errors_hold_no_controls(void **state)
{
    (void)state;
    Error error = {0};

    error_set_at(&error, ERROR_INPUT, "\x1b[2J.xml", 0, "unknown \"%s\"", "\x1b]0;x\x07\nrisk\xff");
    char *text = error_text(&error);
    assert_string_equal(text, "<U+001B>[2J.xml: unknown \"<U+001B>]0;x<U+0007> risk<FF>\"");
    assert_string_equal(error.file, "\x1b[2J.xml");
    free(text);
    error_clear(&error);
}

static void dates_exist(void **state)
{
    (void)state;
    const char *good[] = {"1900", "2199", "2024-05", "2024-02-29", "2000-02-29", "2023-12-31"};
    const char *bad[] = {"",         "1899",        "2200",       "24",         "2024-",
                         "2024-13",  "2024-00",     "2023-02-29", "2100-02-29", "2024-04-31",
                         "2024-1-1", "2024-01-00",  "2024-01-1",  "2024/01/01", "2024-01-01 ",
                         "٢٠٢٤",     "2024-01-01T", " 2024-01-1", "+024-01-01", "2024-0 1"};

    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(date_is_valid(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(date_is_valid(bad[i]));
    assert_false(date_is_valid(NULL));
}

static void dates_compare(void **state)
{
    (void)state;
    assert_int_equal(date_compare("2024", "2024-01-01"), 0);
    assert_true(date_compare("2024-05", "2024-05-02") < 0);
    assert_true(date_compare("2024-06", "2024-05-31") > 0);
    assert_true(date_compare("2023-12-31", "2024") < 0);
    assert_true(date_compare(NULL, "1900") < 0);
    assert_true(date_compare("1900", "no date") > 0);
    assert_int_equal(date_compare(NULL, "no date"), 0);
}

static void today_can_be_fixed(void **state)
{
    (void)state;
    char today[DATE_SIZE];

    setenv("GAIRO_TODAY", "2024-05-31", 1);
    date_today(today);
    assert_string_equal(today, "2024-05-31");
    setenv("GAIRO_TODAY", "2024-05", 1);
    date_today(today);
    assert_string_not_equal(today, "2024-05");
    assert_int_equal(strlen(today), 10);
    assert_true(date_is_valid(today));
    setenv("GAIRO_TODAY", "2024-12-31", 1);
    date_today_anywhere(today);
    assert_string_equal(today, "2025-01-01");
    unsetenv("GAIRO_TODAY");
    date_today(today);
    assert_true(date_is_valid(today));
    char latest[DATE_SIZE];
    date_today_anywhere(latest);
    assert_true(date_is_valid(latest));
    assert_true(date_compare(latest, today) >= 0);
}

static void digests_are_sha256(void **state)
{
    (void)state;
    char digest[DIGEST_SIZE];

    digest_bytes(NULL, 0, digest);
    assert_string_equal(digest, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    digest_bytes("abc", 3, digest); /* the example of FIPS 180-4 */
    assert_string_equal(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void one_is_no_plural(void **state)
{
    (void)state;
    assert_string_equal(plural_ending(1), "");
    assert_string_equal(plural_ending(0), "s");
    assert_string_equal(plural_ending(2), "s");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_are_copied),
        cmocka_unit_test(strings_compare_with_null_first),
        cmocka_unit_test(memory_out_aborts),
        cmocka_unit_test(text_grows),
        cmocka_unit_test(text_grows_at_its_capacity),
        cmocka_unit_test(lists_sort_and_find),
        cmocka_unit_test(first_error_stays),
        cmocka_unit_test(errors_hold_no_controls),
        cmocka_unit_test(dates_exist),
        cmocka_unit_test(dates_compare),
        cmocka_unit_test(today_can_be_fixed),
        cmocka_unit_test(digests_are_sha256),
        cmocka_unit_test(one_is_no_plural),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
