<?xml version="1.0" encoding="UTF-8"?>
<!-- A document (document.xsl) as plain text of 76 columns, to be read anywhere and by a screen reader. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:d="urn:gairo:document:1"
                xmlns:r="urn:gairo:render:1" exclude-result-prefixes="d r">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:variable name="line" select="'&#10;'"/>

  <xsl:template match="/d:document"><xsl:apply-templates select="*"/></xsl:template>

  <xsl:template match="d:columns"><xsl:apply-templates select="d:cell"/></xsl:template>
  <xsl:template match="d:cell"><xsl:apply-templates select="*"/></xsl:template>

  <xsl:template match="d:h">
    <xsl:if test="@level != 1"><xsl:value-of select="$line"/></xsl:if>
    <xsl:variable name="title" select="r:wrap(., '', '')"/>
    <xsl:value-of select="$title"/>
    <xsl:choose>
      <xsl:when test="@level = 1"><xsl:value-of select="concat(r:underline($title, '='), $line)"/></xsl:when>
      <xsl:when test="@level = 2"><xsl:value-of select="concat(r:underline($title, '-'), $line)"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="d:p">
    <xsl:value-of select="r:wrap(., '', '')"/>
    <xsl:if test="@style != 'source'"><xsl:value-of select="$line"/></xsl:if>
  </xsl:template>
  <xsl:template match="d:p[@style = 'note' or @style = 'note-title']">
    <xsl:value-of select="r:wrap(., '| ', '| ')"/>
    <xsl:if test="not(following-sibling::*[1][self::d:p and @style = 'note'])"><xsl:value-of select="$line"/></xsl:if>
  </xsl:template>

  <xsl:template match="d:list">
    <xsl:apply-templates select="d:li"/>
    <xsl:value-of select="$line"/>
  </xsl:template>
  <xsl:template match="d:li"><xsl:value-of select="r:wrap(., '- ', '  ')"/></xsl:template>
  <xsl:template match="d:li[@continued]"><xsl:value-of select="r:wrap(., '  ', '  ')"/></xsl:template>
  <xsl:template match="d:li[@level = 2]"><xsl:value-of select="r:wrap(., '  - ', '    ')"/></xsl:template>

  <!-- A row is a block of its own: columns of text side by side would not fit. -->
  <xsl:template match="d:table">
    <xsl:value-of select="concat(r:wrap(concat(@title, ':'), '', ''), $line)"/>
    <xsl:for-each select="d:tr">
      <xsl:for-each select="d:td">
        <xsl:variable name="place" select="position()"/>
        <xsl:variable name="label" select="../../d:col[$place]"/>
        <xsl:choose>
          <xsl:when test="$place = 1"><xsl:value-of select="r:wrap(concat($label, ': ', .), '* ', '  ')"/></xsl:when>
          <xsl:when test="string(.)"><xsl:value-of select="r:wrap(concat($label, ': ', .), '  ', '    ')"/></xsl:when>
        </xsl:choose>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="d:chart">
    <xsl:value-of select="concat(r:wrap(concat(@title, ' (', @unit, '):'), '', ''), $line)"/>
    <xsl:for-each select="d:bar">
      <xsl:value-of select="r:wrap(@title, '* ', '  ')"/>
      <xsl:for-each select="d:amount">
        <xsl:variable name="place" select="position()"/>
        <xsl:value-of select="concat('  ', r:pad(../../d:series[$place], 24), ' ', r:bar(@value), ' ', @value, $line)"/>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <!-- Twelve columns of levels, their names above by number. -->
  <xsl:template match="d:matrix">
    <xsl:value-of select="concat(r:wrap(concat(@title, ':'), '', ''), $line)"/>
    <xsl:for-each select="d:component">
      <xsl:value-of select="r:wrap(., concat('  ', position(), '  '), '      ')"/>
    </xsl:for-each>
    <xsl:value-of select="concat($line, r:pad('', 26))"/>
    <xsl:for-each select="d:component"><xsl:value-of select="r:pad(position(), 4)"/></xsl:for-each>
    <xsl:value-of select="$line"/>
    <xsl:for-each select="d:model">
      <xsl:choose>
        <xsl:when test="string-length(@title) &lt; 26">
          <xsl:value-of select="concat(r:pad(@title, 25), ' ')"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="concat(@title, $line, r:pad('', 26))"/></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="d:square"><xsl:value-of select="r:pad(., 4)"/></xsl:for-each>
      <xsl:value-of select="$line"/>
    </xsl:for-each>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="d:reference">
    <xsl:value-of select="r:wrap(., concat('[', @number, '] '), '    ')"/>
  </xsl:template>
</xsl:stylesheet>
