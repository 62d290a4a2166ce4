/* Files, folders and where gairo's own are. */
#include "tests/unit/test.h"

#include "core/file.h"
#include "core/memory.h"
#include "core/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *folder; /* fresh for each test */

static char *in_folder(const char *name)
{
    return path_join(folder, name);
}

static int make_folder(void **state)
{
    (void)state;
    const char *base = getenv("TMPDIR");

    folder = path_join(base && *base ? base : "/tmp", "gairo-test-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    char *command = string_format("chmod -R u+rwx '%s' && rm -rf '%s'", folder, folder);
    int status = system(command);

    free(command);
    free(folder);
    return status;
}

static void put(const char *name, const char *content)
{
    char *path = in_folder(name);
    Error error = {0};

    assert_true(file_write(path, content, strlen(content), &error));
    free(path);
}

static size_t files_in_folder(void)
{
    StringList files = {0};
    char *command = string_format("test -z \"$(ls -A '%s' | grep '^\\.')\"", folder);

    assert_int_equal(system(command), 0); /* no part files */
    assert_true(folder_files(folder, 100, &files, NULL));
    size_t count = files.count;
    string_list_free(&files);
    free(command);
    return count;
}

static void the_longest_name_can_be_written(void **state)
{
    (void)state;
    char name[NAME_MAX + 1];

    memset(name, 'n', NAME_MAX);
    name[NAME_MAX] = '\0';
    char *path = in_folder(name);
    Error error = {0};
    bool written = file_write(path, "x", 1, &error);
    if (!written)
        print_error("%s\n", error.message);
    assert_true(written);
    assert_int_equal(unlink(path), 0);
    free(path);
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    char *path = in_folder("sheet.md");
    Text content = {0};

    assert_false(file_exists(path));
    assert_true(file_write(path, "one\0two", 7, NULL));
    assert_true(file_exists(path));
    assert_true(file_read(path, 7, &content, NULL));
    assert_int_equal(content.length, 7);
    assert_memory_equal(content.data, "one\0two", 7);
    assert_true(file_write(path, "", 0, NULL));
    text_reset(&content);
    assert_true(file_read(path, 0, &content, NULL));
    assert_int_equal(content.length, 0);
    assert_int_equal(files_in_folder(), 1);
    text_free(&content);
    free(path);
}

static void reading_is_capped(void **state)
{
    (void)state;
    char *path = in_folder("large");
    Text content = {0};
    Error error = {0};

    put("large", "12345678");
    assert_false(file_read(path, 7, &content, &error));
    assert_int_equal(error.code, ERROR_LIMIT);
    assert_string_equal(error.file, path);
    error_clear(&error);
    text_free(&content);
    free(path);
}

static void only_files_are_read(void **state)
{
    (void)state;
    char *pipe_path = in_folder("pipe"), *none = in_folder("none"), *below = in_folder("file/below");
    Text content = {0};
    Error error = {0};

    assert_false(file_read(folder, 100, &content, &error));
    assert_int_equal(error.code, ERROR_IO);
    error_clear(&error);
    assert_false(file_read(none, 100, &content, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    error_clear(&error);
    put("file", "x");
    assert_false(file_read(below, 100, &content, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    error_clear(&error);
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    assert_false(file_read(pipe_path, 100, &content, &error)); /* and does not wait for a writer */
    assert_int_equal(error.code, ERROR_IO);
    error_clear(&error);
    assert_false(file_write(pipe_path, "x", 1, &error));
    assert_int_equal(error.code, ERROR_IO);
    error_clear(&error);
    assert_false(file_read("/dev/zero", 100, &content, NULL));
    text_free(&content);
    free(pipe_path);
    free(none);
    free(below);
}

static void replacing_keeps_mode_and_link(void **state)
{
    (void)state;
    char *path = in_folder("private"), *link = in_folder("link"), *fresh = in_folder("fresh");
    struct stat status;
    Text content = {0};

    put("private", "old");
    assert_int_equal(chmod(path, 0600), 0);
    assert_int_equal(symlink("private", link), 0);
    assert_true(file_write(link, "new", 3, NULL));
    assert_int_equal(lstat(link, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 07777, 0600);
    assert_true(file_read(path, 10, &content, NULL));
    assert_string_equal(content.data, "new");
    mode_t before = umask(027);
    assert_true(file_write(fresh, "x", 1, NULL));
    umask(before);
    assert_int_equal(stat(fresh, &status), 0);
    assert_int_equal(status.st_mode & 07777, 0640);
    text_free(&content);
    free(path);
    free(link);
    free(fresh);
}

static void failing_leaves_all_as_it_was(void **state)
{
    (void)state;
    char *path = in_folder("kept"), *nowhere = in_folder("none/file");
    Text content = {0};
    Error error = {0};

    put("kept", "kept");
    assert_false(file_write(nowhere, "x", 1, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    error_clear(&error);
    assert_false(file_write(folder, "x", 1, &error));
    assert_int_equal(error.code, ERROR_IO);
    error_clear(&error);
    if (geteuid() != 0) {
        assert_int_equal(chmod(folder, 0500), 0);
        assert_false(file_write(path, "lost", 4, &error));
        assert_int_equal(error.code, ERROR_IO);
        error_clear(&error);
        assert_int_equal(chmod(folder, 0700), 0);
    }
    assert_true(file_read(path, 10, &content, NULL));
    assert_string_equal(content.data, "kept");
    assert_int_equal(files_in_folder(), 1);
    text_free(&content);
    free(path);
    free(nowhere);
}

static void a_closed_pipe_is_an_error(void **state)
{
    (void)state;
    int ends[2];
    Error error = {0};
    sigset_t pending;

    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    errno = 0;
    assert_false(descriptor_write(ends[1], "x", 1, &error)); /* SIGPIPE would end this program */
    assert_int_equal(errno, EPIPE);
    assert_int_equal(error.code, ERROR_IO);
    sigpending(&pending);
    assert_false(sigismember(&pending, SIGPIPE));
    close(ends[1]);
    error_clear(&error);
}

static void a_full_device_is_an_error(void **state)
{
    (void)state;
    int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    Error error = {0};

    if (full < 0)
        skip();
    assert_false(descriptor_write(full, "x", 1, &error));
    assert_int_equal(error.code, ERROR_IO);
    assert_non_null(strstr(error.message, "No space left"));
    error_clear(&error);
    close(full);
}

static void folders_are_walked(void **state)
{
    (void)state;
    char *deep = in_folder("b/c"), *hidden = in_folder(".git"), *loop = in_folder("b/loop"), *link = in_folder("link");
    StringList files = {0};
    Error error = {0};

    assert_true(folder_make(deep, NULL));
    assert_true(folder_make(deep, NULL));
    assert_true(folder_make(hidden, NULL));
    put("b/c/2.xml", "x");
    put("a.md", "x");
    put("b/1.xml", "x");
    put(".git/config", "x");
    assert_int_equal(symlink("..", loop), 0);
    assert_int_equal(symlink("a.md", link), 0);
    assert_true(folder_files(folder, 4, &files, &error));
    assert_int_equal(files.count, 4);
    assert_string_equal(files.items[0] + strlen(folder), "/a.md");
    assert_string_equal(files.items[1] + strlen(folder), "/b/1.xml");
    assert_string_equal(files.items[2] + strlen(folder), "/b/c/2.xml");
    assert_string_equal(files.items[3] + strlen(folder), "/link");
    string_list_free(&files);
    assert_false(folder_files(folder, 3, &files, &error));
    assert_int_equal(error.code, ERROR_LIMIT);
    error_clear(&error);
    string_list_free(&files);
    assert_false(folder_files("/nowhere/at/all", 3, &files, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    error_clear(&error);
    assert_true(folder_files(link, 3, &files, &error));
    assert_int_equal(files.count, 1);
    string_list_free(&files);
    free(deep);
    free(hidden);
    free(loop);
    free(link);
}

static void a_file_in_the_way_of_a_folder(void **state)
{
    (void)state;
    char *path = in_folder("file"), *below = in_folder("file/below");
    Error error = {0};

    put("file", "x");
    assert_false(folder_make(path, &error));
    assert_int_equal(error.code, ERROR_IO);
    error_clear(&error);
    assert_false(folder_make(below, &error));
    assert_int_equal(error.code, ERROR_IO);
    error_clear(&error);
    assert_false(folder_make("", &error));
    error_clear(&error);
    free(path);
    free(below);
}

static void paths_join(void **state)
{
    (void)state;
    const struct {
        const char *folder, *name, *joined;
    } cases[] = {{"a", "b", "a/b"}, {"a/", "b", "a/b"}, {"/", "b", "/b"}, {"", "b", "b"}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *joined = path_join(cases[i].folder, cases[i].name);
        assert_string_equal(joined, cases[i].joined);
        free(joined);
    }
    assert_string_equal(path_name("a/b.xml"), "b.xml");
    assert_string_equal(path_name("b.xml"), "b.xml");
    assert_string_equal(path_name("a/"), "");
}

static void resources_are_found(void **state)
{
    (void)state;
    char *resources = in_folder("resources/data");
    char *expected = in_folder("resources/data/VERSION");
    Error error = {0};

    assert_true(folder_make(resources, NULL));
    put("resources/data/VERSION", "1\n");
    setenv("GAIRO_FOLDER", folder, 1);
    char *found = resource_path("data/VERSION", &error);
    assert_string_equal(found, expected);
    free(found);
    assert_null(resource_path("data/NONE", &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_non_null(strstr(error.file, "data/NONE"));
    error_clear(&error);
    put("gairo-worker", "");
    found = worker_path(&error);
    assert_string_equal(found + strlen(folder), "/gairo-worker");
    free(found);
    free(resources);
    free(expected);
}

static void the_users_paths(void **state)
{
    (void)state;
    setenv("HOME", "/home/mwanafunzi", 1);
    unsetenv("GAIRO_DB");
    unsetenv("XDG_DATA_HOME");
    unsetenv("XDG_CONFIG_HOME");
    char *path = database_path(NULL);
    assert_string_equal(path, "/home/mwanafunzi/.local/share/gairo/gairo.db");
    free(path);
    path = config_path();
    assert_string_equal(path, "/home/mwanafunzi/.config/gairo");
    free(path);
    setenv("XDG_DATA_HOME", "relative", 1); /* to be ignored, says the specification */
    path = database_path(NULL);
    assert_string_equal(path, "/home/mwanafunzi/.local/share/gairo/gairo.db");
    free(path);
    setenv("XDG_DATA_HOME", "/data", 1);
    path = database_path(NULL);
    assert_string_equal(path, "/data/gairo/gairo.db");
    free(path);
    setenv("GAIRO_DB", "./my.db", 1);
    path = database_path(NULL);
    assert_string_equal(path, "./my.db");
    free(path);
    unsetenv("GAIRO_DB");
    unsetenv("XDG_DATA_HOME");
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(the_longest_name_can_be_written),
        IN_FOLDER(what_is_written_is_read),
        IN_FOLDER(reading_is_capped),
        IN_FOLDER(only_files_are_read),
        IN_FOLDER(replacing_keeps_mode_and_link),
        IN_FOLDER(failing_leaves_all_as_it_was),
        cmocka_unit_test(a_closed_pipe_is_an_error),
        cmocka_unit_test(a_full_device_is_an_error),
        IN_FOLDER(folders_are_walked),
        IN_FOLDER(a_file_in_the_way_of_a_folder),
        cmocka_unit_test(paths_join),
        IN_FOLDER(resources_are_found),
        cmocka_unit_test(the_users_paths),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
