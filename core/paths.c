#include "config.h"

#include "core/paths.h"

#include "core/file.h"
#include "core/memory.h"

#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The folder of the running executable, or what GAIRO_FOLDER says instead. The caller owns it; NULL where it is not
 * known. */
static char *executable_folder(void)
{
    const char *instead = getenv("GAIRO_FOLDER");
    char path[PATH_MAX];

    if (instead && *instead)
        return string_copy(instead);
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0)
        return NULL;
    path[length] = '\0';
    return string_copy_bytes(path, (size_t)(path_name(path) - path));
}

/* The first of "folder/place/name" (places end at NULL) or "installed/name" that exists. */
static char *find(const char *const places[], const char *installed, const char *name, Error *error)
{
    char *folder = executable_folder();
    char *found = NULL;

    for (size_t i = 0; folder && !found && places[i]; i++) {
        char *place = path_join(folder, places[i]);
        found = path_join(place, name);
        free(place);
        if (!file_exists(found)) {
            free(found);
            found = NULL;
        }
    }
    free(folder);
    if (found)
        return found;
    found = path_join(installed, name);
    if (file_exists(found))
        return found;
    error_set_at(error, ERROR_NOT_FOUND, found, 0, "a part of gairo is missing; install it again, or build it");
    free(found);
    return NULL;
}

char *resource_path(const char *relative, Error *error)
{
    static const char *const places[] = {"resources", "../share/gairo", NULL};

    return find(places, PACKAGE_DATA_FOLDER, relative, error);
}

char *worker_path(Error *error)
{
    static const char *const places[] = {"", "../libexec/gairo", NULL};

    return find(places, PACKAGE_LIBEXEC_FOLDER, "gairo-worker", error);
}

/* "BASE/below", where BASE is what the variable says if that is an absolute path, else "HOME/otherwise". */
static char *user_path(const char *variable, const char *otherwise, const char *below)
{
    const char *base = getenv(variable);
    const char *home = getenv("HOME");

    /* The XDG base directory specification has relative paths ignored. */
    if (base && base[0] == '/')
        return path_join(base, below);
    if (!home || !*home) {
        const struct passwd *user = getpwuid(getuid());
        home = user ? user->pw_dir : NULL;
    }
    return home && *home ? string_format("%s/%s/%s", home, otherwise, below) : NULL;
}

char *database_path(Error *error)
{
    const char *named = getenv("GAIRO_DB");

    if (named && *named)
        return string_copy(named);
    char *path = user_path("XDG_DATA_HOME", ".local/share", "gairo/gairo.db");
    if (!path)
        error_set(error, ERROR_IO, "no home folder is known; say with --db or GAIRO_DB where the database is");
    return path;
}

char *config_path(void)
{
    return user_path("XDG_CONFIG_HOME", ".config", "gairo");
}

char *runtime_path(void)
{
    const char *runtime = getenv("XDG_RUNTIME_DIR");

    if (runtime && runtime[0] == '/' && file_exists(runtime))
        return path_join(runtime, "gairo");
    return user_path("XDG_STATE_HOME", ".local/state", "gairo");
}
