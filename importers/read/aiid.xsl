<?xml version="1.0" encoding="UTF-8"?>
<!-- AI Incident Database, the table of incidents. Lists stand as JSON in a cell. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1" exclude-result-prefixes="r g">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/r:document">
    <gairo>
      <reference id="reference.aiid">
        <title>AI Incident Database</title>
        <field name="publication-type" value="dataset"/>
        <field name="url" value="https://incidentdatabase.ai"/>
        <field name="text-licence" value="CC BY-SA 4.0"/>
        <field name="attribution" value="Responsible AI Collaborative"/>
        <source ref="reference.aiid" basis="framework"/>
      </reference>
      <xsl:apply-templates select="r:member"/>
    </gairo>
  </xsl:template>

  <xsl:template match="r:member">
    <xsl:variable name="id" select="normalize-space(r:entry[@key='incident_id'])"/>
    <xsl:variable name="date" select="g:date(r:entry[@key='date'])"/>
    <xsl:variable name="words" select="normalize-space(r:entry[@key='description'])"/>
    <xsl:choose>
      <xsl:when test="$id = '' or translate($id, '0123456789', '') != ''">
        <r:refused line="{(@line | r:entry[@key='incident_id']/@line)[last()]}">incident_id "<xsl:value-of select="$id"/>" must be a number</r:refused>
      </xsl:when>
      <xsl:when test="normalize-space(r:entry[@key='title']) = ''">
        <r:refused line="{(@line | r:entry[@key='title']/@line)[last()]}">incident <xsl:value-of select="$id"/> has no title</r:refused>
      </xsl:when>
      <xsl:otherwise>
        <incident id="incident.aiid-{$id}" line="{@line}">
          <title line="{r:entry[@key='title']/@line}"><xsl:value-of select="g:cut(r:entry[@key='title'], 500)"/></title>
          <xsl:if test="$words != ''"><summary line="{r:entry[@key='description']/@line}"><xsl:value-of select="g:cut($words, 2000)"/></summary></xsl:if>
          <xsl:if test="string-length($words) &gt; 1900"><body line="{r:entry[@key='description']/@line}"><p><xsl:value-of select="$words"/></p></body></xsl:if>
          <field name="url" value="https://incidentdatabase.ai/cite/{$id}"/>
          <xsl:if test="$date = '' and normalize-space(r:entry[@key='date']) != ''">
            <r:remark line="{r:entry[@key='date']/@line}">incident <xsl:value-of select="$id"/>: date "<xsl:value-of select="g:cut(r:entry[@key='date'], 60)"/>" is no date (YYYY-MM-DD, YYYY-MM or YYYY); it was left out</r:remark>
          </xsl:if>
          <xsl:if test="$date != ''">
            <field name="year" line="{r:entry[@key='date']/@line}" value="{substring($date, 1, 4)}"/>
            <field name="happened" line="{r:entry[@key='date']/@line}" value="{$date}"/>
          </xsl:if>
          <xsl:call-template name="names">
            <xsl:with-param name="field" select="'deployer'"/>
            <xsl:with-param name="cell" select="r:entry[@key='Alleged deployer of AI system']"/>
          </xsl:call-template>
          <xsl:call-template name="names">
            <xsl:with-param name="field" select="'developer'"/>
            <xsl:with-param name="cell" select="r:entry[@key='Alleged developer of AI system']"/>
          </xsl:call-template>
          <xsl:call-template name="names">
            <xsl:with-param name="field" select="'harmed'"/>
            <xsl:with-param name="cell" select="r:entry[@key='Alleged harmed or nearly harmed parties']"/>
          </xsl:call-template>
          <field name="text-licence" value="CC BY-SA 4.0"/>
          <field name="attribution" value="AI Incident Database, incident {$id}, https://incidentdatabase.ai/cite/{$id}"/>
          <source ref="reference.aiid" locator="incident {$id}" basis="literature"/>
        </incident>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="names">
    <xsl:param name="field"/>
    <xsl:param name="cell"/>
    <xsl:if test="normalize-space($cell) != ''">
      <xsl:variable name="list" select="g:json($cell)"/>
      <xsl:choose>
        <xsl:when test="not($list)">
          <r:refused line="{$cell/@line}"><xsl:value-of select="$cell/@key"/> is no JSON list: <xsl:value-of select="g:cut($cell, 80)"/></r:refused>
        </xsl:when>
        <xsl:when test="$list/r:entry or $list/r:member/*">
          <r:refused line="{$cell/@line}"><xsl:value-of select="$cell/@key"/> must be a list of names: <xsl:value-of select="g:cut($cell, 80)"/></r:refused>
        </xsl:when>
        <xsl:otherwise>
          <!-- A name alone is a list of one. -->
          <xsl:for-each select="($list/r:member | $list[not(r:member)])[normalize-space() != ''][not(. = preceding-sibling::r:member)]">
            <field name="{$field}" line="{$cell/@line}" value="{g:cut(., 300)}"/>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
