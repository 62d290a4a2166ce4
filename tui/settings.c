#include "config.h"

#include "tui/settings.h"

#include "core/file.h"
#include "core/memory.h"
#include "core/paths.h"
#include "core/sanitise.h"
#include "core/unicode.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILE_BYTES_MAX 65536
#define FAULTS_MAX 100 /* more are not told */

typedef enum SettingType { SETTING_THEME, SETTING_START, SETTING_YES, SETTING_BORDERS, SETTING_CLIPBOARD, SETTING_DAY } SettingType;

static const char *const theme_names[] = {"terminal", "dark", "light", "contrast", "none", NULL};
static const char *const border_names[] = {"auto", "ascii", NULL};
static const char *const yes_names[] = {"yes", "no", NULL};
static const char *const clipboard_names[] = {"auto", "terminal", "program", "off", NULL};

static const struct {
    SettingDefinition definition;
    SettingType type;
    size_t offset; /* of a SETTING_YES in Settings */
} table[] = {
    {{"theme", "terminal, dark, light, contrast or none", theme_names, "The colours; terminal suits light and dark grounds"},
     SETTING_THEME,
     0},
    {{"start", "home, areas, risks, or another place by its name in the help", NULL, "What gairo opens with"},
     SETTING_START,
     0},
    {{"borders", "auto or ascii", border_names, "Lines and bars; ascii draws them with - | # in every locale"}, SETTING_BORDERS, 0},
    {{"mouse", "yes or no", yes_names, "Whether gairo takes the mouse; with no the terminal selects text"},
     SETTING_YES,
     offsetof(Settings, mouse)},
    {{"hints", "yes or no", yes_names, "Hints for the first time; each goes away once it was followed"},
     SETTING_YES,
     offsetof(Settings, hints)},
    {{"plain", "yes or no", yes_names, "Lines and numbered choices instead of panes, as with --plain"},
     SETTING_YES,
     offsetof(Settings, plain)},
    {{"clipboard", "auto, terminal, program or off", clipboard_names, "How copying reaches the clipboard"}, SETTING_CLIPBOARD, 0},
    {{"as-of", "today, paper or a day such as 2024-05-31", NULL, "The day that the law is looked at"}, SETTING_DAY, 0},
};
#define TABLE_COUNT (sizeof table / sizeof *table)

size_t setting_count(void)
{
    return TABLE_COUNT;
}

const SettingDefinition *setting_at(size_t index)
{
    return &table[index].definition;
}

void settings_start(Settings *settings)
{
    *settings = (Settings){.start = ACTION_GO_HOME, .mouse = true, .hints = true};
}

void settings_free(Settings *settings)
{
    key_map_free(&settings->keys);
    string_list_free(&settings->faults);
    string_list_free(&settings->remarks);
    free(settings->path);
    *settings = (Settings){0};
}

static bool *yes_of(Settings *settings, size_t index)
{
    return (bool *)((char *)settings + table[index].offset);
}

void setting_value(const Settings *settings, size_t index, Text *text)
{
    switch (table[index].type) {
    case SETTING_THEME:
        text_append(text, theme_definition(settings->theme)->name);
        break;
    case SETTING_START:
        text_append(text, action_definition(settings->start)->name);
        break;
    case SETTING_YES:
        text_append(text, *(const bool *)((const char *)settings + table[index].offset) ? "yes" : "no");
        break;
    case SETTING_BORDERS:
        text_append(text, settings->ascii ? "ascii" : "auto");
        break;
    case SETTING_CLIPBOARD:
        text_append(text, clipboard_names[settings->clipboard]);
        break;
    case SETTING_DAY:
        text_append(text, settings->as_of[0] == '\0' ? "today" : settings->as_of);
        break;
    }
}

/* The file as it is read: where one is, and which actions have keys from it. */
typedef struct Reading {
    Settings *settings;
    const char *path;
    unsigned line;
    bool set[TABLE_COUNT];
    bool keys_set[ACTION_COUNT], home_keys_set[ACTION_COUNT];
} Reading;

static void note(StringList *list, const Reading *reading, const char *message)
{
    if (list->count < FAULTS_MAX) {
        char *whole = string_format("%s:%u: %s", reading->path, reading->line, message);
        string_list_take(list, sanitise_string(whole, SANITISE_LINE));
        free(whole);
    }
}

static void fault(const Reading *reading, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void fault(const Reading *reading, const char *format, ...)
{
    char *message = NULL;
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&message, format, arguments) < 0) {
        message = NULL;
    }
    va_end(arguments);
    note(&reading->settings->faults, reading, message == NULL ? "" : message);
    free(message);
}

static bool set_start(Settings *settings, const char *value)
{
    Action action;
    if (!action_find(value, &action) ||
        (action_definition(action)->group != GROUP_PLACES && action != ACTION_SEARCH)) {
        return false;
    }
    settings->start = action;
    return true;
}

static bool set_clipboard(Settings *settings, const char *value)
{
    for (size_t i = 0; clipboard_names[i] != NULL; i++) {
        if (strcmp(clipboard_names[i], value) == 0) {
            settings->clipboard = (ClipboardWay)i;
            return true;
        }
    }
    return false;
}

