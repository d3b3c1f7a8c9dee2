/** What projects can be ranked by, for who only needs to know their names: no analysis is loaded with them. */
export {SCORE_MEASURES} from '../analysis/rows/score.ts';
