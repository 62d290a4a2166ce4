#include "tests/unit/test.h"

#include "tests/unit/sandbox.h"

#include "core/digest.h"
#include "core/file.h"
#include "core/memory.h"
#include "store/records.h"
#include "tests/temporary.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *sandbox_path(const Sandbox *sandbox, const char *relative)
{
    return path_join(sandbox->folder, relative);
}

void sandbox_write(const Sandbox *sandbox, const char *relative, const char *content)
{
    char *path = sandbox_path(sandbox, relative);
    char *folder = string_copy_bytes(path, (size_t)(path_name(path) - path) - 1);

    if (content == NULL) {
        assert_int_equal(unlink(path), 0);
    } else {
        assert_true(folder_make(folder, NULL));
        assert_true(file_write(path, content, strlen(content), NULL));
    }
    free(folder);
    free(path);
}

void sandbox_write_data(const Sandbox *sandbox, const char *relative, const char *source, const char *items)
{
    char *content = string_format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                  "<gairo xmlns=\"urn:gairo:data:1\" source=\"%s\" title=\"Fixture\">\n%s</gairo>\n",
                                  source, items);

    sandbox_write(sandbox, relative, content);
    free(content);
}

static void link_to(const Sandbox *sandbox, const char *variable, const char *target, const char *relative)
{
    const char *folder = getenv(variable);
    char *path = path_join(folder == NULL ? "." : folder, target);
    char *real = realpath(path, NULL);
    char *name = sandbox_path(sandbox, relative);

    assert_non_null(real);
    assert_int_equal(symlink(real, name), 0);
    free(name);
    free(real);
    free(path);
}

void sandbox_replace_worker(const Sandbox *sandbox, const char *script)
{
    char *path = sandbox_path(sandbox, "gairo-worker");

    assert_int_equal(unlink(path), 0);
    sandbox_write(sandbox, "gairo-worker", script);
    assert_int_equal(chmod(path, 0755), 0);
    free(path);
}

int sandbox_set_up(void **state)
{
    Sandbox *sandbox = memory_zeroed(1, sizeof(*sandbox));

    *state = sandbox;
    if (!make_temporary_folder(sandbox->folder, sizeof(sandbox->folder), "import"))
        return -1;
    sandbox->database = sandbox_path(sandbox, "database/gairo.db");
    sandbox_write(sandbox, "resources/data/VERSION", "2024-01-01\nmore\n");
    sandbox_write_data(sandbox, "resources/data/base.xml", "gairo",
                       ITEM("reference", "reference.base", "Base") ITEM("stage", "stage.base", "Stage"));
    sandbox_write(sandbox, "resources/importers/read/README", "for the folder");
    link_to(sandbox, "srcdir", "importers/read/openness.xsl", "resources/importers/read/openness.xsl");
    link_to(sandbox, "srcdir", "importers/read/openness.xml", "resources/importers/read/openness.xml");
    link_to(sandbox, "top_builddir", "gairo-worker", "gairo-worker");
    return setenv("GAIRO_FOLDER", sandbox->folder, 1);
}

void sandbox_open(Sandbox *sandbox)
{
    Error error = {0};

    if (!import_open_store(sandbox->database, NULL, &sandbox->store, &error))
        fail_msg("%s:%ld: %s", error.file, error.line, error.message);
}

int sandbox_set_up_open(void **state)
{
    if (sandbox_set_up(state) != 0)
        return -1;
    sandbox_open(*state);
    return 0;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *place)
{
    (void)status;
    (void)type;
    (void)place;
    return remove(path);
}

int sandbox_tear_down(void **state)
{
    Sandbox *sandbox = *state;

    store_close(sandbox->store);
    import_report_free(&sandbox->report);
    error_clear(&sandbox->error);
    nftw(sandbox->folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    free(sandbox->database);
    free(sandbox);
    return 0;
}

bool sandbox_import(Sandbox *sandbox, const char *relative)
{
    char *path = sandbox_path(sandbox, relative);
    StringList paths = {0};
    bool good;

    import_report_free(&sandbox->report);
    error_clear(&sandbox->error);
    string_list_add(&paths, path);
    good = import_paths(sandbox->store, &paths, &sandbox->options, &sandbox->report, &sandbox->error);
    assert_int_equal(good, !error_is_set(&sandbox->error));
    string_list_free(&paths);
    free(path);
    return good;
}

void check_counts(const Sandbox *sandbox, size_t added, size_t changed, size_t unchanged, size_t removed,
                  size_t refused)
{
    ImportCounts sum = {0};
    const ImportCounts *total = &sandbox->report.total;

    if (error_is_set(&sandbox->error) && refused == 0)
        fail_msg("%s:%ld: %s", sandbox->error.file, sandbox->error.line, sandbox->error.message);
    if (total->added != added || total->changed != changed || total->unchanged != unchanged ||
        total->removed != removed || total->refused != refused)
        fail_msg("%zu added, %zu changed, %zu unchanged, %zu removed, %zu refused", total->added, total->changed,
                 total->unchanged, total->removed, total->refused);
    for (size_t i = 0; i < KIND_COUNT; i++)
        sum.added += sandbox->report.kinds[i].added + sandbox->report.kinds[i].changed +
                     sandbox->report.kinds[i].unchanged + sandbox->report.kinds[i].removed;
    assert_int_equal(sum.added, added + changed + unchanged + removed);
}

void check_failure(const Sandbox *sandbox, ErrorCode code, long line, const char *words)
{
    const Error *error = &sandbox->error;

    if (error->code != code || error->line != line || strstr(error->message, words) == NULL ||
        strchr(error->message, '\n') != NULL)
        fail_msg("error %d at %s:%ld: %s; expected is %d at %ld with \"%s\"", error->code, error->file, error->line,
                 error->message, code, line, words);
}

static void digest_database(const Sandbox *sandbox, char result[DIGEST_SIZE])
{
    Text content = {0};

    assert_true(file_read(sandbox->database, (size_t)64 * 1024 * 1024, &content, NULL));
    digest_bytes(content.data, content.length, result);
    text_free(&content);
}

void sandbox_remember(Sandbox *sandbox)
{
    digest_database(sandbox, sandbox->database_digest);
}

void check_untouched(const Sandbox *sandbox)
{
    char digest[DIGEST_SIZE];

    digest_database(sandbox, digest);
    assert_string_equal(digest, sandbox->database_digest);
}

bool has_item(const Sandbox *sandbox, const char *id)
{
    Kind kind;
    bool found = false;

    assert_true(store_item_kind(sandbox->store, id, &kind, &found, NULL));
    return found;
}
