/* A folder of a test's own. */
#include "config.h"

#include "tests/screen/folder.h"
#include "tests/temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void make_folder(Folder *folder, const char *configuration)
{
    char path[128];
    assert_true(make_temporary_folder(folder->path, sizeof folder->path, "comfort"));
    snprintf(folder->environment, sizeof folder->environment, "XDG_CONFIG_HOME=%s", folder->path);
    snprintf(path, sizeof path, "%s/gairo", folder->path);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/gairo/config", folder->path);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(configuration, file);
    assert_int_equal(fclose(file), 0);
}

void remove_folder(const Folder *folder)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder->path);
    assert_int_equal(system(command), 0);
}

Screen *start_with(const Folder *folder, const char *database)
{
    const char *const environment[] = {folder->environment, NULL};
    return screen_start(&(ScreenOptions){.columns = 140, .rows = 30, .environment = environment, .database = database});
}
