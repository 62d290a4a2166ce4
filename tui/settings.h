/* The configuration file: read at the start, never written. docs/configuration.md is its description for users. */
#ifndef GAIRO_TUI_SETTINGS_H
#define GAIRO_TUI_SETTINGS_H

#include "core/date.h"
#include "core/error.h"
#include "tui/keymap.h"
#include "tui/looks.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum ClipboardWay {
    CLIPBOARD_AUTO,     /* by the terminal, and the desktop's program where there is one */
    CLIPBOARD_TERMINAL, /* by the terminal only (OSC 52) */
    CLIPBOARD_PROGRAM,  /* by the desktop's program only */
    CLIPBOARD_OFF
} ClipboardWay;

/* Starts zeroed with settings_start(). Owns its strings. */
typedef struct Settings {
    Theme theme;
    Action start;  /* the place that opens above home; ACTION_GO_HOME: none */
    bool ascii;    /* ASCII borders in UTF-8 locales too */
    bool mouse;    /* the terminal is asked for it */
    bool hints;    /* for the first time */
    bool plain;    /* the plain mode, without --plain */
    ClipboardWay clipboard;
    char as_of[DATE_SIZE]; /* the day the law is looked at; "": today */
    KeyMap keys;
    char *path;         /* of the file; NULL where no home folder is known */
    bool found;         /* it is there */
    StringList faults;  /* what is wrong in it: "FILE:LINE: ..." */
    StringList remarks; /* keys that changed hands: "FILE:LINE: ..." */
} Settings;

/* The defaults. */
void settings_start(Settings *settings);
/* Reads the file of this user (config_path(), "config"). What is wrong is in faults, one line each, and has its default
 * then; a file that is not there is no fault. */
void settings_load(Settings *settings);
/* The same for bytes that came from a file of that name. */
void settings_read(Settings *settings, const char *path, const char *bytes, size_t length);
void settings_free(Settings *settings);

typedef struct SettingDefinition {
    const char *name;
    const char *values;         /* what it takes, in words */
    const char *const *choices; /* NULL-terminated, where they are few; else NULL */
    const char *help;
} SettingDefinition;

/* The settings that have a name of their own; keys are beside them. */
size_t setting_count(void);
const SettingDefinition *setting_at(size_t index);
/* Sets one from its value as the file has it; false, changing nothing, where it takes no such value. */
bool setting_set(Settings *settings, size_t index, const char *value);
/* Appends the value of a setting as the file has it. */
void setting_value(const Settings *settings, size_t index, Text *text);

#endif
