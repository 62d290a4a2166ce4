<?xml version="1.0" encoding="UTF-8"?>
<!-- CSL-JSON: one reference for each item of the list. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1" exclude-result-prefixes="r g">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/r:document">
    <gairo source="{substring(concat('references-', translate(g:slug(@stem), '.+_', '---')), 1, 64)}" title="References: {g:cut(@file, 200)}">
      <xsl:apply-templates select="r:member"/>
      <xsl:if test="r:entry[@key='title']"><xsl:call-template name="reference"/></xsl:if>
    </gairo>
  </xsl:template>

  <xsl:template match="r:member"><xsl:call-template name="reference"/></xsl:template>

  <xsl:template name="reference">
    <xsl:variable name="key" select="g:slug(concat(r:entry[@key='citation-key'], substring(r:entry[@key='id'], 1, 120 * (not(r:entry[@key='citation-key'])))))"/>
    <xsl:variable name="type" select="r:entry[@key='type']"/>
    <xsl:variable name="year" select="g:date(r:entry[@key='issued']/r:entry[@key='date-parts']/r:member[1]/r:member[1])"/>
    <xsl:choose>
      <xsl:when test="normalize-space(r:entry[@key='title']) = '' or $key = ''">
        <r:refused line="{@line}">a reference without an id or a title</r:refused>
      </xsl:when>
      <xsl:otherwise>
        <reference id="reference.{$key}" line="{@line}">
          <title line="{r:entry[@key='title']/@line}"><xsl:value-of select="g:cut(r:entry[@key='title'], 500)"/></title>
          <xsl:if test="normalize-space(r:entry[@key='abstract']) != ''">
            <summary line="{r:entry[@key='abstract']/@line}"><xsl:value-of select="g:cut(r:entry[@key='abstract'], 2000)"/></summary>
          </xsl:if>
          <xsl:variable name="authors">
            <xsl:for-each select="r:entry[@key='author']/r:member">
              <xsl:if test="position() &gt; 1">; </xsl:if>
              <xsl:choose>
                <xsl:when test="r:entry[@key='literal']"><xsl:value-of select="r:entry[@key='literal']"/></xsl:when>
                <xsl:otherwise>
                  <xsl:value-of select="r:entry[@key='family']"/>
                  <xsl:if test="r:entry[@key='given'] != ''">, <xsl:value-of select="r:entry[@key='given']"/></xsl:if>
                </xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </xsl:variable>
          <xsl:if test="normalize-space($authors) != ''"><field name="authors" line="{r:entry[@key='author']/@line}" value="{g:cut($authors, 300)}"/></xsl:if>
          <xsl:if test="string-length($year) = 4"><field name="year" line="{r:entry[@key='issued']/@line}" value="{$year}"/></xsl:if>
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
          <xsl:if test="g:url(r:entry[@key='URL']) != ''"><field name="url" line="{r:entry[@key='URL']/@line}" value="{g:url(r:entry[@key='URL'])}"/></xsl:if>
          <source ref="reference.{$key}" basis="literature"/>
        </reference>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