static bool set_day(Settings *settings, const char *value)
{
    const char *day = strcmp(value, "today") == 0 ? "" : strcmp(value, "paper") == 0 ? "2024-05-31" : value;
    if (*day != '\0' && (strlen(day) != 10 || !date_is_valid(day))) {
        return false;
    }
    memcpy(settings->as_of, day, strlen(day) + 1);
    return true;
}

bool setting_set(Settings *settings, size_t index, const char *value)
{
    bool yes = strcmp(value, "yes") == 0, ascii = strcmp(value, "ascii") == 0;
    switch (table[index].type) {
    case SETTING_THEME:
        return theme_parse(value, &settings->theme);
    case SETTING_START:
        return set_start(settings, value);
    case SETTING_BORDERS:
        if (!ascii && strcmp(value, "auto") != 0) {
            return false;
        }
        settings->ascii = ascii;
        return true;
    case SETTING_CLIPBOARD:
        return set_clipboard(settings, value);
    case SETTING_DAY:
        return set_day(settings, value);
    case SETTING_YES:
        break;
    }
    if (yes || strcmp(value, "no") == 0) {
        *yes_of(settings, index) = yes;
        return true;
    }
    return false;
}

/* "key NAME = KEYS" and "home-key NAME = KEYS". */
static void read_keys(Reading *reading, const char *name, bool at_home, const char *value)
{
    Action action;
    Text remark = {0};
    Error error = {0};
    if (!action_find(name, &action)) {
        fault(reading, "there is no command \"%.60s\"; gairo config keys lists them", name);
        return;
    }
    bool *set = at_home ? reading->home_keys_set : reading->keys_set;
    if (set[action]) {
        fault(reading, "%s has its keys already; give all of them in one line", name);
    } else if (key_map_set(&reading->settings->keys, action, at_home, value, set, &remark, &error)) {
        set[action] = true;
    } else {
        fault(reading, "%s", error.message);
    }
    if (remark.length > 0) {
        note(&reading->settings->remarks, reading, remark.data);
    }
    error_clear(&error);
    text_free(&remark);
}

static void read_setting(Reading *reading, const char *name, const char *value)
{
    size_t i = 0;
    while (i < TABLE_COUNT && strcmp(table[i].definition.name, name) != 0) {
        i++;
    }
    if (i == TABLE_COUNT) {
        Text names = {0};
        for (size_t known = 0; known < TABLE_COUNT; known++) {
            text_append_format(&names, "%s, ", table[known].definition.name);
        }
        fault(reading, "there is no setting \"%.60s\"; there are %skey NAME and home-key NAME", name, names.data);
        text_free(&names);
    } else if (reading->set[i]) {
        fault(reading, "%s is set already; the first line counts", name);
    } else if (setting_set(reading->settings, i, value)) {
        reading->set[i] = true;
    } else {
        fault(reading, "%s takes %s, not \"%.60s\"", name, table[i].definition.values, value);
    }
}

static char *trim(char *text)
{
    text += strspn(text, " \t");
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t\r", text[length - 1]) != NULL) {
        text[--length] = '\0';
    }
    return text;
}

static void read_line(Reading *reading, char *line)
{
    char *name = trim(line), *equals = strstr(name, "=");
    if (*name == '\0' || *name == '#') {
        return;
    }
    if (equals == NULL || equals == name) {
        fault(reading, "\"%.60s\" is no setting; a line is NAME = VALUE, and # begins a remark", name);
        return;
    }
    *equals = '\0';
    char *value = trim(equals + 1);
    name = trim(name);
    if (strncmp(name, "key ", 4) == 0) {
        read_keys(reading, trim(name + 4), false, value);
    } else if (strncmp(name, "home-key ", 9) == 0) {
        read_keys(reading, trim(name + 9), true, value);
    } else {
        read_setting(reading, name, value);
    }
}

void settings_read(Settings *settings, const char *path, const char *bytes, size_t length)
{
    Reading reading = {.settings = settings, .path = path};
    for (size_t at = 0; at < length;) {
        const char *end = memchr(bytes + at, '\n', length - at);
        size_t line_length = end == NULL ? length - at : (size_t)(end - bytes) - at;
        reading.line++;
        if (memchr(bytes + at, '\0', line_length) != NULL || !utf8_is_valid(bytes + at, line_length, NULL)) {
            fault(&reading, "the line is no UTF-8 text");
        } else {
            char *line = string_copy_bytes(bytes + at, line_length);
            read_line(&reading, line);
            free(line);
        }
        at += line_length + 1;
    }
}

void settings_load(Settings *settings)
{
    char *folder = config_path();
    Text content = {0};
    Error error = {0};
    settings->path = folder == NULL ? NULL : path_join(folder, "config");
    free(folder);
    if (settings->path == NULL) {
        return;
    }
    if (file_read(settings->path, FILE_BYTES_MAX, &content, &error)) {
        settings->found = true;
        settings_read(settings, settings->path, content.data == NULL ? "" : content.data, content.length);
    } else if (error.code != ERROR_NOT_FOUND) {
        string_list_take(&settings->faults, error_text(&error));
    }
    error_clear(&error);
    text_free(&content);
}
