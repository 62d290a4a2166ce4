/* Near-duplicates among the texts of the shipped kind, and of authors' with them. Within a kind: MinHash over runs of
 * three words, and banding, so that only texts that share much are ever compared (A. Broder, "On the resemblance and
 * containment of documents"; the work grows with the number of texts, not with that of pairs). Between kinds, of which
 * some hold a summary alone and some a long text: which text holds most of a summary, by an index of all runs. */
#include "store/lint.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define RUN_WORDS 3
/* Texts half of whose runs are shared meet in at least one of the bands in 99 of 100 cases (1 - (1 - 0.5^2)^16). */
#define BANDS 16
#define BAND_ROWS 2
#define ROWS (BANDS * BAND_ROWS)
#define NONE SIZE_MAX

typedef struct Runs {
    uint64_t *hashes; /* sorted, none twice */
    size_t count, words;
} Runs;

typedef struct Document {
    long long record;
    uint32_t signature[ROWS];
    size_t same_as; /* the document that it is a near-duplicate of, or NONE */
    int percent;
} Document;

typedef struct Documents {
    Document *items;
    size_t count;
} Documents;

typedef struct BandEntry {
    uint64_t hash;
    size_t document;
} BandEntry;

static uint64_t mix(uint64_t value)
{
    /* The finaliser of SplitMix64. */
    value = (value ^ (value >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    value = (value ^ (value >> 27)) * UINT64_C(0x94d049bb133111eb);
    return value ^ (value >> 31);
}

static int compare_hashes(const void *a, const void *b)
{
    const uint64_t *one = a, *other = b;
    return (*one > *other) - (*one < *other);
}

static bool is_word_byte(char character)
{
    return (unsigned char)character >= 0x80 || isalnum((unsigned char)character);
}

/* The hash of each word of a folded text; FNV-1a. The caller owns it. */
static uint64_t *hash_words(const char *text, size_t *count)
{
    uint64_t *words = memory_allocate((strlen(text) / 2 + 1) * sizeof *words);
    *count = 0;
    while (*text) {
        uint64_t hash = UINT64_C(0xcbf29ce484222325);
        while (*text && !is_word_byte(*text))
            text++;
        if (!*text)
            break;
        for (; is_word_byte(*text); text++)
            hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
        words[(*count)++] = hash;
    }
    return words;
}

static Runs runs_of(const char *text)
{
    Runs runs = {0};
    char *folded = text_fold(text);
    uint64_t *words = hash_words(folded, &runs.words);
    size_t made = runs.words < RUN_WORDS ? 0 : runs.words - RUN_WORDS + 1;
    for (size_t i = 0; i < made; i++)
        words[i] = mix(words[i] + 3 * mix(words[i + 1] + 3 * mix(words[i + 2])));
    qsort(words, made, sizeof *words, compare_hashes);
    for (size_t i = 0; i < made; i++) {
        if (runs.count == 0 || words[i] != words[runs.count - 1])
            words[runs.count++] = words[i];
    }
    runs.hashes = words;
    free(folded);
    return runs;
}

/* How many of a hundred runs that stand in either stand in both. */
static int percent_shared(const Runs *a, const Runs *b)
{
    size_t i = 0, j = 0, both = 0;
    while (i < a->count && j < b->count) {
        int order = compare_hashes(&a->hashes[i], &b->hashes[j]);
        both += order == 0;
        i += order <= 0;
        j += order >= 0;
    }
    size_t either = a->count + b->count - both;
    return either ? (int)(100 * both / either) : 0;
}

static void sign(const Runs *runs, uint32_t signature[ROWS])
{
    for (size_t row = 0; row < ROWS; row++) {
        uint64_t seed = mix(row + 1), least = UINT64_MAX;
        for (size_t i = 0; i < runs->count; i++) {
            uint64_t value = mix(runs->hashes[i] ^ seed);
            least = value < least ? value : least;
        }
        signature[row] = (uint32_t)(least >> 32);
    }
}

/* What is told in our own words and must not be told twice under two kinds. A reference's summary says what others hold
 * too, and a provision's what its instrument does. */
#define TOLD_KINDS "('area', 'risk', 'opportunity', 'mitigation', 'recommendation', 'actor', 'observation', 'term')"

/* Of a record r and its source s: ours, or what an author tells in these kinds that is no other source's item. Ours
 * come first, so that an author's is told of and never the other way round. */
#define COMPARED                                                                                                       \
    "(s.rank = 0 OR (r.kind IN " TOLD_KINDS " AND " LINT_AUTHORED " AND NOT EXISTS (SELECT 1 FROM record o"            \
    " WHERE o.id = r.id AND o.source <> r.source)))"
#define OURS_FIRST " ORDER BY s.rank > 0, r.number"
#define TEXT_OF_RECORD "coalesce(r.summary, '') || char(10) || coalesce(r.body, '')"

static bool read_documents(Store *store, const char *kind, Documents *documents, Error *error)
{
    Statement statement;
    bool goes_on = true;
    if (statement_open(store,
                       "SELECT r.number, " TEXT_OF_RECORD " FROM record r JOIN source s ON s.id = r.source"
                       " WHERE r.kind = ?1 AND " COMPARED OURS_FIRST,
                       &statement, error)) {
        statement_bind(&statement, 1, kind);
        while ((goes_on = store_goes_on(store, error)) && statement_step(&statement)) {
            Runs runs = runs_of(statement_word(&statement, 1));
            if (runs.words >= SIMILAR_WORDS_MIN) {
                if ((documents->count & (documents->count - 1)) == 0)
                    documents->items = memory_resize(documents->items, documents->count ? 2 * documents->count : 1,
                                                     sizeof *documents->items);
                Document *document = &documents->items[documents->count++];
                *document = (Document){.record = statement_number(&statement, 0), .same_as = NONE};
                sign(&runs, document->signature);
            }
            free(runs.hashes);
        }
    }
    return statement_close(&statement) && goes_on;
}

static bool read_runs(Store *store, long long record, Runs *runs, Error *error)
{
    Statement statement;
    if (statement_open(store, "SELECT " TEXT_OF_RECORD " FROM record r WHERE r.number = ?1", &statement, error)) {
        statement_bind_number(&statement, 1, record);
        if (statement_step(&statement))
            *runs = runs_of(statement_word(&statement, 0));
    }
    return statement_close(&statement);
}

/* Compares the texts themselves; the later is then the near-duplicate of the earlier. */
static bool compare(Store *store, Documents *documents, size_t earlier, size_t later, Error *error)
{
    Document *document = &documents->items[later];
    Runs a = {0}, b = {0};
    if (document->same_as != NONE)
        return true;
    bool done =
        read_runs(store, documents->items[earlier].record, &a, error) && read_runs(store, document->record, &b, error);
    int percent = done ? percent_shared(&a, &b) : 0;
    if (percent >= SIMILAR_PERCENT) {
        document->same_as = earlier;
        document->percent = percent;
    }
    free(a.hashes);
    free(b.hashes);
    return done;
}

static int compare_entries(const void *a, const void *b)
{
    const BandEntry *one = a, *other = b;
    int order = compare_hashes(&one->hash, &other->hash);
    return order ? order : (one->document > other->document) - (one->document < other->document);
}

/* In one band: those that agree in all its rows stand side by side. Each is compared with the first of them and with
 * the one before it, which keeps the work linear where many agree. */
static bool compare_band(Store *store, Documents *documents, size_t band, BandEntry *entries, Error *error)
{
    bool done = true;
    for (size_t i = 0; i < documents->count; i++) {
        const uint32_t *rows = &documents->items[i].signature[band * BAND_ROWS];
        entries[i] = (BandEntry){((uint64_t)rows[0] << 32) | rows[1], i};
    }
    qsort(entries, documents->count, sizeof *entries, compare_entries);
    for (size_t i = 1, first = 0; done && i < documents->count; i++) {
        if (entries[i].hash != entries[first].hash) {
            first = i;
            continue;
        }
        done = compare(store, documents, entries[first].document, entries[i].document, error) &&
               (i - 1 == first || compare(store, documents, entries[i - 1].document, entries[i].document, error));
    }
    return done;
}

_Static_assert(BAND_ROWS == 2, "a band's hash is made of two rows");

/* That a record says what another does, or its summary what one of another kind does. */
static bool report(Lint *lint, long long record, long long other, bool across, int percent, Error *error)
{
    Statement statement;
    if (statement_open(lint->store,
                       "SELECT r.file, r.line, r.id, o.id, " LINT_RANK
                       " FROM record r JOIN source s ON s.id = r.source, record o"
                       " WHERE r.number = ?1 AND o.number = ?2",
                       &statement, error)) {
        statement_bind_number(&statement, 1, record);
        statement_bind_number(&statement, 2, other);
        if (statement_step(&statement)) {
            char *message = string_format(
                "%ssays almost the same as %s (%d%% of the three-word runs%s); merge them, or say what sets them apart",
                across ? "the summary " : "", statement_word(&statement, 3), percent, across ? " stand there too" : "");
            lint_add_ranked(lint, statement_number(&statement, 4), statement_text(&statement, 0),
                            (long)statement_number(&statement, 1), statement_text(&statement, 2), message);
            free(message);
        }
    }
    return statement_close(&statement);
}

static bool find_in_kind(Lint *lint, const char *kind, Error *error)
{
    Documents documents = {0};
    bool done = read_documents(lint->store, kind, &documents, error);
    BandEntry *entries = memory_allocate((documents.count + 1) * sizeof *entries);
    for (size_t band = 0; done && band < BANDS; band++)
        done = compare_band(lint->store, &documents, band, entries, error);
    for (size_t i = 0; done && i < documents.count; i++) {
        if (documents.items[i].same_as != NONE)
            done = report(lint, documents.items[i].record, documents.items[documents.items[i].same_as].record, false,
                          documents.items[i].percent, error);
    }
    free(entries);
    free(documents.items);
    return done;
}

typedef struct Telling {
    long long record;
    bool authored;
    char *kind;
    Runs summary, whole;
    size_t same_as; /* the telling that holds the summary too, or NONE */
    int percent;
} Telling;

typedef struct Tellings {
    Telling *items;
    size_t count, runs; /* of all whole texts */
} Tellings;

static bool read_tellings(Store *store, Tellings *tellings, Error *error)
{
    Statement statement;
    bool goes_on = true;
    if (statement_open(store,
                       "SELECT r.number, r.kind, r.summary, " TEXT_OF_RECORD ", s.rank > 0 FROM record r JOIN source s"
                       " ON s.id = r.source WHERE r.summary IS NOT NULL AND r.kind IN " TOLD_KINDS
                       " AND " COMPARED OURS_FIRST,
                       &statement, error)) {
        while ((goes_on = store_goes_on(store, error)) && statement_step(&statement)) {
            if ((tellings->count & (tellings->count - 1)) == 0)
                tellings->items = memory_resize(tellings->items, tellings->count ? 2 * tellings->count : 1,
                                                sizeof *tellings->items);
            Telling *telling = &tellings->items[tellings->count++];
            *telling = (Telling){.record = statement_number(&statement, 0),
                                 .authored = statement_number(&statement, 4) > 0,
                                 .kind = string_copy(statement_word(&statement, 1)),
                                 .summary = runs_of(statement_word(&statement, 2)),
                                 .whole = runs_of(statement_word(&statement, 3)),
                                 .same_as = NONE};
            tellings->runs += telling->whole.count;
        }
    }
    return statement_close(&statement) && goes_on;
}

static void tellings_free(Tellings *tellings)
{
    for (size_t i = 0; i < tellings->count; i++) {
        free(tellings->items[i].kind);
        free(tellings->items[i].summary.hashes);
        free(tellings->items[i].whole.hashes);
    }
    free(tellings->items);
}

/* The first of the entries, which are sorted, with a hash not below that one. */
static size_t first_entry(const BandEntry *entries, size_t count, uint64_t hash)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (entries[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Which text of another kind holds most of that summary; entries are all texts' runs. A pair is told once, and ours is
 * not at fault for what an author wrote. */
static void find_holder(Tellings *tellings, size_t number, const BandEntry *entries, size_t *shared)
{
    Telling *telling = &tellings->items[number];
    const Runs *summary = &telling->summary;
    size_t best = NONE;

    if (summary->words < SIMILAR_WORDS_MIN)
        return;
    for (size_t i = 0; i < tellings->count; i++)
        shared[i] = 0;
    for (size_t run = 0; run < summary->count; run++) {
        size_t at = first_entry(entries, tellings->runs, summary->hashes[run]);
        for (; at < tellings->runs && entries[at].hash == summary->hashes[run]; at++)
            shared[entries[at].document]++;
    }
    for (size_t i = 0; i < tellings->count; i++) {
        if (tellings->items[i].authored && !telling->authored)
            break;
        if (strcmp(tellings->items[i].kind, telling->kind) != 0 && tellings->items[i].same_as != number &&
            (best == NONE || shared[i] > shared[best]))
            best = i;
    }
    int percent = best == NONE ? 0 : (int)(100 * shared[best] / summary->count);
    if (percent >= SIMILAR_PERCENT) {
        telling->same_as = best;
        telling->percent = percent;
    }
}

/* The later of two is told of, as within a kind. */
static bool find_across_kinds(Lint *lint, Error *error)
{
    Tellings tellings = {0};
    bool done = read_tellings(lint->store, &tellings, error);
    BandEntry *entries = memory_allocate((tellings.runs + 1) * sizeof *entries);
    size_t *shared = memory_allocate((tellings.count + 1) * sizeof *shared), count = 0;
    for (size_t i = 0; i < tellings.count; i++)
        for (size_t run = 0; run < tellings.items[i].whole.count; run++)
            entries[count++] = (BandEntry){tellings.items[i].whole.hashes[run], i};
    qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t i = tellings.count; done && i > 0; i--)
        find_holder(&tellings, i - 1, entries, shared);
    for (size_t i = 0; done && i < tellings.count; i++) {
        const Telling *telling = &tellings.items[i];
        if (telling->same_as != NONE)
            done = report(lint, telling->record, tellings.items[telling->same_as].record, true, telling->percent,
                          error);
    }
    free(shared);
    free(entries);
    tellings_free(&tellings);
    return done;
}

/* The scales of code and of data are worded alike on purpose, level by level. */
bool lint_near_duplicate(Lint *lint, Error *error)
{
    bool done = true;
    for (int kind = 0; done && kind < KIND_COUNT; kind++) {
        if (kind != KIND_LEVEL)
            done = find_in_kind(lint, kind_definition((Kind)kind)->name, error);
    }
    return done && find_across_kinds(lint, error);
}
