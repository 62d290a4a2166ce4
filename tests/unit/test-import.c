/* What an import counts, changes and removes, and that a refused one changes nothing. */
#include "tests/unit/test.h"

#include "core/file.h"
#include "core/memory.h"
#include "store/items.h"
#include "store/sources.h"
#include "tests/unit/sandbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define RISK(number) RISK_ITEM("risk." number, "Risk " number)
/* A term that says to see another one. */
#define SEES(id, other)                                                                                                \
    "<term id=\"term." id "\"><title>" id "</title><summary>What it is.</summary><field name=\"see\" value=\"term." \
    other "\"/><source ref=\"reference.base\" basis=\"literature\"/></term>\n"

static void test_counts_added_unchanged_changed_and_removed(void **state)
{
    Sandbox *sandbox = *state;

    sandbox_write_data(sandbox, "in/a.xml", "fixture", RISK("a") RISK("b"));
    sandbox_write_data(sandbox, "in/deep/c.xml", "fixture", RISK("c") ITEM("term", "term.t", "T"));
    assert_true(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 4, 0, 0, 0, 0);
    assert_int_equal(sandbox->report.kinds[KIND_RISK].added, 3);
    assert_int_equal(sandbox->report.kinds[KIND_TERM].added, 1);
    assert_true(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 0, 0, 4, 0, 0);
    sandbox_write_data(sandbox, "in/a.xml", "fixture", RISK_ITEM("risk.a", "Another title"));
    assert_true(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 0, 1, 2, 1, 0);
    assert_int_equal(sandbox->report.kinds[KIND_RISK].removed, 1);
    assert_true(has_item(sandbox, "risk.a"));
    assert_false(has_item(sandbox, "risk.b"));
    assert_true(has_item(sandbox, "reference.base"));
}

static void test_a_file_that_is_gone_is_removed_with_its_folder_only(void **state)
{
    Sandbox *sandbox = *state;

    sandbox_write_data(sandbox, "in/a.xml", "fixture", RISK("a"));
    sandbox_write_data(sandbox, "in/b.xml", "fixture", RISK("b"));
    sandbox_write_data(sandbox, "elsewhere/c.xml", "fixture", RISK("c"));
    assert_true(sandbox_import(sandbox, "in"));
    assert_true(sandbox_import(sandbox, "elsewhere"));
    sandbox_write(sandbox, "in/b.xml", NULL);
    assert_true(sandbox_import(sandbox, "in/a.xml"));
    check_counts(sandbox, 0, 0, 1, 0, 0);
    assert_true(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 0, 0, 1, 1, 0);
    assert_true(has_item(sandbox, "risk.a"));
    assert_false(has_item(sandbox, "risk.b"));
    assert_true(has_item(sandbox, "risk.c"));
}

static void test_a_source_owns_only_what_it_asserts(void **state)
{
    Sandbox *sandbox = *state;
    Item *item;

    sandbox_write_data(sandbox, "in/a.xml", "fixture", ITEM("reference", "reference.base", "Theirs"));
    assert_true(sandbox_import(sandbox, "in"));
    item = item_load(sandbox->store, "reference.base", NULL);
    assert_string_equal(item->title, "Base");
    item_free(item);
    sandbox_write_data(sandbox, "in/a.xml", "another", RISK("a"));
    assert_true(sandbox_import(sandbox, "in"));
    /* The file says nothing of "fixture" any more. */
    check_counts(sandbox, 1, 0, 0, 1, 0);
    assert_true(has_item(sandbox, "reference.base"));
}

static void test_a_shipped_source_speaks_through_the_shipped_data_only(void **state)
{
    Sandbox *sandbox = *state;

    sandbox_write_data(sandbox, "in/a.xml", "gairo", ITEM("term", "term.a", "A"));
    sandbox_remember(sandbox);
    assert_false(sandbox_import(sandbox, "in"));
    check_failure(sandbox, ERROR_INPUT, 2, "source \"gairo\" is the shipped data set's own; give the file a source name");
    check_counts(sandbox, 0, 0, 0, 0, 1);
    check_untouched(sandbox);
    sandbox->options.dry_run = true;
    assert_true(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 1, 0, 0, 0, 0);
    assert_int_equal(sandbox->report.remarks.count, 1);
    assert_non_null(strstr(sandbox->report.remarks.items[0], "the shipped data set's own"));
    check_untouched(sandbox);
}

