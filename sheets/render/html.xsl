<?xml version="1.0" encoding="UTF-8"?>
<!-- A sheet as one HTML file: nothing outside it is needed, nothing in it runs, and it prints. It is written as XML that is
     HTML too, so no element but the void ones may come out empty. The style sheet may not hold the characters that XML escapes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:s="urn:gairo:sheet:1"
                xmlns:r="urn:gairo:render:1" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="s r">
  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"
              doctype-system="about:legacy-compat"/>
  <xsl:strip-space elements="*"/>
  <xsl:preserve-space elements="s:p s:title s:summary s:why s:note"/>

  <xsl:variable name="line" select="'&#10;'"/>
  <!-- A sheet that is meant for few pages says the same in less room, as document.xsl does. -->
  <xsl:key name="items" match="s:item" use="@id"/>
  <xsl:variable name="short" select="boolean(/s:sheet/@pages)"/>
  <!-- Seven columns of text take a page laid on its side. -->
  <xsl:variable name="wide" select="boolean(/s:sheet/s:section/s:table[count(s:column) &gt; 6]) and not($short)"/>
  <xsl:variable name="not-checked">
    <xsl:text>not yet checked</xsl:text>
    <xsl:if test="not($short)"> against the paper's text</xsl:if>
  </xsl:variable>

  <!-- The page -->

  <xsl:template match="/s:sheet">
    <html lang="{@lang}">
      <xsl:if test="$short or $wide"><xsl:attribute name="class"><xsl:value-of select="substring('shortwide', 1 + 5 * number($wide), 5)"/></xsl:attribute></xsl:if>
      <head>
        <meta charset="utf-8"/>
        <title><xsl:value-of select="s:title"/></title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="generator" content="{s:provenance/@generator} {s:provenance/@version}"/>
        <meta name="color-scheme" content="light dark"/>
        <style><xsl:call-template name="style"/></style>
      </head>
      <xsl:value-of select="$line"/>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <xsl:call-template name="head"/>
        <xsl:if test="@items &gt; 1 and (@template = 'items' or @template = 'report' or not(@template))">
          <xsl:call-template name="contents"/>
        </xsl:if>
        <main id="content">
          <xsl:apply-templates select="s:section | s:group"/>
          <xsl:apply-templates select="s:gone"/>
          <xsl:apply-templates select="s:scale"/>
          <xsl:apply-templates select="s:references"/>
        </main>
        <xsl:apply-templates select="s:provenance"/>
      </body>
    </html>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template name="head">
    <header>
      <xsl:if test="@classification"><p class="classification"><xsl:value-of select="@classification"/></p></xsl:if>
      <xsl:if test="@template-title"><p class="kicker"><xsl:value-of select="@template-title"/></p></xsl:if>
      <h1><xsl:value-of select="s:title"/></h1>
      <p class="dates">
        <span><time datetime="{@date}"><xsl:value-of select="@date-text"/></time></span>
        <xsl:if test="@known-on">
          <span>as known on <time datetime="{@known-on}"><xsl:value-of select="@known-on-text"/></time></span>
        </xsl:if>
        <xsl:if test="s:group[@name = 'law'] or s:section[@name = 'state-of-the-law']">
          <span>state of the law on <time datetime="{@as-of}"><xsl:value-of select="@as-of-text"/></time></span>
        </xsl:if>
      </p>
      <xsl:if test="@audience or @author">
        <p class="dates">
          <xsl:if test="@audience"><span>For <xsl:value-of select="@audience"/></span></xsl:if>
          <xsl:if test="@author"><span>By <xsl:value-of select="@author"/></span></xsl:if>
        </p>
      </xsl:if>
      <xsl:if test="s:balance or s:unchecked">
        <p class="balance">
          <xsl:value-of select="s:balance"/>
          <xsl:if test="s:balance and s:unchecked"><xsl:text> </xsl:text></xsl:if>
          <xsl:value-of select="s:unchecked"/>
        </p>
      </xsl:if>
    </header>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template name="contents">
    <nav aria-labelledby="contents">
      <h2 id="contents">What is in it</h2>
      <ul>
        <xsl:for-each select="s:section | s:group">
          <li>
            <a class="part" href="#{name()}-{@name}"><xsl:value-of select="@title"/></a>
            <xsl:if test="s:item">
              <ul>
                <xsl:for-each select="s:item">
                  <li><a href="#{@anchor}"><xsl:value-of select="s:title"/></a></li>
                </xsl:for-each>
              </ul>
            </xsl:if>
          </li>
        </xsl:for-each>
        <li class="ends">
          <xsl:if test="s:scale"><a class="part" href="#scale">Levels of openness</a><xsl:text> </xsl:text></xsl:if>
          <xsl:if test="s:references"><a class="part" href="#references">References</a><xsl:text> </xsl:text></xsl:if>
          <a class="part" href="#provenance">Where this is from</a>
        </li>
      </ul>
    </nav>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="s:group">
    <section class="group items" aria-labelledby="group-{@name}">
      <h2 id="group-{@name}"><xsl:value-of select="@title"/></h2>
      <xsl:value-of select="$line"/>
      <xsl:apply-templates select="s:item"/>
    </section>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <!-- Sections of a template -->

  <xsl:template match="s:section">
    <section class="group" aria-labelledby="section-{@name}">
      <h2 id="section-{@name}"><xsl:value-of select="@title"/></h2>
      <xsl:apply-templates/>
    </section>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="s:table">
    <table>
      <caption><xsl:value-of select="@title"/></caption>
      <colgroup>
        <xsl:for-each select="s:column"><col style="width:{format-number(100 * @share div sum(../s:column/@share), '0.#')}%"/></xsl:for-each>
      </colgroup>
      <thead><tr><xsl:for-each select="s:column"><th scope="col"><xsl:value-of select="."/></th></xsl:for-each></tr></thead>
      <tbody>
        <xsl:for-each select="s:row">
          <tr>
            <xsl:for-each select="s:value">
              <xsl:choose>
                <xsl:when test="position() = 1"><th scope="row"><xsl:apply-templates select="."/></th></xsl:when>
                <xsl:otherwise><td><xsl:apply-templates select="."/></td></xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="s:value">
    <xsl:choose>
      <xsl:when test="s:text = key('items', ../@id)/s:title">
        <a href="#{key('items', ../@id)/@anchor}"><xsl:value-of select="s:text"/></a>
      </xsl:when>
      <xsl:when test="s:cite and not(preceding-sibling::s:value)"><b><xsl:value-of select="s:text"/></b></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:text"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="s:cite"/>
    <xsl:if test="not(s:text or s:cite)">&#160;</xsl:if>
  </xsl:template>

  <!-- The numbers as a table; the bars beside them repeat them for the eye. -->
  <xsl:template match="s:chart">
    <xsl:variable name="most">
      <xsl:for-each select="s:bar">
        <xsl:sort select="sum(s:amount/@value)" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="sum(s:amount/@value)"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <table class="chart">
      <caption><xsl:value-of select="concat(@title, ' (', @unit, ')')"/></caption>
      <thead>
        <tr>
          <td>&#160;</td>
          <xsl:for-each select="s:series">
            <th scope="col"><span class="key s{position()}" aria-hidden="true">&#160;</span><xsl:value-of select="concat(' ', .)"/></th>
          </xsl:for-each>
          <td class="bars">&#160;</td>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="s:bar">
          <tr>
            <th scope="row"><xsl:value-of select="@title"/></th>
            <xsl:for-each select="s:amount"><td><xsl:value-of select="@value"/></td></xsl:for-each>
            <td class="bars">
              <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <xsl:for-each select="s:amount[@value &gt; 0]">
                  <rect class="s{count(preceding-sibling::s:amount) + 1}" y="0" height="8"
                        x="{sum(preceding-sibling::s:amount/@value) * 100 div $most}" width="{@value * 100 div $most}"/>
                </xsl:for-each>
              </svg>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="s:matrix">
    <table class="matrix">
      <caption><xsl:value-of select="@title"/></caption>
      <thead>
        <tr>
          <td>&#160;</td>
          <xsl:for-each select="s:component"><th scope="col"><span><xsl:value-of select="."/></span></th></xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="s:model">
          <tr>
            <th scope="row"><xsl:value-of select="@title"/></th>
            <xsl:for-each select="s:square">
              <td><span class="level {translate(@openness, ' ', '-')}"><xsl:value-of select="."/></span></td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="s:attribution">
    <p class="source">
      <xsl:choose>
        <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="."/></a></xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <!-- An item -->

  <xsl:template match="s:item">
    <article id="{@anchor}" aria-labelledby="title_{@anchor}">
      <div class="top">
        <h3 id="title_{@anchor}"><xsl:value-of select="s:title"/></h3>
        <p class="source">
          <xsl:if test="not($short) or starts-with(../@name, 'heading-')">
            <span class="kind"><xsl:value-of select="@kind-title"/></span>
            <xsl:text> </xsl:text>
          </xsl:if>
          <xsl:if test="not($short)"><code><xsl:value-of select="@id"/></code></xsl:if>
          <xsl:apply-templates select="s:provenance/s:cite" mode="item"/>
          <xsl:if test="s:provenance/@review-text">
            <xsl:text>; </xsl:text>
            <xsl:choose>
              <xsl:when test="s:provenance/@review = 'checked'">
                <xsl:value-of select="s:provenance/@review-text"/>
              </xsl:when>
              <xsl:otherwise>
                <strong><xsl:value-of select="s:provenance/@review-text"/></strong>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:if>
        </p>
        <xsl:if test="s:summary">
          <p class="summary"><xsl:value-of select="s:summary"/></p>
        </xsl:if>
      </div>
      <xsl:apply-templates select="s:body/s:p"/>
      <xsl:if test="s:state or s:event or s:field or (s:links and not(s:cells))">
        <dl class="facts">
          <xsl:apply-templates select="s:state"/>
          <xsl:if test="s:event">
            <dt>Dates</dt>
            <dd class="long"><ul class="plain"><xsl:apply-templates select="s:event"/></ul></dd>
          </xsl:if>
          <xsl:apply-templates select="s:field"/>
          <xsl:if test="not(s:cells)"><xsl:apply-templates select="s:links"/></xsl:if>
        </dl>
      </xsl:if>
      <xsl:if test="s:cells">
        <xsl:apply-templates select="s:cells"/>
        <xsl:if test="s:links">
          <dl class="facts"><xsl:apply-templates select="s:links"/></dl>
        </xsl:if>
      </xsl:if>
      <xsl:apply-templates select="s:attribution"/>
      <xsl:apply-templates select="s:note"/>
    </article>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="s:p">
    <p><xsl:value-of select="."/></p>
  </xsl:template>

  <xsl:template match="s:state">
      <dt>
        <xsl:choose>
          <xsl:when test="@in-the-paper">State as in the paper</xsl:when>
          <xsl:otherwise>State</xsl:otherwise>
        </xsl:choose>
      </dt>
      <dd>
        <strong><xsl:value-of select="."/></strong>
        <span class="quiet"> (as of <time datetime="{@on}"><xsl:value-of select="@on-text"/></time>)</span>
      </dd>
  </xsl:template>

  <xsl:template match="s:event">
    <li>
      <time datetime="{@date}"><xsl:value-of select="@date-text"/></time>
      <xsl:text>: </xsl:text>
      <xsl:value-of select="@type-title"/>
      <xsl:if test="string(.)">
        <span class="quiet"><xsl:text> – </xsl:text><xsl:value-of select="."/></span>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="s:field">
      <dt><xsl:value-of select="@title"/></dt>
      <dd>
        <xsl:choose>
          <xsl:when test="@missing"><span class="quiet"><em>not seen in the paper</em></span></xsl:when>
          <xsl:when test="count(s:entry) &gt; 1 and not(s:entry/s:p)">
            <xsl:for-each select="s:entry">
              <xsl:if test="position() &gt; 1">, </xsl:if>
              <xsl:call-template name="value"/>
              <xsl:apply-templates select="s:cite[@own]"/>
            </xsl:for-each>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates select="s:entry"/></xsl:otherwise>
        </xsl:choose>
      </dd>
  </xsl:template>

  <!-- The choice, and on the same line the first words of why. -->
  <xsl:template match="s:entry">
    <p>
      <xsl:if test="@value">
        <xsl:call-template name="value"/>
        <xsl:if test="s:p"><xsl:text>. </xsl:text></xsl:if>
      </xsl:if>
      <xsl:value-of select="s:p[1]"/>
      <xsl:if test="not(s:p[2])"><xsl:apply-templates select="s:cite[@own]"/></xsl:if>
    </p>
    <xsl:for-each select="s:p[position() &gt; 1]">
      <p>
        <xsl:value-of select="."/>
        <xsl:if test="position() = last()"><xsl:apply-templates select="../s:cite[@own]"/></xsl:if>
      </p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="value">
    <xsl:choose>
      <xsl:when test="@href"><a class="url" href="{@href}"><xsl:value-of select="@value"/></a></xsl:when>
      <xsl:when test="s:p"><strong><xsl:value-of select="@value-title"/></strong></xsl:when>
      <xsl:otherwise><xsl:value-of select="@value-title"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="s:links">
    <xsl:choose>
      <xsl:when test="count(s:link) = 1 or not(s:link/s:statement/s:why or s:link/@number or s:link[contains(s:title, ',')])">
        <dt><xsl:value-of select="@title"/></dt>
        <dd>
          <xsl:for-each select="s:link">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:call-template name="link"/>
          </xsl:for-each>
        </dd>
      </xsl:when>
      <xsl:otherwise>
        <dt><xsl:value-of select="@title"/></dt>
        <dd class="long">
          <ul class="plain">
            <xsl:for-each select="s:link"><li><xsl:call-template name="link"/></li></xsl:for-each>
          </ul>
        </dd>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="link">
    <xsl:choose>
      <xsl:when test="$short and @work and s:statement/s:why"><xsl:value-of select="concat(@work, ':')"/></xsl:when>
      <xsl:when test="@anchor"><a href="#{@anchor}"><xsl:value-of select="s:title"/></a></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:title"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@number and not(s:statement/s:cite[@own]/@number = @number)">
      <xsl:text> </xsl:text>
      <xsl:call-template name="number"/>
    </xsl:if>
    <xsl:for-each select="s:statement">
      <xsl:if test="s:why">
        <span class="quiet">
          <xsl:choose><xsl:when test="$short and ../@work and position() = 1"><xsl:text> </xsl:text></xsl:when><xsl:otherwise> – </xsl:otherwise></xsl:choose>
          <xsl:value-of select="s:why"/>
        </span>
      </xsl:if>
      <xsl:apply-templates select="s:cite[@own]"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Citations -->

  <xsl:template name="number">
    <a class="number" href="#reference-{@number}" aria-label="Reference {@number}">[<xsl:value-of select="@number"/>]</a>
  </xsl:template>

  <xsl:template match="s:cite">
    <span class="cite">
      <xsl:text> </xsl:text>
      <xsl:call-template name="number"/>
      <xsl:if test="@locator"><xsl:text> </xsl:text><xsl:value-of select="@locator"/></xsl:if>
      <xsl:if test="not(ancestor::s:item) or not(ancestor::s:item/s:provenance/s:cite[@basis = current()/@basis
                and boolean(@unchecked) = boolean(current()/@unchecked)])">
        <xsl:text> (</xsl:text><xsl:call-template name="basis"/><xsl:text>)</xsl:text>
      </xsl:if>
    </span>
  </xsl:template>

  <xsl:template match="s:cite" mode="item">
    <span class="cite">
      <xsl:text> </xsl:text>
      <xsl:call-template name="number"/>
      <xsl:if test="@locator"><xsl:text> </xsl:text><xsl:value-of select="@locator"/></xsl:if>
      <xsl:text> – </xsl:text>
      <xsl:call-template name="basis"/>
    </span>
  </xsl:template>

  <xsl:template name="basis">
    <xsl:choose>
      <xsl:when test="@unchecked"><em><xsl:value-of select="$not-checked"/></em></xsl:when>
      <xsl:otherwise><xsl:value-of select="@basis-title"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="s:note">
    <aside class="note">
      <p class="label">Note by the author of this sheet</p>
      <xsl:apply-templates select="s:p"/>
    </aside>
  </xsl:template>

  <!-- A model's components -->

  <xsl:template match="s:cells">
    <table>
      <caption>Openness of the <xsl:value-of select="count(s:cell)"/> components
        (<a href="#scale">what the levels mean</a>)</caption>
      <thead>
        <tr>
          <th scope="col">Component</th>
          <th scope="col">Level</th>
          <th scope="col">Licence, as spelt</th>
          <th scope="col">Note</th>
        </tr>
      </thead>
      <xsl:for-each select="s:cell[not(@pipeline = preceding-sibling::s:cell/@pipeline)]">
        <xsl:variable name="pipeline" select="@pipeline"/>
        <tbody>
          <tr>
            <th class="pipeline" colspan="4" scope="rowgroup">
              <xsl:value-of select="translate(substring(@pipeline, 1, 1), 'ted', 'TED')"/>
              <xsl:value-of select="substring(@pipeline, 2)"/>
            </th>
          </tr>
          <xsl:apply-templates select="../s:cell[@pipeline = $pipeline]"/>
        </tbody>
      </xsl:for-each>
    </table>
  </xsl:template>

  <!-- Of several sources: a row for each component, what each says side by side, and their remarks once. -->
  <xsl:template match="s:cells[@several-sources]">
    <xsl:variable name="cells" select="s:cell[not(@component = preceding-sibling::s:cell/@component)]"/>
    <table>
      <caption>Openness of the <xsl:value-of select="count($cells)"/> components, by source
        (<a href="#scale">what the levels mean</a>)</caption>
      <thead>
        <tr>
          <th scope="col">Component</th>
          <xsl:for-each select="s:opinion"><th scope="col"><xsl:value-of select="@source"/></th></xsl:for-each>
        </tr>
      </thead>
      <xsl:for-each select="$cells[not(@pipeline = preceding-sibling::s:cell/@pipeline)]">
        <xsl:variable name="pipeline" select="@pipeline"/>
        <tbody>
          <tr>
            <th class="pipeline" colspan="{1 + count(../s:opinion)}" scope="rowgroup">
              <xsl:value-of select="translate(substring(@pipeline, 1, 1), 'ted', 'TED')"/>
              <xsl:value-of select="substring(@pipeline, 2)"/>
            </th>
          </tr>
          <xsl:for-each select="$cells[@pipeline = $pipeline]">
            <xsl:variable name="component" select="@component"/>
            <tr>
              <th scope="row"><xsl:value-of select="@title"/></th>
              <xsl:for-each select="../s:opinion">
                <xsl:variable name="said" select="../s:cell[@component = $component][@source = current()/@source]"/>
                <td><xsl:apply-templates select="$said" mode="opinion"/><xsl:if test="not($said)">&#160;</xsl:if></td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </xsl:for-each>
    </table>
    <xsl:if test="s:remark">
      <ul><xsl:for-each select="s:remark"><li><xsl:value-of select="concat(@source, ': ', ., ' (', @components, ')')"/></li></xsl:for-each></ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="s:cell" mode="opinion">
    <xsl:choose>
      <xsl:when test="@level">
        <span class="level {@openness}"><xsl:value-of select="@level"/></span>
        <xsl:text> </xsl:text>
        <xsl:value-of select="@openness"/>
      </xsl:when>
      <xsl:otherwise><span class="quiet"><xsl:value-of select="@value-title"/></span></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@licence"><xsl:value-of select="concat(', ', @licence)"/></xsl:if>
    <xsl:if test="not(@licence) and @level and @openness != 'closed'">, no licence named</xsl:if>
    <xsl:if test="@guess"><xsl:value-of select="concat('; guess: ', @guess)"/></xsl:if>
  </xsl:template>

  <xsl:template match="s:cell">
    <tr>
      <th scope="row"><xsl:value-of select="@title"/></th>
      <td>
        <xsl:choose>
          <xsl:when test="@level">
            <span class="level {@openness}"><xsl:value-of select="@level"/></span>
            <xsl:text> </xsl:text>
            <xsl:value-of select="@openness"/>
          </xsl:when>
          <xsl:otherwise><span class="quiet"><xsl:value-of select="@value-title"/></span></xsl:otherwise>
        </xsl:choose>
      </td>
      <td>
        <xsl:choose>
          <xsl:when test="@licence"><xsl:value-of select="@licence"/></xsl:when>
          <xsl:when test="@level and @openness != 'closed'"><span class="quiet">none named</span></xsl:when>
          <xsl:otherwise>&#160;</xsl:otherwise>
        </xsl:choose>
      </td>
      <td>
        <xsl:if test="@guess">guess: <xsl:value-of select="@guess"/></xsl:if>
        <xsl:if test="@guess and string(.)">; </xsl:if>
        <xsl:value-of select="."/>
        <xsl:if test="not(@guess or string(.))">&#160;</xsl:if>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="s:scale">
    <section class="end" aria-labelledby="scale">
      <h2 id="scale">Levels of openness</h2>
      <p><xsl:value-of select="s:note"/></p>
      <xsl:if test="s:level">
        <table class="levels">
          <caption>The scale<xsl:apply-templates select="s:level[s:cite][1]/s:cite"/></caption>
          <thead>
            <tr>
              <th scope="col">Level</th>
              <th scope="col">Counts as</th>
              <th scope="col">Meaning</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="s:level">
              <tr>
                <th scope="row"><span class="level {@openness}"><xsl:value-of select="@code"/></span></th>
                <td><xsl:value-of select="@openness"/><xsl:if test="not(@openness)">–</xsl:if></td>
                <td>
                  <xsl:value-of select="s:title"/>
                  <xsl:if test="s:summary">
                    <span class="quiet"><xsl:text> – </xsl:text><xsl:value-of select="s:summary"/></span>
                  </xsl:if>
                </td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </xsl:if>
    </section>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <!-- The end matter -->

  <xsl:template match="s:gone">
    <section class="end" aria-labelledby="gone">
      <h2 id="gone">No longer in the data</h2>
      <p>These were put in the sheet and have since left the data.</p>
      <ul>
        <xsl:for-each select="s:entry">
          <li>
            <xsl:value-of select="s:title"/>
            <xsl:text> </xsl:text>
            <code><xsl:value-of select="@id"/></code>
            <xsl:apply-templates select="s:note"/>
          </li>
        </xsl:for-each>
      </ul>
    </section>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="s:references">
    <section class="end" aria-labelledby="references">
      <h2 id="references">References</h2>
      <ol class="references"><xsl:apply-templates/></ol>
    </section>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="s:reference">
    <li id="reference-{@number}" value="{@number}">
      <xsl:if test="s:authors">
        <xsl:value-of select="s:authors"/>
        <xsl:if test="s:year"> (<xsl:value-of select="s:year"/>)</xsl:if>
        <xsl:text>. </xsl:text>
      </xsl:if>
      <cite><xsl:value-of select="s:title"/></cite>
      <xsl:if test="not(s:authors) and s:year"> (<xsl:value-of select="s:year"/>)</xsl:if>
      <xsl:if test="@missing"><span class="quiet"> (not in the data)</span></xsl:if>
      <xsl:if test="@missing or (not(s:authors) and s:year) or translate(substring(s:title, string-length(s:title)), '?!', '..') != '.'"><xsl:text>.</xsl:text></xsl:if>
      <xsl:if test="s:identifier"><xsl:text> </xsl:text><xsl:value-of select="s:identifier"/>.</xsl:if>
      <xsl:for-each select="s:url[not($short and ../s:identifier and (starts-with(../s:identifier, 'arXiv:') or starts-with(../s:identifier, 'doi:')))]">
        <xsl:text> </xsl:text>
        <xsl:choose>
          <xsl:when test="@href"><a class="url" href="{@href}"><xsl:value-of select="."/></a></xsl:when>
          <xsl:otherwise><span class="url"><xsl:value-of select="."/></span></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </li>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <xsl:template match="/s:sheet/s:provenance">
    <footer aria-labelledby="provenance">
      <h2 id="provenance">Where this is from</h2>
      <xsl:if test="s:basis">
        <p class="leads">Each statement names its source and its basis, that is, how it is known:</p>
        <dl class="facts">
          <xsl:for-each select="s:basis">
            <dt>
              <xsl:choose>
                <xsl:when test="@name = 'paper'"><xsl:value-of select="$not-checked"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="@title"/></xsl:otherwise>
              </xsl:choose>
            </dt>
            <dd><xsl:value-of select="."/></dd>
          </xsl:for-each>
        </dl>
      </xsl:if>
      <xsl:if test="s:source">
        <p class="leads">Data:</p>
        <ul><xsl:apply-templates select="s:source"/></ul>
      </xsl:if>
      <p>Made with <xsl:value-of select="concat(@generator, ' ', @version)"/> on
        <time datetime="{/s:sheet/@date}"><xsl:value-of select="/s:sheet/@date-text"/></time>.</p>
    </footer>
  </xsl:template>

  <xsl:template match="s:source">
    <li>
      <xsl:choose>
        <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="s:title"/></a></xsl:when>
        <xsl:otherwise><xsl:value-of select="s:title"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@version">, version <xsl:value-of select="@version"/></xsl:if>
      <xsl:if test="@date">, as known on <time datetime="{@date}"><xsl:value-of select="@date-text"/></time></xsl:if>
      <xsl:choose>
        <xsl:when test="@licence">, licence <xsl:value-of select="@licence"/></xsl:when>
        <xsl:otherwise>, no licence stated</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@share-alike"> (text taken from it stays under that licence)</xsl:if>
      <xsl:if test="s:cite-as">. Cite as: <xsl:value-of select="s:cite-as"/></xsl:if>
    </li>
  </xsl:template>

  <!-- How it looks -->

  <xsl:template name="style">
