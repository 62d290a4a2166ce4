<?xml version="1.0" encoding="UTF-8"?>
<!-- The SPDX License List: a licence in each file. One that is known by its identifier is the same item. Exceptions are
     no licences by themselves and are left out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1" xmlns:s="http://www.spdx.org/license"
                exclude-result-prefixes="r g s">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:key name="block" match="s:p | s:list | s:item | s:titleText | s:copyrightText | s:standardLicenseHeader |
                               s:optional[s:p or s:list or s:item or s:standardLicenseHeader]" use="generate-id()"/>

  <xsl:template match="/r:document">
    <gairo>
      <reference id="reference.spdx">
        <title>SPDX License List</title>
        <field name="publication-type" value="dataset"/>
        <field name="url" value="https://spdx.org/licenses"/>
        <source ref="reference.spdx" basis="framework"/>
      </reference>
      <xsl:apply-templates select="s:SPDXLicenseCollection/s:license"/>
      <xsl:for-each select="s:SPDXLicenseCollection/s:exception">
        <r:remark line="{@r:line}">the exception <xsl:value-of select="g:cut(@licenseId, 100)"/> is no licence; it was left out</r:remark>
      </xsl:for-each>
    </gairo>
  </xsl:template>

  <xsl:template match="s:license">
    <xsl:choose>
      <xsl:when test="normalize-space(@licenseId) = ''"><r:refused line="{@r:line}">a license without a licenseId</r:refused></xsl:when>
      <xsl:when test="normalize-space(@name) = ''"><r:refused line="{@r:line}">the license <xsl:value-of select="g:cut(@licenseId, 100)"/> has no name</r:refused></xsl:when>
      <xsl:when test="@isOsiApproved and @isOsiApproved != 'true' and @isOsiApproved != 'false'">
        <r:refused line="{@r:line}">isOsiApproved "<xsl:value-of select="g:cut(@isOsiApproved, 40)"/>" must be true or false</r:refused>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="licence"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="licence">
    <xsl:variable name="id" select="normalize-space(@licenseId)"/>
    <xsl:variable name="address" select="s:crossRefs/s:crossRef[g:url(normalize-space()) != ''][1]"/>
    <!-- An identifier that was given up may be what others call the licence that took its place. -->
    <xsl:variable name="given-up"><xsl:if test="@deprecatedVersion">-deprecated</xsl:if></xsl:variable>
    <licence id="licence.{translate($id, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')}{$given-up}" line="{@r:line}">
      <title><xsl:value-of select="g:cut(normalize-space(@name), 490)"/></title>
      <xsl:if test="normalize-space(s:notes) != ''">
        <summary line="{s:notes/@r:line}"><xsl:value-of select="g:cut(normalize-space(s:notes), 1900)"/></summary>
      </xsl:if>
      <xsl:if test="normalize-space(s:text) != ''">
        <body line="{s:text/@r:line}"><xsl:apply-templates select="s:text" mode="block"/></body>
      </xsl:if>
      <field name="spdx" value="{g:cut($id, 290)}"/>
      <xsl:if test="not($address) and normalize-space(s:crossRefs/s:crossRef) != ''">
        <r:remark line="{s:crossRefs/s:crossRef/@r:line}"><xsl:value-of select="g:cut($id, 100)"/>: crossRef "<xsl:value-of select="g:cut(s:crossRefs/s:crossRef, 60)"/>" is no web address; it was left out</r:remark>
      </xsl:if>
      <xsl:if test="$address"><field name="url" value="{g:url(normalize-space($address))}"/></xsl:if>
      <xsl:choose>
        <xsl:when test="@isOsiApproved = 'true'"><field name="osi-approved" value="yes"/></xsl:when>
        <xsl:when test="@isOsiApproved = 'false'"><field name="osi-approved" value="no"/></xsl:when>
      </xsl:choose>
      <xsl:if test="@deprecatedVersion">
        <field name="deprecated">
          <xsl:attribute name="value">
            <xsl:variable name="instead">
              <xsl:for-each select="s:obsoletedBys/s:obsoletedBy">
                <xsl:if test="position() != 1">, </xsl:if><xsl:value-of select="normalize-space()"/>
              </xsl:for-each>
            </xsl:variable>
            <xsl:variable name="words">
              <xsl:value-of select="concat('since version ', @deprecatedVersion)"/>
              <xsl:if test="$instead != ''"><xsl:value-of select="concat('; instead: ', $instead)"/></xsl:if>
            </xsl:variable>
            <xsl:value-of select="g:cut($words, 290)"/>
          </xsl:attribute>
        </field>
      </xsl:if>
      <source ref="reference.spdx" locator="{g:cut($id, 200)}" basis="framework"/>
    </licence>
  </xsl:template>

  <!-- The text: an em space before a paragraph for each level, one behind a bullet (see formex.xsl). -->
  <xsl:template match="*" mode="block">
    <xsl:param name="indent"/>
    <xsl:param name="lead"/>
    <xsl:variable name="pieces" select="node()[not(self::s:bullet)][key('block', generate-id()) or normalize-space() != '']"/>
    <xsl:variable name="own"><xsl:value-of select="$lead"/><xsl:if test="$lead != '' and s:bullet"><xsl:text> </xsl:text></xsl:if><xsl:value-of select="normalize-space(s:bullet)"/></xsl:variable>
    <xsl:for-each select="$pieces">
      <xsl:variable name="at" select="position()"/>
      <xsl:variable name="mark"><xsl:if test="$at = 1"><xsl:value-of select="$own"/></xsl:if></xsl:variable>
      <xsl:variable name="depth"><xsl:value-of select="$indent"/><xsl:if test="$at != 1 and $own != ''">&#x2003;</xsl:if></xsl:variable>
      <xsl:choose>
        <xsl:when test="key('block', generate-id())">
          <xsl:apply-templates select="." mode="block">
            <xsl:with-param name="indent" select="concat($depth, substring('&#x2003;', 1, number($own = '' and boolean(self::s:list and ancestor::s:item))))"/>
            <xsl:with-param name="lead" select="$mark"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:when test="$at = 1 or key('block', generate-id($pieces[$at - 1]))">
          <xsl:variable name="blocks" select="count(preceding-sibling::*[key('block', generate-id())])"/>
          <xsl:variable name="words">
            <xsl:for-each select=". | following-sibling::node()[not(self::s:bullet or key('block', generate-id()))]
                                      [count(preceding-sibling::*[key('block', generate-id())]) = $blocks]">
              <xsl:apply-templates select="." mode="inline"/>
            </xsl:for-each>
          </xsl:variable>
          <p line="{ancestor-or-self::*[1]/@r:line}">
            <xsl:value-of select="$depth"/>
            <xsl:if test="$mark != ''"><xsl:value-of select="concat($mark, '&#x2003;')"/></xsl:if>
            <xsl:value-of select="normalize-space($words)"/>
          </p>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*" mode="inline"><xsl:apply-templates select="node()" mode="inline"/></xsl:template>
  <xsl:template match="s:br" mode="inline"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="text()" mode="inline"><xsl:value-of select="."/></xsl:template>
</xsl:stylesheet>