static void test_sources_have_their_rank(void **state)
{
    Sandbox *sandbox = *state;
    SourceInfos sources;

    sandbox_write_data(sandbox, "in/b.xml", "fixture", RISK("b"));
    assert_true(sandbox_import(sandbox, "in"));
    assert_true(sources_list(sandbox->store, &sources, NULL));
    assert_int_equal(sources.count, 2);
    assert_string_equal(sources.sources[0].id, "gairo");
    assert_int_equal(sources.sources[0].rank, 0);
    assert_int_equal(sources.sources[1].rank, 100);
    source_infos_free(&sources);
}

static void test_a_file_without_items_is_told_and_changes_nothing(void **state)
{
    Sandbox *sandbox = *state;

    sandbox_write_data(sandbox, "in/a.xml", "fixture", "");
    sandbox_remember(sandbox);
    assert_true(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 0, 0, 0, 0, 0);
    assert_int_equal(sandbox->report.remarks.count, 1);
    assert_non_null(strstr(sandbox->report.remarks.items[0], "in/a.xml: holds no items"));
    check_untouched(sandbox);
    sandbox_write_data(sandbox, "in/b.xml", "fixture", RISK("b"));
    assert_true(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 1, 0, 0, 0, 0);
    assert_int_equal(sandbox->report.remarks.count, 2);
    assert_non_null(strstr(sandbox->report.remarks.items[0], "in/a.xml: holds no items"));
    assert_non_null(strstr(sandbox->report.remarks.items[1], "in/b.xml: 7 notices"));
    sandbox_write_data(sandbox, "in/b.xml", "fixture", "");
    assert_true(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 0, 0, 0, 1, 0);
    assert_false(has_item(sandbox, "risk.b"));
}

static bool stop_at_the_end(void *context, const ImportProgress *progress)
{
    (void)context;
    return progress->files_done < progress->files;
}

/* The store's questions after the last file are stopped too. */
static void test_an_import_stopped_at_its_end_says_that_nothing_was_imported(void **state)
{
    Sandbox *sandbox = *state;
    Text items = {0};

    for (int i = 0; i < 4000; i++)
        text_append_format(&items, ITEM("term", "term.t-%d", "T"), i);
    sandbox_write_data(sandbox, "in/a.xml", "fixture", items.data);
    sandbox_remember(sandbox);
    sandbox->options.progress = stop_at_the_end;
    assert_false(sandbox_import(sandbox, "in"));
    check_failure(sandbox, ERROR_CANCELLED, 0, "stopped; nothing was imported");
    check_untouched(sandbox);
    text_free(&items);
}

static void test_a_dry_run_counts_and_changes_nothing(void **state)
{
    Sandbox *sandbox = *state;

    sandbox_write_data(sandbox, "in/a.xml", "fixture", RISK("a"));
    sandbox_remember(sandbox);
    sandbox->options.dry_run = true;
    assert_true(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 1, 0, 0, 0, 0);
    assert_true(sandbox->report.dry_run);
    check_untouched(sandbox);
    assert_false(has_item(sandbox, "risk.a"));
}

static void test_one_refusal_keeps_everything_out_and_all_are_listed(void **state)
{
    Sandbox *sandbox = *state;

    sandbox_write_data(sandbox, "in/a.xml", "fixture", RISK("a"));
    sandbox_write_data(sandbox, "in/b.xml", "fixture", "<risk id=\"risk.b\"/>\n<danger/>\n" RISK("c"));
    sandbox_write(sandbox, "in/c.xml", "<gairo>");
    sandbox_write(sandbox, "in/d.xml", "<gairo xmlns=\"urn:gairo:data:1\" source=\"x\">\n<\xff/></gairo>");
    sandbox_write_data(sandbox, "in/e.xml", "fixture", RISK("e"));
    sandbox_remember(sandbox);
    assert_false(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 0, 0, 0, 0, 4);
    check_failure(sandbox, ERROR_INPUT, 3, "risk.b has no");
    assert_non_null(strstr(sandbox->error.file, "in/b.xml"));
    assert_int_equal(sandbox->report.refusal_count, 4);
    assert_string_equal(sandbox->report.refusals[0].record, "risk.b");
    assert_int_equal(sandbox->report.kinds[KIND_RISK].refused, 1);
    assert_int_equal(sandbox->report.refusals[1].line, 4);
    assert_null(sandbox->report.refusals[1].record);
    assert_non_null(strstr(sandbox->report.refusals[3].reason, "UTF-8"));
    check_untouched(sandbox);
}

