import type {LonLat} from '../geo/line.ts';
import type {ProjectFile} from './project-schema.ts';

/** The file with every position of stops and lines converted. */
export function convertProjects(
  file: ProjectFile,
  convert: (lon: number, lat: number) => LonLat,
): ProjectFile {
  return {
    ...file,
    projects: file.projects.map((project) => ({
      ...project,
      ...(project.geometry && {
        geometry: project.geometry.map(([lon, lat]): [number, number] => [...convert(lon, lat)]),
      }),
      ...(project.stops && {
        stops: project.stops.map((stop) => {
          if (typeof stop === 'string' || stop.lon === undefined || stop.lat === undefined) {
            return stop;
          }
          const [lon, lat] = convert(stop.lon, stop.lat);
          return {...stop, lon, lat};
        }),
      }),
    })),
  };
}
