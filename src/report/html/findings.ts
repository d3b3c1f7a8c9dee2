import {findings} from '../findings/findings.ts';
import {msg} from '../i18n/message.ts';
import {type Markup, markup} from '../markup.ts';
import {SECTION_IDS, sectionNumber} from './contents.ts';
import {type Page, section} from './page-context.ts';
import {traceLine} from './trace.ts';

/** The five headline sentences, each with the way to the section that bears it out. */
export function findingsSection(page: Page): Markup {
  const items = findings(page.result).map(({section: id, text}) => {
    const known = SECTION_IDS.find((each) => each === id);
    if (known === undefined) return markup`<li>${text}</li>`;
    const see = msg('findSee', {n: sectionNumber(known), title: msg(known)});
    return markup`<li>${text} <a class="see" href="#${id}">${see}</a></li>`;
  });
  return section(page, 'findings', msg('findings'), [
    markup`<ol class="findings">${items}</ol>`,
    traceLine({file: 'sentences.csv'}),
  ]);
}