static void test_a_repeated_id_is_refused_with_both_places(void **state)
{
    Sandbox *sandbox = *state;

    sandbox_write_data(sandbox, "in/a.xml", "fixture", RISK("a"));
    sandbox_write_data(sandbox, "in/b.xml", "another", RISK("a"));
    sandbox_write_data(sandbox, "in/c.xml", "fixture", RISK("b") RISK("a"));
    sandbox_remember(sandbox);
    assert_false(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 0, 0, 0, 0, 1);
    check_failure(sandbox, ERROR_INPUT, 4, "in/a.xml:3");
    assert_non_null(strstr(sandbox->error.file, "in/c.xml"));
    check_untouched(sandbox);
}

static void test_links_resolve_over_all_files(void **state)
{
    Sandbox *sandbox = *state;
    const char *risk = "<risk id=\"risk.a\"><title>A</title>" RATED "<source ref=\"reference.base\" basis=\"law\"/>\n"
                       "<link relation=\"in\" to=\"area.a\" ref=\"reference.base\" basis=\"law\"/></risk>\n";

    sandbox_write_data(sandbox, "in/a.xml", "fixture", risk);
    sandbox_remember(sandbox);
    assert_false(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 0, 0, 0, 0, 1);
    check_failure(sandbox, ERROR_INPUT, 4, "area.a");
    check_untouched(sandbox);
    sandbox_write_data(sandbox, "in/b.xml", "another", ITEM("area", "area.a", "Area"));
    assert_true(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 2, 0, 0, 0, 0);
    /* What it points to may not go either. */
    sandbox_write(sandbox, "in/b.xml", NULL);
    sandbox_remember(sandbox);
    assert_false(sandbox_import(sandbox, "in"));
    check_failure(sandbox, ERROR_INPUT, 4, "area.a");
    check_untouched(sandbox);
}

static void check_fixture(Sandbox *sandbox, const char *folder, const char *line)
{
    char file[100], words[200];
    long number = 0;
    char *relative, *path;
    Text content = {0};

    assert_int_equal(sscanf(line, "%99s %ld %199[^\n]", file, &number, words), 3);
    path = string_format("%s/tests/data/%s/%s", getenv("srcdir"), folder, file);
    relative = string_format("in/%s", file);
    assert_true(file_read(path, 1000000, &content, NULL));
    free(path);
    path = sandbox_path(sandbox, "in");
    assert_true(folder_make(path, NULL));
    free(path);
    path = sandbox_path(sandbox, relative);
    assert_true(file_write(path, content.data == NULL ? "" : content.data, content.length, NULL));
    assert_false(sandbox_import(sandbox, relative));
    if (sandbox->error.line != number || strstr(sandbox->error.message, words) == NULL)
        fail_msg("%s:%ld: %s; expected is line %ld with \"%s\"", file, sandbox->error.line, sandbox->error.message,
                 number, words);
    check_untouched(sandbox);
    text_free(&content);
    free(path);
    free(relative);
}

static size_t check_fixtures(Sandbox *sandbox, const char *folder, const char *format)
{
    char *path = string_format("%s/tests/data/%s/EXPECTED", getenv("srcdir"), folder);
    Text list = {0};
    size_t count = 0;

    sandbox->options.format = format;
    sandbox_remember(sandbox);
    assert_true(file_read(path, 1000000, &list, NULL));
    for (char *line = strtok(list.data, "\n"); line != NULL; line = strtok(NULL, "\n"), count++)
        check_fixture(sandbox, folder, line);
    text_free(&list);
    free(path);
    return count;
}

static void test_every_bad_file_is_refused_and_changes_nothing(void **state)
{
    assert_true(check_fixtures(*state, "invalid", "gairo") >= 60);
    assert_true(check_fixtures(*state, "beyond-schema", "gairo") >= 12);
    assert_true(check_fixtures(*state, "unresolved", "gairo") >= 5);
}

