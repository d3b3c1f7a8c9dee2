import {z} from 'zod';
import {toolVersion} from '../app/version.ts';
import {
  circleAskSchema,
  drawAskSchema,
  drawingAskSchema,
  overviewAskSchema,
  projectsAskSchema,
  reportAskSchema,
  routeAskSchema,
  verdictAskSchema,
} from './contract.ts';

const QUESTIONS: readonly {path: string; summary: string; schema: z.ZodType}[] = [
  {
    path: '/api/v1/overview',
    summary:
      'Detours, dead ends, circle and ranking on the network of a day: what the page opens with',
    schema: overviewAskSchema,
  },
  {
    path: '/api/v1/circle',
    summary: 'What lies within some minutes of a place or a point, before and after',
    schema: circleAskSchema,
  },
  {
    path: '/api/v1/route',
    summary: 'Fastest way between two places or points, today and with projects taken for built',
    schema: routeAskSchema,
  },
  {
    path: '/api/v1/draw',
    summary: 'What a drawn road or railway changes; a higher sequence number cancels a lower one',
    schema: drawAskSchema,
  },
  {
    path: '/api/v1/drawing',
    summary: 'What was drawn, as a GeoJSON that is read as a file of projects',
    schema: drawingAskSchema,
  },
  {
    path: '/api/v1/projects',
    summary: 'Reads a dropped GeoJSON or file of projects, in WGS84, GCJ-02 or BD-09',
    schema: projectsAskSchema,
  },
  {
    path: '/api/v1/verdict',
    summary:
      'Saves what a planner says of a dead end in the review file the server was started with',
    schema: verdictAskSchema,
  },
  {
    path: '/api/v1/report',
    summary: 'The report of what the page shows, as one HTML file',
    schema: reportAskSchema,
  },
];

/** The OpenAPI 3.1 description of the API, made from the schemas that check the requests. */
export function openApi(): Record<string, unknown> {
  const ndjson = {
    description:
      'Lines of JSON: {"step": …} while at work, then one of {"result": …}, {"error": {"message", "hint"}}, {"cancelled": true}',
    content: {'application/x-ndjson': {schema: {type: 'string'}}},
  };
  const refused = {description: 'One sentence: {"error": {"message", "hint"}}'};
  const post = ({path, summary, schema}: (typeof QUESTIONS)[number]) => [
    path,
    {
      post: {
        summary,
        parameters: [{name: 'x-guantong', in: 'header', required: true, schema: {type: 'string'}}],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any'}),
            },
          },
        },
        responses: {200: ndjson, 400: refused, 401: refused, 403: refused, 413: refused},
      },
    },
  ];
  return {
    openapi: '3.1.0',
    info: {
      title: 'guantong',
      version: toolVersion(),
      description: 'The API behind the local page.',
    },
    paths: {
      '/api/v1/about': {
        get: {
          summary: 'The open network, its places and projects',
          responses: {200: {description: 'JSON'}},
        },
      },
      '/tiles/{z}/{x}/{y}.pbf': {
        get: {
          summary: 'Vector tile: layers road, rail, border, place, station',
          parameters: [
            ...['z', 'x', 'y'].map((name) => ({
              name,
              in: 'path',
              required: true,
              schema: {type: 'integer'},
            })),
            {name: 'asOf', in: 'query', schema: {type: 'string'}},
          ],
          responses: {200: {description: 'Mapbox vector tile, version 2'}, 404: refused},
        },
      },
      ...Object.fromEntries(QUESTIONS.map(post)),
    },
  };
}
