<?xml version="1.0" encoding="UTF-8"?>
<!-- Slides as a document that is drawn page by page (docs/outputs.md). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:l="urn:gairo:slides:1"
                xmlns="urn:gairo:document:1" exclude-result-prefixes="l">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/l:slides">
    <document lang="{@lang}" date="{@date}" template="slides" title="{l:title}">
      <xsl:copy-of select="@classification"/>
      <xsl:apply-templates select="l:slide"/>
    </document>
  </xsl:template>

  <xsl:template match="l:slide">
    <slide kind="{@kind}">
      <xsl:copy-of select="@begins-section"/>
      <xsl:call-template name="classification"/>
      <xsl:if test="l:kicker"><p style="kicker"><xsl:value-of select="l:kicker"/></p></xsl:if>
      <h id="slide-{@number}" level="2"><xsl:value-of select="l:title"/></h>
      <xsl:if test="l:lead"><p style="summary"><xsl:value-of select="l:lead"/></p></xsl:if>
      <xsl:if test="l:point">
        <points><xsl:for-each select="l:point"><point><xsl:copy-of select="@label"/><xsl:value-of select="."/></point></xsl:for-each></points>
      </xsl:if>
      <xsl:apply-templates select="l:bars | l:grid"/>
      <xsl:if test="l:source">
        <p style="source"><xsl:if test="@kind = 'item'">Source: </xsl:if><xsl:value-of select="l:source"/></p>
      </xsl:if>
    </slide>
    <!-- What the speaker says, on a page behind it. -->
    <xsl:if test="l:notes">
      <slide kind="notes">
        <xsl:call-template name="classification"/>
        <p style="kicker">Notes for the speaker</p>
        <h level="2"><xsl:value-of select="l:title"/></h>
        <xsl:for-each select="l:notes/l:p"><p style="note"><xsl:value-of select="."/></p></xsl:for-each>
      </slide>
    </xsl:if>
  </xsl:template>

  <xsl:template name="classification">
    <xsl:if test="/l:slides/@classification"><p style="classification"><xsl:value-of select="/l:slides/@classification"/></p></xsl:if>
  </xsl:template>

  <xsl:template match="l:bars">
    <chart title="Number" unit="{@unit}">
      <xsl:for-each select="l:column"><series><xsl:value-of select="."/></series></xsl:for-each>
      <xsl:for-each select="l:row">
        <bar title="{@title}"><xsl:for-each select="l:amount"><amount value="{@value}"/></xsl:for-each></bar>
      </xsl:for-each>
    </chart>
  </xsl:template>

  <xsl:template match="l:grid">
    <matrix>
      <xsl:for-each select="l:column"><component><xsl:value-of select="."/></component></xsl:for-each>
      <xsl:for-each select="l:row">
        <model title="{@title}">
          <xsl:for-each select="l:square">
            <!-- The picture's mark for what is not known has no tone of its own. -->
            <square openness="{@tone}"><xsl:if test=". = '?'"><xsl:attribute name="openness">unknown</xsl:attribute></xsl:if><xsl:value-of select="."/></square>
          </xsl:for-each>
        </model>
      </xsl:for-each>
    </matrix>
    <xsl:if test="l:scale"><p style="small"><xsl:value-of select="l:scale"/></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
