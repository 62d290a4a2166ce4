<?xml version="1.0" encoding="UTF-8"?>
<!-- A sheet as a document: headings, paragraphs, lists, tables, charts, in the order and the words to be shown, for the outputs that
     are laid out (text, ODT, DOCX, PDF). docs/outputs.md tells what is in it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:s="urn:gairo:sheet:1"
                xmlns="urn:gairo:document:1" exclude-result-prefixes="s">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="*"/>

  <xsl:key name="items" match="s:item" use="@id"/>

  <!-- A sheet that is meant for few pages says the same in less room: facts in one line, two columns, references closely set. -->
  <xsl:variable name="short" select="boolean(/s:sheet/@pages)"/>
  <xsl:variable name="not-checked">
    <xsl:text>not yet checked</xsl:text>
    <xsl:if test="not($short)"> against the paper's text</xsl:if>
  </xsl:variable>

  <!-- The page -->

  <xsl:template match="/s:sheet">
    <document lang="{@lang}" date="{@date}" template="{@template}" title="{s:title}">
      <xsl:copy-of select="@author | @audience | @classification | @pages"/>
      <!-- Seven columns of text take a page laid on its side. -->
      <xsl:if test="s:section/s:table[count(s:column) &gt; 6]"><xsl:attribute name="wide">yes</xsl:attribute></xsl:if>
      <xsl:if test="@classification"><p style="classification"><xsl:value-of select="@classification"/></p></xsl:if>
      <p style="kicker"><xsl:value-of select="@template-title"/></p>
      <h level="1"><xsl:value-of select="s:title"/></h>
      <p style="meta">
        <xsl:value-of select="@date-text"/>
        <xsl:if test="@known-on"> · as known on <xsl:value-of select="@known-on-text"/></xsl:if>
        <xsl:if test="s:group[@name = 'law'] or s:section[@name = 'state-of-the-law']"> · state of the law on <xsl:value-of select="@as-of-text"/></xsl:if>
      </p>
      <xsl:if test="@audience or @author">
        <p style="meta">
          <xsl:if test="@audience">For <xsl:value-of select="@audience"/></xsl:if>
          <xsl:if test="@audience and @author"> · </xsl:if>
          <xsl:if test="@author">By <xsl:value-of select="@author"/></xsl:if>
        </p>
      </xsl:if>
      <xsl:if test="s:balance or s:unchecked">
        <p style="lead">
          <xsl:value-of select="s:balance"/>
          <xsl:if test="s:balance and s:unchecked"><xsl:text> </xsl:text></xsl:if>
          <xsl:value-of select="s:unchecked"/>
        </p>
      </xsl:if>
      <xsl:if test="@items &gt; 1 and (@template = 'items' or @template = 'report' or not(@template))"><xsl:call-template name="contents"/></xsl:if>
      <xsl:choose>
        <xsl:when test="$short"><xsl:apply-templates select="s:section | s:group" mode="short"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="s:section | s:group"/></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="s:gone"/>
      <xsl:apply-templates select="s:scale"/>
      <xsl:apply-templates select="s:references"/>
      <xsl:apply-templates select="s:provenance"/>
    </document>
  </xsl:template>

  <xsl:template name="contents">
    <h level="2" id="contents">What is in it</h>
    <list contents="yes">
      <xsl:for-each select="s:section | s:group">
        <li level="1"><r to="{concat(name(), '-', @name)}"><xsl:value-of select="@title"/></r></li>
        <xsl:for-each select="s:item"><li level="2"><r to="{@anchor}"><xsl:value-of select="s:title"/></r></li></xsl:for-each>
      </xsl:for-each>
      <xsl:if test="s:gone"><li level="1"><r to="gone">No longer in the data</r></li></xsl:if>
      <xsl:if test="s:scale"><li level="1"><r to="scale">Levels of openness</r></li></xsl:if>
      <xsl:if test="s:references"><li level="1"><r to="references">References</r></li></xsl:if>
      <li level="1"><r to="provenance">Where this is from</r></li>
    </list>
  </xsl:template>

  <xsl:template match="s:group">
    <h level="2" id="group-{@name}"><xsl:value-of select="@title"/></h>
    <xsl:apply-templates select="s:item"/>
  </xsl:template>

  <!-- Groups that follow one another share their columns; a cell is not torn apart. -->
  <xsl:template match="s:section" mode="short">
    <h level="2" id="section-{@name}"><xsl:value-of select="@title"/></h>
    <xsl:for-each select="*">
      <xsl:choose>
        <xsl:when test="self::s:table[count(s:column) &lt; 6]"><xsl:apply-templates select="." mode="short"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
  <!-- A row is a paragraph: columns of a few words each would take more lines. -->
  <xsl:template match="s:table" mode="short">
    <p style="caption" keep="yes"><xsl:value-of select="@title"/></p>
    <columns>
      <xsl:for-each select="s:row">
        <cell>
          <p style="facts">
            <xsl:for-each select="s:value[s:text or s:cite]">
              <xsl:variable name="place" select="count(preceding-sibling::s:value) + 1"/>
              <xsl:choose>
                <xsl:when test="$place = 1"><r b="yes"><xsl:value-of select="s:text"/></r></xsl:when>
                <xsl:otherwise>
                  <xsl:text> · </xsl:text>
                  <r i="yes"><xsl:value-of select="concat(../../s:column[$place], ':')"/></r>
                  <xsl:value-of select="concat(' ', s:text)"/>
                </xsl:otherwise>
              </xsl:choose>
              <xsl:apply-templates select="s:cite"/>
            </xsl:for-each>
          </p>
        </cell>
      </xsl:for-each>
    </columns>
  </xsl:template>
  <xsl:template match="s:group" mode="short">
    <xsl:if test="not(preceding-sibling::*[1][self::s:group])">
      <columns>
        <xsl:call-template name="cells-of-group"/>
      </columns>
    </xsl:if>
  </xsl:template>
  <xsl:template name="cells-of-group">
    <xsl:for-each select="s:item">
      <cell>
        <xsl:if test="position() = 1"><h level="2" id="group-{../@name}"><xsl:value-of select="../@title"/></h></xsl:if>
        <xsl:apply-templates select="." mode="short"/>
      </cell>
    </xsl:for-each>
    <xsl:for-each select="following-sibling::*[1][self::s:group]"><xsl:call-template name="cells-of-group"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="s:section">
    <h level="2" id="section-{@name}"><xsl:value-of select="@title"/></h>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="s:table">
    <table title="{@title}">
      <xsl:for-each select="s:column"><col share="{@share}"><xsl:value-of select="."/></col></xsl:for-each>
      <xsl:for-each select="s:row">
        <tr>
          <xsl:for-each select="s:value">
            <td>
              <xsl:choose>
                <xsl:when test="s:text = key('items', ../@id)/s:title">
                  <r b="yes" to="{key('items', ../@id)/@anchor}"><xsl:value-of select="s:text"/></r>
                </xsl:when>
                <xsl:when test="position() = 1 and s:cite"><r b="yes"><xsl:value-of select="s:text"/></r></xsl:when>
                <xsl:otherwise><xsl:value-of select="s:text"/></xsl:otherwise>
              </xsl:choose>
              <xsl:apply-templates select="s:cite"/>
            </td>
          </xsl:for-each>
        </tr>
      </xsl:for-each>
    </table>
  </xsl:template>

  <xsl:template match="s:chart">
    <chart title="{@title}" unit="{@unit}">
      <xsl:for-each select="s:series"><series><xsl:value-of select="."/></series></xsl:for-each>
      <xsl:for-each select="s:bar">
        <bar title="{@title}"><xsl:for-each select="s:amount"><amount value="{@value}"/></xsl:for-each></bar>
      </xsl:for-each>
    </chart>
  </xsl:template>

  <xsl:template match="s:matrix">
    <matrix title="{@title}">
      <xsl:for-each select="s:component"><component pipeline="{@pipeline}"><xsl:value-of select="."/></component></xsl:for-each>
      <xsl:for-each select="s:model">
        <model title="{@title}">
          <xsl:for-each select="s:square"><square openness="{@openness}"><xsl:value-of select="."/></square></xsl:for-each>
        </model>
      </xsl:for-each>
    </matrix>
  </xsl:template>

  <!-- An item -->

  <xsl:template match="s:item">
    <h level="3" id="{@anchor}"><xsl:value-of select="s:title"/></h>
    <p style="source">
      <xsl:if test="s:summary or s:body or s:state or s:event or s:field or s:links"><xsl:attribute name="keep">yes</xsl:attribute></xsl:if>
      <r b="yes"><xsl:value-of select="@kind-title"/></r>
      <xsl:text> </xsl:text>
      <r m="yes"><xsl:value-of select="@id"/></r>
      <xsl:for-each select="s:provenance/s:cite">
        <xsl:if test="position() &gt; 1">;</xsl:if>
        <xsl:apply-templates select="." mode="item"/>
      </xsl:for-each>
      <xsl:if test="s:provenance/@review-text">
        <xsl:text>; </xsl:text>
        <xsl:choose>
          <xsl:when test="s:provenance/@review = 'checked'"><xsl:value-of select="s:provenance/@review-text"/></xsl:when>
          <xsl:otherwise><r b="yes"><xsl:value-of select="s:provenance/@review-text"/></r></xsl:otherwise>
        </xsl:choose>
      </xsl:if>
    </p>
    <xsl:if test="s:summary"><p style="summary"><xsl:value-of select="s:summary"/></p></xsl:if>
    <xsl:for-each select="s:body/s:p"><p style="body"><xsl:value-of select="."/></p></xsl:for-each>
    <xsl:if test="s:state or s:event or s:field">
      <list>
        <xsl:apply-templates select="s:state"/>
        <xsl:if test="s:event"><li level="1" keep="yes"><r b="yes">Dates:</r></li></xsl:if>
        <xsl:apply-templates select="s:event"/>
        <xsl:apply-templates select="s:field"/>
        <xsl:if test="not(s:cells)"><xsl:apply-templates select="s:links"/></xsl:if>
      </list>
    </xsl:if>
    <xsl:apply-templates select="s:cells"/>
    <xsl:if test="s:links and (s:cells or not(s:state or s:event or s:field))">
      <list><xsl:apply-templates select="s:links"/></list>
    </xsl:if>
    <xsl:apply-templates select="s:attribution"/>
    <xsl:apply-templates select="s:note"/>
  </xsl:template>

  <xsl:template match="s:item" mode="short">
    <h level="3" id="{@anchor}"><xsl:value-of select="s:title"/></h>
    <xsl:if test="s:summary"><p style="summary"><xsl:value-of select="s:summary"/></p></xsl:if>
    <p style="facts">
      <xsl:if test="starts-with(../@name, 'heading-')"><r b="yes"><xsl:value-of select="@kind-title"/></r><xsl:text> · </xsl:text></xsl:if>
      <xsl:for-each select="s:state | s:field | s:links">
        <xsl:apply-templates select="." mode="short"/>
        <xsl:text> · </xsl:text>
      </xsl:for-each>
      <xsl:for-each select="s:provenance/s:cite">
        <xsl:if test="position() &gt; 1">; </xsl:if>
        <n number="{@number}">[<xsl:value-of select="@number"/>]</n>
        <xsl:text> – </xsl:text>
        <xsl:call-template name="basis"/>
      </xsl:for-each>
      <xsl:if test="s:provenance/@review-text"><xsl:value-of select="concat('; ', s:provenance/@review-text)"/></xsl:if>
    </p>
    <xsl:apply-templates select="s:attribution"/>
    <xsl:apply-templates select="s:note"/>
  </xsl:template>

  <xsl:template match="s:state" mode="short">
    <r b="yes">State<xsl:if test="@in-the-paper"> as in the paper</xsl:if>:</r>
    <xsl:value-of select="concat(' ', ., ' (as of ', @on-text, ')')"/>
  </xsl:template>
  <xsl:template match="s:field" mode="short">
    <r b="yes"><xsl:value-of select="@title"/>:</r>
    <xsl:text> </xsl:text>
    <xsl:if test="@missing"><r i="yes">not seen in the paper</r></xsl:if>
    <xsl:for-each select="s:entry">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:apply-templates select="."/>
      <xsl:for-each select="s:p[position() &gt; 1]"><xsl:value-of select="concat(' ', .)"/></xsl:for-each>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="s:links" mode="short">
    <r b="yes"><xsl:value-of select="@title"/>:</r>
    <xsl:for-each select="s:link">
      <xsl:if test="position() &gt; 1">;</xsl:if>
      <xsl:text> </xsl:text>
      <xsl:call-template name="link"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="s:attribution">
    <p style="source">
      <xsl:choose>
        <xsl:when test="@href"><r href="{@href}"><xsl:value-of select="."/></r></xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <xsl:template match="s:state">
    <li level="1">
      <r b="yes">State<xsl:if test="@in-the-paper"> as in the paper</xsl:if>:</r>
      <xsl:value-of select="concat(' ', ., ' (as of ', @on-text, ')')"/>
    </li>
  </xsl:template>

  <xsl:template match="s:event">
    <li level="2">
      <xsl:value-of select="concat(@date-text, ': ', @type-title)"/>
      <xsl:if test="string(.)"><xsl:value-of select="concat(' – ', .)"/></xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="s:field">
    <li level="1">
      <r b="yes"><xsl:value-of select="@title"/>:</r>
      <xsl:text> </xsl:text>
      <xsl:if test="@missing"><r i="yes">not seen in the paper</r></xsl:if>
      <xsl:choose>
        <xsl:when test="s:entry/s:p"><xsl:apply-templates select="s:entry[1]"/></xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="s:entry">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:apply-templates select="."/>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </li>
    <xsl:if test="s:entry/s:p">
      <xsl:for-each select="s:entry">
        <xsl:if test="position() &gt; 1"><li level="1" continued="yes"><xsl:apply-templates select="."/></li></xsl:if>
        <xsl:apply-templates select="s:p[position() &gt; 1]" mode="more"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="s:entry">
    <xsl:choose>
      <xsl:when test="@href"><r href="{@href}"><xsl:value-of select="@value"/></r></xsl:when>
      <xsl:when test="@value and s:p"><r b="yes"><xsl:value-of select="@value-title"/></r>. </xsl:when>
      <xsl:otherwise><xsl:value-of select="@value-title"/></xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="s:p[1]"/>
    <xsl:if test="not(s:p[2])"><xsl:apply-templates select="s:cite[@own]"/></xsl:if>
  </xsl:template>

  <xsl:template match="s:p" mode="more">
    <li level="1" continued="yes">
      <xsl:value-of select="."/>
      <xsl:if test="position() = last()"><xsl:apply-templates select="../s:cite[@own]"/></xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="s:links">
    <xsl:choose>
      <xsl:when test="count(s:link) = 1 or not(s:link/s:statement/s:why or s:link/@number or s:link[contains(s:title, ',')])">
        <li level="1">
          <r b="yes"><xsl:value-of select="@title"/>:</r>
          <xsl:for-each select="s:link">
            <xsl:if test="position() &gt; 1">,</xsl:if>
            <xsl:text> </xsl:text>
            <xsl:call-template name="link"/>
          </xsl:for-each>
        </li>
      </xsl:when>
      <xsl:otherwise>
        <li level="1" keep="yes"><r b="yes"><xsl:value-of select="@title"/>:</r></li>
        <xsl:for-each select="s:link"><li level="2"><xsl:call-template name="link"/></li></xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where room is short, a work that is said why of is named by its authors and year; its title stands in the references alone. -->
  <xsl:template name="link">
    <xsl:choose>
      <xsl:when test="$short and @work and s:statement/s:why"><xsl:value-of select="concat(@work, ':')"/></xsl:when>
      <xsl:when test="@anchor"><r to="{@anchor}"><xsl:value-of select="s:title"/></r></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:title"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@number and not(s:statement/s:cite[@own]/@number = @number)">
      <xsl:text> </xsl:text>
      <n number="{@number}">[<xsl:value-of select="@number"/>]</n>
    </xsl:if>
    <xsl:for-each select="s:statement">
      <xsl:if test="s:why">
        <xsl:choose><xsl:when test="$short and ../@work and position() = 1"><xsl:text> </xsl:text></xsl:when><xsl:otherwise> – </xsl:otherwise></xsl:choose>
        <xsl:value-of select="s:why"/>
      </xsl:if>
      <xsl:apply-templates select="s:cite[@own]"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="s:note">
    <p style="note-title" keep="yes">Note by the author of this sheet</p>
    <xsl:for-each select="s:p"><p style="note"><xsl:value-of select="."/></p></xsl:for-each>
  </xsl:template>

  <!-- Citations -->

  <xsl:template name="place">
    <xsl:text> </xsl:text>
    <n number="{@number}">[<xsl:value-of select="@number"/>]</n>
    <xsl:if test="@locator"><xsl:value-of select="concat(' ', @locator)"/></xsl:if>
  </xsl:template>

  <xsl:template name="basis">
    <xsl:choose>
      <xsl:when test="@unchecked"><r i="yes"><xsl:value-of select="$not-checked"/></r></xsl:when>
      <xsl:otherwise><xsl:value-of select="@basis-title"/></xsl:otherwise>
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
    <table title="Openness of the {count(s:cell)} components">
      <col share="14">Pipeline</col>
      <col share="26">Component</col>
      <col share="14">Level</col>
      <col share="18">Licence, as spelt</col>
      <col share="28">Note</col>
      <xsl:apply-templates select="s:cell"/>
    </table>
  </xsl:template>

  <!-- Of several sources: a row for each component, what each says side by side, and their remarks once. -->
  <xsl:template match="s:cells[@several-sources]">
    <table title="Openness of the {count(s:cell[not(@component = preceding-sibling::s:cell/@component)])} components, by source">
      <col share="14">Pipeline</col>
      <col share="26">Component</col>
      <xsl:for-each select="s:opinion"><col share="{floor(60 div count(../s:opinion))}"><xsl:value-of select="@source"/></col></xsl:for-each>
      <xsl:for-each select="s:cell[not(@component = preceding-sibling::s:cell/@component)]">
        <xsl:variable name="component" select="@component"/>
        <tr>
          <td><xsl:value-of select="@pipeline"/></td>
          <td><xsl:value-of select="@title"/></td>
          <xsl:for-each select="../s:opinion">
            <td><xsl:apply-templates select="../s:cell[@component = $component][@source = current()/@source]" mode="opinion"/></td>
          </xsl:for-each>
        </tr>
      </xsl:for-each>
    </table>
    <xsl:if test="s:remark">
      <list><xsl:for-each select="s:remark"><li level="1"><xsl:value-of select="concat(@source, ': ', ., ' (', @components, ')')"/></li></xsl:for-each></list>
    </xsl:if>
  </xsl:template>

  <xsl:template match="s:cell" mode="opinion">
      <xsl:choose>
        <xsl:when test="@level"><xsl:value-of select="concat(@level, ' ', @openness)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="@value-title"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@licence"><xsl:value-of select="concat(', ', @licence)"/></xsl:if>
      <xsl:if test="not(@licence) and @level and @openness != 'closed'">, no licence named</xsl:if>
      <xsl:if test="@guess"><xsl:value-of select="concat('; guess: ', @guess)"/></xsl:if>
  </xsl:template>

  <xsl:template match="s:cell">
    <tr>
      <td><xsl:value-of select="@pipeline"/></td>
      <td><xsl:value-of select="@title"/></td>
      <td>
        <xsl:choose>
          <xsl:when test="@level"><xsl:value-of select="concat(@level, ' ', @openness)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="@value-title"/></xsl:otherwise>
        </xsl:choose>
      </td>
      <td>
        <xsl:value-of select="@licence"/>
        <xsl:if test="not(@licence) and @level and @openness != 'closed'">none named</xsl:if>
      </td>
      <td>
        <xsl:if test="@guess"><xsl:value-of select="concat('guess: ', @guess)"/></xsl:if>
        <xsl:if test="@guess and string(.)">; </xsl:if>
        <xsl:value-of select="."/>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="s:scale">
    <h level="2" id="scale">Levels of openness</h>
    <p style="body"><xsl:value-of select="s:note"/><xsl:apply-templates select="s:level[s:cite][1]/s:cite"/></p>
    <xsl:if test="s:level">
      <table title="The scale">
        <col share="12">Level</col>
        <col share="18">Counts as</col>
        <col share="70">Meaning</col>
        <xsl:for-each select="s:level">
          <tr>
            <td><xsl:value-of select="@code"/></td>
            <td><xsl:value-of select="@openness"/></td>
            <td>
              <xsl:value-of select="s:title"/>
              <xsl:if test="s:summary"><xsl:value-of select="concat(' – ', s:summary)"/></xsl:if>
            </td>
          </tr>
        </xsl:for-each>
      </table>
    </xsl:if>
  </xsl:template>

  <!-- The end matter -->

  <xsl:template match="s:gone">
    <h level="2" id="gone">No longer in the data</h>
    <p style="body" keep="yes">These were put in the sheet and have since left the data.</p>
    <list>
      <xsl:for-each select="s:entry">
        <li level="1">
          <xsl:value-of select="concat(s:title, ' ')"/>
          <r m="yes"><xsl:value-of select="@id"/></r>
          <xsl:for-each select="s:note">
            <xsl:text> – Note by the author of this sheet:</xsl:text>
            <xsl:for-each select="s:p"><xsl:value-of select="concat(' ', .)"/></xsl:for-each>
          </xsl:for-each>
        </li>
      </xsl:for-each>
    </list>
  </xsl:template>

  <xsl:template match="s:references">
    <h level="2" id="references">References</h>
    <xsl:choose>
      <xsl:when test="$short"><columns><xsl:for-each select="s:reference"><cell><xsl:apply-templates select="."/></cell></xsl:for-each></columns></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="s:reference">
    <reference number="{@number}" id="reference-{@number}">
      <xsl:if test="s:authors">
        <xsl:value-of select="s:authors"/>
        <xsl:if test="s:year"><xsl:value-of select="concat(' (', s:year, ')')"/></xsl:if>
        <xsl:text>. </xsl:text>
      </xsl:if>
      <r i="yes"><xsl:value-of select="s:title"/></r>
      <xsl:if test="not(s:authors) and s:year"><xsl:value-of select="concat(' (', s:year, ')')"/></xsl:if>
      <xsl:if test="@missing"> (not in the data)</xsl:if>
      <xsl:if test="@missing or (not(s:authors) and s:year) or translate(substring(s:title, string-length(s:title)), '?!', '..') != '.'">.</xsl:if>
      <xsl:if test="s:identifier"><xsl:value-of select="concat(' ', s:identifier, '.')"/></xsl:if>
      <xsl:for-each select="s:url[not($short and ../s:identifier and (starts-with(../s:identifier, 'arXiv:') or starts-with(../s:identifier, 'doi:')))]">
        <xsl:text> </xsl:text>
        <xsl:choose>
          <xsl:when test="@href"><r href="{@href}"><xsl:value-of select="."/></r></xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </reference>
  </xsl:template>

  <xsl:template match="/s:sheet/s:provenance">
    <h level="2" id="provenance">Where this is from</h>
    <xsl:choose>
      <xsl:when test="$short"><xsl:call-template name="short-provenance"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="long-provenance"/></xsl:otherwise>
    </xsl:choose>
    <p style="small"><xsl:value-of select="concat('Made with ', @generator, ' ', @version, ' on ', /s:sheet/@date-text, '.')"/></p>
  </xsl:template>

  <xsl:template name="short-provenance">
    <xsl:if test="s:basis">
      <p style="small">
        <xsl:text>Each statement names its source and its basis, that is, how it is known: </xsl:text>
        <xsl:for-each select="s:basis">
          <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
          <xsl:call-template name="basis-name"/>
          <xsl:value-of select="concat(' – ', .)"/>
        </xsl:for-each>
      </p>
    </xsl:if>
    <xsl:if test="s:source">
      <p style="small" keep="yes">
        <xsl:text>Data: </xsl:text>
        <xsl:for-each select="s:source">
          <xsl:if test="position() &gt; 1">; </xsl:if>
          <xsl:call-template name="source"/>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="basis-name">
    <xsl:choose>
      <xsl:when test="@name = 'paper'"><r i="yes"><xsl:value-of select="$not-checked"/></r></xsl:when>
      <xsl:otherwise><r b="yes"><xsl:value-of select="@title"/></r></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="long-provenance">
    <xsl:if test="s:basis">
      <p style="body" keep="yes">Each statement names its source and its basis, that is, how it is known:</p>
      <list>
        <xsl:for-each select="s:basis">
          <li level="1">
            <xsl:call-template name="basis-name"/>
            <xsl:value-of select="concat(' – ', .)"/>
          </li>
        </xsl:for-each>
      </list>
    </xsl:if>
    <xsl:if test="s:source">
      <p style="body" keep="yes">Data:</p>
      <!-- The last line of all does not stand on a page alone. -->
      <list>
        <xsl:for-each select="s:source">
          <li level="1"><xsl:if test="position() = last()"><xsl:attribute name="keep">yes</xsl:attribute></xsl:if><xsl:call-template name="source"/></li>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>

  <xsl:template name="source">
    <xsl:choose>
      <xsl:when test="@href"><r href="{@href}"><xsl:value-of select="s:title"/></r></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:title"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@version"><xsl:value-of select="concat(', version ', @version)"/></xsl:if>
    <xsl:if test="@date"><xsl:value-of select="concat(', as known on ', @date-text)"/></xsl:if>
    <xsl:choose>
      <xsl:when test="@licence"><xsl:value-of select="concat(', licence ', @licence)"/></xsl:when>
      <xsl:otherwise>, no licence stated</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@share-alike"> (text taken from it stays under that licence)</xsl:if>
    <xsl:if test="s:cite-as"><xsl:value-of select="concat('. Cite as: ', s:cite-as)"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
