#include "config.h"

#include "tui/clipboard.h"

#include "core/memory.h"
#include "core/sanitise.h"
#include "tui/launch.h"
#include "tui/terminal.h"

#include <stdlib.h>
#include <string.h>

/* The programs that there may be, the most likely one first; variable: what must be set for it to work. */
static const struct {
    const char *variable;
    const char *arguments[5];
} programs[] = {
    {"WAYLAND_DISPLAY", {"wl-copy", "--type", "text/plain;charset=utf-8", NULL}},
    {"DISPLAY", {"xclip", "-selection", "clipboard", "-in", NULL}},
    {"DISPLAY", {"xsel", "--clipboard", "--input", NULL}},
    {NULL, {"pbcopy", NULL}},
};

char *base64(const char *bytes, size_t length)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    Text text = {0};
    for (size_t i = 0; i < length; i += 3) {
        unsigned value = 0;
        for (size_t j = 0; j < 3; j++) {
            value = value << 8 | (i + j < length ? (unsigned char)bytes[i + j] : 0);
        }
        for (size_t j = 0; j < 4; j++) {
            text_append_character(&text, i + j <= length ? digits[value >> (18 - 6 * j) & 63] : '=');
        }
    }
    return text_take(&text);
}

static bool by_program(const char *text, Error *error)
{
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
        const char *value = programs[i].variable == NULL ? "set" : getenv(programs[i].variable);
        if (value != NULL && *value != '\0' && launch_finds(programs[i].arguments[0])) {
            return launch(programs[i].arguments, text, strlen(text), error);
        }
    }
    error_set(error, ERROR_UNSUPPORTED,
              "no program of the desktop takes it: wl-copy, xclip, xsel or pbcopy would, and a desktop must be there");
    return false;
}

static bool by_terminal(const char *text, bool to_terminal)
{
    size_t length = strlen(text);
    if (!to_terminal || length > CLIPBOARD_TERMINAL_BYTES_MAX) {
        return false;
    }
    char *code = base64(text, length), *sequence = string_format("\033]52;c;%s\a", code);
    bool sent = terminal_send(sequence);
    free(sequence);
    free(code);
    return sent;
}

bool clipboard_put(const char *text, ClipboardWay wished, bool to_terminal, const char **way, Error *error)
{
    char *clean = sanitise_string(text, SANITISE_LINES);
    Error program_error = {0};
    bool sent = (wished == CLIPBOARD_AUTO || wished == CLIPBOARD_TERMINAL) && by_terminal(clean, to_terminal);
    bool taken = (wished == CLIPBOARD_AUTO || wished == CLIPBOARD_PROGRAM) && by_program(clean, &program_error);
    *way = sent && taken ? "by the terminal and the desktop" : sent ? "by the terminal, if it allows that" : "by the desktop";
    if (!sent && !taken) {
        if (wished == CLIPBOARD_OFF) {
            error_set(error, ERROR_UNSUPPORTED, "copying is off in the configuration (clipboard = off)");
        } else if (wished == CLIPBOARD_TERMINAL || !error_is_set(&program_error)) {
            error_set(error, ERROR_UNSUPPORTED, "it is too long for the terminal's clipboard, or there is no terminal");
        } else {
            *error = program_error;
            program_error = (Error){0};
        }
    }
    error_clear(&program_error);
    free(clean);
    return sent || taken;
}
