<?xml version="1.0" encoding="UTF-8"?>
<!-- A document (document.xsl) as Office Open XML (ECMA-376): named styles, headings, lists, tables, footnotes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:d="urn:gairo:document:1"
                xmlns:p="urn:gairo:package:1"
                xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" exclude-result-prefixes="d">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:key name="uses" match="d:n" use="@number"/>
  <xsl:key name="references" match="d:reference" use="@number"/>
  <xsl:key name="addresses" match="d:r[@href]" use="@href"/>
  <xsl:key name="places" match="d:*[@id]" use="@id"/>

  <xsl:variable name="relationships">http://schemas.openxmlformats.org/officeDocument/2006/relationships</xsl:variable>
  <xsl:variable name="addresses" select="//d:r[@href][count(. | key('addresses', @href)[1]) = 1]"/>
  <!-- Where references are cited for the first time. Word numbers footnotes itself, so one is only made where its number is the reference's. -->
  <xsl:variable name="firsts" select="//d:n[count(. | key('uses', @number)[1]) = 1 and key('references', @number) and not(/d:document/@pages)]"/>
  <!-- Meant for few pages: smaller letters, narrower margins; the references stand in their list alone. -->
  <xsl:variable name="short" select="boolean(/d:document/@pages)"/>
  <xsl:variable name="scale"><xsl:choose><xsl:when test="/d:document/@scale"><xsl:value-of select="/d:document/@scale"/></xsl:when><xsl:otherwise>0.85</xsl:otherwise></xsl:choose></xsl:variable>
  <xsl:variable name="factor"><xsl:choose><xsl:when test="$short"><xsl:value-of select="round($scale * 90) div 100"/></xsl:when><xsl:otherwise>1</xsl:otherwise></xsl:choose></xsl:variable>
  <xsl:variable name="space"><xsl:choose><xsl:when test="$short">0.5</xsl:when><xsl:otherwise>1</xsl:otherwise></xsl:choose></xsl:variable>
  <xsl:variable name="margin"><xsl:choose><xsl:when test="$short">794</xsl:when><xsl:otherwise>1247</xsl:otherwise></xsl:choose></xsl:variable>
  <!-- The page: A4, upright or on its side; all in twentieths of a point. -->
  <xsl:variable name="wide" select="boolean(/d:document/@wide)"/>
  <xsl:variable name="across" select="11906 + 4932 * number($wide)"/>
  <xsl:variable name="width" select="$across - 2 * $margin"/>

  <xsl:template match="/d:document">
    <p:package date="{@date}">
      <p:part name="[Content_Types].xml">
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Default Extension="xml" ContentType="application/xml"/>
          <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
          <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
          <Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>
          <Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
          <Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>
          <Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
          <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
        </Types>
      </p:part>
      <p:part name="_rels/.rels">
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="document" Type="{$relationships}/officeDocument" Target="word/document.xml"/>
          <Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
        </Relationships>
      </p:part>
      <p:part name="docProps/core.xml">
        <cp:coreProperties>
          <dc:title><xsl:value-of select="@title"/></dc:title>
          <xsl:if test="@author"><dc:creator><xsl:value-of select="@author"/></dc:creator></xsl:if>
          <dc:language><xsl:value-of select="@lang"/></dc:language>
          <dcterms:created xsi:type="dcterms:W3CDTF"><xsl:value-of select="concat(@date, 'T00:00:00Z')"/></dcterms:created>
        </cp:coreProperties>
      </p:part>
      <p:part name="word/_rels/document.xml.rels">
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="styles" Type="{$relationships}/styles" Target="styles.xml"/>
          <Relationship Id="settings" Type="{$relationships}/settings" Target="settings.xml"/>
          <Relationship Id="numbering" Type="{$relationships}/numbering" Target="numbering.xml"/>
          <Relationship Id="footnotes" Type="{$relationships}/footnotes" Target="footnotes.xml"/>
          <Relationship Id="footer1" Type="{$relationships}/footer" Target="footer1.xml"/>
          <xsl:call-template name="address-relationships"/>
        </Relationships>
      </p:part>
      <p:part name="word/_rels/footnotes.xml.rels">
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <xsl:call-template name="address-relationships"/>
        </Relationships>
      </p:part>
      <p:part name="word/styles.xml"><xsl:call-template name="styles"/></p:part>
      <p:part name="word/settings.xml">
        <w:settings>
          <w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr>
          <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
        </w:settings>
      </p:part>
      <p:part name="word/numbering.xml"><xsl:call-template name="numbering"/></p:part>
      <p:part name="word/footnotes.xml">
        <w:footnotes>
          <w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
          <w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
          <xsl:for-each select="$firsts">
            <xsl:if test="position() = @number">
            <w:footnote w:id="{@number + 1}">
              <w:p>
                <w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>
                <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>
                <w:r><w:tab/></w:r>
                <xsl:apply-templates select="key('references', @number)/node()"/>
              </w:p>
            </w:footnote>
            </xsl:if>
          </xsl:for-each>
        </w:footnotes>
      </p:part>
      <p:part name="word/footer1.xml">
        <w:ftr>
          <w:p>
            <w:pPr><w:pStyle w:val="Footer"/></w:pPr>
            <xsl:if test="@classification"><w:r><w:t xml:space="preserve"><xsl:value-of select="concat(@classification, ' · ')"/></w:t></w:r></xsl:if>
            <w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>
            <w:r><w:t xml:space="preserve"> / </w:t></w:r>
            <w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>
          </w:p>
        </w:ftr>
      </p:part>
      <p:part name="word/document.xml">
        <w:document>
          <w:body>
            <xsl:apply-templates select="*"/>
            <xsl:call-template name="section-end"/>
          </w:body>
        </w:document>
      </p:part>
    </p:package>
  </xsl:template>

  <!-- What is above it stands in that many columns. -->
  <xsl:template name="section-end">
    <xsl:param name="columns" select="1"/>
    <w:sectPr>
      <w:footerReference w:type="default" r:id="footer1"/>
      <xsl:if test="$short"><w:type w:val="continuous"/></xsl:if>
      <w:pgSz w:w="{$across}" w:h="{28744 - $across}"><xsl:if test="$wide"><xsl:attribute name="w:orient">landscape</xsl:attribute></xsl:if></w:pgSz>
      <w:pgMar w:top="{1134 - 1247 + $margin}" w:right="{$margin}" w:bottom="{1134 - 1247 + $margin}" w:left="{$margin}" w:header="567" w:footer="{567 * $space}" w:gutter="0"/>
      <xsl:if test="$columns &gt; 1"><w:cols w:num="{$columns}" w:space="340"/></xsl:if>
    </w:sectPr>
  </xsl:template>

  <xsl:template match="d:columns[not(d:cell[2])]"><xsl:apply-templates select="d:cell/*"/></xsl:template>
  <xsl:template match="d:columns">
    <w:p><w:pPr><w:pStyle w:val="Break"/><xsl:call-template name="section-end"/></w:pPr></w:p>
    <xsl:apply-templates select="d:cell/*"/>
    <w:p><w:pPr><w:pStyle w:val="Break"/><xsl:call-template name="section-end"><xsl:with-param name="columns" select="2"/></xsl:call-template></w:pPr></w:p>
  </xsl:template>

  <xsl:template name="address-relationships">
    <xsl:for-each select="$addresses">
      <Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id="address{position()}" Type="{$relationships}/hyperlink" Target="{@href}" TargetMode="External"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Blocks -->

  <!-- Word allows 40 characters in a bookmark's name: each gets its number. -->
  <xsl:template name="place"><xsl:value-of select="concat('place', count(preceding::d:*[@id]))"/></xsl:template>
  <xsl:template name="bookmark">
    <xsl:if test="@id">
      <w:bookmarkStart w:id="{count(preceding::d:*[@id])}"><xsl:attribute name="w:name"><xsl:call-template name="place"/></xsl:attribute></w:bookmarkStart>
      <w:bookmarkEnd w:id="{count(preceding::d:*[@id])}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="paragraph">
    <xsl:param name="style"/>
    <w:p><w:pPr><w:pStyle w:val="{$style}"/><xsl:call-template name="keep"/><xsl:if test="parent::d:cell[@begins-column] and not(preceding-sibling::*)"><w:spacing w:before="0"/></xsl:if></w:pPr><xsl:call-template name="next-column"/><xsl:call-template name="bookmark"/><xsl:apply-templates/></w:p>
  </xsl:template>

  <!-- It stays on the page of what follows it; what is in a column stays in one piece. -->
  <xsl:template name="keep">
    <xsl:variable name="column" select="boolean(ancestor::d:cell[../d:cell[2]])"/>
    <xsl:if test="@keep and not($column)"><w:keepNext/></xsl:if>
    <xsl:if test="$column"><w:keepLines/></xsl:if>
  </xsl:template>
  <xsl:template name="next-column">
    <xsl:if test="parent::d:cell[@begins-column] and not(preceding-sibling::*)"><w:r><w:br w:type="column"/></w:r></xsl:if>
  </xsl:template>

  <xsl:template match="d:h[@level = 1]"><xsl:call-template name="paragraph"><xsl:with-param name="style">Title</xsl:with-param></xsl:call-template></xsl:template>
  <xsl:template match="d:h"><xsl:call-template name="paragraph"><xsl:with-param name="style" select="concat('Heading', @level - 1)"/></xsl:call-template></xsl:template>

  <xsl:template match="d:p">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="style">
        <xsl:choose>
          <xsl:when test="@style = 'kicker'">Subtitle</xsl:when>
          <xsl:when test="@style = 'meta' or @style = 'source' or @style = 'small'">Source</xsl:when>
          <xsl:when test="@style = 'lead'">Lead</xsl:when>
          <xsl:when test="@style = 'summary' and not($short)">Summary</xsl:when>
          <xsl:when test="@style = 'facts'">Facts</xsl:when>
          <xsl:when test="@style = 'caption'">Caption</xsl:when>
          <xsl:when test="@style = 'note'">Note</xsl:when>
          <xsl:when test="@style = 'note-title'">NoteTitle</xsl:when>
          <xsl:when test="@style = 'classification'">Classification</xsl:when>
          <xsl:otherwise>BodyText</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:list"><xsl:apply-templates select="d:li"/></xsl:template>
  <!-- The page of each entry is a field that leads to the place: an office works it out when it prints, LibreOffice when it opens the file. Within
       a field for the whole (TOC) LibreOffice would show what stands here for good, and Word would ask whether to work it out. -->
  <xsl:template match="d:h[following-sibling::*[1][self::d:list[@contents]]]"/>
  <xsl:template match="d:list[@contents]">
    <w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r><w:t xml:space="preserve"><xsl:value-of select="preceding-sibling::*[1][self::d:h]"/></w:t></w:r></w:p>
    <xsl:for-each select="d:li">
      <xsl:variable name="place"><xsl:for-each select="key('places', d:r/@to)[1]"><xsl:call-template name="place"/></xsl:for-each></xsl:variable>
      <w:p>
        <w:pPr><w:pStyle w:val="TOC{@level}"/></w:pPr>
        <w:hyperlink w:anchor="{$place}" w:history="1">
          <w:r><w:t xml:space="preserve"><xsl:value-of select="."/></w:t></w:r>
          <w:r><w:tab/></w:r>
          <w:r><w:fldChar w:fldCharType="begin"/></w:r>
          <w:r><w:instrText xml:space="preserve"><xsl:value-of select="concat(' PAGEREF ', $place, ' \h ')"/></w:instrText></w:r>
          <w:r><w:fldChar w:fldCharType="separate"/></w:r>
          <w:r><w:t><xsl:value-of select="@page"/></w:t></w:r>
          <w:r><w:fldChar w:fldCharType="end"/></w:r>
        </w:hyperlink>
      </w:p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="d:li">
    <w:p>
      <w:pPr>
        <w:pStyle w:val="ListBullet"/>
        <xsl:call-template name="keep"/>
        <xsl:choose>
          <xsl:when test="@continued"><w:ind w:left="284" w:firstLine="0"/></xsl:when>
          <xsl:otherwise><w:numPr><w:ilvl w:val="{@level - 1}"/><w:numId w:val="1"/></w:numPr></xsl:otherwise>
        </xsl:choose>
      </w:pPr>
      <xsl:apply-templates/>
    </w:p>
  </xsl:template>

  <xsl:template name="caption">
    <w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t xml:space="preserve"><xsl:value-of select="@title"/><xsl:if test="@unit"><xsl:value-of select="concat(' (', @unit, ')')"/></xsl:if></w:t></w:r></w:p>
  </xsl:template>
  <xsl:template name="table-properties"><w:tblPr><w:tblStyle w:val="Sheet"/><w:tblW w:w="{$width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr></xsl:template>
  <xsl:template name="gap"><w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p></xsl:template>

  <xsl:template name="cell">
    <xsl:param name="width"/>
    <xsl:param name="text"/>
    <xsl:param name="style" select="'TableContents'"/>
    <xsl:param name="turned"/>
    <xsl:param name="fill"/>
    <w:tc>
      <w:tcPr>
        <w:tcW w:w="{$width}" w:type="dxa"/>
        <xsl:if test="$fill"><w:shd w:val="clear" w:color="auto" w:fill="{$fill}"/></xsl:if>
        <xsl:if test="$turned"><w:textDirection w:val="btLr"/></xsl:if>
      </w:tcPr>
      <w:p><w:pPr><w:pStyle w:val="{$style}"/><xsl:call-template name="keep-row"/></w:pPr><w:r><w:t xml:space="preserve"><xsl:value-of select="$text"/></w:t></w:r></w:p>
    </w:tc>
  </xsl:template>
  <!-- A table's head, and every row but the last of a chart or a matrix that fits on a page, stay on the page of the row below; so do the last three
       models of any. -->
  <xsl:template name="keep-row">
    <xsl:if test="self::d:col or (ancestor-or-self::*[self::d:chart or self::d:matrix][count(d:bar | d:model) &lt; 25]
                                  and not(ancestor-or-self::*[self::d:bar or self::d:model][not(following-sibling::*)]))
                  or ancestor-or-self::d:model[following-sibling::*][count(following-sibling::*) &lt; 3]"><w:keepNext/></xsl:if>
  </xsl:template>

  <xsl:template match="d:table">
    <xsl:variable name="sum" select="sum(d:col/@share)"/>
    <xsl:call-template name="caption"/>
    <w:tbl>
      <xsl:call-template name="table-properties"/>
      <w:tblGrid><xsl:for-each select="d:col"><w:gridCol w:w="{floor(@share * $width div $sum)}"/></xsl:for-each></w:tblGrid>
      <w:tr>
        <w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>
        <xsl:for-each select="d:col">
          <xsl:call-template name="cell"><xsl:with-param name="width" select="floor(@share * $width div $sum)"/><xsl:with-param name="text" select="."/><xsl:with-param name="style">TableHeading</xsl:with-param></xsl:call-template>
        </xsl:for-each>
      </w:tr>
      <xsl:for-each select="d:tr">
        <w:tr>
          <!-- A long row may go on on the next page. -->
          <xsl:if test="not(d:td[string-length(.) &gt; 400])"><w:trPr><w:cantSplit/></w:trPr></xsl:if>
          <xsl:for-each select="d:td">
            <xsl:variable name="place" select="position()"/>
            <w:tc>
              <w:tcPr><w:tcW w:w="{floor(../../d:col[$place]/@share * $width div $sum)}" w:type="dxa"/></w:tcPr>
              <w:p><w:pPr><w:pStyle w:val="TableContents"/></w:pPr><xsl:apply-templates/></w:p>
            </w:tc>
          </xsl:for-each>
        </w:tr>
      </xsl:for-each>
    </w:tbl>
    <xsl:call-template name="gap"/>
  </xsl:template>

  <!-- The amounts, and as a picture of them coloured cells: one of their columns is a unit of the longest bar, or a share of it. -->
  <xsl:template match="d:chart">
    <xsl:variable name="most">
      <xsl:for-each select="d:bar">
        <xsl:sort select="sum(d:amount/@value)" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="sum(d:amount/@value)"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="whole"><xsl:choose><xsl:when test="$most &gt; 0"><xsl:value-of select="$most"/></xsl:when><xsl:otherwise>1</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="units"><xsl:choose><xsl:when test="$whole &gt; 40">40</xsl:when><xsl:otherwise><xsl:value-of select="$whole"/></xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="first" select="floor($width * 0.24)"/>
    <!-- Where the series are few, their names have more room. -->
    <xsl:variable name="one" select="floor($width * (0.11 + 0.05 * number(count(d:series) &lt; 4)))"/>
    <xsl:variable name="unit" select="floor(($width - $first - $one * count(d:series)) div $units)"/>
    <xsl:call-template name="caption"/>
    <w:tbl>
      <xsl:call-template name="table-properties"/>
      <w:tblGrid>
        <w:gridCol w:w="{$first}"/>
        <xsl:for-each select="d:series"><w:gridCol w:w="{$one}"/></xsl:for-each>
        <xsl:call-template name="unit-columns"><xsl:with-param name="count" select="$units"/><xsl:with-param name="width" select="$unit"/></xsl:call-template>
      </w:tblGrid>
      <w:tr>
        <w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>
        <xsl:call-template name="cell"><xsl:with-param name="width" select="$first"/></xsl:call-template>
        <xsl:for-each select="d:series">
          <w:tc>
            <w:tcPr><w:tcW w:w="{$one}" w:type="dxa"/></w:tcPr>
            <w:p>
              <w:pPr><w:pStyle w:val="TableHeading"/><xsl:call-template name="keep-row"/></w:pPr>
              <w:r><w:rPr><w:color><xsl:attribute name="w:val"><xsl:call-template name="colour"/></xsl:attribute></w:color></w:rPr><w:t>■</w:t></w:r>
              <w:r><w:t xml:space="preserve"><xsl:value-of select="concat(' ', .)"/></w:t></w:r>
            </w:p>
          </w:tc>
        </xsl:for-each>
        <xsl:call-template name="piece"><xsl:with-param name="units" select="$units"/><xsl:with-param name="unit" select="$unit"/></xsl:call-template>
      </w:tr>
      <xsl:for-each select="d:bar">
        <w:tr>
          <w:trPr><w:cantSplit/></w:trPr>
          <xsl:call-template name="cell"><xsl:with-param name="width" select="$first"/><xsl:with-param name="text" select="@title"/></xsl:call-template>
          <xsl:for-each select="d:amount"><xsl:call-template name="cell"><xsl:with-param name="width" select="$one"/><xsl:with-param name="text" select="@value"/></xsl:call-template></xsl:for-each>
          <xsl:for-each select="d:amount">
            <xsl:call-template name="piece">
              <xsl:with-param name="units" select="round((sum(preceding-sibling::d:amount/@value) + @value) * $units div $whole) - round(sum(preceding-sibling::d:amount/@value) * $units div $whole)"/>
              <xsl:with-param name="unit" select="$unit"/>
              <xsl:with-param name="fill"><xsl:call-template name="colour"/></xsl:with-param>
            </xsl:call-template>
          </xsl:for-each>
          <xsl:call-template name="piece">
            <xsl:with-param name="units" select="$units - round(sum(d:amount/@value) * $units div $whole)"/>
            <xsl:with-param name="unit" select="$unit"/>
          </xsl:call-template>
        </w:tr>
      </xsl:for-each>
    </w:tbl>
    <xsl:call-template name="gap"/>
  </xsl:template>
  <xsl:template name="unit-columns">
    <xsl:param name="count"/>
    <xsl:param name="width"/>
    <xsl:if test="$count &gt; 0">
      <w:gridCol w:w="{$width}"/>
      <xsl:call-template name="unit-columns"><xsl:with-param name="count" select="$count - 1"/><xsl:with-param name="width" select="$width"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
  <!-- The colour of the series that a template is called in. -->
  <xsl:template name="colour">
    <xsl:value-of select="substring('1F6F8BC98B2B8A33249AA3ABD9DDE0', 6 * ((position() - 1) mod 5) + 1, 6)"/>
  </xsl:template>
  <!-- A piece of a bar; nothing where it has no width. -->
  <xsl:template name="piece">
    <xsl:param name="units"/>
    <xsl:param name="unit"/>
    <xsl:param name="fill"/>
    <xsl:if test="$units &gt; 0">
      <w:tc>
        <w:tcPr>
          <w:tcW w:w="{$units * $unit}" w:type="dxa"/>
          <xsl:if test="$units &gt; 1"><w:gridSpan w:val="{$units}"/></xsl:if>
          <xsl:if test="$fill"><w:tcBorders><w:top w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/><w:bottom w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/></w:tcBorders></xsl:if>
          <xsl:if test="$fill"><w:shd w:val="clear" w:color="auto" w:fill="{$fill}"/></xsl:if>
        </w:tcPr>
        <w:p><w:pPr><w:pStyle w:val="TableContents"/><xsl:call-template name="keep-row"/></w:pPr></w:p>
      </w:tc>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:matrix">
    <xsl:variable name="one" select="510"/>
    <xsl:variable name="first" select="$width - $one * count(d:component)"/>
    <xsl:call-template name="caption"/>
    <w:tbl>
      <xsl:call-template name="table-properties"/>
      <w:tblGrid><w:gridCol w:w="{$first}"/><xsl:for-each select="d:component"><w:gridCol w:w="{$one}"/></xsl:for-each></w:tblGrid>
      <w:tr>
        <w:trPr><w:cantSplit/><w:trHeight w:val="2400" w:hRule="exact"/><w:tblHeader/></w:trPr>
        <xsl:call-template name="cell"><xsl:with-param name="width" select="$first"/></xsl:call-template>
        <xsl:for-each select="d:component"><xsl:call-template name="cell"><xsl:with-param name="width" select="$one"/><xsl:with-param name="text" select="."/><xsl:with-param name="style">TableHeading</xsl:with-param><xsl:with-param name="turned" select="true()"/></xsl:call-template></xsl:for-each>
      </w:tr>
      <xsl:for-each select="d:model">
        <w:tr>
          <w:trPr><w:cantSplit/></w:trPr>
          <xsl:call-template name="cell"><xsl:with-param name="width" select="$first"/><xsl:with-param name="text" select="@title"/></xsl:call-template>
          <xsl:for-each select="d:square">
            <xsl:call-template name="cell">
              <xsl:with-param name="width" select="$one"/>
              <xsl:with-param name="text" select="."/>
              <xsl:with-param name="style">TableSquare</xsl:with-param>
              <xsl:with-param name="fill">
                <xsl:choose>
                  <xsl:when test="@openness = 'open'">CFE6DA</xsl:when>
                  <xsl:when test="@openness = 'semi-open'">F3E2B8</xsl:when>
                  <xsl:when test="@openness = 'closed'">EFCFC8</xsl:when>
                  <xsl:when test="@openness = 'unknown'">ECEEF0</xsl:when>
                  <xsl:otherwise>FFFFFF</xsl:otherwise>
                </xsl:choose>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:for-each>
        </w:tr>
      </xsl:for-each>
    </w:tbl>
    <xsl:call-template name="gap"/>
  </xsl:template>

  <xsl:template match="d:reference">
    <w:p>
      <w:pPr><w:pStyle w:val="Reference"/></w:pPr>
      <xsl:call-template name="next-column"/>
      <xsl:call-template name="bookmark"/>
      <w:r><w:t xml:space="preserve"><xsl:value-of select="concat('[', @number, ']')"/></w:t></w:r>
      <w:r><w:tab/></w:r>
      <xsl:apply-templates/>
    </w:p>
  </xsl:template>

  <!-- Running text -->

  <xsl:template match="text()"><w:r><w:t xml:space="preserve"><xsl:value-of select="."/></w:t></w:r></xsl:template>

  <xsl:template name="run">
    <xsl:param name="link"/>
    <w:r>
      <w:rPr>
        <xsl:if test="$link"><w:rStyle w:val="{$link}"/></xsl:if>
        <xsl:if test="@m and not($link)"><w:rStyle w:val="SourceText"/></xsl:if>
        <xsl:if test="@b"><w:b/></xsl:if>
        <xsl:if test="@i"><w:i/></xsl:if>
      </w:rPr>
      <w:t xml:space="preserve"><xsl:value-of select="."/></w:t>
    </w:r>
  </xsl:template>

  <xsl:template match="d:r">
    <xsl:choose>
      <xsl:when test="@href">
        <xsl:variable name="first" select="key('addresses', @href)[1]"/>
        <xsl:variable name="number"><xsl:for-each select="$addresses"><xsl:if test="count(. | $first) = 1"><xsl:value-of select="position()"/></xsl:if></xsl:for-each></xsl:variable>
        <w:hyperlink r:id="address{$number}"><xsl:call-template name="run"><xsl:with-param name="link">Hyperlink</xsl:with-param></xsl:call-template></w:hyperlink>
      </xsl:when>
      <xsl:when test="@to and key('places', @to)">
        <w:hyperlink>
          <xsl:attribute name="w:anchor"><xsl:for-each select="key('places', @to)[1]"><xsl:call-template name="place"/></xsl:for-each></xsl:attribute>
          <xsl:call-template name="run"><xsl:with-param name="link">PlainLink</xsl:with-param></xsl:call-template>
        </w:hyperlink>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="run"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The first time a reference is cited it is a footnote with its number; from then on a link to the list. -->
  <xsl:template match="d:n">
    <xsl:variable name="self" select="."/>
    <xsl:variable name="place"><xsl:for-each select="$firsts"><xsl:if test="count(. | $self) = 1"><xsl:value-of select="position()"/></xsl:if></xsl:for-each></xsl:variable>
    <xsl:choose>
      <xsl:when test="$place = @number">
        <w:r><w:rPr><w:rStyle w:val="PlainLink"/></w:rPr><w:t>[</w:t></w:r>
        <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{@number + 1}"/></w:r>
        <w:r><w:rPr><w:rStyle w:val="PlainLink"/></w:rPr><w:t>]</w:t></w:r>
      </xsl:when>
      <xsl:when test="key('references', @number)">
        <w:hyperlink>
          <xsl:attribute name="w:anchor"><xsl:for-each select="key('references', @number)[1]"><xsl:call-template name="place"/></xsl:for-each></xsl:attribute>
          <xsl:call-template name="run"><xsl:with-param name="link">PlainLink</xsl:with-param></xsl:call-template>
        </w:hyperlink>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="run"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How it looks -->

  <xsl:template name="numbering">
    <w:numbering>
      <w:abstractNum w:abstractNumId="0">
        <w:multiLevelType w:val="hybridMultilevel"/>
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="284"/></w:pPr></w:lvl>
      </w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    </w:numbering>
  </xsl:template>

  <xsl:template name="style">
    <xsl:param name="id"/>
    <xsl:param name="name" select="$id"/>
    <xsl:param name="size"/>
    <xsl:param name="bold"/>
    <xsl:param name="colour"/>
    <xsl:param name="above" select="0"/>
    <xsl:param name="below" select="110"/>
    <xsl:param name="keep"/>
    <xsl:param name="align"/>
    <xsl:param name="level"/>
    <xsl:param name="hanging"/>
    <xsl:param name="border"/>
    <w:style w:type="paragraph" w:styleId="{$id}">
      <w:name w:val="{$name}"/>
      <w:basedOn w:val="Normal"/>
      <w:qFormat/>
      <w:pPr>
        <xsl:if test="$keep"><w:keepNext/></xsl:if>
        <xsl:if test="$id = 'FootnoteText' or $id = 'Reference'"><w:keepLines/></xsl:if>
        <xsl:if test="$border"><w:pBdr><w:left w:val="single" w:sz="18" w:space="6" w:color="1F4F7D"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F1F3F4"/></xsl:if>
        <xsl:if test="$hanging"><w:tabs><w:tab w:val="left" w:pos="{$hanging}"/></w:tabs></xsl:if>
        <w:spacing w:before="{$above * $space}" w:after="{$below * $space}"><xsl:if test="$id = 'Break'"><xsl:attribute name="w:line">20</xsl:attribute><xsl:attribute name="w:lineRule">exact</xsl:attribute></xsl:if></w:spacing>
        <xsl:if test="$hanging"><w:ind w:left="{$hanging}" w:hanging="{$hanging}"/></xsl:if>
        <xsl:if test="$align"><w:jc w:val="{$align}"/></xsl:if>
        <xsl:if test="$level != ''"><w:outlineLvl w:val="{$level}"/></xsl:if>
      </w:pPr>
      <w:rPr>
        <xsl:if test="$bold"><w:b/></xsl:if>
        <xsl:if test="$colour"><w:color w:val="{$colour}"/></xsl:if>
        <xsl:if test="$size"><w:sz w:val="{round($size * $factor)}"/></xsl:if>
      </w:rPr>
    </w:style>
  </xsl:template>

  <!-- An entry of the contents: its page stands at the right edge of the text. -->
  <xsl:template name="contents-style">
    <xsl:param name="level"/>
    <w:style w:type="paragraph" w:styleId="TOC{$level}">
      <w:name w:val="toc {$level}"/>
      <w:basedOn w:val="Normal"/>
      <w:next w:val="Normal"/>
      <w:pPr>
        <w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{$width}"/></w:tabs>
        <w:spacing w:before="{68 * (2 - $level)}" w:after="28"/>
        <w:ind w:left="{284 * ($level - 1)}"/>
      </w:pPr>
      <xsl:if test="$level = 1"><w:rPr><w:b/></w:rPr></xsl:if>
    </w:style>
  </xsl:template>

  <xsl:template name="styles">
    <w:styles>
      <w:docDefaults>
        <w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans" w:cs="Liberation Sans" w:eastAsia="Liberation Sans"/><w:sz w:val="{round(20 * $factor)}"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>
        <w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="{240 + 19 * (2 * $space - 1)}" w:lineRule="auto"/></w:pPr></w:pPrDefault>
      </w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
      <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="40" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
      <w:style w:type="table" w:styleId="Sheet"><w:name w:val="Sheet"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="1D2126"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="C4CAD0"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="C4CAD0"/></w:tblBorders></w:tblPr></w:style>
      <xsl:call-template name="style"><xsl:with-param name="id">BodyText</xsl:with-param><xsl:with-param name="name">Body Text</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Title</xsl:with-param><xsl:with-param name="size">40</xsl:with-param><xsl:with-param name="bold">1</xsl:with-param><xsl:with-param name="keep">1</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Subtitle</xsl:with-param><xsl:with-param name="size">18</xsl:with-param><xsl:with-param name="bold">1</xsl:with-param><xsl:with-param name="colour">1F4F7D</xsl:with-param><xsl:with-param name="keep">1</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Heading1</xsl:with-param><xsl:with-param name="name">heading 1</xsl:with-param><xsl:with-param name="size">28</xsl:with-param><xsl:with-param name="bold">1</xsl:with-param><xsl:with-param name="colour">1F4F7D</xsl:with-param><xsl:with-param name="above">340</xsl:with-param><xsl:with-param name="keep">1</xsl:with-param><xsl:with-param name="level">0</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Heading2</xsl:with-param><xsl:with-param name="name">heading 2</xsl:with-param><xsl:with-param name="size">23</xsl:with-param><xsl:with-param name="bold">1</xsl:with-param><xsl:with-param name="above">230</xsl:with-param><xsl:with-param name="below">30</xsl:with-param><xsl:with-param name="keep">1</xsl:with-param><xsl:with-param name="level">1</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Lead</xsl:with-param><xsl:with-param name="above">110</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Summary</xsl:with-param><xsl:with-param name="size">22</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Facts</xsl:with-param><xsl:with-param name="size">18</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Break</xsl:with-param><xsl:with-param name="size">2</xsl:with-param><xsl:with-param name="below">0</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Source</xsl:with-param><xsl:with-param name="size">16</xsl:with-param><xsl:with-param name="colour">545C66</xsl:with-param><xsl:with-param name="below">80</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Classification</xsl:with-param><xsl:with-param name="bold">1</xsl:with-param><xsl:with-param name="align">center</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Note</xsl:with-param><xsl:with-param name="border">1</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">NoteTitle</xsl:with-param><xsl:with-param name="name">Note Title</xsl:with-param><xsl:with-param name="border">1</xsl:with-param><xsl:with-param name="bold">1</xsl:with-param><xsl:with-param name="size">16</xsl:with-param><xsl:with-param name="below">0</xsl:with-param><xsl:with-param name="keep">1</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">ListBullet</xsl:with-param><xsl:with-param name="name">List Bullet</xsl:with-param><xsl:with-param name="below">45</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Caption</xsl:with-param><xsl:with-param name="name">caption</xsl:with-param><xsl:with-param name="size">17</xsl:with-param><xsl:with-param name="bold">1</xsl:with-param><xsl:with-param name="colour">545C66</xsl:with-param><xsl:with-param name="below">60</xsl:with-param><xsl:with-param name="keep">1</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">TableContents</xsl:with-param><xsl:with-param name="name">Table Contents</xsl:with-param><xsl:with-param name="size">17</xsl:with-param><xsl:with-param name="below">0</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">TableHeading</xsl:with-param><xsl:with-param name="name">Table Heading</xsl:with-param><xsl:with-param name="size">17</xsl:with-param><xsl:with-param name="bold">1</xsl:with-param><xsl:with-param name="below">0</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">TableSquare</xsl:with-param><xsl:with-param name="name">Table Square</xsl:with-param><xsl:with-param name="size">16</xsl:with-param><xsl:with-param name="align">center</xsl:with-param><xsl:with-param name="below">0</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Gap</xsl:with-param><xsl:with-param name="size">8</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Reference</xsl:with-param><xsl:with-param name="size">18</xsl:with-param><xsl:with-param name="hanging">567</xsl:with-param><xsl:with-param name="below">60</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">TOCHeading</xsl:with-param><xsl:with-param name="name">TOC Heading</xsl:with-param><xsl:with-param name="size">28</xsl:with-param><xsl:with-param name="bold">1</xsl:with-param><xsl:with-param name="colour">1F4F7D</xsl:with-param><xsl:with-param name="above">340</xsl:with-param><xsl:with-param name="keep">1</xsl:with-param></xsl:call-template>
      <xsl:call-template name="contents-style"><xsl:with-param name="level">1</xsl:with-param></xsl:call-template>
      <xsl:call-template name="contents-style"><xsl:with-param name="level">2</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">FootnoteText</xsl:with-param><xsl:with-param name="name">footnote text</xsl:with-param><xsl:with-param name="size">16</xsl:with-param><xsl:with-param name="hanging">454</xsl:with-param><xsl:with-param name="below">0</xsl:with-param></xsl:call-template>
      <xsl:call-template name="style"><xsl:with-param name="id">Footer</xsl:with-param><xsl:with-param name="name">footer</xsl:with-param><xsl:with-param name="size">16</xsl:with-param><xsl:with-param name="colour">545C66</xsl:with-param><xsl:with-param name="align">right</xsl:with-param></xsl:call-template>
      <w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:color w:val="1F4F7D"/><w:vertAlign w:val="baseline"/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1F4F7D"/><w:u w:val="single"/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="PlainLink"><w:name w:val="Plain Link"/><w:rPr><w:color w:val="1F4F7D"/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="SourceText"><w:name w:val="Source Text"/><w:rPr><w:rFonts w:ascii="DejaVu Sans Mono" w:hAnsi="DejaVu Sans Mono"/><w:sz w:val="15"/></w:rPr></w:style>
    </w:styles>
  </xsl:template>
</xsl:stylesheet>
