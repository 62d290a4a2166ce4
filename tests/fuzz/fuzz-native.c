/* Fuzz target: the native reader. How to run it with libFuzzer: fuzz.h. */
#include "tests/fuzz/fuzz.h"

#include "importers/read/native.h"
#include "importers/read/xml.h"
#include "tests/fuzz/promises.h"

#define ROOT "<gairo xmlns=\"urn:gairo:data:1\" source=\"fuzz\">\n"
#define TITLE "<title>A title</title>"
#define SOURCE "<source ref=\"reference.a\" basis=\"law\"/>"
#define FIELD "<field name=\"effect\" value=\"raises\">Why.</field>"
#define LINK "<link relation=\"at\" to=\"stage.a\" ref=\"reference.a\" basis=\"law\"/>"
#define CELL "<cell component=\"training.data.sft\" value=\"5\" licence=\"MIT\">A note.</cell>"
#define RISK "<risk id=\"risk.a\">" TITLE SOURCE "<body><p>One.</p> <p>Two.</p></body>" FIELD LINK "</risk>\n"
#define MODEL "<model id=\"model.a\">" TITLE SOURCE CELL "</model>\n"

static const FuzzPiece xml_pieces[] = {
    PIECE(ROOT RISK MODEL "</gairo>"),
    PIECE(ROOT RISK),
    PIECE(ROOT),
    PIECE("</gairo>"),
    PIECE("<risk id=\"risk.b\">"),
    PIECE("</risk>"),
    PIECE("<model id='model.b'>"),
    PIECE("</model>"),
    PIECE(TITLE),
    PIECE(SOURCE),
    PIECE(FIELD),
    PIECE(LINK),
    PIECE(CELL),
    PIECE(RISK),
    PIECE(MODEL),
    PIECE("<summary>"),
    PIECE("</summary>"),
    PIECE("<body>"),
    PIECE("</body>"),
    PIECE("<p>"),
    PIECE("</p>"),
    PIECE("<p/>"),
    PIECE("<event date='2024' type='adopted'/>"),
    PIECE("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"),
    PIECE("<?xml version='1.0' encoding='latin1'?>"),
    PIECE("<!DOCTYPE a ["),
    PIECE("<!ENTITY a 'b'>"),
    PIECE("]>"),
    PIECE("<?php ?>"),
    PIECE("<!-- comment -->"),
    PIECE("<!--"),
    PIECE("-->"),
    PIECE("<![CDATA["),
    PIECE("]]>"),
    PIECE("&amp;"),
    PIECE("&#0;"),
    PIECE("&#x10FFFF;"),
    PIECE("&a;"),
    PIECE("<"),
    PIECE(">"),
    PIECE("/>"),
    PIECE("</"),
    PIECE("\""),
    PIECE("'"),
    PIECE("="),
    PIECE(" xmlns='b'"),
    PIECE(" xmlns:a='b'"),
    PIECE("a:"),
    PIECE(" id='risk.c'"),
    PIECE(" line='7'"),
    PIECE("\n"),
    PIECE("\r\n"),
    PIECE("\t"),
    PIECE("words of text "),
    PIECE("\0"),
    PIECE("\xEF\xBB\xBF"),
    PIECE("\xFF\xFE"),
    PIECE("\xC3"),
    PIECE("\xED\xA0\x80"),
    PIECE("\xEF\xBF\xBF"),
    PIECE("\xE2\x80\xAE"),
};

size_t fuzz_pieces(const FuzzPiece **pieces)
{
    *pieces = xml_pieces;
    return sizeof xml_pieces / sizeof *xml_pieces;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    ReadInput input = {.file = "fuzz.xml", .bytes = (const char *)bytes, .length = length};
    size_t refusals = 0;
    ReadOutput output = promising_output(&refusals);

    xml_harden();
    native_read(&input, NATIVE_FILE, &output);
    return 0;
}
