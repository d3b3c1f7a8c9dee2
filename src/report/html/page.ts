import type {ReportResult} from '../../analysis/rows.ts';
import {msg} from '../i18n/message.ts';
import {LANGS, type Lang} from '../i18n/text.ts';
import {bilingual, type Markup, markup, raw} from '../markup.ts';
import {changeSection} from './change.ts';
import {circleSection} from './circle.ts';
import {SECTION_IDS, type SectionId, sectionNumber} from './contents.ts';
import {coverSection} from './cover.ts';
import {deadEndSection} from './dead-ends.ts';
import {densitySection} from './density.ts';
import {detourSection} from './detour.ts';
import {findingsSection} from './findings.ts';
import {gatewaySection} from './gateways.ts';
import {methodSection} from './method.ts';
import {type Page, pageOf} from './page-context.ts';
import {portfolioSection} from './portfolio.ts';
import {profileSection} from './profile.ts';
import {projectsSection} from './projects.ts';
import {provenanceSection} from './provenance.ts';
import {rankingSection} from './ranking.ts';
import {contentPolicy, SCRIPT} from './script.ts';
import {runningFoot, STYLE} from './style.ts';

const SECTIONS: Readonly<Record<SectionId, (page: Page) => Markup>> = {
  cover: coverSection,
  findings: findingsSection,
  profile: profileSection,
  density: densitySection,
  detour: detourSection,
  deadends: deadEndSection,
  circle: circleSection,
  gateways: gatewaySection,
  ranking: rankingSection,
  projects: projectsSection,
  portfolio: portfolioSection,
  change: changeSection,
  method: methodSection,
  provenance: provenanceSection,
};

/**
 * The report as one self-contained HTML page that opens in one language and has the other at a click, without any
 * script.
 * It loads nothing: no font, no image, no request. The markup is well-formed XML as well. The same
 * result gives the same bytes.
 */
export function renderHtml(result: ReportResult, first: Lang = 'zh'): string {
  const page = pageOf(result);
  const {schematic, version} = result.provenance;
  const banner = schematic ? markup`<p class="banner">${msg('schematicLong')}</p>` : null;
  const html = markup`<!DOCTYPE html>
<html lang="${first === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${contentPolicy()}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="generator" content="guantong ${version}"/>
<title>${bilingual(msg('title'))}</title>
<style>${raw(STYLE)}${raw(runningFoot(result.provenance))}</style>
</head>
<body>
${LANGS.map((lang) => markup`<input class="lang" type="radio" name="lang" id="lang-${lang}"${lang === first ? raw(' checked="checked"') : null}/>\n`)}<header>
<div class="switch"><label for="lang-zh" lang="zh">中文</label><label for="lang-en" lang="en">English</label></div>
<h1>${msg('title')}</h1>
${banner}
${contents()}
</header>
<main>
${SECTION_IDS.map((id) => SECTIONS[id](page))}
</main>
<footer><p>${page.source}</p><p>guantong ${version}</p></footer>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`;
  return html.text;
}

function contents(): Markup {
  const items = SECTION_IDS.map(
    (id) =>
      markup`<li><a href="#${id}"><span class="n">${sectionNumber(id)}</span> ${msg(id)}</a></li>`,
  );
  return markup`<nav aria-label="${bilingual(msg('contents'))}"><p class="toc">${msg('contents')}</p><ol>${items}</ol></nav>`;
}
