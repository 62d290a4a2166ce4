<?xml version="1.0" encoding="UTF-8"?>
<!-- CSL-JSON: one reference for each item of the list. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1"
                xmlns:str="http://exslt.org/strings" exclude-result-prefixes="r g str">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/r:document">
    <gairo source="{substring(concat('references-', translate(g:slug(@stem), '.+_', '---')), 1, 64)}" title="References: {g:cut(@file, 200)}">
      <xsl:apply-templates select="r:member"/>
      <xsl:if test="r:entry[@key='title']"><xsl:call-template name="reference"/></xsl:if>
    </gairo>
  </xsl:template>

  <xsl:template match="r:member"><xsl:call-template name="reference"/></xsl:template>

  <!-- Rich text as CSL-JSON has it: <i>, <b>, <sup>, <sub>, <span>. The words stay; of digits above or below the line
       the small forms. What is no such tag ("a < b") stays. -->
  <xsl:template name="plain">
    <xsl:param name="text"/>
    <xsl:variable name="tag" select="substring-before(substring-after($text, '&lt;'), '&gt;')"/>
    <xsl:variable name="name" select="translate(substring-before(concat($tag, ' '), ' '), '/', '')"/>
    <xsl:variable name="after" select="substring-after(substring-after($text, '&lt;'), '&gt;')"/>
    <xsl:choose>
      <xsl:when test="not(contains($text, '&lt;'))"><xsl:value-of select="$text"/></xsl:when>
      <xsl:when test="($tag = 'sup' or $tag = 'sub') and contains($after, concat('&lt;/', $tag, '&gt;'))">
        <xsl:variable name="inside" select="substring-before($after, concat('&lt;/', $tag, '&gt;'))"/>
        <xsl:variable name="small" select="substring(concat('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻', '₀₁₂₃₄₅₆₇₈₉₊₋'), 1 + 12 * ($tag = 'sub'), 12)"/>
        <xsl:value-of select="substring-before($text, '&lt;')"/>
        <xsl:choose>
          <xsl:when test="translate($inside, '0123456789+-−', '') = ''"><xsl:value-of select="translate($inside, '0123456789+-−', concat($small, substring($small, 12)))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$inside"/></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="plain"><xsl:with-param name="text" select="substring-after($after, concat('&lt;/', $tag, '&gt;'))"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$name != '' and contains(' i b em strong span sc p sup sub ', concat(' ', $name, ' '))">
        <xsl:value-of select="substring-before($text, '&lt;')"/>
        <xsl:call-template name="plain"><xsl:with-param name="text" select="$after"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(substring-before($text, '&lt;'), '&lt;')"/>
        <xsl:call-template name="plain"><xsl:with-param name="text" select="substring-after($text, '&lt;')"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "2023-11", "November 2023", "c. 2023": of what is no date the one group of four digits. -->
  <xsl:template name="year">
    <xsl:param name="issued"/>
    <xsl:variable name="words" select="normalize-space(($issued/r:entry[@key='raw' or @key='literal'] | $issued[not(*)])[1])"/>
    <xsl:variable name="parts" select="g:date($issued/r:entry[@key='date-parts']/r:member[1]/r:member[1])"/>
    <xsl:variable name="years" select="str:tokenize($words, ' ,./;:()[]-–?~')[string-length() = 4][translate(., '0123456789', '') = '']"/>
    <xsl:choose>
      <xsl:when test="$parts != ''"><xsl:value-of select="substring($parts, 1, 4)"/></xsl:when>
      <xsl:when test="g:date($words) != ''"><xsl:value-of select="substring(g:date($words), 1, 4)"/></xsl:when>
      <xsl:when test="count($years) = 1"><xsl:value-of select="$years"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="reference">
    <xsl:variable name="key" select="g:slug(concat(r:entry[@key='citation-key'], substring(r:entry[@key='id'], 1, 120 * (not(r:entry[@key='citation-key'])))))"/>
    <xsl:variable name="type" select="r:entry[@key='type']"/>
    <xsl:variable name="year"><xsl:call-template name="year"><xsl:with-param name="issued" select="r:entry[@key='issued']"/></xsl:call-template></xsl:variable>
    <xsl:variable name="title"><xsl:call-template name="plain"><xsl:with-param name="text" select="string(r:entry[@key='title'])"/></xsl:call-template></xsl:variable>
    <xsl:variable name="abstract"><xsl:call-template name="plain"><xsl:with-param name="text" select="string(r:entry[@key='abstract'])"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="normalize-space($title) = '' or $key = ''">
        <r:refused line="{@line}">a reference without an id or a title</r:refused>
      </xsl:when>
      <xsl:otherwise>
        <reference id="reference.{$key}" line="{@line}">
          <title line="{r:entry[@key='title']/@line}"><xsl:value-of select="g:cut($title, 500)"/></title>
          <xsl:if test="normalize-space($abstract) != ''">
            <summary line="{r:entry[@key='abstract']/@line}"><xsl:value-of select="g:cut($abstract, 2000)"/></summary>
          </xsl:if>
          <xsl:variable name="authors">
            <!-- One alone, without a list, is a list of one; a name in one text is one as a whole. -->
            <xsl:for-each select="r:entry[@key='author']/r:member | r:entry[@key='author'][not(r:member)][normalize-space() != '']">
              <xsl:if test="position() &gt; 1">; </xsl:if>
              <xsl:choose>
                <xsl:when test="r:entry[@key='literal']"><xsl:value-of select="r:entry[@key='literal']"/></xsl:when>
                <xsl:when test="not(*)"><xsl:value-of select="normalize-space()"/></xsl:when>
                <xsl:otherwise>
                  <xsl:if test="r:entry[@key='non-dropping-particle'] != ''"><xsl:value-of select="r:entry[@key='non-dropping-particle']"/><xsl:text> </xsl:text></xsl:if>
                  <xsl:value-of select="r:entry[@key='family']"/>
                  <xsl:if test="r:entry[@key='given'] != ''"><xsl:if test="r:entry[@key='family'] != ''">, </xsl:if><xsl:value-of select="r:entry[@key='given']"/></xsl:if>
                </xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </xsl:variable>
          <xsl:if test="normalize-space($authors) != ''"><field name="authors" line="{r:entry[@key='author']/@line}" value="{g:cut($authors, 300)}"/></xsl:if>
          <xsl:choose>
            <xsl:when test="string-length($year) = 4"><field name="year" line="{r:entry[@key='issued']/@line}" value="{$year}"/></xsl:when>
            <xsl:when test="normalize-space(r:entry[@key='issued']) != ''"><r:remark line="{r:entry[@key='issued']/@line}"><xsl:value-of select="$key"/>: issued "<xsl:value-of select="g:cut(r:entry[@key='issued'], 60)"/>" tells no year; it was left out</r:remark></xsl:when>
          </xsl:choose>
          <xsl:choose>
            <xsl:when test="r:entry[@key='DOI'] != ''"><field name="identifier" line="{r:entry[@key='DOI']/@line}" value="doi:{g:cut(r:entry[@key='DOI'], 290)}"/></xsl:when>
            <xsl:when test="r:entry[@key='ISBN'] != ''"><field name="identifier" line="{r:entry[@key='ISBN']/@line}" value="isbn:{g:cut(r:entry[@key='ISBN'], 290)}"/></xsl:when>
          </xsl:choose>
          <field name="publication-type" line="{$type/@line}">
            <xsl:attribute name="value">
              <xsl:choose>
                <xsl:when test="$type = 'report'">report</xsl:when>
                <xsl:when test="$type = 'legislation' or $type = 'bill' or $type = 'legal_case' or $type = 'regulation'">law</xsl:when>
                <xsl:when test="$type = 'standard'">standard</xsl:when>
                <xsl:when test="$type = 'dataset'">dataset</xsl:when>
                <xsl:when test="$type = 'webpage' or $type = 'post-weblog' or $type = 'post'">website</xsl:when>
                <xsl:otherwise>paper</xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
          </field>
          <xsl:if test="normalize-space(r:entry[@key='URL']) != '' and g:url(r:entry[@key='URL']) = ''">
            <r:remark line="{r:entry[@key='URL']/@line}"><xsl:value-of select="$key"/>: URL "<xsl:value-of select="g:cut(r:entry[@key='URL'], 60)"/>" is no web address; it was left out</r:remark>
          </xsl:if>
          <xsl:if test="g:url(r:entry[@key='URL']) != ''"><field name="url" line="{r:entry[@key='URL']/@line}" value="{g:url(r:entry[@key='URL'])}"/></xsl:if>
          <source ref="reference.{$key}" basis="literature"/>
        </reference>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
