#include "config.h"

#include "core/sanitise.h"

#include "core/text.h"

#include <stdbool.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#define ZERO_WIDTH_NON_JOINER 0x200Cu
#define ZERO_WIDTH_JOINER 0x200Du

/* A character read from the input; value 0 where there is none (the end, or an invalid byte). */
typedef struct Character {
    ucs4_t value;
    size_t length;
} Character;

static Character character_at(const char *bytes, size_t length)
{
    ucs4_t value = 0;
    int used = length ? u8_mbtoucr(&value, (const uint8_t *)bytes, length) : 0;

    return used > 0 ? (Character){value, (size_t)used} : (Character){0, 0};
}

static bool is_variation_selector(ucs4_t value)
{
    return (value >= 0xFE00 && value <= 0xFE0F) || (value >= 0xE0100 && value <= 0xE01EF);
}

/* Symbols that emoji sequences are made of: not exact, but free of letters and controls. */
static bool is_emoji(ucs4_t value)
{
    return (value >= 0x2190 && value <= 0x2BFF) || (value >= 0x1F000 && value <= 0x1FAFF);
}

/* A letter or mark of a script in which joiners mean something. In Latin, Greek and Cyrillic they only hide
 * differences. */
static bool is_joining_letter(ucs4_t value)
{
    if (!uc_is_general_category_withtable(value, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M))
        return false;
    const uc_script_t *script = uc_script(value);
    return !script || (strcmp(script->name, "Latin") != 0 && strcmp(script->name, "Greek") != 0 &&
                       strcmp(script->name, "Cyrillic") != 0);
}

/* Whether the character shows by itself, and as what it is. */
static bool shows(ucs4_t value)
{
    return !uc_is_property_default_ignorable_code_point(value) &&
           !uc_is_general_category_withtable(value, UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_Cn |
                                                        UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp) &&
           !(value >= 0xFFF9 && value <= 0xFFFB); /* interlinear annotation */
}

/* Whether a joiner between the two means something. previous is 0 where what stood there did not stay. */
static bool joins(ucs4_t joiner, ucs4_t previous, ucs4_t next)
{
    if (previous == 0 || !shows(next))
        return false;
    if (joiner == ZERO_WIDTH_JOINER && is_emoji(next) && (is_emoji(previous) || previous == 0xFE0F))
        return true;
    return !is_variation_selector(previous) && is_joining_letter(previous) && is_joining_letter(next);
}

/* Whether a variation selector stands after something whose look it chooses. */
static bool selects(ucs4_t selector, ucs4_t previous)
{
    if (selector >= 0xE0100)
        return uc_is_property_ideographic(previous);
    return previous > ' ' && uc_is_property_grapheme_base(previous);
}

/* Whether the character may stay, by itself and by its neighbours. */
static bool stays(ucs4_t value, ucs4_t previous, const char *rest, size_t rest_length)
{
    if (value == ZERO_WIDTH_JOINER || value == ZERO_WIDTH_NON_JOINER)
        return joins(value, previous, character_at(rest, rest_length).value);
    if (is_variation_selector(value))
        return selects(value, previous);
    return shows(value);
}

/* The number of bytes of a tab or line end at the start; 0 where there is none. A lone carriage return is none: it
 * would overwrite the line. */
static size_t blank_length(const char *bytes, size_t length)
{
    if (bytes[0] == '\t' || bytes[0] == '\n')
        return 1;
    return length > 1 && bytes[0] == '\r' && bytes[1] == '\n' ? 2 : 0;
}

/* The number of bytes at the start that are printable ASCII. */
static size_t plain_length(const char *bytes, size_t length)
{
    size_t count = 0;

    while (count < length && bytes[count] >= ' ' && bytes[count] <= '~')
        count++;
    return count;
}

char *sanitise(const char *bytes, size_t length, SanitiseMode mode)
{
    Text text = {0};
    ucs4_t previous = 0;
    size_t used;

    for (size_t at = 0; bytes && at < length; at += used) {
        const char *here = bytes + at;
        size_t left = length - at;
        if ((used = plain_length(here, left)) > 0) {
            text_append_bytes(&text, here, used);
            previous = (unsigned char)here[used - 1];
        } else if ((used = blank_length(here, left)) > 0) {
            text_append_character(&text, mode == SANITISE_LINES && here[used - 1] == '\n' ? '\n' : ' ');
            previous = ' ';
        } else {
            Character character = character_at(here, left);
            used = character.length ? character.length : 1;
            if (character.length && stays(character.value, previous, here + used, left - used)) {
                text_append_bytes(&text, here, used);
                previous = character.value;
            } else {
                if (character.length)
                    text_append_format(&text, "<U+%04X>", (unsigned)character.value);
                else
                    text_append_format(&text, "<%02X>", (unsigned)(unsigned char)*here);
                previous = 0;
            }
        }
    }
    return text_take(&text);
}

char *sanitise_string(const char *text, SanitiseMode mode)
{
    return sanitise(text, text ? strlen(text) : 0, mode);
}
