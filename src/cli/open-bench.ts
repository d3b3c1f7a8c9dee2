import type {Workbench, WorkbenchOptions} from '../app/workbench.ts';
import type {TerminalProgress} from './progress.ts';

/** What the options of a command say about the network and the planner's files. */
export interface BenchArgs {
  readonly network: string;
  readonly asOf: string | undefined;
  readonly speeds: string | undefined;
  readonly profile: string | undefined;
  readonly places?: string | undefined;
  readonly placesCrs?: string | undefined;
  readonly population?: string | undefined;
  readonly populationDate?: string | undefined;
  readonly populationKind?: string | undefined;
  readonly projects?: string | undefined;
  readonly projectsCrs?: string | undefined;
  readonly evenIfOpen?: string | undefined;
  readonly terrainFactor?: number | undefined;
  readonly gtfs?: string | undefined;
  readonly railProfile?: string | undefined;
  /** Published times to hold the model against. */
  readonly times?: string | true | undefined;
  readonly railTime?: 'door' | 'station' | undefined;
  readonly trips?: string | undefined;
  readonly registry?: string | undefined;
  readonly review?: string | undefined;
}

/** Opens the workbench that the options ask for. Loads the heavy halves only now. */
export async function openBench(args: BenchArgs, progress: TerminalProgress): Promise<Workbench> {
  const {openWorkbench} = await import('../app/workbench.ts');
  return openWorkbench(await workbenchOptions(args), progress);
}

/** What the options say, ready for the app. */
export async function workbenchOptions(args: BenchArgs): Promise<WorkbenchOptions> {
  const {parseAsOf, parseTerrainFactor} = await import('../app/options.ts');
  const {parseCrs} = await import('../app/linework-options.ts');
  const {chooseProfile} = await import('../app/speed-profile.ts');
  const speeds = await chooseProfile(args);
  return {
    network: args.network,
    ...(args.asOf !== undefined && {asOf: parseAsOf(args.asOf)}),
    ...(speeds && {speeds}),
    ...(args.places !== undefined && {places: args.places}),
    ...(args.placesCrs !== undefined && {placesCrs: parseCrs(args.placesCrs, '--places-crs')}),
    population: {
      population: args.population,
      populationDate: args.populationDate,
      populationKind: args.populationKind,
    },
    ...(args.projects !== undefined && {projects: args.projects}),
    ...(args.projectsCrs !== undefined && {
      projectsCrs: parseCrs(args.projectsCrs, '--projects-crs'),
    }),
    ...(args.evenIfOpen !== undefined && {evenIfOpen: args.evenIfOpen.split(/[,，、]/)}),
    ...(args.terrainFactor !== undefined && {
      terrainFactor: parseTerrainFactor(args.terrainFactor),
    }),
    rail: {gtfs: args.gtfs, rail: args.railProfile},
    ...(args.times !== undefined && {publishedTimes: args.times}),
    ...(args.railTime && {span: args.railTime}),
    ...(args.trips !== undefined && {trips: args.trips}),
    ...(args.registry !== undefined && {registry: args.registry}),
    ...(args.review !== undefined && {review: args.review}),
  };
}
