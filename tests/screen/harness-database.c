/* The program under test and databases for it. */
#include "config.h"

#include "tests/screen/harness-state.h"
#include "tests/temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define DATABASES_MAX 200

static char folder[64];
static int database_count;

char *screen_program(void)
{
    const char *named = getenv("GAIRO_SCREEN_PROGRAM");
    return realpath(named != NULL ? named : "gairo", NULL);
}

static void database_name(int number, const char *ending, char *path, size_t size)
{
    snprintf(path, size, "%s/%d.db%s", folder, number, ending);
}

static void configuration_name(char *path, size_t size)
{
    snprintf(path, size, "%s/gairo/config", folder);
}

static void remove_all(void)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    char path[128];
    for (int number = 0; number <= database_count; number++) {
        for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
            database_name(number, endings[i], path, sizeof path);
            unlink(path);
        }
    }
    configuration_name(path, sizeof path);
    unlink(path);
    *strrchr(path, '/') = '\0';
    rmdir(path);
    rmdir(folder);
}

void screen_run(const char *database, const char *const *arguments)
{
    char *program = screen_program();
    pid_t process = fork();
    assert_true(process >= 0);
    if (process == 0) {
        const char *all[16] = {program};
        for (size_t i = 0; arguments[i] != NULL && i < 14; i++) {
            all[i + 1] = arguments[i];
        }
        int nowhere = open("/dev/null", O_RDWR);
        setenv("GAIRO_DB", database, 1);
        dup2(nowhere, STDIN_FILENO);
        dup2(nowhere, STDOUT_FILENO);
        execv(program, (char *const *)all);
        _exit(127);
    }
    int status;
    assert_int_equal(waitpid(process, &status, 0), process);
    assert_int_equal(status, 0);
    free(program);
}

/* The user's own configuration means nothing here; hints would come and go between the pictures. */
static void make_configuration(void)
{
    char path[128];
    configuration_name(path, sizeof path);
    *strrchr(path, '/') = '\0';
    assert_int_equal(mkdir(path, 0700), 0);
    configuration_name(path, sizeof path);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("hints = no\n", file);
    assert_int_equal(fclose(file), 0);
}

/* Has the program make the first database from the shipped data; the others are copies of it. */
static void make_template(void)
{
    char path[128];
    assert_true(make_temporary_folder(folder, sizeof folder, "screen"));
    atexit(remove_all);
    make_configuration();
    database_name(0, "", path, sizeof path);
    screen_run(path, (const char *const[]){"list", "stage", NULL});
}

static void copy_file(const char *from, const char *to)
{
    char bytes[65536];
    size_t length;
    FILE *input = fopen(from, "rb"), *output = fopen(to, "wb");
    assert_non_null(input);
    assert_non_null(output);
    while ((length = fread(bytes, 1, sizeof bytes, input)) > 0) {
        assert_int_equal(fwrite(bytes, 1, length, output), length);
    }
    fclose(input);
    assert_int_equal(fclose(output), 0);
}

const char *screen_configuration(void)
{
    return folder;
}

void screen_database_renew(const char *path, const char *from)
{
    static const char *const beside[] = {"-wal", "-shm", "-journal"};
    char template[128], left[128];
    database_name(0, "", template, sizeof template);
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        snprintf(left, sizeof left, "%s%s", path, beside[i]);
        unlink(left);
    }
    copy_file(from != NULL ? from : template, path);
}

const char *screen_database(void)
{
    static char paths[DATABASES_MAX][128];
    char template[128];
    if (folder[0] == '\0') {
        make_template();
    }
    assert_true(database_count + 1 < DATABASES_MAX);
    database_name(0, "", template, sizeof template);
    database_count++;
    database_name(database_count, "", paths[database_count], sizeof paths[database_count]);
    copy_file(template, paths[database_count]);
    return paths[database_count];
}
