/* Writes the section on keys of the manual page from the table of actions: gairo.1 is made with it, so that the page
 * cannot tell of keys that are not there. */

#include <stdio.h>
#include <string.h>

static const struct {
    const char *group, *name, *keys, *home, *help;
} actions[] = {
#define ACTION(constant, name, keys, home, label, help, group) {#group, name, keys, home, help},
#include "tui/actions.def"
#undef ACTION
};

#define COUNT (sizeof actions / sizeof *actions)

/* As roff takes it: a backslash and a hyphen are written, a dot or an apostrophe at the beginning is no request. */
static void write_text(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\\') {
            fputs("\\e", stdout);
        } else if (*text == '-') {
            fputs("\\-", stdout);
        } else if (*text == '"') {
            fputs("\\(dq", stdout);
        } else {
            putchar(*text);
        }
    }
}

static void write_action(size_t i)
{
    fputs(".TP\n.B \"", stdout);
    write_text(actions[i].keys);
    if (actions[i].home[0] != '\0') {
        fputs(actions[i].keys[0] == '\0' ? "at home " : "   at home ", stdout);
        write_text(actions[i].home);
    }
    fputs("\"\n\\&", stdout);
    write_text(actions[i].help);
    fputs(" (\\fI", stdout);
    write_text(actions[i].name);
    fputs("\\fR).\n", stdout);
}

static void write_group(const char *group)
{
    printf(".SS %c", group[0]);
    for (const char *at = group + 1; *at != '\0'; at++) {
        putchar(*at == '_' ? ' ' : *at | 0x20);
    }
    putchar('\n');
    for (size_t i = 0; i < COUNT; i++) {
        if (strcmp(group, actions[i].group) == 0) {
            write_action(i);
        }
    }
}

/* The groups in the order in which the table begins them. */
int main(void)
{
    puts(".SH KEYS\nOf the explorer; the configuration file can change them. The name is what the palette, the file and "
         "the plain\nmode know the command by.");
    for (size_t i = 0; i < COUNT; i++) {
        size_t first = 0;
        while (strcmp(actions[first].group, actions[i].group) != 0) {
            first++;
        }
        if (first == i) {
            write_group(actions[i].group);
        }
    }
    return fflush(stdout) != 0 || ferror(stdout) != 0;
}
