#include "config.h"

#include "cli/console.h"

#include "core/memory.h"
#include "core/text.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <langinfo.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#define COLUMNS_DEFAULT 80
#define COLUMNS_LEAST 20
#define COLUMNS_MOST 2000

static bool input_was_closed;

void console_repair_descriptors(void)
{
    for (int descriptor = 0; descriptor <= 2; descriptor++) {
        if (fcntl(descriptor, F_GETFD) != -1 || errno != EBADF)
            continue;
        if (descriptor == 0)
            input_was_closed = true;
        /* The wrong way round on purpose: what is closed must not look as if it took or gave anything. */
        int opened = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY);
        if (opened >= 0 && opened != descriptor) {
            (void)dup2(opened, descriptor);
            (void)close(opened);
        }
    }
}

bool console_input_was_closed(void)
{
    return input_was_closed;
}

void console_set_locale(void)
{
    (void)setlocale(LC_ALL, "");
    (void)setlocale(LC_NUMERIC, "C");
}

bool console_is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool console_has_output(void)
{
    return isatty(STDOUT_FILENO) == 1;
}

bool console_has_errors(void)
{
    return isatty(STDERR_FILENO) == 1;
}

bool console_has_input(void)
{
    return isatty(STDIN_FILENO) == 1;
}

bool console_has_piped_input(void)
{
    struct stat status;

    return !input_was_closed && fstat(STDIN_FILENO, &status) == 0 &&
           (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode) || S_ISREG(status.st_mode));
}

int console_columns(void)
{
    const char *columns = getenv("COLUMNS");
    struct winsize size;
    long number = 0;

    if (columns && *columns) {
        char *end;

        number = strtol(columns, &end, 10);
        if (*end != '\0')
            number = 0;
    }
    if (number <= 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        number = size.ws_col;
    if (number <= 0)
        number = COLUMNS_DEFAULT;
    return (int)(number < COLUMNS_LEAST ? COLUMNS_LEAST : number > COLUMNS_MOST ? COLUMNS_MOST : number);
}

bool console_wants_color(const char *choice)
{
    const char *no_color = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");

    if (choice && strcmp(choice, "always") == 0)
        return true;
    if (choice && strcmp(choice, "never") == 0)
        return false;
    return console_has_output() && !(no_color && *no_color) && terminal && strcmp(terminal, "dumb") != 0;
}

/* UTF-8 to the locale's characters; what has no near letter becomes "?". */
static char *to_locale(char *text)
{
    iconv_t converter = iconv_open("//TRANSLIT", "UTF-8");
    Text result = {0};
    char *input = text, part[256];
    size_t left = strlen(text);

    if (converter == (iconv_t)-1)
        return text;
    while (left > 0) {
        char *output = part;
        size_t room = sizeof part;
        size_t status = iconv(converter, &input, &left, &output, &room);

        text_append_bytes(&result, part, sizeof part - room);
        if (status == (size_t)-1 && errno != E2BIG) {
            text_append_character(&result, '?');
            do {
                input++;
                left--;
            } while (left > 0 && ((unsigned char)*input & 0xC0) == 0x80);
        }
    }
    iconv_close(converter);
    free(text);
    return text_take(&result);
}

char *console_text(const char *text, SanitiseMode mode)
{
    char *clean = sanitise_string(text, mode);

    return console_is_utf8() ? clean : to_locale(clean);
}

void complain(const char *format, ...)
{
    va_list values;
    char *message = NULL;

    va_start(values, format);
    if (vasprintf(&message, format, values) < 0)
        message = NULL;
    va_end(values);
    char *line = console_text(message, SANITISE_LINE);
    (void)fprintf(stderr, "gairo: %s\n", line);
    free(line);
    free(message);
}
