<?xml version="1.0" encoding="UTF-8"?>
<!-- A sheet as JSON (RFC 8259). r:json() gives a string with its quotation marks; what is not there is null or an empty array. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:s="urn:gairo:sheet:1"
                xmlns:r="urn:gairo:render:1" exclude-result-prefixes="s r">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>

  <!-- "name": "text", or null where there is no such node. -->
  <xsl:template name="pair">
    <xsl:param name="name"/>
    <xsl:param name="node"/>
    <xsl:value-of select="concat(r:json($name), ':')"/>
    <xsl:choose>
      <xsl:when test="$node"><xsl:value-of select="r:json($node)"/></xsl:when>
      <xsl:otherwise>null</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="comma"><xsl:if test="position() &gt; 1">,</xsl:if></xsl:template>

  <xsl:template match="/s:sheet">
    <xsl:text>{</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">title</xsl:with-param><xsl:with-param name="node" select="s:title"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">template</xsl:with-param><xsl:with-param name="node" select="@template"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">template_title</xsl:with-param><xsl:with-param name="node" select="@template-title"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">classification</xsl:with-param><xsl:with-param name="node" select="@classification"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">audience</xsl:with-param><xsl:with-param name="node" select="@audience"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">author</xsl:with-param><xsl:with-param name="node" select="@author"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">date</xsl:with-param><xsl:with-param name="node" select="@date"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">as_of</xsl:with-param><xsl:with-param name="node" select="@as-of"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">known_on</xsl:with-param><xsl:with-param name="node" select="@known-on"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">balance</xsl:with-param><xsl:with-param name="node" select="s:balance"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">unchecked</xsl:with-param><xsl:with-param name="node" select="s:unchecked"/></xsl:call-template>
    <xsl:text>,&#10;"sections":[</xsl:text>
    <xsl:for-each select="s:section"><xsl:call-template name="comma"/><xsl:apply-templates select="."/></xsl:for-each>
    <xsl:text>],&#10;"groups":[</xsl:text>
    <xsl:for-each select="s:group"><xsl:call-template name="comma"/><xsl:apply-templates select="."/></xsl:for-each>
    <xsl:text>],&#10;"gone":[</xsl:text>
    <xsl:for-each select="s:gone/s:entry">
      <xsl:call-template name="comma"/>
      <xsl:value-of select="concat('{&quot;id&quot;:', r:json(@id), ',&quot;title&quot;:', r:json(s:title), ',&quot;notes&quot;:')"/>
      <xsl:call-template name="notes"/>
      <xsl:text>}</xsl:text>
    </xsl:for-each>
    <xsl:text>],&#10;"scale":[</xsl:text>
    <xsl:for-each select="s:scale/s:level">
      <xsl:call-template name="comma"/>
      <xsl:value-of select="concat('{&quot;code&quot;:', r:json(@code), ',&quot;openness&quot;:', r:json(@openness), ',&quot;title&quot;:', r:json(s:title), ',&quot;summary&quot;:', r:json(s:summary), '}')"/>
    </xsl:for-each>
    <xsl:text>],&#10;"references":[</xsl:text>
    <xsl:for-each select="s:references/s:reference"><xsl:call-template name="comma"/><xsl:apply-templates select="."/></xsl:for-each>
    <xsl:text>],&#10;"sources":[</xsl:text>
    <xsl:for-each select="s:provenance/s:source"><xsl:call-template name="comma"/><xsl:apply-templates select="."/></xsl:for-each>
    <xsl:text>],&#10;"bases":[</xsl:text>
    <xsl:for-each select="s:provenance/s:basis">
      <xsl:call-template name="comma"/>
      <xsl:value-of select="concat('{&quot;name&quot;:', r:json(@name), ',&quot;title&quot;:', r:json(@title), ',&quot;explanation&quot;:', r:json(.), '}')"/>
    </xsl:for-each>
    <xsl:value-of select="concat('],&#10;&quot;generator&quot;:', r:json(concat(s:provenance/@generator, ' ', s:provenance/@version)), '}&#10;')"/>
  </xsl:template>

  <xsl:template match="s:section">
    <xsl:value-of select="concat('&#10;{&quot;name&quot;:', r:json(@name), ',&quot;title&quot;:', r:json(@title), ',&quot;tables&quot;:[')"/>
    <xsl:for-each select="s:table">
      <xsl:call-template name="comma"/>
      <xsl:value-of select="concat('{&quot;title&quot;:', r:json(@title), ',&quot;columns&quot;:[')"/>
      <xsl:for-each select="s:column"><xsl:call-template name="comma"/><xsl:value-of select="r:json(.)"/></xsl:for-each>
      <xsl:text>],"rows":[</xsl:text>
      <xsl:for-each select="s:row">
        <xsl:call-template name="comma"/>
        <xsl:text>&#10;{</xsl:text>
        <xsl:call-template name="pair"><xsl:with-param name="name">id</xsl:with-param><xsl:with-param name="node" select="@id"/></xsl:call-template>
        <xsl:text>,"values":[</xsl:text>
        <xsl:for-each select="s:value">
          <xsl:call-template name="comma"/>
          <xsl:text>{</xsl:text>
          <xsl:call-template name="pair"><xsl:with-param name="name">text</xsl:with-param><xsl:with-param name="node" select="s:text"/></xsl:call-template>
          <xsl:text>,"cites":</xsl:text>
          <xsl:call-template name="cites"/>
          <xsl:text>}</xsl:text>
        </xsl:for-each>
        <xsl:text>]}</xsl:text>
      </xsl:for-each>
      <xsl:text>]}</xsl:text>
    </xsl:for-each>
    <xsl:text>],"charts":[</xsl:text>
    <xsl:for-each select="s:chart">
      <xsl:call-template name="comma"/>
      <xsl:value-of select="concat('{&quot;title&quot;:', r:json(@title), ',&quot;unit&quot;:', r:json(@unit), ',&quot;series&quot;:[')"/>
      <xsl:for-each select="s:series"><xsl:call-template name="comma"/><xsl:value-of select="r:json(.)"/></xsl:for-each>
      <xsl:text>],"bars":[</xsl:text>
      <xsl:for-each select="s:bar">
        <xsl:call-template name="comma"/>
        <xsl:value-of select="concat('{&quot;title&quot;:', r:json(@title), ',&quot;amounts&quot;:[')"/>
        <xsl:for-each select="s:amount"><xsl:call-template name="comma"/><xsl:value-of select="@value"/></xsl:for-each>
        <xsl:text>]}</xsl:text>
      </xsl:for-each>
      <xsl:text>]}</xsl:text>
    </xsl:for-each>
    <xsl:text>],"matrices":[</xsl:text>
    <xsl:for-each select="s:matrix">
      <xsl:call-template name="comma"/>
      <xsl:value-of select="concat('{&quot;title&quot;:', r:json(@title), ',&quot;components&quot;:[')"/>
      <xsl:for-each select="s:component">
        <xsl:call-template name="comma"/>
        <xsl:value-of select="concat('{&quot;id&quot;:', r:json(@id), ',&quot;title&quot;:', r:json(.), '}')"/>
      </xsl:for-each>
      <xsl:text>],"models":[</xsl:text>
      <xsl:for-each select="s:model">
        <xsl:call-template name="comma"/>
        <xsl:value-of select="concat('&#10;{&quot;id&quot;:', r:json(@id), ',&quot;title&quot;:', r:json(@title), ',&quot;levels&quot;:[')"/>
        <xsl:for-each select="s:square"><xsl:call-template name="comma"/><xsl:value-of select="r:json(.)"/></xsl:for-each>
        <xsl:text>]}</xsl:text>
      </xsl:for-each>
      <xsl:text>]}</xsl:text>
    </xsl:for-each>
    <xsl:text>]}</xsl:text>
  </xsl:template>

  <xsl:template match="s:group">
    <xsl:value-of select="concat('&#10;{&quot;name&quot;:', r:json(@name), ',&quot;title&quot;:', r:json(@title), ',&quot;items&quot;:[')"/>
    <xsl:for-each select="s:item"><xsl:call-template name="comma"/><xsl:apply-templates select="."/></xsl:for-each>
    <xsl:text>]}</xsl:text>
  </xsl:template>

  <xsl:template match="s:item">
    <xsl:value-of select="concat('&#10;{&quot;id&quot;:', r:json(@id), ',&quot;kind&quot;:', r:json(@kind), ',&quot;title&quot;:', r:json(s:title), ',')"/>
    <xsl:call-template name="pair"><xsl:with-param name="name">depth</xsl:with-param><xsl:with-param name="node" select="@depth"/></xsl:call-template>
    <xsl:text>,"sources":</xsl:text>
    <xsl:for-each select="s:provenance"><xsl:call-template name="cites"/></xsl:for-each>
    <xsl:text>,"unchecked":</xsl:text>
    <xsl:value-of select="boolean(s:provenance/@unchecked)"/>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">review</xsl:with-param><xsl:with-param name="node" select="s:provenance/@review-text"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">summary</xsl:with-param><xsl:with-param name="node" select="s:summary"/></xsl:call-template>
    <xsl:text>,"body":</xsl:text>
    <xsl:call-template name="paragraphs"><xsl:with-param name="nodes" select="s:body/s:p"/></xsl:call-template>
    <xsl:text>,"states":[</xsl:text>
    <xsl:for-each select="s:state"><xsl:call-template name="comma"/><xsl:value-of select="concat('{&quot;on&quot;:', r:json(@on), ',&quot;state&quot;:', r:json(.), '}')"/></xsl:for-each>
    <xsl:text>],"events":[</xsl:text>
    <xsl:for-each select="s:event"><xsl:call-template name="comma"/><xsl:value-of select="concat('{&quot;date&quot;:', r:json(@date), ',&quot;type&quot;:', r:json(@type), ',&quot;to_come&quot;:', boolean(@to-come), ',&quot;text&quot;:', r:json(.), '}')"/></xsl:for-each>
    <xsl:text>],"fields":[</xsl:text>
    <xsl:for-each select="s:field"><xsl:call-template name="comma"/><xsl:apply-templates select="."/></xsl:for-each>
    <xsl:text>],"cells":[</xsl:text>
    <xsl:for-each select="s:cells/s:cell"><xsl:call-template name="comma"/><xsl:apply-templates select="."/></xsl:for-each>
    <xsl:text>],"links":[</xsl:text>
    <xsl:for-each select="s:links/s:link"><xsl:call-template name="comma"/><xsl:apply-templates select="."/></xsl:for-each>
    <xsl:text>],</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">attribution</xsl:with-param><xsl:with-param name="node" select="s:attribution"/></xsl:call-template>
    <xsl:text>,"notes":</xsl:text>
    <xsl:call-template name="notes"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="s:field">
    <xsl:value-of select="concat('{&quot;name&quot;:', r:json(@name), ',&quot;title&quot;:', r:json(@title), ',&quot;missing&quot;:', boolean(@missing), ',&quot;entries&quot;:[')"/>
    <xsl:for-each select="s:entry">
      <xsl:call-template name="comma"/>
      <xsl:text>{</xsl:text>
      <xsl:call-template name="pair"><xsl:with-param name="name">value</xsl:with-param><xsl:with-param name="node" select="@value"/></xsl:call-template>
      <xsl:text>,</xsl:text>
      <xsl:call-template name="pair"><xsl:with-param name="name">value_title</xsl:with-param><xsl:with-param name="node" select="@value-title"/></xsl:call-template>
      <xsl:text>,"text":</xsl:text>
      <xsl:call-template name="paragraphs"><xsl:with-param name="nodes" select="s:p"/></xsl:call-template>
      <xsl:text>,"cites":</xsl:text>
      <xsl:call-template name="cites"/>
      <xsl:text>}</xsl:text>
    </xsl:for-each>
    <xsl:text>]}</xsl:text>
  </xsl:template>

  <xsl:template match="s:cell">
    <xsl:value-of select="concat('{&quot;component&quot;:', r:json(@component), ',&quot;title&quot;:', r:json(@title), ',&quot;value&quot;:', r:json(@value), ',')"/>
    <xsl:call-template name="pair"><xsl:with-param name="name">level</xsl:with-param><xsl:with-param name="node" select="@level"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">licence</xsl:with-param><xsl:with-param name="node" select="@licence"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">licence_id</xsl:with-param><xsl:with-param name="node" select="@licence-id"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">guess</xsl:with-param><xsl:with-param name="node" select="@guess"/></xsl:call-template>
    <xsl:value-of select="concat(',&quot;text&quot;:', r:json(.), ',&quot;source&quot;:', r:json(@source), '}')"/>
  </xsl:template>

  <xsl:template match="s:link">
    <xsl:value-of select="concat('{&quot;relation&quot;:', r:json(../@relation), ',&quot;direction&quot;:', r:json(../@direction), ',&quot;heading&quot;:', r:json(../@title))"/>
    <xsl:value-of select="concat(',&quot;derived&quot;:', boolean(../@derived), ',&quot;id&quot;:', r:json(@id), ',&quot;kind&quot;:', r:json(@kind), ',&quot;title&quot;:', r:json(s:title), ',&quot;statements&quot;:[')"/>
    <xsl:for-each select="s:statement">
      <xsl:call-template name="comma"/>
      <xsl:text>{</xsl:text>
      <xsl:call-template name="pair"><xsl:with-param name="name">why</xsl:with-param><xsl:with-param name="node" select="s:why"/></xsl:call-template>
      <xsl:text>,"cites":</xsl:text>
      <xsl:call-template name="cites"/>
      <xsl:text>}</xsl:text>
    </xsl:for-each>
    <xsl:text>]}</xsl:text>
  </xsl:template>

  <xsl:template name="cites">
    <xsl:text>[</xsl:text>
    <xsl:for-each select="s:cite">
      <xsl:call-template name="comma"/>
      <xsl:value-of select="concat('{&quot;number&quot;:', @number, ',&quot;reference&quot;:', r:json(@reference), ',')"/>
      <xsl:call-template name="pair"><xsl:with-param name="name">locator</xsl:with-param><xsl:with-param name="node" select="@locator"/></xsl:call-template>
      <xsl:text>,</xsl:text>
      <xsl:call-template name="pair"><xsl:with-param name="name">basis</xsl:with-param><xsl:with-param name="node" select="@basis"/></xsl:call-template>
      <xsl:value-of select="concat(',&quot;unchecked&quot;:', boolean(@unchecked), '}')"/>
    </xsl:for-each>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template name="paragraphs">
    <xsl:param name="nodes"/>
    <xsl:text>[</xsl:text>
    <xsl:for-each select="$nodes"><xsl:call-template name="comma"/><xsl:value-of select="r:json(.)"/></xsl:for-each>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template name="notes">
    <xsl:text>[</xsl:text>
    <xsl:for-each select="s:note/s:p"><xsl:call-template name="comma"/><xsl:value-of select="r:json(.)"/></xsl:for-each>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="s:reference">
    <xsl:value-of select="concat('&#10;{&quot;number&quot;:', @number, ',&quot;id&quot;:', r:json(@id), ',&quot;title&quot;:', r:json(s:title), ',')"/>
    <xsl:call-template name="pair"><xsl:with-param name="name">authors</xsl:with-param><xsl:with-param name="node" select="s:authors"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">year</xsl:with-param><xsl:with-param name="node" select="s:year"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">identifier</xsl:with-param><xsl:with-param name="node" select="s:identifier"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">url</xsl:with-param><xsl:with-param name="node" select="s:url"/></xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="s:source">
    <xsl:value-of select="concat('&#10;{&quot;id&quot;:', r:json(@id), ',&quot;title&quot;:', r:json(s:title), ',')"/>
    <xsl:call-template name="pair"><xsl:with-param name="name">version</xsl:with-param><xsl:with-param name="node" select="@version"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">date</xsl:with-param><xsl:with-param name="node" select="@date"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">licence</xsl:with-param><xsl:with-param name="node" select="@licence"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">url</xsl:with-param><xsl:with-param name="node" select="@href"/></xsl:call-template>
    <xsl:text>,</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="name">cite_as</xsl:with-param><xsl:with-param name="node" select="s:cite-as"/></xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
