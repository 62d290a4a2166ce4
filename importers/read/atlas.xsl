<?xml version="1.0" encoding="UTF-8"?>
<!-- MITRE ATLAS. A matrix is a framework; tactics and techniques are its entries, a technique part of its tactics and a
     sub-technique of its technique; mitigations reduce techniques; case studies are incidents, evidence of techniques. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1" exclude-result-prefixes="r g">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:key name="technique" match="r:entry[@key='techniques']/r:member[r:entry[@key='name']]" use="r:entry[@key='id']"/>

  <xsl:template match="/r:document">
    <gairo version="{r:entry[@key='version']}">
      <xsl:for-each select="(r:entry[@key='matrices']/r:member/r:entry | r:entry[@key='case-studies'])/r:member/r:entry[@key='modified_date' or @key='created_date'][string-length(g:date(.)) = 10]">
        <xsl:sort select="g:date(.)" order="descending"/>
        <xsl:if test="position() = 1"><xsl:attribute name="date"><xsl:value-of select="g:date(.)"/></xsl:attribute></xsl:if>
      </xsl:for-each>
      <reference id="reference.atlas">
        <title>MITRE ATLAS</title>
        <field name="publication-type" value="dataset"/>
        <field name="url" value="https://atlas.mitre.org"/>
        <field name="text-licence" value="Apache-2.0"/>
        <source ref="reference.atlas" basis="framework"/>
      </reference>
      <xsl:for-each select=".//r:entry[@key='modified_date' or @key='created_date' or @key='incident-date'][normalize-space() != '' and g:date(.) = '']">
        <r:remark line="{@line}"><xsl:value-of select="concat(../r:entry[@key='id'], ': ', @key)"/> "<xsl:value-of select="g:cut(., 60)"/>" is no date (YYYY-MM-DD, YYYY-MM or YYYY); it was left out</r:remark>
      </xsl:for-each>
      <xsl:for-each select="(r:entry[@key='matrices' or @key='case-studies'] | r:entry[@key='matrices']/r:member/r:entry[@key='tactics' or @key='techniques' or @key='mitigations'])[not(r:member)][normalize-space() != '']">
        <r:refused line="{@line}"><xsl:value-of select="@key"/> must be a list of objects ("- id: …")</r:refused>
      </xsl:for-each>
      <xsl:for-each select="r:entry[@key='matrices']/r:member">
        <framework id="atlas:{r:entry[@key='id']}" line="{@line}">
          <title>MITRE <xsl:value-of select="r:entry[@key='name']"/></title>
          <field name="url" value="https://atlas.mitre.org/matrices/{r:entry[@key='id']}"/>
          <source ref="reference.atlas" locator="version {/r:document/r:entry[@key='version']}" basis="framework"/>
        </framework>
        <xsl:apply-templates select="r:entry[@key='tactics' or @key='techniques' or @key='mitigations']/r:member"/>
      </xsl:for-each>
      <xsl:apply-templates select="r:entry[@key='case-studies']/r:member"/>
    </gairo>
  </xsl:template>

  <xsl:template match="r:member">
    <xsl:choose>
      <xsl:when test="not(r:entry[@key='id'] != '') or not(r:entry[@key='name'] != '')">
        <r:refused line="{@line}">an object without an id or a name</r:refused>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="item"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:entry[@key='tactics']/r:member" mode="item">
    <framework-entry id="atlas:{r:entry[@key='id']}" line="{@line}">
      <title>MITRE ATLAS <xsl:value-of select="concat(r:entry[@key='id'], ': ', r:entry[@key='name'])"/></title>
      <xsl:call-template name="words"/>
      <field name="url" value="https://atlas.mitre.org/tactics/{r:entry[@key='id']}"/>
      <field name="entry-type" value="tactic"/>
      <xsl:call-template name="source"/>
      <xsl:call-template name="part-of"/>
    </framework-entry>
  </xsl:template>

  <xsl:template match="r:entry[@key='techniques']/r:member" mode="item">
    <xsl:variable name="above" select="r:entry[@key='subtechnique-of']"/>
    <framework-entry id="atlas:{r:entry[@key='id']}" line="{@line}">
      <title>
        <xsl:value-of select="concat('MITRE ATLAS ', r:entry[@key='id'], ': ')"/>
        <xsl:if test="$above != '' and key('technique', $above)">
          <xsl:value-of select="concat(key('technique', $above)/r:entry[@key='name'], ': ')"/>
        </xsl:if>
        <xsl:value-of select="r:entry[@key='name']"/>
      </title>
      <xsl:call-template name="words"/>
      <field name="url" value="https://atlas.mitre.org/techniques/{r:entry[@key='id']}"/>
      <field name="entry-type">
        <xsl:attribute name="value">
          <xsl:choose>
            <xsl:when test="$above != ''">sub-technique</xsl:when>
            <xsl:otherwise>technique</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </field>
      <xsl:call-template name="source"/>
      <xsl:call-template name="part-of"/>
      <xsl:if test="$above != ''">
        <link relation="part-of" to="atlas:{$above}" ref="reference.atlas" basis="framework" line="{$above/@line}"/>
      </xsl:if>
      <xsl:for-each select="(r:entry[@key='tactics']/r:member | r:entry[@key='tactics'][not(r:member)])[. != ''][not(. = preceding-sibling::r:member)]">
        <link relation="part-of" to="atlas:{.}" ref="reference.atlas" basis="framework" line="{@line}"/>
      </xsl:for-each>
    </framework-entry>
  </xsl:template>

  <xsl:template match="r:entry[@key='mitigations']/r:member" mode="item">
    <mitigation id="mitigation.atlas-{g:slug(r:entry[@key='id'])}" line="{@line}">
      <title>MITRE ATLAS <xsl:value-of select="concat(r:entry[@key='id'], ': ', r:entry[@key='name'])"/></title>
      <xsl:call-template name="words"/>
      <field name="url" value="https://atlas.mitre.org/mitigations/{r:entry[@key='id']}"/>
      <field name="entry-type" value="mitigation"/>
      <!-- A stage is a text, or a mapping of id and use. -->
      <xsl:variable name="stages">
        <xsl:text>|</xsl:text>
        <xsl:for-each select="r:entry[@key='ml-lifecycle']/r:member | r:entry[@key='ml-lifecycle'][not(r:member)]">
          <xsl:choose>
            <xsl:when test="r:entry[@key='id']"><xsl:value-of select="concat(r:entry[@key='id'], '|')"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="concat(., '|')"/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:variable>
      <xsl:for-each select="(r:entry[@key='ml-lifecycle']/r:member | r:entry[@key='ml-lifecycle'][not(r:member)])[normalize-space() != '']">
        <xsl:variable name="stage" select="string((r:entry[@key='id'] | self::*[not(r:entry[@key='id'])])[1])"/>
        <xsl:if test="not(contains($stage, 'Data') or contains($stage, 'Model Engineering') or contains($stage, 'Model Evaluation') or contains($stage, 'Deployment') or contains($stage, 'Monitoring'))">
          <r:remark line="{@line}"><xsl:value-of select="ancestor::r:member[r:entry[@key='ml-lifecycle']][1]/r:entry[@key='id']"/>: the stage "<xsl:value-of select="g:cut($stage, 60)"/>" of ml-lifecycle is not known; it was left out</r:remark>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="contains($stages, 'Data') "><field name="life-cycle" value="data"/></xsl:if>
      <xsl:if test="contains($stages, 'Model Engineering')"><field name="life-cycle" value="training"/></xsl:if>
      <xsl:if test="contains($stages, 'Model Evaluation')"><field name="life-cycle" value="evaluation"/></xsl:if>
      <xsl:if test="contains($stages, 'Deployment')"><field name="life-cycle" value="deployment"/></xsl:if>
      <xsl:if test="contains($stages, 'Monitoring')"><field name="life-cycle" value="use"/></xsl:if>
      <xsl:call-template name="source"/>
      <xsl:call-template name="part-of"/>
      <xsl:for-each select="r:entry[@key='techniques']/r:member | r:entry[@key='techniques'][not(r:member)]">
        <xsl:variable name="id" select="r:entry[@key='id'] | self::*[not(r:entry)]"/>
        <xsl:if test="$id != '' and not(preceding-sibling::r:member[r:entry[@key='id'] = $id or (not(r:entry) and . = $id)])">
          <link relation="reduces" to="atlas:{$id}" ref="reference.atlas" basis="framework" line="{@line}">
            <xsl:value-of select="r:entry[@key='use']"/>
          </link>
        </xsl:if>
      </xsl:for-each>
    </mitigation>
  </xsl:template>

  <xsl:template match="r:entry[@key='case-studies']/r:member" mode="item">
    <xsl:variable name="date" select="g:date(r:entry[@key='incident-date'])"/>
    <xsl:variable name="granularity" select="r:entry[@key='incident-date-granularity']"/>
    <incident id="incident.atlas-{g:slug(r:entry[@key='id'])}" line="{@line}">
      <title><xsl:value-of select="g:cut(r:entry[@key='name'], 500)"/></title>
      <xsl:call-template name="words"/>
      <field name="url" value="https://atlas.mitre.org/studies/{r:entry[@key='id']}"/>
      <xsl:if test="$date != ''">
        <field name="year" value="{substring($date, 1, 4)}"/>
        <field name="happened">
          <xsl:attribute name="value">
            <xsl:choose>
              <xsl:when test="$granularity = 'YEAR'"><xsl:value-of select="substring($date, 1, 4)"/></xsl:when>
              <xsl:when test="$granularity = 'MONTH'"><xsl:value-of select="substring($date, 1, 7)"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="$date"/></xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
        </field>
      </xsl:if>
      <xsl:if test="r:entry[@key='actor'] != ''">
        <field name="deployer" value="{g:cut(concat('acting: ', r:entry[@key='actor']), 300)}"/>
      </xsl:if>
      <xsl:if test="r:entry[@key='target'] != ''">
        <field name="harmed" value="{g:cut(r:entry[@key='target'], 300)}"/>
      </xsl:if>
      <xsl:call-template name="source"/>
      <xsl:for-each select="(r:entry[@key='procedure']/r:member | r:entry[@key='procedure'])[not(r:entry[@key='technique'])][not(r:member)][normalize-space() != '']">
        <r:remark line="{@line}"><xsl:value-of select="ancestor::r:member[r:entry[@key='procedure']][1]/r:entry[@key='id']"/>: a step of the procedure names no technique; it makes no link</r:remark>
      </xsl:for-each>
      <xsl:for-each select="(r:entry[@key='procedure']/r:member | r:entry[@key='procedure'])[r:entry[@key='technique'] != '']">
        <xsl:variable name="technique" select="r:entry[@key='technique']"/>
        <xsl:if test="not(preceding-sibling::r:member/r:entry[@key='technique'] = $technique)">
          <link relation="evidence-of" to="atlas:{$technique}" ref="reference.atlas" basis="framework" line="{@line}">
            <xsl:value-of select="normalize-space(r:entry[@key='description'])"/>
            <!-- A later step by the same technique: between them others may stand. -->
            <xsl:for-each select="following-sibling::r:member[r:entry[@key='technique'] = $technique]/r:entry[@key='description'][normalize-space() != '']">
              <xsl:value-of select="concat(' […] ', normalize-space())"/>
            </xsl:for-each>
          </link>
        </xsl:if>
      </xsl:for-each>
    </incident>
  </xsl:template>

  <!-- A short text is the summary; of a long one the start, and all of it is the body. -->
  <xsl:template name="words">
    <xsl:variable name="entry" select="r:entry[@key='description' or @key='summary'][1]"/>
    <xsl:variable name="words" select="normalize-space($entry)"/>
    <xsl:if test="$words != ''">
      <summary line="{$entry/@line}"><xsl:value-of select="g:cut($words, 600)"/></summary>
      <xsl:if test="string-length($words) &gt; 590"><body line="{$entry/@line}"><p><xsl:value-of select="$words"/></p></body></xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template name="source">
    <source ref="reference.atlas" locator="{r:entry[@key='id']}, version {/r:document/r:entry[@key='version']}" basis="framework"/>
  </xsl:template>

  <xsl:template name="part-of">
    <link relation="part-of" to="atlas:{ancestor::r:member[last()]/r:entry[@key='id']}" ref="reference.atlas" basis="framework"/>
  </xsl:template>
</xsl:stylesheet>
