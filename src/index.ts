/**
 * guantong as a library: read extracts, search, analyse, render. What is exported here is the public
 * door; rooms behind it may move.
 *
 * ```ts
 * import {decodeNetwork, openStudy, detours, findPlace} from 'guantong';
 *
 * const network = decodeNetwork(bytes, 'region.gtn');
 * const study = openStudy(network);
 * const [from, to] = ['温州', '上饶'].map((name) => findPlace(network.places, name));
 * const {rows} = detours(study, [[from, to]]);
 * ```
 *
 * @module
 */

export {access} from './analysis/access.ts';
export type {Answer} from './analysis/answer.ts';
export {candidates} from './analysis/candidates/answer.ts';
export {candidateProjects} from './analysis/candidates/project-file.ts';
export {circle} from './analysis/circle.ts';
export {deadEnds} from './analysis/dead-ends/answer.ts';
export {density} from './analysis/density/density.ts';
export {allPairs, detours} from './analysis/detour.ts';
export {type DrawnOptions, drawnEffect} from './analysis/drawn-effect.ts';
export {findPlace} from './analysis/find-place.ts';
export {info} from './analysis/info.ts';
export {joinProject} from './analysis/join-project.ts';
export {matrix} from './analysis/matrix.ts';
export {permeability} from './analysis/permeability/permeability.ts';
export {route} from './analysis/route.ts';
export type * from './analysis/rows.ts';
export {type ScoreOptions, score} from './analysis/score.ts';
export {openStudy, type Study, type StudyOptions} from './analysis/study.ts';
export {
  type EngineThreads,
  engineThreads,
  type ThreadOptions,
} from './app/threads/engine-threads.ts';
export {UserError, type UserErrorCode} from './errors.ts';
export {type CompiledNetwork, compileNetwork} from './graph/compile.ts';
export {exportGraph} from './graph/exchange/export-graph.ts';
export {decodeNetwork, decodeNetworkFile, type NetworkFile} from './graph/file/decode.ts';
export {encodeNetwork} from './graph/file/encode.ts';
export {toGraphology} from './graph/graphology.ts';
export type {Network, Place} from './graph/network.ts';
export type {Direction} from './graph/search/core/climb-low.ts';
export {
  type ArcColumns,
  type Digraph,
  digraphOf,
  digraphOfArcs,
  FAR,
} from './graph/search/core/digraph.ts';
export {type OneToAll, oneToAllOnCore} from './graph/search/core/one-to-all.ts';
export {type Seed, UNREACHED} from './graph/search/dijkstra.ts';
export {buildEngine, type SearchEngine} from './graph/search/engine.ts';
export {type PairSearch, pairSearch, type Way} from './graph/search/hierarchy/pair-search.ts';
export type {CostTable, StopCosts} from './graph/search/links/closure.ts';
export {
  type EngineService,
  type EngineWhatIf,
  engineWhatIf,
} from './graph/search/links/engine-what-if.ts';
export {legsTo, type StopLeg} from './graph/search/links/legs.ts';
export {
  type CandidateLinks,
  type LinkOptions,
  type LinkScores,
  scoreLinks,
} from './graph/search/links/score-links.ts';
export {snapTerminal} from './graph/search/links/snap-terminal.ts';
export {snapWays} from './graph/search/links/snap-ways.ts';
export {snapMatrix, snapWhatIf} from './graph/search/links/snapped.ts';
export {nodeTerminal, type Terminal} from './graph/search/links/terminal.ts';
export {engineFromSections, engineSections} from './graph/search/store/engine-sections.ts';
export {ROAD_ENGINE, storedOrBuilt} from './graph/search/store/stored-or-built.ts';
export {type CostMatrix, costMatrix} from './graph/search/sweep/cost-matrix.ts';
export {type ManyTrees, manyTrees} from './graph/search/sweep/trees.ts';
export {parseProfile} from './graph/speed/read-profile.ts';
export {CHINA_CAR, PROFILES, type SpeedProfile} from './graph/speed.ts';
export {type EdgeUnits, edgeUnits} from './graph/units.ts';
export {type ImportOptions, type ImportSource, importNetwork} from './import/import-network.ts';
export {parsePlaceList} from './scenario/place-list.ts';
export {parseProjects} from './scenario/read-projects.ts';
export {resolveProjects} from './scenario/resolve-project.ts';