:root {
  --paper: #fdfdfb; --ink: #1d2126; --quiet: #545c66; --rule: #d4d8dc; --accent: #1f4f7d; --tint: #f1f3f4;
  --closed: #8a3324; --semi: #7a5600; --open: #1e6040;
  --serif: Charter, "Bitstream Charter", "Charis SIL", "Source Serif 4", Cambria, "Liberation Serif", Georgia, serif;
  --sans: "Source Sans 3", "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #16191c; --ink: #e3e5e7; --quiet: #a6aeb7; --rule: #393f45; --accent: #93bfe8; --tint: #1f2428;
    --closed: #eda08f; --semi: #dcb65c; --open: #85cba5;
  }
}
* { box-sizing: border-box; }
html { font-size: 106.25%; background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  font: 1rem/1.55 var(--serif); max-width: 43.5rem; margin: 0 auto; padding: 3.3rem 1.5rem 5rem;
  overflow-wrap: break-word; hanging-punctuation: first; font-kerning: normal;
}
p { margin: 0 0 .75em; text-wrap: pretty; }
a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; font-family: var(--sans); }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .4rem .8rem; }
h1, h2, h3, dt, table, .kicker, .dates, .source, .label, nav { font-family: var(--sans); }
h1, h2, h3 { text-wrap: balance; font-weight: 600; }
h1 { font-size: 1.85rem; line-height: 1.2; margin: 0 0 .6rem; letter-spacing: -.01em; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 0 0 1.25rem; padding-top: .7rem; border-top: 3px solid var(--accent); }
h3 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .2rem; }
.kicker, .label {
  font-size: .78rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; color: var(--accent);
  margin: 0 0 .5rem;
}
.dates { font-size: .92rem; color: var(--quiet); margin-bottom: 1.2rem; }
.dates span + span::before { content: "·"; margin: 0 .45em; }
.balance { margin: 0; padding: .75rem 0; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); }
.quiet, .cite { color: var(--quiet); }
ul, ol { margin: 0 0 .75em; padding-left: 1.3em; }
.plain { list-style: none; padding: 0; margin: 0; }
.plain li + li { margin-top: .3em; }
code { font: .84em "DejaVu Sans Mono", "Liberation Mono", Consolas, monospace; }
section, nav, footer { margin-top: 3rem; }