static void test_every_valid_file_is_accepted(void **state)
{
    Sandbox *sandbox = *state;
    char *folder = string_format("%s/tests/data/valid", getenv("srcdir"));
    StringList files = {0};

    sandbox->options.dry_run = true;
    assert_true(folder_files(folder, 1000, &files, NULL));
    assert_true(files.count >= 8);
    for (size_t i = 0; i < files.count; i++) {
        StringList paths = {0};

        string_list_add(&paths, files.items[i]);
        if (!import_paths(sandbox->store, &paths, &sandbox->options, &sandbox->report, &sandbox->error))
            fail_msg("%s:%ld: %s", files.items[i], sandbox->error.line, sandbox->error.message);
        import_report_free(&sandbox->report);
        string_list_free(&paths);
    }
    string_list_free(&files);
    free(folder);
}

static void test_paths_that_cannot_be_imported(void **state)
{
    Sandbox *sandbox = *state;

    sandbox_write(sandbox, "unknown/a.txt", "text");
    sandbox_write(sandbox, "unknown/a.xml", "<other/>");
    sandbox_write(sandbox, "unknown/a.md", "# No front matter\n");
    sandbox_write(sandbox, "unknown/.hidden.xml", "<gairo xmlns=\"urn:gairo:data:1\"/>");
    sandbox_write(sandbox, "in/empty.xml", "");
    sandbox_remember(sandbox);
    assert_false(sandbox_import(sandbox, "missing"));
    check_failure(sandbox, ERROR_NOT_FOUND, 0, "no such file");
    assert_false(sandbox_import(sandbox, "unknown"));
    check_failure(sandbox, ERROR_INPUT, 0, "no file of a known format");
    assert_int_equal(sandbox->report.skipped.count, 3);
    assert_false(sandbox_import(sandbox, "unknown/a.txt"));
    check_failure(sandbox, ERROR_INPUT, 0, "no format is known");
    assert_false(sandbox_import(sandbox, "in/empty.xml"));
    check_failure(sandbox, ERROR_INPUT, 0, "empty");
    sandbox->options.format = "nothing";
    assert_false(sandbox_import(sandbox, "unknown"));
    check_failure(sandbox, ERROR_USAGE, 0, "nothing");
    check_untouched(sandbox);
}

static void test_what_is_no_regular_file_is_refused_without_waiting(void **state)
{
    Sandbox *sandbox = *state;
    char *path = sandbox_path(sandbox, "pipe.xml");

    assert_int_equal(mkfifo(path, 0600), 0);
    assert_false(sandbox_import(sandbox, "pipe.xml"));
    check_failure(sandbox, ERROR_IO, 0, "no regular file");
    sandbox->options.format = "gairo";
    assert_false(sandbox_import(sandbox, "pipe.xml"));
    check_failure(sandbox, ERROR_IO, 0, "no regular file");
    free(path);
}

static void test_files_of_a_folder_that_no_format_knows_are_skipped(void **state)
{
    Sandbox *sandbox = *state;

    sandbox_write_data(sandbox, "in/a.xml", "fixture", RISK("a"));
    sandbox_write(sandbox, "in/README", "text");
    sandbox_write(sandbox, "in/b.xml", "<other/>");
    assert_true(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 1, 0, 0, 0, 0);
    assert_int_equal(sandbox->report.skipped.count, 2);
    assert_non_null(strstr(sandbox->report.skipped.items[0], "in/README"));
}

static void test_a_file_named_twice_is_read_once(void **state)
{
    Sandbox *sandbox = *state;
    StringList paths = {0};

    sandbox_write_data(sandbox, "in/a.xml", "fixture", RISK("a"));
    string_list_take(&paths, sandbox_path(sandbox, "in"));
    string_list_take(&paths, sandbox_path(sandbox, "in/../in/a.xml"));
    assert_true(import_paths(sandbox->store, &paths, NULL, &sandbox->report, &sandbox->error));
    check_counts(sandbox, 1, 0, 0, 0, 0);
    string_list_free(&paths);
}

