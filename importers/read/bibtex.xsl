<?xml version="1.0" encoding="UTF-8"?>
<!-- BibTeX and BibLaTeX: one reference for each entry, by its key as in csl-json.xsl. What an entry does not say, the one
     that its crossref names may. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1" exclude-result-prefixes="r g">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/r:document">
    <gairo source="{substring(concat('references-', translate(g:slug(@stem), '.+_', '---')), 1, 64)}" title="References: {g:cut(@file, 200)}">
      <xsl:apply-templates select="r:member"/>
    </gairo>
  </xsl:template>

  <xsl:template match="r:member">
    <xsl:variable name="key" select="g:slug(r:entry[@key='@key'])"/>
    <xsl:variable name="type" select="r:entry[@key='@type']"/>
    <xsl:for-each select="r:entry[@undefined]">
      <r:remark line="{@line}">no @string defines <xsl:value-of select="@undefined"/>; the word stands as it is</r:remark>
    </xsl:for-each>
    <xsl:for-each select="r:entry[@repeated]">
      <r:remark line="{@line}">the field <xsl:value-of select="@key"/> is there twice; the first counts</r:remark>
    </xsl:for-each>
    <xsl:choose>
      <!-- Entries that hold fields for others, or gather others. -->
      <xsl:when test="$type = 'xdata'"/>
      <xsl:when test="$type = 'set'"><r:remark line="{@line}">the set <xsl:value-of select="$key"/> is no reference of its own; it was left out</r:remark></xsl:when>
      <xsl:when test="$key = ''"><r:refused line="{@line}">an entry without a key: @<xsl:value-of select="$type"/>{KEY, …} is expected</r:refused></xsl:when>
      <xsl:when test="normalize-space(r:entry[@key='title']) = '' and normalize-space(r:entry[@key='booktitle']) = ''">
        <r:refused line="{@line}"><xsl:value-of select="r:entry[@key='@key']"/> has no title</r:refused>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="reference">
          <xsl:with-param name="key" select="$key"/>
          <xsl:with-param name="type" select="string($type)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="reference">
    <xsl:param name="key"/>
    <xsl:param name="type"/>
    <xsl:variable name="own" select="r:entry[not(@repeated)]"/>
    <xsl:variable name="given" select="$own | r:entry[@key='@parent']/r:entry[not(@repeated)][not(@key = $own/@key)]"/>
    <xsl:variable name="title" select="($own[@key='title'][normalize-space() != ''] | $own[@key='booktitle'][not($own[@key='title'] != '')])[1]"/>
    <xsl:variable name="names" select="($given[@key='author'][r:member] | $given[@key='editor'][r:member][not($given[@key='author']/r:member)])[1]"/>
    <xsl:variable name="body" select="($given[@key='institution' or @key='organization' or @key='publisher'][normalize-space() != ''])[1]"/>
    <xsl:variable name="year" select="substring(g:date(substring(($given[@key='date'] | $given[@key='year'][not($given[@key='date'] != '')])[1], 1, 4)), 1, 4)"/>
    <xsl:variable name="doi" select="g:cut($given[@key='doi'], 290)"/>
    <xsl:variable name="address">
      <xsl:choose>
        <xsl:when test="g:url($given[@key='url']) != ''"><xsl:value-of select="g:url($given[@key='url'])"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="g:url(normalize-space($given[@key='howpublished']))"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <reference id="reference.{$key}" line="{@line}">
      <title line="{$title/@line}">
        <xsl:value-of select="g:cut(concat($title, substring(': ', 1, 2 * boolean($own[@key='subtitle'] != '')), $own[@key='subtitle']), 500)"/>
      </title>
      <xsl:if test="normalize-space($own[@key='abstract']) != ''">
        <summary line="{$own[@key='abstract']/@line}"><xsl:value-of select="g:cut($own[@key='abstract'], 2000)"/></summary>
      </xsl:if>
      <xsl:variable name="authors">
        <xsl:for-each select="$names/r:member">
          <xsl:if test="position() != 1">; </xsl:if>
          <xsl:value-of select="r:entry[@key='literal'] | r:entry[@key='family']"/>
          <xsl:if test="r:entry[@key='given'] != ''">, <xsl:value-of select="r:entry[@key='given']"/></xsl:if>
        </xsl:for-each>
        <xsl:if test="not($names)"><xsl:value-of select="$body"/></xsl:if>
      </xsl:variable>
      <xsl:if test="normalize-space($authors) != ''"><field name="authors" value="{g:cut($authors, 300)}"/></xsl:if>
      <xsl:variable name="dated" select="($given[@key='date'] | $given[@key='year'][not($given[@key='date'] != '')])[1]"/>
      <xsl:choose>
        <xsl:when test="string-length($year) = 4"><field name="year" value="{$year}"/></xsl:when>
        <xsl:when test="normalize-space($dated) != ''"><r:remark line="{$dated/@line}"><xsl:value-of select="concat($key, ': ', $dated/@key)"/> "<xsl:value-of select="g:cut($dated, 60)"/>" does not begin with a year; it was left out</r:remark></xsl:when>
      </xsl:choose>
      <xsl:if test="normalize-space($given[@key='url']) != '' and g:url($given[@key='url']) = ''">
        <r:remark line="{$given[@key='url']/@line}"><xsl:value-of select="$key"/>: url "<xsl:value-of select="g:cut($given[@key='url'], 60)"/>" is no web address; it was left out</r:remark>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="starts-with($doi, 'http') and contains($doi, 'doi.org/')"><field name="identifier" value="doi:{substring-after($doi, 'doi.org/')}"/></xsl:when>
        <xsl:when test="$doi != ''"><field name="identifier" value="doi:{$doi}"/></xsl:when>
        <xsl:when test="$own[@key='eprint'] != ''">
          <field name="identifier" value="{g:cut(concat(substring('arXiv:', 1, 6 * not(contains($own[@key='eprint'], ':'))), $own[@key='eprint']), 290)}">
            <xsl:variable name="archive" select="normalize-space($own[@key='archiveprefix' or @key='eprinttype'])"/>
            <xsl:if test="$archive != '' and translate($archive, 'ARXIV', 'arxiv') != 'arxiv'">
              <xsl:attribute name="value"><xsl:value-of select="g:cut(concat($archive, ':', $own[@key='eprint']), 290)"/></xsl:attribute>
            </xsl:if>
          </field>
        </xsl:when>
        <xsl:when test="$own[@key='isbn'] != ''"><field name="identifier" value="isbn:{g:cut($own[@key='isbn'], 290)}"/></xsl:when>
      </xsl:choose>
      <field name="publication-type">
        <xsl:attribute name="value">
          <xsl:choose>
            <xsl:when test="$type = 'techreport' or $type = 'report' or $type = 'manual'">report</xsl:when>
            <xsl:when test="$type = 'legislation' or $type = 'jurisdiction' or $type = 'legal' or $type = 'legadminmaterial' or $type = 'bill'">law</xsl:when>
            <xsl:when test="$type = 'standard'">standard</xsl:when>
            <xsl:when test="$type = 'dataset' or $type = 'data'">dataset</xsl:when>
            <xsl:when test="$type = 'online' or $type = 'electronic' or $type = 'www' or $type = 'webpage'">website</xsl:when>
            <xsl:when test="$type = 'misc' and $address != '' and not($own[@key='eprint' or @key='doi' or @key='journal'])">website</xsl:when>
            <xsl:otherwise>paper</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </field>
      <xsl:if test="$address != ''"><field name="url" value="{$address}"/></xsl:if>
      <source ref="reference.{$key}" basis="literature"/>
    </reference>
  </xsl:template>
</xsl:stylesheet>
