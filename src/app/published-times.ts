import {fileURLToPath} from 'node:url';
import {type PublishedTrip, parsePublishedTimes} from '../scenario/published-times.ts';
import {type FileFacts, readJson} from './files.ts';

const BUILT_IN = fileURLToPath(new URL('../../data/published-times.json', import.meta.url));

/** Published times of a file, or (`true`) those of the package. */
export async function readPublishedTimes(
  path: string | true,
): Promise<{readonly trips: readonly PublishedTrip[]; readonly facts: FileFacts}> {
  const {json, facts} = await readJson(path === true ? BUILT_IN : path);
  return {trips: parsePublishedTimes(json, facts.name), facts};
}
