import {readFileSync} from 'node:fs';

/** Version of the tool, from its package. */
export function toolVersion(): string {
  const url = new URL('../../package.json', import.meta.url);
  const {version} = JSON.parse(readFileSync(url, 'utf8')) as {version: string};
  return version;
}
