import type {Text} from './i18n/text.ts';

const ODBL = 'https://opendatacommons.org/licenses/odbl/1-0/';

/** What whoever passes on results must know, when the data are under the ODbL; else `null`. */
export function licenceOf(attribution: readonly string[]): Text | null {
  if (!attribution.some((line) => line.includes('ODbL'))) return null;
  return {
    zh: `数据许可：Open Database License 1.0，${ODBL}；转发本文件或由其得到的数据库时，须一并转发本声明与许可。`,
    en: `Licence of the data: Open Database License 1.0, ${ODBL}. Whoever passes these files on, or a database made of them, passes on this notice and licence.`,
  };
}
