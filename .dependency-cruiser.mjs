/** The walls of the house: docs/architecture.md says why, this file makes them hold. */
const ROOMS = {
  geo: [],
  graph: ['geo'],
  import: ['geo', 'graph'],
  scenario: ['geo', 'graph'],
  analysis: ['geo', 'graph', 'scenario'],
  report: ['geo', 'analysis'],
  app: ['geo', 'graph', 'import', 'scenario', 'analysis', 'report'],
  cli: ['app', 'server'],
  server: ['app'],
};

const PURE = 'geo|graph|import|scenario|analysis|report';

const walls = Object.entries(ROOMS).map(([room, may]) => ({
  name: `wall-${room}`,
  severity: 'error',
  comment: `src/${room} may import only: ${may.join(', ') || 'nothing'}`,
  from: {path: `^src/${room}/`},
  to: {path: '^src/[^/]+/', pathNot: `^src/(${[room, ...may].join('|')})/`},
}));

export default {
  forbidden: [
    ...walls,
    {
      name: 'one-floor',
      severity: 'error',
      comment:
        'src holds rooms, the public door index.ts and errors.ts, which every room may throw',
      from: {path: '^src/[^/]+/'},
      to: {path: '^src/[^/]+\\.ts$', pathNot: '^src/errors\\.ts$'},
    },
    {
      name: 'wall-web',
      severity: 'error',
      comment: 'the page knows the contract of the server, as types, and nothing else of src',
      from: {path: '^web/'},
      to: {path: '^src/', pathNot: '^src/server/contract\\.ts$'},
    },
    {
      name: 'web-reads-the-contract-only-as-types',
      severity: 'error',
      from: {path: '^web/'},
      to: {path: '^src/', dependencyTypesNot: ['type-only']},
    },
    {name: 'no-cycle', severity: 'error', from: {}, to: {circular: true}},
    {
      name: 'files-and-network-only-at-the-door',
      severity: 'error',
      from: {path: `^src/(${PURE})/`},
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(fs|http|https|net|child_process|worker_threads|os|process|readline)',
      },
    },
    {
      name: 'report-reads-results-only-as-types',
      severity: 'error',
      from: {path: '^src/report/'},
      to: {path: '^src/analysis/', dependencyTypesNot: ['type-only']},
    },
    {
      name: 'no-src-to-test',
      severity: 'error',
      from: {path: '^src/'},
      to: {path: '^(test|scripts|bench)/'},
    },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      from: {path: '^src/'},
      to: {dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/'},
    },
    {
      name: 'no-unlisted',
      severity: 'error',
      from: {path: '^src/'},
      to: {dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown']},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.json'},
    doNotFollow: {path: 'node_modules'},
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
