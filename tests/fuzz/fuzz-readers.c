/* Fuzz target: the readers of YAML, JSON, CSV, TSV, XML and BibTeX, and manifests. The first byte says which. How to run it with
 * libFuzzer: fuzz.h. */
#include "tests/fuzz/fuzz.h"

#include "core/frame.h"
#include "importers/read/manifest.h"
#include "importers/read/readers.h"
#include "importers/read/xml.h"

static const char *const names[] = {"yaml", "json", "json-lines", "csv", "tsv", "xml", "bibtex"};
#define NAME_COUNT (sizeof names / sizeof *names)

static const FuzzPiece reader_pieces[] = {
    PIECE("0"),
    PIECE("1"),
    PIECE("2"),
    PIECE("3"),
    PIECE("4"),
    PIECE("5"),
    PIECE("6"),
    PIECE("7"),
    PIECE("@article{a, title = {b}, year = 2000}\n"),
    PIECE("6@article{a, author = {A and {B, C}}, title = \"{\\\"u}\" # b,"),
    PIECE("@string{b = \"c\" # b}\n"),
    PIECE("@comment{"),
    PIECE("@preamble{\"x\"}"),
    PIECE("crossref = a,"),
    PIECE("@book{a, crossref={a}, author="),
    PIECE(" and "),
    PIECE("\\'{\\i}"),
    PIECE("$x^{2}_3$"),
    PIECE("\\textsuperscript{\\c"),
    PIECE("("),
    PIECE(")"),
    PIECE("="),
    PIECE("#"),
    PIECE("%"),
    PIECE("@"),
    PIECE("a: &a [x, y]\nb: *a\n"),
    PIECE("&a "),
    PIECE("*a"),
    PIECE("!!str "),
    PIECE("- "),
    PIECE("? "),
    PIECE(": "),
    PIECE("["),
    PIECE("]"),
    PIECE("{"),
    PIECE("}"),
    PIECE("\n"),
    PIECE("\r\n"),
    PIECE("\r"),
    PIECE("\t"),
    PIECE(","),
    PIECE("\""),
    PIECE("\"\""),
    PIECE("'"),
    PIECE("{\"a\": [null, true, 1.5e300, \"\\u0041\"]}"),
    PIECE("\"a\":"),
    PIECE("\\u0000"),
    PIECE("\\uD800"),
    PIECE("-0"),
    PIECE("1e999"),
    PIECE("99999999999999999999"),
    PIECE("a,b\n1,2\n"),
    PIECE("a\tb\n1\t2\n"),
    PIECE("# comment\n"),
    PIECE("<a b=\"c\">"),
    PIECE("</a>"),
    PIECE("<a/>"),
    PIECE("<?b c?>"),
    PIECE("<!-- d -->"),
    PIECE("<![CDATA[e]]>"),
    PIECE("<!DOCTYPE a>"),
    PIECE("&amp;"),
    PIECE("&b;"),
    PIECE("<format xmlns=\"urn:gairo:format:1\" name=\"a\" title=\"b\">"),
    PIECE("<read with=\"csv\"/>"),
    PIECE("<recognise extensions=\".a\"><key name=\"b\"/></recognise>"),
    PIECE("<source id=\"a\" title=\"b\" licence=\"c\" cite=\"d\"/>"),
    PIECE("</format>"),
    PIECE("\0"),
    PIECE("\x01"),
    PIECE("\xEF\xBB\xBF"),
    PIECE("\xFF\xFE"),
    PIECE("\xC3"),
    PIECE("\uFFFE"),
    PIECE("\U0001F600"),
};

size_t fuzz_pieces(const FuzzPiece **pieces)
{
    *pieces = reader_pieces;
    return sizeof reader_pieces / sizeof *reader_pieces;
}

/* What is handed on is well-formed XML. */
static bool take(void *context, const Text *xml)
{
    xmlDocPtr document = xml_document("fuzz.xml", xml->data, xml->length, NULL);

    (void)context;
    MUST(document != NULL);
    xmlFreeDoc(document);
    return true;
}

static void refused(void *context, long line, const char *reason)
{
    (void)context;
    MUST(line > 0);
    MUST(reason != NULL);
}

static void read_manifest(const ReadInput *input)
{
    Frame frame = {0};
    Error error = {0};

    MUST(manifest_read(input, &frame, &error) == !error_is_set(&error));
    frame_clear(&frame);
    error_clear(&error);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    size_t which = length == 0 ? 0 : bytes[0] % (NAME_COUNT + 1);
    ReadInput input = {.file = "fuzz.a",
                       .bytes = length == 0 ? "" : (const char *)bytes + 1,
                       .length = length == 0 ? 0 : length - 1};
    ReadSettings settings = {.short_rows = length % 2 == 0, .comments = length % 3 == 0 ? "#" : NULL};
    ReadBatches batches = {.take = take, .refused = refused};
    Error error = {0};

    xml_harden();
    if (which == NAME_COUNT) {
        read_manifest(&input);
        return 0;
    }
    if (!reader_find(names[which])(&input, &settings, &batches, &error)) {
        MUST(error_is_set(&error));
        MUST(error.line >= 0);
    }
    error_clear(&error);
    return 0;
}
