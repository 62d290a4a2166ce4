#include "cli/help.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <stdlib.h>
#include <string.h>

#define NAME_COLUMNS 26
#define TEXT_COLUMNS 80

/* "-o, --output FILE" */
static char *option_synopsis(const OptionDefinition *option)
{
    Text text = {0};

    if (option->letter)
        text_append_format(&text, "-%c, ", option->letter);
    text_append_format(&text, "--%s", option->name);
    if (option->argument)
        text_append_format(&text, " %s", option->argument);
    return text_take(&text);
}

/* A name with its text beside it, wrapped; on the next line where the name is long. */
static void write_entry(const char *name, const char *text, Output *output)
{
    WrappedText wrapped = text_wrap(text, TEXT_COLUMNS - NAME_COLUMNS - 2);
    int used = text_width(name);

    output_format(output, "  %s", name);
    for (size_t i = 0; i < wrapped.count; i++) {
        if (i == 0 && used + 2 <= NAME_COLUMNS)
            output_format(output, "%*s%s\n", NAME_COLUMNS - used, "", wrapped.lines[i]);
        else
            output_format(output, "%s%*s%s\n", i == 0 ? "\n" : "", NAME_COLUMNS + 2, "", wrapped.lines[i]);
    }
    wrapped_text_free(&wrapped);
}

static void write_options(const char *title, OptionSet options, Output *output)
{
    if (!options)
        return;
    output_format(output, "\n%s\n", title);
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (!(options & OPTION_BIT(i)))
            continue;
        char *name = option_synopsis(option_definition((OptionId)i));
        write_entry(name, option_definition((OptionId)i)->help, output);
        free(name);
    }
}

static void write_paragraphs(const char *text, Output *output)
{
    WrappedText wrapped = text_wrap(text, TEXT_COLUMNS);

    for (size_t i = 0; i < wrapped.count; i++)
        output_format(output, "%s\n", wrapped.lines[i]);
    wrapped_text_free(&wrapped);
}

static void write_examples(const char *examples, Output *output)
{
    output_write(output, "\nExamples\n");
    while (*examples) {
        int length = (int)strcspn(examples, "\n");

        output_format(output, "  %.*s\n", length, examples);
        examples += length + (examples[length] == '\n');
    }
}

void help_write(const CommandDefinition *command, Output *output)
{
    bool whole = command == command_default();
    OptionSet common = command_default()->options;

    if (whole) {
        output_write(output, "Usage: gairo [OPTION]...\n       gairo COMMAND [OPTION]... [ARGUMENT]...\n\n");
        write_paragraphs(command->description, output);
        output_write(output, "\nCommands\n");
        for (size_t i = 0; i < command_count(); i++)
            write_entry(command_at(i)->name, command_at(i)->summary, output);
        write_options("Options", common, output);
        output_write(output, "\ngairo COMMAND --help tells more about a command.\n");
    } else {
        output_format(output, "Usage: gairo %s [OPTION]...%s%s\n\n", command->name, *command->arguments ? " " : "",
                      command->arguments);
        write_paragraphs(command->description, output);
        write_options("Options", command->options & ~common, output);
        write_options("Common options", command->options & common, output);
    }
    write_examples(command->example, output);
    if (whole)
        write_paragraphs("\nExit status: 0 done (also where nothing was found), 1 it failed, found a fault, or an id "
                         "is not known, 2 the "
                         "call was wrong.",
                         output);
}
