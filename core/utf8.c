#include "config.h"

#include "core/unicode.h"

#include <unistr.h>

bool utf8_is_valid(const char *bytes, size_t length, size_t *bad_offset)
{
    if (length == 0)
        return true;
    const uint8_t *bad = u8_check((const uint8_t *)bytes, length);
    if (bad && bad_offset)
        *bad_offset = (size_t)(bad - (const uint8_t *)bytes);
    return !bad;
}
