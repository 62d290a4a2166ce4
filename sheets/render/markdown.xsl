<?xml version="1.0" encoding="UTF-8"?>
<!-- A sheet as Markdown: CommonMark with pipe tables. Every string of the data goes through r:markdown(), every address
     through r:markdown-url(); anchors hold nothing that Markdown or HTML reads. A paragraph is one line. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:s="urn:gairo:sheet:1"
                xmlns:r="urn:gairo:render:1" exclude-result-prefixes="s r">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>

  <xsl:key name="items" match="s:item" use="@id"/>
  <xsl:variable name="line" select="'&#10;'"/>
  <xsl:variable name="gap" select="'&#10;&#10;'"/>
  <!-- A sheet that is meant for few pages says the same in less room, as document.xsl does. -->
  <xsl:variable name="short" select="boolean(/s:sheet/@pages)"/>
  <xsl:variable name="not-checked">
    <xsl:text>*not yet checked</xsl:text>
    <xsl:if test="not($short)"> against the paper's text</xsl:if>
    <xsl:text>*</xsl:text>
  </xsl:variable>

  <!-- The page -->

  <xsl:template match="/s:sheet">
    <xsl:if test="@classification"><xsl:value-of select="concat('**', r:markdown(@classification), '**', $gap)"/></xsl:if>
    <xsl:value-of select="concat('# ', r:markdown(s:title), $gap)"/>
    <xsl:if test="@template-title"><xsl:value-of select="concat(r:markdown(@template-title), ' · ')"/></xsl:if>
    <xsl:value-of select="r:markdown(@date-text)"/>
    <xsl:if test="@known-on"><xsl:value-of select="concat(' · as known on ', r:markdown(@known-on-text))"/></xsl:if>
    <xsl:if test="s:group[@name = 'law'] or s:section[@name = 'state-of-the-law']">
      <xsl:value-of select="concat(' · state of the law on ', r:markdown(@as-of-text))"/>
    </xsl:if>
    <xsl:value-of select="$gap"/>
    <xsl:if test="@audience or @author">
      <xsl:if test="@audience"><xsl:value-of select="concat('For ', r:markdown(@audience))"/></xsl:if>
      <xsl:if test="@audience and @author"> · </xsl:if>
      <xsl:if test="@author"><xsl:value-of select="concat('By ', r:markdown(@author))"/></xsl:if>
      <xsl:value-of select="$gap"/>
    </xsl:if>
    <xsl:if test="s:balance or s:unchecked">
      <xsl:value-of select="s:balance"/>
      <xsl:if test="s:balance and s:unchecked"><xsl:text> </xsl:text></xsl:if>
      <xsl:value-of select="s:unchecked"/>
      <xsl:value-of select="$gap"/>
    </xsl:if>
    <xsl:if test="@items &gt; 1 and (@template = 'items' or @template = 'report' or not(@template))"><xsl:call-template name="contents"/></xsl:if>
    <xsl:apply-templates select="s:section | s:group"/>
    <xsl:apply-templates select="s:gone"/>
    <xsl:apply-templates select="s:scale"/>
    <xsl:apply-templates select="s:references"/>
    <xsl:apply-templates select="s:provenance"/>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:param name="level" select="'##'"/>
    <xsl:param name="anchor"/>
    <xsl:param name="title"/>
    <xsl:value-of select="concat($level, ' &lt;a id=&quot;', $anchor, '&quot;&gt;&lt;/a&gt;', r:markdown($title), $gap)"/>
  </xsl:template>

  <xsl:template name="contents">
    <xsl:value-of select="concat('## What is in it', $gap)"/>
    <xsl:for-each select="s:section | s:group">
      <xsl:value-of select="concat('- [', r:markdown(@title), '](#', name(), '-', @name, ')', $line)"/>
      <xsl:for-each select="s:item">
        <xsl:value-of select="concat('  - [', r:markdown(s:title), '](#', @anchor, ')', $line)"/>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:if test="s:scale"><xsl:value-of select="concat('- [Levels of openness](#scale)', $line)"/></xsl:if>
    <xsl:if test="s:references"><xsl:value-of select="concat('- [References](#references)', $line)"/></xsl:if>
    <xsl:value-of select="concat('- [Where this is from](#provenance)', $gap)"/>
  </xsl:template>

  <xsl:template match="s:group">
    <xsl:call-template name="heading">
      <xsl:with-param name="anchor" select="concat('group-', @name)"/>
      <xsl:with-param name="title" select="@title"/>
    </xsl:call-template>
    <xsl:apply-templates select="s:item"/>
  </xsl:template>

  <!-- Sections of a template -->

  <xsl:template match="s:section">
    <xsl:call-template name="heading">
      <xsl:with-param name="anchor" select="concat('section-', @name)"/>
      <xsl:with-param name="title" select="@title"/>
    </xsl:call-template>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="s:table">
    <xsl:value-of select="concat(r:markdown(@title), ':', $gap)"/>
    <xsl:for-each select="s:column"><xsl:value-of select="concat('| ', r:markdown(.), ' ')"/></xsl:for-each>
    <xsl:value-of select="concat('|', $line)"/>
    <xsl:for-each select="s:column">| --- </xsl:for-each>
    <xsl:value-of select="concat('|', $line)"/>
    <xsl:for-each select="s:row">
      <xsl:for-each select="s:value">
        <xsl:text>| </xsl:text>
        <xsl:choose>
          <xsl:when test="s:text = key('items', ../@id)/s:title">
            <xsl:value-of select="concat('[', r:markdown(s:text), '](#', key('items', ../@id)/@anchor, ')')"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="r:markdown(s:text)"/></xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="s:cite"/>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:value-of select="concat('|', $line)"/>
    </xsl:for-each>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="s:chart">
    <xsl:value-of select="concat(r:markdown(@title), ' (', r:markdown(@unit), '):', $gap, '| ')"/>
    <xsl:for-each select="s:series"><xsl:value-of select="concat('| ', r:markdown(.), ' ')"/></xsl:for-each>
    <xsl:value-of select="concat('|', $line, '| --- ')"/>
    <xsl:for-each select="s:series">| ---: </xsl:for-each>
    <xsl:value-of select="concat('|', $line)"/>
    <xsl:for-each select="s:bar">
      <xsl:value-of select="concat('| ', r:markdown(@title), ' ')"/>
      <xsl:for-each select="s:amount"><xsl:value-of select="concat('| ', @value, ' ')"/></xsl:for-each>
      <xsl:value-of select="concat('|', $line)"/>
    </xsl:for-each>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="s:matrix">
    <xsl:value-of select="concat(r:markdown(@title), ':', $gap, '| ')"/>
    <xsl:for-each select="s:component"><xsl:value-of select="concat('| ', r:markdown(.), ' ')"/></xsl:for-each>
    <xsl:value-of select="concat('|', $line, '| --- ')"/>
    <xsl:for-each select="s:component">| :---: </xsl:for-each>
    <xsl:value-of select="concat('|', $line)"/>
    <xsl:for-each select="s:model">
      <xsl:value-of select="concat('| ', r:markdown(@title), ' ')"/>
      <xsl:for-each select="s:square"><xsl:value-of select="concat('| ', r:markdown(.), ' ')"/></xsl:for-each>
      <xsl:value-of select="concat('|', $line)"/>
    </xsl:for-each>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="s:attribution">
    <xsl:choose>
      <xsl:when test="@href"><xsl:value-of select="concat('[', r:markdown(.), '](', r:markdown-url(@href), ')', $gap)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(r:markdown(.), $gap)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An item -->

  <xsl:template match="s:item">
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="'###'"/>
      <xsl:with-param name="anchor" select="@anchor"/>
      <xsl:with-param name="title" select="s:title"/>
    </xsl:call-template>
    <xsl:if test="not($short) or starts-with(../@name, 'heading-')">
      <xsl:value-of select="concat('**', r:markdown(@kind-title), '** ')"/>
    </xsl:if>
    <xsl:if test="not($short)"><xsl:call-template name="id"/></xsl:if>
    <xsl:for-each select="s:provenance/s:cite">
      <xsl:if test="position() &gt; 1">;</xsl:if>
      <xsl:apply-templates select="." mode="item"/>
    </xsl:for-each>
    <xsl:if test="s:provenance/@review-text">
      <xsl:text>; </xsl:text>
      <xsl:choose>
        <xsl:when test="s:provenance/@review = 'checked'">
          <xsl:value-of select="r:markdown(s:provenance/@review-text)"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="concat('**', r:markdown(s:provenance/@review-text), '**')"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:if>
    <xsl:value-of select="$gap"/>
    <xsl:if test="s:summary"><xsl:value-of select="concat(r:markdown(s:summary), $gap)"/></xsl:if>
    <xsl:for-each select="s:body/s:p"><xsl:value-of select="concat(r:markdown(.), $gap)"/></xsl:for-each>
    <xsl:if test="s:state or s:event or s:field">
      <xsl:apply-templates select="s:state"/>
      <xsl:if test="s:event">
        <xsl:value-of select="concat('- **Dates:**', $line)"/>
        <xsl:apply-templates select="s:event"/>
      </xsl:if>
      <xsl:apply-templates select="s:field"/>
      <xsl:if test="s:cells or not(s:links)"><xsl:value-of select="$line"/></xsl:if>
    </xsl:if>
    <xsl:apply-templates select="s:cells"/>
    <xsl:if test="s:links">
      <xsl:apply-templates select="s:links"/>
      <xsl:value-of select="$line"/>
    </xsl:if>
    <xsl:apply-templates select="s:attribution"/>
    <xsl:apply-templates select="s:note"/>
  </xsl:template>

  <xsl:template name="id">
    <xsl:choose>
      <xsl:when test="contains(@id, '`')"><xsl:value-of select="r:markdown(@id)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('`', @id, '`')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="s:state">
    <xsl:text>- **State</xsl:text>
    <xsl:if test="@in-the-paper"> as in the paper</xsl:if>
    <xsl:value-of select="concat(':** ', r:markdown(.), ' (as of ', r:markdown(@on-text), ')', $line)"/>
  </xsl:template>

  <xsl:template match="s:event">
    <xsl:value-of select="concat('  - ', r:markdown(@date-text), ': ', r:markdown(@type-title))"/>
    <xsl:if test="string(.)"><xsl:value-of select="concat(' – ', r:markdown(.))"/></xsl:if>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="s:field">
    <xsl:value-of select="concat('- **', r:markdown(@title), ':** ')"/>
    <xsl:if test="@missing">*not seen in the paper*</xsl:if>
    <xsl:for-each select="s:entry">
      <xsl:if test="position() &gt; 1">
        <xsl:choose>
          <xsl:when test="../s:entry/s:p"><xsl:value-of select="concat($gap, '  ')"/></xsl:when>
          <xsl:otherwise>, </xsl:otherwise>
        </xsl:choose>
      </xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="s:entry">
    <xsl:choose>
      <xsl:when test="@href">
        <xsl:value-of select="concat('[', r:markdown(@value), '](', r:markdown-url(@href), ')')"/>
      </xsl:when>
      <xsl:when test="@value and s:p"><xsl:value-of select="concat(r:markdown(@value-title), '. ')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="r:markdown(@value-title)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="s:p">
      <xsl:if test="position() &gt; 1"><xsl:value-of select="concat($gap, '  ')"/></xsl:if>
      <xsl:value-of select="r:markdown(.)"/>
    </xsl:for-each>
    <xsl:apply-templates select="s:cite[@own]"/>
  </xsl:template>

  <xsl:template match="s:links">
    <xsl:value-of select="concat('- **', r:markdown(@title), ':**')"/>
    <xsl:choose>
      <xsl:when test="count(s:link) = 1 or not(s:link/s:statement/s:why or s:link/@number or s:link[contains(s:title, ',')])">
        <xsl:for-each select="s:link">
          <xsl:if test="position() &gt; 1">,</xsl:if>
          <xsl:text> </xsl:text>
          <xsl:call-template name="link"/>
        </xsl:for-each>
        <xsl:value-of select="$line"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$line"/>
        <xsl:for-each select="s:link">
          <xsl:text>  - </xsl:text>
          <xsl:call-template name="link"/>
          <xsl:value-of select="$line"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="link">
    <xsl:choose>
      <xsl:when test="$short and @work and s:statement/s:why"><xsl:value-of select="concat(r:markdown(@work), ':')"/></xsl:when>
      <xsl:when test="@anchor"><xsl:value-of select="concat('[', r:markdown(s:title), '](#', @anchor, ')')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="r:markdown(s:title)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@number and not(s:statement/s:cite[@own]/@number = @number)">
      <xsl:text> </xsl:text>
      <xsl:call-template name="number"/>
    </xsl:if>
    <xsl:for-each select="s:statement">
      <xsl:if test="s:why">
        <xsl:choose><xsl:when test="$short and ../@work and position() = 1"><xsl:text> </xsl:text></xsl:when><xsl:otherwise> – </xsl:otherwise></xsl:choose>
        <xsl:value-of select="r:markdown(s:why)"/>
      </xsl:if>
      <xsl:apply-templates select="s:cite[@own]"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="s:note">
    <xsl:value-of select="concat('&gt; **Note by the author of this sheet**', $line)"/>
    <xsl:for-each select="s:p">
      <xsl:value-of select="concat('&gt;', $line, '&gt; ', r:markdown(.), $line)"/>
    </xsl:for-each>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <!-- Citations -->

  <xsl:template name="number">
    <xsl:value-of select="concat('[\[', @number, '\]](#reference-', @number, ')')"/>
  </xsl:template>

  <xsl:template name="place">
    <xsl:text> </xsl:text>
    <xsl:call-template name="number"/>
    <xsl:if test="@locator"><xsl:value-of select="concat(' ', r:markdown(@locator))"/></xsl:if>
  </xsl:template>

  <xsl:template name="basis">
    <xsl:choose>
      <xsl:when test="@unchecked"><xsl:value-of select="$not-checked"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="r:markdown(@basis-title)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="s:cite">
    <xsl:call-template name="place"/>
    <xsl:if test="not(ancestor::s:item) or not(ancestor::s:item/s:provenance/s:cite[@basis = current()/@basis
                and boolean(@unchecked) = boolean(current()/@unchecked)])">
      <xsl:text> (</xsl:text>
      <xsl:call-template name="basis"/>
      <xsl:text>)</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="s:cite" mode="item">
    <xsl:call-template name="place"/>
    <xsl:text> – </xsl:text>
    <xsl:call-template name="basis"/>
  </xsl:template>

  <!-- A model's components -->

  <xsl:template match="s:cells">
    <xsl:value-of select="concat('| Pipeline | Component | Level | Licence, as spelt | Note |', $line)"/>
    <xsl:value-of select="concat('| --- | --- | --- | --- | --- |', $line)"/>
    <xsl:apply-templates select="s:cell"/>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <!-- Of several sources: a row for each component, what each says side by side, and their remarks once. -->
  <xsl:template match="s:cells[@several-sources]">
    <xsl:text>| Pipeline | Component |</xsl:text>
    <xsl:for-each select="s:opinion"><xsl:value-of select="concat(' ', r:markdown(@source), ' |')"/></xsl:for-each>
    <xsl:value-of select="concat($line, '| --- | --- |')"/>
    <xsl:for-each select="s:opinion"> --- |</xsl:for-each>
    <xsl:value-of select="$line"/>
    <xsl:for-each select="s:cell[not(@component = preceding-sibling::s:cell/@component)]">
      <xsl:variable name="component" select="@component"/>
      <xsl:value-of select="concat('| ', r:markdown(@pipeline), ' | ', r:markdown(@title), ' |')"/>
      <xsl:for-each select="../s:opinion">
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="../s:cell[@component = $component][@source = current()/@source]" mode="opinion"/>
        <xsl:text> |</xsl:text>
      </xsl:for-each>
      <xsl:value-of select="$line"/>
    </xsl:for-each>
    <xsl:value-of select="$line"/>
    <xsl:for-each select="s:remark">
      <xsl:value-of select="concat('- ', r:markdown(concat(@source, ': ', ., ' (', @components, ')')), $line)"/>
    </xsl:for-each>
    <xsl:if test="s:remark"><xsl:value-of select="$line"/></xsl:if>
  </xsl:template>

  <xsl:template match="s:cell" mode="opinion">
      <xsl:choose>
        <xsl:when test="@level"><xsl:value-of select="concat(@level, ' ', @openness)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="r:markdown(@value-title)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@licence"><xsl:value-of select="concat(', ', r:markdown(@licence))"/></xsl:if>
      <xsl:if test="not(@licence) and @level and @openness != 'closed'">, no licence named</xsl:if>
      <xsl:if test="@guess"><xsl:value-of select="concat('; guess: ', r:markdown(@guess))"/></xsl:if>
  </xsl:template>

  <xsl:template match="s:cell">
    <xsl:value-of select="concat('| ', r:markdown(@pipeline), ' | ', r:markdown(@title), ' | ')"/>
    <xsl:choose>
      <xsl:when test="@level"><xsl:value-of select="concat(@level, ' ', @openness)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="r:markdown(@value-title)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text> | </xsl:text>
    <xsl:value-of select="r:markdown(@licence)"/>
    <xsl:if test="not(@licence) and @level and @openness != 'closed'">none named</xsl:if>
    <xsl:text> | </xsl:text>
    <xsl:if test="@guess"><xsl:value-of select="concat('guess: ', r:markdown(@guess))"/></xsl:if>
    <xsl:if test="@guess and string(.)">; </xsl:if>
    <xsl:value-of select="r:markdown(.)"/>
    <xsl:value-of select="concat(' |', $line)"/>
  </xsl:template>

  <xsl:template match="s:scale">
    <xsl:call-template name="heading">
      <xsl:with-param name="anchor" select="'scale'"/>
      <xsl:with-param name="title" select="'Levels of openness'"/>
    </xsl:call-template>
    <xsl:value-of select="r:markdown(s:note)"/>
    <xsl:apply-templates select="s:level[s:cite][1]/s:cite"/>
    <xsl:value-of select="$gap"/>
    <xsl:if test="s:level">
      <xsl:value-of select="concat('| Level | Counts as | Meaning |', $line, '| --- | --- | --- |', $line)"/>
      <xsl:for-each select="s:level">
        <xsl:value-of select="concat('| ', r:markdown(@code), ' | ', r:markdown(@openness), ' | ', r:markdown(s:title))"/>
        <xsl:if test="s:summary"><xsl:value-of select="concat(' – ', r:markdown(s:summary))"/></xsl:if>
        <xsl:value-of select="concat(' |', $line)"/>
      </xsl:for-each>
      <xsl:value-of select="$line"/>
    </xsl:if>
  </xsl:template>

  <!-- The end matter -->

  <xsl:template match="s:gone">
    <xsl:call-template name="heading">
      <xsl:with-param name="anchor" select="'gone'"/>
      <xsl:with-param name="title" select="'No longer in the data'"/>
    </xsl:call-template>
    <xsl:value-of select="concat('These were put in the sheet and have since left the data.', $gap)"/>
    <xsl:for-each select="s:entry">
      <xsl:value-of select="concat('- ', r:markdown(s:title), ' ')"/>
      <xsl:call-template name="id"/>
      <xsl:for-each select="s:note">
        <xsl:text> – Note by the author of this sheet:</xsl:text>
        <xsl:for-each select="s:p"><xsl:value-of select="concat(' ', r:markdown(.))"/></xsl:for-each>
      </xsl:for-each>
      <xsl:value-of select="$line"/>
    </xsl:for-each>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="s:references">
    <xsl:call-template name="heading">
      <xsl:with-param name="anchor" select="'references'"/>
      <xsl:with-param name="title" select="'References'"/>
    </xsl:call-template>
    <xsl:apply-templates/>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="s:reference">
    <xsl:value-of select="concat(@number, '. &lt;a id=&quot;reference-', @number, '&quot;&gt;&lt;/a&gt;')"/>
    <xsl:if test="s:authors">
      <xsl:value-of select="r:markdown(s:authors)"/>
      <xsl:if test="s:year"><xsl:value-of select="concat(' (', r:markdown(s:year), ')')"/></xsl:if>
      <xsl:text>. </xsl:text>
    </xsl:if>
    <xsl:value-of select="concat('*', r:markdown(s:title), '*')"/>
    <xsl:if test="not(s:authors) and s:year"><xsl:value-of select="concat(' (', r:markdown(s:year), ')')"/></xsl:if>
    <xsl:if test="@missing"> (not in the data)</xsl:if>
    <xsl:if test="@missing or (not(s:authors) and s:year) or translate(substring(s:title, string-length(s:title)), '?!', '..') != '.'">.</xsl:if>
    <xsl:if test="s:identifier"><xsl:value-of select="concat(' ', r:markdown(s:identifier), '.')"/></xsl:if>
    <xsl:for-each select="s:url[not($short and ../s:identifier and (starts-with(../s:identifier, 'arXiv:') or starts-with(../s:identifier, 'doi:')))]">
      <xsl:choose>
        <xsl:when test="@href">
          <xsl:value-of select="concat(' [', r:markdown(.), '](', r:markdown-url(@href), ')')"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="concat(' ', r:markdown(.))"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="/s:sheet/s:provenance">
    <xsl:call-template name="heading">
      <xsl:with-param name="anchor" select="'provenance'"/>
      <xsl:with-param name="title" select="'Where this is from'"/>
    </xsl:call-template>
    <xsl:if test="s:basis">
      <xsl:value-of select="concat('Each statement names its source and its basis, that is, how it is known:', $gap)"/>
      <xsl:for-each select="s:basis">
        <xsl:text>- </xsl:text>
        <xsl:choose>
          <xsl:when test="@name = 'paper'"><xsl:value-of select="$not-checked"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('**', r:markdown(@title), '**')"/></xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="concat(' – ', r:markdown(.), $line)"/>
      </xsl:for-each>
      <xsl:value-of select="$line"/>
    </xsl:if>
    <xsl:if test="s:source">
      <xsl:value-of select="concat('Data:', $gap)"/>
      <xsl:apply-templates select="s:source"/>
      <xsl:value-of select="$line"/>
    </xsl:if>
    <xsl:value-of select="concat('Made with ', r:markdown(@generator), ' ', r:markdown(@version), ' on ',
                                 r:markdown(/s:sheet/@date-text), '.', $line)"/>
  </xsl:template>

  <xsl:template match="s:source">
    <xsl:text>- </xsl:text>
    <xsl:choose>
      <xsl:when test="@href">
        <xsl:value-of select="concat('[', r:markdown(s:title), '](', r:markdown-url(@href), ')')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="r:markdown(s:title)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@version"><xsl:value-of select="concat(', version ', r:markdown(@version))"/></xsl:if>
    <xsl:if test="@date"><xsl:value-of select="concat(', as known on ', r:markdown(@date-text))"/></xsl:if>
    <xsl:choose>
      <xsl:when test="@licence"><xsl:value-of select="concat(', licence ', r:markdown(@licence))"/></xsl:when>
      <xsl:otherwise>, no licence stated</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@share-alike"> (text taken from it stays under that licence)</xsl:if>
    <xsl:if test="s:cite-as"><xsl:value-of select="concat('. Cite as: ', r:markdown(s:cite-as))"/></xsl:if>
    <xsl:value-of select="$line"/>
  </xsl:template>
</xsl:stylesheet>
