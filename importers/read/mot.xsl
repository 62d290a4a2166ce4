<?xml version="1.0" encoding="UTF-8"?>
<!-- Model Openness Tool: one release, with the licences of the components of the Model Openness Framework. Six of its
     seventeen components are components of the paper's; the level is the one that the licence's five points give
     (docs/sources.md). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1" exclude-result-prefixes="r g">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="release" select="/r:document/r:entry[@key='release']"/>
  <xsl:variable name="capitals" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
  <xsl:variable name="smalls" select="'abcdefghijklmnopqrstuvwxyz'"/>

  <xsl:template match="/r:document">
    <xsl:variable name="producer" select="normalize-space($release/r:entry[@key='producer'])"/>
    <gairo>
      <!-- The files have the version of the framework that they follow, and no other. -->
      <xsl:variable name="framework" select="r:entry[@key='framework']"/>
      <xsl:if test="normalize-space($framework/r:entry[@key='version']) != ''">
        <xsl:attribute name="version"><xsl:value-of select="g:cut(concat($framework/r:entry[@key='name'], ' ', $framework/r:entry[@key='version']), 200)"/></xsl:attribute>
        <xsl:if test="g:date($framework/r:entry[@key='date']) != ''"><xsl:attribute name="date"><xsl:value-of select="g:date($framework/r:entry[@key='date'])"/></xsl:attribute></xsl:if>
      </xsl:if>
      <xsl:if test="normalize-space($framework/r:entry[@key='date']) != '' and g:date($framework/r:entry[@key='date']) = ''">
        <r:remark line="{$framework/r:entry[@key='date']/@line}">date "<xsl:value-of select="g:cut($framework/r:entry[@key='date'], 60)"/>" of the framework is no date (YYYY-MM-DD, YYYY-MM or YYYY); it was left out</r:remark>
      </xsl:if>
      <reference id="reference.mot">
        <title>Model Openness Tool</title>
        <field name="publication-type" value="dataset"/>
        <field name="url" value="https://mot.isitopen.ai"/>
        <field name="text-licence" value="MIT"/>
        <source ref="reference.mot" basis="framework"/>
      </reference>
      <xsl:if test="g:slug($producer) != ''">
        <organisation id="organisation.mot-{g:slug($producer)}" line="{$release/r:entry[@key='producer']/@line}">
          <title><xsl:value-of select="g:cut($producer, 500)"/></title>
          <source ref="reference.mot" basis="framework"/>
        </organisation>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="not(normalize-space($release/r:entry[@key='name']) != '')">
          <r:refused line="{$release/@line}">the release has no name</r:refused>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="$release"/></xsl:otherwise>
      </xsl:choose>
    </gairo>
  </xsl:template>

  <xsl:template match="r:entry[@key='release']">
    <xsl:variable name="producer" select="normalize-space(r:entry[@key='producer'])"/>
    <xsl:variable name="address" select="g:url((r:entry[@key='huggingface'] | r:entry[@key='repository'] | r:entry[@key='origin'])[g:url(.) != ''][1])"/>
    <model id="model.mot-{g:slug(/r:document/@stem)}" line="{r:entry[@key='name']/@line}">
      <title><xsl:value-of select="g:cut(r:entry[@key='name'], 500)"/></title>
      <!-- "origin" is the name of what the model was made from just as well. -->
      <xsl:for-each select="r:entry[@key='huggingface' or @key='repository'][normalize-space() != '' and g:url(.) = '']">
        <r:remark line="{@line}"><xsl:value-of select="@key"/> "<xsl:value-of select="g:cut(., 60)"/>" is no web address; it was left out</r:remark>
      </xsl:for-each>
      <xsl:if test="r:entry[@key='components'][not(r:member)][normalize-space() != '']">
        <r:refused line="{r:entry[@key='components']/@line}">components must be a list ("- name: …")</r:refused>
      </xsl:if>
      <xsl:if test="$address != ''"><field name="url" value="{$address}"/></xsl:if>
      <xsl:if test="normalize-space(r:entry[@key='license']/r:entry[@key='distribution']/r:entry[@key='name']) != ''">
        <field name="licence-name" value="{g:cut(r:entry[@key='license']/r:entry[@key='distribution']/r:entry[@key='name'], 300)}"/>
      </xsl:if>
      <source ref="reference.mot" locator="{/r:document/@file}" basis="framework"/>
      <xsl:if test="g:slug($producer) != ''">
        <link relation="developed-by" to="organisation.mot-{g:slug($producer)}" ref="reference.mot" basis="framework"
              line="{r:entry[@key='producer']/@line}"/>
      </xsl:if>
      <xsl:call-template name="cell"><xsl:with-param name="component" select="'training.code.pretraining'"/><xsl:with-param name="name" select="'Training code'"/></xsl:call-template>
      <xsl:call-template name="not-asked"><xsl:with-param name="component" select="'training.code.finetuning'"/></xsl:call-template>
      <xsl:call-template name="not-asked"><xsl:with-param name="component" select="'training.code.alignment'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="component" select="'training.data.pretraining'"/><xsl:with-param name="name" select="'Datasets'"/></xsl:call-template>
      <xsl:call-template name="not-asked"><xsl:with-param name="component" select="'training.data.sft'"/></xsl:call-template>
      <xsl:call-template name="not-asked"><xsl:with-param name="component" select="'training.data.alignment'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="component" select="'evaluation.code.general'"/><xsl:with-param name="name" select="'Evaluation code'"/></xsl:call-template>
      <xsl:call-template name="not-asked"><xsl:with-param name="component" select="'evaluation.code.safety'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="component" select="'evaluation.data.utility'"/><xsl:with-param name="name" select="'Evaluation data'"/></xsl:call-template>
      <xsl:call-template name="not-asked"><xsl:with-param name="component" select="'evaluation.data.safety'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="component" select="'deployment.code.inference'"/><xsl:with-param name="name" select="'Inference code'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="component" select="'deployment.data.weights'"/><xsl:with-param name="name" select="'Model parameters (Final)'"/></xsl:call-template>
    </model>
  </xsl:template>

  <xsl:template name="not-asked">
    <xsl:param name="component"/>
    <cell component="{$component}" value="unknown">The Model Openness Framework has no such component.</cell>
  </xsl:template>

  <xsl:template name="cell">
    <xsl:param name="component"/>
    <xsl:param name="name"/>
    <xsl:variable name="entry" select="r:entry[@key='components']/r:member[normalize-space(r:entry[@key='name']) = $name][1]"/>
    <xsl:variable name="own" select="normalize-space($entry/r:entry[@key='license'])"/>
    <xsl:variable name="code" select="normalize-space(r:entry[@key='license']/r:entry[@key='code']/r:entry[@key='name'])"/>
    <xsl:variable name="all" select="normalize-space(r:entry[@key='license']/r:entry[@key='distribution']/r:entry[@key='name'])"/>
    <xsl:variable name="is-code" select="contains($component, '.code.')"/>
    <xsl:variable name="licence">
      <xsl:choose>
        <xsl:when test="$own != ''"><xsl:value-of select="$own"/></xsl:when>
        <xsl:when test="$is-code and $code != ''"><xsl:value-of select="$code"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$all"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="small" select="translate($licence, $capitals, $smalls)"/>
    <xsl:variable name="level">
      <xsl:choose>
        <xsl:when test="$is-code"><xsl:value-of select="g:licence-code-level($licence)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="g:licence-data-level($licence)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not($entry)">
        <cell component="{$component}" value="unknown">The tool does not list <xsl:value-of select="$name"/>.</cell>
      </xsl:when>
      <xsl:when test="contains($small, 'not include')">
        <cell component="{$component}" value="1" line="{$entry/@line}">The tool says: <xsl:value-of select="$licence"/>.</cell>
      </xsl:when>
      <xsl:when test="$small = 'proprietary'">
        <cell component="{$component}" value="1" line="{$entry/@line}" licence="{g:cut($licence, 300)}"/>
      </xsl:when>
      <!-- Public, and nobody is given a right: none of the five points, as under the most restrictive licence. -->
      <xsl:when test="$small = 'unlicensed'">
        <cell component="{$component}" line="{$entry/@line}">
          <xsl:attribute name="value">
            <xsl:choose><xsl:when test="$is-code">2</xsl:when><xsl:otherwise>3</xsl:otherwise></xsl:choose>
          </xsl:attribute>
          <xsl:text>Released without a licence (unlicensed): it can be had, and no right to it is given.</xsl:text>
        </cell>
      </xsl:when>
      <xsl:when test="$licence = '' or $small = 'undisclosed'">
        <cell component="{$component}" value="unknown" line="{$entry/@line}">
          <xsl:choose>
            <xsl:when test="$licence = ''">The tool names no licence for it.</xsl:when>
            <xsl:otherwise>The tool says that the licence is undisclosed.</xsl:otherwise>
          </xsl:choose>
        </cell>
      </xsl:when>
      <xsl:otherwise>
        <cell component="{$component}" line="{$entry/@line}" licence="{g:cut($licence, 300)}">
          <xsl:attribute name="value">
            <xsl:choose><xsl:when test="$level != ''"><xsl:value-of select="$level"/></xsl:when><xsl:otherwise>unknown</xsl:otherwise></xsl:choose>
          </xsl:attribute>
          <xsl:choose>
            <xsl:when test="$level = ''">The licence's points are not known; so the level is not.</xsl:when>
            <xsl:when test="$own = ''">The licence of the whole release.</xsl:when>
          </xsl:choose>
        </cell>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
