#include "cli/arguments.h"

#include "cli/near.h"
#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

#define LIMIT_MAX 1000000

bool invocation_has(const Invocation *invocation, OptionId option)
{
    return invocation->values[option].count > 0;
}

const char *invocation_value(const Invocation *invocation, OptionId option)
{
    const StringList *values = &invocation->values[option];

    return values->count > 0 ? values->items[values->count - 1] : NULL;
}

bool invocation_limit(const Invocation *invocation, size_t fallback, size_t *limit, Error *error)
{
    const char *text = invocation_value(invocation, OPTION_LIMIT);
    char *end = NULL;

    *limit = fallback;
    if (!text)
        return true;
    long number = strtol(text, &end, 10);
    if (*text < '0' || *text > '9' || *end != '\0' || number < 1 || number > LIMIT_MAX) {
        error_set(error, ERROR_USAGE, "--limit needs a number from 1 to %d, not '%s'", LIMIT_MAX, text);
        return false;
    }
    *limit = (size_t)number;
    return true;
}

void invocation_free(Invocation *invocation)
{
    string_list_free(&invocation->arguments);
    for (int i = 0; i < OPTION_COUNT; i++)
        string_list_free(&invocation->values[i]);
}

static bool unknown_option(const char *name, Error *error)
{
    StringList names = {0};

    for (int i = 0; i < OPTION_COUNT; i++)
        string_list_add(&names, option_definition((OptionId)i)->name);
    char *hint = near_hint(name, "--", &names);
    error_set(error, ERROR_USAGE, "there is no option --%s%s; gairo --help lists them", name, hint);
    free(hint);
    string_list_free(&names);
    return false;
}

static bool unknown_command(const char *name, Error *error)
{
    StringList names = {0};

    for (size_t i = 0; i < command_count(); i++)
        string_list_add(&names, command_at(i)->name);
    char *hint = near_hint(name, "", &names);
    if (*hint == '\0' && strchr(name, '.'))
        error_set(error, ERROR_USAGE, "there is no command '%s'; to read an item: gairo show %s", name, name);
    else
        error_set(error, ERROR_USAGE, "there is no command '%s'%s; gairo --help lists them", name, hint);
    free(hint);
    string_list_free(&names);
    return false;
}

/* Where the words are read from. */
typedef struct Words {
    int count;
    char *const *items;
    int next;
} Words;

static bool take_value(Words *words, OptionId option, const char *attached, Invocation *invocation, Error *error)
{
    const OptionDefinition *definition = option_definition(option);

    if (!definition->argument) {
        if (attached) {
            error_set(error, ERROR_USAGE, "option --%s takes no value", definition->name);
            return false;
        }
        string_list_add(&invocation->values[option], "");
        return true;
    }
    if (!attached) {
        if (words->next >= words->count) {
            error_set(error, ERROR_USAGE, "option --%s needs a value: --%s %s", definition->name, definition->name,
                      definition->argument);
            return false;
        }
        attached = words->items[words->next++];
    }
    string_list_add(&invocation->values[option], attached);
    return true;
}

static bool parse_long(Words *words, const char *word, Invocation *invocation, Error *error)
{
    const char *equals = strchr(word, '=');
    char *name = string_copy_bytes(word, equals ? (size_t)(equals - word) : strlen(word));
    bool done = false;

    for (int i = 0; i < OPTION_COUNT; i++) {
        if (strcmp(option_definition((OptionId)i)->name, name) == 0) {
            done = take_value(words, (OptionId)i, equals ? equals + 1 : NULL, invocation, error);
            free(name);
            return done;
        }
    }
    unknown_option(name, error);
    free(name);
    return false;
}

/* One word of short options: "-q", "-ofile", "-qo file". */
static bool parse_short(Words *words, const char *letters, Invocation *invocation, Error *error)
{
    while (*letters) {
        char letter = *letters++;
        int option = 0;

        while (option < OPTION_COUNT && option_definition((OptionId)option)->letter != letter)
            option++;
        if (option == OPTION_COUNT) {
            error_set(error, ERROR_USAGE, "there is no option -%c; gairo --help lists them", letter);
            return false;
        }
        bool takes_rest = option_definition((OptionId)option)->argument && *letters;
        if (!take_value(words, (OptionId)option, takes_rest ? letters : NULL, invocation, error))
            return false;
        if (takes_rest)
            return true;
    }
    return true;
}

/* --format and --to are easily taken for each other. */
static OptionId counterpart(OptionId option)
{
    return option == OPTION_FORMAT ? OPTION_TO : option == OPTION_TO ? OPTION_FORMAT : option;
}

static bool check_options(const Invocation *invocation, Error *error)
{
    const CommandDefinition *command = invocation->command;
    bool named = command != command_default();

    for (int i = 0; i < OPTION_COUNT; i++) {
        OptionId other = counterpart((OptionId)i);
        const char *name = option_definition((OptionId)i)->name;

        if (!invocation_has(invocation, (OptionId)i) || (command->options & OPTION_BIT(i)))
            continue;
        if (!named)
            error_set(error, ERROR_USAGE, "option --%s needs a command; gairo --help lists them", name);
        else if (other != (OptionId)i && (command->options & OPTION_BIT(other)))
            error_set(error, ERROR_USAGE, "gairo %s takes no option --%s (did you mean '--%s'?)", command->name, name,
                      option_definition(other)->name);
        else
            error_set(error, ERROR_USAGE, "gairo %s takes no option --%s; gairo %s --help lists its options",
                      command->name, name, command->name);
        return false;
    }
    return true;
}

static bool check_count(const Invocation *invocation, Error *error)
{
    const CommandDefinition *command = invocation->command;
    size_t count = invocation->arguments.count;

    if (count < command->least)
        error_set(error, ERROR_USAGE, "gairo %s needs %s; gairo %s --help tells more", command->name,
                  command->arguments, command->name);
    else if (count > command->most)
        error_set(error, ERROR_USAGE, "gairo %s does not take '%s'; gairo %s --help tells more", command->name,
                  invocation->arguments.items[command->most], command->name);
    else
        return true;
    return false;
}

static bool add_argument(const char *word, Invocation *invocation, Error *error)
{
    if (invocation->command) {
        string_list_add(&invocation->arguments, word);
        return true;
    }
    invocation->command = command_find(word);
    return invocation->command || unknown_command(word, error);
}

bool arguments_parse(int count, char *const words_of_call[], Invocation *invocation, Error *error)
{
    Words words = {count, words_of_call, 1};
    bool options_ended = false;

    while (words.next < words.count) {
        const char *word = words.items[words.next++];
        bool done;

        if (options_ended || word[0] != '-' || word[1] == '\0')
            done = add_argument(word, invocation, error);
        else if (strcmp(word, "--") == 0)
            done = options_ended = true;
        else if (word[1] == '-')
            done = parse_long(&words, word + 2, invocation, error);
        else
            done = parse_short(&words, word + 1, invocation, error);
        if (!done)
            return false;
    }
    if (!invocation->command)
        invocation->command = command_default();
    if (invocation_has(invocation, OPTION_HELP) || invocation_has(invocation, OPTION_VERSION))
        return true;
    return check_options(invocation, error) && check_count(invocation, error);
}
