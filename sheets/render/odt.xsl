<?xml version="1.0" encoding="UTF-8"?>
<!-- A document (document.xsl) as an OpenDocument text (ODF 1.3): named styles, headings, lists, tables, footnotes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common" xmlns:d="urn:gairo:document:1"
                xmlns:p="urn:gairo:package:1"
                xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
                xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
                xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"
                exclude-result-prefixes="d">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:key name="shares" match="d:col" use="@share"/>
  <xsl:key name="uses" match="d:n" use="@number"/>
  <xsl:key name="references" match="d:reference" use="@number"/>

  <!-- Meant for few pages: smaller letters, narrower margins; the references stand in their list alone. -->
  <xsl:variable name="short" select="boolean(/d:document/@pages)"/>
  <xsl:variable name="scale"><xsl:choose><xsl:when test="/d:document/@scale"><xsl:value-of select="/d:document/@scale"/></xsl:when><xsl:otherwise>0.85</xsl:otherwise></xsl:choose></xsl:variable>
  <xsl:variable name="factor"><xsl:choose><xsl:when test="$short"><xsl:value-of select="round($scale * 90) div 100"/></xsl:when><xsl:otherwise>1</xsl:otherwise></xsl:choose></xsl:variable>
  <xsl:variable name="space"><xsl:choose><xsl:when test="$short">0.4</xsl:when><xsl:otherwise>1</xsl:otherwise></xsl:choose></xsl:variable>
  <xsl:variable name="narrower"><xsl:choose><xsl:when test="$short">0.8</xsl:when><xsl:otherwise>0</xsl:otherwise></xsl:choose></xsl:variable><!-- centimetres -->

  <xsl:variable name="across"><xsl:choose><xsl:when test="/d:document/@wide">29.7</xsl:when><xsl:otherwise>21</xsl:otherwise></xsl:choose></xsl:variable><!-- A4 -->
  <xsl:variable name="orientation"><xsl:choose><xsl:when test="/d:document/@wide">landscape</xsl:when><xsl:otherwise>portrait</xsl:otherwise></xsl:choose></xsl:variable>

  <xsl:template match="/d:document">
    <p:package date="{@date}">
      <p:part name="mimetype" stored="yes">application/vnd.oasis.opendocument.text</p:part>
      <p:part name="META-INF/manifest.xml">
        <manifest:manifest manifest:version="1.3">
          <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/>
          <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
          <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
          <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
        </manifest:manifest>
      </p:part>
      <p:part name="meta.xml">
        <office:document-meta office:version="1.3">
          <office:meta>
            <meta:generator>gairo</meta:generator>
            <dc:title><xsl:value-of select="@title"/></dc:title>
            <xsl:if test="@author"><dc:creator><xsl:value-of select="@author"/></dc:creator></xsl:if>
            <dc:date><xsl:value-of select="concat(@date, 'T00:00:00')"/></dc:date>
            <dc:language><xsl:value-of select="@lang"/></dc:language>
          </office:meta>
        </office:document-meta>
      </p:part>
      <p:part name="styles.xml"><xsl:call-template name="styles"/></p:part>
      <p:part name="content.xml">
        <office:document-content office:version="1.3">
          <office:automatic-styles><xsl:call-template name="automatic-styles"/></office:automatic-styles>
          <office:body><office:text><xsl:apply-templates select="*"/></office:text></office:body>
        </office:document-content>
      </p:part>
    </p:package>
  </xsl:template>

  <!-- Blocks -->

  <xsl:template name="bookmark"><xsl:if test="@id"><text:bookmark text:name="{@id}"/></xsl:if></xsl:template>

  <xsl:template match="d:columns[not(d:cell[2])]"><xsl:apply-templates select="d:cell/*"/></xsl:template>
  <xsl:template match="d:columns">
    <text:section text:style-name="Columns" text:name="columns{count(preceding::d:columns) + 1}"><xsl:apply-templates select="d:cell/*"/></text:section>
  </xsl:template>

  <xsl:template match="d:h[@level = 1]">
    <text:p text:style-name="Title"><xsl:call-template name="bookmark"/><xsl:apply-templates/></text:p>
  </xsl:template>
  <xsl:template match="d:h">
    <xsl:variable name="kept"><xsl:call-template name="kept"/></xsl:variable>
    <text:h text:style-name="{$kept}Heading_20_{@level - 1}" text:outline-level="{@level - 1}"><xsl:call-template name="bookmark"/><xsl:apply-templates/></text:h>
  </xsl:template>

  <xsl:template match="d:p">
    <xsl:variable name="style">
      <xsl:choose>
        <xsl:when test="@style = 'kicker'">Subtitle</xsl:when>
        <xsl:when test="@style = 'meta' or @style = 'source' or @style = 'small'">Source</xsl:when>
        <xsl:when test="@style = 'lead'">Lead</xsl:when>
        <xsl:when test="@style = 'summary' and not($short)">Summary</xsl:when>
        <xsl:when test="@style = 'facts'">Facts</xsl:when>
        <xsl:when test="@style = 'caption'">Caption</xsl:when>
        <xsl:when test="@style = 'note'">Note</xsl:when>
        <xsl:when test="@style = 'note-title'">Note_20_title</xsl:when>
        <xsl:when test="@style = 'classification'">Classification</xsl:when>
        <xsl:otherwise>Text_20_body</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="kept"><xsl:call-template name="kept"/></xsl:variable>
    <text:p text:style-name="{$kept}{$style}"><xsl:apply-templates/></text:p>
  </xsl:template>

  <!-- The kind of a paragraph's style: it begins a column; it is in one, whose end does not tear it apart; it stays on the page of what
       follows it. In columns it says no more than that: LibreOffice sets those that hold together into one column alone. -->
  <xsl:template name="kept">
    <xsl:variable name="column" select="boolean(ancestor::d:cell[../d:cell[2]])"/>
    <xsl:choose>
      <xsl:when test="parent::d:cell[@begins-column] and not(preceding-sibling::*)">Next-</xsl:when>
      <xsl:when test="$column and not(self::d:h or self::d:reference)">Whole-</xsl:when>
      <xsl:when test="@keep">Kept-</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- An entry of the second level stands in a list within the entry before it. -->
  <xsl:template match="d:list">
    <text:list text:style-name="List">
      <xsl:apply-templates select="d:li[@level = 1 and not(@continued)] | d:li[@level = 2 and not(preceding-sibling::d:li[@level = 1])]"/>
    </text:list>
  </xsl:template>

  <!-- Contents are an index that an office can have made anew. The numbers of their pages are references to the places, so that they are worked
       out when the file is opened, and not only when somebody asks for it. -->
  <xsl:template match="d:h[following-sibling::*[1][self::d:list[@contents]]]"/>
  <xsl:template match="d:list[@contents]">
    <xsl:variable name="heading" select="preceding-sibling::*[1][self::d:h]"/>
    <text:table-of-content text:name="Contents" text:protected="false">
      <text:table-of-content-source text:outline-level="2" text:use-index-marks="false">
        <text:index-title-template text:style-name="Contents_20_Heading"><xsl:value-of select="$heading"/></text:index-title-template>
        <xsl:call-template name="contents-entry-template"><xsl:with-param name="level">1</xsl:with-param></xsl:call-template>
        <xsl:call-template name="contents-entry-template"><xsl:with-param name="level">2</xsl:with-param></xsl:call-template>
      </text:table-of-content-source>
      <text:index-body>
        <text:index-title text:name="Contents_Head"><text:p text:style-name="Contents_20_Heading"><xsl:value-of select="$heading"/></text:p></text:index-title>
        <xsl:for-each select="d:li">
          <text:p text:style-name="Contents_20_{@level}">
            <text:a xlink:type="simple" xlink:href="#{d:r/@to}" text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link">
              <xsl:value-of select="."/>
              <text:tab/>
              <text:bookmark-ref text:reference-format="page" text:ref-name="{d:r/@to}"/>
            </text:a>
          </text:p>
        </xsl:for-each>
      </text:index-body>
    </text:table-of-content>
  </xsl:template>
  <xsl:template name="contents-entry-template">
    <xsl:param name="level"/>
    <text:table-of-content-entry-template text:outline-level="{$level}" text:style-name="Contents_20_{$level}">
      <text:index-entry-link-start text:style-name="Index_20_Link"/>
      <text:index-entry-text/>
      <text:index-entry-tab-stop style:type="right" style:leader-char="."/>
      <text:index-entry-page-number/>
      <text:index-entry-link-end/>
    </text:table-of-content-entry-template>
  </xsl:template>

  <xsl:template name="list-entry">
    <xsl:variable name="kept"><xsl:call-template name="kept"/></xsl:variable>
    <text:p text:style-name="{$kept}List_20_entry"><xsl:apply-templates/></text:p>
  </xsl:template>
  <xsl:template match="d:li">
    <xsl:variable name="own" select="count(preceding-sibling::d:li[@level = 1 and not(@continued)]) + 1"/>
    <text:list-item>
      <xsl:call-template name="list-entry"/>
      <xsl:if test="@level = 1">
        <xsl:for-each select="following-sibling::d:li[@continued and count(preceding-sibling::d:li[@level = 1 and not(@continued)]) = $own]">
          <xsl:call-template name="list-entry"/>
        </xsl:for-each>
        <xsl:variable name="second" select="following-sibling::d:li[@level = 2 and count(preceding-sibling::d:li[@level = 1 and not(@continued)]) = $own]"/>
        <xsl:if test="$second">
          <text:list>
            <xsl:for-each select="$second">
              <text:list-item><xsl:call-template name="list-entry"/></text:list-item>
            </xsl:for-each>
          </text:list>
        </xsl:if>
      </xsl:if>
    </text:list-item>
  </xsl:template>

  <xsl:template name="caption"><text:p text:style-name="Caption"><xsl:value-of select="@title"/><xsl:if test="@unit"><xsl:value-of select="concat(' (', @unit, ')')"/></xsl:if></text:p></xsl:template>

  <xsl:template match="d:table">
    <xsl:call-template name="caption"/>
    <table:table table:name="{@title} {count(preceding::d:table) + 1}" table:style-name="Wide">
      <xsl:for-each select="d:col"><table:table-column table:style-name="column{@share}"/></xsl:for-each>
      <table:table-header-rows>
        <table:table-row table:style-name="Row">
          <xsl:for-each select="d:col">
            <table:table-cell table:style-name="Head" office:value-type="string"><text:p text:style-name="Table_20_Heading"><xsl:value-of select="."/></text:p></table:table-cell>
          </xsl:for-each>
        </table:table-row>
      </table:table-header-rows>
      <xsl:for-each select="d:tr">
        <table:table-row table:style-name="Row">
          <!-- A long row may go on on the next page. -->
          <xsl:if test="d:td[string-length(.) &gt; 400]"><xsl:attribute name="table:style-name">Long</xsl:attribute></xsl:if>
          <xsl:for-each select="d:td">
            <table:table-cell table:style-name="Cell" office:value-type="string"><text:p text:style-name="Table_20_Contents"><xsl:apply-templates/></text:p></table:table-cell>
          </xsl:for-each>
        </table:table-row>
      </xsl:for-each>
    </table:table>
    <text:p text:style-name="Gap"/>
  </xsl:template>

  <xsl:template name="head-cell">
    <xsl:param name="text"/>
    <xsl:param name="style" select="'Head'"/>
    <table:table-cell table:style-name="{$style}" office:value-type="string"><text:p text:style-name="Table_20_Heading"><xsl:value-of select="$text"/></text:p></table:table-cell>
  </xsl:template>

  <!-- The amounts, and as a picture of them coloured cells: one of their columns is a unit of the longest bar, or a share of it. -->
  <xsl:template match="d:chart">
    <xsl:variable name="most"><xsl:call-template name="longest-bar"/></xsl:variable>
    <xsl:variable name="whole"><xsl:choose><xsl:when test="$most &gt; 0"><xsl:value-of select="$most"/></xsl:when><xsl:otherwise>1</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="units"><xsl:call-template name="units"><xsl:with-param name="most" select="$most"/></xsl:call-template></xsl:variable>
    <xsl:call-template name="caption"/>
    <table:table table:name="{@title}" table:style-name="Wide">
      <xsl:if test="count(d:bar) &lt; 25"><xsl:attribute name="table:style-name">Whole</xsl:attribute></xsl:if>
      <table:table-column table:style-name="column24"/>
      <table:table-column table:number-columns-repeated="{count(d:series)}"><xsl:attribute name="table:style-name">column<xsl:call-template name="series-share"/></xsl:attribute></table:table-column>
      <table:table-column table:style-name="unit{generate-id()}" table:number-columns-repeated="{$units}"/>
      <table:table-header-rows>
        <table:table-row table:style-name="Row">
          <xsl:call-template name="head-cell"/>
          <xsl:for-each select="d:series">
            <table:table-cell table:style-name="Head" office:value-type="string">
              <text:p text:style-name="Table_20_Heading"><text:span text:style-name="Key-{position()}">■</text:span><xsl:value-of select="concat(' ', .)"/></text:p>
            </table:table-cell>
          </xsl:for-each>
          <table:table-cell table:style-name="Head" table:number-columns-spanned="{$units}"/>
          <xsl:if test="$units &gt; 1"><table:covered-table-cell table:number-columns-repeated="{$units - 1}"/></xsl:if>
        </table:table-row>
      </table:table-header-rows>
      <xsl:for-each select="d:bar">
        <table:table-row table:style-name="Row">
          <table:table-cell table:style-name="Cell" office:value-type="string"><text:p text:style-name="Table_20_Contents"><xsl:value-of select="@title"/></text:p></table:table-cell>
          <xsl:for-each select="d:amount">
            <table:table-cell table:style-name="Cell" office:value-type="string"><text:p text:style-name="Table_20_Number"><xsl:value-of select="@value"/></text:p></table:table-cell>
          </xsl:for-each>
          <xsl:for-each select="d:amount">
            <xsl:variable name="begin" select="round(sum(preceding-sibling::d:amount/@value) * $units div $whole)"/>
            <xsl:call-template name="piece">
              <xsl:with-param name="style" select="concat('Bar-', position())"/>
              <xsl:with-param name="units" select="round((sum(preceding-sibling::d:amount/@value) + @value) * $units div $whole) - $begin"/>
            </xsl:call-template>
          </xsl:for-each>
          <xsl:call-template name="piece">
            <xsl:with-param name="style">Bar-rest</xsl:with-param>
            <xsl:with-param name="units" select="$units - round(sum(d:amount/@value) * $units div $whole)"/>
          </xsl:call-template>
        </table:table-row>
      </xsl:for-each>
    </table:table>
    <text:p text:style-name="Gap"/>
  </xsl:template>
  <xsl:template name="piece">
    <xsl:param name="style"/>
    <xsl:param name="units"/>
    <xsl:if test="$units &gt; 0">
      <table:table-cell table:style-name="{$style}" table:number-columns-spanned="{$units}"><text:p text:style-name="Table_20_Contents"/></table:table-cell>
      <xsl:if test="$units &gt; 1"><table:covered-table-cell table:number-columns-repeated="{$units - 1}"/></xsl:if>
    </xsl:if>
  </xsl:template>
  <!-- The share of the width that the amounts of each series take: where these are few, their names have more room. -->
  <xsl:template name="series-share"><xsl:choose><xsl:when test="count(d:series) &lt; 4">16</xsl:when><xsl:otherwise>11</xsl:otherwise></xsl:choose></xsl:template>
  <!-- How many columns the bars take. -->
  <xsl:template name="units">
    <xsl:param name="most"/>
    <xsl:choose><xsl:when test="$most &gt; 40">40</xsl:when><xsl:when test="$most &gt;= 1"><xsl:value-of select="$most"/></xsl:when><xsl:otherwise>1</xsl:otherwise></xsl:choose>
  </xsl:template>
  <xsl:template name="longest-bar">
    <xsl:for-each select="d:bar">
      <xsl:sort select="sum(d:amount/@value)" data-type="number" order="descending"/>
      <xsl:if test="position() = 1"><xsl:value-of select="sum(d:amount/@value)"/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="d:matrix">
    <xsl:call-template name="caption"/>
    <table:table table:name="{@title}" table:style-name="Wide">
      <xsl:if test="count(d:model) &lt; 25"><xsl:attribute name="table:style-name">Whole</xsl:attribute></xsl:if>
      <table:table-column table:style-name="column40"/>
      <table:table-column table:style-name="column8" table:number-columns-repeated="{count(d:component)}"/>
      <table:table-header-rows>
        <table:table-row table:style-name="Tall">
          <xsl:call-template name="head-cell"/>
          <xsl:for-each select="d:component"><xsl:call-template name="head-cell"><xsl:with-param name="text" select="."/><xsl:with-param name="style" select="'Turned'"/></xsl:call-template></xsl:for-each>
        </table:table-row>
      </table:table-header-rows>
      <xsl:for-each select="d:model">
        <table:table-row table:style-name="Row">
          <table:table-cell table:style-name="Cell" office:value-type="string"><text:p text:style-name="Table_20_Contents"><xsl:value-of select="@title"/></text:p></table:table-cell>
          <xsl:for-each select="d:square">
            <table:table-cell table:style-name="Square-{translate(@openness, ' ', '-')}" office:value-type="string"><text:p text:style-name="Table_20_Square"><xsl:value-of select="."/></text:p></table:table-cell>
          </xsl:for-each>
        </table:table-row>
      </xsl:for-each>
    </table:table>
    <text:p text:style-name="Gap"/>
  </xsl:template>

  <xsl:template match="d:reference">
    <xsl:variable name="kept"><xsl:call-template name="kept"/></xsl:variable>
    <text:p text:style-name="{$kept}Reference"><xsl:call-template name="bookmark"/><xsl:value-of select="concat('[', @number, ']')"/><text:tab/><xsl:apply-templates/></text:p>
  </xsl:template>

  <!-- Running text -->

  <xsl:template match="d:r">
    <xsl:choose>
      <xsl:when test="@href"><text:a xlink:type="simple" xlink:href="{@href}"><xsl:call-template name="span"/></text:a></xsl:when>
      <xsl:when test="@to"><text:a xlink:type="simple" xlink:href="#{@to}" text:style-name="Plain_20_link" text:visited-style-name="Plain_20_link"><xsl:call-template name="span"/></text:a></xsl:when>
      <xsl:otherwise><xsl:call-template name="span"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="span">
    <xsl:choose>
      <xsl:when test="@b"><text:span text:style-name="Strong_20_Emphasis"><xsl:value-of select="."/></text:span></xsl:when>
      <xsl:when test="@i"><text:span text:style-name="Emphasis"><xsl:value-of select="."/></text:span></xsl:when>
      <xsl:when test="@m"><text:span text:style-name="Source_20_Text"><xsl:value-of select="."/></text:span></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The first time a reference is cited it is a footnote with its number as the mark; from then on a link to the list. -->
  <xsl:template match="d:n">
    <xsl:choose>
      <xsl:when test="not($short) and count(. | key('uses', @number)[1]) = 1 and key('references', @number)">
        <text:note text:id="ftn{@number}" text:note-class="footnote">
          <text:note-citation text:label="[{@number}]">[<xsl:value-of select="@number"/>]</text:note-citation>
          <text:note-body><text:p text:style-name="Footnote"><xsl:apply-templates select="key('references', @number)/node()"/></text:p></text:note-body>
        </text:note>
      </xsl:when>
      <xsl:otherwise><text:a xlink:type="simple" xlink:href="#reference-{@number}" text:style-name="Plain_20_link" text:visited-style-name="Plain_20_link"><xsl:value-of select="."/></text:a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How it looks -->

  <xsl:template name="automatic-styles">
    <style:style style:name="Wide" style:family="table"><style:table-properties style:rel-width="100%" table:align="margins" fo:margin-top="0.1cm" table:border-model="collapsing"/></style:style>
    <style:style style:name="Whole" style:family="table"><style:table-properties style:rel-width="100%" table:align="margins" fo:margin-top="0.1cm" table:border-model="collapsing" style:may-break-between-rows="false"/></style:style>
    <!-- LibreOffice takes no share below 23, so these are hundredfold. -->
    <style:style style:name="column40" style:family="table-column"><style:table-column-properties style:rel-column-width="4000*"/></style:style>
    <style:style style:name="column24" style:family="table-column"><style:table-column-properties style:rel-column-width="2400*"/></style:style>
    <style:style style:name="column16" style:family="table-column"><style:table-column-properties style:rel-column-width="1600*"/></style:style>
    <style:style style:name="column11" style:family="table-column"><style:table-column-properties style:rel-column-width="1100*"/></style:style>
    <style:style style:name="column8" style:family="table-column"><style:table-column-properties style:rel-column-width="800*"/></style:style>
    <xsl:for-each select="//d:col[count(. | key('shares', @share)[1]) = 1 and @share != 40 and @share != 24 and @share != 16 and @share != 11 and @share != 8]">
      <style:style style:name="column{@share}" style:family="table-column"><style:table-column-properties style:rel-column-width="{@share * 100}*"/></style:style>
    </xsl:for-each>
    <xsl:for-each select="//d:chart">
      <xsl:variable name="most"><xsl:call-template name="longest-bar"/></xsl:variable>
      <xsl:variable name="units"><xsl:call-template name="units"><xsl:with-param name="most" select="$most"/></xsl:call-template></xsl:variable>
      <xsl:variable name="series"><xsl:call-template name="series-share"/></xsl:variable>
      <style:style style:name="unit{generate-id()}" style:family="table-column"><style:table-column-properties style:rel-column-width="{round((76 - $series * count(d:series)) * 100 div $units)}*"/></style:style>
    </xsl:for-each>
    <xsl:if test="//d:columns">
      <style:style style:name="Columns" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="2" fo:column-gap="0.6cm"/></style:section-properties></style:style>
    </xsl:if>
    <xsl:for-each select="exsl:node-set($flowing)/*"><xsl:call-template name="kept-styles"><xsl:with-param name="name" select="."/></xsl:call-template></xsl:for-each>
    <style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
    <style:style style:name="Long" style:family="table-row"><style:table-row-properties fo:keep-together="auto"/></style:style>
    <style:style style:name="Tall" style:family="table-row"><style:table-row-properties style:row-height="4.2cm" fo:keep-together="always"/></style:style>
    <style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" fo:border-bottom="0.5pt solid #c4cad0"/></style:style>
    <style:style style:name="Head" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" fo:border-bottom="1pt solid #1d2126" style:vertical-align="bottom"/></style:style>
    <style:style style:name="Turned" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm" fo:border-bottom="1pt solid #1d2126" style:writing-mode="tb-rl" style:vertical-align="middle"/></style:style>
    <style:style style:name="Bar-1" style:family="table-cell"><style:table-cell-properties fo:padding="0cm" fo:background-color="#1f6f8b" fo:border-top="3pt solid #ffffff" fo:border-bottom="3pt solid #ffffff"/></style:style>
    <style:style style:name="Key-1" style:family="text"><style:text-properties fo:color="#1f6f8b"/></style:style>
    <style:style style:name="Bar-2" style:family="table-cell"><style:table-cell-properties fo:padding="0cm" fo:background-color="#c98b2b" fo:border-top="3pt solid #ffffff" fo:border-bottom="3pt solid #ffffff"/></style:style>
    <style:style style:name="Key-2" style:family="text"><style:text-properties fo:color="#c98b2b"/></style:style>
    <style:style style:name="Bar-3" style:family="table-cell"><style:table-cell-properties fo:padding="0cm" fo:background-color="#8a3324" fo:border-top="3pt solid #ffffff" fo:border-bottom="3pt solid #ffffff"/></style:style>
    <style:style style:name="Key-3" style:family="text"><style:text-properties fo:color="#8a3324"/></style:style>
    <style:style style:name="Bar-4" style:family="table-cell"><style:table-cell-properties fo:padding="0cm" fo:background-color="#9aa3ab" fo:border-top="3pt solid #ffffff" fo:border-bottom="3pt solid #ffffff"/></style:style>
    <style:style style:name="Key-4" style:family="text"><style:text-properties fo:color="#9aa3ab"/></style:style>
    <style:style style:name="Bar-5" style:family="table-cell"><style:table-cell-properties fo:padding="0cm" fo:background-color="#d9dde0" fo:border-top="3pt solid #ffffff" fo:border-bottom="3pt solid #ffffff"/></style:style>
    <style:style style:name="Key-5" style:family="text"><style:text-properties fo:color="#d9dde0"/></style:style>
    <style:style style:name="Bar-rest" style:family="table-cell"><style:table-cell-properties fo:padding="0cm"/></style:style>
    <style:style style:name="Square-open" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm" fo:background-color="#cfe6da" fo:border="1pt solid #ffffff"/></style:style>
    <style:style style:name="Square-semi-open" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm" fo:background-color="#f3e2b8" fo:border="1pt solid #ffffff"/></style:style>
    <style:style style:name="Square-closed" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm" fo:background-color="#efcfc8" fo:border="1pt solid #ffffff"/></style:style>
    <style:style style:name="Square-unknown" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm" fo:background-color="#eceef0" fo:border="1pt solid #ffffff"/></style:style>
    <style:style style:name="Square-does-not-apply" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm" fo:border="1pt solid #ffffff"/></style:style>
  </xsl:template>

  <!-- Of paragraphs that stay on the page of what follows them, or in one piece, or begin a column. -->
  <xsl:variable name="flowing">
    <name>Source</name><name>Text_20_body</name><name>List_20_entry</name><name>Lead</name><name>Summary</name><name>Facts</name><name>Note</name>
    <name>Subtitle</name><name>Caption</name><name>Note_20_title</name><name>Classification</name>
    <name>Heading_20_1</name><name>Heading_20_2</name><name>Reference</name>
  </xsl:variable>
  <xsl:template name="kept-styles">
    <xsl:param name="name"/>
    <style:style style:name="Kept-{$name}" style:family="paragraph" style:parent-style-name="{$name}"><style:paragraph-properties fo:keep-with-next="always"/></style:style>
    <style:style style:name="Whole-{$name}" style:family="paragraph" style:parent-style-name="{$name}"><style:paragraph-properties fo:keep-together="always"/></style:style>
    <style:style style:name="Next-{$name}" style:family="paragraph" style:parent-style-name="{$name}"><style:paragraph-properties fo:keep-together="always" fo:break-before="column" fo:margin-top="0cm"/></style:style>
  </xsl:template>

  <xsl:template name="paragraph-style">
    <xsl:param name="name"/>
    <xsl:param name="parent" select="'Standard'"/>
    <xsl:param name="size"/>
    <xsl:param name="weight"/>
    <xsl:param name="colour"/>
    <xsl:param name="above" select="'0cm'"/>
    <xsl:param name="below" select="'0.2cm'"/>
    <xsl:param name="keep"/>
    <xsl:param name="align"/>
    <xsl:param name="border"/>
    <xsl:param name="left"/>
    <xsl:param name="indent"/>
    <style:style style:name="{$name}" style:display-name="{translate($name, '_', ' ')}" style:family="paragraph" style:parent-style-name="{$parent}">
      <xsl:if test="contains($name, '_20_')"><xsl:attribute name="style:display-name"><xsl:value-of select="concat(substring-before($name, '_20_'), ' ', substring-after($name, '_20_'))"/></xsl:attribute></xsl:if>
      <xsl:if test="starts-with($name, 'Heading_20_')"><xsl:attribute name="style:default-outline-level"><xsl:value-of select="substring-after($name, 'Heading_20_')"/></xsl:attribute></xsl:if>
      <style:paragraph-properties fo:margin-top="{substring-before($above, 'cm') * $space}cm" fo:margin-bottom="{substring-before($below, 'cm') * $space}cm">
        <xsl:if test="$keep"><xsl:attribute name="fo:keep-with-next">always</xsl:attribute></xsl:if>
        <xsl:if test="$name = 'Footnote' or $name = 'Reference'"><xsl:attribute name="fo:keep-together">always</xsl:attribute></xsl:if>
        <xsl:if test="$align"><xsl:attribute name="fo:text-align"><xsl:value-of select="$align"/></xsl:attribute></xsl:if>
        <xsl:if test="$border"><xsl:attribute name="fo:border-left">2pt solid #1f4f7d</xsl:attribute><xsl:attribute name="fo:padding-left">0.25cm</xsl:attribute><xsl:attribute name="fo:background-color">#f1f3f4</xsl:attribute></xsl:if>
        <xsl:if test="$left"><xsl:attribute name="fo:margin-left"><xsl:value-of select="$left"/></xsl:attribute><xsl:attribute name="fo:text-indent"><xsl:value-of select="$indent"/></xsl:attribute><style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops></xsl:if>
      </style:paragraph-properties>
      <style:text-properties>
        <xsl:if test="$size"><xsl:attribute name="fo:font-size"><xsl:value-of select="concat(substring-before($size, 'pt') * $factor, 'pt')"/></xsl:attribute></xsl:if>
        <xsl:if test="$weight"><xsl:attribute name="fo:font-weight"><xsl:value-of select="$weight"/></xsl:attribute></xsl:if>
        <xsl:if test="$colour"><xsl:attribute name="fo:color"><xsl:value-of select="$colour"/></xsl:attribute></xsl:if>
      </style:text-properties>
    </style:style>
  </xsl:template>

  <!-- An entry of the contents: its page stands at the right edge of the text. -->
  <xsl:template name="contents-style">
    <xsl:param name="level"/>
    <xsl:variable name="left" select="0.5 * ($level - 1)"/>
    <style:style style:name="Contents_20_{$level}" style:display-name="Contents {$level}" style:family="paragraph" style:parent-style-name="Standard">
      <style:paragraph-properties fo:margin-left="{$left}cm" fo:margin-top="{0.12 * (2 - $level)}cm" fo:margin-bottom="0.05cm">
        <style:tab-stops><style:tab-stop style:position="{$across - 2 * (2.2 - $narrower) - $left}cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops>
      </style:paragraph-properties>
      <xsl:if test="$level = 1"><style:text-properties fo:font-weight="bold"/></xsl:if>
    </style:style>
  </xsl:template>

  <xsl:template name="styles">
    <office:document-styles office:version="1.3">
      <office:font-face-decls>
        <style:font-face style:name="Sans" fo:font-family="'Liberation Sans'" style:font-family-generic="swiss" style:font-pitch="variable">
          <xsl:attribute name="svg:font-family" namespace="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">'Liberation Sans', Arial, 'DejaVu Sans'</xsl:attribute>
        </style:font-face>
      </office:font-face-decls>
      <office:styles>
        <style:default-style style:family="paragraph">
          <style:paragraph-properties fo:orphans="2" fo:widows="2" style:tab-stop-distance="1cm"/>
          <style:text-properties style:font-name="Sans" fo:font-size="{10 * $factor}pt" fo:language="en" fo:country="GB"/>
        </style:default-style>
        <style:style style:name="Standard" style:family="paragraph"/>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Text_20_body</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Title</xsl:with-param><xsl:with-param name="size">20pt</xsl:with-param><xsl:with-param name="weight">bold</xsl:with-param><xsl:with-param name="keep">yes</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Subtitle</xsl:with-param><xsl:with-param name="size">9pt</xsl:with-param><xsl:with-param name="weight">bold</xsl:with-param><xsl:with-param name="colour">#1f4f7d</xsl:with-param><xsl:with-param name="keep">yes</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Heading_20_1</xsl:with-param><xsl:with-param name="size">14pt</xsl:with-param><xsl:with-param name="weight">bold</xsl:with-param><xsl:with-param name="colour">#1f4f7d</xsl:with-param><xsl:with-param name="above">0.6cm</xsl:with-param><xsl:with-param name="keep">yes</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Heading_20_2</xsl:with-param><xsl:with-param name="size">11.5pt</xsl:with-param><xsl:with-param name="weight">bold</xsl:with-param><xsl:with-param name="above">0.4cm</xsl:with-param><xsl:with-param name="below">0.05cm</xsl:with-param><xsl:with-param name="keep">yes</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Lead</xsl:with-param><xsl:with-param name="above">0.2cm</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Summary</xsl:with-param><xsl:with-param name="size">11pt</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Facts</xsl:with-param><xsl:with-param name="size">9.2pt</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Source</xsl:with-param><xsl:with-param name="size">8pt</xsl:with-param><xsl:with-param name="colour">#545c66</xsl:with-param><xsl:with-param name="below">0.15cm</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Classification</xsl:with-param><xsl:with-param name="weight">bold</xsl:with-param><xsl:with-param name="align">center</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Note</xsl:with-param><xsl:with-param name="border">yes</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Note_20_title</xsl:with-param><xsl:with-param name="border">yes</xsl:with-param><xsl:with-param name="weight">bold</xsl:with-param><xsl:with-param name="size">8pt</xsl:with-param><xsl:with-param name="below">0cm</xsl:with-param><xsl:with-param name="keep">yes</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">List_20_entry</xsl:with-param><xsl:with-param name="below">0.08cm</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Caption</xsl:with-param><xsl:with-param name="size">8.5pt</xsl:with-param><xsl:with-param name="weight">bold</xsl:with-param><xsl:with-param name="colour">#545c66</xsl:with-param><xsl:with-param name="keep">yes</xsl:with-param><xsl:with-param name="below">0.1cm</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Table_20_Contents</xsl:with-param><xsl:with-param name="size">8.5pt</xsl:with-param><xsl:with-param name="below">0cm</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Table_20_Heading</xsl:with-param><xsl:with-param name="parent">Table_20_Contents</xsl:with-param><xsl:with-param name="weight">bold</xsl:with-param><xsl:with-param name="below">0cm</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Table_20_Number</xsl:with-param><xsl:with-param name="parent">Table_20_Contents</xsl:with-param><xsl:with-param name="below">0cm</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Table_20_Square</xsl:with-param><xsl:with-param name="parent">Table_20_Contents</xsl:with-param><xsl:with-param name="align">center</xsl:with-param><xsl:with-param name="below">0cm</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Gap</xsl:with-param><xsl:with-param name="size">4pt</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Reference</xsl:with-param><xsl:with-param name="size">9pt</xsl:with-param><xsl:with-param name="left">1cm</xsl:with-param><xsl:with-param name="indent">-1cm</xsl:with-param><xsl:with-param name="below">0.1cm</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Footnote</xsl:with-param><xsl:with-param name="size">8pt</xsl:with-param><xsl:with-param name="left">0.8cm</xsl:with-param><xsl:with-param name="indent">-0.8cm</xsl:with-param><xsl:with-param name="below">0cm</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Footer</xsl:with-param><xsl:with-param name="size">8pt</xsl:with-param><xsl:with-param name="colour">#545c66</xsl:with-param><xsl:with-param name="align">end</xsl:with-param></xsl:call-template>
        <xsl:call-template name="paragraph-style"><xsl:with-param name="name">Contents_20_Heading</xsl:with-param><xsl:with-param name="size">14pt</xsl:with-param><xsl:with-param name="weight">bold</xsl:with-param><xsl:with-param name="colour">#1f4f7d</xsl:with-param><xsl:with-param name="above">0.6cm</xsl:with-param><xsl:with-param name="keep">yes</xsl:with-param></xsl:call-template>
        <xsl:call-template name="contents-style"><xsl:with-param name="level">1</xsl:with-param></xsl:call-template>
        <xsl:call-template name="contents-style"><xsl:with-param name="level">2</xsl:with-param></xsl:call-template>
        <style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>
        <style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
        <style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
        <style:style style:name="Source_20_Text" style:display-name="Source Text" style:family="text"><style:text-properties fo:font-family="'DejaVu Sans Mono', 'Liberation Mono', monospace" fo:font-size="90%"/></style:style>
        <style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties fo:color="#1f4f7d" style:text-underline-style="solid"/></style:style>
        <style:style style:name="Plain_20_link" style:display-name="Plain link" style:family="text"><style:text-properties fo:color="#1f4f7d"/></style:style>
        <style:style style:name="Footnote_20_anchor" style:display-name="Footnote anchor" style:family="text"><style:text-properties fo:color="#1f4f7d"/></style:style>
        <style:style style:name="Footnote_20_Symbol" style:display-name="Footnote Symbol" style:family="text"/>
        <text:list-style style:name="List">
          <text:list-level-style-bullet text:level="1" text:bullet-char="•">
            <style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="0.5cm" fo:text-indent="-0.5cm"/></style:list-level-properties>
          </text:list-level-style-bullet>
          <text:list-level-style-bullet text:level="2" text:bullet-char="–">
            <style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="1cm" fo:text-indent="-0.5cm"/></style:list-level-properties>
          </text:list-level-style-bullet>
        </text:list-style>
        <text:notes-configuration text:note-class="footnote" text:default-style-name="Footnote" text:citation-style-name="Footnote_20_Symbol" text:citation-body-style-name="Footnote_20_anchor" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>
      </office:styles>
      <office:automatic-styles>
        <style:page-layout style:name="A4">
          <style:page-layout-properties fo:page-width="{$across}cm" fo:page-height="{50.7 - $across}cm" style:print-orientation="{$orientation}" fo:margin-top="{2 - $narrower}cm" fo:margin-bottom="{1.6 - $narrower}cm" fo:margin-left="{2.2 - $narrower}cm" fo:margin-right="{2.2 - $narrower}cm"/>
          <style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style>
        </style:page-layout>
      </office:automatic-styles>
      <office:master-styles>
        <style:master-page style:name="Standard" style:page-layout-name="A4">
          <style:footer>
            <text:p text:style-name="Footer">
              <xsl:if test="@classification"><xsl:value-of select="concat(@classification, ' · ')"/></xsl:if>
              <text:page-number text:select-page="current">1</text:page-number> / <text:page-count>1</text:page-count>
            </text:p>
          </style:footer>
        </style:master-page>
      </office:master-styles>
    </office:document-styles>
  </xsl:template>
</xsl:stylesheet>
