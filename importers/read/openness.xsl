<?xml version="1.0" encoding="UTF-8"?>
<!-- The paper's companion data: one file of front matter for each model. The root's attributes are those of
     data/models.xml, which holds the same 45 models: a source is what it says, not where it was read. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" exclude-result-prefixes="r">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/r:document">
    <gairo source="openness" title="Open-source LLMs: the paper's companion data" version="2024-05-16"
           date="2024-05-16" url="https://open-source-llms.github.io">
      <model id="model.{@stem}" line="1">
        <xsl:apply-templates select="*" mode="check"/>
        <xsl:apply-templates select="." mode="title"/>
        <xsl:apply-templates select="." mode="released"/>
        <xsl:apply-templates select="." mode="link"/>
        <source ref="reference.companion" locator="{@file}" basis="companion"/>
        <xsl:apply-templates select="." mode="cells"/>
      </model>
    </gairo>
  </xsl:template>

  <!-- What may be there: whatever no template below knows is refused at its line. -->
  <xsl:template match="r:entry" mode="check">
    <r:refused line="{@line}">unknown key "<xsl:value-of select="@key"/>"</r:refused>
  </xsl:template>
  <xsl:template match="r:member" mode="check">
    <r:refused line="{@line}">a list, where none may be</r:refused>
  </xsl:template>
  <xsl:template match="r:content" mode="check">
    <r:refused line="{@line}">text behind the front matter, where none may be</r:refused>
  </xsl:template>
  <xsl:template match="text()" mode="check"/>

  <xsl:template match="r:document/r:entry[@key='title' or @key='link']
      | r:document/r:entry[@key='release']/r:entry[@key='month' or @key='year']
      | r:document/r:entry/r:entry/r:entry/r:entry[@key='value' or @key='license']" mode="check">
    <xsl:if test="* or not(normalize-space())">
      <r:refused line="{@line}"><xsl:value-of select="@key"/> must be a text</r:refused>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:document/r:entry[@key='release' or @key='training' or @key='evaluation' or @key='deployment']
      | r:document/r:entry[@key='training' or @key='evaluation' or @key='deployment']
        /r:entry[@key='code' or @key='data']
      | r:entry[@key='training']/r:entry[@key='code']
        /r:entry[@key='pretraining' or @key='finetuning' or @key='alignment']
      | r:entry[@key='training']/r:entry[@key='data']/r:entry[@key='pretraining' or @key='sft' or @key='alignment']
      | r:entry[@key='evaluation']/r:entry[@key='code']/r:entry[@key='general' or @key='safety']
      | r:entry[@key='evaluation']/r:entry[@key='data']/r:entry[@key='utility' or @key='safety']
      | r:entry[@key='deployment']/r:entry[@key='code']/r:entry[@key='inference']
      | r:entry[@key='deployment']/r:entry[@key='data']/r:entry[@key='weights']" mode="check">
    <xsl:apply-templates select="*" mode="check"/>
  </xsl:template>

  <xsl:template match="r:document" mode="title">
    <xsl:variable name="title" select="r:entry[@key='title']"/>
    <xsl:choose>
      <xsl:when test="$title"><title line="{$title/@line}"><xsl:value-of select="$title"/></title></xsl:when>
      <xsl:otherwise><r:refused line="1">title is missing</r:refused></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Month and year become YYYY-MM; what is no month is refused as a value of the field. -->
  <xsl:template match="r:document" mode="released">
    <xsl:variable name="release" select="r:entry[@key='release']"/>
    <xsl:variable name="month" select="$release/r:entry[@key='month']"/>
    <xsl:variable name="year" select="$release/r:entry[@key='year']"/>
    <xsl:choose>
      <xsl:when test="not($release)"><r:refused line="1">release is missing</r:refused></xsl:when>
      <xsl:when test="not($month)"><r:refused line="{$release/@line}">release has no month</r:refused></xsl:when>
      <xsl:when test="not($year)"><r:refused line="{$release/@line}">release has no year</r:refused></xsl:when>
      <xsl:otherwise>
        <field name="released" line="{$month/@line}">
          <xsl:attribute name="value">
            <xsl:value-of select="concat($year, '-')"/>
            <xsl:if test="string-length($month) = 1">0</xsl:if>
            <xsl:value-of select="$month"/>
          </xsl:attribute>
        </field>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:document" mode="link">
    <xsl:variable name="link" select="r:entry[@key='link']"/>
    <xsl:choose>
      <xsl:when test="$link"><field name="url" value="{$link}" line="{$link/@line}"/></xsl:when>
      <xsl:otherwise><r:refused line="1">link is missing</r:refused></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The twelve components, in the order of the paper's table. -->
  <xsl:template match="r:document" mode="cells">
    <xsl:call-template name="cells">
      <xsl:with-param name="group" select="'training'"/>
      <xsl:with-param name="kind" select="'code'"/>
      <xsl:with-param name="parts" select="'pretraining finetuning alignment '"/>
    </xsl:call-template>
    <xsl:call-template name="cells">
      <xsl:with-param name="group" select="'training'"/>
      <xsl:with-param name="kind" select="'data'"/>
      <xsl:with-param name="parts" select="'pretraining sft alignment '"/>
    </xsl:call-template>
    <xsl:call-template name="cells">
      <xsl:with-param name="group" select="'evaluation'"/>
      <xsl:with-param name="kind" select="'code'"/>
      <xsl:with-param name="parts" select="'general safety '"/>
    </xsl:call-template>
    <xsl:call-template name="cells">
      <xsl:with-param name="group" select="'evaluation'"/>
      <xsl:with-param name="kind" select="'data'"/>
      <xsl:with-param name="parts" select="'utility safety '"/>
    </xsl:call-template>
    <xsl:call-template name="cells">
      <xsl:with-param name="group" select="'deployment'"/>
      <xsl:with-param name="kind" select="'code'"/>
      <xsl:with-param name="parts" select="'inference '"/>
    </xsl:call-template>
    <xsl:call-template name="cells">
      <xsl:with-param name="group" select="'deployment'"/>
      <xsl:with-param name="kind" select="'data'"/>
      <xsl:with-param name="parts" select="'weights '"/>
    </xsl:call-template>
  </xsl:template>

  <!-- parts: names, each with a blank behind it. -->
  <xsl:template name="cells">
    <xsl:param name="group"/>
    <xsl:param name="kind"/>
    <xsl:param name="parts"/>
    <xsl:variable name="part" select="substring-before($parts, ' ')"/>
    <xsl:if test="$part != ''">
      <xsl:variable name="above" select="r:entry[@key=$group] | r:entry[@key=$group]/r:entry[@key=$kind]"/>
      <xsl:variable name="entry" select="r:entry[@key=$group]/r:entry[@key=$kind]/r:entry[@key=$part]"/>
      <xsl:variable name="component" select="concat($group, '.', $kind, '.', $part)"/>
      <xsl:choose>
        <xsl:when test="$entry">
          <xsl:apply-templates select="$entry" mode="cell">
            <xsl:with-param name="component" select="$component"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:when test="$above">
          <r:refused line="{$above[last()]/@line}"><xsl:value-of select="$component"/> is missing</r:refused>
        </xsl:when>
        <xsl:otherwise>
          <r:refused line="1"><xsl:value-of select="$component"/> is missing</r:refused>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="cells">
        <xsl:with-param name="group" select="$group"/>
        <xsl:with-param name="kind" select="$kind"/>
        <xsl:with-param name="parts" select="substring-after($parts, ' ')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A licence beside an unknown value is a guess at the level ("D3 or D4"), not a licence. -->
  <xsl:template match="r:entry" mode="cell">
    <xsl:param name="component"/>
    <xsl:variable name="value" select="r:entry[@key='value']"/>
    <xsl:variable name="licence" select="r:entry[@key='license']"/>
    <xsl:variable name="ours">
      <xsl:choose>
        <xsl:when test="$value = 'Unknown'">unknown</xsl:when>
        <xsl:when test="$value = 'N/A'">not-applicable</xsl:when>
        <xsl:when test="$value = '1' or $value = '2' or $value = '3' or $value = '4' or $value = '5'">
          <xsl:value-of select="$value"/>
        </xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not($value)">
        <r:refused line="{@line}"><xsl:value-of select="$component"/> has no value</r:refused>
      </xsl:when>
      <xsl:when test="$ours = ''">
        <r:refused line="{$value/@line}">value "<xsl:value-of select="$value"/>" must be 1 to 5, Unknown or N/A</r:refused>
      </xsl:when>
      <xsl:otherwise>
        <cell component="{$component}" value="{$ours}" line="{$value/@line}">
          <xsl:if test="$licence and $ours = 'unknown'">
            <xsl:attribute name="guess"><xsl:value-of select="$licence"/></xsl:attribute>
          </xsl:if>
          <xsl:if test="$licence and $ours != 'unknown'">
            <xsl:attribute name="licence"><xsl:value-of select="$licence"/></xsl:attribute>
          </xsl:if>
        </cell>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