static void test_formats_are_guessed(void **state)
{
    static const char xml[] = "\xEF\xBB\xBF<?xml version='1.0'?>\n<gairo xmlns='urn:gairo:data:1'>";
    static const char front[] = "---\r\ntitle: A\r\nevaluation:\r\n";
    Error error = {0};
    ImportFormats *formats = import_formats_load(&error);

    (void)state;
    if (formats == NULL)
        fail_msg("%s", error.message);
    assert_string_equal(import_formats_guess(formats, "a/b.xml", xml, sizeof(xml))->name, "gairo");
    assert_string_equal(import_formats_guess(formats, "b.md", front, sizeof(front))->name, "openness");
    assert_null(import_formats_guess(formats, "b.txt", xml, sizeof(xml)));
    assert_null(import_formats_guess(formats, "b.xml", front, sizeof(front)));
    assert_null(import_formats_guess(formats, "b.md", "---\ntitle: evaluation:\n", 23));
    assert_null(import_formats_guess(formats, "b.md", "", 0));
    assert_null(import_formats_find(formats, "nothing"));
    for (size_t i = 0; i < import_formats_count(formats); i++) {
        assert_ptr_equal(import_formats_find(formats, import_formats_at(formats, i)->name),
                         import_formats_at(formats, i));
        assert_null(import_formats_at(formats, i)->fault);
    }
    import_formats_free(formats);
}

static void test_what_no_file_of_the_load_holds_is_not_left_dangling(void **state)
{
    Sandbox *sandbox = *state;

    sandbox_write_data(sandbox, "in/a.xml", "fixture", SEES("a", "b"));
    sandbox_write_data(sandbox, "in/b.xml", "fixture", SEES("b", "b") SEES("c", "c"));
    assert_true(sandbox_import(sandbox, "in"));
    sandbox_write_data(sandbox, "in/b.xml", "fixture", SEES("c", "c"));
    sandbox_remember(sandbox);
    sandbox->options.keep_going = true;
    assert_false(sandbox_import(sandbox, "in/b.xml"));
    check_failure(sandbox, ERROR_INPUT, 3, "term.b");
    check_counts(sandbox, 0, 0, 0, 0, 1);
    assert_int_equal(sandbox->report.refusal_count, 1);
    check_untouched(sandbox);
}

/* What is refused takes along what rests on it, link by link. */
static void test_a_refused_record_counts_once(void **state)
{
    Sandbox *sandbox = *state;

    sandbox->options.keep_going = true;
    sandbox_write_data(sandbox, "in/a.xml", "fixture",
                       SEES("a", "b") SEES("b", "c") SEES("c", "nowhere") SEES("d", "d") RISK("e"));
    assert_true(sandbox_import(sandbox, "in"));
    check_counts(sandbox, 2, 0, 0, 0, 3);
    assert_int_equal(sandbox->report.kinds[KIND_TERM].added, 1);
    assert_int_equal(sandbox->report.kinds[KIND_TERM].refused, 3);
    assert_int_equal(sandbox->report.refusal_count, 3);
    assert_false(has_item(sandbox, "term.a"));
    assert_true(has_item(sandbox, "term.d"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, sandbox_set_up_open, sandbox_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_counts_added_unchanged_changed_and_removed),
        TEST(test_a_file_that_is_gone_is_removed_with_its_folder_only),
        TEST(test_a_source_owns_only_what_it_asserts),
        TEST(test_a_shipped_source_speaks_through_the_shipped_data_only),
        TEST(test_sources_have_their_rank),
        TEST(test_a_file_without_items_is_told_and_changes_nothing),
        TEST(test_an_import_stopped_at_its_end_says_that_nothing_was_imported),
        TEST(test_a_dry_run_counts_and_changes_nothing),
        TEST(test_one_refusal_keeps_everything_out_and_all_are_listed),
        TEST(test_a_repeated_id_is_refused_with_both_places),
        TEST(test_links_resolve_over_all_files),
        TEST(test_every_bad_file_is_refused_and_changes_nothing),
        TEST(test_every_valid_file_is_accepted),
        TEST(test_paths_that_cannot_be_imported),
        TEST(test_what_is_no_regular_file_is_refused_without_waiting),
        TEST(test_files_of_a_folder_that_no_format_knows_are_skipped),
        TEST(test_a_file_named_twice_is_read_once),
        TEST(test_formats_are_guessed),
        TEST(test_what_no_file_of_the_load_holds_is_not_left_dangling),
        TEST(test_a_refused_record_counts_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
