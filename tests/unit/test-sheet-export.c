/* From the store to a file, through the real worker: all of it, or nothing. This program is built at the top of the build
 * folder, because there the worker and the stylesheets are found as they are by gairo. */
#include "core/file.h"
#include "core/memory.h"
#include "sheets/fit.h"
#include "sheets/sheets.h"
#include "store/sheets.h"
#include "tests/unit/sheet-fixture.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static Fixture fixture;
static StringList ids;
static const SheetRequest request = {.ids = &ids, .as_of = "2026-11-23"};

static char *in_folder(const char *name)
{
    return path_join(fixture.folder, name);
}

static size_t files_in_folder(void)
{
    StringList files = {0};
    Error error = {0};
    if (!folder_files(fixture.folder, 100, &files, &error))
        fail_msg("%s", error.message);
    size_t count = files.count;
    string_list_free(&files);
    return count;
}

static void assert_starts(const char *path, const char *start)
{
    Text content = {0};
    Error error = {0};
    if (!file_read(path, 1024 * 1024, &content, &error))
        fail_msg("%s", error.message);
    assert_int_equal(strncmp(content.data, start, strlen(start)), 0);
    text_free(&content);
}

static void export_to(const char *name, const char *start)
{
    char *path = in_folder(name);
    Error error = {0};
    if (!sheet_export(fixture.store, &request, output_format_for_file(path), path, &error))
        fail_msg("%s", error.message);
    assert_starts(path, start);
    assert_int_equal(unlink(path), 0);
    free(path);
}

static void test_export(void **state)
{
    (void)state;
    export_to("sheet.html", "<!DOCTYPE html");
    export_to("sheet.md", "# Open generative AI: risks and mitigations\n\n");
}

/* Exports to path, which must fail; the error's text, which the caller owns. */
static char *export_failure(const char *path, const OutputFormat *format)
{
    Error error = {0};
    assert_false(sheet_export(fixture.store, &request, format, path, &error));
    char *text = error_text(&error);
    assert_null(strchr(text, '\n'));
    error_clear(&error);
    return text;
}

static void test_failing_stylesheet_keeps_the_old_file(void **state)
{
    (void)state;
    const OutputFormat failing = {"failing", "Failing", ".txt", "text", {"tests/unit/sheet-failing.xsl"}, NULL, NULL, false};
    char *path = in_folder("sheet.txt");
    assert_true(file_write(path, "old", 3, NULL));
    size_t before = files_in_folder();
    char *text = export_failure(path, &failing);
    assert_string_equal(text, "tests/unit/sheet-failing.xsl:7: function no-such-function not found");
    assert_starts(path, "old");
    assert_int_equal(files_in_folder(), before);
    unlink(path);
    free(text);
    free(path);
}

static void test_missing_stylesheet(void **state)
{
    (void)state;
    const OutputFormat missing = {"missing", "Missing", ".txt", "text", {"sheets/render/missing.xsl"}, NULL, NULL, false};
    char *path = in_folder("sheet.txt"), *text = export_failure(path, &missing);
    assert_non_null(strstr(text, "missing.xsl"));
    assert_false(file_exists(path));
    free(text);
    free(path);
}

static void test_places_that_cannot_be_written(void **state)
{
    (void)state;
    static const char *const places[] = {"/no/such/folder/sheet.html", "/dev/full", "/proc/sheet.html", "/tmp"};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        char *text = export_failure(places[i], output_format_find("html"));
        assert_int_equal(strncmp(text, places[i], strlen(places[i])), 0);
        free(text);
    }
    struct stat status;
    assert_int_equal(stat("/dev/full", &status), 0);
    assert_true(S_ISCHR(status.st_mode));
}

/* A limit on the size of files stands for a full disk. */
static void test_full_disk(void **state)
{
    (void)state;
    struct rlimit old, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small = (struct rlimit){.rlim_cur = 1000, .rlim_max = old.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    char *path = in_folder("sheet.html");
    size_t before = files_in_folder();
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    char *text = export_failure(path, output_format_find("html"));
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    signal(SIGXFSZ, SIG_DFL);
    assert_int_equal(strncmp(text, path, strlen(path)), 0);
    assert_false(file_exists(path));
    assert_int_equal(files_in_folder(), before);
    free(text);
    free(path);
}

static int open_all(void **state)
{
    (void)state;
    fixture_open(&fixture);
    string_list_add(&ids, "risk.one");
    string_list_add(&ids, "mitigation.one");
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    fixture_close(&fixture);
    string_list_free(&ids);
    return 0;
}

static bool stop_now(void *context)
{
    ++*(int *)context;
    return false;
}

/* Composing it once for each item takes long where there are many. */
static void test_looking_for_cuts_can_be_stopped(void **state)
{
    (void)state;
    Error error = {0};
    SheetFit fit = {0};
    int asked = 0;
    char *remark = string_format("%04000d", 0);
    assert_true(sheet_create(fixture.store, "long", NULL, &error));
    assert_true(sheet_set(fixture.store, "long", SHEET_TEMPLATE, "recommendation", &error));
    for (size_t i = 0; i < ids.count; i++) {
        assert_true(sheet_add(fixture.store, "long", ids.items[i], &error));
        assert_true(sheet_set_remark(fixture.store, "long", ids.items[i], remark, &error));
    }
    free(remark);
    Sheet *sheet = sheet_load(fixture.store, "long", &error);
    const SheetRequest of_sheet = {.sheet = sheet, .as_of = "2026-11-23"};
    assert_true(sheet_fit_measure(fixture.store, &of_sheet, false, NULL, NULL, &fit, &error));
    assert_true(sheet_fit_exceeds(&fit));
    assert_false(sheet_fit_measure(fixture.store, &of_sheet, true, stop_now, &asked, &fit, &error));
    assert_int_equal(error.code, ERROR_CANCELLED);
    assert_true(asked > 0);
    error_clear(&error);
    sheet_fit_free(&fit);
    /* A rendering that takes no time can be stopped too: many of them take long. */
    fit = (SheetFit){0};
    assert_false(sheet_fit_measure(fixture.store, &of_sheet, false, stop_now, &asked, &fit, &error));
    assert_int_equal(error.code, ERROR_CANCELLED);
    error_clear(&error);
    sheet_fit_free(&fit);
    sheet_free(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_export),
        cmocka_unit_test(test_failing_stylesheet_keeps_the_old_file),
        cmocka_unit_test(test_missing_stylesheet),
        cmocka_unit_test(test_places_that_cannot_be_written),
        cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_looking_for_cuts_can_be_stopped),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
