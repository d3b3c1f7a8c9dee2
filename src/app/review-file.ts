import {parseReview, type ReviewFile} from '../scenario/review-file.ts';
import {type FileFacts, readJson} from './files.ts';

/** A planner's review of an earlier list of dead ends, with the name it was given by. */
export interface NamedReview {
  readonly file: ReviewFile;
  readonly name: string;
}

export async function readReview(path: string): Promise<NamedReview & {facts: FileFacts}> {
  const {json, facts} = await readJson(path);
  return {file: parseReview(json, path), name: path, facts};
}
