#include "core/editor.h"

#include "core/memory.h"
#include "core/text.h"
#include "core/unicode.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

const char *editor_command(void)
{
    static const char *const names[] = {"VISUAL", "EDITOR"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && value[strspn(value, " \t")])
            return value;
    }
    return NULL;
}

/* The words of a command: blanks part them, quotes and backslashes keep them together. Nothing else means anything. */
static void split_command(const char *command, StringList *words)
{
    Text word = {0};
    bool in_word = false;
    char quote = '\0';
    for (const char *c = command; *c; c++) {
        if (quote ? *c == quote : *c == '\'' || *c == '"') {
            quote = quote ? '\0' : *c;
            in_word = true;
        } else if (!quote && (*c == ' ' || *c == '\t')) {
            if (in_word)
                string_list_take(words, text_take(&word));
            in_word = false;
        } else {
            if (*c == '\\' && quote != '\'' && c[1])
                c++;
            text_append_character(&word, *c);
            in_word = true;
        }
    }
    if (in_word)
        string_list_take(words, text_take(&word));
    text_free(&word);
}

static bool write_all(int descriptor, const char *text)
{
    for (size_t left = strlen(text); left > 0;) {
        ssize_t written = write(descriptor, text, left);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        text += written;
        left -= (size_t)written;
    }
    return true;
}

/* A new file with the text in a folder of its own, so that the editor's own files (backups) end with it. */
static bool make_file(const char *text, char **folder, char **path, Error *error)
{
    const char *base = getenv("TMPDIR");
    *folder = string_format("%s/gairo-note-XXXXXX", base && *base ? base : "/tmp");
    *path = NULL;
    if (!mkdtemp(*folder)) {
        error_set_at(error, ERROR_IO, *folder, 0, "no file can be made to edit: %s", strerror(errno));
        free(*folder);
        *folder = NULL;
        return false;
    }
    *path = string_format("%s/note.txt", *folder);
    int descriptor = open(*path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool done = descriptor >= 0 && write_all(descriptor, text ? text : "");
    if (descriptor >= 0 && close(descriptor) != 0)
        done = false;
    if (!done)
        error_set_at(error, ERROR_IO, *path, 0, "cannot be written: %s", strerror(errno));
    return done;
}

/* In the child; never returns. */
static void run_child(const StringList *words, const char *path)
{
    static const int signals[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGTSTP, SIGWINCH};
    char **arguments = memory_zeroed(words->count + 2, sizeof *arguments);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        signal(signals[i], SIG_DFL);
    for (size_t i = 0; i < words->count; i++)
        arguments[i] = words->items[i];
    arguments[words->count] = (char *)path;
    execvp(arguments[0], arguments);
    _exit(127);
}

/* Runs it in the foreground: what the keyboard sends (C-c) is for the editor meanwhile. */
static bool run(const StringList *words, const char *path, Error *error)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, interrupt, quit;
    int status = 0;
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGINT, &ignore, &interrupt);
    sigaction(SIGQUIT, &ignore, &quit);
    pid_t child = fork();
    if (child == 0)
        run_child(words, path);
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    sigaction(SIGINT, &interrupt, NULL);
    sigaction(SIGQUIT, &quit, NULL);
    if (child < 0)
        error_set(error, ERROR_IO, "the editor cannot be started: %s", strerror(errno));
    else if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
        error_set(error, ERROR_UNSUPPORTED, "the editor \"%s\" cannot be run; see VISUAL and EDITOR", words->items[0]);
    else if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        error_set(error, ERROR_INPUT, "the editor \"%s\" ended with a fault; nothing was changed", words->items[0]);
    else
        return true;
    return false;
}

static bool read_file(const char *path, size_t bytes_max, char **edited, Error *error)
{
    Text text = {0};
    char bytes[4096];
    FILE *file = fopen(path, "re");
    size_t length;
    while (file && text.length <= bytes_max && (length = fread(bytes, 1, sizeof bytes, file)) > 0) {
        for (size_t i = 0; i < length; i++) {
            if (bytes[i] != '\r' && bytes[i] != '\0')
                text_append_character(&text, bytes[i]);
        }
    }
    bool failed = !file || ferror(file);
    if (file)
        fclose(file);
    while (text.length > 0 && strchr(" \t\n", text.data[text.length - 1]))
        text.data[--text.length] = '\0';
    if (failed)
        error_set_at(error, ERROR_IO, path, 0, "what was edited cannot be read: %s", strerror(errno));
    else if (text.length > bytes_max)
        error_set(error, ERROR_LIMIT, "what was written has more than %zu bytes; nothing was changed", bytes_max);
    else if (!utf8_is_valid(text.data ? text.data : "", text.length, NULL))
        error_set(error, ERROR_INPUT, "what was written is no UTF-8; nothing was changed");
    else {
        *edited = text_take(&text);
        return true;
    }
    text_free(&text);
    return false;
}

static void remove_file(const char *folder, const char *path)
{
    char *backup = path ? string_format("%s~", path) : NULL;
    if (path) {
        unlink(path);
        unlink(backup); /* what many editors leave beside it */
    }
    rmdir(folder);
    free(backup);
}

bool editor_run(const char *text, size_t bytes_max, char **edited, Error *error)
{
    StringList words = {0};
    char *folder = NULL, *path = NULL;
    *edited = NULL;
    if (editor_command())
        split_command(editor_command(), &words);
    if (words.count == 0) {
        error_set(error, ERROR_UNSUPPORTED, "no editor is set; put its name into VISUAL or EDITOR");
        return false;
    }
    bool done =
        make_file(text, &folder, &path, error) && run(&words, path, error) && read_file(path, bytes_max, edited, error);
    if (folder)
        remove_file(folder, path);
    free(folder);
    free(path);
    string_list_free(&words);
    return done;
}
