import type {ReportResult} from '../../analysis/rows.ts';
import {msg} from '../i18n/message.ts';
import {bilingual, markup, raw} from '../markup.ts';
import {circleSection} from './circle.ts';
import {coverSection} from './cover.ts';
import {deadEndSection} from './dead-ends.ts';
import {detourSection} from './detour.ts';
import {findingsSection} from './findings.ts';
import {methodSection} from './method.ts';
import {pageOf} from './page-context.ts';
import {provenanceSection} from './provenance.ts';
import {rankingSection} from './ranking.ts';
import {contentPolicy, SCRIPT} from './script.ts';
import {STYLE} from './style.ts';

const CONTENTS = [
  'cover',
  'findings',
  'detour',
  'deadends',
  'circle',
  'ranking',
  'method',
  'provenance',
] as const;

/**
 * The report as one self-contained HTML page, Chinese first, English at a click without any script.
 * It loads nothing: no font, no image, no request. The markup is well-formed XML as well. The same
 * result gives the same bytes.
 */
export function renderHtml(result: ReportResult): string {
  const page = pageOf(result);
  const {schematic, version} = result.provenance;
  const banner = schematic ? markup`<p class="banner">${msg('schematicLong')}</p>` : null;
  const contents = CONTENTS.map((id, i) => markup`<a href="#${id}">${i + 1} ${msg(id)}</a>`);
  const sections = [
    coverSection(page),
    findingsSection(page),
    detourSection(page),
    deadEndSection(page),
    circleSection(page),
    rankingSection(page),
    methodSection(page),
    provenanceSection(page),
  ];
  const html = markup`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${contentPolicy()}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="generator" content="guantong ${version}"/>
<title>${bilingual(msg('title'))}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<input class="lang" type="radio" name="lang" id="lang-zh" checked="checked"/>
<input class="lang" type="radio" name="lang" id="lang-en"/>
<header>
<div class="switch"><label for="lang-zh" lang="zh">中文</label><label for="lang-en" lang="en">English</label></div>
<h1>${msg('title')}</h1>
${banner}
<nav>${contents}</nav>
</header>
<main>
${sections}
</main>
<footer><p>${page.source}</p><p>guantong ${version}</p></footer>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`;
  return html.text;
}
