#include "config.h"

#include "tui/search-kinds.h"

#include "core/unicode.h"
#include "tui/style.h"

#include <stdlib.h>
#include <string.h>

#define LINES_MAX 3u /* that say what was found */
#define ROWS_FROM 14 /* of the screen, for more than one of them */

/* Of all that was found, in lines of that width. To be released. */
static WrappedText kind_lines(const size_t counts[KIND_COUNT], int width)
{
    Text text = {0};
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const KindDefinition *definition = kind_definition((Kind)kind);
        if (counts[kind] > 0) {
            char *name = text_fold(counts[kind] == 1 ? definition->title : definition->title_plural);
            text_append_format(&text, "%s%zu %s", text.length > 0 ? ", " : "", counts[kind], name);
            free(name);
        }
    }
    WrappedText lines = text_wrap(text.length > 0 ? text.data : "", width);
    text_free(&text);
    return lines;
}

bool search_kinds_count(Store *store, const char *words, const SearchHits *hits, Query *query, size_t counts[KIND_COUNT],
                        Error *error)
{
    size_t found[KIND_COUNT] = {0};
    if (hits->more && (!query_add_condition(query, "search", words, error) || !items_count(store, query, found, error))) {
        return false;
    }
    for (size_t i = 0; !hits->more && i < hits->count; i++) {
        found[hits->hits[i].kind]++;
    }
    memcpy(counts, found, sizeof found);
    return true;
}

int search_kinds_draw(const size_t counts[KIND_COUNT], const Canvas *canvas)
{
    WrappedText lines = kind_lines(counts, canvas->columns - 5);
    size_t most = canvas->rows >= ROWS_FROM ? LINES_MAX : 1;
    size_t shown = lines.count > most ? most : lines.count;
    for (size_t i = 0; i < shown; i++) {
        int width = canvas_text(canvas, 1 + (int)i, 2, STYLE_QUIET, lines.lines[i]);
        if (i + 1 == shown && shown < lines.count) {
            canvas_text(canvas, 1 + (int)i, 2 + width, STYLE_QUIET, glyph(GLYPH_ELLIPSIS));
        }
    }
    wrapped_text_free(&lines);
    return shown == 0 ? 1 : (int)shown;
}

void search_kinds_append(const size_t counts[KIND_COUNT], Text *text)
{
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (counts[kind] > 0) {
            text_append_format(text, "%s%s: %zu", text->length > 0 ? "; " : "", kind_definition((Kind)kind)->title_plural,
                               counts[kind]);
        }
    }
}
