<?xml version="1.0" encoding="UTF-8"?>
<!-- MIT AI Risk Repository. A paper is a reference; its categories and sub-categories of risk, and what more it says of
     them, are entries of the framework, each narrower than the subdomain it is sorted under. "id" names a row:
     "evidenceId" is repeated in places. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1" exclude-result-prefixes="r g">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/r:document">
    <gairo>
      <reference id="reference.mit-ai-risk-repository">
        <title>MIT AI Risk Repository</title>
        <field name="publication-type" value="dataset"/>
        <field name="url" value="https://airisk.mit.edu"/>
        <field name="text-licence" value="CC BY 4.0"/>
        <source ref="reference.mit-ai-risk-repository" basis="framework"/>
      </reference>
      <framework id="mit:ai-risk-repository">
        <title>MIT AI Risk Repository, the risks that papers name</title>
        <field name="url" value="https://airisk.mit.edu"/>
        <field name="text-licence" value="CC BY 4.0"/>
        <source ref="reference.mit-ai-risk-repository" basis="framework"/>
      </framework>
      <xsl:apply-templates select="r:member"/>
    </gairo>
  </xsl:template>

  <xsl:template match="r:member">
    <xsl:variable name="id" select="r:entry[@key='id']"/>
    <xsl:variable name="level" select="r:entry[@key='category']/r:entry[@key='categoryLevel']"/>
    <xsl:choose>
      <xsl:when test="$id = '' or translate($id, '0123456789', '') != ''">
        <r:refused line="{(@line | $id/@line)[last()]}">id "<xsl:value-of select="$id"/>" must be a whole number</r:refused>
      </xsl:when>
      <xsl:when test="$level = 'Paper'"><xsl:apply-templates select="." mode="paper"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="entry"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:member" mode="paper">
    <xsl:variable name="meta" select="r:entry[@key='metadata']"/>
    <!-- Of a table that counts: "2023.0". -->
    <xsl:variable name="year" select="substring-before(concat(normalize-space($meta/r:entry[@key='year']), '.'), '.')"/>
    <xsl:variable name="given" select="normalize-space($meta/r:entry[@key='doi'])"/>
    <xsl:variable name="doi" select="concat(substring-after($given, 'doi.org/'), substring($given, 1, string-length($given) * not(contains($given, 'doi.org/'))))"/>
    <reference id="reference.mit-paper-{substring-before(r:entry[@key='evidenceId'], '.')}" line="{@line}">
      <title line="{r:entry[@key='title_x']/@line}"><xsl:value-of select="g:cut(r:entry[@key='title_x'], 500)"/></title>
      <xsl:if test="normalize-space($meta/r:entry[@key='authorsFull']) != ''">
        <field name="authors" line="{$meta/r:entry[@key='authorsFull']/@line}" value="{g:cut($meta/r:entry[@key='authorsFull'], 300)}"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="string-length($year) = 4 and translate($year, '0123456789', '') = ''"><field name="year" line="{$meta/r:entry[@key='year']/@line}" value="{$year}"/></xsl:when>
        <xsl:when test="$year != ''"><r:remark line="{$meta/r:entry[@key='year']/@line}"><xsl:value-of select="r:entry[@key='evidenceId']"/>: year "<xsl:value-of select="g:cut($meta/r:entry[@key='year'], 60)"/>" is no year; it was left out</r:remark></xsl:when>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="starts-with($doi, '10.')"><field name="identifier" line="{$meta/r:entry[@key='doi']/@line}" value="doi:{g:cut($doi, 290)}"/></xsl:when>
        <xsl:when test="$doi != '' and $doi != '-'"><r:remark line="{$meta/r:entry[@key='doi']/@line}"><xsl:value-of select="r:entry[@key='evidenceId']"/>: doi "<xsl:value-of select="g:cut($doi, 60)"/>" does not begin with "10."; it was left out</r:remark></xsl:when>
      </xsl:choose>
      <field name="publication-type" value="paper"/>
      <xsl:if test="normalize-space($meta/r:entry[@key='url']) != '' and g:url($meta/r:entry[@key='url']) = '' and $meta/r:entry[@key='url'] != '-'">
        <r:remark line="{$meta/r:entry[@key='url']/@line}"><xsl:value-of select="r:entry[@key='evidenceId']"/>: url "<xsl:value-of select="g:cut($meta/r:entry[@key='url'], 60)"/>" is no web address; it was left out</r:remark>
      </xsl:if>
      <xsl:if test="g:url($meta/r:entry[@key='url']) != ''"><field name="url" line="{$meta/r:entry[@key='url']/@line}" value="{g:url($meta/r:entry[@key='url'])}"/></xsl:if>
      <source ref="reference.mit-ai-risk-repository" locator="{r:entry[@key='evidenceId']}" basis="framework"/>
    </reference>
  </xsl:template>

  <xsl:template match="r:member" mode="entry">
    <xsl:variable name="category" select="normalize-space(r:entry[@key='category']/r:entry[@key='riskCategory'])"/>
    <xsl:variable name="sub" select="normalize-space(r:entry[@key='category']/r:entry[@key='riskSubcategory'])"/>
    <xsl:variable name="words" select="normalize-space(r:entry[@key='description'])"/>
    <xsl:variable name="more" select="normalize-space(r:entry[@key='additionalEvidence'])"/>
    <xsl:variable name="number" select="normalize-space(substring-before(r:entry[@key='subDomain'], '&gt;'))"/>
    <framework-entry id="mit:{r:entry[@key='id']}" line="{@line}">
      <title>
        <xsl:value-of select="concat(r:entry[@key='quickRef'], ': ')"/>
        <xsl:choose>
          <xsl:when test="$sub != ''"><xsl:value-of select="g:cut($sub, 400)"/></xsl:when>
          <xsl:when test="$category != ''"><xsl:value-of select="g:cut($category, 400)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="r:entry[@key='evidenceId']"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="starts-with(r:entry[@key='category']/r:entry[@key='categoryLevel'], 'Additional')"> (further evidence)</xsl:if>
      </title>
      <xsl:if test="$words != '' or $more != ''"><summary><xsl:value-of select="g:cut(concat($words, substring($more, 1, 600 * ($words = ''))), 600)"/></summary></xsl:if>
      <xsl:if test="string-length($words) &gt; 590 or $more != ''">
        <body>
          <xsl:if test="$words != ''"><p line="{r:entry[@key='description']/@line}"><xsl:value-of select="$words"/></p></xsl:if>
          <xsl:if test="$more != ''"><p line="{r:entry[@key='additionalEvidence']/@line}"><xsl:value-of select="$more"/></p></xsl:if>
        </body>
      </xsl:if>
      <field name="entry-type" line="{r:entry[@key='category']/r:entry[@key='categoryLevel']/@line}" value="{g:cut(r:entry[@key='category']/r:entry[@key='categoryLevel'], 100)}"/>
      <xsl:for-each select="r:entry[@key='entity' or @key='intent' or @key='timing'][normalize-space() != '']">
        <!-- "2 - AI" -->
        <field name="{@key}" line="{@line}">
          <xsl:attribute name="value">
            <xsl:choose>
              <xsl:when test="contains(., ' - ')"><xsl:value-of select="g:cut(substring-after(., ' - '), 300)"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="g:cut(., 300)"/></xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
        </field>
      </xsl:for-each>
      <field name="text-licence" value="CC BY 4.0"/>
      <field name="attribution" value="{g:cut(concat('MIT AI Risk Repository, ', r:entry[@key='evidenceId'], ', after ', r:entry[@key='title_x']), 300)}"/>
      <source ref="reference.mit-ai-risk-repository" locator="{r:entry[@key='evidenceId']}" basis="framework"/>
      <link relation="part-of" to="mit:ai-risk-repository" ref="reference.mit-ai-risk-repository" basis="framework"/>
      <link relation="supported-by" to="reference.mit-paper-{substring-before(r:entry[@key='evidenceId'], '.')}"
            ref="reference.mit-ai-risk-repository" locator="{r:entry[@key='evidenceId']}" basis="framework"/>
      <!-- "X.1 > Excluded", and "4.0 > Malicious use" of a domain as a whole, are of no subdomain. -->
      <xsl:if test="normalize-space(r:entry[@key='subDomain']) != '' and not(string-length($number) = 3 and translate($number, '123456789', '') = '.')
          and not(starts-with($number, 'X.') or translate(substring($number, 1, 1), '123456789', '') = '' and substring($number, 2) = '.0')">
        <r:remark line="{r:entry[@key='subDomain']/@line}"><xsl:value-of select="r:entry[@key='evidenceId']"/>: subDomain "<xsl:value-of select="g:cut(r:entry[@key='subDomain'], 60)"/>" does not begin with a number such as "7.3 &gt;"; the entry is linked to none</r:remark>
      </xsl:if>
      <xsl:if test="string-length($number) = 3 and translate($number, '123456789', '') = '.'">
        <link line="{r:entry[@key='subDomain']/@line}" relation="narrower" to="nexus:mit-ai-risk-subdomain-{$number}" ref="reference.mit-ai-risk-repository"
              locator="{r:entry[@key='evidenceId']}" basis="framework"/>
      </xsl:if>
    </framework-entry>
  </xsl:template>
</xsl:stylesheet>
