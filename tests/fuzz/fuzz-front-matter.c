/* Fuzz target: the front-matter reader. How to run it with libFuzzer: fuzz.h. */
#include "tests/fuzz/fuzz.h"

#include "importers/read/front-matter.h"
#include "importers/read/xml.h"

static const FuzzPiece front_matter_pieces[] = {
    PIECE(
        "---\ntitle: A\nrelease:\n  month: 3\n  year: 2024\ntraining:\n  code:\n    sft:\n      value: 5\n---\nText\n"),
    PIECE("---\n"),
    PIECE("---"),
    PIECE("...\n"),
    PIECE("\n"),
    PIECE("\r\n"),
    PIECE("\t"),
    PIECE("  "),
    PIECE("    "),
    PIECE("title: A title\n"),
    PIECE("key:\n"),
    PIECE("a: "),
    PIECE("- "),
    PIECE("- a\n"),
    PIECE("? "),
    PIECE(": "),
    PIECE("["),
    PIECE("]"),
    PIECE("{"),
    PIECE("}"),
    PIECE(", "),
    PIECE("\""),
    PIECE("'"),
    PIECE("|\n"),
    PIECE(">\n"),
    PIECE("|2-\n"),
    PIECE("# comment\n"),
    PIECE("&a "),
    PIECE("*a"),
    PIECE("!!int "),
    PIECE("!<"),
    PIECE("%YAML 1.1\n"),
    PIECE("<<: "),
    PIECE("\"\\x00\""),
    PIECE("\"\\uD800\""),
    PIECE("\"\\uFFFF\""),
    PIECE("~"),
    PIECE("<&>"),
    PIECE("\0"),
    PIECE("\x01"),
    PIECE("\xEF\xBB\xBF"),
    PIECE("\xFE\xFF"),
    PIECE("\xC3"),
    PIECE("\xED\xA0\x80"),
    PIECE("\xC2\x85"),
    PIECE("\u2028"),
    PIECE("\uFFFE"),
    PIECE("\U0001F600"),
};

size_t fuzz_pieces(const FuzzPiece **pieces)
{
    *pieces = front_matter_pieces;
    return sizeof front_matter_pieces / sizeof *front_matter_pieces;
}

/* What is accepted must be well-formed XML, and what is not must have a reason. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    ReadInput input = {.file = "fuzz.md", .bytes = (const char *)bytes, .length = length};
    Error error = {0};
    Text xml = {0};

    xml_harden();
    if (front_matter_read(&input, &xml, &error)) {
        xmlDocPtr document = xml_document("fuzz.xml", xml.data, xml.length, &error);

        MUST(document != NULL);
        xmlFreeDoc(document);
    } else {
        MUST(error_is_set(&error));
        MUST(error.line >= 0);
    }
    error_clear(&error);
    text_free(&xml);
    return 0;
}