nav { font-size: .95rem; line-height: 1.45; }
nav h2 { border: 0; padding: 0; margin: 0 0 .6rem; font-size: 1rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav ul li { display: grid; grid-template-columns: 10.5rem 1fr; gap: 0 1.25rem; padding: .35rem 0; }
nav ul ul li { display: block; padding: 0 0 .2rem; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav .part { font-weight: 600; color: var(--ink); }
nav ul li.ends { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin-top: .35rem; padding-top: .5rem; border-top: 1px solid var(--rule); }

article { padding-bottom: 1.6rem; margin-bottom: 1.6rem; border-bottom: 1px solid var(--rule); }
article:last-child { border: 0; margin-bottom: 0; padding-bottom: 0; }
.source { font-size: .8rem; line-height: 1.45; color: var(--quiet); margin: 0 0 .7rem; }
.source .kind { font-weight: 600; color: var(--ink); }
.source code { font-size: .92em; margin-right: .3em; }
.cite { font: .84em var(--sans); }
.source .cite { font-size: 1em; }
.source .cite + .cite::before { content: ";"; }
.number { text-decoration: none; white-space: nowrap; }
.number:hover { text-decoration: underline; }
.summary { font-size: 1.12em; line-height: 1.45; }

.facts { margin: 1rem 0 0; display: grid; grid-template-columns: 11.75rem 1fr; }
.facts dt, .facts dd { padding: .45rem 0; border-top: 1px solid var(--rule); }
.facts dt { padding: .6rem 1.25rem .45rem 0; }
.facts + p { margin-top: 1.4em; }
dt { font-size: .8rem; font-weight: 600; line-height: 1.35; color: var(--quiet); }
dd { margin: 0; }
dd p:last-child { margin-bottom: 0; }

table { border-collapse: collapse; width: 100%; margin: 1.2rem 0 1rem; font-size: .84rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; color: var(--quiet); padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: baseline; padding: .32rem 1rem .32rem 0; border-top: 1px solid var(--rule); }
th:last-child, td:last-child { padding-right: 0; }
th { font-weight: 400; }
tbody th b, tbody th a { font-weight: 600; } th .cite { font-size: .78em; }
td { font-variant-numeric: tabular-nums; }
thead th { font-weight: 600; border-top: 1px solid var(--ink); }
th.pipeline { font-weight: 600; padding-top: .8rem; color: var(--quiet); }
.level { display: inline-block; min-width: 1.7em; font-weight: 600; }
.level.closed { color: var(--closed); }
.level.semi-open { color: var(--semi); }
.level.open { color: var(--open); }
.levels td:nth-child(2) { white-space: nowrap; }

.classification { font: 600 .85rem var(--sans); text-align: center; border: 1px solid var(--ink); padding: .3rem; }
.group table { table-layout: auto; }
.chart td { text-align: right; }
.chart .bars { width: 38%; padding-left: 1rem; }
.bars svg { width: 100%; height: .8rem; display: block; }
.key { display: inline-block; width: .75em; height: .75em; }
.s1 { fill: #1f6f8b; background: #1f6f8b; }
.s2 { fill: #c98b2b; background: #c98b2b; }
.s3 { fill: #8a3324; background: #8a3324; }
.s4 { fill: #9aa3ab; background: #9aa3ab; }
.s5 { fill: #d9dde0; background: #d9dde0; }
.matrix { font-size: .74rem; }
.matrix thead th { vertical-align: bottom; }
.matrix thead span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 14em; }
.matrix td { text-align: center; padding: .2rem .15rem; }
.note { margin: 1.1rem 0 0; padding: .7rem 1rem; background: var(--tint); border-left: 3px solid var(--accent); }
.note p:last-child { margin: 0; }
.references { padding-left: 2.2em; }
.references li { margin-bottom: .45em; padding-left: .2em; }
.references li::marker { content: "[" counter(list-item) "] "; font: .84em var(--sans); }
.references cite { font-style: italic; }
.url { overflow-wrap: anywhere; font-size: .92em; }
:target { background: var(--tint); }
.end, footer { font-size: .95em; }

@media (max-width: 38rem) {
  html { font-size: 100%; }
  body { padding-top: 2rem; }
  h1 { font-size: 1.6rem; }
  nav ul li { grid-template-columns: 1fr; }
  .facts { display: block; }
  .facts dt { padding-bottom: 0; }
  .facts dd { padding-top: 0; border: 0; }
  table { display: block; overflow-x: auto; }
}

.short body { max-width: 60rem; font-size: .92rem; }
.short h1 { font-size: 1.5rem; }
.short section, .short footer { margin-top: 1.4rem; }
.short h2 { font-size: 1.15rem; border: 0; padding: 0; margin-bottom: .5rem; break-after: avoid; }
.short article { border: 0; padding: 0; margin: 0 0 .9rem; break-inside: avoid; }
.short .summary { font-size: 1em; margin-bottom: .2rem; }
.short .source { margin: 0; }
.short .facts { display: block; margin: 0; font-size: .9em; line-height: 1.4; }
.short .facts dt, .short .facts dd, .short .facts dd p, .short .facts ul, .short .facts li { display: inline; padding: 0; border: 0; }
.short .facts dt { font-size: 1em; color: var(--ink); }
.short .facts dt::after { content: ": "; }
.short .facts dd + dt::before { content: " · "; }
.short .facts li + li::before { content: "; "; }
.short .references { font-size: .84em; }
.short .references li { break-inside: avoid; }
.short footer { font-size: .8em; }
.short footer p, .short footer ul { margin: .3rem 0 0; }
@media (min-width: 48rem), print {
  .short main { columns: 2; column-gap: 2rem; }
  .short main .group:not(.items), .short main .end { column-span: all; }
  .short .references { columns: 2; column-gap: 2rem; }
  .short main .items:first-child { margin-top: 0; }
}

@page { size: A4; margin: 22mm 22mm 24mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt sans-serif; } }
@page short { margin: 10mm 13mm 12mm; }
.wide body { max-width: 76rem; }
.wide .top, .wide footer { max-width: 44rem; }
@media print {
  html { font-size: 10.5pt; background: none; }
  body { line-height: 1.42; max-width: none; margin: 0; padding: 0; orphans: 3; widows: 3; }
  .skip { display: none; }
  h1 { font-size: 20pt; }
  h2 { font-size: 13pt; }
  h3 { font-size: 11.5pt; }
  h1, h2, h3, caption, thead, th.pipeline, .kicker, .label, .leads { break-after: avoid; }
  section, nav, footer { margin-top: 9mm; }
  .top, .facts dd, tr, .note, li { break-inside: avoid; }
  .key, rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .facts dd.long, nav li, .levels { break-inside: auto; }
  .top { break-after: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
  article { padding-bottom: 5mm; margin-bottom: 5mm; }
  .facts { margin-top: 2.5mm; }
  .facts dt, .facts dd { padding: 1.1mm 0; }
  .facts dt { padding: 1.3mm 4mm .9mm 0; }
  footer { break-inside: avoid; }
  article table { font-size: 8.2pt; line-height: 1.25; margin: 2.5mm 0 2mm; }
  article th, article td { padding-top: .5mm; padding-bottom: .5mm; }
  article th.pipeline { padding-top: 1.3mm; }
  article table, .matrix, .chart { break-inside: avoid; }
  .matrix tbody tr:nth-last-child(-n+2) { break-before: avoid; }
  .facts dd:nth-of-type(1):not(:last-of-type) { break-after: avoid; }
  .facts dd:last-of-type:not(:nth-of-type(1)):not(.long) { break-before: avoid; }
  .facts { grid-template-columns: 42mm 1fr; }
  nav ul li { grid-template-columns: 38mm 1fr; }
  html.short { font-size: 8pt; }
  .short body { page: short; font-size: 8pt; line-height: 1.22; max-width: none; }
  .short .facts, .short .summary, .short .source { line-height: 1.2; }
  .short .source { font-size: 7pt; }
  .short .summary { margin-bottom: 0; }
  .short h1 { font-size: 14pt; margin-bottom: .5mm; }
  .short h2 { font-size: 10.5pt; margin-bottom: .5mm; }
  .short h3 { font-size: 9pt; margin-bottom: .2mm; }
  .short section, .short footer { margin-top: 2.2mm; }
  .short article { margin-bottom: 1.5mm; }
  .short table { font-size: 7pt; line-height: 1.15; margin: .5mm 0; }
  .short th, .short td { padding-top: .3mm; padding-bottom: .3mm; }
  .short caption { padding-bottom: .5mm; }
  .short .references, .short footer { font-size: 6.8pt; line-height: 1.15; }
  .short footer p, .short footer ul, .short footer .facts { margin: .4mm 0 0; }
  .short .dates { font-size: .9em; line-height: 1.2; margin-bottom: .5mm; }
  .short .balance { padding: 1mm 0; }
  .short .classification { padding: .5mm; margin-bottom: 1mm; }
  .short .references { margin-bottom: 0; }
  .short .references li { margin-bottom: .4mm; }
  .short .kicker { margin-bottom: .5mm; }
  .wide body { max-width: none; }
  .wide table { font-size: 8pt; line-height: 1.3; }
  .wide tr { break-inside: auto; }
  nav { font-size: 9.5pt; line-height: 1.3; }
  nav ul li { padding: .6mm 0; }
  nav ul ul li, nav ul li.ends { padding: 0 0 .3mm; }
  nav a::after { content: none; }
}
<xsl:if test="/s:sheet/@classification">@page { @bottom-center { content: <xsl:value-of select="r:css(/s:sheet/@classification)"/>; font: 600 8.5pt sans-serif; } }
</xsl:if><xsl:if test="$wide">@page { size: A4 landscape; margin: 18mm 20mm 20mm; }
</xsl:if></xsl:template>
</xsl:stylesheet>
